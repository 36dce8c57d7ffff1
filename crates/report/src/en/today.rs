//! The English sentences of today's answer.

use super::{and, date, month, package, server_certificate};
use crate::answer::{Step, steps};
use crate::facts::{Expired, Facts, NewerRoot};
use p2s_verdict::notices::{RetirementNotice, Stage};
use p2s_verdict::{FindingCode, State, Verdict};

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

pub(crate) fn first(facts: &Facts<'_>) -> String {
    let today = &facts.today;
    let server = format!("{} (not your own certificates)", server_certificate(facts));
    match facts.state {
        State::Current => format!(
            "Today: {} {} current, {}.",
            and(&today.all),
            be(&today.all),
            chains_to(facts, &server, &today.all)
        ),
        State::Ready => format!(
            "Today: {} contains several root certificates for the gateway's server certificate ({}), as for a root certificate migration. Import all of them on every client.",
            package(facts),
            and(&today.all)
        ),
        State::Retiring | State::Expired => format!(
            "Act: {}, {}.",
            out_of_use(facts),
            chains_to(facts, &server, &today.outgoing())
        ),
        State::SelfSigned if facts.verdict == Verdict::Affected => format!(
            "Act: by this package, {server} is under a CA of the gateway's own, {}.",
            no_more(facts)
        ),
        State::SelfSigned => format!(
            "Act: by parts of this package, {server} is under a CA of the gateway's own, {}.",
            no_more(facts)
        ),
        State::PublicUnlisted => format!(
            "Today: {} {} public, but not known to be used by Azure VPN gateways, {}.",
            and(&today.unlisted),
            be(&today.unlisted),
            chains_to(facts, &server, &today.unlisted)
        ),
        State::Unknown => {
            format!("Today: the root of {server} isn't known, so its state can't be determined.")
        }
    }
}

/// What holds of a gateway's own CA at the moment of the answers.
fn no_more(facts: &Facts<'_>) -> &'static str {
    if facts.stage == Stage::Past {
        "which no gateway should use any more"
    } else {
        "which the maintenance of 2019 replaces"
    }
}

/// That the gateway's certificate chains to the roots just named, as far as that is certain.
fn chains_to(facts: &Facts<'_>, server: &str, roots: &[String]) -> String {
    let them = if roots.len() > 1 { "them" } else { "it" };
    if facts.verdict == Verdict::Undetermined {
        format!("but it is not certain that {server} chains to {them}")
    } else if facts.lone_certificate() {
        format!(
            "and the gateway's server certificate chains to {them} if {} came from its package",
            facts.file
        )
    } else if facts.script_only() {
        format!("and {server} chains to {them}, unless the gateway uses RADIUS authentication")
    } else {
        format!("and {server} chains to {them}")
    }
}

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
            Some(_) => format!("{NEWER_ROOT} {}", compare(facts)),
            None => "The evidence below shows what is missing or unknown.".to_owned(),
        },
    }
}

const EXPIRED: &str = "A client that checks the period of validity refuses a server certificate that chains to an expired root. The gateway's root has most likely changed since.";

/// What an unknown root may be.
pub(crate) const NEWER_ROOT: &str =
    "This may be a root certificate migration to a root that is newer than this tool.";

/// What to do before an unknown root is trusted.
pub(crate) fn compare(facts: &Facts<'_>) -> String {
    match facts.newer_root {
        Some(NewerRoot::Fingerprint) => format!(
            "Before you import it, compare the fingerprint of {} with the one in a package that you download again.",
            and(&facts.today.unknown)
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
        text.push_str(&format!(" {}.", out_of_use(facts)));
    }
    if !facts.today.retirements.is_empty() {
        text.push_str(&format!(" {}", retirements(facts)));
    }
    let unlisted = &facts.today.unlisted;
    if !unlisted.is_empty() {
        text.push_str(&format!(
            " {} {} public, but not known to be used by Azure VPN gateways.",
            and(unlisted),
            be(unlisted)
        ));
    }
    text
}

/// Why the roots are being retired, by the notice, and what is only inferred.
fn retirements(facts: &Facts<'_>) -> String {
    let texts = facts.today.retirements.iter().map(|retired| {
        let (names, since) = (and(&retired.roots), date(retired.since));
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
    let deadline = if facts.dates.deadline_ahead {
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

pub(crate) fn steps_of(facts: &Facts<'_>) -> Vec<Step> {
    const AGAIN: &str = "Download the VPN client package again and check it in the same way.";
    const BOTH: &str = "If the new package contains several roots, import all of them on every client, whatever the authentication (certificate, Microsoft Entra ID, RADIUS).";
    const DEADLINE: &str = "Have every client ready before the deadline in your own notification.";
    let outgoing = and(&facts.today.outgoing());
    let of_2026 = facts.today.retired_by(RetirementNotice::RootRotation2026);
    let wait = if !of_2026 {
        format!(
            "If it still contains only {outgoing}, wait for a notification from Microsoft; then download and check again."
        )
    } else if facts.dates.deadline_ahead {
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
        State::Retiring => facts.download_first(&[AGAIN, &wait, BOTH, DEADLINE]),
        State::Expired => facts.download_first(&[
            AGAIN,
            "Install the new package on every client.",
            BOTH,
            "If the new package holds only what has expired, ask Azure support.",
        ]),
        State::SelfSigned => facts.download_first(&[
            AGAIN,
            "Install the new package on every client.",
            "If the new package still rests on a CA of the gateway's own, ask Azure support.",
        ]),
        State::Ready => ready_steps(facts, DEADLINE),
        State::Unknown if facts.newer_root == Some(NewerRoot::Fingerprint) => {
            facts.download_first(&[AGAIN, &compare(facts)])
        }
        State::PublicUnlisted | State::Unknown => facts.download_first(&[AGAIN]),
        State::Current => Vec::new(),
    }
}

fn ready_steps(facts: &Facts<'_>, deadline: &str) -> Vec<Step> {
    let unlisted = &facts.today.unlisted;
    let mut all = Vec::new();
    if !unlisted.is_empty() {
        all.push(facts.download_step(format!(
            "Download the package again and compare the fingerprint of {} in both.",
            and(unlisted)
        )));
    }
    all.extend(steps(&["Import every root certificate of the package on every client, whatever the authentication (certificate, Microsoft Entra ID, RADIUS)."]));
    if !facts.lacking.is_empty() {
        all.push(facts.download_step(format!(
            "The newest root certificate is missing from {}. A client that is set up with this alone isn't ready: download the package again, and if it is still missing there, add it.",
            some_of(&facts.lacking)
        )));
    }
    all.extend(steps(&[deadline]));
    all
}

/// One, two, three and 4 more.
fn some_of(names: &[String]) -> String {
    const MOST: usize = 3;
    let mut some: Vec<String> = names.iter().take(MOST).cloned().collect();
    match names.len().saturating_sub(MOST) {
        0 => {}
        more => some.push(format!("{more} more")),
    }
    and(&some)
}

/// Which roots are being retired, and which have expired.
fn out_of_use(facts: &Facts<'_>) -> String {
    let retiring = &facts.today.retiring;
    let expired: Vec<String> = facts.today.expired.iter().map(expired).collect();
    let have = if expired.len() > 1 { "have" } else { "has" };
    let retiring_part = format!("{} {} being retired", and(retiring), be(retiring));
    let expired_part = format!("{} {have} expired", and(&expired));
    match (retiring.is_empty(), expired.is_empty()) {
        (false, false) => format!("{retiring_part}, {expired_part}"),
        (true, _) => expired_part,
        (_, true) => retiring_part,
    }
}

fn expired(expired: &Expired) -> String {
    match expired.intermediate {
        Some(name) => format!("{name} (an intermediate under {})", expired.root),
        None => expired.root.clone(),
    }
}

fn be(names: &[String]) -> &'static str {
    if names.len() > 1 { "are" } else { "is" }
}
