//! The messages of today's answer.

use super::codes::finding_sentence;
use super::{
    certainty, day, list, package, paragraph, portal_path, retirement, server_certificate,
    short_list,
};
use crate::answer::{Step, Tone};
use crate::facts::{ExpiredRoot, Facts, NewerRoot, RetiringRoots, has_finding, is_weakly_proven};
use crate::summary::Need;
use crate::{Language, Message, words};
use p2s_package::Date;
use p2s_verdict::notices::{Stage, root_rotation_2026};
use p2s_verdict::{FindingCode, InputReport, State, Verdict};

/// Returns the answer in a few words.
pub(crate) fn word(input: &InputReport, need: Need, language: Language) -> &'static str {
    let names_disagree = || has_finding(input, FindingCode::NamesDisagree);
    let message = match input.root_today.state {
        _ if !input.is_read() => Message::WordNotRead,
        State::Current if input.verdict == Verdict::Undetermined => Message::TodayWordUncertain,
        State::Current if names_disagree() => Message::TodayWordLookAgain,
        State::Current if is_weakly_proven(input) => Message::TodayWordWeak,
        State::Current => Message::TodayWordNothing,
        State::Ready => Message::TodayWordReady,
        State::Retiring => Message::TodayWordGetReady,
        State::Expired => Message::TodayWordAct,
        State::SelfSigned if need.is_action() => Message::TodayWordNewPackage,
        State::SelfSigned => Message::TodayWordSee2019,
        State::PublicUnlisted => Message::TodayWordLookAgain,
        State::Unknown => Message::TodayWordUnknown,
    };
    message.text(language)
}

/// Returns the answer in a few words, in the middle of a line.
pub(crate) fn short_word(facts: &Facts<'_>, language: Language) -> &'static str {
    let message = match facts.need {
        Need::ImportRoots | Need::DownloadAgain => Message::TodayShortAction,
        Need::Nothing => Message::TodayShortNothing,
        Need::ProbablyNothing => Message::TodayShortWeak,
        Need::Unclear | Need::See2019 => Message::TodayShortOpen,
        Need::NotRead => Message::ShortNotRead,
    };
    message.text(language)
}

/// Returns the tone of the answer. Only what is certain and asks for nothing is well.
pub(crate) fn tone(need: Need) -> Tone {
    match need {
        Need::ImportRoots | Need::DownloadAgain => Tone::Action,
        Need::Nothing => Tone::Well,
        Need::ProbablyNothing | Need::Unclear | Need::See2019 | Need::NotRead => Tone::Open,
    }
}

/// Returns the sentence that answers the question.
pub(crate) fn first(facts: &Facts<'_>, language: Language) -> String {
    let today = &facts.today;
    let (file, server) = (&facts.file, &server_certificate(facts, language));
    let certainty = certainty(facts);
    let has_intermediate = |expired: &ExpiredRoot| expired.intermediate.is_some();
    let kind = if today.expired.iter().any(has_intermediate) {
        "intermediate"
    } else {
        "root"
    };
    match facts.state {
        State::Current if facts.verdict == Verdict::Undetermined => {
            let package = &package(facts, language);
            words::TodayUnconfirmed { package }.text(language)
        }
        State::Current => words::TodayCurrent {
            certainty,
            count: &today.all.len().to_string(),
            file,
            kind,
            server,
        }
        .text(language),
        State::Ready => words::TodayReady {
            package: &package(facts, language),
        }
        .text(language),
        State::Retiring | State::Expired => words::TodayOutgoing {
            certainty,
            count: &today.all.len().to_string(),
            expired_count: &today.expired.len().to_string(),
            file,
            kind,
            retiring_count: &today.retiring.len().to_string(),
            server,
        }
        .text(language),
        State::SelfSigned => {
            let parts = match facts.verdict {
                Verdict::Affected => "all",
                Verdict::NotAffected | Verdict::Undetermined => "some",
            };
            match facts.stage {
                Stage::Past => words::TodayOwnCa { parts, server }.text(language),
                Stage::UnderWay | Stage::Upcoming => {
                    words::TodayOwnCaBefore { parts, server }.text(language)
                }
            }
        }
        State::PublicUnlisted => words::TodayUnlisted {
            certainty,
            count: &today.all.len().to_string(),
            file,
            kind,
            server,
        }
        .text(language),
        State::Unknown if facts.is_of_customer() => {
            words::TodayNotTheGateway { file }.text(language)
        }
        State::Unknown => words::TodayUnknown { server }.text(language),
    }
}

/// Returns which root it is, or which roots are being retired and which have expired, as a sentence.
fn outgoing_roots(facts: &Facts<'_>, language: Language) -> String {
    match facts.today.all.as_slice() {
        [root]
            if facts
                .today
                .expired
                .iter()
                .all(|one| one.intermediate.is_none()) =>
        {
            words::ExplainRoot { root }.text(language)
        }
        _ => outgoing(facts, language),
    }
}

/// Returns which roots are being retired and which have expired, as a sentence.
fn outgoing(facts: &Facts<'_>, language: Language) -> String {
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
    words::ExplainOutgoing {
        expired: &list(&names, language),
        expired_count: &expired.len().to_string(),
        retiring: &list(retiring, language),
        retiring_count: &retiring.len().to_string(),
    }
    .text(language)
}

/// Returns the sentences that explain the answer.
pub(crate) fn second(facts: &Facts<'_>, language: Language) -> String {
    let text = |message: Message| message.text(language).to_owned();
    let completed = &day(facts.dates.completed, language);
    let (roots, count) = (
        &list(&facts.today.all, language),
        &facts.today.all.len().to_string(),
    );
    match facts.state {
        State::Current if facts.has(FindingCode::NamesDisagree) => {
            words::ExplainNamesDisagree { count, roots }.text(language)
        }
        State::Current => words::ExplainCurrent { count, roots }.text(language),
        State::Ready => ready(facts, language),
        State::Retiring if !facts.today.retirements.is_empty() => {
            let mut sentences = vec![outgoing_roots(facts, language)];
            sentences.extend(retirements(facts, language));
            if may_be_early(facts) {
                sentences.push(text(Message::ExplainOtherCloud));
            }
            sentences.push(text(Message::ExplainNotYours));
            paragraph(&sentences, language)
        }
        State::Retiring | State::Expired => {
            let sentences = [
                outgoing_roots(facts, language),
                text(Message::ExplainExpired),
            ];
            paragraph(&sentences, language)
        }
        State::SelfSigned if facts.stage == Stage::Past => {
            let packaged = package_date(facts);
            let is_later = packaged.is_some_and(|packaged| packaged > facts.dates.completed);
            words::ExplainOwnCaPast {
                completed,
                dated: if is_later { "later" } else { "earlier" },
                day: &packaged.map(|one| day(one, language)).unwrap_or_default(),
            }
            .text(language)
        }
        State::SelfSigned => words::ExplainOwnCaBefore { completed }.text(language),
        State::PublicUnlisted => words::ExplainUnlisted { count, roots }.text(language),
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
    let all = &facts.today.all;
    let explanation = words::ExplainReady {
        count: &all.len().to_string(),
        roots: &list(all, language),
    };
    let mut sentences = vec![explanation.text(language)];
    for condition in [FindingCode::LoneCertificate, FindingCode::ScriptOnly] {
        if facts.has(condition) {
            sentences.push(finding_sentence(condition, language).to_owned());
        }
    }
    if !facts.today.outgoing().is_empty() {
        sentences.push(outgoing(facts, language));
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
    sentences.push(Message::ExplainNotYours.text(language).to_owned());
    paragraph(&sentences, language)
}

/// Returns why the roots are being retired, by their notices.
fn retirements(facts: &Facts<'_>, language: Language) -> Vec<String> {
    let retirements = facts.today.retirements.iter();
    retirements
        .map(|retiring| retirement::explanation(retiring, facts.state, &facts.dates, language))
        .collect()
}

/// Returns what to do next. Below an answer about 2019 that asks for another download already, this step is left out.
pub(crate) fn next_steps(facts: &Facts<'_>, language: Language) -> Vec<Step> {
    let mut steps = all_steps(facts, language);
    if !facts.is_today_first() {
        if !facts.need.is_action() {
            steps.clear();
        }
        steps.retain(|step| step.command.is_none());
    }
    steps
}

fn all_steps(facts: &Facts<'_>, language: Language) -> Vec<Step> {
    let plain = |message: Message| Step::plain(message.text(language));
    let download = || {
        let (dated, day) = package_day(facts, language);
        let portal = portal_path(facts, language);
        facts.download_step(
            words::StepDownloadAndCheck {
                dated,
                day: &day,
                portal,
            }
            .text(language),
        )
    };
    match facts.state {
        State::Retiring if !facts.today.retirements.is_empty() => {
            let mut steps = vec![download()];
            steps.extend(wait(facts, language));
            steps.extend([
                plain(Message::StepImportIfSeveral),
                deadline(facts, language),
            ]);
            steps
        }
        State::Retiring | State::Expired => vec![
            download(),
            plain(Message::StepInstallEveryClient),
            plain(Message::StepImportIfSeveral),
            plain(Message::StepAskIfExpired),
        ],
        State::SelfSigned => vec![
            download(),
            plain(Message::StepAskIfOwnCa),
            plain(Message::StepTryOne),
            plain(Message::StepEveryClient),
        ],
        State::Ready => ready_steps(facts, language),
        State::Unknown if facts.newer_root == Some(NewerRoot::Fingerprint) => {
            vec![download(), Step::plain(compare_advice(facts, language))]
        }
        State::PublicUnlisted | State::Unknown => {
            vec![download(), plain(Message::StepAskAboutCa)]
        }
        State::Current if facts.has(FindingCode::NamesDisagree) => vec![download()],
        State::Current => {
            let (dated, day) = package_day(facts, language);
            let first = if facts.is_weakly_proven() {
                Message::StepCheckWholePackage
            } else {
                Message::StepEachGateway
            };
            let notified = words::StepIfNotified { dated, day: &day };
            vec![plain(first), Step::plain(notified.text(language))]
        }
    }
}

/// Returns the day on which the package was created, as the steps compare it with the reader's notification.
///
/// The day on which a zip was packed again isn't: it can be later than the notification that the reader got.
fn package_date(facts: &Facts<'_>) -> Option<Date> {
    facts.packaged.filter(|_| !facts.has(FindingCode::Rezipped))
}

/// Returns whether the day of the package is known, as the messages' variants call it, and that day.
fn package_day(facts: &Facts<'_>, language: Language) -> (&'static str, String) {
    match package_date(facts) {
        Some(packaged) => ("yes", day(packaged, language)),
        None => ("no", String::new()),
    }
}

/// Returns true if a step depends on the deadline in the reader's notification.
pub(crate) fn takes_deadline(facts: &Facts<'_>) -> bool {
    let is_retiring = facts.state == State::Retiring && !facts.today.retirements.is_empty();
    facts.state == State::Ready || is_retiring
}

/// Returns the step about the deadline in the reader's notification.
fn deadline(facts: &Facts<'_>, language: Language) -> Step {
    let deadline = facts.deadline;
    Step::plain(
        words::StepDeadline {
            day: &deadline.map(|one| day(one, language)).unwrap_or_default(),
            known: if deadline.is_some() { "yes" } else { "no" },
        }
        .text(language),
    )
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
    steps.push(deadline(facts, language));
    steps
}
