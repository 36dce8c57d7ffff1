//! The sentences of the two answers.

use crate::facts::Facts;
use crate::{Language, en, ja, words};
use p2s_verdict::InputReport;

/// An answer in words: a headline word, the sentence that answers, the sentence that says what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// 影響あり / 影響なし / 判定できません and their like.
    pub word: String,
    /// Answers the question and names the gateway, or says what happened to the file.
    pub first: String,
    /// What it means.
    pub second: String,
    /// What to do next: at most five.
    pub steps: Vec<Step>,
    /// Whether there is something to do about this answer.
    pub act: bool,
}

/// One step of what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The sentence.
    pub text: String,
    /// A command to copy.
    pub command: Option<String>,
}

/// The 2019 answer, or the refusal, in words.
pub fn answer(input: &InputReport, language: Language) -> Answer {
    let facts = Facts::of(input, language);
    let (first, second, steps) = match language {
        Language::Ja => (
            ja::answers::first(&facts),
            ja::answers::second(&facts),
            ja::answers::steps(&facts),
        ),
        Language::En => (
            en::answers::first(&facts),
            en::answers::second(&facts),
            en::answers::steps(&facts),
        ),
    };
    Answer {
        word: words::verdict_words(input.verdict, language).to_owned(),
        first,
        second,
        steps: in_steps(steps),
        act: input.verdict != p2s_verdict::Verdict::NotAffected,
    }
}

/// Today's answer in words.
pub fn answer_today(input: &InputReport, language: Language) -> Answer {
    let facts = Facts::of(input, language);
    let (word, first, second, steps) = match language {
        Language::Ja => (
            ja::today::word(&facts),
            ja::today::first(&facts),
            ja::today::second(&facts),
            ja::today::steps(&facts),
        ),
        Language::En => (
            en::today::word(&facts),
            en::today::first(&facts),
            en::today::second(&facts),
            en::today::steps(&facts),
        ),
    };
    Answer {
        word: word.to_owned(),
        first,
        second,
        steps: in_steps(steps),
        act: facts.act_today,
    }
}

fn in_steps(sentences: Vec<&'static str>) -> Vec<Step> {
    sentences
        .into_iter()
        .map(|text| Step {
            text: text.to_owned(),
            command: None,
        })
        .collect()
}
