//! What a file is, by its content.

use crate::certificate::boundary;
use crate::documents::{self, xml};
use crate::source::LittleEndian as _;
use crate::source::search;
use crate::{ErrorKind, PartKind, archive, look, text};

/// What a file by itself is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A zip, or a program that may hold one.
    Zip,
    /// A Windows program.
    Program,
    /// A Microsoft cabinet.
    Cabinet,
    /// A document or certificate of a package.
    Part(PartKind),
    /// Something else.
    Other(ErrorKind),
}

/// Tells by the first bytes; `head` is the whole file where that is small.
pub(crate) fn sort(head: &[u8]) -> Sort {
    if head.is_empty() {
        return Sort::Other(ErrorKind::Empty);
    }
    if let Some(sort) = magic(head) {
        return sort;
    }
    if looks_like_der(head) {
        return der(head);
    }
    match text::decode(head) {
        Ok(text) if !text.contains('\0') => textual(&text),
        // What a zip holds is the zip's.
        _ if holds(head, b"PK\x03\x04") => Sort::Other(ErrorKind::UnknownContent),
        _ => evidence(head).map_or(Sort::Other(ErrorKind::UnknownContent), Sort::Part),
    }
}

/// Tells by the first bytes of a file alone, which may be cut anywhere; `None`: it is a text like any other.
pub(crate) fn begin(head: &[u8]) -> Option<Sort> {
    if let Some(sort) = magic(head).or_else(|| looks_like_der(head).then(|| der(head))) {
        return Some(sort);
    }
    match look::beginning(head) {
        Ok(text) if !text.contains('\0') => pem(&text).or_else(|| {
            let start = text.trim_start();
            let page = is_page(start, xml_root(start).as_deref());
            keyed(start).or(page.then_some(Sort::Other(ErrorKind::WebPage)))
        }),
        _ => Some(evidence(head).map_or(Sort::Other(ErrorKind::UnknownContent), Sort::Part)),
    }
}

/// What a document would be that is in an encoding which is refused, or that something else follows: told by what only
/// it has.
fn evidence(bytes: &[u8]) -> Option<PartKind> {
    const WIDE: &[u8] = b"V\0p\0n\0P\0r\0o\0f\0i\0l\0e";
    const MARKS: [(&[u8], PartKind); 7] = [
        (b"AzVpnProfile", PartKind::AzureVpn),
        (b"VpnProfile", PartKind::VpnSettings),
        (WIDE, PartKind::VpnSettings),
        (b"<TrustedRootCA>", PartKind::ProfileScript),
        (b"<ca>", PartKind::Ovpn),
        (b"-----BEGIN CERTIFICATE-----", PartKind::ServerRoot),
        (b"-----BEGIN TRUSTED CERTIFICATE-----", PartKind::ServerRoot),
    ];
    let mark = MARKS.iter().find(|(mark, _)| holds(bytes, mark));
    mark.map(|(_, kind)| *kind)
}

/// Whether a document or a file in letters stands in these bytes, for a reader that does not mind what is around it.
pub(crate) fn holds_document(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 4] = [
        b"-----BEGIN X509 CERTIFICATE",
        b"-----BEGIN PKCS",
        b"-----BEGIN CMS",
        b"begin-base64",
    ];
    // "begin 644 name" of uuencode (POSIX).
    let mode = |start: usize| {
        let begun = bytes.get(start..).and_then(|rest| rest.get(6..10));
        matches!(begun, Some([b'0'..=b'7', b'0'..=b'7', b'0'..=b'7', b' ']))
    };
    let encoded = search(bytes, b"begin ").any(mode);
    encoded || evidence(bytes).is_some() || marks.into_iter().any(|mark| holds(bytes, mark))
}

/// Whether a file is one out of which no reader takes anything: what a mail filter or Git LFS leaves in a program's
/// place, or nothing that is known.
pub(crate) fn says_nothing(bytes: &[u8]) -> bool {
    let nothing = matches!(
        sort(bytes),
        Sort::Other(
            ErrorKind::Text
                | ErrorKind::WebPage
                | ErrorKind::OtherXml
                | ErrorKind::LfsPointer
                | ErrorKind::Pdf
                | ErrorKind::Picture
                | ErrorKind::UnknownContent
        )
    );
    let wide = text::decode(bytes).ok().filter(|_| text::is_utf16(bytes));
    let found = holds_document(wide.as_deref().map_or(bytes, str::as_bytes));
    nothing && !found && !archive::holds(bytes) && !holds(bytes, b"MSCF")
}

fn magic(head: &[u8]) -> Option<Sort> {
    const MAGIC: &[(&[u8], Sort)] = &[
        (b"PK\x03\x04", Sort::Zip),
        (b"PK\x05\x06", Sort::Zip),
        (b"PK\x07\x08", Sort::Zip),
        (b"PK00PK", Sort::Zip),
        (b"MZ", Sort::Program),
        (b"MSCF", Sort::Cabinet),
        (b"\x89PNG", Sort::Other(ErrorKind::Picture)),
        (b"\xFF\xD8\xFF", Sort::Other(ErrorKind::Picture)),
        (b"GIF8", Sort::Other(ErrorKind::Picture)),
        (b"\0\0\x01\0", Sort::Other(ErrorKind::Picture)),
        (b"II*\0", Sort::Other(ErrorKind::Picture)),
        (b"MM\0*", Sort::Other(ErrorKind::Picture)),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            Sort::Other(ErrorKind::Office),
        ),
        (b"%PDF-", Sort::Other(ErrorKind::Pdf)),
        (b"7z\xBC\xAF\x27\x1C", Sort::Other(ErrorKind::SevenZip)),
        (b"Rar!\x1A\x07", Sort::Other(ErrorKind::Rar)),
        (b"bplist0", Sort::Other(ErrorKind::MobileConfig)),
    ];
    if archive::is_compressed(head) || head.get(257..262) == Some(b"ustar") {
        return Some(Sort::Other(ErrorKind::OtherArchive));
    }
    // BITMAPFILEHEADER: two reserved words of zero.
    if head.starts_with(b"BM") && head.get(6..10) == Some(&[0; 4]) {
        return Some(Sort::Other(ErrorKind::Picture));
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Some(Sort::Other(ErrorKind::Picture));
    }
    let known = |(start, _): &&(&[u8], Sort)| head.starts_with(start);
    MAGIC.iter().find(known).map(|(_, sort)| *sort)
}

/// Where the root storage of a compound file is described, which says whose file it is ([MS-CFB] 2.2 and 2.6).
pub(crate) fn root_storage(head: &[u8]) -> Option<u64> {
    let compound = head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let shift = head
        .u16_at(30)
        .filter(|shift| compound && (9..=12).contains(shift))?;
    let sector = u64::from(head.u32_at(48)?).checked_add(1)?;
    sector.checked_mul(1 << shift)
}

/// Office documents and Windows Installer databases are compound files; the latter's class is 000C1084 (000C1082 and
/// 000C1086 in their transforms and patches).
pub(crate) fn compound_file(root: &[u8]) -> ErrorKind {
    match root.get(80..96) {
        Some(
            [
                0x82 | 0x84 | 0x86,
                0x10,
                0x0C,
                0,
                0,
                0,
                0,
                0,
                0xC0,
                0,
                0,
                0,
                0,
                0,
                0,
                0x46,
            ],
        ) => ErrorKind::Msi,
        _ => ErrorKind::Office,
    }
}

/// A SEQUENCE with a long length, or with a short one that fits the file: a text may begin with `0`, too.
fn looks_like_der(head: &[u8]) -> bool {
    match head {
        [0x30, 0x80..=0xFF, ..] => true,
        [0x30, length, body @ ..] => usize::from(*length) == body.len(),
        _ => false,
    }
}

/// The structures that begin with a SEQUENCE (DER).
fn der(bytes: &[u8]) -> Sort {
    let Some(body) = der_body(bytes) else {
        return Sort::Part(PartKind::ServerRoot);
    };
    const SIGNED_DATA: &[u8] = &[6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2];
    match body {
        [2, 1, 3, 0x30, ..] => Sort::Other(ErrorKind::Pkcs12),
        // PKCS #1 and PKCS #8 keys, SEC 1 keys.
        [2, 1, 0 | 1, 2 | 4 | 0x30, ..] => Sort::Other(ErrorKind::PrivateKey),
        // A signed profile of Apple's is signed data around its property list.
        _ if body.starts_with(SIGNED_DATA) && holds(body, b"<plist") => {
            Sort::Other(ErrorKind::MobileConfig)
        }
        _ if body.starts_with(SIGNED_DATA) => Sort::Other(ErrorKind::Pkcs7),
        [0x30, ..] => match der_body(body) {
            Some([2, 1, 0, 0x30, ..]) => Sort::Other(ErrorKind::SigningRequest),
            // EncryptedPrivateKeyInfo: an algorithm of PKCS #5 or PKCS #12, then one string to the end.
            Some([6, 9 | 10, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5 | 12, ..]) => {
                Sort::Other(ErrorKind::PrivateKey)
            }
            Some(fields) if is_revocation_list(fields) => Sort::Other(ErrorKind::RevocationList),
            // SubjectPublicKeyInfo: an algorithm's identifier and the key; a certificate begins with its version.
            Some([6, ..]) => Sort::Other(ErrorKind::PublicKey),
            _ => Sort::Part(PartKind::ServerRoot),
        },
        _ => Sort::Other(ErrorKind::UnknownContent),
    }
}

/// TBSCertList (RFC 5280 section 5.1): perhaps a version, an algorithm, an issuer, and then a time, where a
/// certificate has the two of its validity in a SEQUENCE.
fn is_revocation_list(fields: &[u8]) -> bool {
    let version = if fields.starts_with(&[2, 1, 1]) { 3 } else { 0 };
    let issuer = fields.get(version..).and_then(behind);
    let time = issuer.and_then(behind).and_then(|rest| rest.first());
    matches!(time, Some(0x17 | 0x18))
}

/// What follows a SEQUENCE.
fn behind(bytes: &[u8]) -> Option<&[u8]> {
    let body = bytes
        .first()
        .filter(|tag| **tag == 0x30)
        .and(der_body(bytes))?;
    let length = match bytes.get(1)? {
        count @ 0x81..=0x84 => bytes
            .get(2..usize::from(count & 0x0F).checked_add(2)?)?
            .iter()
            .fold(0_usize, |length, byte| (length << 8) | usize::from(*byte)),
        short => usize::from(*short),
    };
    body.get(length..)
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    search(bytes, wanted).next().is_some()
}

/// What follows the tag and length of a value.
fn der_body(bytes: &[u8]) -> Option<&[u8]> {
    match bytes.get(1)? {
        length @ 0x81..=0x84 => bytes.get(usize::from(length & 0x0F).saturating_add(2)..),
        0..=0x80 => bytes.get(2..),
        _ => None,
    }
    .filter(|body| !body.is_empty())
}

fn textual(text: &str) -> Sort {
    let start = text.trim_start();
    // Megabytes of white space are looked through once.
    if start.is_empty() {
        return Sort::Other(ErrorKind::Text);
    }
    let root = xml_root(start);
    let by_root = match root.as_deref() {
        Some("VpnProfile") => Some(Sort::Part(PartKind::VpnSettings)),
        Some("AzVpnProfile") => Some(Sort::Part(PartKind::AzureVpn)),
        Some("plist") => Some(Sort::Other(ErrorKind::MobileConfig)),
        root if is_page(start, root) => Some(Sort::Other(ErrorKind::WebPage)),
        // Broken before its root, or in another element: told by a name that only our documents have.
        _ if begins_like_xml(start) && text.contains("AzVpnProfile") => {
            Some(Sort::Part(PartKind::AzureVpn))
        }
        _ if begins_like_xml(start) && text.contains("VpnProfile") => {
            Some(Sort::Part(PartKind::VpnSettings))
        }
        _ => None,
    };
    if let Some(sort) = pem(text).or(by_root) {
        return sort;
    }
    // What could be both is neither: the other reader would find something else in it.
    match (documents::is_script(text), documents::is_openvpn(text)) {
        (true, false) if !documents::names_remote(text) => Sort::Part(PartKind::ProfileScript),
        (false, true) => Sort::Part(PartKind::Ovpn),
        (true, _) => Sort::Other(ErrorKind::Text),
        (false, false) => keyed(start).unwrap_or(match root {
            Some(_) => Sort::Other(ErrorKind::OtherXml),
            None => Sort::Other(ErrorKind::Text),
        }),
    }
}

/// Whether a text begins with markup, and not with a script's `<#`.
fn begins_like_xml(text: &str) -> bool {
    let mut chars = text.chars();
    let second = |c: char| c.is_alphabetic() || matches!(c, '?' | '!' | '_');
    chars.next() == Some('<') && chars.next().is_some_and(second)
}

/// The name of the root element of what begins like XML.
pub(crate) fn xml_root(text: &str) -> Option<String> {
    begins_like_xml(text)
        .then(|| xml::root_name(text))
        .flatten()
}

/// Whether a text is a web page, by its beginning and its root element.
pub(crate) fn is_page(text: &str, root: Option<&str>) -> bool {
    let html = |root: &str| {
        let names = ["html", "head", "body"];
        names.iter().any(|name| root.eq_ignore_ascii_case(name))
    };
    let doctype = text
        .get(..14)
        .is_some_and(|start| start.eq_ignore_ascii_case("<!doctype html"));
    doctype || root.is_some_and(html)
}

/// By the labels of its blocks: a private key is named before anything else is looked at.
fn pem(text: &str) -> Option<Sort> {
    let labels: Vec<&str> = text
        .lines()
        .filter_map(|line| boundary(line.trim(), "-----BEGIN "))
        .collect();
    let first = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    // An .ovpn has PEM blocks inside its own.
    if labels.is_empty()
        || text
            .lines()
            .any(|line| matches!(line.trim(), "<ca>" | "<cert>" | "<key>"))
        || first.starts_with('<')
    {
        return None;
    }
    let shared = |label: &&str| *label == "OpenVPN Static key V1";
    // A configuration without a root may well hold the key that its servers share.
    if labels.iter().all(shared) && documents::is_openvpn(text) {
        return None;
    }
    let private =
        |label: &&str| label.ends_with("PRIVATE KEY") || *label == "PGP PRIVATE KEY BLOCK";
    if labels.iter().any(|label| private(label) || shared(label)) {
        return Some(Sort::Other(ErrorKind::PrivateKey));
    }
    let another =
        documents::is_script(text) || documents::names_remote(text) || text.contains("VpnProfile");
    Some(match labels.first().copied() {
        Some("CERTIFICATE") if another => Sort::Other(ErrorKind::Text),
        Some("CERTIFICATE") => Sort::Part(PartKind::ServerRoot),
        Some("PKCS7" | "PKCS #7 SIGNED DATA" | "CMS") => Sort::Other(ErrorKind::Pkcs7),
        Some("CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST") => {
            Sort::Other(ErrorKind::SigningRequest)
        }
        Some("X509 CRL") => Sort::Other(ErrorKind::RevocationList),
        Some("PUBLIC KEY" | "RSA PUBLIC KEY" | "PGP PUBLIC KEY BLOCK") => {
            Sort::Other(ErrorKind::PublicKey)
        }
        _ => Sort::Other(ErrorKind::Text),
    })
}

/// Keys in formats of their own (PuTTY, RFC 4716, OpenSSH), and what stands in for a file in a Git repository.
fn keyed(text: &str) -> Option<Sort> {
    const STARTS: &[(&str, ErrorKind)] = &[
        ("PuTTY-User-Key-File-", ErrorKind::PrivateKey),
        (
            "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY",
            ErrorKind::PrivateKey,
        ),
        ("---- BEGIN SSH2 PUBLIC KEY", ErrorKind::PublicKey),
        ("ssh-rsa ", ErrorKind::PublicKey),
        ("ssh-dss ", ErrorKind::PublicKey),
        ("ssh-ed25519 ", ErrorKind::PublicKey),
        ("ecdsa-sha2-", ErrorKind::PublicKey),
        ("version https://git-lfs", ErrorKind::LfsPointer),
    ];
    let (_, kind) = STARTS.iter().find(|(start, _)| text.starts_with(start))?;
    Some(Sort::Other(*kind))
}
