//! What else is worth telling; none of it decides anything.

use crate::items::{Context, Judged, self_issued};
use crate::rules::{is_lone_certificate, is_lookalike};
use crate::{Class, Finding, FindingCode, Kind, Rule, roots};
use p2s_package::{Package, Part, PartKind, Value};
use std::collections::BTreeSet;

/// The findings about a package, in the order of the list of codes.
pub(crate) fn findings(package: &Package, items: &[Judged<'_>], rule: Rule) -> Vec<Finding> {
    let mut found = Found {
        findings: Vec::new(),
    };
    let counted: Vec<&Judged<'_>> = items.iter().filter(|item| item.counted()).collect();
    for part in package
        .parts
        .iter()
        .filter(|part| matches!(part.kind, PartKind::Program | PartKind::Candidate))
        .filter(|part| part.items.is_empty())
    {
        found.add(FindingCode::NotRead, Some(&part.place));
    }
    let read = package.rezipped && rule != Rule::NotAPackage;
    found.add_if(read, FindingCode::Rezipped);
    if rule == Rule::AllPublic {
        found.add_if(roots_differ(&counted), FindingCode::RootsDiffer);
        for part in package
            .parts
            .iter()
            .filter(|part| names_disagree(part, &counted))
        {
            found.add(FindingCode::NamesDisagree, Some(&part.place));
        }
        let names_only = counted.iter().all(|item| item.kind() == Kind::Name);
        found.add_if(names_only, FindingCode::NamesOnly);
        found.add_if(is_lone_certificate(package), FindingCode::LoneCertificate);
        let of_script = |item: &&Judged<'_>| item.part.kind == PartKind::ProfileScript;
        found.add_if(counted.iter().all(of_script), FindingCode::ScriptOnly);
    }
    if let Some(part) = first_disagreeing(&counted) {
        found.add(FindingCode::PartsDisagree, Some(&part.place));
    }
    found.add_if(
        rule == Rule::UnknownRoot && maybe_client_certificate(package, &counted),
        FindingCode::MaybeClientCertificate,
    );
    let context = Context::new(package);
    for item in &counted {
        if is_lookalike(&context, item) {
            found.add(FindingCode::Lookalike, Some(&item.part.place));
        }
    }
    for item in counted.iter().filter(|item| names_public_issuer(item)) {
        found.add(FindingCode::IssuerPublic, Some(&item.part.place));
    }
    for part in &package.parts {
        let code = match part {
            Part {
                kind: PartKind::NotAProgram,
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
        found.add(code, Some(&part.place));
    }
    for part in package
        .parts
        .iter()
        .filter(|part| has_hidden_characters(part, items))
    {
        found.add(FindingCode::HiddenCharacters, Some(&part.place));
    }
    for part in twice(package) {
        found.add(FindingCode::PlaceTwice, Some(&part.place));
    }
    found.findings
}

struct Found {
    findings: Vec<Finding>,
}

impl Found {
    fn add(&mut self, code: FindingCode, place: Option<&str>) {
        let finding = Finding {
            code,
            place: place.map(str::to_owned),
        };
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    fn add_if(&mut self, holds: bool, code: FindingCode) {
        if holds {
            self.add(code, None);
        }
    }
}

/// Public roots differ between sorts of parts, or between the certificates and the thumbprints of one. The files
/// VpnServerRoot.cer_N of one folder belong together. Of a part with more than names the names are left out: that they disagree with
/// the rest of it is told by itself.
fn roots_differ(counted: &[&Judged<'_>]) -> bool {
    let differs_in_itself = |part: &Part| {
        disagree(
            &roots_in(part, counted, |value| {
                matches!(value, Value::Certificate(_))
            }),
            &roots_in(part, counted, |value| matches!(value, Value::Thumbprint(_))),
        )
    };
    if counted.iter().any(|item| differs_in_itself(item.part)) {
        return true;
    }
    let mut by_part: Vec<(PartKind, &str, BTreeSet<&str>)> = Vec::new();
    let more_than_names = |part: &Part| {
        counted
            .iter()
            .any(|item| std::ptr::eq(item.part, part) && item.kind() != Kind::Name)
    };
    let told = |item: &&&Judged<'_>| item.kind() != Kind::Name || !more_than_names(item.part);
    for item in counted.iter().filter(told) {
        let Some(root) = &item.root else { continue };
        let place = item.part.place.as_str();
        let place = match item.part.kind {
            PartKind::ServerRoot => place.rsplit_once('/').map_or("", |(folder, _)| folder),
            _ => place,
        };
        match by_part
            .iter_mut()
            .find(|(kind, other, _)| (*kind, *other) == (item.part.kind, place))
        {
            Some((_, _, roots)) => {
                roots.insert(&root.name);
            }
            None => by_part.push((item.part.kind, place, BTreeSet::from([root.name.as_str()]))),
        }
    }
    by_part
        .windows(2)
        .any(|pair| matches!(pair, [(_, _, one), (_, _, other)] if one != other))
}

/// Certificates and names of one document, or its root names and issuer names, all public, stand for different roots.
fn names_disagree(part: &Part, counted: &[&Judged<'_>]) -> bool {
    let roots = |wanted: fn(&Value) -> bool| roots_in(part, counted, wanted);
    let is_name = |value: &Value| matches!(value, Value::RootName(_) | Value::IssuerName(_));
    let names = roots(is_name);
    let root_names = roots(|value| matches!(value, Value::RootName(_)));
    let issuer_names = roots(|value| matches!(value, Value::IssuerName(_)));
    let others = roots(|value| matches!(value, Value::Certificate(_) | Value::Thumbprint(_)));
    disagree(&others, &names) || disagree(&root_names, &issuer_names)
}

/// The public roots that some items of one part stand for.
fn roots_in<'r>(
    part: &Part,
    counted: &[&'r Judged<'_>],
    wanted: fn(&Value) -> bool,
) -> BTreeSet<&'r str> {
    counted
        .iter()
        .filter(|item| std::ptr::eq(item.part, part) && wanted(&item.item.value))
        .filter_map(|item| item.root.as_ref().map(|root| root.name.as_str()))
        .collect()
}

/// Both tell of roots, and not of the same.
fn disagree(one: &BTreeSet<&str>, other: &BTreeSet<&str>) -> bool {
    !one.is_empty() && !other.is_empty() && one != other
}

/// The first part with an item of another class than the first item's.
fn first_disagreeing<'p>(counted: &[&Judged<'p>]) -> Option<&'p Part> {
    let first = counted.first()?;
    counted
        .iter()
        .find(|item| item.class != first.class)
        .map(|item| item.part)
}

/// A certificate by itself, of nobody known: the customer's own root, or what it issued to a client.
fn maybe_client_certificate(package: &Package, counted: &[&Judged<'_>]) -> bool {
    is_lone_certificate(package) && counted.iter().any(|item| !names_public_issuer(item))
}

/// Not self-issued, not listed, but issued by a public root's name: the notice's own test would call it safe.
fn names_public_issuer(item: &Judged<'_>) -> bool {
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

/// A part that lies twice in one package, in different folders.
fn twice(package: &Package) -> Vec<&Part> {
    let file = |part: &Part| {
        part.place
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    let settled = |part: &&Part| {
        !matches!(
            part.kind,
            PartKind::Program | PartKind::Stray | PartKind::NotAProgram | PartKind::Profile
        )
    };
    let parts: Vec<&Part> = package.parts.iter().filter(settled).collect();
    parts
        .iter()
        .enumerate()
        .filter(|(index, part)| {
            parts
                .iter()
                .take(*index)
                .any(|other| file(other) == file(part))
        })
        .map(|(_, part)| *part)
        .collect()
}

fn has_hidden_characters(part: &Part, items: &[Judged<'_>]) -> bool {
    let gateway = part
        .gateway
        .hosts
        .iter()
        .chain(&part.gateway.vnet)
        .map(String::as_str);
    let evidence = items
        .iter()
        .filter(|item| std::ptr::eq(item.part, part))
        .flat_map(|item| {
            let names: [Option<&str>; 2] = match &item.item.value {
                Value::Certificate(found) => [
                    Some(found.subject.text.as_str()),
                    Some(found.issuer.text.as_str()),
                ],
                Value::RootName(name) | Value::IssuerName(name) => [Some(name.as_str()), None],
                Value::Thumbprint(_) => [None, None],
            };
            names.into_iter().flatten()
        });
    std::iter::once(part.place.as_str())
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
