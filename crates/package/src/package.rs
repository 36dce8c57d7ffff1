//! What an input was found to hold: parts at their places, items in each part.

use crate::{Error, Timestamp};

/// One input, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// Name of the file, or its path under the folder that was given.
    pub name: String,
    /// Size in bytes; `None` for a folder.
    pub size: Option<u64>,
    /// What sort of input it is.
    pub form: Form,
    /// The parts at places, in the package's order.
    pub parts: Vec<Part>,
    /// Time stamps of the parts' entries in the zip, in the zip's order.
    pub stamps: Vec<Timestamp>,
    /// The zip departs from the vendor's own layout.
    pub rezipped: bool,
    /// All that went wrong, in the order met.
    pub errors: Vec<Error>,
}

/// What sort of input a package is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A zip, a program, a cabinet or a folder: its parts lie at places inside a package.
    Container,
    /// A document by itself; its content says which place it is from.
    LoneDocument,
    /// A certificate by itself.
    LoneCertificate,
    /// Nothing that is known.
    Unknown,
}

/// A part of a package.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Path inside the package, with `/`; of a lone file its name.
    pub place: String,
    /// What the part is.
    pub kind: PartKind,
    /// Names of the gateway that it gives.
    pub gateway: GatewayNames,
    /// Items of evidence, in document order.
    pub items: Vec<Item>,
    /// `usepinnedroot` of an azurevpnconfig.xml.
    pub pinned_root: Option<bool>,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// VpnSettings.xml.
    VpnSettings,
    /// VpnServerRoot.cer, VpnServerRoot.cer_N.
    ServerRoot,
    /// RadiusServerRoot.cer: never counted.
    RadiusRoot,
    /// azurevpnconfig*.xml.
    AzureVpn,
    /// vpnconfig*.ovpn.
    Ovpn,
    /// VpnProfileSetup.ps1.
    ProfileScript,
    /// VpnClientSetup*.exe and its like, or a cabinet.
    Program,
    /// A file at a program's place that is no program.
    NotAProgram,
    /// A part of an unpacked or installed Connection Manager profile.
    Profile,
    /// A certificate at no place.
    Stray,
    /// A text of an unpacked profile: its pins are shown and never count.
    ProfileText,
    /// A program or cabinet elsewhere: a part only if it holds a profile.
    Candidate,
    /// A text under another than a document's usual name that may be one: a part only if all of it is one.
    Renamed,
}

/// The names by which a part calls its gateway.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GatewayNames {
    /// Host names that clients dial, as written.
    pub hosts: Vec<String>,
    /// GUIDs, lower case.
    pub guids: Vec<String>,
    /// The 24 characters of Virtual WAN's host names, lower case.
    pub wan_ids: Vec<String>,
    /// Name of the virtual network.
    pub vnet: Option<String>,
}

impl GatewayNames {
    /// How many there are that are compared with those of other parts.
    pub(crate) fn count(&self) -> usize {
        self.guids.len().saturating_add(self.wan_ids.len())
    }
}

/// One item of evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What in the part it is: the element's name or the like.
    pub element: &'static str,
    /// Path of the file inside the part where it is not the part itself (a file of a cabinet).
    pub inner: Option<String>,
    /// Its value.
    pub value: Value,
    /// Why it does not count; `None` where it does.
    pub uncounted: Option<Uncounted>,
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

/// Why an item does not count, as far as the formats alone tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncounted {
    /// The root of the customer's RADIUS server.
    RadiusRoot,
    /// From `clientauth`.
    ClientAuth,
    /// `IssuerHash`.
    ClientIssuer,
    /// A pin in .inf, .cms, .pbk.
    ProfilePin,
    /// `<cert>` of an .ovpn.
    ClientCertificate,
    /// A certificate at no place.
    NoPlace,
}

/// A certificate (RFC 5280) as far as the rules need it.
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
    /// Start of validity; `None` where it is no date between the years 0 and 9999.
    pub not_before: Option<Timestamp>,
    /// End of validity, likewise.
    pub not_after: Option<Timestamp>,
}

/// A distinguished name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its DER bytes: two names are the same only if these are.
    pub der: Vec<u8>,
    /// RFC 4514.
    pub text: String,
    /// Its common names, first first.
    pub common_names: Vec<String>,
}

impl Package {
    /// An input of which nothing but an error is known.
    pub fn refused(name: &str, size: Option<u64>, error: Error) -> Self {
        Package {
            name: name.to_owned(),
            size,
            form: Form::Unknown,
            parts: Vec::new(),
            stamps: Vec::new(),
            rezipped: false,
            errors: vec![error],
        }
    }
}
