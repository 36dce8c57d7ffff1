//! The two answers about an input in sentences: the one about 2019 and the one about today.

use crate::facts::Facts;
use crate::{Label, Language, en, ja, words};
use p2s_package::Timestamp;
use p2s_verdict::notices::RetirementNotice;
use p2s_verdict::{InputReport, Rule, State};

/// One answer about an input, in the words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The verdict in a word or two, such as 影響あり (affected).
    pub word: String,
    /// The sentence that answers the question and names the gateway, or says why the file can't be read.
    pub first: String,
    /// The sentences that explain the answer.
    pub second: String,
    /// What to do next: at most five steps.
    pub steps: Vec<Step>,
    /// Links to sections of the page's prose: the text of each link and the section's identifier.
    pub links: &'static [(Label, &'static str)],
    /// True if the reader must do something because of this answer.
    pub needs_action: bool,
}

/// One step of what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The instruction.
    pub text: String,
    /// A shell command that carries out the step.
    pub command: Option<String>,
}

/// Returns the answer about the maintenance of 2019. If the input can't be read, the answer says why.
///
/// `now` decides whether the maintenance is described as upcoming, under way or past.
pub fn answer(input: &InputReport, now: Timestamp, language: Language) -> Answer {
    let facts = Facts::new(input, now, language);
    let (first, second, steps) = match language {
        Language::Ja => (
            ja::answers::first(&facts),
            ja::answers::second(&facts),
            ja::answers::next_steps(&facts),
        ),
        Language::En => (
            en::answers::first(&facts),
            en::answers::second(&facts),
            en::answers::next_steps(&facts),
        ),
    };
    Answer {
        word: words::verdict_words(input.verdict, language).to_owned(),
        first,
        second,
        steps,
        links: links(input.rule),
        needs_action: input.verdict != p2s_verdict::Verdict::NotAffected,
    }
}

/// Returns the answer about the current root certificate, where `now` is today.
pub fn answer_today(input: &InputReport, now: Timestamp, language: Language) -> Answer {
    let facts = Facts::new(input, now, language);
    let (word, first, second, steps) = match language {
        Language::Ja => (
            ja::today::word(&facts),
            ja::today::first(&facts),
            ja::today::second(&facts),
            ja::today::next_steps(&facts),
        ),
        Language::En => (
            en::today::word(&facts),
            en::today::first(&facts),
            en::today::second(&facts),
            en::today::next_steps(&facts),
        ),
    };
    Answer {
        word: word.to_owned(),
        first,
        second,
        steps,
        links: links_today(&facts),
        needs_action: facts.needs_action_today,
    }
}

fn links(rule: Rule) -> &'static [(Label, &'static str)] {
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

fn links_today(facts: &Facts<'_>) -> &'static [(Label, &'static str)] {
    let is_rotation_2026 = facts
        .today
        .any_retired_by(RetirementNotice::RootRotation2026);
    match facts.state {
        State::Retiring if !is_rotation_2026 => &[(Label::MoreReinstall, "reinstall")],
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

/// Makes steps without commands.
pub(crate) fn steps(sentences: &[&str]) -> Vec<Step> {
    let step = |text: &&str| Step {
        text: (*text).to_owned(),
        command: None,
    };
    sentences.iter().map(step).collect()
}
