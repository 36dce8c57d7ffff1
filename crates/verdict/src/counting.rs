//! What counts: which parts and items of a package the rules are about, and why the others are not.

use crate::{NotCounted, Rule};
use p2s_package::{ErrorClass, ErrorKind, Field, Item, Package, Part, Role};

/// A package as far as the rules are about it.
pub(crate) struct Contents<'p> {
    pub(crate) package: &'p Package,
    /// The parts that were read, and those whose unread content is reported. None of a container that can't be relied on.
    pub(crate) parts: Vec<&'p Part>,
    /// The worst error, and the part it is about; of equals the first.
    pub(crate) error: Option<(ErrorKind, Option<&'p str>)>,
}

impl<'p> Contents<'p> {
    pub(crate) fn of(package: &'p Package) -> Self {
        let whole = package.errors.iter();
        let whole = whole.map(|error| (error.kind, error.place.as_deref()));
        let of_part = |part: &'p Part| {
            let kind = part.error?;
            let counts = unread(part.role, kind) == Unread::Counts;
            counts.then_some((kind, Some(part.path.as_str())))
        };
        let errors = whole.chain(package.parts.iter().filter_map(of_part));
        let error = errors.min_by_key(|(kind, _)| rule(*kind));
        let reliable = error.is_none_or(|(kind, _)| match kind.class() {
            ErrorClass::Unreadable | ErrorClass::Ambiguous => false,
            ErrorClass::NotAPackage | ErrorClass::Part => true,
        });
        let is_read = |part: &&Part| {
            part.error
                .is_none_or(|kind| unread(part.role, kind) == Unread::Reported)
        };
        Contents {
            package,
            parts: package
                .parts
                .iter()
                .filter(|part| reliable && is_read(part))
                .collect(),
            error,
        }
    }
}

/// Returns the rule that an error leads to. The rules are tried in their order, so the first one is the worst.
pub(crate) fn rule(kind: ErrorKind) -> Rule {
    match kind.class() {
        ErrorClass::Unreadable => Rule::Unreadable,
        ErrorClass::Ambiguous => Rule::AmbiguousArchive,
        ErrorClass::NotAPackage => Rule::NotAPackage,
        ErrorClass::Part => Rule::PartUnreadable,
    }
}

/// What it means that a part can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unread {
    /// Evidence is missing: the error decides.
    Counts,
    /// No evidence is known to be missing. A finding reports the part.
    Reported,
    /// The part never counts.
    Ignored,
}

fn unread(role: Role, kind: ErrorKind) -> Unread {
    // A limit, a disk error, or a file that readers see differently.
    let unreliable = match kind.class() {
        ErrorClass::Unreadable | ErrorClass::Ambiguous => true,
        ErrorClass::NotAPackage | ErrorClass::Part => false,
    };
    match role {
        Role::VpnSettings
        | Role::ServerRoot
        | Role::AzureVpnConfig
        | Role::OpenVpnProfile
        | Role::ProfileScript
        | Role::ProfileXml
        | Role::SetupProgram
        | Role::NotAProgram
        | Role::ProfileCertificate => Unread::Counts,
        // A program larger than any of the VPN client's isn't the client.
        Role::PossibleInstaller => match kind {
            ErrorKind::Limit(_) => Unread::Reported,
            _ => Unread::Counts,
        },
        Role::RenamedDocument if unreliable => Unread::Counts,
        Role::RenamedDocument => Unread::Reported,
        Role::RadiusRoot | Role::UnplacedCertificate | Role::ProfileText if unreliable => {
            Unread::Counts
        }
        Role::RadiusRoot | Role::UnplacedCertificate | Role::ProfileText => Unread::Ignored,
    }
}

/// Returns why an item never counts, according to its part's role and its field; `None` if it can count.
pub(crate) fn never_counted(role: Role, item: &Item) -> Option<NotCounted> {
    match item.field {
        Field::ClientHash | Field::ClientIssuer => Some(NotCounted::ClientAuth),
        Field::IssuerHash => Some(NotCounted::ClientIssuer),
        Field::ProfilePin => Some(NotCounted::ProfilePin),
        Field::OpenVpnCert => Some(NotCounted::ClientCertificate),
        Field::RadiusCertificateFile => Some(NotCounted::RadiusRoot),
        Field::EapTrustedRootCa => Some(NotCounted::EapConfiguration),
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
            | Role::ProfileXml
            | Role::SetupProgram
            | Role::NotAProgram
            | Role::ProfileCertificate
            | Role::ProfileText
            | Role::PossibleInstaller
            | Role::RenamedDocument => None,
        },
    }
}

/// Returns true if the names that a part has for the gateway are compared with those of other parts.
pub(crate) fn names_gateway(role: Role) -> bool {
    match role {
        Role::VpnSettings
        | Role::ServerRoot
        | Role::AzureVpnConfig
        | Role::OpenVpnProfile
        | Role::ProfileScript
        | Role::ProfileXml
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
        Role::VpnSettings
        | Role::AzureVpnConfig
        | Role::OpenVpnProfile
        | Role::ProfileScript
        | Role::ProfileXml => true,
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

/// Returns true for a part that is reported as not read if it has no items.
pub(crate) fn can_be_unread(role: Role) -> bool {
    match role {
        Role::SetupProgram | Role::PossibleInstaller | Role::RenamedDocument => true,
        Role::VpnSettings
        | Role::ServerRoot
        | Role::RadiusRoot
        | Role::AzureVpnConfig
        | Role::OpenVpnProfile
        | Role::ProfileScript
        | Role::ProfileXml
        | Role::NotAProgram
        | Role::ProfileCertificate
        | Role::ProfileText
        | Role::UnplacedCertificate => false,
    }
}

/// Returns true for a part that a package has once per folder, so that a second one elsewhere is reported.
pub(crate) fn is_single(role: Role) -> bool {
    match role {
        Role::VpnSettings
        | Role::ServerRoot
        | Role::RadiusRoot
        | Role::AzureVpnConfig
        | Role::OpenVpnProfile
        | Role::ProfileScript => true,
        Role::ProfileXml
        | Role::SetupProgram
        | Role::NotAProgram
        | Role::ProfileCertificate
        | Role::ProfileText
        | Role::UnplacedCertificate
        | Role::PossibleInstaller
        | Role::RenamedDocument => false,
    }
}
