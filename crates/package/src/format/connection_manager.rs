//! The texts of a Connection Manager profile, in a cabinet or unpacked.
//!
//! Thumbprints pinned in them can be those of the gateway's root or of a RADIUS server's.

use super::certificate;
use crate::bytes::text;
use crate::model::{Field, Item, Value, guid};
use crate::path::profile::{self, ENDINGS};
use crate::path::unicode::lowercase;
use crate::signature::cabinet;
use std::collections::HashSet;

/// Returns the GUIDs that the files have as names.
pub(crate) fn gateway_guids<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut guids = Vec::new();
    for name in names.filter(|name| profile::is_text(name) || profile::is_certificate(name)) {
        let lower = lowercase(name);
        let stem = profile::stem(&lower);
        if let Some(guid) = guid(stem).filter(|guid| !guids.contains(guid)) {
            guids.push(guid);
        }
    }
    guids
}

/// Endings of the names of certificate files.
const CERTIFICATE_ENDINGS: [&[u8]; 4] = [b".cer", b".crt", b".pem", b".der"];

/// Returns true if bytes contain the file names of a Connection Manager profile as a cabinet lists them, even where the
/// cabinet can't be read: its file table is never compressed ([MS-CAB] 2.3).
pub(crate) fn is_named_in(bytes: &[u8]) -> bool {
    let any = |ending: &[u8]| {
        bytes
            .windows(ending.len())
            .any(|window| window.eq_ignore_ascii_case(ending))
    };
    let listed = |ending: &str| any(&[ending.as_bytes(), b"\0"].concat());
    let certificate = CERTIFICATE_ENDINGS.into_iter().any(any);
    any(cabinet::MAGIC) && certificate && ENDINGS.into_iter().any(listed)
}

/// Returns the thumbprints in a text file of a profile, each once.
pub(crate) fn pins(name: &str, content: &[u8]) -> Vec<Item> {
    let text = decode(content);
    let mut found: Vec<[u8; 20]> = Vec::new();
    // As text: a set of another type would be a copy of its own in the page's module.
    let mut seen = HashSet::new();
    for line in text.lines() {
        let pin = if line.contains("certutil") {
            deleted(line)
        } else {
            custom_data(line)
        };
        if let Some(pin) = pin.filter(|pin| seen.insert(text::hex(pin))) {
            found.push(pin);
        }
    }
    let item = |pin| Item {
        field: Field::ProfilePin,
        inner: Some(name.to_owned()),
        value: Value::Thumbprint(pin),
    };
    found.into_iter().map(item).collect()
}

/// Returns the thumbprint in `certutil -delstore root "<SHA-1>"`.
fn deleted(line: &str) -> Option<[u8; 20]> {
    let (_, rest) = line.split_once("-delstore")?;
    rest.split(|c: char| !c.is_ascii_hexdigit())
        .find_map(|word| certificate::thumbprint(word).ok())
}

/// Returns the thumbprint of the trusted root in `CustomAuthData…=<hex>`, where it follows `14000000`.
fn custom_data(line: &str) -> Option<[u8; 20]> {
    let (key, value) = line.split_once('=')?;
    let data = key.trim().starts_with("CustomAuthData").then_some(value)?;
    let (_, rest) = data.split_once("14000000")?;
    certificate::thumbprint(rest.get(..40)?).ok()
}

/// Decodes a text of a profile: UTF-16 with a byte order mark, or bytes of which only ASCII matters.
fn decode(content: &[u8]) -> String {
    text::decode(content).unwrap_or_else(|_| content.iter().map(|byte| char::from(*byte)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUID: &str = "4d6a3efa-f651-444a-8783-dad9d8e4e96e";
    const HASH: &str = "df3c24f9bfd666761b268073fe06d1cc8d4f82a4";

    #[test]
    fn the_names_of_files_give_each_guid_once() {
        let files = [".cms", ".PBK", ".cer", ".txt"].map(|ending| format!("{GUID}{ending}"));
        let names = files.iter().map(String::as_str).chain(["cmroute.inf"]);
        assert_eq!(gateway_guids(names), [GUID]);
        assert!(gateway_guids([files[3].as_str()].into_iter()).is_empty());
    }

    #[test]
    fn pins_are_found_in_both_forms_and_in_either_encoding() {
        let other = HASH.replace('d', "e");
        let text = format!(
            "CustomAuthData1=01000000140000{}{HASH}\r\nx=14000000{other}\r\n\
             certutil -f -delstore root \"{HASH}\"\r\ncertutil -delstore root {other}\r\n",
            "00"
        );
        let wide: Vec<u8> = format!("\u{FEFF}{text}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let latin = [b"\xE9\r\n", text.as_bytes()].concat();
        for content in [wide, latin] {
            let pins = pins("g.inf", &content);
            assert_eq!(pins.len(), 2);
            let first = certificate::thumbprint(HASH).map(Value::Thumbprint);
            assert_eq!(Ok(&pins[0].value), first.as_ref());
            assert_eq!(pins[0].inner.as_deref(), Some("g.inf"));
        }
    }

    #[test]
    fn lines_without_a_whole_thumbprint_are_ignored() {
        for line in [
            &format!("CustomAuthData1=14000000{}", &HASH[1..]),
            &format!("CustomAuthData1=15000000{HASH}"),
            &format!("certutil -addstore root {HASH}"),
            "certutil -delstore root 1234",
        ] {
            assert_eq!(pins("g.cms", line.as_bytes()), [], "{line}");
        }
    }

    #[test]
    fn a_profile_is_named_in_bytes_with_a_cabinet_a_certificate_and_a_text() {
        for (bytes, expected) in [
            (&b"xMSCF..g.CER\0..g.Cms\0"[..], true),
            (b"MSCF..g.cer\0..g.cms", false),
            (b"MSCF..g.cms\0", false),
            (b"g.cer\0g.cms\0", false),
        ] {
            assert_eq!(is_named_in(bytes), expected, "{bytes:?}");
        }
    }
}
