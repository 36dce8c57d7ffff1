//! Items of evidence and their classes: public, the gateway's own, or unknown (docs/rules.md, "Items" and "Classes").

use crate::counting::{self, Contents};
use crate::roots::{self, Root};
use crate::{Class, Kind, NotCounted, set};
use p2s_package::{Certificate, Item, Part, Role, Value};

/// An item with its class.
#[derive(Debug)]
pub(crate) struct Classified<'p> {
    pub(crate) part: &'p Part,
    pub(crate) item: &'p Item,
    pub(crate) class: Class,
    /// The public root that a public item is, or chains to.
    pub(crate) root: Option<Root>,
    /// Why the item isn't counted; `None` if it is.
    pub(crate) not_counted: Option<NotCounted>,
}

impl Classified<'_> {
    pub(crate) fn is_counted(&self) -> bool {
        self.not_counted.is_none()
    }

    pub(crate) fn is_public(&self) -> bool {
        match self.class {
            Class::Public => true,
            Class::Own | Class::Unknown => false,
        }
    }

    pub(crate) fn kind(&self) -> Kind {
        match self.item.value {
            Value::Certificate(_) => Kind::Certificate,
            Value::Thumbprint(_) => Kind::Thumbprint,
            Value::RootName(_) | Value::IssuerName(_) => Kind::Name,
        }
    }

    pub(crate) fn certificate(&self) -> Option<&Certificate> {
        certificate_of(&self.item.value)
    }
}

/// Returns true for a value that identifies one certificate: the certificate itself or its thumbprint, not a name.
pub(crate) fn identifies_certificate(value: &Value) -> bool {
    match value {
        Value::Certificate(_) | Value::Thumbprint(_) => true,
        Value::RootName(_) | Value::IssuerName(_) => false,
    }
}

fn certificate_of(value: &Value) -> Option<&Certificate> {
    match value {
        Value::Certificate(certificate) => Some(certificate),
        Value::Thumbprint(_) | Value::RootName(_) | Value::IssuerName(_) => None,
    }
}

/// A class and, for the class `public`, the root.
type Classification = (Class, Option<Root>);

/// Classifies every item of a package. Certificates come first, because thumbprints and names depend on them.
pub(crate) fn classify<'p>(contents: &Contents<'p>, context: &Context<'_>) -> Vec<Classified<'p>> {
    let mut by_sha1: Vec<(&[u8; 20], Classification)> = Vec::new();
    for part in contents.parts.iter().copied() {
        for certificate in counted_certificates(context, part) {
            let class = context.classify_certificate(part.role, certificate);
            by_sha1.push((&certificate.sha1, class));
        }
    }
    let mut items = Vec::new();
    for part in contents.parts.iter().copied() {
        let public_names = public_names(context, part);
        let is_foreign = context.is_foreign(part);
        for item in &part.items {
            let (class, root) = match &item.value {
                Value::Certificate(certificate) => {
                    context.classify_certificate(part.role, certificate)
                }
                Value::Thumbprint(sha1) => classify_thumbprint(sha1, &by_sha1),
                Value::RootName(name) => context.classify_name(name, false, &public_names),
                Value::IssuerName(name) => context.classify_name(name, true, &public_names),
            };
            items.push(Classified {
                part,
                item,
                class,
                root,
                not_counted: context.not_counted(part, item, is_foreign),
            });
        }
    }
    items
}

/// Splits the items of a package into one slice for each part that has any.
pub(crate) fn by_part<'i, 'p>(
    items: &'i [Classified<'p>],
) -> impl Iterator<Item = &'i [Classified<'p>]> {
    items.chunk_by(|one, other| std::ptr::eq(one.part, other.part))
}

fn counted_certificates<'p>(
    context: &Context<'_>,
    part: &'p Part,
) -> impl Iterator<Item = &'p Certificate> {
    let is_foreign = context.is_foreign(part);
    let is_counted = move |item: &&Item| context.not_counted(part, item, is_foreign).is_none();
    let counted = part.items.iter().filter(is_counted);
    counted.filter_map(|item| certificate_of(&item.value))
}

/// Returns the common names of a part's public certificates.
fn public_names<'p>(context: &Context<'_>, part: &'p Part) -> Vec<(&'p str, Root)> {
    let mut names = Vec::new();
    for certificate in counted_certificates(context, part) {
        if let Some(root) = Root::of_certificate(certificate) {
            for name in &certificate.subject.common_names {
                names.push((name.as_str(), root));
            }
        }
    }
    names
}

/// Returns the SHA-1 digests of the certificates in a part that belong to the customer's RADIUS server.
fn radius_certificates(part: &Part) -> impl Iterator<Item = &[u8; 20]> {
    let is_radius =
        |item: &&Item| counting::never_counted(part.role, item) == Some(NotCounted::RadiusRoot);
    let certificates = part.items.iter().filter(is_radius);
    certificates.filter_map(|item| certificate_of(&item.value).map(|found| &found.sha1))
}

/// Returns true if a part is named like the profile that Azure puts into a package: `vpnconfig*.ovpn`.
fn is_usual_profile(part: &Part) -> bool {
    let name = part.path.rsplit('/').next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    name.starts_with("vpnconfig") && name.ends_with(".ovpn")
}

/// Returns true if a certificate is self-issued (RFC 5280): subject and issuer are equal, byte for byte.
pub(crate) fn is_self_issued(certificate: &Certificate) -> bool {
    certificate.subject.der == certificate.issuer.der
}

/// The facts about a whole input that the class of each of its items depends on.
pub(crate) struct Context<'p> {
    /// The GUIDs by which the input names its gateway, in lower case.
    guids: Vec<&'p str>,
    is_lone_certificate: bool,
    /// The package contains a VpnSettings.xml, and therefore has a usual place for an OpenVPN profile.
    has_settings: bool,
    /// SHA-1 digests of the certificates of the customer's RADIUS server.
    radius: Vec<&'p [u8; 20]>,
}

impl<'p> Context<'p> {
    pub(crate) fn new(contents: &Contents<'p>) -> Self {
        let parts = || contents.parts.iter().copied();
        let guids = parts()
            .flat_map(|part| &part.gateway.guids)
            .map(String::as_str);
        Context {
            guids: set::collect(guids),
            is_lone_certificate: contents.is_lone_certificate(),
            has_settings: parts().any(|part| part.role == Role::VpnSettings),
            radius: parts().flat_map(radius_certificates).collect(),
        }
    }

    /// Returns true for an OpenVPN profile that nothing connects with an Azure gateway: neither its host, nor the name
    /// of the server's certificate, nor a marked certificate.
    pub(crate) fn is_foreign(&self, part: &Part) -> bool {
        let names = &part.gateway;
        let is_azure = |host: &String| {
            host == "$VPNSERVER" || host.to_ascii_lowercase().ends_with(".vpn.azure.com")
        };
        let is_marked = |item: &Item| {
            certificate_of(&item.value)
                .is_some_and(|certificate| self.is_marked(part.role, certificate))
        };
        counting::rules_of(part.role).can_be_foreign
            && names.guids.is_empty()
            && names.wan_ids.is_empty()
            && !names.hosts.iter().any(is_azure)
            && !part.items.iter().any(is_marked)
    }

    /// Returns why an item isn't counted; `None` if it is.
    fn not_counted(&self, part: &Part, item: &Item, is_foreign: bool) -> Option<NotCounted> {
        // A certificate that isn't public counts at the usual place of the package's own profile even if the profile is
        // foreign, because doubt is never dropped.
        let is_doubt = || {
            certificate_of(&item.value).is_some_and(|certificate| {
                self.has_settings
                    && is_usual_profile(part)
                    && Root::of_certificate(certificate).is_none()
            })
        };
        let is_radius_root = match &item.value {
            Value::Thumbprint(sha1) => {
                counting::rules_of(part.role).can_name_radius_root && self.radius.contains(&sha1)
            }
            Value::Certificate(_) | Value::RootName(_) | Value::IssuerName(_) => false,
        };
        match counting::never_counted(part.role, item) {
            Some(reason) => Some(reason),
            None if is_radius_root => Some(NotCounted::RadiusRoot),
            None if is_foreign && !is_doubt() => Some(NotCounted::OtherVpn),
            None => None,
        }
    }

    /// Returns true if a common name marks a certificate as the gateway's own.
    pub(crate) fn is_marked_name(&self, name: &str) -> bool {
        let lower = name.to_ascii_lowercase();
        // Customers' own cloud services had names in cloudapp.net too, and no package vouches for a lone certificate.
        p2s_package::azuregateway_guid(&lower).is_some()
            || self.guids.iter().any(|guid| lower.contains(guid))
            || !self.is_lone_certificate
                && (lower.ends_with(".cloudapp.net") || lower.ends_with(".vpn.azure.com"))
    }

    /// Returns true if a certificate is marked as the gateway's own, by its common name or by its place.
    pub(crate) fn is_marked(&self, role: Role, certificate: &Certificate) -> bool {
        let names = &certificate.subject.common_names;
        names.iter().any(|name| self.is_marked_name(name))
            || self.is_marked_by_place(role, certificate)
    }

    /// Returns true for a certificate without a known name at a place to which only the gateway writes.
    fn is_marked_by_place(&self, role: Role, certificate: &Certificate) -> bool {
        let names = &certificate.subject.common_names;
        !self.is_lone_certificate
            && counting::rules_of(role).marks_by_place
            && is_self_issued(certificate)
            && is_valid_five_years_at_most(certificate)
            && !names.iter().any(|name| roots::is_public_root_name(name))
    }

    fn classify_certificate(&self, role: Role, certificate: &Certificate) -> Classification {
        if let Some(root) = Root::of_certificate(certificate) {
            return (Class::Public, Some(root));
        }
        let issuers = &certificate.issuer.common_names;
        let has_own_issuer =
            is_self_issued(certificate) || issuers.iter().any(|name| self.is_marked_name(name));
        if has_own_issuer && self.is_marked(role, certificate) {
            (Class::Own, None)
        } else {
            (Class::Unknown, None)
        }
    }

    fn classify_name(
        &self,
        name: &str,
        is_issuer: bool,
        public_names: &[(&str, Root)],
    ) -> Classification {
        // Two intermediates share a name and end on different days. Their root is the same, so its end is used.
        let known = roots::known_root_by_name(name).or_else(|| {
            roots::known_intermediate_by_name(name)
                .filter(|_| is_issuer)
                .and_then(|intermediate| roots::known_root_by_name(intermediate.root))
        });
        let root = known.and_then(Root::of_known_ca).or_else(|| {
            let same = public_names.iter().find(|(public, _)| *public == name);
            same.map(|(_, root)| *root)
        });
        if root.is_some() {
            (Class::Public, root)
        } else if self.is_marked_name(name) && !roots::is_public_root_name(name) {
            (Class::Own, None)
        } else {
            (Class::Unknown, None)
        }
    }
}

fn classify_thumbprint(sha1: &[u8; 20], by_sha1: &[(&[u8; 20], Classification)]) -> Classification {
    match roots::known_ca_by_sha1(sha1).and_then(Root::of_known_ca) {
        Some(root) => (Class::Public, Some(root)),
        None => {
            let same = by_sha1.iter().find(|(other, _)| *other == sha1);
            same.map_or((Class::Unknown, None), |(_, class)| *class)
        }
    }
}

/// Returns true if a certificate is valid for five years at most. Five years contain up to two leap days.
fn is_valid_five_years_at_most(certificate: &Certificate) -> bool {
    const MAX_SECONDS: i64 = (5 * 365 + 2) * 24 * 60 * 60;
    match (certificate.not_before, certificate.not_after) {
        (Some(from), Some(to)) => to
            .unix()
            .checked_sub(from.unix())
            .is_some_and(|seconds| (0..=MAX_SECONDS).contains(&seconds)),
        (None, _) | (_, None) => false,
    }
}
