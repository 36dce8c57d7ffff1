//! The second answer (verdict.md 4): is the public root that the gateway's server certificate chains to still good?

use crate::items::Classified;
use crate::judge::shown;
use crate::notices::RETIRING;
use crate::roots::{Root, hex};
use crate::rules::{has_own_certificate, is_tolerated};
use crate::{Class, Kind, RootState, RootToday, Rule, State, set};
use p2s_package::{Certificate, Name, Timestamp, Value};

/// The roots of the counted items, each once, first seen first.
pub(crate) struct Roots {
    found: Vec<Found>,
    rule: Rule,
    now: Timestamp,
}

/// A root and what shows it.
struct Found {
    name: String,
    class: Class,
    /// Of a public root: by its certificate or thumbprint, the one that is valid longest; else by its name.
    root: Option<Root>,
    /// Whether a certificate or a thumbprint shows it, and not only its name.
    by_certificate: bool,
}

/// What makes two items show the same root.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Identity<'i> {
    Public(usize),
    /// The CA of a gateway, by its name without case.
    Own(String),
    Certificate(&'i [u8; 32]),
    Thumbprint(&'i [u8; 20]),
    /// A name that is no root's of the above, without case.
    Name(String),
}

impl Roots {
    /// Finds the roots of a package's items.
    pub(crate) fn of(items: &[Classified<'_>], rule: Rule, now: Timestamp) -> Self {
        let own_certificate = rule == Rule::OwnCa && has_own_certificate(items.iter());
        let counted = || {
            let counted = items.iter().filter(|item| item.counted());
            counted.filter(|item| !is_tolerated(item, own_certificate))
        };
        let known = Known::of(counted());
        let mut found: Vec<Found> = Vec::new();
        let mut identities: Vec<Identity<'_>> = Vec::new();
        for item in counted() {
            let (identity, name) = known.identify(item);
            let position = identities.iter().position(|known| *known == identity);
            match position.and_then(|position| found.get_mut(position)) {
                Some(seen) => seen.join(item),
                None => {
                    identities.push(identity);
                    found.push(Found {
                        name,
                        class: item.class,
                        root: item.root,
                        by_certificate: item.kind() != Kind::Name,
                    });
                }
            }
        }
        Roots { found, rule, now }
    }

    /// The states of all roots, and the word for all of them.
    pub(crate) fn today(&self) -> RootToday {
        let state = |found: &Found| RootState {
            name: shown(&found.name),
            state: found.state(self.now),
        };
        RootToday {
            state: self.overall(),
            roots: self.found.iter().map(state).collect(),
        }
    }

    /// Overall state: the first match wins.
    fn overall(&self) -> State {
        let states = set::of(self.found.iter().map(|one| one.state(self.now)));
        let all = |state| states == [state];
        if states.is_empty() || states.contains(&State::Unknown) {
            State::Unknown
        } else if states.contains(&State::SelfSigned) {
            State::SelfSigned
        } else if self.is_ready() {
            State::Ready
        } else if states.contains(&State::PublicUnlisted) {
            State::PublicUnlisted
        } else if all(State::Current) {
            State::Current
        } else if all(State::Expired) {
            State::Expired
        } else {
            State::Retiring
        }
    }

    /// Several public roots, one of which stays: a migration. Never where it is open whose roots they are.
    fn is_ready(&self) -> bool {
        let settled = match self.rule {
            Rule::Unreadable
            | Rule::AmbiguousArchive
            | Rule::NotAPackage
            | Rule::PartUnreadable
            | Rule::TwoGateways
            | Rule::Contradiction => false,
            Rule::NoEvidence | Rule::AllPublic | Rule::OwnCa | Rule::Mixed | Rule::UnknownRoot => {
                true
            }
        };
        let several = self.found.iter().filter(|one| one.by_certificate).count() > 1;
        settled && several && self.staying().next().is_some()
    }

    /// The public roots, shown by certificate or thumbprint, that are neither retiring nor expired.
    fn staying(&self) -> impl Iterator<Item = &Root> {
        let stays = |one: &&Found| {
            let state = one.state(self.now);
            one.by_certificate && matches!(state, State::Current | State::PublicUnlisted)
        };
        self.found
            .iter()
            .filter(stays)
            .filter_map(|one| one.root.as_ref())
    }

    /// In a migration, the newest of the roots that stay; several where they began at the same time.
    pub(crate) fn newest(&self) -> Vec<usize> {
        let newest = self.staying().map(|root| root.not_before).max();
        let is_newest = |root: &&Root| Some(root.not_before) == newest;
        match self.overall() {
            State::Ready => self
                .staying()
                .filter(is_newest)
                .map(|root| root.id)
                .collect(),
            _ => Vec::new(),
        }
    }
}

impl Found {
    /// Adds another item that shows the same root.
    fn join(&mut self, item: &Classified<'_>) {
        if item.kind() == Kind::Name {
            return;
        }
        let end = |root: Option<Root>| root.map(|root| root.not_after);
        if !self.by_certificate || end(self.root) < end(item.root) {
            (self.class, self.root) = (item.class, item.root);
        }
        self.by_certificate = true;
    }

    fn state(&self, now: Timestamp) -> State {
        match (&self.root, self.class) {
            (Some(root), _) => public_state(root, now),
            (None, Class::Own) => State::SelfSigned,
            (None, Class::Public | Class::Unknown) => State::Unknown,
        }
    }
}

fn public_state(root: &Root, now: Timestamp) -> State {
    let retiring = RETIRING.iter().any(|retirement| {
        retirement.root == root.name && retirement.since.unix_timestamp() <= now.unix()
    });
    if root.not_after < now.unix() {
        State::Expired
    } else if !root.in_use {
        State::PublicUnlisted
    } else if retiring {
        State::Retiring
    } else {
        State::Current
    }
}

/// The roots that certificates and thumbprints show, so that other thumbprints and names of them join them.
#[derive(Default)]
struct Known<'i> {
    by_sha1: Vec<(&'i [u8; 20], Shown<'i>)>,
    by_name: Vec<(String, Shown<'i>)>,
}

/// A root's identity, and what it is called.
type Shown<'i> = (Identity<'i>, String);

impl<'i> Known<'i> {
    fn of<'p: 'i>(counted: impl Iterator<Item = &'i Classified<'p>>) -> Self {
        let mut known = Known::default();
        for item in counted {
            let mut names: Vec<&String> = Vec::new();
            let shown = match &item.item.value {
                Value::Certificate(certificate) => {
                    let shown = of_certificate(item, certificate);
                    known.by_sha1.push((&certificate.sha1, shown.clone()));
                    names.extend(&certificate.subject.common_names);
                    shown
                }
                Value::Thumbprint(_) => match &item.root {
                    Some(root) => of_public(root),
                    None => continue,
                },
                Value::RootName(_) | Value::IssuerName(_) => continue,
            };
            for name in names.into_iter().chain([&shown.1]) {
                known
                    .by_name
                    .push((name.to_ascii_lowercase(), shown.clone()));
            }
        }
        known
    }

    fn identify(&self, item: &'i Classified<'_>) -> Shown<'i> {
        if let Some(root) = &item.root {
            return of_public(root);
        }
        match &item.item.value {
            Value::Certificate(certificate) => of_certificate(item, certificate),
            Value::Thumbprint(sha1) => {
                let shown = self.by_sha1.iter().find(|(known, _)| *known == sha1);
                let shown = shown.map(|(_, shown)| shown.clone());
                shown.unwrap_or_else(|| (Identity::Thumbprint(sha1), hex(sha1)))
            }
            Value::RootName(name) | Value::IssuerName(name) => {
                let lower = name.to_ascii_lowercase();
                let known = self.by_name.iter().find(|(known, _)| *known == lower);
                match (known.map(|(_, shown)| shown), item.class) {
                    (Some(shown @ (Identity::Own(_), _)), _) => shown.clone(),
                    (Some(shown), Class::Unknown) => shown.clone(),
                    (_, Class::Own) => (Identity::Own(lower), name.clone()),
                    (_, Class::Public | Class::Unknown) => (Identity::Name(lower), name.clone()),
                }
            }
        }
    }
}

fn of_public<'i>(root: &Root) -> Shown<'i> {
    (Identity::Public(root.id), root.name.to_owned())
}

fn of_certificate<'i>(item: &Classified<'_>, certificate: &'i Certificate) -> Shown<'i> {
    match (&item.root, item.class) {
        (Some(root), _) => of_public(root),
        (None, Class::Own) => {
            let name = common_name(&certificate.issuer);
            (Identity::Own(name.to_ascii_lowercase()), name)
        }
        (None, Class::Public | Class::Unknown) => (
            Identity::Certificate(&certificate.sha256),
            common_name(&certificate.subject),
        ),
    }
}

fn common_name(name: &Name) -> String {
    name.common_names.first().unwrap_or(&name.text).clone()
}
