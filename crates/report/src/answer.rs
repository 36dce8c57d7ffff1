//! The two answers about an input in sentences: the one about 2019 and the one about today.

use crate::commands::Command;
use crate::facts::{Facts, is_today_first};
use crate::message::{about_2019, today};
use crate::words::message_of;
use crate::{Language, Message, Need};
use p2s_package::{Date, Timestamp};
use p2s_verdict::notices::NOTICES;
use p2s_verdict::{InputReport, Rule, State, Verdict, notices};

/// What an answer means for the reader; the page shows it as a color and a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The maintenance of 2019 affects the gateway.
    Affected,
    /// There is something to do today.
    Action,
    /// All is well, and it is certain.
    Well,
    /// Nothing is certain.
    Open,
}

/// One answer about an input, in the words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The question that it answers.
    pub about: Message,
    /// What it means for the reader.
    pub tone: Tone,
    /// The verdict in a word or two, such as 影響あり (affected).
    pub word: String,
    /// The verdict in the middle of a line.
    pub short_word: String,
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
    /// True if a step depends on the deadline in the reader's notification.
    pub takes_deadline: bool,
}

/// One step of what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The instruction.
    pub text: String,
    /// A shell command that carries out the step.
    pub command: Option<Command>,
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
    answer_of(input, &facts, language)
}

fn answer_of(input: &InputReport, facts: &Facts<'_>, language: Language) -> Answer {
    let is_refused = input.error.is_some();
    Answer {
        about: match input.rule {
            _ if is_refused => Message::AboutFile,
            Rule::Contradiction => Message::AboutPackage,
            _ => Message::About2019,
        },
        tone: about_2019::tone(input),
        word: about_2019::word(input, language).to_owned(),
        short_word: about_2019::short_word(facts, language).to_owned(),
        first: about_2019::first(facts, language),
        second: about_2019::second(facts, language),
        steps: about_2019::next_steps(facts, language),
        links: links(input.rule).to_vec(),
        needs_action: input.verdict != Verdict::NotAffected,
        takes_deadline: false,
    }
}

/// Returns the answer about the current root certificate, where `now` is today.
pub fn answer_today(input: &InputReport, now: Timestamp, language: Language) -> Answer {
    today_of(&Facts::new(input, now), language)
}

fn today_of(facts: &Facts<'_>, language: Language) -> Answer {
    Answer {
        about: Message::AboutToday,
        tone: today::tone(facts.need),
        word: today::word(facts.input, facts.need, language).to_owned(),
        short_word: today::short_word(facts, language).to_owned(),
        first: today::first(facts, language),
        second: today::second(facts, language),
        steps: today::next_steps(facts, language),
        links: links_today(facts),
        needs_action: facts.need.is_action(),
        takes_deadline: today::takes_deadline(facts),
    }
}

/// Returns the answers about an input, the one on top first: a refusal, or both answers.
///
/// What isn't determined comes first, then what asks for something, then today. The second answer never repeats a step of
/// the first one. `deadline` is the one in the reader's notification, if they entered it.
pub fn answers(
    input: &InputReport,
    now: Timestamp,
    deadline: Option<Date>,
    language: Language,
) -> Vec<Answer> {
    let mut facts = Facts::new(input, now);
    facts.deadline = deadline;
    let about_2019 = answer_of(input, &facts, language);
    if input.error.is_some() {
        vec![about_2019]
    } else if facts.is_today_first() {
        vec![today_of(&facts, language), about_2019]
    } else {
        vec![about_2019, today_of(&facts, language)]
    }
}

/// The answer on top of an input, for lists.
pub(crate) struct Standing {
    pub(crate) tone: Tone,
    /// The answer in a word.
    pub(crate) word: &'static str,
    /// True if an answer asks for something.
    pub(crate) needs_action: bool,
}

/// Returns what the answer on top says, without its sentences: a table needs it of each of 10,000 inputs.
pub(crate) fn standing(input: &InputReport, now: Timestamp, language: Language) -> Standing {
    let need = Need::new(input, now);
    let stage = notices::maintenance_2019(now.unix());
    let (tone, word) = if is_today_first(input, need, stage) {
        (today::tone(need), today::word(input, need, language))
    } else {
        (about_2019::tone(input), about_2019::word(input, language))
    };
    Standing {
        tone,
        word,
        needs_action: need.is_action() || input.verdict != Verdict::NotAffected,
    }
}

/// Returns the first step of the answer on top, without what only this input's date says; `None` if nothing is asked for.
pub(crate) fn first_step(
    input: &InputReport,
    now: Timestamp,
    language: Language,
) -> Option<String> {
    let mut facts = Facts::new(input, now);
    facts.packaged = None;
    facts.names_portal = false;
    let answer = if facts.is_today_first() {
        today_of(&facts, language)
    } else {
        answer_of(input, &facts, language)
    };
    let step = answer.steps.into_iter().next()?;
    answer.needs_action.then_some(step.text)
}

/// Returns the gateway's type according to the notice of 2019, or why it can't be determined. Returns nothing if the
/// answer about 2019 is undetermined.
pub fn gateway_type_words(input: &InputReport, now: Timestamp, language: Language) -> String {
    about_2019::gateway_type(&Facts::new(input, now), language)
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
