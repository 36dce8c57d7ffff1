//! The texts of a Connection Manager profile, in a cabinet or unpacked.
//!
//! Thumbprints pinned in them can be those of the gateway's root or of a RADIUS server's.

use super::certificate;
use crate::bytes::text;
use crate::model::{Field, Item, Value, guid};
use crate::path::profile::{self, ENDINGS};
use crate::signature::cabinet;
use std::collections::HashSet;

/// Returns the GUIDs that the files have as names.
pub(crate) fn gateway_guids<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut guids = Vec::new();
    for name in names.filter(|name| profile::is_text(name) || profile::is_certificate(name)) {
        let lower = name.to_lowercase();
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
    let mut seen: HashSet<String> = HashSet::new();
    for line in text.lines() {
        let pin = if line.contains("certutil") {
            deleted(line)
        } else {
            custom_data(line)
        };
        if let Some(pin) = pin.filter(|pin| seen.insert(format!("{pin:?}"))) {
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
