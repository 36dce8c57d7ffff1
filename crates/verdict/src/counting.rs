//! What counts: the parts and items that the rules depend on, and why the others don't (docs/rules.md, "Parts" and
//! "Items").
//!
//! Each question about a role is one function with an exhaustive match, so that a new role doesn't compile until every
//! question about it is answered.

use crate::{NotCounted, Rule};
use p2s_package::{ErrorClass, ErrorKind, Field, Form, Item, Package, Part, Role};

/// The parts of a package that the rules depend on, and the error that decides, if any.
pub(crate) struct Contents<'p> {
    pub(crate) package: &'p Package,
    /// The parts that were read, and those whose unread content is only reported. Empty if the container can't be
    /// relied on.
    pub(crate) parts: Vec<&'p Part>,
    /// The worst error and the path of its part; of equally bad errors, the first.
    pub(crate) error: Option<(ErrorKind, Option<&'p str>)>,
}

impl<'p> Contents<'p> {
    pub(crate) fn new(package: &'p Package) -> Self {
        let errors = package.errors.iter();
        let errors = errors.map(|error| (error.kind, error.place.as_deref()));
        let part_error = |part: &'p Part| {
            let kind = part.error?;
            match effect_of_error(part.role, kind) {
                ErrorEffect::Decides => Some((kind, Some(part.path.as_str()))),
                ErrorEffect::Reported | ErrorEffect::Ignored => None,
            }
        };
        let errors = errors.chain(package.parts.iter().filter_map(part_error));
        let error = errors.min_by_key(|(kind, _)| rule_of_error(*kind));
        let is_reliable = error.is_none_or(|(kind, _)| !spoils_container(kind));
        let is_shown = |part: &&Part| {
            part.error
                .is_none_or(|kind| match effect_of_error(part.role, kind) {
                    ErrorEffect::Reported => true,
                    ErrorEffect::Decides | ErrorEffect::Ignored => false,
                })
        };
        Contents {
            package,
            parts: package
                .parts
                .iter()
                .filter(|part| is_reliable && is_shown(part))
                .collect(),
            error,
        }
    }

    /// Returns true if the input is one certificate file, not a package.
    pub(crate) fn is_lone_certificate(&self) -> bool {
        match self.package.form {
            Form::LoneCertificate => true,
            Form::Container | Form::LoneDocument | Form::Unknown => false,
        }
    }

    /// Returns true if any host in the input belongs to Virtual WAN.
    pub(crate) fn is_virtual_wan(&self) -> bool {
        let mut hosts = self.parts.iter().flat_map(|part| &part.gateway.hosts);
        hosts.any(|host| p2s_package::is_virtual_wan_host(host))
    }
}

/// Returns the rule that an error leads to. The rules are tried in order, so the first one is the worst.
pub(crate) fn rule_of_error(kind: ErrorKind) -> Rule {
    match kind.class() {
        ErrorClass::Unreadable => Rule::Unreadable,
        ErrorClass::Ambiguous => Rule::AmbiguousArchive,
        ErrorClass::NotAPackage => Rule::NotAPackage,
        ErrorClass::Part => Rule::PartUnreadable,
    }
}

/// Returns true if nothing in the same container can be relied on: after a limit or a disk error, or if readers see
/// different contents.
fn spoils_container(kind: ErrorKind) -> bool {
    match kind.class() {
        ErrorClass::Unreadable | ErrorClass::Ambiguous => true,
        ErrorClass::NotAPackage | ErrorClass::Part => false,
    }
}

/// The effect of an error in one part on the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ErrorEffect {
    /// The error decides: evidence is missing.
    Decides,
    /// A finding reports the part. No evidence is known to be missing.
    Reported,
    /// None: the part never counts.
    Ignored,
}

fn effect_of_error(role: Role, kind: ErrorKind) -> ErrorEffect {
    match role {
        Role::VpnSettings
        | Role::ServerRoot
        | Role::AzureVpnConfig
        | Role::OpenVpnProfile
        | Role::ProfileScript
        | Role::SetupProgram
        | Role::NotAProgram
        | Role::ProfileCertificate => ErrorEffect::Decides,
        // A program larger than any of the VPN client's isn't the client.
        Role::PossibleInstaller if matches!(kind, ErrorKind::Limit(_)) => ErrorEffect::Reported,
        Role::PossibleInstaller => ErrorEffect::Decides,
        Role::RenamedDocument if spoils_container(kind) => ErrorEffect::Decides,
        Role::RenamedDocument => ErrorEffect::Reported,
        Role::RadiusRoot | Role::UnplacedCertificate | Role::ProfileText
            if spoils_container(kind) =>
        {
            ErrorEffect::Decides
        }
        Role::RadiusRoot | Role::UnplacedCertificate | Role::ProfileText => ErrorEffect::Ignored,
    }
}

/// Returns why an item never counts, according to its field and its part's role; `None` if it can count.
pub(crate) fn never_counted(role: Role, item: &Item) -> Option<NotCounted> {
    match item.field {
        Field::ClientHash | Field::ClientIssuer => Some(NotCounted::ClientAuth),
        Field::IssuerHash => Some(NotCounted::ClientIssuer),
        Field::ProfilePin => Some(NotCounted::ProfilePin),
        Field::OpenVpnCert => Some(NotCounted::ClientCertificate),
        Field::RadiusCertificateFile => Some(NotCounted::RadiusRoot),
        Field::CaCert
        | Field::CaCerts
        | Field::ServerCertRootCn
        | Field::ServerCertsRootCn
        | Field::ServerCertIssuerCn
        | Field::ServerCertsIssuerCn
        | Field::ServerHash
        | Field::ServerCertificateData
        | Field::OpenVpnCa
        | Field::TrustedRootCa
        | Field::CertificateFile => match role {
            Role::RadiusRoot => Some(NotCounted::RadiusRoot),
            Role::UnplacedCertificate => Some(NotCounted::NoPlace),
            Role::VpnSettings
            | Role::ServerRoot
            | Role::AzureVpnConfig
            | Role::OpenVpnProfile
            | Role::ProfileScript
            | Role::SetupProgram
            | Role::NotAProgram
            | Role::ProfileCertificate
            | Role::ProfileText
            | Role::PossibleInstaller
            | Role::RenamedDocument => None,
        },
    }
}

/// Returns true if the gateway's names in such a part are compared with those in other parts.
pub(crate) fn identifies_gateway(role: Role) -> bool {
    match role {
        Role::VpnSettings
        | Role::ServerRoot
        | Role::AzureVpnConfig
        | Role::OpenVpnProfile
        | Role::ProfileScript
        | Role::SetupProgram
        | Role::NotAProgram
        | Role::ProfileCertificate
        | Role::ProfileText
        | Role::PossibleInstaller
        | Role::RenamedDocument => true,
        Role::RadiusRoot | Role::UnplacedCertificate => false,
    }
}

/// Returns true for a document that only packages of the Resource Manager model have.
pub(crate) fn is_resource_manager(role: Role) -> bool {
    match role {
        Role::VpnSettings | Role::AzureVpnConfig | Role::OpenVpnProfile | Role::ProfileScript => {
            true
        }
        Role::ServerRoot
        | Role::RadiusRoot
        | Role::SetupProgram
        | Role::NotAProgram
        | Role::ProfileCertificate
        | Role::ProfileText
        | Role::UnplacedCertificate
        | Role::PossibleInstaller
        | Role::RenamedDocument => false,
    }
}

/// Returns true for a part that a finding reports as not read if it has no items.
pub(crate) fn can_be_unread(role: Role) -> bool {
    match role {
        Role::SetupProgram | Role::PossibleInstaller | Role::RenamedDocument => true,
        Role::VpnSettings
        | Role::ServerRoot
        | Role::RadiusRoot
        | Role::AzureVpnConfig
        | Role::OpenVpnProfile
        | Role::ProfileScript
        | Role::NotAProgram
        | Role::ProfileCertificate
        | Role::ProfileText
        | Role::UnplacedCertificate => false,
    }
}

/// Returns true for a part that a package has once. A second one of the same name in another folder is reported.
pub(crate) fn is_single(role: Role) -> bool {
    match role {
        Role::VpnSettings
        | Role::ServerRoot
        | Role::RadiusRoot
        | Role::AzureVpnConfig
        | Role::OpenVpnProfile
        | Role::ProfileScript => true,
        Role::SetupProgram
        | Role::NotAProgram
        | Role::ProfileCertificate
        | Role::ProfileText
        | Role::UnplacedCertificate
        | Role::PossibleInstaller
        | Role::RenamedDocument => false,
    }
}

/// Returns true for a document that can be another VPN's, which nothing connects with an Azure gateway.
pub(crate) fn can_be_foreign(role: Role) -> bool {
    match role {
        Role::OpenVpnProfile => true,
        Role::VpnSettings
        | Role::ServerRoot
        | Role::RadiusRoot
        | Role::AzureVpnConfig
        | Role::ProfileScript
        | Role::SetupProgram
        | Role::NotAProgram
        | Role::ProfileCertificate
        | Role::ProfileText
        | Role::UnplacedCertificate
        | Role::PossibleInstaller
        | Role::RenamedDocument => false,
    }
}

/// Returns true for a document that, with RADIUS, contains the thumbprint of the RADIUS server's root.
pub(crate) fn can_name_radius_root(role: Role) -> bool {
    match role {
        Role::ProfileScript => true,
        Role::VpnSettings
        | Role::ServerRoot
        | Role::RadiusRoot
        | Role::AzureVpnConfig
        | Role::OpenVpnProfile
        | Role::SetupProgram
        | Role::NotAProgram
        | Role::ProfileCertificate
        | Role::ProfileText
        | Role::UnplacedCertificate
        | Role::PossibleInstaller
        | Role::RenamedDocument => false,
    }
}

/// Returns true for a part to which only the gateway writes certificates, so that the place marks them as its own.
pub(crate) fn marks_by_place(role: Role) -> bool {
    match role {
        Role::OpenVpnProfile => false,
        Role::VpnSettings
        | Role::ServerRoot
        | Role::RadiusRoot
        | Role::AzureVpnConfig
        | Role::ProfileScript
        | Role::SetupProgram
        | Role::NotAProgram
        | Role::ProfileCertificate
        | Role::ProfileText
        | Role::UnplacedCertificate
        | Role::PossibleInstaller
        | Role::RenamedDocument => true,
    }
}

/// Returns true for a document that states its CA in several ways, so that it can contradict itself.
pub(crate) fn can_contradict_itself(role: Role) -> bool {
    match role {
        Role::VpnSettings => true,
        Role::ServerRoot
        | Role::RadiusRoot
        | Role::AzureVpnConfig
        | Role::OpenVpnProfile
        | Role::ProfileScript
        | Role::SetupProgram
        | Role::NotAProgram
        | Role::ProfileCertificate
        | Role::ProfileText
        | Role::UnplacedCertificate
        | Role::PossibleInstaller
        | Role::RenamedDocument => false,
    }
}
