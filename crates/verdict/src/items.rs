//! Items of evidence and their class (verdict.md 1): public, the gateway's own, or unknown.

use crate::counting::{Contents, never_counted};
use crate::roots::{self, Root};
use crate::{Class, Kind, NotCounted, set};
use p2s_package::{Certificate, Form, Item, Part, Role, Value};

/// An item with what it was found to be.
#[derive(Debug)]
pub(crate) struct Classified<'p> {
    pub(crate) part: &'p Part,
    pub(crate) item: &'p Item,
    pub(crate) class: Class,
    /// The public root that a public item is or chains to.
    pub(crate) root: Option<Root>,
    /// Why the item does not count; `None` where it does.
    pub(crate) not_counted: Option<NotCounted>,
}

impl Classified<'_> {
    pub(crate) fn counted(&self) -> bool {
        self.not_counted.is_none()
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

/// SHA-1 of a certificate that counts, and what the certificate is.
type Known<'p> = (&'p [u8; 20], (Class, Option<Root>));

/// Judges every item of a package: certificates first, because thumbprints and names depend on them.
pub(crate) fn judge<'p>(contents: &Contents<'p>, context: &Context<'_>) -> Vec<Classified<'p>> {
    let mut by_sha1: Vec<Known<'_>> = Vec::new();
    for part in contents.parts.iter().copied() {
        for certificate in counted_certificates(context, part) {
            let class = context.certificate(part.role, certificate);
            by_sha1.push((&certificate.sha1, class));
        }
    }
    let mut judged = Vec::new();
    for part in contents.parts.iter().copied() {
        let public_names = public_names(context, part);
        let foreign = context.is_foreign(part);
        for item in &part.items {
            let (class, root) = match &item.value {
                Value::Certificate(found) => context.certificate(part.role, found),
                Value::Thumbprint(sha1) => thumbprint(sha1, &by_sha1),
                Value::RootName(name) => context.name(name, false, &public_names),
                Value::IssuerName(name) => context.name(name, true, &public_names),
            };
            judged.push(Classified {
                part,
                item,
                class,
                root,
                not_counted: context.not_counted(part, item, foreign),
            });
        }
    }
    judged
}

/// The items of each part that has any.
pub(crate) fn by_part<'i, 'p>(
    items: &'i [Classified<'p>],
) -> impl Iterator<Item = &'i [Classified<'p>]> {
    items.chunk_by(|one, other| std::ptr::eq(one.part, other.part))
}

fn counted_certificates<'p>(
    context: &Context<'_>,
    part: &'p Part,
) -> impl Iterator<Item = &'p Certificate> {
    let foreign = context.is_foreign(part);
    let counted = move |item: &&Item| context.not_counted(part, item, foreign).is_none();
    let counted = part.items.iter().filter(counted);
    counted.filter_map(|item| match &item.value {
        Value::Certificate(found) => Some(found.as_ref()),
        _ => None,
    })
}

/// The common names of a part's public certificates.
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

/// The certificates of the customer's RADIUS server in a part.
fn radius_certificates(part: &Part) -> impl Iterator<Item = &[u8; 20]> {
    let radius = |item: &&Item| never_counted(part.role, item) == Some(NotCounted::RadiusRoot);
    let items = part.items.iter().filter(radius);
    items.filter_map(|item| match &item.value {
        Value::Certificate(certificate) => Some(&certificate.sha1),
        _ => None,
    })
}

/// Whether a part is named like the profile that Azure puts into a package: vpnconfig*.ovpn.
fn is_usual_profile(part: &Part) -> bool {
    let name = part.path.rsplit('/').next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    name.starts_with("vpnconfig") && name.ends_with(".ovpn")
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
    /// There is a VpnSettings.xml: the package has a usual place for an OpenVPN profile.
    has_settings: bool,
    /// SHA-1 of the certificates of the customer's RADIUS server.
    radius: Vec<&'p [u8; 20]>,
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
    pub(crate) fn new(contents: &Contents<'p>) -> Self {
        let parts = || contents.parts.iter().copied();
        let guids = parts()
            .flat_map(|part| &part.gateway.guids)
            .map(String::as_str);
        Context {
            guids: set::of(guids),
            lone_certificate: contents.package.form == Form::LoneCertificate,
            has_settings: parts().any(|part| part.role == Role::VpnSettings),
            radius: parts().flat_map(radius_certificates).collect(),
        }
    }

    /// Whether a part is an OpenVPN profile that nothing connects with an Azure gateway: neither the host nor the name of
    /// the server's certificate, nor a certificate that is marked as a gateway's own.
    pub(crate) fn is_foreign(&self, part: &Part) -> bool {
        let names = &part.gateway;
        let azure = |host: &String| {
            host == "$VPNSERVER" || host.to_ascii_lowercase().ends_with(".vpn.azure.com")
        };
        let marked = |item: &Item| match &item.value {
            Value::Certificate(found) => self.is_marked(part.role, found),
            _ => false,
        };
        part.role == Role::OpenVpnProfile
            && names.guids.is_empty()
            && names.wan_ids.is_empty()
            && !names.hosts.iter().any(azure)
            && !part.items.iter().any(marked)
    }

    /// Why an item does not count. At the usual place of the package's own profile a certificate that is not public counts
    /// all the same: doubt is never dropped.
    fn not_counted(&self, part: &Part, item: &Item, foreign: bool) -> Option<NotCounted> {
        let doubt = || match &item.value {
            Value::Certificate(found) => {
                self.has_settings && is_usual_profile(part) && Root::of_certificate(found).is_none()
            }
            _ => false,
        };
        // With RADIUS, VpnProfileSetup.ps1 has the root of the RADIUS server.
        let radius = match &item.value {
            Value::Thumbprint(sha1) if part.role == Role::ProfileScript => {
                self.radius.contains(&sha1)
            }
            _ => false,
        };
        match never_counted(part.role, item) {
            Some(reason) => Some(reason),
            None if radius => Some(NotCounted::RadiusRoot),
            None if foreign && !doubt() => Some(NotCounted::OtherVpn),
            None => None,
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

    fn mark(&self, role: Role, certificate: &Certificate) -> Mark {
        let names = &certificate.subject.common_names;
        if names.iter().any(|name| self.marked_name(name)) {
            return Mark::Named;
        }
        let by_place = !self.lone_certificate
            && role != Role::OpenVpnProfile
            && self_issued(certificate)
            && lives_five_years(certificate)
            && !names.iter().any(|name| roots::is_public_root_name(name));
        if by_place { Mark::ByPlace } else { Mark::None }
    }

    /// Whether a certificate is marked as a gateway's own.
    pub(crate) fn is_marked(&self, role: Role, certificate: &Certificate) -> bool {
        self.mark(role, certificate) != Mark::None
    }

    fn certificate(&self, role: Role, certificate: &Certificate) -> (Class, Option<Root>) {
        if let Some(root) = Root::of_certificate(certificate) {
            return (Class::Public, Some(root));
        }
        let issuers = &certificate.issuer.common_names;
        let own_issuer =
            self_issued(certificate) || issuers.iter().any(|name| self.marked_name(name));
        let own = own_issuer && self.is_marked(role, certificate);
        (if own { Class::Own } else { Class::Unknown }, None)
    }

    fn name(
        &self,
        name: &str,
        issuer: bool,
        public_names: &[(&str, Root)],
    ) -> (Class, Option<Root>) {
        // Two intermediates have one name and different ends; what is sure is that of their root.
        let listed = roots::listed_root_by_name(name).or_else(|| {
            roots::listed_intermediate_by_name(name)
                .filter(|_| issuer)
                .and_then(|listed| roots::listed_root_by_name(listed.root))
        });
        let root = listed.and_then(Root::of_listed).or_else(|| {
            let same = public_names.iter().find(|(own, _)| *own == name);
            same.map(|(_, root)| *root)
        });
        if root.is_some() {
            (Class::Public, root)
        } else if self.marked_name(name) && !roots::is_public_root_name(name) {
            (Class::Own, None)
        } else {
            (Class::Unknown, None)
        }
    }
}

fn thumbprint(sha1: &[u8; 20], by_sha1: &[Known<'_>]) -> (Class, Option<Root>) {
    match roots::listed_by_sha1(sha1).and_then(Root::of_listed) {
        Some(root) => (Class::Public, Some(root)),
        None => {
            let same = by_sha1.iter().find(|(known, _)| *known == sha1);
            same.map_or((Class::Unknown, None), |(_, class)| *class)
        }
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
