//! What counts: the parts and items that the rules depend on, and why the others don't (docs/rules.md, "Parts" and
//! "Items").
//!
//! All rules about a role are in one table, so that a new role or field doesn't compile until it is decided what counts.

use crate::{NotCounted, Origin, Rule};
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
        let is_reliable = error.is_none_or(|(kind, _)| !kind.spoils_container());
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

/// Returns why an item never counts, according to its field and its part's role; `None` if it can count.
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
        | Field::CertificateFile => rules_of(role).never_counted,
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
    let rules = rules_of(role);
    // A program larger than any of the VPN client's isn't the client.
    let is_too_large = role == Role::PossibleInstaller && matches!(kind, ErrorKind::Limit(_));
    match kind.spoils_container() && !is_too_large {
        true => ErrorEffect::Decides,
        false if is_too_large => ErrorEffect::Reported,
        false => rules.unread,
    }
}

/// What the rules know about a role.
pub(crate) struct RoleRules {
    /// The effect of a part in this role that can't be read, if the rest of the input can be relied on.
    unread: ErrorEffect,
    /// Why its certificates never count.
    never_counted: Option<NotCounted>,
    /// Its names for the gateway are compared with those of other parts.
    pub(crate) identifies_gateway: bool,
    /// Only packages of the Resource Manager model have it.
    pub(crate) is_resource_manager: bool,
    /// Where an input with such a part comes from.
    pub(crate) origin: Origin,
    /// It is reported as not read if it has no items.
    pub(crate) can_be_unread: bool,
    /// A package has one per folder, so that another one elsewhere is reported.
    pub(crate) is_single: bool,
    /// It can be another VPN's, which nothing connects with an Azure gateway.
    pub(crate) can_be_foreign: bool,
    /// With RADIUS, it contains the thumbprint of the RADIUS server's root.
    pub(crate) can_name_radius_root: bool,
    /// Only the gateway writes certificates to it, so that the place marks them as the gateway's own.
    pub(crate) marks_by_place: bool,
    /// It states its CA in several ways, so that it can contradict itself.
    pub(crate) can_contradict_itself: bool,
}

/// Returns what the rules know about a role.
pub(crate) const fn rules_of(role: Role) -> RoleRules {
    const PART: RoleRules = RoleRules {
        unread: ErrorEffect::Decides,
        never_counted: None,
        identifies_gateway: true,
        is_resource_manager: false,
        origin: Origin::Package,
        can_be_unread: false,
        is_single: false,
        can_be_foreign: false,
        can_name_radius_root: false,
        marks_by_place: true,
        can_contradict_itself: false,
    };
    const DOCUMENT: RoleRules = RoleRules {
        is_resource_manager: true,
        is_single: true,
        ..PART
    };
    match role {
        Role::VpnSettings => RoleRules {
            can_contradict_itself: true,
            ..DOCUMENT
        },
        Role::AzureVpnConfig => RoleRules {
            origin: Origin::Client,
            ..DOCUMENT
        },
        Role::OpenVpnProfile => RoleRules {
            origin: Origin::Client,
            can_be_foreign: true,
            marks_by_place: false,
            ..DOCUMENT
        },
        Role::ProfileScript => RoleRules {
            can_name_radius_root: true,
            ..DOCUMENT
        },
        Role::ProfileXml => RoleRules {
            origin: Origin::Client,
            is_single: false,
            ..DOCUMENT
        },
        Role::ServerRoot => RoleRules {
            is_single: true,
            ..PART
        },
        Role::SetupProgram => RoleRules {
            can_be_unread: true,
            ..PART
        },
        Role::NotAProgram => PART,
        Role::ProfileCertificate => RoleRules {
            origin: Origin::Client,
            ..PART
        },
        Role::RadiusRoot => RoleRules {
            origin: Origin::Unknown,
            unread: ErrorEffect::Ignored,
            never_counted: Some(NotCounted::RadiusRoot),
            identifies_gateway: false,
            is_single: true,
            ..PART
        },
        Role::UnplacedCertificate => RoleRules {
            origin: Origin::Unknown,
            unread: ErrorEffect::Ignored,
            never_counted: Some(NotCounted::NoPlace),
            identifies_gateway: false,
            ..PART
        },
        Role::ProfileText => RoleRules {
            origin: Origin::Client,
            unread: ErrorEffect::Ignored,
            ..PART
        },
        Role::PossibleInstaller => RoleRules {
            origin: Origin::Unknown,
            can_be_unread: true,
            ..PART
        },
        Role::RenamedDocument => RoleRules {
            origin: Origin::Unknown,
            unread: ErrorEffect::Reported,
            can_be_unread: true,
            ..PART
        },
    }
}
