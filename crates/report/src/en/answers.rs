//! The English sentences of the 2019 answer.

use super::{date, join_and, package, server_certificate};
use crate::answer::{Step, steps};
use crate::facts::{Facts, Refusal};
use p2s_verdict::notices::Stage;
use p2s_verdict::{FindingCode, GatewayType, Proof, Rule, State};

// Every first sentence says whose certificate it is about, because readers think of their own certificates.
const NOT_YOURS: &str = "your own root and client certificates are not concerned";
const QUESTION: &str =
    "the question is the gateway's server certificate, not your own root or client certificates";

/// Returns the way to the package in the Azure portal.
fn portal_path(facts: &Facts<'_>) -> &'static str {
    if facts.virtual_wan {
        "portal > the hub > User VPN (Point to site) > Download virtual Hub User VPN profile"
    } else {
        "portal > Virtual network gateways > the gateway > Point-to-site configuration > Download VPN client"
    }
}

/// Returns the sentence that answers the question.
pub(crate) fn first(facts: &Facts<'_>) -> String {
    let package = package(facts);
    let roots = public_cas(&facts.roots);
    match facts.rule {
        Rule::AllPublic if facts.is_lone_certificate() => format!(
            "Not affected by the 2019 maintenance, if {} came out of your gateway's package: the gateway's server certificate is then under {roots}; {NOT_YOURS}.",
            facts.file
        ),
        Rule::AllPublic if facts.proof == Proof::Name => format!(
            "Not affected by the 2019 maintenance, going by names alone: {package} says that the gateway's server certificate is under {roots}; {NOT_YOURS}."
        ),
        Rule::AllPublic if facts.is_script_only() => format!(
            "Not affected by the 2019 maintenance, if the gateway does not check its users by RADIUS: going by VpnProfileSetup.ps1 alone, {} is under {roots}; {NOT_YOURS}.",
            server_certificate(facts)
        ),
        Rule::AllPublic => format!(
            "Not affected by the 2019 maintenance: {} is under {roots}; {NOT_YOURS}.",
            server_certificate(facts)
        ),
        Rule::OwnCa => format!(
            "Affected by the 2019 maintenance: when this package was made, {} was under a CA of the gateway's own; {NOT_YOURS}.",
            server_certificate(facts)
        ),
        Rule::TwoGateways => format!(
            "Cannot tell: the parts of {} name different gateways, so it is not clear whose server certificate they describe; {NOT_YOURS}.",
            facts.file
        ),
        Rule::NoEvidence => format!(
            "Cannot tell: {package} says nothing about the CA of the gateway's server certificate; {NOT_YOURS}."
        ),
        Rule::Contradiction => format!(
            "Cannot tell, and don't install it: what {package} says about the CA of the gateway's server certificate contradicts itself; {NOT_YOURS}."
        ),
        Rule::Mixed => format!(
            "Cannot tell: the parts of {package} disagree about the CA of the gateway's server certificate; {NOT_YOURS}."
        ),
        Rule::UnknownRoot => format!(
            "Cannot tell: the CA that {package} gives for the gateway's server certificate is neither proven to be a public one nor recognisably the gateway's own; {NOT_YOURS}."
        ),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            refusal(facts)
        }
    }
}

/// Returns the first sentence for an input that can't be read.
fn refusal(facts: &Facts<'_>) -> String {
    let happened = match &facts.error {
        Some(Refusal {
            happened,
            place: Some(place),
            ..
        }) => format!("{place}: {happened}"),
        Some(error) => error.happened.to_owned(),
        None => super::codes::rule(facts.rule).to_owned(),
    };
    format!(
        "Cannot tell from {}; {QUESTION}. {happened}",
        package(facts)
    )
}

/// Returns the sentences that explain the answer.
pub(crate) fn second(facts: &Facts<'_>) -> String {
    let mut text = match facts.rule {
        Rule::AllPublic => all_public(facts),
        Rule::OwnCa => own_ca(facts),
        Rule::TwoGateways => "Files of two packages were probably put together. Check each gateway's package by itself.".to_owned(),
        Rule::NoEvidence => "The elements and files that would tell are missing or empty. Nothing that is missing counts as safe.".to_owned(),
        Rule::Contradiction => "A certificate or a name in it doesn't fit the rest. Download the package again from the portal yourself, and check the new one.".to_owned(),
        Rule::Mixed | Rule::UnknownRoot if facts.newer_root.is_some() => format!(
            "{} {} Until that is clear, it doesn't count as safe.",
            super::today::NEWER_ROOT,
            super::today::compare_advice(facts)
        ),
        Rule::Mixed => "Files of different packages are probably mixed. Until that is clear, it doesn't count as safe.".to_owned(),
        Rule::UnknownRoot => "Nothing here proves that the CA is a public one. Until that is clear, it doesn't count as safe. Download the package again and check it.".to_owned(),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            facts.error.as_ref().map(|error| error.to_do.to_owned()).unwrap_or_default()
        }
    };
    if facts.has(FindingCode::IssuerPublic) {
        text.push(' ');
        text.push_str(super::codes::finding(FindingCode::IssuerPublic));
    }
    text
}

fn all_public(facts: &Facts<'_>) -> String {
    let mut text = String::from(if facts.is_script_only() {
        "On that condition the change from self-signed to public CAs does not cut off clients that were set up with this script."
    } else {
        "The change from self-signed to public CAs does not cut off clients set up from this package."
    });
    if facts.proof == Proof::Name {
        text.push_str(" There is no certificate beside the names, and anyone can write a name: take this as a hint, and check the whole package to be sure.");
    }
    let undecided = facts.has(FindingCode::CreatedUndecided);
    match facts.types {
        [GatewayType::A, GatewayType::C] if undecided => {
            let [from, to] = facts.dates.undecided_creation.map(date);
            text.push_str(&format!(" The gateway is type A or C of the notice; between {from} and {to} the creation date does not tell which."));
        }
        [GatewayType::A, GatewayType::C] => text.push_str(
            " The gateway is type A or C of the notice; only its creation date can tell which.",
        ),
        [GatewayType::A] => {
            text.push_str(" By its creation date the gateway is type A of the notice.")
        }
        [GatewayType::C] => {
            text.push_str(" By its creation date the gateway is type C of the notice.")
        }
        _ => text.push_str(&undecided_type(facts)),
    }
    if facts.has(FindingCode::Rezipped) {
        text.push_str(" The zip was packed again, so its date is uncertain.");
    }
    if facts.state != State::Current {
        text.push_str(" All this is about 2019 only; what holds today is answered separately.");
    }
    text
}

/// Returns why the type can't be determined: a gateway that was type B has had a public CA since the maintenance and looks like
/// the other types.
fn undecided_type(facts: &Facts<'_>) -> String {
    let why = match facts.dates.first_window.filter(|_| facts.has_package_date) {
        Some(day) => format!(
            "The package was made after the first maintenance window ({}, JST)",
            date(day)
        ),
        None => "The file has no usable date".to_owned(),
    };
    format!(
        " {why}, so the type stays open: a type B gateway has been moved since and looks the same."
    )
}

fn own_ca(facts: &Facts<'_>) -> String {
    let dates = &facts.dates;
    let from = dates
        .maintenance
        .map(|day| format!("automatically from {} (JST) on and ", date(day)))
        .unwrap_or_default();
    let types = if facts.predates_notice {
        format!(
            "That was type B of the notice; the package is older than the notice ({}), and a routine maintenance may have made the gateway type A since.",
            date(dates.notice)
        )
    } else {
        "That is type B of the notice.".to_owned()
    };
    match facts.stage {
        Stage::Past => format!(
            "All such gateways were moved to a public CA, {from}the last by {}, so clients set up from this package have most likely been unable to connect since. {types}",
            date(dates.completed)
        ),
        Stage::UnderWay => format!(
            "Such gateways are being moved to a public CA, {from}before in the windows on request. Once this one has had its turn, clients set up from this package cannot connect until the new package is installed on them. {types}"
        ),
        Stage::Upcoming => format!(
            "Such gateways will be moved to a public CA, {from}before in a window on request. Afterwards clients set up from this package cannot connect until the new package is installed on them. {types}"
        ),
    }
}

/// Returns what to do next.
pub(crate) fn next_steps(facts: &Facts<'_>) -> Vec<Step> {
    let portal = portal_path(facts);
    match facts.rule {
        Rule::AllPublic if facts.is_weakly_proven() => steps(&[
            "To be sure, check the whole package (.zip) of that gateway.",
            if facts.needs_action_today {
                "For the 2019 maintenance nothing else is left to do, but today there is: see the answer for today."
            } else {
                "For the 2019 maintenance nothing else is left to do; for today see the answer for today."
            },
        ]),
        Rule::AllPublic if facts.needs_action_today => steps(&[
            "For the 2019 maintenance nothing is left to do, but today there is: see the answer for today.",
        ]),
        Rule::AllPublic => steps(&[
            if facts.state == State::Current {
                "For the 2019 maintenance nothing is left to do."
            } else {
                "For the 2019 maintenance nothing is left to do; for today see the answer for today."
            },
            "A package is a picture of the day it was made. Check each gateway, and each Virtual WAN hub, with a package of its own.",
        ]),
        Rule::OwnCa => own_ca_steps(facts, portal),
        Rule::UnknownRoot if facts.has(FindingCode::MaybeClientCertificate) => steps(&[
            "If this is your own client root or client certificate, leave it as it is: it is not concerned.",
            &format!("Download the VPN client package: {portal}."),
            "Check that package instead.",
        ]),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            match &facts.error {
                Some(error) if error.advises_download => facts.download_first(&[
                    &format!("Where to download it: {portal}."),
                    "If it can't be downloaded again, check by hand what you have.",
                ]),
                _ => Vec::new(),
            }
        }
        Rule::TwoGateways
        | Rule::NoEvidence
        | Rule::Contradiction
        | Rule::Mixed
        | Rule::UnknownRoot => facts.download_first(&[
            &format!("Download the VPN client package again: {portal}."),
            "Check the new package as it was downloaded, without unpacking or changing it.",
            "If the answer stays the same, ask Azure support which CA the gateway's server certificate is under.",
        ]),
    }
}

fn own_ca_steps(facts: &Facts<'_>, portal: &str) -> Vec<Step> {
    const EVERY_CLIENT: &str =
        "Do the same on every client. Your root and client certificates stay as they are.";
    match facts.stage {
        Stage::Past => facts.download_first(&[
            &format!("Download the VPN client package again: {portal}."),
            "Check the new package in the same way.",
            "Remove the old VPN connection from one client, install the new package and connect.",
            EVERY_CLIENT,
        ]),
        Stage::UnderWay => facts.download_first(&[
            "If clients can't connect any more, the gateway has probably had its turn: download the VPN client package again, in the portal or with the command.",
            "Check the new package in the same way, and install it on every client. Your root and client certificates stay as they are.",
            "If they still connect, its turn is yet to come, by itself: prepare the list of clients, and tell your users.",
        ]),
        Stage::Upcoming => steps(&[
            "Choose: request one of the four windows, or wait for the automatic maintenance.",
            "Tell your users when the connection will end, and prepare the list of clients.",
            "Afterwards: download the VPN client package again and check it here.",
            "Install the new package on every client. Your root and client certificates stay as they are.",
        ]),
    }
}

fn public_cas(roots: &[String]) -> String {
    let word = if roots.len() > 1 {
        "public CAs"
    } else {
        "a public CA"
    };
    format!("{}, {word}", join_and(roots))
}
