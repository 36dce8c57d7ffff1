//! The eleven rules (verdict.md 2), in their order: the first that fits decides.

use crate::counting::{self, Contents};
use crate::items::{Classified, Context, by_part, self_issued};
use crate::{Class, Kind, Rule};
use crate::{roots, set};
use p2s_package::{Form, Role, Value, is_virtual_wan_host};

/// The rule that decides about a package.
pub(crate) fn rule(
    contents: &Contents<'_>,
    context: &Context<'_>,
    items: &[Classified<'_>],
) -> Rule {
    if let Some((kind, _)) = contents.error {
        return counting::rule(kind);
    }
    let counted: Vec<&Classified<'_>> = items.iter().filter(|item| item.counted()).collect();
    if two_gateways(contents) {
        Rule::TwoGateways
    } else if counted.is_empty() {
        Rule::NoEvidence
    } else if contradiction(context, items) {
        Rule::Contradiction
    } else if all_public(&counted) {
        Rule::AllPublic
    } else if own_ca(&counted) {
        Rule::OwnCa
    } else if counted.iter().any(|item| {
        counted
            .first()
            .is_some_and(|first| item.class != first.class)
    }) {
        Rule::Mixed
    } else {
        Rule::UnknownRoot
    }
}

/// Whether any two parts name different gateways.
fn two_gateways(contents: &Contents<'_>) -> bool {
    let naming = || {
        let parts = contents.parts.iter();
        parts.filter(|part| counting::names_gateway(part.role))
    };
    any_apart(naming().map(|part| part.gateway.wan_ids.as_slice()))
        || !is_virtual_wan(contents)
            && any_apart(naming().map(|part| part.gateway.guids.as_slice()))
}

/// Whether any two lists, both with names, have none in common. Equal lists are compared once, so that the number of
/// parts does not matter, only the number of different names (`Limits::gateway_names`).
fn any_apart<'p>(lists: impl Iterator<Item = &'p [String]>) -> bool {
    let different = set::of(lists.filter(|names| !names.is_empty()));
    different.iter().any(|one| {
        let has_none_of_one = |other: &&[String]| !one.iter().any(|name| other.contains(name));
        different.iter().any(has_none_of_one)
    })
}

/// Whether the package is one of Virtual WAN: any host of it is.
pub(crate) fn is_virtual_wan(contents: &Contents<'_>) -> bool {
    contents
        .parts
        .iter()
        .flat_map(|part| &part.gateway.hosts)
        .any(|host| is_virtual_wan_host(host))
}

fn contradiction(context: &Context<'_>, items: &[Classified<'_>]) -> bool {
    let lookalike = |item: &Classified<'_>| item.counted() && is_lookalike(context, item);
    items.iter().any(lookalike) || by_part(items).any(disagrees_with_itself)
}

/// A certificate with a public root's name that is not that root: as its own, or, where it is marked as the
/// gateway's, as its issuer's.
pub(crate) fn is_lookalike(context: &Context<'_>, item: &Classified<'_>) -> bool {
    let Some(certificate) = item.certificate().filter(|_| item.class != Class::Public) else {
        return false;
    };
    let public = |names: &[String]| names.iter().any(|name| roots::is_public_root_name(name));
    self_issued(certificate) && public(&certificate.subject.common_names)
        || context.is_marked(item.part.role, certificate)
            && public(&certificate.issuer.common_names)
}

/// One VpnSettings.xml that names public roots and a CA of the gateway at once: its certificates against its names, or
/// its root names against its issuer names. What is unknown contradicts nothing: it may be a newer root.
fn disagrees_with_itself(part: &[Classified<'_>]) -> bool {
    let settings = |item: &&Classified<'_>| item.part.role == Role::VpnSettings && item.counted();
    let classes = |wanted: fn(&Value) -> bool| {
        let items = part.iter().filter(settings);
        let items = items.filter(|item| wanted(&item.item.value));
        set::of(items.map(|item| item.class))
    };
    let opposed =
        |one: &[Class], other: &[Class]| *one == [Class::Public] && other.contains(&Class::Own);
    let certificates = classes(|value| matches!(value, Value::Certificate(_)));
    let root_names = classes(|value| matches!(value, Value::RootName(_)));
    let issuer_names = classes(|value| matches!(value, Value::IssuerName(_)));
    let names = set::of(root_names.iter().chain(&issuer_names).copied());
    opposed(&certificates, &names)
        || opposed(&names, &certificates)
        || opposed(&root_names, &issuer_names)
        || opposed(&issuer_names, &root_names)
}

/// Every counted item is public; names alone need both a root name and an issuer name.
fn all_public(counted: &[&Classified<'_>]) -> bool {
    let has = |wanted: fn(&Value) -> bool| counted.iter().any(|item| wanted(&item.item.value));
    let names_only = counted.iter().all(|item| item.kind() == Kind::Name);
    let both_names = has(|value| matches!(value, Value::RootName(_)))
        && has(|value| matches!(value, Value::IssuerName(_)));
    counted.iter().all(|item| item.class == Class::Public) && (!names_only || both_names)
}

/// Every counted item is the gateway's own, but for unknown names beside a certificate of its own.
fn own_ca(counted: &[&Classified<'_>]) -> bool {
    let certificate = has_own_certificate(counted.iter().copied());
    let fits = |item: &&Classified<'_>| item.class == Class::Own || is_tolerated(item, certificate);
    counted.iter().any(|item| item.class == Class::Own) && counted.iter().all(fits)
}

/// Whether a certificate of the gateway's own is among the items.
pub(crate) fn has_own_certificate<'i, 'p: 'i>(
    mut items: impl Iterator<Item = &'i Classified<'p>>,
) -> bool {
    items.any(|item| item.counted() && item.class == Class::Own && item.kind() == Kind::Certificate)
}

/// An unknown name beside a certificate of the gateway's own: what such a package wrote there is not known.
pub(crate) fn is_tolerated(item: &Classified<'_>, own_certificate: bool) -> bool {
    own_certificate && item.kind() == Kind::Name && item.class == Class::Unknown
}

/// Whether the input is a certificate by itself.
pub(crate) fn is_lone_certificate(contents: &Contents<'_>) -> bool {
    contents.package.form == Form::LoneCertificate
}
