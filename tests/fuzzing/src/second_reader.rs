//! Reads a zip as other programs do: as a stream of local headers, or through every central header in the file.
//!
//! If every answer about a file is "not affected", none of these readers may find the invented gateway's own CA in it:
//! not in a document under any name, not in a certificate at a usual path or under a name that Windows maps to one, and
//! not in an OpenVPN profile as any client reads it. The readers share no code with the package crate and are lenient
//! where it is strict.

use crate::openvpn::Client;
use flate2::Crc;
use flate2::read::DeflateDecoder;
use std::io::Read as _;
use std::sync::LazyLock;

/// Documents and certificates of the invented gateway's own CA.
static OWN_EVIDENCE: LazyLock<Vec<(Kind, Vec<u8>)>> = LazyLock::new(|| {
    let kind = |path: &str| match path {
        "own/singular.xml" | "own/plural.xml" | "documents/ovpn-own.ovpn" => Some(Kind::Document),
        "certificates/own.cer" => Some(Kind::Certificate),
        _ => None,
    };
    // Only these parts name the own CA; they have no other item.
    let inside = |path: &str, entry: &str| match path {
        "documents/azurevpn-own.zip" if entry.contains("azurevpnconfig") => Some(Kind::Document),
        "renamed/azurevpn.zip" if entry.starts_with("Tokyo") => Some(Kind::Document),
        "documents/script-own.zip" if entry.ends_with(".ps1") => Some(Kind::Document),
        "renamed/short-azurevpn.zip" if entry.contains('~') => Some(Kind::Document),
        "renamed/short-folder.zip" if entry.contains('~') => Some(Kind::Document),
        "renamed/root-pem.zip" if entry.ends_with(".pem") => Some(Kind::Certificate),
        "renamed/settings-in-utf-16.zip" if entry.ends_with(".old") => Some(Kind::Document),
        _ => None,
    };
    const FIXTURES: [&str; 7] = [
        "documents/azurevpn-own.zip",
        "documents/script-own.zip",
        "renamed/azurevpn.zip",
        "renamed/root-pem.zip",
        "renamed/settings-in-utf-16.zip",
        "renamed/short-azurevpn.zip",
        "renamed/short-folder.zip",
    ];
    let mut own = Vec::new();
    for case in p2s_fixtures::cases() {
        if FIXTURES.contains(&case.path.as_str()) {
            let entries = p2s_fixtures::entries(&case.bytes).into_iter();
            let inside = |(name, bytes): (String, _)| Some((inside(&case.path, &name)?, bytes));
            own.extend(entries.filter_map(inside));
        }
        own.extend(kind(&case.path).map(|kind| (kind, case.bytes)));
    }
    own
});

/// The own CA's certificate in DER.
static OWN_CA: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut cases = p2s_fixtures::cases().into_iter();
    let own = cases.find(|case| case.path == "certificates/own.cer");
    own.expect("the fixture").bytes
});

/// Initializes the tables that the readers compare with.
pub(crate) fn prepare() {
    LazyLock::force(&OWN_EVIDENCE);
    LazyLock::force(&OWN_CA);
}

/// Kind of evidence in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Identified by its content, whatever its name.
    Document,
    /// Identified by its name.
    Certificate,
}

/// Returns where one of the readers finds the own CA, or `None`.
///
/// A profile that can't be read is a part only under its usual name. `is_refused` returns true if the checker refuses
/// these bytes as a profile.
pub fn finds_own_ca(data: &[u8], is_refused: impl Fn(&[u8]) -> bool) -> Option<String> {
    for entries in [read_local_headers(data), read_central_headers(data)] {
        let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        for entry in &entries {
            let mut known = OWN_EVIDENCE
                .iter()
                .filter(|(_, content)| *content == entry.content);
            let found = known.any(|(kind, _)| match kind {
                Kind::Document => is_file(&entry.name),
                Kind::Certificate => is_certificate_path(&entry.name, &names),
            });
            if found {
                return Some(entry.name.clone());
            }
            if let Some(client) = trusting_client(entry, &is_refused) {
                return Some(format!("{}, as {client:?} reads it", entry.name));
            }
        }
    }
    None
}

/// Returns the client that trusts the own CA, or another file, according to an OpenVPN profile.
fn trusting_client(entry: &Entry, is_refused: impl Fn(&[u8]) -> bool) -> Option<Client> {
    let file = file_name(&entry.name)?;
    // The checker treats any text with `$` under this name as a script (docs/fuzzing.md). No client reads a script.
    if file == "vpnprofilesetup.ps1" {
        return None;
    }
    let has_usual_name = file.starts_with("vpnconfig") && file.ends_with(".ovpn");
    let trusts = |client: &Client| {
        let elsewhere = || {
            client
                .read(&entry.content)
                .is_some_and(|trust| !trust.elsewhere.is_empty())
        };
        trusts_own_ca(*client, &entry.content) || has_usual_name && elsewhere()
    };
    let client = Client::ALL.into_iter().find(trusts)?;
    (has_usual_name || entry.checksum_matches && !is_refused(&entry.content)).then_some(client)
}

/// Returns true if a client trusts the own CA when it reads these bytes as a profile.
pub(crate) fn trusts_own_ca(client: Client, profile: &[u8]) -> bool {
    let trust = client.read(profile).unwrap_or_default();
    trust.certificates.contains(&OWN_CA)
}

struct Entry {
    name: String,
    content: Vec<u8>,
    /// True if the content has the checksum of a header.
    checksum_matches: bool,
}

/// Reads entries like a streaming reader: consecutive local headers.
fn read_local_headers(data: &[u8]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let Some(mut at) = find(data, b"PK\x03\x04", 0) else {
        return entries;
    };
    while let Some((entry, end)) = local(data, at) {
        entries.push(entry);
        // A data descriptor of up to 24 bytes can precede the next header.
        match find(data, b"PK\x03\x04", end) {
            Some(next) if next - end <= 24 => at = next,
            _ => break,
        }
    }
    entries
}

/// Reads entries like a searching reader: every central header anywhere in the file leads to its local header.
fn read_central_headers(data: &[u8]) -> Vec<Entry> {
    let first = find(data, b"PK\x03\x04", 0).unwrap_or(0);
    let end = data.windows(4).rposition(|window| window == b"PK\x05\x06");
    let last = end.and_then(|end| end.checked_sub(little_endian(data, end + 12, 4)?));
    let last = last.unwrap_or(0);
    let mut entries = Vec::new();
    let mut at = 0;
    while let Some(header) = find(data, b"PK\x01\x02", at) {
        at = header + 4;
        let offset = little_endian(data, header + 42, 4);
        let length = little_endian(data, header + 28, 2);
        let name = length.and_then(|length| data.get(header + 46..)?.get(..length));
        for start in offset
            .into_iter()
            .flat_map(|offset| [offset, offset + first])
        {
            let found = local(data, start);
            let named = String::from_utf8_lossy(name.unwrap_or_default());
            // A zip stored inside the zip also has central headers. Their offsets are relative to that zip, so they
            // can't be followed here.
            let own =
                header >= last || found.as_ref().is_some_and(|(entry, _)| entry.name == named);
            if let Some((mut entry, _)) = found.filter(|_| own) {
                let checksum = little_endian(data, header + 16, 4);
                entries.push(Entry {
                    name: String::from_utf8_lossy(name.unwrap_or_default()).into_owned(),
                    content: entry.content.clone(),
                    checksum_matches: checksum == Some(crc32(&entry.content)),
                });
                entry.content = unpack_by_central_header(data, header, start).unwrap_or_default();
                entry.checksum_matches = checksum == Some(crc32(&entry.content));
                entries.push(entry);
            }
        }
    }
    entries
}

/// Reads the entry whose local header is at this offset. Returns it with the end of its data.
fn local(data: &[u8], at: usize) -> Option<(Entry, usize)> {
    if !data.get(at..)?.starts_with(b"PK\x03\x04") {
        return None;
    }
    let flags = little_endian(data, at + 6, 2)?;
    let method = little_endian(data, at + 8, 2)?;
    let packed = little_endian(data, at + 18, 4)?;
    let start = data_start(data, at)?;
    let name = data
        .get(at + 30..)?
        .get(..little_endian(data, at + 26, 2)?)?;
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
    let checksum_matches = little_endian(data, at + 14, 4) == Some(crc32(&content));
    let entry = Entry {
        name,
        content,
        checksum_matches,
    };
    Some((entry, start.checked_add(length)?))
}

/// Unpacks the data of a local header with the method and size of the central header.
fn unpack_by_central_header(data: &[u8], header: usize, at: usize) -> Option<Vec<u8>> {
    let body = data.get(data_start(data, at)?..)?;
    let body = body
        .get(..little_endian(data, header + 20, 4)?)
        .unwrap_or(body);
    let mut content = Vec::new();
    match little_endian(data, header + 10, 2)? {
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
    Some(at + 30 + little_endian(data, at + 26, 2)? + little_endian(data, at + 28, 2)?)
}

fn crc32(content: &[u8]) -> usize {
    let mut crc = Crc::new();
    crc.update(content);
    usize::try_from(crc.sum()).unwrap_or(0)
}

/// Splits a path as leniently as any reader does, in lower case. Returns `None` for macOS metadata and for the mark of
/// the web that Windows adds to a download.
fn lenient_path(name: &str) -> Option<Vec<String>> {
    let name = name.split('\0').next().unwrap_or_default();
    if name.to_ascii_lowercase().ends_with(":zone.identifier") {
        return None;
    }
    let clean: String = name
        .chars()
        .filter(|c| !c.is_ascii_control())
        .map(|c| if matches!(c, '\\' | ':') { '/' } else { c })
        .collect::<String>()
        .to_lowercase();
    let mut path: Vec<String> = Vec::new();
    for part in clean.split('/') {
        match part.trim_end_matches(['.', ' ']) {
            "" if part.starts_with("..") => {
                path.pop();
            }
            "" => {}
            part => path.push(part.to_owned()),
        }
    }
    let metadata = path.iter().any(|folder| folder == "__macosx")
        || path.last().is_some_and(|file| file.starts_with("._"));
    (!metadata).then_some(path)
}

fn file_name(name: &str) -> Option<String> {
    lenient_path(name)?.pop()
}

/// Returns true if the entry is a file, not a folder or metadata.
fn is_file(name: &str) -> bool {
    !name.ends_with(['/', '\\']) && lenient_path(name).is_some_and(|path| !path.is_empty())
}

/// Returns true if some reader takes a certificate of this name for the gateway's root: because of its own name,
/// because of a profile with the same name beside it, or because Windows maps its name to one of these.
fn is_certificate_path(name: &str, names: &[&str]) -> bool {
    let Some(path) = lenient_path(name) else {
        return false;
    };
    let paths: Vec<Vec<String>> = names.iter().filter_map(|name| lenient_path(name)).collect();
    let is_place = |path: &Vec<String>| is_root(path) || has_profile(path, &paths);
    let mapped = |other: &&Vec<String>| is_short_path(&path, other);
    is_place(&path) || paths.iter().filter(mapped).any(is_place)
}

/// Returns true for `VpnServerRoot` with a certificate's extension or with the suffix of a copy.
fn is_root(path: &[String]) -> bool {
    let file = path.last().map_or("", String::as_str);
    let program = file.ends_with(".exe") || file.ends_with(".cab");
    file.starts_with("vpnserverroot") && !program
}

/// Returns true if a text of a Connection Manager profile is beside the certificate and has its name.
fn has_profile(path: &[String], paths: &[Vec<String>]) -> bool {
    let Some((file, folder)) = path.split_last() else {
        return false;
    };
    let stem = certificate_stem(file);
    paths.iter().any(|other| {
        let Some((text, other)) = other.split_last() else {
            return false;
        };
        let texts = [".inf", ".cmp", ".cms", ".pbk"];
        let mut stems = texts.iter().filter_map(|ending| text.strip_suffix(ending));
        other == folder && stem.is_some() && stems.any(|text| Some(text) == stem)
    })
}

/// Returns the name of a certificate without its extensions and copy numbers, or `None` for other files.
fn certificate_stem(file: &str) -> Option<&str> {
    let copy = |name: &str| {
        let number = name
            .strip_suffix(')')
            .and_then(|rest| rest.rsplit_once(" ("));
        number.map_or(name.len(), |(stem, _)| stem.len())
    };
    let mut stem = file.get(..copy(file))?;
    let mut found = false;
    while let Some((shorter, ending)) = stem.rsplit_once('.') {
        let numbered = ending.strip_prefix("cer_");
        let numbered =
            numbered.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
        if !numbered && !matches!(ending, "cer" | "crt" | "pem" | "der") {
            break;
        }
        found = true;
        stem = shorter.get(..copy(shorter))?;
        stem = stem.rsplit_once(" - ").map_or(stem, |(stem, _)| stem);
    }
    found.then_some(stem)
}

/// Returns true if NTFS can assign these short names to another path in the same folder.
fn is_short_path(short: &[String], long: &[String]) -> bool {
    let fits = |(short, long): (&String, &String)| short == long || is_short_name(short, long);
    short.len() == long.len() && short != long && short.iter().zip(long).all(fits)
}

/// Returns true if NTFS can assign this short name to a file: six characters, `~` and a number; fewer characters before
/// longer numbers; from the fifth name on, two characters and a checksum of four digits.
fn is_short_name(short: &str, long: &str) -> bool {
    let halves = |name: &str| {
        let (base, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        (base.to_owned(), ending.to_owned())
    };
    let ((base, ending), (long_base, long_ending)) = (halves(short), halves(long));
    let kept = |text: &str| -> Vec<char> {
        let text = text.chars().filter(|c| !matches!(c, ' ' | '.'));
        text.map(|c| if "+,;=[]".contains(c) { '_' } else { c })
            .collect()
    };
    let (long_base, long_ending) = (kept(&long_base), kept(&long_ending));
    let Some((start, number)) = base.rsplit_once('~') else {
        return false;
    };
    let start: Vec<char> = start.chars().collect();
    let digits = number.len();
    if digits == 0 || digits > 6 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let room = 7 - digits;
    let cut: Vec<char> = long_base.iter().copied().take(room).collect();
    let summed = start.len() == 6
        && digits == 1
        && long_base.starts_with(&start[..2])
        && start[2..].iter().all(char::is_ascii_hexdigit);
    let same_ending = long_ending.iter().take(3).copied().eq(ending.chars());
    same_ending && (start == cut || summed)
}

fn find(data: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let rest = data.get(from..)?;
    rest.windows(what.len())
        .position(|window| window == what)
        .map(|at| from + at)
}

/// Reads a little-endian number of 2 or 4 bytes.
fn little_endian(data: &[u8], at: usize, width: usize) -> Option<usize> {
    let bytes = data.get(at..)?.get(..width)?;
    let value = bytes
        .iter()
        .rev()
        .fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
    usize::try_from(value).ok()
}
