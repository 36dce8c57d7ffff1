//! Findings: additional facts about an input, which decide nothing (docs/rules.md, "Findings").

use crate::counting::{self, Contents};
use crate::items::{Classified, Context, by_part, identifies_certificate, is_self_issued};
use crate::rules::is_lookalike;
use crate::{Finding, FindingCode, Kind, Rule, roots, set};
use p2s_package::{Authentication, Cloud, Field, Part, Role, Value};
use std::collections::HashSet;

/// Returns the findings about a package. `newest_roots` are the newest roots in a migration, by [`roots::Root::id`].
pub(crate) fn findings(
    contents: &Contents<'_>,
    context: &Context<'_>,
    items: &[Classified<'_>],
    rule: Rule,
    newest_roots: &[usize],
) -> Vec<Finding> {
    let mut findings = Findings::default();
    let counted: Vec<&Classified<'_>> = items.iter().filter(|item| item.is_counted()).collect();
    let parts = || contents.parts.iter().copied();
    for part in
        parts().filter(|part| counting::rules_of(part.role).can_be_unread && part.items.is_empty())
    {
        findings.add(FindingCode::NotRead, Some(&part.path));
    }
    let is_rezipped = contents.package.rezipped && is_about_package(rule);
    findings.add_if(is_rezipped, FindingCode::Rezipped);
    let sources = root_sources(items);
    if rule == Rule::AllPublic {
        findings.add_if(roots_differ(&sources, items), FindingCode::RootsDiffer);
        for source in sources.iter().filter(|source| !source.has_only_names) {
            if !set::contains_all(&source.roots, newest_roots) {
                findings.add(FindingCode::PartLacksRoot, Some(source.place));
            }
        }
        for part in by_part(items).filter(|part| names_disagree(part)) {
            findings.add(FindingCode::NamesDisagree, place_of(part));
        }
        let has_only_names = counted.iter().all(|item| item.kind() == Kind::Name);
        findings.add_if(has_only_names, FindingCode::NamesOnly);
        let is_lone_certificate = contents.is_lone_certificate();
        findings.add_if(is_lone_certificate, FindingCode::LoneCertificate);
        let is_of_script = |item: &&Classified<'_>| item.part.role == Role::ProfileScript;
        findings.add_if(counted.iter().all(is_of_script), FindingCode::ScriptOnly);
    }
    for part in parts() {
        let is_root = |item: &p2s_package::Item| item.field == Field::TrustedRootCa;
        if part.role == Role::ProfileScript && !part.items.iter().any(is_root) {
            findings.add(FindingCode::ScriptWithoutRoot, Some(&part.path));
        }
    }
    if let Some(part) = first_part_of_another_class(&counted) {
        findings.add(FindingCode::PartsDisagree, Some(&part.path));
    }
    findings.add_if(
        rule == Rule::UnknownRoot && may_be_client_certificate(contents, &counted),
        FindingCode::MaybeClientCertificate,
    );
    for item in counted.iter().filter(|item| is_lookalike(context, item)) {
        findings.add(FindingCode::Lookalike, Some(&item.part.path));
    }
    for item in counted.iter().filter(|item| names_public_issuer(item)) {
        findings.add(FindingCode::IssuerPublic, Some(&item.part.path));
    }
    for part in parts() {
        let code = if part.role == Role::NotAProgram {
            Some(FindingCode::NotAProgram)
        } else {
            part.pinned_root.map(|is_on| match is_on {
                true => FindingCode::PinnedRootOn,
                false => FindingCode::PinnedRootOff,
            })
        };
        if let Some(code) = code {
            findings.add(code, Some(&part.path));
        }
    }
    for part in parts().filter(|part| uses_passwords(part)) {
        findings.add(FindingCode::RadiusPasswords, Some(&part.path));
    }
    for part in parts() {
        for cloud in &part.clouds {
            let code = match cloud {
                Cloud::Government => FindingCode::CloudGovernment,
                Cloud::China => FindingCode::CloudChina,
                Cloud::Germany => FindingCode::CloudGermany,
            };
            findings.add(code, Some(&part.path));
        }
    }
    for part in parts().filter(|part| has_hidden_characters(part)) {
        findings.add(FindingCode::HiddenCharacters, Some(&part.path));
    }
    for part in parts_of_repeated_name(contents) {
        findings.add(FindingCode::PlaceTwice, Some(&part.path));
    }
    findings.list
}

/// Returns true if users sign in to RADIUS with passwords.
fn uses_passwords(part: &Part) -> bool {
    let methods = &part.connection.authentication;
    methods.contains(&Authentication::EapMschapV2)
}

/// A list of findings without duplicates.
#[derive(Default)]
struct Findings {
    list: Vec<Finding>,
    /// A key for each finding in the list. There can be thousands, so searching the list itself would be slow.
    keys: HashSet<String>,
}

impl Findings {
    fn add(&mut self, code: FindingCode, place: Option<&str>) {
        let key = format!("{}/{}", code.code(), place.unwrap_or_default());
        if self.keys.insert(key) {
            self.list.push(Finding {
                code,
                place: place.map(str::to_owned),
            });
        }
    }

    fn add_if(&mut self, condition: bool, code: FindingCode) {
        if condition {
            self.add(code, None);
        }
    }
}

/// Returns true unless the rule says that the input isn't a package, so that findings about its zip don't matter.
fn is_about_package(rule: Rule) -> bool {
    match rule {
        Rule::NotAPackage => false,
        Rule::Unreadable
        | Rule::AmbiguousArchive
        | Rule::PartUnreadable
        | Rule::TwoGateways
        | Rule::NoEvidence
        | Rule::Contradiction
        | Rule::AllPublic
        | Rule::OwnCa
        | Rule::Mixed
        | Rule::UnknownRoot => true,
    }
}

/// A part that shows public roots, or the files `VpnServerRoot.cer_N` of one folder, which belong together.
struct RootSource<'p> {
    /// Path of the part; of several files, the first one.
    place: &'p str,
    /// The roots by [`roots::Root::id`]. Names are left out if there is a certificate or thumbprint. That they disagree
    /// with it is a finding of its own.
    roots: Vec<usize>,
    /// True if there is neither a certificate nor a thumbprint.
    has_only_names: bool,
}

fn root_sources<'p>(items: &[Classified<'p>]) -> Vec<RootSource<'p>> {
    let mut sources: Vec<RootSource<'p>> = Vec::new();
    // The folders with files VpnServerRoot.cer_N, each with the index of its source.
    let mut folders: Vec<(&str, usize)> = Vec::new();
    for part in by_part(items) {
        let Some(place) = place_of(part) else {
            continue;
        };
        let by_certificate = roots_of(part, identifies_certificate);
        let has_only_names = by_certificate.is_empty();
        let roots = if has_only_names {
            roots_of(part, is_name)
        } else {
            by_certificate
        };
        if roots.is_empty() {
            continue;
        }
        let is_root_file = part.iter().any(|item| item.part.role == Role::ServerRoot);
        let folder = place.rsplit_once('/').map_or("", |(folder, _)| folder);
        let index = folders
            .iter()
            .find(|(other, _)| is_root_file && *other == folder)
            .map(|(_, index)| *index);
        match index.and_then(|index| sources.get_mut(index)) {
            Some(source) => roots
                .into_iter()
                .for_each(|root| set::insert(&mut source.roots, root)),
            None => {
                if is_root_file {
                    folders.push((folder, sources.len()));
                }
                sources.push(RootSource {
                    place,
                    roots,
                    has_only_names,
                });
            }
        }
    }
    sources
}

/// Returns true if public roots differ between parts, or between the certificates and the thumbprints of one part.
fn roots_differ(sources: &[RootSource<'_>], items: &[Classified<'_>]) -> bool {
    let differs_within = |part: &[Classified<'_>]| {
        are_different(
            &roots_of(part, |value| matches!(value, Value::Certificate(_))),
            &roots_of(part, |value| matches!(value, Value::Thumbprint(_))),
        )
    };
    let differs_from_first = |source: &RootSource<'_>| {
        sources
            .first()
            .is_some_and(|first| !set::is_equal(&first.roots, &source.roots))
    };
    sources.iter().any(differs_from_first) || by_part(items).any(differs_within)
}

/// Returns true if the names of one document show other public roots than its certificates, or its root names others
/// than its issuer names.
fn names_disagree(part: &[Classified<'_>]) -> bool {
    let by_certificate = roots_of(part, identifies_certificate);
    let root_names = roots_of(part, |value| matches!(value, Value::RootName(_)));
    let issuer_names = roots_of(part, |value| matches!(value, Value::IssuerName(_)));
    are_different(&by_certificate, &roots_of(part, is_name))
        || are_different(&root_names, &issuer_names)
}

fn is_name(value: &Value) -> bool {
    match value {
        Value::RootName(_) | Value::IssuerName(_) => true,
        Value::Certificate(_) | Value::Thumbprint(_) => false,
    }
}

/// Returns the public roots that the counted items of one part show, by [`roots::Root::id`].
fn roots_of(part: &[Classified<'_>], is_wanted: fn(&Value) -> bool) -> Vec<usize> {
    let is_wanted = |item: &&Classified<'_>| item.is_counted() && is_wanted(&item.item.value);
    let items = part.iter().filter(is_wanted);
    set::collect(items.filter_map(|item| item.root.map(|root| root.id)))
}

fn place_of<'p>(part: &[Classified<'p>]) -> Option<&'p str> {
    part.first().map(|item| item.part.path.as_str())
}

/// Returns true if two lists, neither of them empty, contain different roots.
fn are_different(one: &[usize], other: &[usize]) -> bool {
    !one.is_empty() && !other.is_empty() && !set::is_equal(one, other)
}

/// Returns the first part with an item of another class than the first item's.
fn first_part_of_another_class<'p>(counted: &[&Classified<'p>]) -> Option<&'p Part> {
    let first = counted.first()?;
    counted
        .iter()
        .find(|item| item.class != first.class)
        .map(|item| item.part)
}

/// Returns true for a lone certificate that doesn't name a public root as its issuer. It may be the customer's own
/// root, or a client certificate that this root issued.
fn may_be_client_certificate(contents: &Contents<'_>, counted: &[&Classified<'_>]) -> bool {
    contents.is_lone_certificate() && counted.iter().any(|item| !names_public_issuer(item))
}

/// Returns true for a certificate that isn't public or self-issued and names a public root as its issuer. The 2019
/// notice's own test would call it safe.
fn names_public_issuer(item: &Classified<'_>) -> bool {
    item.certificate().is_some_and(|certificate| {
        !item.is_public()
            && !is_self_issued(certificate)
            && certificate
                .issuer
                .common_names
                .iter()
                .any(|name| roots::is_public_root_name(name))
    })
}

/// Returns the parts whose file name, ignoring case, an earlier part in another folder has.
fn parts_of_repeated_name<'p>(contents: &Contents<'p>) -> impl Iterator<Item = &'p Part> {
    let mut names: HashSet<String> = HashSet::new();
    let parts = contents.parts.iter().copied();
    let single = parts.filter(|part| counting::rules_of(part.role).is_single);
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
            Value::Certificate(certificate) => [
                Some(certificate.subject.text.as_str()),
                Some(certificate.issuer.text.as_str()),
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

/// Returns true for control characters and for characters that change the direction of text or have no width (Unicode
/// UAX #9, general category Cf).
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}
