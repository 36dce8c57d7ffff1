//! The English sentences of today's answer.

use super::{and, date, month, package, server_certificate};
use crate::answer::{Step, steps};
use crate::facts::{Expired, Facts};
use p2s_verdict::notices::Stage;
use p2s_verdict::{State, Verdict};

pub(crate) fn word(facts: &Facts<'_>) -> &'static str {
    match facts.state {
        State::Current if facts.verdict == Verdict::Undetermined => "Not certain",
        State::Current => "Nothing to do today",
        State::Ready => "Import all roots",
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
            stands_under(facts, &server, &today.all)
        ),
        State::Ready => format!(
            "Today: {} holds several roots for the gateway's server certificate ({}), and not all of them will stay.",
            package(facts),
            and(&today.all)
        ),
        State::Retiring | State::Expired => format!(
            "Act: {}, {}.",
            out_of_use(facts),
            stands_under(facts, &server, &today.all)
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
            "Today: {} {} public, but not known to be used by Azure's VPN gateways, {}.",
            and(&today.unlisted),
            be(&today.unlisted),
            stands_under(facts, &server, &today.unlisted)
        ),
        State::Unknown => format!(
            "Today: {} does not prove which root the gateway's server certificate is under, so nothing can be said of that root.",
            package(facts)
        ),
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

/// That the gateway's certificate stands under the roots just named, as far as that is certain.
fn stands_under(facts: &Facts<'_>, server: &str, roots: &[String]) -> String {
    let them = if roots.len() > 1 { "them" } else { "it" };
    if facts.verdict == Verdict::Undetermined {
        format!("but it is not certain that {server} is under {them}")
    } else if facts.lone_certificate() {
        format!(
            "and the gateway's server certificate is under {them} if {} came out of its package",
            facts.file
        )
    } else if facts.script_only() {
        format!("and {server} is under {them} if the gateway does not check its users by RADIUS")
    } else {
        format!("and {server} is under {them}")
    }
}

pub(crate) fn second(facts: &Facts<'_>) -> String {
    let completed = date(facts.dates.completed);
    match facts.state {
        State::Current => "Nothing is known against it. A package is a picture of one day: if Azure notifies you of a change of root certificates, download and check again.".to_owned(),
        State::Ready if facts.today.retiring.is_empty() => {
            format!("Clients that trust all of them go on working when the gateway changes its root: {}.", out_of_use(facts))
        }
        State::Ready => format!(
            "Clients that trust all of them go on working when the gateway changes its root: {}. {}",
            out_of_use(facts),
            rotation(facts)
        ),
        State::Retiring => rotation(facts),
        State::Expired => "A client that checks the period of validity refuses a server certificate under it. The gateway has most likely changed its root since.".to_owned(),
        State::SelfSigned if facts.stage == Stage::Past => format!("By {completed} all gateways had been moved to public CAs."),
        State::SelfSigned => format!("The maintenance of 2019 moves all such gateways to public CAs, the last by {completed}."),
        State::PublicUnlisted => "That may be a change newer than this program. Compare with Azure's own pages and with your notification.".to_owned(),
        State::Unknown => "The evidence below shows what is missing or unknown.".to_owned(),
    }
}

/// What is known of the rotation, and what is only inferred.
fn rotation(facts: &Facts<'_>) -> String {
    let names = and(&facts.today.retiring);
    let since = facts
        .dates
        .retiring_since
        .map(|day| format!(" on {}", date(day)))
        .unwrap_or_default();
    let month = month(facts.dates.deadline);
    let deadline = if facts.dates.deadline_ahead {
        format!(
            "One version of its pages gives the end of {month}; what your notification says comes first."
        )
    } else {
        format!(
            "One version of its pages gave the end of {month}: a gateway that has been moved accepts no client that has only this root."
        )
    };
    format!(
        "Chrome and Firefox stopped trusting {names} for web sites{since}. On {} Azure announced that point-to-site gateways rotate their root certificates and that every client needs the new profile before the deadline in your own notification. {deadline} That the rotation is about this root is our inference: Azure's pages name no root.",
        date(facts.dates.rotation)
    )
}

pub(crate) fn steps_of(facts: &Facts<'_>) -> Vec<Step> {
    const AGAIN: &str = "Download the VPN client package again and check it in the same way.";
    const BOTH: &str = "If the new package holds several roots, import all of them on every client, whatever the authentication (certificate, Microsoft Entra ID, RADIUS).";
    let wait = if facts.dates.deadline_ahead {
        format!(
            "If it still holds only the old root, wait for Azure's notification; then, and in any case in good time before the end of {}, download and check again.",
            month(facts.dates.deadline)
        )
    } else {
        "If it still holds only the old root, ask Azure support for your gateway's date; then download and check again.".to_owned()
    };
    match facts.state {
        State::Retiring => facts.download_first(&[
            AGAIN,
            &wait,
            BOTH,
            "Have every client ready before the deadline in your own notification.",
        ]),
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
        State::Ready => steps(&[
            "Import every root certificate of the package on every client, whatever the authentication (certificate, Microsoft Entra ID, RADIUS).",
            "Have every client ready before the deadline in your own notification.",
        ]),
        State::PublicUnlisted | State::Unknown => facts.download_first(&[AGAIN]),
        State::Current => Vec::new(),
    }
}

/// Which roots are on their way out, and which are out already.
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
