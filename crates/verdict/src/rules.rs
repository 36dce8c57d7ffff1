//! The eleven rules, in their order: the first one that matches decides (docs/rules.md, "The eleven rules").

use crate::counting::{self, Contents};
use crate::items::{Classified, Context, by_part, is_self_issued};
use crate::{Class, Kind, Rule};
use crate::{roots, set};
use p2s_package::Value;

/// Returns the first rule that matches.
pub(crate) fn first_match(
    contents: &Contents<'_>,
    context: &Context<'_>,
    items: &[Classified<'_>],
) -> Rule {
    if let Some((kind, _)) = contents.error {
        return counting::rule_of_error(kind);
    }
    let counted: Vec<&Classified<'_>> = items.iter().filter(|item| item.is_counted()).collect();
    if has_two_gateways(contents) {
        Rule::TwoGateways
    } else if counted.is_empty() {
        Rule::NoEvidence
    } else if is_contradiction(context, items) {
        Rule::Contradiction
    } else if is_all_public(&counted) {
        Rule::AllPublic
    } else if is_own_ca(&counted) {
        Rule::OwnCa
    } else if has_several_classes(&counted) {
        Rule::Mixed
    } else {
        Rule::UnknownRoot
    }
}

/// Returns true if any two parts name different gateways.
fn has_two_gateways(contents: &Contents<'_>) -> bool {
    let parts = || {
        let parts = contents.parts.iter();
        parts.filter(|part| counting::rules_of(part.role).identifies_gateway)
    };
    has_disjoint_lists(parts().map(|part| part.gateway.wan_ids.as_slice()))
        || !contents.is_virtual_wan()
            && has_disjoint_lists(parts().map(|part| part.gateway.guids.as_slice()))
}

/// Returns true if any two lists, neither of them empty, have no name in common.
///
/// Equal lists are compared once, so that the cost depends on the number of different names (`Limits::gateway_names`)
/// and not on the number of parts.
fn has_disjoint_lists<'p>(lists: impl Iterator<Item = &'p [String]>) -> bool {
    let distinct = set::collect(lists.filter(|names| !names.is_empty()));
    distinct.iter().any(|one| {
        let is_disjoint = |other: &&[String]| !one.iter().any(|name| other.contains(name));
        distinct.iter().any(is_disjoint)
    })
}

fn is_contradiction(context: &Context<'_>, items: &[Classified<'_>]) -> bool {
    let is_counted_lookalike =
        |item: &Classified<'_>| item.is_counted() && is_lookalike(context, item);
    items.iter().any(is_counted_lookalike) || by_part(items).any(contradicts_itself)
}

/// Returns true for a certificate that isn't public and either is self-issued in a public root's name, or is marked as
/// the gateway's own and names a public root as its issuer.
pub(crate) fn is_lookalike(context: &Context<'_>, item: &Classified<'_>) -> bool {
    let Some(certificate) = item.certificate().filter(|_| !item.is_public()) else {
        return false;
    };
    let has_public_name =
        |names: &[String]| names.iter().any(|name| roots::is_public_root_name(name));
    is_self_issued(certificate) && has_public_name(&certificate.subject.common_names)
        || context.is_marked(item.part.role, certificate)
            && has_public_name(&certificate.issuer.common_names)
}

/// Returns true if one document names public roots and the gateway's own CA at once: in its certificates and its names,
/// or in its root names and its issuer names. An unknown item contradicts nothing, because it may be a newer root.
fn contradicts_itself(part: &[Classified<'_>]) -> bool {
    let is_considered = |item: &&Classified<'_>| {
        counting::rules_of(item.part.role).can_contradict_itself && item.is_counted()
    };
    let classes = |is_wanted: fn(&Value) -> bool| {
        let items = part.iter().filter(is_considered);
        let items = items.filter(|item| is_wanted(&item.item.value));
        set::collect(items.map(|item| item.class))
    };
    let are_opposed =
        |one: &[Class], other: &[Class]| *one == [Class::Public] && other.contains(&Class::Own);
    let certificates = classes(|value| matches!(value, Value::Certificate(_)));
    let root_names = classes(|value| matches!(value, Value::RootName(_)));
    let issuer_names = classes(|value| matches!(value, Value::IssuerName(_)));
    let names = set::collect(root_names.iter().chain(&issuer_names).copied());
    are_opposed(&certificates, &names)
        || are_opposed(&names, &certificates)
        || are_opposed(&root_names, &issuer_names)
        || are_opposed(&issuer_names, &root_names)
}

/// Returns true if every counted item is public. If there are only names, both a root name and an issuer name are
/// needed.
fn is_all_public(counted: &[&Classified<'_>]) -> bool {
    let has =
        |is_wanted: fn(&Value) -> bool| counted.iter().any(|item| is_wanted(&item.item.value));
    let has_only_names = counted.iter().all(|item| item.kind() == Kind::Name);
    let has_both_names = has(|value| matches!(value, Value::RootName(_)))
        && has(|value| matches!(value, Value::IssuerName(_)));
    counted.iter().all(|item| item.is_public()) && (!has_only_names || has_both_names)
}

/// Returns true if every counted item is the gateway's own, except unknown names beside an own certificate.
fn is_own_ca(counted: &[&Classified<'_>]) -> bool {
    let has_certificate = has_own_certificate(counted.iter().copied());
    let matches = |item: &&Classified<'_>| {
        item.class == Class::Own || has_certificate && is_unknown_name(item)
    };
    counted.iter().any(|item| item.class == Class::Own) && counted.iter().all(matches)
}

fn has_several_classes(counted: &[&Classified<'_>]) -> bool {
    let mut pairs = counted.windows(2);
    pairs.any(|pair| matches!(pair, [one, other] if one.class != other.class))
}

/// Returns true if a counted certificate among the items is the gateway's own.
pub(crate) fn has_own_certificate<'i, 'p: 'i>(
    mut items: impl Iterator<Item = &'i Classified<'p>>,
) -> bool {
    items.any(|item| {
        item.is_counted() && item.class == Class::Own && item.kind() == Kind::Certificate
    })
}

/// Returns true for a name of the class `unknown`. The rule `own-ca` accepts it beside an own certificate, because it
/// isn't known what such a package wrote there.
pub(crate) fn is_unknown_name(item: &Classified<'_>) -> bool {
    item.kind() == Kind::Name && item.class == Class::Unknown
}
