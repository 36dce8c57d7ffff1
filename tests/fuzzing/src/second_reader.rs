//! A zip as other readers take it: as a stream of local headers, or by every directory header that there is.
//!
//! Where every answer about a file is "not affected", none of these readers may find the invented gateway's own
//! CA at a place in it. Shares no code with the package crate, and is lenient where that is strict.

use flate2::read::DeflateDecoder;
use std::io::Read as _;
use std::sync::LazyLock;

/// Fixtures under the invented gateway's own CA, and the place at which each of them is one.
static OWN: LazyLock<Vec<(Place, Vec<u8>)>> = LazyLock::new(|| {
    let place = |path: &str| match path {
        "own/singular.xml" | "own/plural.xml" => Some(Place::Settings),
        "certificates/own.cer" => Some(Place::Root),
        "documents/ovpn-own.ovpn" => Some(Place::Ovpn),
        _ => None,
    };
    let cases = p2s_fixtures::cases().into_iter();
    cases
        .filter_map(|case| Some((place(&case.path)?, case.bytes)))
        .collect()
});

/// Places of a package by their file names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Settings,
    Root,
    Ovpn,
}

/// Panics if one of the readers finds the own CA at a place.
pub(crate) fn finds_nothing_else(data: &[u8]) {
    for entry in stream(data).into_iter().chain(directory(data)) {
        let place = place(&entry.name);
        let own = OWN
            .iter()
            .any(|(known, content)| place == Some(*known) && entry.content == *content);
        assert!(
            !own,
            "not affected, but another reader finds the own CA in {}",
            entry.name.escape_debug()
        );
    }
}

struct Entry {
    name: String,
    content: Vec<u8>,
}

/// The reader of streams: one local header behind the other.
fn stream(data: &[u8]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let Some(mut at) = find(data, b"PK\x03\x04", 0) else {
        return entries;
    };
    while let Some((entry, end)) = local(data, at) {
        entries.push(entry);
        // A descriptor of up to 24 bytes may stand between.
        match find(data, b"PK\x03\x04", end) {
            Some(next) if next - end <= 24 => at = next,
            _ => break,
        }
    }
    entries
}

/// The reader that searches: every directory header, wherever it stands, leads to its local header.
fn directory(data: &[u8]) -> Vec<Entry> {
    let first = find(data, b"PK\x03\x04", 0).unwrap_or(0);
    let end = data.windows(4).rposition(|window| window == b"PK\x05\x06");
    let last = end.and_then(|end| end.checked_sub(number(data, end + 12, 4)?));
    let last = last.unwrap_or(0);
    let mut entries = Vec::new();
    let mut at = 0;
    while let Some(header) = find(data, b"PK\x01\x02", at) {
        at = header + 4;
        let offset = number(data, header + 42, 4);
        let length = number(data, header + 28, 2);
        let name = length.and_then(|length| data.get(header + 46..)?.get(..length));
        for start in offset
            .into_iter()
            .flat_map(|offset| [offset, offset + first])
        {
            let found = local(data, start);
            let named = String::from_utf8_lossy(name.unwrap_or_default());
            // A zip stored in the zip has a directory, too; its offsets lead to nothing of its own here.
            let own =
                header >= last || found.as_ref().is_some_and(|(entry, _)| entry.name == named);
            if let Some((mut entry, _)) = found.filter(|_| own) {
                entries.push(Entry {
                    name: String::from_utf8_lossy(name.unwrap_or_default()).into_owned(),
                    content: entry.content.clone(),
                });
                entry.content = packed_by_directory(data, header, start).unwrap_or_default();
                entries.push(entry);
            }
        }
    }
    entries
}

/// The entry whose local header stands here, and where its data ends.
fn local(data: &[u8], at: usize) -> Option<(Entry, usize)> {
    if !data.get(at..)?.starts_with(b"PK\x03\x04") {
        return None;
    }
    let flags = number(data, at + 6, 2)?;
    let method = number(data, at + 8, 2)?;
    let packed = number(data, at + 18, 4)?;
    let start = data_start(data, at)?;
    let name = data.get(at + 30..)?.get(..number(data, at + 26, 2)?)?;
    let name = String::from_utf8_lossy(name).into_owned();
    let rest = data.get(start..)?;
    let known = flags & 8 == 0 || packed != 0;
    let (content, length) = match method {
        8 => {
            let body = if known {
                rest.get(..packed).unwrap_or(rest)
            } else {
                rest
            };
            let mut decoder = DeflateDecoder::new(body);
            let mut content = Vec::new();
            let _ = decoder.by_ref().take(1 << 20).read_to_end(&mut content);
            let used = usize::try_from(decoder.total_in()).ok()?;
            (content, if known { packed } else { used })
        }
        _ => (rest.get(..packed).unwrap_or(rest).to_vec(), packed),
    };
    Some((Entry { name, content }, start.checked_add(length)?))
}

/// The data behind a local header, taken by the method and size of the directory's header.
fn packed_by_directory(data: &[u8], header: usize, at: usize) -> Option<Vec<u8>> {
    let body = data.get(data_start(data, at)?..)?;
    let body = body.get(..number(data, header + 20, 4)?).unwrap_or(body);
    let mut content = Vec::new();
    match number(data, header + 10, 2)? {
        8 => {
            let _ = DeflateDecoder::new(body)
                .take(1 << 20)
                .read_to_end(&mut content);
        }
        _ => content.extend_from_slice(body),
    }
    Some(content)
}

fn data_start(data: &[u8], at: usize) -> Option<usize> {
    Some(at + 30 + number(data, at + 26, 2)? + number(data, at + 28, 2)?)
}

/// The place that any reader would take the name for.
fn place(name: &str) -> Option<Place> {
    let name = name.split('\0').next().unwrap_or_default();
    let clean: String = name
        .chars()
        .filter(|c| !c.is_ascii_control())
        .map(|c| if matches!(c, '\\' | ':') { '/' } else { c })
        .collect::<String>()
        .to_ascii_lowercase();
    let mut path: Vec<&str> = Vec::new();
    for part in clean.split('/') {
        match part.trim_end_matches(['.', ' ']) {
            "" if part.starts_with("..") => {
                path.pop();
            }
            "" => {}
            part => path.push(part),
        }
    }
    let (file, folders) = path.split_last()?;
    if folders.contains(&"__macosx") {
        return None;
    }
    match *file {
        "vpnsettings.xml" => Some(Place::Settings),
        "vpnserverroot.cer" | "vpnserverroot.cer_0" | "vpnserverroot.cer_1" => Some(Place::Root),
        _ if file.starts_with("vpnconfig") && file.ends_with(".ovpn") => Some(Place::Ovpn),
        _ => None,
    }
}

fn find(data: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let rest = data.get(from..)?;
    rest.windows(what.len())
        .position(|window| window == what)
        .map(|at| from + at)
}

/// A little-endian number of 2 or 4 bytes.
fn number(data: &[u8], at: usize, width: usize) -> Option<usize> {
    let bytes = data.get(at..)?.get(..width)?;
    let value = bytes
        .iter()
        .rev()
        .fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
    usize::try_from(value).ok()
}
