//! The sentences of the two answers.

use crate::facts::Facts;
use crate::{Label, Language, en, ja, words};
use p2s_package::Timestamp;
use p2s_verdict::notices::RetirementNotice;
use p2s_verdict::{InputReport, Rule, State};

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
    /// Sections of the page's prose that say more: what to call them, and their identifiers.
    pub more: &'static [(Label, &'static str)],
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

/// The 2019 answer, or the refusal, in words, for a moment.
pub fn answer(input: &InputReport, now: Timestamp, language: Language) -> Answer {
    let facts = Facts::of(input, now, language);
    let (first, second, steps) = match language {
        Language::Ja => (
            ja::answers::first(&facts),
            ja::answers::second(&facts),
            ja::answers::steps_of(&facts),
        ),
        Language::En => (
            en::answers::first(&facts),
            en::answers::second(&facts),
            en::answers::steps_of(&facts),
        ),
    };
    Answer {
        word: words::verdict_words(input.verdict, language).to_owned(),
        first,
        second,
        steps,
        more: more(input.rule),
        act: input.verdict != p2s_verdict::Verdict::NotAffected,
    }
}

/// Today's answer in words; today is that moment.
pub fn answer_today(input: &InputReport, now: Timestamp, language: Language) -> Answer {
    let facts = Facts::of(input, now, language);
    let (word, first, second, steps) = match language {
        Language::Ja => (
            ja::today::word(&facts),
            ja::today::first(&facts),
            ja::today::second(&facts),
            ja::today::steps_of(&facts),
        ),
        Language::En => (
            en::today::word(&facts),
            en::today::first(&facts),
            en::today::second(&facts),
            en::today::steps_of(&facts),
        ),
    };
    Answer {
        word: word.to_owned(),
        first,
        second,
        steps,
        more: more_today(&facts),
        act: facts.act_today,
    }
}

fn more(rule: Rule) -> &'static [(Label, &'static str)] {
    match rule {
        Rule::AllPublic => &[(Label::MoreNotice, "background")],
        Rule::OwnCa => &[
            (Label::MoreAffected, "affected"),
            (Label::MoreReinstall, "reinstall"),
        ],
        _ => &[
            (Label::MorePackage, "get-package"),
            (Label::MoreHelp, "by-hand"),
        ],
    }
}

fn more_today(facts: &Facts<'_>) -> &'static [(Label, &'static str)] {
    let of_2026 = facts.today.retired_by(RetirementNotice::RootRotation2026);
    match facts.state {
        State::Retiring if !of_2026 => &[(Label::MoreReinstall, "reinstall")],
        State::SelfSigned => &[
            (Label::MoreAffected, "affected"),
            (Label::MoreReinstall, "reinstall"),
        ],
        State::Retiring | State::Ready | State::Expired => &[
            (Label::MoreRotation, "rotation"),
            (Label::MoreReinstall, "reinstall"),
        ],
        State::Current | State::PublicUnlisted | State::Unknown => {
            &[(Label::MoreRotation, "rotation")]
        }
    }
}

/// Steps without commands.
pub(crate) fn steps(sentences: &[&str]) -> Vec<Step> {
    let step = |text: &&str| Step {
        text: (*text).to_owned(),
        command: None,
    };
    sentences.iter().map(step).collect()
}
