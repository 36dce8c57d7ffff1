//! The eleven rules (verdict.md 2), in their order: the first that fits decides.

use crate::items::{Context, Judged, self_issued};
use crate::roots;
use crate::{Class, Kind, Rule};
use p2s_package::{
    Error, Form, GatewayNames, Package, Part, PartKind, Severity, Value, is_virtual_wan_host,
};

/// The rule that decides about a package.
pub(crate) fn rule(package: &Package, items: &[Judged<'_>]) -> Rule {
    if let Some(error) = Error::worst(&package.errors) {
        return match error.kind.severity() {
            Severity::Unreadable => Rule::Unreadable,
            Severity::Ambiguous => Rule::AmbiguousArchive,
            Severity::NotAPackage => Rule::NotAPackage,
            Severity::PartUnreadable => Rule::PartUnreadable,
        };
    }
    let counted: Vec<&Judged<'_>> = items.iter().filter(|item| item.counted()).collect();
    if two_gateways(package) {
        Rule::TwoGateways
    } else if counted.is_empty() {
        Rule::NoEvidence
    } else if contradiction(package, &counted) {
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
fn two_gateways(package: &Package) -> bool {
    let virtual_wan = is_virtual_wan(package);
    let naming: Vec<&GatewayNames> = package
        .parts
        .iter()
        .filter(|part| names_gateway(part))
        .map(|part| &part.gateway)
        .collect();
    naming.iter().enumerate().any(|(index, one)| {
        naming.iter().skip(index.saturating_add(1)).any(|other| {
            differ(&one.wan_ids, &other.wan_ids) || !virtual_wan && differ(&one.guids, &other.guids)
        })
    })
}

/// Whether the package is one of Virtual WAN: any host of it is.
pub(crate) fn is_virtual_wan(package: &Package) -> bool {
    package
        .parts
        .iter()
        .flat_map(|part| &part.gateway.hosts)
        .any(|host| is_virtual_wan_host(host))
}

fn names_gateway(part: &Part) -> bool {
    !matches!(part.kind, PartKind::RadiusRoot | PartKind::Stray)
}

/// Both have names of this sort, and none in common.
fn differ(one: &[String], other: &[String]) -> bool {
    !one.is_empty() && !other.is_empty() && !one.iter().any(|name| other.contains(name))
}

fn contradiction(package: &Package, counted: &[&Judged<'_>]) -> bool {
    let context = Context::new(package);
    let lookalike = counted.iter().any(|item| is_lookalike(&context, item));
    let settings = || {
        package
            .parts
            .iter()
            .filter(|part| part.kind == PartKind::VpnSettings)
    };
    lookalike || settings().any(|part| disagrees_with_itself(part, counted))
}

/// A certificate with a public root's name that is not that root: as its own, or, where it is marked as the
/// gateway's, as its issuer's.
pub(crate) fn is_lookalike(context: &Context<'_>, item: &Judged<'_>) -> bool {
    let Some(certificate) = item.certificate().filter(|_| item.class != Class::Public) else {
        return false;
    };
    let public = |names: &[String]| names.iter().any(|name| roots::is_public_root_name(name));
    self_issued(certificate) && public(&certificate.subject.common_names)
        || context.is_marked(item.part.kind, certificate)
            && public(&certificate.issuer.common_names)
}

/// One VpnSettings.xml whose certificates and names, or whose root names and issuer names, do not agree about
/// being public.
fn disagrees_with_itself(part: &Part, counted: &[&Judged<'_>]) -> bool {
    let all_public_of = |wanted: fn(&Value) -> bool| {
        let mut classes = counted
            .iter()
            .filter(|item| std::ptr::eq(item.part, part) && wanted(&item.item.value))
            .map(|item| item.class == Class::Public)
            .peekable();
        classes
            .peek()
            .is_some()
            .then(|| classes.all(|public| public))
    };
    let opposed = |one: Option<bool>, other: Option<bool>| matches!((one, other), (Some(one), Some(other)) if one != other);
    let certificates = all_public_of(|value| matches!(value, Value::Certificate(_)));
    let names = all_public_of(|value| matches!(value, Value::RootName(_) | Value::IssuerName(_)));
    let root_names = all_public_of(|value| matches!(value, Value::RootName(_)));
    let issuer_names = all_public_of(|value| matches!(value, Value::IssuerName(_)));
    opposed(certificates, names) || opposed(root_names, issuer_names)
}

/// Every counted item is public; names alone need both a root name and an issuer name.
fn all_public(counted: &[&Judged<'_>]) -> bool {
    let has = |wanted: fn(&Value) -> bool| counted.iter().any(|item| wanted(&item.item.value));
    let names_only = counted.iter().all(|item| item.kind() == Kind::Name);
    let both_names = has(|value| matches!(value, Value::RootName(_)))
        && has(|value| matches!(value, Value::IssuerName(_)));
    counted.iter().all(|item| item.class == Class::Public) && (!names_only || both_names)
}

/// Every counted item is the gateway's own, but for unknown names beside a certificate of its own.
fn own_ca(counted: &[&Judged<'_>]) -> bool {
    let certificate = has_own_certificate(counted.iter().copied());
    let fits = |item: &&Judged<'_>| item.class == Class::Own || is_tolerated(item, certificate);
    counted.iter().any(|item| item.class == Class::Own) && counted.iter().all(fits)
}

/// Whether a certificate of the gateway's own is among the items.
pub(crate) fn has_own_certificate<'i, 'p: 'i>(
    mut items: impl Iterator<Item = &'i Judged<'p>>,
) -> bool {
    items.any(|item| item.counted() && item.class == Class::Own && item.kind() == Kind::Certificate)
}

/// An unknown name beside a certificate of the gateway's own: what such a package wrote there is not known.
pub(crate) fn is_tolerated(item: &Judged<'_>, own_certificate: bool) -> bool {
    own_certificate && item.kind() == Kind::Name && item.class == Class::Unknown
}

/// Whether the input is a certificate by itself.
pub(crate) fn is_lone_certificate(package: &Package) -> bool {
    package.form == Form::LoneCertificate
}
