//! The two answers about an input in sentences: the one about 2019 and the one about today.

use crate::facts::Facts;
use crate::message::{about_2019, codes, today};
use crate::words::message_of;
use crate::{Language, Message};
use p2s_package::Timestamp;
use p2s_verdict::notices::NOTICES;
use p2s_verdict::{InputReport, Rule, State, Verdict};

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
    /// Links to sections of the page's prose.
    pub links: Vec<Link>,
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

/// A link to a section of the page's prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The text of the link.
    pub text: Message,
    /// The name of the section's page in addresses.
    pub page: &'static str,
    /// The identifier of the section.
    pub section: &'static str,
}

impl Link {
    /// Makes a link to a section about the maintenance of 2019.
    const fn to_2019(section: &'static str) -> Self {
        Link {
            text: message_of("more-", section, ""),
            page: "maintenance",
            section,
        }
    }

    /// Makes a link to a section about the migration of 2026.
    const fn to_2026(section: &'static str) -> Self {
        Link {
            page: "migration",
            ..Link::to_2019(section)
        }
    }

    /// Returns the address of the section.
    pub fn href(self) -> String {
        format!("#/{}/{}", self.page, self.section)
    }
}

impl Step {
    /// Makes a step without a command.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Step {
            text: text.into(),
            command: None,
        }
    }
}

impl Facts<'_> {
    /// Makes a step with the command that downloads the package.
    pub(crate) fn download_step(&self, text: impl Into<String>) -> Step {
        Step {
            text: text.into(),
            command: Some(self.download.clone()),
        }
    }
}

/// Returns the answer about the maintenance of 2019. If the input can't be read, the answer says why.
///
/// `now` decides whether the maintenance is described as upcoming, under way or past.
pub fn answer(input: &InputReport, now: Timestamp, language: Language) -> Answer {
    let facts = Facts::new(input, now);
    Answer {
        word: codes::verdict_words(input.verdict, language).to_owned(),
        first: about_2019::first(&facts, language),
        second: about_2019::second(&facts, language),
        steps: about_2019::next_steps(&facts, language),
        links: links(input.rule).to_vec(),
        needs_action: input.verdict != Verdict::NotAffected,
    }
}

/// Returns the answer about the current root certificate, where `now` is today.
pub fn answer_today(input: &InputReport, now: Timestamp, language: Language) -> Answer {
    let facts = Facts::new(input, now);
    Answer {
        word: today::word(&facts, language).to_owned(),
        first: today::first(&facts, language),
        second: today::second(&facts, language),
        steps: today::next_steps(&facts, language),
        links: links_today(&facts),
        needs_action: facts.needs_action_today,
    }
}

const REINSTALL: Link = Link::to_2026("reinstall");
const AFFECTED: Link = Link::to_2019("affected");
const ROTATION: Link = Link::to_2026("rotation");

fn links(rule: Rule) -> &'static [Link] {
    match rule {
        Rule::AllPublic => &[const { Link::to_2019("background") }],
        Rule::OwnCa => &[AFFECTED, REINSTALL],
        _ => const { &[Link::to_2026("get-package"), Link::to_2019("by-hand")] },
    }
}

fn links_today(facts: &Facts<'_>) -> Vec<Link> {
    match facts.state {
        State::SelfSigned => vec![AFFECTED, REINSTALL],
        State::Ready | State::Expired => vec![ROTATION, REINSTALL],
        State::Retiring => {
            let mut links = retirement_links(facts);
            links.push(REINSTALL);
            links
        }
        State::Current | State::PublicUnlisted | State::Unknown => vec![ROTATION],
    }
}

/// The links to the sections about the notices, in the order of the notices.
static NOTICE_LINKS: [Option<Link>; NOTICES.len()] = notice_links();

#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "evaluated at compile time, where a panic is an error"
)]
const fn notice_links() -> [Option<Link>; NOTICES.len()] {
    let mut links = [None; NOTICES.len()];
    let mut index = 0;
    while index < links.len() {
        if let Some(section) = NOTICES[index].section {
            let is_about_roots = !NOTICES[index].retirements.is_empty();
            links[index] = Some(if is_about_roots {
                Link::to_2026(section)
            } else {
                Link::to_2019(section)
            });
        }
        index += 1;
    }
    links
}

/// Returns links to the sections about the notices that retire the input's roots.
fn retirement_links(facts: &Facts<'_>) -> Vec<Link> {
    let is_about = |id: &str| {
        let mut retirements = facts.today.retirements.iter();
        retirements.any(|retiring| retiring.notice.id == id)
    };
    let notices = NOTICES.iter().zip(NOTICE_LINKS);
    notices
        .filter(|(notice, _)| is_about(notice.id))
        .filter_map(|(_, link)| link)
        .collect()
}
