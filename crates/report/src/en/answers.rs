//! The English sentences of the two answers.

use crate::facts::Facts;
use p2s_verdict::{FindingCode, GatewayType, Proof, Rule, State};

/// Not the customer's certificates: every first sentence says so.
const NOT_YOURS: &str = "This is about the gateway's own server certificate, not about your root or client certificates";

pub(crate) fn first(facts: &Facts<'_>) -> String {
    let gateway = &facts.gateway;
    let roots = facts.roots.join(" and ");
    match facts.rule {
        Rule::AllPublic if facts.lone_certificate => format!(
            "Not affected by the 2019 maintenance, if this file came out of that gateway's package: the certificate in {gateway} is {roots}, a public CA. {NOT_YOURS}."
        ),
        Rule::AllPublic if facts.proof == Proof::Name => format!(
            "Not affected by the 2019 maintenance, going by names alone: {gateway} says that its server certificate is under {roots}, a public CA. {NOT_YOURS}."
        ),
        Rule::AllPublic => format!(
            "Not affected by the 2019 maintenance: the server certificate of {gateway} is under {roots}, a public CA. {NOT_YOURS}."
        ),
        Rule::OwnCa => format!(
            "Affected by the 2019 maintenance: when this package was made, {gateway} used a CA of its own for its server certificate. {NOT_YOURS}."
        ),
        Rule::TwoGateways => format!(
            "Cannot tell: the parts of {gateway} name different gateways, so it is not clear whose server certificate they describe. {NOT_YOURS}."
        ),
        Rule::NoEvidence => format!(
            "Cannot tell: {gateway} says nothing about the CA of the gateway's server certificate. {NOT_YOURS}."
        ),
        Rule::Contradiction => format!(
            "Cannot tell, and be careful: what {gateway} says about the CA of the gateway's server certificate contradicts itself. {NOT_YOURS}."
        ),
        Rule::Mixed => format!(
            "Cannot tell: the parts of {gateway} disagree about the CA of the gateway's server certificate. {NOT_YOURS}."
        ),
        Rule::UnknownRoot => format!(
            "Cannot tell: the CA that {gateway} gives for the gateway's server certificate is neither a known public CA nor recognisably the gateway's own. {NOT_YOURS}."
        ),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            format!(
                "Cannot tell: {} ({}). The question is the CA of the gateway's server certificate.",
                facts.happened,
                facts.error_place.as_deref().unwrap_or(gateway)
            )
        }
    }
}

pub(crate) fn second(facts: &Facts<'_>) -> String {
    let mut text = match facts.rule {
        Rule::AllPublic => all_public(facts),
        Rule::OwnCa => format!(
            "Since {} no gateway should have a CA of its own any more, so this package has most likely not connected since then.{}",
            facts.completed,
            if facts.before_notice {
                " The package is older than the notice; a routine maintenance may have changed the gateway since, which would make it type A."
            } else {
                " That is type B of the notice."
            }
        ),
        Rule::TwoGateways => "Files of two packages were probably put together. Check each gateway's package by itself.".to_owned(),
        Rule::NoEvidence => "The elements and files that would tell are missing or empty. Nothing that is missing counts as safe.".to_owned(),
        Rule::Contradiction => "Do not rely on this package, and do not install it, before you have downloaded it again yourself.".to_owned(),
        Rule::Mixed => "Such a package does not come from Azure like this. Nothing that is unclear counts as safe.".to_owned(),
        Rule::UnknownRoot => "Nothing that is unknown counts as safe.".to_owned(),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => facts.to_do.to_owned(),
    };
    if facts.has(FindingCode::IssuerPublic) {
        text.push(' ');
        text.push_str(super::codes::finding(FindingCode::IssuerPublic));
    }
    text
}

fn all_public(facts: &Facts<'_>) -> String {
    let mut text = String::from(
        "The change from self-signed to public CAs does not cut off clients set up from this package.",
    );
    if facts.proof == Proof::Name {
        text.push_str(" There is no certificate beside the names, and anyone can write a name: take this as a hint, and check the whole package to be sure.");
    }
    text.push_str(match facts.types {
        [GatewayType::A, GatewayType::C] => " The gateway is type A or C of the notice; only its creation date can tell which.",
        [GatewayType::A] => " By its creation date the gateway is type A of the notice.",
        [GatewayType::C] => " By its creation date the gateway is type C of the notice.",
        _ if facts.packaged.is_none() => " The file carries no date, so the type stays open: a type B gateway has been moved since and looks the same.",
        _ => " The package is younger than the first maintenance window, so the type stays open: a type B gateway has been moved since and looks the same.",
    });
    if facts.has(FindingCode::Rezipped) {
        text.push_str(" The zip was packed again, so its date is uncertain.");
    }
    text
}

pub(crate) fn steps(facts: &Facts<'_>) -> Vec<&'static str> {
    match facts.rule {
        Rule::AllPublic if facts.act_today => {
            vec!["For 2019 there is nothing to do. What there is to do today stands under Today."]
        }
        Rule::AllPublic => vec![
            "For the 2019 maintenance there is nothing to do.",
            "A package is a picture of the day it was made. Check each gateway, and each Virtual WAN hub, with a package of its own.",
        ],
        Rule::OwnCa => vec![
            "Download the VPN client package again: portal > Virtual network gateways > the gateway > Point-to-site configuration > Download VPN client.",
            "Check the new package here.",
            "Remove the old VPN connection from one client, install the new package and connect.",
            "Do the same on every client. Your root and client certificates stay as they are.",
        ],
        Rule::UnknownRoot if facts.has(FindingCode::MaybeClientCertificate) => vec![
            "If this is your own client root or client certificate: it is not concerned, leave it as it is.",
            "Download the VPN client package from the portal: Virtual network gateways > the gateway > Point-to-site configuration > Download VPN client.",
            "Check that package here.",
        ],
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            vec![
                facts.to_do,
                "Portal: Virtual network gateways > the gateway > Point-to-site configuration > Download VPN client.",
                "Or check by hand; the page says how.",
            ]
        }
        Rule::TwoGateways
        | Rule::NoEvidence
        | Rule::Contradiction
        | Rule::Mixed
        | Rule::UnknownRoot => vec![
            "Download the VPN client package again: portal > Virtual network gateways > the gateway > Point-to-site configuration > Download VPN client.",
            "Check the new package here, as it was downloaded.",
            "If the answer stays the same, ask Azure support which CA the gateway's server certificate is under.",
        ],
    }
}

pub(crate) fn today_word(state: State) -> &'static str {
    match state {
        State::Current => "Nothing to do today",
        State::Ready => "Ready",
        State::Retiring | State::Expired | State::SelfSigned => "Act",
        State::PublicUnlisted => "Look again",
        State::Unknown => "Cannot tell",
    }
}

pub(crate) fn today_first(facts: &Facts<'_>) -> String {
    let roots = facts.roots_today.join(", ");
    match facts.state {
        State::Current => format!("Today: {roots} is trusted, and nothing is known against it."),
        State::Ready => format!("Today: the package holds several roots ({roots}), at least one of them current. Import all of them on every client."),
        State::Retiring => format!("Act: {} is being retired.", facts.troubled.join(", ")),
        State::Expired => format!("Act: {} has expired.", facts.troubled.join(", ")),
        State::SelfSigned => "Act: this package rests on a CA of the gateway's own, which no gateway should use any more.".to_owned(),
        State::PublicUnlisted => format!("Today: {roots} includes a public CA that Azure's VPN gateways are not known to use."),
        State::Unknown => "Today: the package does not tell for certain which root the gateway stands under, so nothing can be said of it.".to_owned(),
    }
}

pub(crate) fn today_second(facts: &Facts<'_>) -> String {
    match facts.state {
        State::Current => "A package is a picture of one day: if Azure sends you a notification about a root certificate, download and check again.".to_owned(),
        State::Ready => "The gateway can change to the new root without cutting off clients that trust all of them.".to_owned(),
        State::Retiring => format!(
            "Chrome and Firefox stopped trusting that root for web sites on {}. Azure announced in June 2026 that point-to-site gateways rotate their root certificates and that every client needs the new profile before the deadline in your own notification. That the rotation is about this root is our inference: Azure's pages name no root.",
            facts.retiring_since
        ),
        State::Expired => "A client that checks validity refuses a server certificate under it. The gateway has most likely changed its root since.".to_owned(),
        State::SelfSigned => format!("The gateways were moved to public CAs by {}.", facts.completed),
        State::PublicUnlisted => "That may be a change newer than this page. Compare with Azure's own pages and your notification.".to_owned(),
        State::Unknown => "See the evidence below for what is missing or unknown.".to_owned(),
    }
}

pub(crate) fn today_steps(facts: &Facts<'_>) -> Vec<&'static str> {
    match facts.state {
        State::Retiring | State::Expired => vec![
            "Download the VPN client package again and check it here.",
            "If it has the old root only: wait for Azure's notification, and check again then.",
            "If it has both roots: import both on every client, whatever the authentication (certificate, Microsoft Entra ID, RADIUS).",
            "Note the deadline of your notification; Azure sends it to the owners of the subscription.",
        ],
        State::SelfSigned => vec![
            "Download the VPN client package again and check it here.",
            "Install the new package on every client.",
        ],
        State::Ready => vec![
            "Import every root certificate of the package on every client, whatever the authentication.",
        ],
        State::PublicUnlisted | State::Unknown => {
            vec!["Download the VPN client package again and check it here."]
        }
        State::Current => Vec::new(),
    }
}
