//! What a file begins with, where its name does not say what it is.

use crate::{ErrorKind, PartKind, documents, sniff, text};

/// What the first bytes of a file ([`Limits::look_bytes`](crate::Limits::look_bytes)) say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// It may be a document of a package. Whether it is, and which, depends on the whole file.
    Document,
    /// A certificate, DER or PEM.
    Certificate,
    /// A zip.
    Zip,
    /// A Windows program.
    Program,
    /// A cabinet.
    Cabinet,
    /// Another text. It may turn out to be a document, or to end in a zip.
    Text,
}

impl Look {
    const ALL: [Look; 6] = [
        Look::Document,
        Look::Certificate,
        Look::Zip,
        Look::Program,
        Look::Cabinet,
        Look::Text,
    ];

    /// Returns a look as a byte, 0 for none.
    pub fn to_byte(look: Option<Look>) -> u8 {
        let position = Look::ALL.iter().position(|one| Some(*one) == look);
        position.map_or(0, |position| {
            u8::try_from(position).unwrap_or(0).saturating_add(1)
        })
    }

    /// Returns the look of a byte made by [`Look::to_byte`].
    pub fn from_byte(byte: u8) -> Option<Look> {
        Look::ALL.get(usize::from(byte.checked_sub(1)?)).copied()
    }

    /// Looks at the first bytes of a file.
    pub fn at(head: &[u8]) -> Option<Look> {
        let control = |c| matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{19}');
        let text = beginning(head).ok().filter(|text| !text.contains(control));
        if text.as_deref().is_some_and(documents::may_begin) {
            return Some(Look::Document);
        }
        match sniff::begin(head) {
            Some(sniff::Sort::Zip) => Some(Look::Zip),
            Some(sniff::Sort::Program) => Some(Look::Program),
            Some(sniff::Sort::Cabinet) => Some(Look::Cabinet),
            Some(sniff::Sort::Part(PartKind::ServerRoot)) => Some(Look::Certificate),
            Some(sniff::Sort::Part(_)) => Some(Look::Document),
            Some(sniff::Sort::Other(_)) => None,
            None => text.filter(|text| !text.is_empty()).map(|_| Look::Text),
        }
    }
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
                Some(Look::Document),
            ),
            ("<AzVpnProfile xmlns=\"http://sch", Some(Look::Document)),
            ("# mine\nclient\ndev tun\n", Some(Look::Document)),
            (
                "$Xml = \"<PerformServerValidation>false<EapHostConfig",
                Some(Look::Document),
            ),
            ("-----BEGIN CERTIFICATE-----\nMIID", Some(Look::Certificate)),
            ("-----BEGIN PRIVATE KEY-----\nMIID", None),
            (
                "<# .SYNOPSIS #>\n<PerformServerValidation>",
                Some(Look::Document),
            ),
            ("<tls-auth>\n", Some(Look::Document)),
            ("remote access to the office", Some(Look::Text)),
            ("<html><body>", None),
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
    fn a_look_crosses_as_a_byte() {
        for look in Look::ALL.map(Some).into_iter().chain([None]) {
            assert_eq!(Look::from_byte(Look::to_byte(look)), look);
        }
        assert_eq!(Look::from_byte(7), None);
    }

    #[test]
    fn a_head_may_be_cut_in_a_character() {
        let text = "<VpnProfile><VnetName>東京".as_bytes();
        for end in text.len() - 5..=text.len() {
            assert_eq!(Look::at(&text[..end]), Some(Look::Document), "{end}");
        }
        let wide: Vec<u8> = "\u{FEFF}<VpnProfile>😀"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for end in wide.len() - 4..=wide.len() {
            assert_eq!(Look::at(&wide[..end]), Some(Look::Document), "{end}");
        }
    }
}
