//! What a file begins with, where its name does not say what it is.

use crate::{ErrorKind, PartKind, sniff, text};
use serde::{Deserialize, Serialize};

/// What the first bytes of a file ([`Limits::look_bytes`](crate::Limits::look_bytes)) say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Look {
    /// VpnSettings.xml.
    VpnSettings,
    /// azurevpnconfig.xml.
    AzureVpn,
    /// An OpenVPN profile.
    Ovpn,
    /// VpnProfileSetup.ps1.
    ProfileScript,
    /// A certificate, DER or PEM.
    Certificate,
    /// A zip.
    Zip,
    /// A Windows program.
    Program,
    /// A cabinet.
    Cabinet,
    /// Another text: that it is a document, or ends in a zip, may show further on.
    Text,
}

impl Look {
    /// Looks at the first bytes of a file. Whether it really is what it begins like is for the one who reads all of it.
    pub fn at(head: &[u8]) -> Option<Look> {
        match sniff::begin(head)? {
            sniff::Sort::Zip => Some(Look::Zip),
            sniff::Sort::Program => Some(Look::Program),
            sniff::Sort::Cabinet => Some(Look::Cabinet),
            sniff::Sort::Part(PartKind::VpnSettings) => Some(Look::VpnSettings),
            sniff::Sort::Part(PartKind::AzureVpn) => Some(Look::AzureVpn),
            sniff::Sort::Part(PartKind::Ovpn) => Some(Look::Ovpn),
            sniff::Sort::Part(PartKind::ProfileScript) => Some(Look::ProfileScript),
            sniff::Sort::Part(_) => Some(Look::Certificate),
            sniff::Sort::Other(ErrorKind::Text | ErrorKind::OtherXml) => Some(Look::Text),
            sniff::Sort::Other(_) => None,
        }
    }

    /// The part that a document is; `None` for what is no document.
    pub(crate) fn document(self) -> Option<PartKind> {
        match self {
            Look::VpnSettings => Some(PartKind::VpnSettings),
            Look::AzureVpn => Some(PartKind::AzureVpn),
            Look::Ovpn => Some(PartKind::Ovpn),
            Look::ProfileScript => Some(PartKind::ProfileScript),
            Look::Certificate | Look::Zip | Look::Program | Look::Cabinet | Look::Text => None,
        }
    }
}

/// Whether all of a file is such a document, and nothing else.
pub(crate) fn is_whole(kind: PartKind, bytes: &[u8]) -> bool {
    sniff::sort(bytes) == sniff::Sort::Part(kind)
}

/// The text at the beginning of a file that may be cut in the middle of a character.
pub(crate) fn beginning(head: &[u8]) -> Result<String, ErrorKind> {
    let whole = match head {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => head.len().saturating_sub(head.len() % 2),
        _ => match std::str::from_utf8(head) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => head.len(),
        },
    };
    let head = head.get(..whole).unwrap_or_default();
    // The last unit of UTF-16 may be the first half of a pair.
    text::decode(head).or_else(|kind| {
        let shorter = head.get(..head.len().saturating_sub(2)).unwrap_or_default();
        if text::is_utf16(head) {
            text::decode(shorter)
        } else {
            Err(kind)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_known_by_their_beginning() {
        for (head, look) in [
            (
                "<?xml version=\"1.0\"?><!-- a --><VpnProfile><Vp",
                Some(Look::VpnSettings),
            ),
            ("<AzVpnProfile xmlns=\"http://sch", Some(Look::AzureVpn)),
            ("# mine\nclient\ndev tun\n", Some(Look::Ovpn)),
            (
                "$Xml = \"<PerformServerValidation>false<EapHostConfig",
                Some(Look::ProfileScript),
            ),
            ("-----BEGIN CERTIFICATE-----\nMIID", Some(Look::Certificate)),
            ("-----BEGIN PRIVATE KEY-----\nMIID", None),
            ("<html><body>VpnProfile", None),
            ("A letter about our VPN.", Some(Look::Text)),
            ("PK\x03\x04", Some(Look::Zip)),
            ("MZ", Some(Look::Program)),
            ("MSCF", Some(Look::Cabinet)),
            ("", None),
        ] {
            assert_eq!(Look::at(head.as_bytes()), look, "{head}");
        }
        assert_eq!(
            Look::at(&[0x30, 0x82, 3, 0x8E, 0x30, 0x82]),
            Some(Look::Certificate)
        );
    }

    #[test]
    fn a_head_may_be_cut_in_a_character() {
        let text = "<VpnProfile><VnetName>東京".as_bytes();
        for end in text.len() - 5..=text.len() {
            assert_eq!(Look::at(&text[..end]), Some(Look::VpnSettings), "{end}");
        }
        let wide: Vec<u8> = "\u{FEFF}<VpnProfile>😀"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for end in wide.len() - 4..=wide.len() {
            assert_eq!(Look::at(&wide[..end]), Some(Look::VpnSettings), "{end}");
        }
    }
}
