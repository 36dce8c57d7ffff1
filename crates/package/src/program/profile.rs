//! The Connection Manager profile in a cabinet or in a folder: `<g>.inf`, `.cmp`, `.cms`, `.pbk` and `<g>.cer`.
//!
//! Thumbprints pinned in its text files are shown and never count: with RADIUS they are the RADIUS server's.

use crate::{Item, Uncounted, Value, certificate, gateway, place};
use std::collections::HashSet;

/// Files that make a profile of what lies beside them.
pub(super) const ENDINGS: [&str; 4] = [".inf", ".cmp", ".cms", ".pbk"];

/// Whether a file is one that nothing but a profile has.
pub(crate) fn is_profile(name: &str) -> bool {
    ending(name).is_some_and(|ending| ending != ".inf")
}

/// Whether a file is a certificate by its name: `x.cer`, `x.cer_0`, `x.crt` and the like.
pub(crate) fn certificate_name(name: &str) -> bool {
    place::certificate_stem(&name.to_lowercase()).is_some()
}

/// Whether a certificate in a cabinet is the RADIUS server's root, by its name.
pub(crate) fn radius_name(name: &str) -> bool {
    place::without_certificate_ending(&name.to_lowercase()) == Some("radiusserverroot")
}

/// Whether a file is one of a profile's texts, by its name.
pub(crate) fn text_file(path: &str) -> bool {
    ending(path).is_some()
}

/// Whether a file is one with pins.
pub(crate) fn pin_file(name: &str) -> bool {
    ending(name).is_some_and(|ending| ending != ".cmp")
}

/// The GUIDs that the files are named by.
pub(crate) fn gateway_guids<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut guids = Vec::new();
    for name in names.filter(|name| ending(name).is_some() || certificate_name(name)) {
        let lower = name.to_lowercase();
        let stem = stem(&lower);
        if let Some(guid) = gateway::guid(stem).filter(|guid| !guids.contains(guid)) {
            guids.push(guid);
        }
    }
    guids
}

/// A profile's own name, which its texts and its certificate share; of a name in lower case.
pub(crate) fn stem(name: &str) -> &str {
    let text = || Some(name.rsplit_once('.')?.0);
    place::certificate_stem(name).or_else(text).unwrap_or(name)
}

/// The ending of a profile's text file.
fn ending(name: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    ENDINGS.into_iter().find(|ending| lower.ends_with(ending))
}

/// The thumbprints in a text file of a profile, shown and not counted.
pub(crate) fn pins(name: &str, content: &[u8]) -> Vec<Item> {
    let text = text(content);
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
        element: "pin",
        inner: Some(name.to_owned()),
        value: Value::Thumbprint(pin),
        uncounted: Some(Uncounted::ProfilePin),
    };
    found.into_iter().map(item).collect()
}

/// `certutil -delstore root "<SHA-1>"`.
fn deleted(line: &str) -> Option<[u8; 20]> {
    let (_, rest) = line.split_once("-delstore")?;
    rest.split(|c: char| !c.is_ascii_hexdigit())
        .find_map(|word| certificate::thumbprint(word).ok())
}

/// `CustomAuthData…=<hex>`: `14000000`, then the thumbprint of the trusted root.
fn custom_data(line: &str) -> Option<[u8; 20]> {
    let (key, value) = line.split_once('=')?;
    let data = key.trim().starts_with("CustomAuthData").then_some(value)?;
    let (_, rest) = data.split_once("14000000")?;
    certificate::thumbprint(rest.get(..40)?).ok()
}

/// Text of a profile: UTF-16 with a byte order mark, or bytes of which only ASCII matters.
fn text(content: &[u8]) -> String {
    crate::text::decode(content)
        .unwrap_or_else(|_| content.iter().map(|byte| char::from(*byte)).collect())
}
