//! Items of evidence and their class (verdict.md 1): public, the gateway's own, or unknown.

use crate::roots;
use crate::{Class, Kind};
use p2s_package::{Certificate, Form, Item, Package, Part, PartKind, Value};
use std::collections::BTreeSet;

/// An item with what it was found to be.
#[derive(Debug)]
pub(crate) struct Judged<'p> {
    pub(crate) part: &'p Part,
    pub(crate) item: &'p Item,
    pub(crate) class: Class,
    /// The public root that a public item is or stands under.
    pub(crate) root: Option<Root>,
}

/// A public root as an item tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Root {
    pub(crate) name: String,
    /// End of validity of what was found (the root, or an intermediate under it), seconds since 1970.
    pub(crate) not_after: Option<i64>,
    /// Named by the notices; not only in the table.
    pub(crate) listed: bool,
}

impl Judged<'_> {
    pub(crate) fn counted(&self) -> bool {
        self.item.uncounted.is_none()
    }

    pub(crate) fn kind(&self) -> Kind {
        match self.item.value {
            Value::Certificate(_) => Kind::Certificate,
            Value::Thumbprint(_) => Kind::Thumbprint,
            Value::RootName(_) | Value::IssuerName(_) => Kind::Name,
        }
    }

    pub(crate) fn certificate(&self) -> Option<&Certificate> {
        match &self.item.value {
            Value::Certificate(certificate) => Some(certificate),
            _ => None,
        }
    }
}

/// Judges every item of a package: certificates first, because thumbprints and names lean on them.
pub(crate) fn judge(package: &Package) -> Vec<Judged<'_>> {
    let context = Context::new(package);
    let all = || {
        package
            .parts
            .iter()
            .flat_map(|part| part.items.iter().map(move |item| (part, item)))
    };
    let counted: Vec<(&Part, &Certificate, Class)> = all()
        .filter(|(_, item)| item.uncounted.is_none())
        .filter_map(|(part, item)| match &item.value {
            Value::Certificate(found) => Some((
                part,
                found.as_ref(),
                context.certificate(part.kind, found).0,
            )),
            _ => None,
        })
        .collect();
    all()
        .map(|(part, item)| {
            let (class, root) = match &item.value {
                Value::Certificate(found) => context.certificate(part.kind, found),
                Value::Thumbprint(sha1) => thumbprint(sha1, &counted),
                Value::RootName(name) => context.name(name, false, part, &counted),
                Value::IssuerName(name) => context.name(name, true, part, &counted),
            };
            Judged {
                part,
                item,
                class,
                root,
            }
        })
        .collect()
}

/// Whether two names of a certificate are the same, byte for byte.
pub(crate) fn self_issued(certificate: &Certificate) -> bool {
    certificate.subject.der == certificate.issuer.der
}

/// What the input as a whole says that bears on one item's class.
pub(crate) struct Context<'p> {
    guids: Vec<&'p str>,
    /// A lone certificate file: only the surest mark counts there.
    lone_certificate: bool,
}

/// How surely a certificate is the gateway's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// The name says so.
    Named,
    /// Nobody but the gateway writes there, and nothing else is known of it.
    ByPlace,
    None,
}

impl<'p> Context<'p> {
    pub(crate) fn new(package: &'p Package) -> Self {
        let guids = package
            .parts
            .iter()
            .flat_map(|part| &part.gateway.guids)
            .map(String::as_str);
        Context {
            guids: guids.collect::<BTreeSet<_>>().into_iter().collect(),
            lone_certificate: package.form == Form::LoneCertificate,
        }
    }

    /// Whether a common name is one that a gateway's own CA bears.
    pub(crate) fn marked_name(&self, name: &str) -> bool {
        let lower = name.to_ascii_lowercase();
        p2s_package::azuregateway_guid(&lower).is_some()
            || self.guids.iter().any(|guid| lower.contains(guid))
            || !self.lone_certificate
                && (lower.ends_with(".cloudapp.net") || lower.ends_with(".vpn.azure.com"))
    }

    fn mark(&self, kind: PartKind, certificate: &Certificate) -> Mark {
        let names = &certificate.subject.common_names;
        if names.iter().any(|name| self.marked_name(name)) {
            return Mark::Named;
        }
        let by_place = !self.lone_certificate
            && kind != PartKind::Ovpn
            && self_issued(certificate)
            && lives_five_years(certificate)
            && !names.iter().any(|name| roots::is_public_root_name(name));
        if by_place { Mark::ByPlace } else { Mark::None }
    }

    /// Whether a certificate is marked as a gateway's own.
    pub(crate) fn is_marked(&self, kind: PartKind, certificate: &Certificate) -> bool {
        self.mark(kind, certificate) != Mark::None
    }

    fn certificate(&self, kind: PartKind, certificate: &Certificate) -> (Class, Option<Root>) {
        if let Some(root) = public_root(certificate) {
            return (Class::Public, Some(root));
        }
        let issuers = &certificate.issuer.common_names;
        let own_issuer =
            self_issued(certificate) || issuers.iter().any(|name| self.marked_name(name));
        let own = own_issuer && self.is_marked(kind, certificate);
        (if own { Class::Own } else { Class::Unknown }, None)
    }

    fn name(
        &self,
        name: &str,
        issuer: bool,
        part: &Part,
        counted: &[(&Part, &Certificate, Class)],
    ) -> (Class, Option<Root>) {
        let listed = roots::listed_root_by_name(name)
            .or_else(|| roots::listed_intermediate_by_name(name).filter(|_| issuer));
        if let Some(listed) = listed {
            // Two intermediates have one name and different ends; what is sure is that of their root.
            let root = roots::listed_root_by_name(listed.root);
            let root = Root {
                name: listed.root.to_owned(),
                not_after: root.map(|root| root.not_after.unix_timestamp()),
                listed: true,
            };
            return (Class::Public, Some(root));
        }
        let same_document = counted.iter().find(|(other, certificate, class)| {
            std::ptr::eq(*other, part)
                && *class == Class::Public
                && certificate
                    .subject
                    .common_names
                    .iter()
                    .any(|common| common == name)
        });
        if let Some((_, certificate, _)) = same_document {
            return (Class::Public, public_root(certificate));
        }
        if self.marked_name(name) && !roots::is_public_root_name(name) {
            return (Class::Own, None);
        }
        (Class::Unknown, None)
    }
}

/// The public root of a certificate that is one, or is a listed intermediate.
pub(crate) fn public_root(certificate: &Certificate) -> Option<Root> {
    if let Some(listed) = roots::listed_by_sha256(&certificate.sha256) {
        let not_after = Some(listed.not_after.unix_timestamp());
        return Some(Root {
            name: listed.root.to_owned(),
            not_after,
            listed: true,
        });
    }
    let root = roots::table_root(&certificate.sha256)?;
    Some(Root {
        name: root.name.to_owned(),
        not_after: Some(root.not_after),
        listed: false,
    })
}

fn thumbprint(sha1: &[u8; 20], counted: &[(&Part, &Certificate, Class)]) -> (Class, Option<Root>) {
    if let Some(listed) = roots::listed_by_sha1(sha1) {
        let not_after = Some(listed.not_after.unix_timestamp());
        return (
            Class::Public,
            Some(Root {
                name: listed.root.to_owned(),
                not_after,
                listed: true,
            }),
        );
    }
    match counted
        .iter()
        .find(|(_, certificate, _)| certificate.sha1 == *sha1)
    {
        Some((_, certificate, Class::Public)) => (Class::Public, public_root(certificate)),
        Some((_, _, Class::Own)) => (Class::Own, None),
        _ => (Class::Unknown, None),
    }
}

/// At most five years from the start of validity to its end; a leap day more or less is the calendar's.
fn lives_five_years(certificate: &Certificate) -> bool {
    const MOST_SECONDS: i64 = (5 * 365 + 2) * 24 * 60 * 60;
    match (certificate.not_before, certificate.not_after) {
        (Some(from), Some(to)) => to
            .unix()
            .checked_sub(from.unix())
            .is_some_and(|life| (0..=MOST_SECONDS).contains(&life)),
        _ => false,
    }
}
