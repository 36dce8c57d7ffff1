//! From a package to its answer.

use crate::counting::{self, Contents};
use crate::items::{self, Classified, Context};
use crate::today::Roots;
use crate::{
    Evidence, Finding, Gateway, InputReport, Kind, Model, Origin, Proof, ReportError, Rule,
    Verdict, findings, gateway_types, rules,
};
use p2s_package::{Date, Limits, Package, Timestamp, Value, hex};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// What the answers of a run depend on besides the packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The moment that the answers are for. The crate never reads a clock.
    pub now: Timestamp,
    /// The creation date of the gateway, if the user gave it.
    pub created: Option<Date>,
}

/// Returns the answer about one input.
///
/// The answer is determined by the package and the options alone, and every package gets one.
pub fn judge(package: &Package, options: &Options) -> InputReport {
    let contents = Contents::new(package);
    let context = Context::new(&contents);
    let items = items::classify(&contents, &context);
    let rule = rules::first_match(&contents, &context, &items);
    let roots = Roots::new(&items, rule, options.now);
    let packaged = packaging_time(&package.stamps, options.now);
    let (gateway_types, date_finding) =
        gateway_types::gateway_types(rule, packaged, options.created);
    let mut findings = findings::findings(&contents, &context, &items, rule, &roots.newest());
    findings.extend(date_finding.map(|code| Finding { code, place: None }));
    InputReport {
        name: package.name.clone(),
        size: package.size,
        verdict: verdict(rule),
        rule,
        proof: proof(rule, &items),
        gateway_types,
        model: model(&contents),
        origin: origin(package),
        gateway: gateway(&contents, &context),
        packaged,
        created: options.created.map(|day| day.to_string()),
        root_today: roots.today(),
        evidence: items.iter().map(evidence).collect(),
        findings,
        error: contents.error.map(|(code, place)| ReportError {
            code,
            place: place.map(str::to_owned),
        }),
    }
}

/// Returns the newest time stamp that can be the time at which a package was made.
fn packaging_time(stamps: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
    // Earlier stamps, such as 1980-01-01, are defaults of programs that make zips.
    const EARLIEST: OffsetDateTime = datetime!(2012-01-01 00:00 UTC);
    // Stamps can be local times. Those later than now in every time zone come from a wrong clock.
    const MAX_UTC_OFFSET: Duration = Duration::hours(14);
    let latest = now.utc().saturating_add(MAX_UTC_OFFSET);
    let is_possible = |stamp: &Timestamp| (EARLIEST..=latest).contains(&stamp.utc());
    stamps.iter().copied().filter(is_possible).max()
}

fn verdict(rule: Rule) -> Verdict {
    match rule {
        Rule::AllPublic => Verdict::NotAffected,
        Rule::OwnCa => Verdict::Affected,
        Rule::Unreadable
        | Rule::AmbiguousArchive
        | Rule::NotAPackage
        | Rule::PartUnreadable
        | Rule::TwoGateways
        | Rule::NoEvidence
        | Rule::Contradiction
        | Rule::Mixed
        | Rule::UnknownRoot => Verdict::Undetermined,
    }
}

/// Returns the strongest kind among the counted items; none if the verdict is undetermined.
fn proof(rule: Rule, items: &[Classified<'_>]) -> Proof {
    match verdict(rule) {
        Verdict::Undetermined => return Proof::None,
        Verdict::Affected | Verdict::NotAffected => {}
    }
    let counted = items.iter().filter(|item| item.is_counted());
    let proofs = counted.map(|item| match item.kind() {
        Kind::Certificate => Proof::Certificate,
        Kind::Thumbprint => Proof::Thumbprint,
        Kind::Name => Proof::Name,
    });
    // The variants are in the order of their strength.
    proofs.min().unwrap_or(Proof::None)
}

fn model(contents: &Contents<'_>) -> Model {
    let mut roles = contents.parts.iter().map(|part| part.role);
    let is_resource_manager = roles.any(|role| counting::rules_of(role).is_resource_manager);
    if contents.is_virtual_wan() {
        Model::VirtualWan
    } else if is_resource_manager {
        Model::ResourceManager
    } else {
        Model::Unknown
    }
}

/// Returns where an input comes from. A part that only packages have decides.
fn origin(package: &Package) -> Origin {
    let parts = package.parts.iter();
    let origins = parts.map(|part| counting::rules_of(part.role).origin);
    // The variants are in the order of their strength.
    origins.min().unwrap_or(Origin::Unknown)
}

fn gateway(contents: &Contents<'_>, context: &Context<'_>) -> Gateway {
    let parts = || {
        let parts = contents.parts.iter();
        parts.filter(|part| !context.is_foreign(part))
    };
    let names = || parts().map(|part| &part.gateway);
    let hosts = || names().flat_map(|names| &names.hosts);
    let named = hosts().find(|host| {
        p2s_package::azuregateway_guid(host).is_some() || p2s_package::is_virtual_wan_host(host)
    });
    // A placeholder such as $VPNSERVER isn't a host name.
    let server = named.or_else(|| hosts().find(|host| !host.contains('$')));
    let id = names().flat_map(|names| &names.guids).next();
    let id = id.or_else(|| names().flat_map(|names| &names.wan_ids).next());
    let connections = || parts().map(|part| &part.connection);
    Gateway {
        server: server.map(|host| shorten(host)),
        id: id.cloned(),
        vnet: names().find_map(|names| names.vnet.as_deref()).map(shorten),
        tunnel_types: sorted(connections().flat_map(|one| &one.tunnel_types)),
        authentication: sorted(connections().flat_map(|one| &one.authentication)),
        address_pool: connections()
            .find_map(|one| one.address_pool.as_deref())
            .map(shorten),
    }
}

/// Returns values in their order, each once.
fn sorted<'v, T: Copy + Ord + 'v>(values: impl Iterator<Item = &'v T>) -> Vec<T> {
    let mut sorted = Vec::new();
    for value in values {
        if let Err(position) = sorted.binary_search(value) {
            sorted.insert(position, *value);
        }
    }
    sorted
}

/// Shortens a text from an input to at most `Limits::shown_characters` and an ellipsis, because it may be reported with
/// every item.
pub(crate) fn shorten(text: &str) -> String {
    match text.char_indices().nth(Limits::default().shown_characters) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn evidence(item: &Classified<'_>) -> Evidence {
    let certificate = item.certificate();
    let value = match &item.item.value {
        Value::Certificate(certificate) => hex(&certificate.sha256),
        Value::Thumbprint(sha1) => hex(sha1),
        Value::RootName(name) | Value::IssuerName(name) => shorten(name),
    };
    Evidence {
        place: item.part.path.clone(),
        item: item
            .item
            .inner
            .as_deref()
            .map_or_else(|| item.item.field.name().to_owned(), shorten),
        kind: item.kind(),
        class: item.class,
        counted: item.is_counted(),
        value,
        subject: certificate.map(|found| shorten(&found.subject.text)),
        issuer: certificate.map(|found| shorten(&found.issuer.text)),
        serial: certificate.map(|found| found.serial.clone()),
        sha1: certificate.map(|found| hex(&found.sha1)),
        sha256: certificate.map(|found| hex(&found.sha256)),
        not_before: certificate.and_then(|found| found.not_before),
        not_after: certificate.and_then(|found| found.not_after),
        root: item.root.as_ref().map(|root| shorten(root.name)),
        reason: item.not_counted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_longer_than_any_name_is_cut_off_between_characters() {
        assert_eq!(shorten("証明書"), "証明書");
        let longest = "証".repeat(Limits::default().shown_characters);
        assert_eq!(shorten(&longest), longest);
        assert_eq!(shorten(&format!("{longest}明")), format!("{longest}…"));
    }
}
