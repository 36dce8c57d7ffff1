//! Today's answer: is the public root that the gateway's server certificate chains to still good? (docs/rules.md,
//! "Today")

use crate::items::{Classified, identifies_certificate};
use crate::judge::shorten;
use crate::notices::retirement_of;
use crate::roots::Root;
use crate::rules::{has_own_certificate, is_unknown_name};
use crate::{Class, RootState, RootToday, Rule, State};
use p2s_package::{Certificate, Name, Timestamp, Value, hex};

/// The roots of the counted items, each once, in the order of their first appearance.
pub(crate) struct Roots {
    entries: Vec<Entry>,
    rule: Rule,
    now: Timestamp,
}

/// A root with the class of the items that show it.
struct Entry {
    name: String,
    class: Class,
    /// The public root. Of several certificates and thumbprints that show it, the one that ends last; without any, its
    /// name.
    root: Option<Root>,
    /// True if a certificate or a thumbprint shows it, false if only names do.
    by_certificate: bool,
}

/// Identifies a root: items with equal identities show the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Identity<'i> {
    /// A public root, by [`Root::id`].
    Public(usize),
    /// The gateway's own CA, by its name in lower case.
    Own(String),
    /// Another certificate, by its SHA-256.
    Certificate(&'i [u8; 32]),
    /// Another thumbprint.
    Thumbprint(&'i [u8; 20]),
    /// Another name, in lower case.
    Name(String),
}

/// A root's identity with the name to report.
type NamedIdentity<'i> = (Identity<'i>, String);

impl Roots {
    /// Finds the roots that the counted items of a package show.
    pub(crate) fn new(items: &[Classified<'_>], rule: Rule, now: Timestamp) -> Self {
        let accepts_unknown_names = rule == Rule::OwnCa && has_own_certificate(items.iter());
        let counted = || {
            let counted = items.iter().filter(|item| item.is_counted());
            counted.filter(|item| !(accepts_unknown_names && is_unknown_name(item)))
        };
        let index = Index::new(counted());
        let mut entries: Vec<Entry> = Vec::new();
        let mut identities: Vec<Identity<'_>> = Vec::new();
        for item in counted() {
            let (identity, name) = index.identify(item);
            let position = identities.iter().position(|other| *other == identity);
            match position.and_then(|position| entries.get_mut(position)) {
                Some(entry) => entry.add(item),
                None => {
                    identities.push(identity);
                    entries.push(Entry {
                        name,
                        class: item.class,
                        root: item.root,
                        by_certificate: identifies_certificate(&item.item.value),
                    });
                }
            }
        }
        Roots { entries, rule, now }
    }

    /// Returns the state of each root and of all roots together.
    pub(crate) fn today(&self) -> RootToday {
        let state = |entry: &Entry| RootState {
            name: shorten(&entry.name),
            state: entry.state(self.now),
        };
        RootToday {
            state: self.overall_state(),
            roots: self.entries.iter().map(state).collect(),
        }
    }

    fn overall_state(&self) -> State {
        let states = self.entries.iter().map(|entry| entry.state(self.now));
        let Some(state) = states.reduce(combine) else {
            return State::Unknown;
        };
        let is_public = match state {
            State::Unknown | State::SelfSigned => false,
            State::Current
            | State::Ready
            | State::Retiring
            | State::Expired
            | State::PublicUnlisted => true,
        };
        if is_public && self.is_ready() {
            State::Ready
        } else {
            state
        }
    }

    /// Returns true in a migration: several public roots, at least one of which stays. Rules that leave open whose
    /// roots they are exclude it.
    fn is_ready(&self) -> bool {
        let is_one_gateway = match self.rule {
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
        let by_certificate = self.entries.iter().filter(|entry| entry.by_certificate);
        is_one_gateway && by_certificate.count() > 1 && self.staying().next().is_some()
    }

    /// Returns the public roots shown by a certificate or thumbprint that are neither retiring nor expired.
    fn staying(&self) -> impl Iterator<Item = &Root> {
        let stays = |entry: &&Entry| {
            entry.by_certificate
                && match entry.state(self.now) {
                    State::Current | State::PublicUnlisted => true,
                    State::Ready
                    | State::Retiring
                    | State::Expired
                    | State::SelfSigned
                    | State::Unknown => false,
                }
        };
        let staying = self.entries.iter().filter(stays);
        staying.filter_map(|entry| entry.root.as_ref())
    }

    /// In a migration, returns the [`Root::id`] of the newest root that stays: of several if they became valid at the
    /// same time. Otherwise returns nothing.
    pub(crate) fn newest(&self) -> Vec<usize> {
        if self.overall_state() != State::Ready {
            return Vec::new();
        }
        let newest = self.staying().map(|root| root.not_before).max();
        let is_newest = |root: &&Root| Some(root.not_before) == newest;
        let roots = self.staying().filter(is_newest);
        roots.map(|root| root.id).collect()
    }
}

/// Returns the state of two roots, or two groups of roots, together.
fn combine(one: State, other: State) -> State {
    match (one, other) {
        (State::Unknown, _) | (_, State::Unknown) => State::Unknown,
        (State::SelfSigned, _) | (_, State::SelfSigned) => State::SelfSigned,
        (State::PublicUnlisted, _) | (_, State::PublicUnlisted) => State::PublicUnlisted,
        (State::Current, State::Current) => State::Current,
        (State::Expired, State::Expired) => State::Expired,
        (
            State::Current | State::Expired | State::Retiring | State::Ready,
            State::Current | State::Expired | State::Retiring | State::Ready,
        ) => State::Retiring,
    }
}

impl Entry {
    /// Adds another item that shows this root.
    fn add(&mut self, item: &Classified<'_>) {
        if !identifies_certificate(&item.item.value) {
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
            (Some(root), _) => state_of_public_root(root, now),
            (None, Class::Own) => State::SelfSigned,
            (None, Class::Public | Class::Unknown) => State::Unknown,
        }
    }
}

fn state_of_public_root(root: &Root, now: Timestamp) -> State {
    let is_retiring = retirement_of(root.name, now.unix()).is_some();
    if root.not_after < now.unix() {
        State::Expired
    } else if !root.in_use {
        State::PublicUnlisted
    } else if is_retiring {
        State::Retiring
    } else {
        State::Current
    }
}

/// The roots that certificates and thumbprints show. It gives a thumbprint or a name the identity of the certificate
/// that it belongs to.
#[derive(Default)]
struct Index<'i> {
    by_sha1: Vec<(&'i [u8; 20], NamedIdentity<'i>)>,
    /// Names in lower case.
    by_name: Vec<(String, NamedIdentity<'i>)>,
}

impl<'i> Index<'i> {
    fn new<'p: 'i>(counted: impl Iterator<Item = &'i Classified<'p>>) -> Self {
        let mut index = Index::default();
        for item in counted {
            let mut names: Vec<&String> = Vec::new();
            let identity = match &item.item.value {
                Value::Certificate(certificate) => {
                    let identity = identity_of_certificate(item, certificate);
                    index.by_sha1.push((&certificate.sha1, identity.clone()));
                    names.extend(&certificate.subject.common_names);
                    identity
                }
                Value::Thumbprint(_) => match &item.root {
                    Some(root) => identity_of_public_root(root),
                    None => continue,
                },
                Value::RootName(_) | Value::IssuerName(_) => continue,
            };
            for name in names.into_iter().chain([&identity.1]) {
                let name = name.to_ascii_lowercase();
                index.by_name.push((name, identity.clone()));
            }
        }
        index
    }

    fn identify(&self, item: &'i Classified<'_>) -> NamedIdentity<'i> {
        if let Some(root) = &item.root {
            return identity_of_public_root(root);
        }
        match &item.item.value {
            Value::Certificate(certificate) => identity_of_certificate(item, certificate),
            Value::Thumbprint(sha1) => {
                let certificate = self.by_sha1.iter().find(|(other, _)| *other == sha1);
                let identity = certificate.map(|(_, identity)| identity.clone());
                identity.unwrap_or_else(|| (Identity::Thumbprint(sha1), hex(sha1)))
            }
            Value::RootName(name) | Value::IssuerName(name) => {
                let lower = name.to_ascii_lowercase();
                let certificate = self.by_name.iter().find(|(other, _)| *other == lower);
                match (certificate.map(|(_, identity)| identity), item.class) {
                    (Some(identity @ (Identity::Own(_), _)), _) => identity.clone(),
                    (Some(identity), Class::Unknown) => identity.clone(),
                    (_, Class::Own) => (Identity::Own(lower), name.clone()),
                    (_, Class::Public | Class::Unknown) => (Identity::Name(lower), name.clone()),
                }
            }
        }
    }
}

fn identity_of_public_root<'i>(root: &Root) -> NamedIdentity<'i> {
    (Identity::Public(root.id), root.name.to_owned())
}

fn identity_of_certificate<'i>(
    item: &Classified<'_>,
    certificate: &'i Certificate,
) -> NamedIdentity<'i> {
    match (&item.root, item.class) {
        (Some(root), _) => identity_of_public_root(root),
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

/// Returns the first common name, or the text of the whole name if it has none.
fn common_name(name: &Name) -> String {
    name.common_names.first().unwrap_or(&name.text).clone()
}
