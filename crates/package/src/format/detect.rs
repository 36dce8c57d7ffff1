//! What a file is, according to its content.

use super::{certificate, openvpn, profile_script, profile_xml, xml};
use crate::bytes::{contains, text};
use crate::model::{ErrorKind, HeadKind, Role};
use crate::signature::{self, Signature, archive, cabinet, document, foreign, key, pem};

/// What a file on its own is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// A zip.
    Zip,
    /// A Windows program, which can be a self-extracting zip.
    Program,
    /// A Microsoft cabinet.
    Cabinet,
    /// A document or certificate of a package.
    Document(Role),
    /// Something else.
    Other(ErrorKind),
}

impl From<Signature> for FileKind {
    fn from(signature: Signature) -> Self {
        match signature {
            Signature::Zip => FileKind::Zip,
            Signature::Program => FileKind::Program,
            Signature::Cabinet => FileKind::Cabinet,
            Signature::Certificate => FileKind::Document(Role::ServerRoot),
            Signature::Other(kind) => FileKind::Other(kind),
        }
    }
}

/// Returns what a file is. `head` is the whole file, or as many of its first bytes as are examined.
pub(crate) fn file_kind(head: &[u8]) -> FileKind {
    if head.is_empty() {
        return FileKind::Other(ErrorKind::Empty);
    }
    if let Some(signature) = signature::of(head) {
        return signature.into();
    }
    match text::decode(head) {
        Ok(text) if !text.contains('\0') => text_kind(&text),
        // What a zip contains belongs to the zip.
        _ if contains(head, signature::zip::LOCAL_MAGIC) => {
            FileKind::Other(ErrorKind::UnknownContent)
        }
        _ => undecodable(head),
    }
}

/// Returns what a file is that this reader can't decode as text: another reader may ignore the faults.
fn undecodable(bytes: &[u8]) -> FileKind {
    document::mark(bytes).map_or(
        FileKind::Other(ErrorKind::UnknownContent),
        FileKind::Document,
    )
}

/// Returns what a file is from its first bytes, which can be cut anywhere, or `None` if it is a text like any other.
fn head_file_kind(head: &[u8]) -> Option<FileKind> {
    if let Some(signature) = signature::of(head) {
        return Some(signature.into());
    }
    match text_of_head(head) {
        Ok(text) if !text.contains('\0') => pem_kind(&text).or_else(|| {
            let start = text.trim_start();
            let page = is_web_page(start, xml::root_name(start).as_deref());
            let page = page.then_some(ErrorKind::WebPage);
            key::kind(start).or(page).map(FileKind::Other)
        }),
        _ => Some(undecodable(head)),
    }
}

/// Returns what the first bytes of a file show it to be, where that can be of interest.
pub(crate) fn head_kind(head: &[u8]) -> Option<HeadKind> {
    let control = |c| matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{19}');
    let text = text_of_head(head)
        .ok()
        .filter(|text| !text.contains(control));
    if text.as_deref().is_some_and(can_be_document) {
        return Some(HeadKind::Document);
    }
    match head_file_kind(head) {
        Some(FileKind::Zip) => Some(HeadKind::Zip),
        Some(FileKind::Program) => Some(HeadKind::Program),
        Some(FileKind::Cabinet) => Some(HeadKind::Cabinet),
        Some(FileKind::Document(Role::ServerRoot)) => Some(HeadKind::Certificate),
        Some(FileKind::Document(_)) => Some(HeadKind::Document),
        Some(FileKind::Other(_)) => None,
        None => text.filter(|text| !text.is_empty()).map(|_| HeadKind::Text),
    }
}

/// Returns true for the beginning of a text that can be a document, by what hardly any other text contains.
fn can_be_document(text: &str) -> bool {
    text.contains("VpnProfile")
        || xml::can_begin(text.trim_start()) && text.contains("VPNProfile")
        || profile_script::MARKS.iter().any(|mark| text.contains(mark))
        || openvpn::can_begin(text)
}

/// Decodes the first bytes of a text, which can be cut in the middle of a character.
fn text_of_head(head: &[u8]) -> Result<String, ErrorKind> {
    let whole = match head {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => head.len().saturating_sub(head.len() % 2),
        _ => match std::str::from_utf8(head) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => head.len(),
        },
    };
    let head = head.get(..whole).unwrap_or_default();
    // The last unit of UTF-16 can be the first half of a pair.
    text::decode(head).or_else(|kind| {
        let shorter = head.get(..head.len().saturating_sub(2)).unwrap_or_default();
        if text::is_utf16(head) {
            text::decode(shorter)
        } else {
            Err(kind)
        }
    })
}

/// Returns the role of a document according to its content alone, and true if it names an Azure gateway. Of a text in
/// another encoding only ASCII matters.
pub(crate) fn document_role(bytes: &[u8]) -> Option<(Role, bool)> {
    let text = text::decode(bytes).unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned());
    let start = text.trim_start();
    let root = xml::root_name(start);
    let role = match (root.as_deref(), profile_xml::kind(root.as_deref(), &text)) {
        (Some("VpnProfile"), _) => Role::VpnSettings,
        (Some("AzVpnProfile"), _) => Role::AzureVpnConfig,
        (root, _) if is_web_page(start, root) => return None,
        (_, Some(Ok(role))) => role,
        _ if openvpn::is_configuration(&text) => Role::OpenVpnProfile,
        _ if profile_script::is_script(&text) && !openvpn::names_remote(&text) => {
            Role::ProfileScript
        }
        _ => return None,
    };
    const AZURE: [&str; 4] = [
        ".vpn.azure.com",
        ".cloudapp.net",
        "azuregateway-",
        "$vpnserver",
    ];
    let lower = text.to_ascii_lowercase();
    Some((role, AZURE.iter().any(|mark| lower.contains(mark))))
}

/// Returns true for a file from which no reader takes anything: what a mail filter or Git LFS leaves in a program's place,
/// or content of no known kind.
pub(crate) fn has_nothing(bytes: &[u8]) -> bool {
    let nothing = matches!(
        file_kind(bytes),
        FileKind::Other(
            ErrorKind::Text
                | ErrorKind::WebPage
                | ErrorKind::OtherXml
                | ErrorKind::LfsPointer
                | ErrorKind::Pdf
                | ErrorKind::Picture
                | ErrorKind::Mail
                | ErrorKind::Shortcut
                | ErrorKind::PhoneBook
                | ErrorKind::OtherVpn
                | ErrorKind::DownloadError
                | ErrorKind::UnknownContent
        )
    );
    let wide = text::decode(bytes).ok().filter(|_| text::is_utf16(bytes));
    let found = document::is_in(wide.as_deref().map_or(bytes, str::as_bytes));
    nothing && !found && !archive::is_in(bytes) && !contains(bytes, cabinet::MAGIC)
}

/// Returns what a text is.
fn text_kind(text: &str) -> FileKind {
    let start = text.trim_start();
    // Megabytes of white space are searched once.
    if start.is_empty() {
        return FileKind::Other(ErrorKind::Text);
    }
    if let Some(kind) = foreign::message(text).or_else(|| encoded(start)) {
        return FileKind::Other(kind);
    }
    let root = xml::root_name(start);
    let by_root = match (root.as_deref(), profile_xml::kind(root.as_deref(), text)) {
        (Some("VpnProfile"), _) => Some(FileKind::Document(Role::VpnSettings)),
        (Some("AzVpnProfile"), _) => Some(FileKind::Document(Role::AzureVpnConfig)),
        (Some("plist"), _) => Some(FileKind::Other(foreign::property_list(|word| {
            text.contains(word)
        }))),
        (root, _) if is_web_page(start, root) => Some(FileKind::Other(ErrorKind::WebPage)),
        (_, Some(kind)) => Some(kind.map_or_else(FileKind::Other, FileKind::Document)),
        // Broken before its root, or in another element: identified by a name that only these documents contain.
        _ if xml::can_begin(start) && text.contains("AzVpnProfile") => {
            Some(FileKind::Document(Role::AzureVpnConfig))
        }
        _ if xml::can_begin(start) && text.contains("VpnProfile") => {
            Some(FileKind::Document(Role::VpnSettings))
        }
        _ => None,
    };
    if let Some(kind) = pem_kind(text).or(by_root) {
        return kind;
    }
    // A text that can be both is neither: another reader finds something else in it.
    match (
        profile_script::is_script(text),
        openvpn::is_configuration(text),
    ) {
        (true, false) if !openvpn::names_remote(text) => FileKind::Document(Role::ProfileScript),
        (false, true) => FileKind::Document(Role::OpenVpnProfile),
        (true, _) => FileKind::Other(ErrorKind::Text),
        (false, false) => {
            let known = key::kind(start).or_else(|| foreign::kind(start, root.as_deref()));
            FileKind::Other(known.unwrap_or(match root {
                Some(_) => ErrorKind::OtherXml,
                None => ErrorKind::Text,
            }))
        }
    }
}

/// Returns what a text is that is Base64 (RFC 4648) and nothing else, from the start of what it encodes. Accepts quotation
/// marks around it, and the start of a data URL (RFC 2397).
fn encoded(text: &str) -> Option<ErrorKind> {
    /// Characters that are decoded.
    const DECODED: usize = 16 * 1024;
    let text = match text.strip_prefix("data:") {
        Some(rest) => rest.split_once(";base64,")?.1,
        None => text,
    };
    let text = text.trim().trim_matches('"');
    let is_base64 =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | '\r' | '\n');
    if !text.chars().all(is_base64) {
        return None;
    }
    let characters = text.chars().filter(|c| !matches!(c, '\r' | '\n'));
    let start: String = characters.take(DECODED).collect();
    match signature::of(&certificate::base64(&start).ok()?)? {
        Signature::Certificate => Some(ErrorKind::Base64Certificate),
        Signature::Zip | Signature::Program | Signature::Cabinet => Some(ErrorKind::Base64Package),
        Signature::Other(kind) => Some(kind),
    }
}

/// Returns true for a web page, according to its beginning and its root element.
fn is_web_page(text: &str, root: Option<&str>) -> bool {
    let html = |root: &str| {
        let names = ["html", "head", "body"];
        names.iter().any(|name| root.eq_ignore_ascii_case(name))
    };
    let doctype = text
        .get(..14)
        .is_some_and(|start| start.eq_ignore_ascii_case("<!doctype html"));
    doctype || root.is_some_and(html)
}

/// Returns true for a PEM text whose first block begins like a zip in Base64.
fn is_encoded_zip(text: &str) -> bool {
    let block = text.split_once("-----BEGIN CERTIFICATE-----");
    block.is_some_and(|(_, body)| body.trim_start().starts_with("UEsDB"))
}

/// Returns what a text of PEM blocks is, from their labels. A private key comes first, whatever else there is.
fn pem_kind(text: &str) -> Option<FileKind> {
    let labels: Vec<&str> = text
        .lines()
        .filter_map(|line| pem::label(line.trim(), "-----BEGIN "))
        .collect();
    let first = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    // An .ovpn has PEM blocks inside its own blocks.
    if labels.is_empty()
        || text
            .lines()
            .any(|line| matches!(line.trim(), "<ca>" | "<cert>" | "<key>"))
        || first.starts_with('<')
    {
        return None;
    }
    let shared = |label: &&str| *label == "OpenVPN Static key V1";
    // A configuration without a root can contain the key that its servers share.
    if labels.iter().all(shared) && openvpn::is_configuration(text) {
        return None;
    }
    let private =
        |label: &&str| label.ends_with("PRIVATE KEY") || *label == "PGP PRIVATE KEY BLOCK";
    if labels.iter().any(|label| private(label) || shared(label)) {
        return Some(FileKind::Other(ErrorKind::PrivateKey));
    }
    let another = profile_script::is_script(text)
        || openvpn::names_remote(text)
        || text.contains("VpnProfile");
    Some(match labels.first().copied() {
        Some("CERTIFICATE") if another => FileKind::Other(ErrorKind::Text),
        // `certutil -encode` writes any file so.
        Some("CERTIFICATE") if labels.len() == 1 && is_encoded_zip(text) => {
            FileKind::Other(ErrorKind::Base64Package)
        }
        Some("CERTIFICATE") => FileKind::Document(Role::ServerRoot),
        Some("PKCS7" | "PKCS #7 SIGNED DATA" | "CMS") => FileKind::Other(ErrorKind::Pkcs7),
        Some("CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST") => {
            FileKind::Other(ErrorKind::SigningRequest)
        }
        Some("X509 CRL") => FileKind::Other(ErrorKind::RevocationList),
        Some("PUBLIC KEY" | "RSA PUBLIC KEY" | "PGP PUBLIC KEY BLOCK") => {
            FileKind::Other(ErrorKind::PublicKey)
        }
        _ => FileKind::Other(ErrorKind::Text),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_recognized_by_their_first_bytes() {
        for (head, expected) in [
            (
                "<?xml version=\"1.0\"?><!-- a --><VpnProfile><Vp",
                Some(HeadKind::Document),
            ),
            ("<AzVpnProfile xmlns=\"http://sch", Some(HeadKind::Document)),
            ("# mine\nclient\ndev tun\n", Some(HeadKind::Document)),
            (
                "$Xml = \"<PerformServerValidation>false<EapHostConfig",
                Some(HeadKind::Document),
            ),
            (
                "-----BEGIN CERTIFICATE-----\nMIID",
                Some(HeadKind::Certificate),
            ),
            ("-----BEGIN PRIVATE KEY-----\nMIID", None),
            (
                "<# .SYNOPSIS #>\n<PerformServerValidation>",
                Some(HeadKind::Document),
            ),
            ("<tls-auth>\n", Some(HeadKind::Document)),
            ("remote access to the office", Some(HeadKind::Text)),
            ("<html><body>", None),
            ("A letter about our VPN.", Some(HeadKind::Text)),
            ("PK\x03\x04", Some(HeadKind::Zip)),
            ("MZ", Some(HeadKind::Program)),
            ("MSCF", Some(HeadKind::Cabinet)),
            ("", None),
        ] {
            assert_eq!(head_kind(head.as_bytes()), expected, "{head}");
        }
        assert_eq!(
            head_kind(&[0x30, 0x82, 3, 0x8E, 0x30, 0x82]),
            Some(HeadKind::Certificate)
        );
    }

    #[test]
    fn a_head_can_be_cut_in_a_character() {
        let text = "<VpnProfile><VnetName>東京".as_bytes();
        for end in text.len() - 5..=text.len() {
            assert_eq!(head_kind(&text[..end]), Some(HeadKind::Document), "{end}");
        }
        let wide: Vec<u8> = "\u{FEFF}<VpnProfile>😀"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for end in wide.len() - 4..=wide.len() {
            assert_eq!(head_kind(&wide[..end]), Some(HeadKind::Document), "{end}");
        }
    }
}
