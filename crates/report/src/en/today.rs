//! The English sentences of today's answer.

use super::{date, join_and, month, package, server_certificate};
use crate::answer::{Step, steps};
use crate::facts::{ExpiredRoot, Facts, NewerRoot};
use p2s_verdict::notices::{RetirementNotice, Stage};
use p2s_verdict::{FindingCode, State, Verdict};

/// Returns the answer in a few words.
pub(crate) fn word(facts: &Facts<'_>) -> &'static str {
    match facts.state {
        State::Current if facts.verdict == Verdict::Undetermined => "Not certain",
        State::Current => "Nothing to do today",
        State::Ready => "Import all root certificates",
        State::Retiring | State::Expired | State::SelfSigned => "Act",
        State::PublicUnlisted => "Look again",
        State::Unknown => "Cannot tell",
    }
}

/// Returns the sentence that answers the question.
pub(crate) fn first(facts: &Facts<'_>) -> String {
    let today = &facts.today;
    let server = format!("{} (not your own certificates)", server_certificate(facts));
    match facts.state {
        State::Current => format!(
            "Today: {} {} current, {}.",
            join_and(&today.all),
            is_or_are(&today.all),
            chains_to(facts, &server, &today.all)
        ),
        State::Ready => format!(
            "Today: {} contains several root certificates for the gateway's server certificate ({}), as for a root certificate migration. Import all of them on every client.",
            package(facts),
            join_and(&today.all)
        ),
        State::Retiring | State::Expired => format!(
            "Act: {}, {}.",
            retiring_or_expired(facts),
            chains_to(facts, &server, &today.outgoing())
        ),
        State::SelfSigned if facts.verdict == Verdict::Affected => format!(
            "Act: by this package, {server} is under a CA of the gateway's own, {}.",
            own_ca_status(facts)
        ),
        State::SelfSigned => format!(
            "Act: by parts of this package, {server} is under a CA of the gateway's own, {}.",
            own_ca_status(facts)
        ),
        State::PublicUnlisted => format!(
            "Today: {} {} public, but not known to be used by Azure VPN gateways, {}.",
            join_and(&today.unlisted),
            is_or_are(&today.unlisted),
            chains_to(facts, &server, &today.unlisted)
        ),
        State::Unknown => {
            format!("Today: the root of {server} isn't known, so its state can't be determined.")
        }
    }
}

/// Returns a clause about the gateway's own self-signed CA at the moment of the answers.
fn own_ca_status(facts: &Facts<'_>) -> &'static str {
    if facts.stage == Stage::Past {
        "which no gateway should use any more"
    } else {
        "which the maintenance of 2019 replaces"
    }
}

/// Returns a clause that the gateway's certificate chains to these roots, as far as that is certain.
fn chains_to(facts: &Facts<'_>, server: &str, roots: &[String]) -> String {
    let them = if roots.len() > 1 { "them" } else { "it" };
    if facts.verdict == Verdict::Undetermined {
        format!("but it is not certain that {server} chains to {them}")
    } else if facts.is_lone_certificate() {
        format!(
            "and the gateway's server certificate chains to {them} if {} came from its package",
            facts.file
        )
    } else if facts.is_script_only() {
        format!("and {server} chains to {them}, unless the gateway uses RADIUS authentication")
    } else {
        format!("and {server} chains to {them}")
    }
}

/// Returns the sentences that explain the answer.
pub(crate) fn second(facts: &Facts<'_>) -> String {
    let completed = date(facts.dates.completed);
    match facts.state {
        State::Current if facts.has(FindingCode::NamesDisagree) => {
            "The names in the package don't all show that root. This can happen during a root certificate migration: download the package again and check it.".to_owned()
        }
        State::Current => "No retirement is known. A package is a snapshot of one day: if Microsoft notifies you of a root certificate migration, download the package again and check it.".to_owned(),
        State::Ready => ready(facts),
        State::Retiring if facts.today.retirements.is_empty() => EXPIRED.to_owned(),
        State::Retiring => retirements(facts),
        State::Expired => EXPIRED.to_owned(),
        State::SelfSigned if facts.stage == Stage::Past => format!("By {completed} all gateways had been moved to public CAs."),
        State::SelfSigned => format!("The maintenance of 2019 moves all such gateways to public CAs, the last by {completed}."),
        State::PublicUnlisted => "It may be newer than this tool's list, or no longer on Azure's list. Compare with Azure's own pages and with your notification.".to_owned(),
        State::Unknown => match facts.newer_root {
            Some(_) => format!("{NEWER_ROOT} {}", compare_advice(facts)),
            None => "The evidence below shows what is missing or unknown.".to_owned(),
        },
    }
}

const EXPIRED: &str = "A client that checks the period of validity refuses a server certificate that chains to an expired root. The gateway's root has most likely changed since.";

/// The sentence about what an unknown root may be.
pub(crate) const NEWER_ROOT: &str =
    "This may be a root certificate migration to a root that is newer than this tool.";

/// Returns what to do before trusting an unknown root.
pub(crate) fn compare_advice(facts: &Facts<'_>) -> String {
    match facts.newer_root {
        Some(NewerRoot::Fingerprint) => format!(
            "Before you import it, compare the fingerprint of {} with the one in a package that you download again.",
            join_and(&facts.today.unknown)
        ),
        Some(NewerRoot::Name) | None => {
            "Download the package again before you change anything on the clients.".to_owned()
        }
    }
}

fn ready(facts: &Facts<'_>) -> String {
    let mut text = String::from(
        "Clients that trust all of them keep connecting when the gateway changes its server certificate. Your own root and client certificates aren't affected.",
    );
    for condition in [FindingCode::LoneCertificate, FindingCode::ScriptOnly] {
        if facts.has(condition) {
            text.push(' ');
            text.push_str(super::codes::finding(condition));
        }
    }
    if !facts.today.outgoing().is_empty() {
        text.push_str(&format!(" {}.", retiring_or_expired(facts)));
    }
    if !facts.today.retirements.is_empty() {
        text.push_str(&format!(" {}", retirements(facts)));
    }
    let unlisted = &facts.today.unlisted;
    if !unlisted.is_empty() {
        text.push_str(&format!(
            " {} {} public, but not known to be used by Azure VPN gateways.",
            join_and(unlisted),
            is_or_are(unlisted)
        ));
    }
    text
}

/// Returns why the roots are being retired according to each notice, with inferences marked as such.
fn retirements(facts: &Facts<'_>) -> String {
    let texts = facts.today.retirements.iter().map(|retired| {
        let (names, since) = (join_and(&retired.roots), date(retired.since));
        match retired.notice {
            RetirementNotice::RootRotation2026 => migration_2026(facts, &names, &since),
            RetirementNotice::WebTrustEnds2029 => format!(
                "According to a schedule that Mozilla has published, its trust in {names} for web sites ends on {since}. This tool knows of no notice about your gateway: what a notification from Microsoft says comes first."
            ),
        }
    });
    texts.collect::<Vec<_>>().join(" ")
}

fn migration_2026(facts: &Facts<'_>, names: &str, since: &str) -> String {
    let month = month(facts.dates.deadline);
    let deadline = if facts.dates.is_deadline_ahead {
        format!(
            "One version of the page gives the end of {month}; what your notification says comes first."
        )
    } else {
        format!(
            "One version of the page gave the end of {month}: a gateway that has been migrated accepts no client that has only this root."
        )
    };
    format!(
        "According to an Azure page dated {}, a notification from Microsoft identifies your gateway as affected and gives the deadline. Every client then needs the new profile. {deadline} That the migration is about {names} is our inference: the page names no root, but Chrome and Firefox stopped trusting it for web sites on {since}.",
        date(facts.dates.rotation)
    )
}

/// Returns what to do next.
pub(crate) fn next_steps(facts: &Facts<'_>) -> Vec<Step> {
    const DOWNLOAD_AGAIN: &str =
        "Download the VPN client package again and check it in the same way.";
    const IMPORT_ALL: &str = "If the new package contains several roots, import all of them on every client, whatever the authentication (certificate, Microsoft Entra ID, RADIUS).";
    const DEADLINE: &str = "Have every client ready before the deadline in your own notification.";
    let outgoing = join_and(&facts.today.outgoing());
    let is_rotation_2026 = facts
        .today
        .any_retired_by(RetirementNotice::RootRotation2026);
    let wait = if !is_rotation_2026 {
        format!(
            "If it still contains only {outgoing}, wait for a notification from Microsoft; then download and check again."
        )
    } else if facts.dates.is_deadline_ahead {
        format!(
            "If it still contains only {outgoing}, wait for Microsoft's notification; then, and in any case in good time before the end of {}, download and check again.",
            month(facts.dates.deadline)
        )
    } else {
        format!(
            "If it still contains only {outgoing}, ask Azure support for your gateway's date; then download and check again."
        )
    };
    match facts.state {
        State::Retiring => facts.download_first(&[DOWNLOAD_AGAIN, &wait, IMPORT_ALL, DEADLINE]),
        State::Expired => facts.download_first(&[
            DOWNLOAD_AGAIN,
            "Install the new package on every client.",
            IMPORT_ALL,
            "If the new package holds only what has expired, ask Azure support.",
        ]),
        State::SelfSigned => facts.download_first(&[
            DOWNLOAD_AGAIN,
            "Install the new package on every client.",
            "If the new package still rests on a CA of the gateway's own, ask Azure support.",
        ]),
        State::Ready => ready_steps(facts, DEADLINE),
        State::Unknown if facts.newer_root == Some(NewerRoot::Fingerprint) => {
            facts.download_first(&[DOWNLOAD_AGAIN, &compare_advice(facts)])
        }
        State::PublicUnlisted | State::Unknown => facts.download_first(&[DOWNLOAD_AGAIN]),
        State::Current => Vec::new(),
    }
}

fn ready_steps(facts: &Facts<'_>, deadline: &str) -> Vec<Step> {
    let unlisted = &facts.today.unlisted;
    let mut all = Vec::new();
    if !unlisted.is_empty() {
        all.push(facts.download_step(format!(
            "Download the package again and compare the fingerprint of {} in both.",
            join_and(unlisted)
        )));
    }
    all.extend(steps(&["Import every root certificate of the package on every client, whatever the authentication (certificate, Microsoft Entra ID, RADIUS)."]));
    if !facts.parts_lacking_root.is_empty() {
        all.push(facts.download_step(format!(
            "The newest root certificate is missing from {}. A client that is set up with this alone isn't ready: download the package again, and if it is still missing there, add it.",
            list_some(&facts.parts_lacking_root)
        )));
    }
    all.extend(steps(&[deadline]));
    all
}

/// Lists at most three names: "one, two, three and 4 more".
fn list_some(names: &[String]) -> String {
    const MAX_LISTED: usize = 3;
    let mut some: Vec<String> = names.iter().take(MAX_LISTED).cloned().collect();
    match names.len().saturating_sub(MAX_LISTED) {
        0 => {}
        more => some.push(format!("{more} more")),
    }
    join_and(&some)
}

/// Returns a clause about the retiring and the expired roots.
fn retiring_or_expired(facts: &Facts<'_>) -> String {
    let retiring = &facts.today.retiring;
    let expired: Vec<String> = facts.today.expired.iter().map(expired_root).collect();
    let have = if expired.len() > 1 { "have" } else { "has" };
    let retiring_part = format!(
        "{} {} being retired",
        join_and(retiring),
        is_or_are(retiring)
    );
    let expired_part = format!("{} {have} expired", join_and(&expired));
    match (retiring.is_empty(), expired.is_empty()) {
        (false, false) => format!("{retiring_part}, {expired_part}"),
        (true, _) => expired_part,
        (_, true) => retiring_part,
    }
}

fn expired_root(expired: &ExpiredRoot) -> String {
    match expired.intermediate {
        Some(name) => format!("{name} (an intermediate under {})", expired.root),
        None => expired.root.clone(),
    }
}

fn is_or_are(names: &[String]) -> &'static str {
    if names.len() > 1 { "are" } else { "is" }
}
