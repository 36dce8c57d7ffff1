//! The one function from a package to its answer.

use crate::counting::{self, Contents};
use crate::items::{self, Context, Judged};
use crate::today::Roots;
use crate::{
    Evidence, Finding, Gateway, InputReport, Kind, Model, Proof, ReportError, Rule, Verdict,
    findings, roots, rules, types,
};
use p2s_package::{Date, Limits, Package, Timestamp, Value};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// What a run asks: for which moment, and when the gateway was created, if the user said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The moment the answer is for.
    pub now: Timestamp,
    /// The creation date of the gateway.
    pub created: Option<Date>,
}

/// The answer about one input.
pub fn judge(package: &Package, question: &Question) -> InputReport {
    let contents = Contents::of(package);
    let context = Context::new(&contents);
    let items = items::judge(&contents, &context);
    let rule = rules::rule(&contents, &context, &items);
    let roots = Roots::of(&items, rule, question.now);
    let packaged = packaged(&package.stamps, question.now);
    let (gateway_types, about_date) = types::gateway_types(rule, packaged, question.created);
    let mut findings = findings::findings(&contents, &context, &items, rule, &roots.newest());
    findings.extend(about_date.map(|code| Finding { code, place: None }));
    InputReport {
        name: package.name.clone(),
        size: package.size,
        verdict: verdict(rule),
        rule,
        proof: proof(rule, &items),
        gateway_types,
        model: model(&contents),
        gateway: gateway(&contents, &context),
        packaged,
        created: question.created.map(|day| day.to_string()),
        root_today: roots.today(),
        evidence: items.iter().map(evidence).collect(),
        findings,
        error: contents.error.map(|(code, place)| ReportError {
            code,
            place: place.map(str::to_owned),
        }),
    }
}

/// The newest time stamp that can be a package's day. Stamps before 2012, such as 1980-01-01, are defaults of the
/// program that packed the zip; stamps after `now` in the time zone that is farthest ahead come from a wrong clock.
fn packaged(stamps: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
    const FIRST: OffsetDateTime = datetime!(2012-01-01 00:00 UTC);
    const FARTHEST_ZONE: Duration = Duration::hours(14);
    let last = now.utc().saturating_add(FARTHEST_ZONE);
    let possible = |stamp: &Timestamp| (FIRST..=last).contains(&stamp.utc());
    stamps.iter().copied().filter(possible).max()
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

/// The strongest kind behind an answer that is one.
fn proof(rule: Rule, items: &[Judged<'_>]) -> Proof {
    if verdict(rule) == Verdict::Undetermined {
        return Proof::None;
    }
    let has = |kind| {
        items
            .iter()
            .any(|item| item.counted() && item.kind() == kind)
    };
    if has(Kind::Certificate) {
        Proof::Certificate
    } else if has(Kind::Thumbprint) {
        Proof::Thumbprint
    } else {
        Proof::Name
    }
}

fn model(contents: &Contents<'_>) -> Model {
    let mut roles = contents.parts.iter().map(|part| part.role);
    let resource_manager = roles.any(counting::is_resource_manager);
    if rules::is_virtual_wan(contents) {
        Model::VirtualWan
    } else if resource_manager {
        Model::ResourceManager
    } else {
        Model::Unknown
    }
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
    // A placeholder such as $VPNSERVER is no name of a host.
    let server = named.or_else(|| hosts().find(|host| !host.contains('$')));
    let id = names().flat_map(|names| &names.guids).next();
    let id = id.or_else(|| names().flat_map(|names| &names.wan_ids).next());
    Gateway {
        server: server.map(|host| shown(host)),
        id: id.cloned(),
        vnet: names().find_map(|names| names.vnet.as_deref()).map(shown),
    }
}

/// A text out of an input as the report gives it: one that no name could be is cut off, for it would be shown with
/// every item.
pub(crate) fn shown(text: &str) -> String {
    match text.char_indices().nth(Limits::default().shown_characters) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn evidence(item: &Judged<'_>) -> Evidence {
    let certificate = item.certificate();
    let value = match &item.item.value {
        Value::Certificate(certificate) => roots::hex(&certificate.sha256),
        Value::Thumbprint(sha1) => roots::hex(sha1),
        Value::RootName(name) | Value::IssuerName(name) => shown(name),
    };
    Evidence {
        place: item.part.path.clone(),
        item: item
            .item
            .inner
            .as_deref()
            .map_or_else(|| item.item.field.name().to_owned(), shown),
        kind: item.kind(),
        class: item.class,
        counted: item.counted(),
        value,
        subject: certificate.map(|found| shown(&found.subject.text)),
        issuer: certificate.map(|found| shown(&found.issuer.text)),
        serial: certificate.map(|found| found.serial.clone()),
        sha1: certificate.map(|found| roots::hex(&found.sha1)),
        sha256: certificate.map(|found| roots::hex(&found.sha256)),
        not_before: certificate.and_then(|found| found.not_before),
        not_after: certificate.and_then(|found| found.not_after),
        root: item.root.as_ref().map(|root| shown(root.name)),
        reason: item.not_counted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_no_name_any_more_is_cut_off_between_characters() {
        assert_eq!(shown("証明書"), "証明書");
        let longest = "証".repeat(Limits::default().shown_characters);
        assert_eq!(shown(&longest), longest);
        assert_eq!(shown(&format!("{longest}明")), format!("{longest}…"));
    }
}
