//! The messages of today's answer.

use super::codes::finding_sentence;
use super::{day, list, package, paragraph, retirement, server_certificate, short_list};
use crate::answer::Step;
use crate::facts::{ExpiredRoot, Facts, NewerRoot, RetiringRoots};
use crate::{Language, Message, words};
use p2s_verdict::notices::{Stage, root_rotation_2026};
use p2s_verdict::{FindingCode, State, Verdict};

/// Returns the answer in a few words.
pub(crate) fn word(facts: &Facts<'_>, language: Language) -> &'static str {
    let message = match facts.state {
        State::Current if facts.verdict == Verdict::Undetermined => Message::TodayWordUncertain,
        State::Current => Message::TodayWordNothing,
        State::Ready => Message::TodayWordReady,
        State::SelfSigned if !facts.needs_action_today => Message::TodayWordSee2019,
        State::Retiring | State::Expired | State::SelfSigned => Message::TodayWordAct,
        State::PublicUnlisted => Message::TodayWordLookAgain,
        State::Unknown => Message::TodayWordUnknown,
    };
    message.text(language)
}

/// Returns the sentence that answers the question.
pub(crate) fn first(facts: &Facts<'_>, language: Language) -> String {
    let today = &facts.today;
    let (file, server) = (&facts.file, &server_certificate(facts, language));
    let certainty = certainty(facts);
    match facts.state {
        State::Current => words::TodayCurrent {
            certainty,
            count: &today.all.len().to_string(),
            file,
            roots: &list(&today.all, language),
            server,
        }
        .text(language),
        State::Ready => words::TodayReady {
            package: &package(facts, language),
            roots: &list(&today.all, language),
        }
        .text(language),
        State::Retiring | State::Expired => {
            let outgoing = Outgoing::new(facts, language);
            let [expired_count, retiring_count, count] = &outgoing.counts();
            let (expired, retiring) = (&outgoing.expired, &outgoing.retiring);
            let has_intermediate = |expired: &ExpiredRoot| expired.intermediate.is_some();
            let message = if today.expired.iter().any(has_intermediate) {
                Message::TodayOutgoingIntermediate
            } else {
                Message::TodayOutgoing
            };
            words::TodayOutgoing {
                certainty,
                count,
                expired,
                expired_count,
                file,
                retiring,
                retiring_count,
                server,
            }
            .text(message, language)
        }
        State::SelfSigned => words::TodayOwnCa {
            parts: match facts.verdict {
                Verdict::Affected => "all",
                Verdict::NotAffected | Verdict::Undetermined => "some",
            },
            server,
            stage: facts.stage.code(),
        }
        .text(language),
        State::PublicUnlisted => words::TodayUnlisted {
            certainty,
            count: &today.unlisted.len().to_string(),
            file,
            roots: &list(&today.unlisted, language),
            server,
        }
        .text(language),
        State::Unknown if facts.is_of_customer() => {
            words::TodayNotTheGateway { file }.text(language)
        }
        State::Unknown => words::TodayUnknown { server }.text(language),
    }
}

/// Returns how certain it is that the gateway's certificate chains to the roots, as the messages' variants call it.
fn certainty(facts: &Facts<'_>) -> &'static str {
    if facts.verdict == Verdict::Undetermined {
        "uncertain"
    } else if facts.is_lone_certificate() {
        "lone"
    } else if facts.is_script_only() {
        "script"
    } else {
        "certain"
    }
}

/// The roots that are being retired and those that have expired, as lists.
struct Outgoing {
    retiring: String,
    retiring_count: usize,
    expired: String,
    expired_count: usize,
}

impl Outgoing {
    fn new(facts: &Facts<'_>, language: Language) -> Self {
        let (retiring, expired) = (&facts.today.retiring, &facts.today.expired);
        let names: Vec<String> = expired
            .iter()
            .map(|expired| match expired.intermediate {
                Some(name) => {
                    let root = &expired.root;
                    words::ExpiredIntermediate { name, root }.text(language)
                }
                None => expired.root.clone(),
            })
            .collect();
        Outgoing {
            retiring: list(retiring, language),
            retiring_count: retiring.len(),
            expired: list(&names, language),
            expired_count: expired.len(),
        }
    }

    /// Returns the number of expired roots, of retiring ones, and of both.
    fn counts(&self) -> [String; 3] {
        let both = self.expired_count.saturating_add(self.retiring_count);
        [self.expired_count, self.retiring_count, both].map(|count| count.to_string())
    }
}

/// Returns the sentences that explain the answer.
pub(crate) fn second(facts: &Facts<'_>, language: Language) -> String {
    let text = |message: Message| message.text(language).to_owned();
    let completed = &day(facts.dates.completed, language);
    match facts.state {
        State::Current if facts.has(FindingCode::NamesDisagree) => {
            text(Message::ExplainNamesDisagree)
        }
        State::Current => text(Message::ExplainCurrent),
        State::Ready => ready(facts, language),
        State::Retiring if !facts.today.retirements.is_empty() => {
            let mut sentences = retirements(facts, language);
            if may_be_early(facts) {
                sentences.push(text(Message::ExplainOtherCloud));
            }
            paragraph(&sentences, language)
        }
        State::Retiring | State::Expired => text(Message::ExplainExpired),
        State::SelfSigned if facts.stage == Stage::Past => {
            words::ExplainOwnCaPast { completed }.text(language)
        }
        State::SelfSigned => words::ExplainOwnCaBefore { completed }.text(language),
        State::PublicUnlisted => text(Message::ExplainUnlisted),
        State::Unknown if facts.newer_root.is_some() => {
            let sentences = [text(Message::NewerRoot), compare_advice(facts, language)];
            paragraph(&sentences, language)
        }
        State::Unknown => text(Message::ExplainUnknown),
    }
}

/// Returns what to do before trusting an unknown root.
pub(super) fn compare_advice(facts: &Facts<'_>, language: Language) -> String {
    match facts.newer_root {
        Some(NewerRoot::Fingerprint) => {
            let roots = &list(&facts.today.unknown, language);
            words::CompareFingerprint { roots }.text(language)
        }
        Some(NewerRoot::Name) | None => Message::DownloadBeforeChange.text(language).to_owned(),
    }
}

/// Returns true if a retiring root may be in use longer, because the gateway isn't in the public cloud.
fn may_be_early(facts: &Facts<'_>) -> bool {
    let of_2026 = |retiring: &RetiringRoots| retiring.notice.id == root_rotation_2026::ID;
    (facts.has(FindingCode::CloudGovernment) || facts.has(FindingCode::CloudChina))
        && facts.today.retirements.iter().any(of_2026)
}

fn ready(facts: &Facts<'_>, language: Language) -> String {
    let mut sentences = vec![Message::ExplainReady.text(language).to_owned()];
    for condition in [FindingCode::LoneCertificate, FindingCode::ScriptOnly] {
        if facts.has(condition) {
            sentences.push(finding_sentence(condition, language).to_owned());
        }
    }
    if !facts.today.outgoing().is_empty() {
        let outgoing = Outgoing::new(facts, language);
        let [expired_count, retiring_count, _] = &outgoing.counts();
        let sentence = words::ExplainOutgoing {
            expired: &outgoing.expired,
            expired_count,
            retiring: &outgoing.retiring,
            retiring_count,
        };
        sentences.push(sentence.text(language));
    }
    sentences.extend(retirements(facts, language));
    let unlisted = &facts.today.unlisted;
    if !unlisted.is_empty() {
        let sentence = words::ExplainReadyUnlisted {
            count: &unlisted.len().to_string(),
            roots: &list(unlisted, language),
        };
        sentences.push(sentence.text(language));
    }
    paragraph(&sentences, language)
}

/// Returns why the roots are being retired, by their notices.
fn retirements(facts: &Facts<'_>, language: Language) -> Vec<String> {
    let retirements = facts.today.retirements.iter();
    retirements
        .map(|retiring| retirement::explanation(retiring, &facts.dates, language))
        .collect()
}

/// Returns what to do next.
pub(crate) fn next_steps(facts: &Facts<'_>, language: Language) -> Vec<Step> {
    let plain = |message: Message| Step::plain(message.text(language));
    let download = || facts.download_step(Message::StepDownloadAndCheck.text(language));
    match facts.state {
        State::Retiring if !facts.today.retirements.is_empty() => {
            let mut steps = vec![download()];
            steps.extend(wait(facts, language));
            steps.extend([
                plain(Message::StepImportIfSeveral),
                plain(Message::StepDeadline),
            ]);
            steps
        }
        State::Retiring | State::Expired => vec![
            download(),
            plain(Message::StepInstallNew),
            plain(Message::StepImportIfSeveral),
            plain(Message::StepAskIfExpired),
        ],
        State::SelfSigned if !facts.needs_action_today => Vec::new(),
        State::SelfSigned => vec![
            download(),
            plain(Message::StepInstallNew),
            plain(Message::StepAskIfOwnCa),
        ],
        State::Ready => ready_steps(facts, language),
        State::Unknown if facts.newer_root == Some(NewerRoot::Fingerprint) => {
            vec![download(), Step::plain(compare_advice(facts, language))]
        }
        State::PublicUnlisted | State::Unknown => vec![download()],
        State::Current => Vec::new(),
    }
}

/// Returns the step about a new package with the old roots, in the words of the notice that took effect first.
fn wait(facts: &Facts<'_>, language: Language) -> Option<Step> {
    let retirements = facts.today.retirements.iter();
    let first = retirements.min_by_key(|retiring| retiring.retirement.since)?;
    let roots = list(&facts.today.outgoing(), language);
    let text = retirement::wait(first, &roots, &facts.dates, language);
    Some(Step::plain(text))
}

fn ready_steps(facts: &Facts<'_>, language: Language) -> Vec<Step> {
    let unlisted = &facts.today.unlisted;
    let mut steps = Vec::new();
    if !unlisted.is_empty() {
        let roots = &list(unlisted, language);
        steps.push(facts.download_step(words::StepCompareFingerprint { roots }.text(language)));
    }
    steps.push(Step::plain(Message::StepImportAll.text(language)));
    if !facts.parts_lacking_root.is_empty() {
        let parts = &short_list(&facts.parts_lacking_root, language);
        steps.push(facts.download_step(words::StepCompleteParts { parts }.text(language)));
    }
    steps.push(Step::plain(Message::StepDeadline.text(language)));
    steps
}
