//! What else is worth telling; none of it decides anything.

use crate::counting::{self, Contents};
use crate::items::{Classified, Context, by_part, self_issued};
use crate::rules::{is_lone_certificate, is_lookalike};
use crate::{Class, Finding, FindingCode, Kind, Rule, roots, set};
use p2s_package::{Field, Part, Role, Value};
use std::collections::HashSet;

/// The findings about a package, in the order of the list of codes. `newest`: in a migration, the newest roots.
pub(crate) fn findings(
    contents: &Contents<'_>,
    context: &Context<'_>,
    items: &[Classified<'_>],
    rule: Rule,
    newest: &[usize],
) -> Vec<Finding> {
    let mut found = Found::default();
    let counted: Vec<&Classified<'_>> = items.iter().filter(|item| item.counted()).collect();
    let parts = || contents.parts.iter().copied();
    for part in parts().filter(|part| counting::can_be_unread(part.role) && part.items.is_empty()) {
        found.add(FindingCode::NotRead, Some(&part.path));
    }
    let read = contents.package.rezipped && rule != Rule::NotAPackage;
    found.add_if(read, FindingCode::Rezipped);
    let sources = sources(items);
    if rule == Rule::AllPublic {
        found.add_if(roots_differ(&sources, items), FindingCode::RootsDiffer);
        for source in sources.iter().filter(|source| !source.names_only) {
            if !set::has_all(&source.roots, newest) {
                found.add(FindingCode::PartLacksRoot, Some(source.place));
            }
        }
        for part in by_part(items).filter(|part| names_disagree(part)) {
            found.add(FindingCode::NamesDisagree, place_of(part));
        }
        let names_only = counted.iter().all(|item| item.kind() == Kind::Name);
        found.add_if(names_only, FindingCode::NamesOnly);
        found.add_if(is_lone_certificate(contents), FindingCode::LoneCertificate);
        let of_script = |item: &&Classified<'_>| item.part.role == Role::ProfileScript;
        found.add_if(counted.iter().all(of_script), FindingCode::ScriptOnly);
    }
    for part in parts() {
        let script = part.role == Role::ProfileScript;
        let root = |item: &p2s_package::Item| item.field == Field::TrustedRootCa;
        if script && !part.items.iter().any(root) {
            found.add(FindingCode::ScriptWithoutRoot, Some(&part.path));
        }
    }
    if let Some(part) = first_disagreeing(&counted) {
        found.add(FindingCode::PartsDisagree, Some(&part.path));
    }
    found.add_if(
        rule == Rule::UnknownRoot && maybe_client_certificate(contents, &counted),
        FindingCode::MaybeClientCertificate,
    );
    for item in counted.iter().filter(|item| is_lookalike(context, item)) {
        found.add(FindingCode::Lookalike, Some(&item.part.path));
    }
    for item in counted.iter().filter(|item| names_public_issuer(item)) {
        found.add(FindingCode::IssuerPublic, Some(&item.part.path));
    }
    for part in parts() {
        let code = match part {
            Part {
                role: Role::NotAProgram,
                ..
            } => FindingCode::NotAProgram,
            Part {
                pinned_root: Some(true),
                ..
            } => FindingCode::PinnedRootOn,
            Part {
                pinned_root: Some(false),
                ..
            } => FindingCode::PinnedRootOff,
            _ => continue,
        };
        found.add(code, Some(&part.path));
    }
    for part in parts().filter(|part| has_hidden_characters(part)) {
        found.add(FindingCode::HiddenCharacters, Some(&part.path));
    }
    for part in twice(contents) {
        found.add(FindingCode::PlaceTwice, Some(&part.path));
    }
    found.findings
}

/// The findings so far, each once.
#[derive(Default)]
struct Found {
    findings: Vec<Finding>,
    seen: HashSet<String>,
}

impl Found {
    fn add(&mut self, code: FindingCode, place: Option<&str>) {
        let key = format!("{}/{}", code.code(), place.unwrap_or_default());
        if self.seen.insert(key) {
            self.findings.push(Finding {
                code,
                place: place.map(str::to_owned),
            });
        }
    }

    fn add_if(&mut self, holds: bool, code: FindingCode) {
        if holds {
            self.add(code, None);
        }
    }
}

/// A part that shows public roots, or the files VpnServerRoot.cer_N of one folder, which belong together.
struct Source<'p> {
    place: &'p str,
    roots: Vec<usize>,
    /// There is neither a certificate nor a thumbprint. Where there is one, the names beside it are left out: that they
    /// disagree with it is a finding of its own.
    names_only: bool,
}

fn sources<'p>(items: &[Classified<'p>]) -> Vec<Source<'p>> {
    let mut sources: Vec<Source<'p>> = Vec::new();
    let mut folders: Vec<(&str, usize)> = Vec::new();
    for part in by_part(items) {
        let certificates = roots_in(part, |value| !is_name(value));
        let source = match place_of(part) {
            Some(place) => Source {
                place,
                names_only: certificates.is_empty(),
                roots: match certificates.is_empty() {
                    true => roots_in(part, is_name),
                    false => certificates,
                },
            },
            None => continue,
        };
        if source.roots.is_empty() {
            continue;
        }
        let is_root_file = part.iter().any(|item| item.part.role == Role::ServerRoot);
        let folder = source
            .place
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let known = folders
            .iter()
            .find(|(known, _)| is_root_file && *known == folder);
        let known = known.map(|(_, position)| *position);
        match known.and_then(|position| sources.get_mut(position)) {
            Some(seen) => source
                .roots
                .into_iter()
                .for_each(|root| set::add(&mut seen.roots, root)),
            None => {
                if is_root_file {
                    folders.push((folder, sources.len()));
                }
                sources.push(source);
            }
        }
    }
    sources
}

/// Public roots differ between parts, or between the certificates and the thumbprints of one.
fn roots_differ(sources: &[Source<'_>], items: &[Classified<'_>]) -> bool {
    let in_itself = |part: &[Classified<'_>]| {
        disagree(
            &roots_in(part, |value| matches!(value, Value::Certificate(_))),
            &roots_in(part, |value| matches!(value, Value::Thumbprint(_))),
        )
    };
    let differs = |source: &Source<'_>| {
        sources
            .first()
            .is_some_and(|first| !set::is_same(&first.roots, &source.roots))
    };
    sources.iter().any(differs) || by_part(items).any(in_itself)
}

/// Certificates and names of one document, or its root names and issuer names, all public, show different roots.
fn names_disagree(part: &[Classified<'_>]) -> bool {
    let roots = |wanted: fn(&Value) -> bool| roots_in(part, wanted);
    let root_names = roots(|value| matches!(value, Value::RootName(_)));
    let issuer_names = roots(|value| matches!(value, Value::IssuerName(_)));
    disagree(&roots(|value| !is_name(value)), &roots(is_name))
        || disagree(&root_names, &issuer_names)
}

fn is_name(value: &Value) -> bool {
    matches!(value, Value::RootName(_) | Value::IssuerName(_))
}

/// The public roots that some counted items of one part show.
fn roots_in(part: &[Classified<'_>], wanted: fn(&Value) -> bool) -> Vec<usize> {
    let wanted = |item: &&Classified<'_>| item.counted() && wanted(&item.item.value);
    let items = part.iter().filter(wanted);
    set::of(items.filter_map(|item| item.root.map(|root| root.id)))
}

fn place_of<'p>(part: &[Classified<'p>]) -> Option<&'p str> {
    part.first().map(|item| item.part.path.as_str())
}

/// Both show roots, and not the same ones.
fn disagree(one: &[usize], other: &[usize]) -> bool {
    !one.is_empty() && !other.is_empty() && !set::is_same(one, other)
}

/// The first part with an item of another class than the first item's.
fn first_disagreeing<'p>(counted: &[&Classified<'p>]) -> Option<&'p Part> {
    let first = counted.first()?;
    counted
        .iter()
        .find(|item| item.class != first.class)
        .map(|item| item.part)
}

/// A certificate by itself, of nobody known: the customer's own root, or what it issued to a client.
fn maybe_client_certificate(contents: &Contents<'_>, counted: &[&Classified<'_>]) -> bool {
    is_lone_certificate(contents) && counted.iter().any(|item| !names_public_issuer(item))
}

/// Not self-issued, not listed, but issued by a public root's name: the notice's own test would call it safe.
fn names_public_issuer(item: &Classified<'_>) -> bool {
    item.certificate().is_some_and(|certificate| {
        item.class != Class::Public
            && !self_issued(certificate)
            && certificate
                .issuer
                .common_names
                .iter()
                .any(|name| roots::is_public_root_name(name))
    })
}

/// Parts of a name that an earlier part has in another folder.
fn twice<'p>(contents: &Contents<'p>) -> impl Iterator<Item = &'p Part> {
    let mut names: HashSet<String> = HashSet::new();
    let parts = contents.parts.iter().copied();
    let single = parts.filter(|part| counting::is_single(part.role));
    single.filter(move |part| {
        let name = part.path.rsplit('/').next().unwrap_or_default();
        !names.insert(name.to_ascii_lowercase())
    })
}

fn has_hidden_characters(part: &Part) -> bool {
    let gateway = part
        .gateway
        .hosts
        .iter()
        .chain(&part.gateway.vnet)
        .map(String::as_str);
    let evidence = part.items.iter().flat_map(|item| {
        let names: [Option<&str>; 2] = match &item.value {
            Value::Certificate(found) => [
                Some(found.subject.text.as_str()),
                Some(found.issuer.text.as_str()),
            ],
            Value::RootName(name) | Value::IssuerName(name) => [Some(name.as_str()), None],
            Value::Thumbprint(_) => [None, None],
        };
        names.into_iter().flatten()
    });
    std::iter::once(part.path.as_str())
        .chain(gateway)
        .chain(evidence)
        .any(|text| text.chars().any(is_hidden))
}

/// Control characters, and those that steer direction or take no room (Unicode UAX #9, general category Cf).
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}
