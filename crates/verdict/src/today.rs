//! The second answer (verdict.md 4): is the public root that the gateway stands under still good?

use crate::items::{Judged, Root};
use crate::judge::shown;
use crate::notices::RETIRING;
use crate::rules::{has_own_certificate, is_tolerated};
use crate::{Class, RootState, RootToday, Rule, State};
use p2s_package::{Timestamp, Value};

/// The states of all roots of the counted items, and the word for all of them.
pub(crate) fn root_today(items: &[Judged<'_>], rule: Rule, now: Timestamp) -> RootToday {
    let own_certificate = rule == Rule::OwnCa && has_own_certificate(items.iter());
    let mut roots: Vec<RootState> = Vec::new();
    for item in items.iter().filter(|item| item.counted()) {
        if is_tolerated(item, own_certificate) {
            continue;
        }
        let root = state(item, items, now);
        let seen = |other: &RootState| {
            other.state == root.state && other.name.eq_ignore_ascii_case(&root.name)
        };
        if !roots.iter().any(seen) {
            roots.push(root);
        }
    }
    RootToday {
        state: overall(&roots),
        roots,
    }
}

fn state(item: &Judged<'_>, items: &[Judged<'_>], now: Timestamp) -> RootState {
    match (&item.root, item.class) {
        (Some(root), _) => RootState {
            name: root.name.clone(),
            state: public_state(root, now),
        },
        (None, Class::Own) => RootState {
            name: shown(&own_name(item, items)),
            state: State::SelfSigned,
        },
        (None, _) => RootState {
            name: shown(&plain_name(item)),
            state: State::Unknown,
        },
    }
}

fn public_state(root: &Root, now: Timestamp) -> State {
    let retiring = RETIRING.iter().any(|retirement| {
        retirement.root == root.name && retirement.since.unix_timestamp() <= now.unix()
    });
    if root.not_after.is_some_and(|end| end < now.unix()) {
        State::Expired
    } else if !root.listed {
        State::PublicUnlisted
    } else if retiring {
        State::Retiring
    } else {
        State::Current
    }
}

/// The first that fits.
fn overall(roots: &[RootState]) -> State {
    let any = |state| roots.iter().any(|root| root.state == state);
    let all = |state| roots.iter().all(|root| root.state == state);
    if roots.is_empty() || any(State::Unknown) {
        State::Unknown
    } else if any(State::SelfSigned) {
        State::SelfSigned
    } else if any(State::PublicUnlisted) {
        State::PublicUnlisted
    } else if all(State::Current) {
        State::Current
    } else if any(State::Current) {
        State::Ready
    } else if all(State::Expired) {
        State::Expired
    } else {
        State::Retiring
    }
}

/// The name of a gateway's own CA: a certificate's, or that of the certificate a thumbprint stands for.
fn own_name(item: &Judged<'_>, items: &[Judged<'_>]) -> String {
    let certificate = match &item.item.value {
        Value::Thumbprint(sha1) => items
            .iter()
            .filter_map(Judged::certificate)
            .find(|certificate| certificate.sha1 == *sha1),
        _ => item.certificate(),
    };
    match certificate {
        Some(certificate) => {
            let issuer = &certificate.issuer;
            issuer.common_names.first().unwrap_or(&issuer.text).clone()
        }
        None => plain_name(item),
    }
}

fn plain_name(item: &Judged<'_>) -> String {
    match &item.item.value {
        Value::Certificate(certificate) => {
            let subject = &certificate.subject;
            subject
                .common_names
                .first()
                .unwrap_or(&subject.text)
                .clone()
        }
        Value::Thumbprint(sha1) => crate::roots::hex(sha1),
        Value::RootName(name) | Value::IssuerName(name) => name.clone(),
    }
}
