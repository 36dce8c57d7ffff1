//! What an input contains: parts in their roles, items in each part.

use super::{Cloud, Connection, Error, ErrorKind, GatewayNames, Timestamp};

/// What one input contains.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// Name of the file, or its path below the folder that was given.
    pub name: String,
    /// Size in bytes; `None` for a folder.
    pub size: Option<u64>,
    /// What the input is as a whole.
    pub form: Form,
    /// The parts, in the order of the container.
    pub parts: Vec<Part>,
    /// Time stamps of the parts' entries in the zip, in the zip's order.
    pub stamps: Vec<Timestamp>,
    /// True if the zip differs from the vendor's own layout.
    pub rezipped: bool,
    /// Errors about the input as a whole, in the order of their discovery.
    pub errors: Vec<Error>,
}

impl Package {
    /// Creates a package in which nothing was found yet.
    pub(crate) fn empty(name: &str, size: Option<u64>, form: Form) -> Self {
        Package {
            name: name.to_owned(),
            size,
            form,
            parts: Vec::new(),
            stamps: Vec::new(),
            rezipped: false,
            errors: Vec::new(),
        }
    }

    /// Creates an input of which only an error is known.
    pub fn refused(name: &str, size: Option<u64>, error: Error) -> Self {
        Package {
            errors: vec![error],
            ..Package::empty(name, size, Form::Unknown)
        }
    }

    /// Returns true if it has errors, all of which fulfil a condition.
    pub(crate) fn has_only(&self, condition: fn(ErrorKind) -> bool) -> bool {
        !self.errors.is_empty() && self.errors.iter().all(|error| condition(error.kind))
    }
}

/// What an input is as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A zip, a program, a cabinet or a folder, with parts inside.
    Container,
    /// A document on its own.
    LoneDocument,
    /// A certificate on its own.
    LoneCertificate,
    /// An input that was refused: only its errors are known.
    Unknown,
}

/// A file of a package.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Path inside the package, with `/`; the name of a file on its own.
    pub path: String,
    /// What the file is for.
    pub role: Role,
    /// Names that it has for the gateway.
    pub gateway: GatewayNames,
    /// Items that it contains, in document order.
    pub items: Vec<Item>,
    /// `usepinnedroot` of an azurevpnconfig.xml.
    pub pinned_root: Option<bool>,
    /// The clouds that its sign-in with Microsoft Entra ID shows, each once: one, unless it contradicts itself.
    pub clouds: Vec<Cloud>,
    /// How clients connect.
    pub connection: Connection,
    /// Why its content can't be read; then it has no items.
    pub error: Option<ErrorKind>,
}

impl Part {
    /// Returns true if no more of the package is read after this part, because a limit is reached.
    pub(crate) fn stops_package(&self) -> bool {
        // A program that is too large to be examined doesn't stop the others.
        self.role != Role::PossibleInstaller && self.error.is_some_and(ErrorKind::is_limit)
    }

    /// Creates a part of which only path and role are known.
    pub(crate) fn new(path: &str, role: Role) -> Self {
        Part {
            path: path.to_owned(),
            role,
            gateway: GatewayNames::default(),
            items: Vec::new(),
            pinned_root: None,
            clouds: Vec::new(),
            connection: Connection::default(),
            error: None,
        }
    }

    /// Creates a part whose content can't be read.
    pub(crate) fn unreadable(path: &str, role: Role, error: ErrorKind) -> Self {
        Part {
            error: Some(error),
            ..Part::new(path, role)
        }
    }
}

/// What a file of a package is for, according to its name, its folder and its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// VpnSettings.xml.
    VpnSettings,
    /// VpnServerRoot.cer, VpnServerRoot.cer_N.
    ServerRoot,
    /// RadiusServerRoot.cer, the root of the customer's RADIUS server.
    RadiusRoot,
    /// azurevpnconfig*.xml.
    AzureVpnConfig,
    /// vpnconfig*.ovpn.
    OpenVpnProfile,
    /// VpnProfileSetup.ps1.
    ProfileScript,
    /// ProfileXML of Windows with an Azure VPN profile, as Intune distributes it.
    ProfileXml,
    /// VpnClientSetup*.exe, or another program or cabinet that contains a Connection Manager profile.
    SetupProgram,
    /// A file with a setup program's name and other content.
    NotAProgram,
    /// The certificate of an unpacked or installed Connection Manager profile.
    ProfileCertificate,
    /// A text file of an unpacked Connection Manager profile.
    ProfileText,
    /// A certificate that has no part's name.
    UnplacedCertificate,
    /// A program, cabinet or zip that wasn't examined, or a zip with a program's name.
    PossibleInstaller,
    /// A text without a document's usual name that may be a document.
    RenamedDocument,
}

impl Role {
    /// Returns true if a file in this role makes a client package, or can do so according to its first bytes.
    pub(crate) fn can_make_package(self) -> bool {
        self.makes_package() || self == Role::RenamedDocument
    }

    /// Returns true if a file in this role makes its folder or zip a client package.
    pub(crate) fn makes_package(self) -> bool {
        match self {
            Role::VpnSettings
            | Role::ServerRoot
            | Role::AzureVpnConfig
            | Role::OpenVpnProfile
            | Role::ProfileScript
            | Role::ProfileXml
            | Role::SetupProgram
            | Role::NotAProgram
            | Role::ProfileCertificate => true,
            Role::RadiusRoot
            | Role::ProfileText
            | Role::UnplacedCertificate
            | Role::PossibleInstaller
            | Role::RenamedDocument => false,
        }
    }
}

/// What the first bytes of a file ([`Limits::look_bytes`](crate::Limits::look_bytes)) show it to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadKind {
    /// A text that may be a document of a package; the whole file decides.
    Document,
    /// A certificate, DER or PEM.
    Certificate,
    /// A zip.
    Zip,
    /// A Windows program.
    Program,
    /// A cabinet.
    Cabinet,
    /// Another text. It can still be a document, or end in a zip.
    Text,
}

impl HeadKind {
    const ALL: [HeadKind; 6] = [
        HeadKind::Document,
        HeadKind::Certificate,
        HeadKind::Zip,
        HeadKind::Program,
        HeadKind::Cabinet,
        HeadKind::Text,
    ];

    /// Returns a kind as a byte, 0 for `None`.
    pub fn to_byte(kind: Option<HeadKind>) -> u8 {
        let position = HeadKind::ALL.iter().position(|one| Some(*one) == kind);
        position.map_or(0, |position| {
            u8::try_from(position).unwrap_or(0).saturating_add(1)
        })
    }

    /// Returns the kind of a byte made by [`HeadKind::to_byte`].
    pub fn from_byte(byte: u8) -> Option<HeadKind> {
        HeadKind::ALL
            .get(usize::from(byte.checked_sub(1)?))
            .copied()
    }
}

/// A value in a part that can identify a CA.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Where in the part it is.
    pub field: Field,
    /// Name of the file inside the part, where the part is a container or a text of a profile.
    pub inner: Option<String>,
    /// Its value.
    pub value: Value,
}

impl Item {
    /// Creates an item of a document.
    pub(crate) fn new(field: Field, value: Value) -> Self {
        Item {
            field,
            inner: None,
            value,
        }
    }
}

/// The field of a document, or the kind of file, that an item was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// `CaCert` of VpnSettings.xml.
    CaCert,
    /// `CaCerts` of VpnSettings.xml.
    CaCerts,
    /// `ServerCertRootCn` of VpnSettings.xml.
    ServerCertRootCn,
    /// `ServerCertsRootCn` of VpnSettings.xml.
    ServerCertsRootCn,
    /// `ServerCertIssuerCn` of VpnSettings.xml.
    ServerCertIssuerCn,
    /// `ServerCertsIssuerCn` of VpnSettings.xml.
    ServerCertsIssuerCn,
    /// `servervalidation/cert/hash` of an Azure VPN profile.
    ServerHash,
    /// `servervalidation/cert/certificatedata` of an Azure VPN profile.
    ServerCertificateData,
    /// `clientauth/cert/hash` of an Azure VPN profile.
    ClientHash,
    /// `clientauth/cert/issuer` of an Azure VPN profile.
    ClientIssuer,
    /// `<ca>` of an OpenVPN profile.
    OpenVpnCa,
    /// `<cert>` of an OpenVPN profile.
    OpenVpnCert,
    /// `TrustedRootCA` of VpnProfileSetup.ps1.
    TrustedRootCa,
    /// `IssuerHash` of VpnProfileSetup.ps1.
    IssuerHash,
    /// `TrustedRootCA` of an EAP configuration in ProfileXML.
    EapTrustedRootCa,
    /// A certificate file.
    CertificateFile,
    /// The certificate file of a RADIUS server inside a setup program.
    RadiusCertificateFile,
    /// A thumbprint in a text of a Connection Manager profile.
    ProfilePin,
}

impl Field {
    /// Returns the field's name, or path of names, as the file has it.
    pub fn name(self) -> &'static str {
        match self {
            Field::CaCert => "CaCert",
            Field::CaCerts => "CaCerts",
            Field::ServerCertRootCn => "ServerCertRootCn",
            Field::ServerCertsRootCn => "ServerCertsRootCn",
            Field::ServerCertIssuerCn => "ServerCertIssuerCn",
            Field::ServerCertsIssuerCn => "ServerCertsIssuerCn",
            Field::ServerHash => "servervalidation/cert/hash",
            Field::ServerCertificateData => "servervalidation/cert/certificatedata",
            Field::ClientHash => "clientauth/cert/hash",
            Field::ClientIssuer => "clientauth/cert/issuer",
            Field::OpenVpnCa => "ca",
            Field::OpenVpnCert => "cert",
            Field::TrustedRootCa | Field::EapTrustedRootCa => "TrustedRootCA",
            Field::IssuerHash => "IssuerHash",
            Field::CertificateFile | Field::RadiusCertificateFile => "certificate",
            Field::ProfilePin => "pin",
        }
    }
}

/// The value of an item.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A whole certificate.
    Certificate(Box<Certificate>),
    /// SHA-1 of a whole certificate.
    Thumbprint([u8; 20]),
    /// Common name of the root.
    RootName(String),
    /// Common name of the issuer.
    IssuerName(String),
}

/// A certificate (RFC 5280).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// SHA-256 of the whole certificate.
    pub sha256: [u8; 32],
    /// SHA-1 of the whole certificate.
    pub sha1: [u8; 20],
    /// The subject.
    pub subject: Name,
    /// The issuer.
    pub issuer: Name,
    /// Serial number: lower-case hex without the sign byte.
    pub serial: String,
    /// Start of validity; `None` if it is outside the years 0 to 9999.
    pub not_before: Option<Timestamp>,
    /// End of validity; `None` if it is outside the years 0 to 9999.
    pub not_after: Option<Timestamp>,
}

/// A distinguished name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// DER encoding. Two names are equal only if these bytes are.
    pub der: Vec<u8>,
    /// Text form (RFC 4514).
    pub text: String,
    /// Common names, in the order of the name.
    pub common_names: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_kind_survives_the_way_through_a_byte() {
        for kind in HeadKind::ALL.map(Some).into_iter().chain([None]) {
            assert_eq!(HeadKind::from_byte(HeadKind::to_byte(kind)), kind);
        }
        assert_eq!(HeadKind::from_byte(7), None);
    }
}
