//! Names of entries, and the ways in which readers resolve them.
//!
//! A name is read in every way that a reader in use reads it. Only if all of them come to the same place is the
//! entry taken for that place.

use super::canonical;
use super::directory::{Entry, FLAG_UTF8};
use super::extra::UnicodePath;
use crate::{Look, PartKind, place, program};

/// A name, resolved.
#[derive(Debug)]
pub(super) struct Resolved {
    /// The path with `/`, for people and for the report.
    pub(super) path: String,
    /// What the entry is by its place.
    pub(super) kind: Option<PartKind>,
    /// A container inside the zip.
    pub(super) nested: Option<Nested>,
    /// What macOS leaves beside the files.
    pub(super) nothing: bool,
    /// In another code page it lies in another folder.
    pub(super) cut: bool,
    /// Readers disagree about the place, or one of them refuses the name.
    pub(super) ambiguous: bool,
    /// The path as the most obliging reader makes it.
    pub(super) tidied: String,
    /// Names that become one after tidying have one key.
    pub(super) key: String,
}

/// A container inside a zip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nested {
    /// A zip by its name.
    NamedZip,
    /// A zip by its content.
    Zip,
    /// A program or cabinet by its content.
    Program,
    /// A text that may turn out to be a document, or to end in a zip.
    Text,
}

/// The container that a file inside a zip is, by its name (downloaded again it is called "vpn.zip (1)" by some) or by what
/// it begins with.
pub(super) fn nested(name: &Resolved, look: Option<Look>) -> Option<Nested> {
    let file = name.path.rsplit('/').next().unwrap_or_default();
    match (name.kind, look) {
        _ if name.nothing => None,
        (Some(kind), _) if place::is_place(kind) || kind == PartKind::Renamed => None,
        _ if file.to_ascii_lowercase().contains(".zip") => Some(Nested::NamedZip),
        (None, Some(Look::Zip)) => Some(Nested::Zip),
        (None, Some(Look::Program | Look::Cabinet)) => Some(Nested::Program),
        (None, Some(Look::Text)) => Some(Nested::Text),
        _ => None,
    }
}

/// Resolves an entry's name.
pub(super) fn resolve(entry: &Entry) -> Resolved {
    let (main, shapes, mut others) = readings(entry);
    let components = place::components(&main);
    let kind = place::place(&components);
    let nothing = place::is_nothing(&components);
    let path = path(entry);
    let tidied = tidy(&main);
    let key = canonical::key(&tidied);
    // The same part in the same folder of the same kind, or another one: that is what must not depend on the
    // reader. The file's own name matters, those of the folders around it don't.
    let identity = |reading: &str| {
        let components = place::components(reading);
        let kind = place::place(&components)?;
        let name = components.last().map(|name| name.to_ascii_lowercase());
        Some((kind, name.filter(|_| place::is_place(kind))))
    };
    let own = identity(&main);
    let is_download_mark =
        is_mark_of_download(&main) && others.iter().all(|name| is_mark_of_download(name));
    others.extend(shapes.iter().cloned());
    others.push(without_streams(&main));
    others.push(replaced(&main));
    others.push(without_version(&main).to_owned());
    others.push(tidied.clone());
    if !main.is_ascii() {
        others.push(canonical::folded(&main));
    }
    let refused =
        odd(&main) && (own.is_some() || others.iter().any(|other| identity(other).is_some()));
    // What lies beside a profile's text is evidence, so neither's name may hang on the reader.
    let moved = main.is_ascii()
        && matches!(&entry.unicode, UnicodePath::Valid(path) if *path != main
            && (of_profile(path) || of_profile(&main)));
    // The backslash may be half of a character there.
    let cut = matches!(kind, None | Some(PartKind::Stray))
        && of_profile(&main)
        && shapes
            .iter()
            .any(|shape| place::components(shape).len() != components.len());
    // A copy may bear any letters, so long as it stays what it is.
    let kind_of =
        |name: &str| place::place(&place::components(name)).filter(|kind| place::is_place(*kind));
    let replaced =
        !main.is_ascii() && replaced_kind(&main).is_some_and(|kind| kind_of(&main) != Some(kind));
    // No writer of zips leads out of the folder.
    let upwards = components.contains(&"..");
    let ambiguous = (upwards
        || replaced
        || refused
        || moved
        || others.iter().any(|other| identity(other) != own))
        && !is_download_mark;
    Resolved {
        path,
        kind,
        nested: None,
        cut,
        nothing,
        ambiguous,
        tidied,
        key,
    }
}

/// The name as most readers read it; what is left of it in code pages with characters of two bytes; and as others read
/// it.
fn readings(entry: &Entry) -> (String, Vec<String>, Vec<String>) {
    let bytes = &entry.name;
    let (mut shapes, mut others) = (Vec::new(), Vec::new());
    let main = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => latin(bytes),
    };
    if entry.flags & FLAG_UTF8 == 0 && !bytes.is_ascii() {
        shapes.push(double_byte_shape(
            bytes,
            |byte| matches!(byte, 0x81..=0x9F | 0xE0..=0xFC),
        ));
        shapes.push(double_byte_shape(bytes, |byte| {
            (0x81..=0xFE).contains(&byte)
        }));
        others.push(latin(bytes));
    }
    match &entry.unicode {
        UnicodePath::Absent => {}
        UnicodePath::Valid(path) => others.push(path.clone()),
        UnicodePath::Doubtful(paths) => others.extend(paths.iter().cloned()),
    }
    (main, shapes, others)
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// The path for people and for the report: which characters the bytes of an old code page stand for is not known.
pub(super) fn path(entry: &Entry) -> String {
    let name = match std::str::from_utf8(&entry.name) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            let known = |byte: &u8| match byte {
                0x80.. => char::REPLACEMENT_CHARACTER,
                ascii => char::from(*ascii),
            };
            entry.name.iter().map(known).collect()
        }
    };
    place::components(&name).join("/")
}

/// The name as a reader sees it whose code page has characters of two bytes (932; 936, 949 and 950, which have
/// more first bytes): the second one may be the backslash's. Such characters are shown as one that is no letter.
fn double_byte_shape(bytes: &[u8], first: impl Fn(u8) -> bool) -> String {
    let mut shape = String::new();
    let mut rest = bytes;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            byte if first(*byte) => {
                if let Some((0x40..=0x7E | 0x80..=0xFE, after)) = rest.split_first() {
                    rest = after;
                }
                shape.push('\u{FFFD}');
            }
            0x80.. => shape.push('\u{FFFD}'),
            ascii => shape.push(char::from(*ascii)),
        }
    }
    shape
}

/// The name as the most obliging reader makes it: cut at NUL, without control characters, `:` a separator,
/// trailing dots and blanks gone, `..` walked.
fn tidy(name: &str) -> String {
    let cut = name.split('\0').next().unwrap_or_default();
    let clean: String = cut
        .chars()
        .filter(|c| !is_control(*c))
        .map(|c| if c == ':' { '/' } else { c })
        .collect();
    let mut path: Vec<&str> = Vec::new();
    for component in place::components(&clean) {
        if component == ".." {
            path.pop();
            continue;
        }
        let trimmed = component.trim_end_matches(['.', ' ']);
        if !trimmed.is_empty() {
            path.push(trimmed);
        }
    }
    path.join("/")
}

/// The name as readers on Windows write it: what Windows forbids is replaced.
fn replaced(name: &str) -> String {
    name.replace(['?', '*', '|', '<', '>', '"'], "_")
}

/// The name as Info-ZIP writes it: without the version number of VMS.
fn without_version(name: &str) -> &str {
    match name.rsplit_once(';') {
        Some((file, version)) if version.bytes().all(|byte| byte.is_ascii_digit()) => file,
        _ => name,
    }
}

/// Whether a name could be that of a profile's certificate or of a text beside it.
fn of_profile(name: &str) -> bool {
    program::text_file(name) || program::certificate_name(name)
}

/// Returns true for the `:Zone.Identifier` stream of a file with an ordinary name: no reader takes it for the file itself.
fn is_mark_of_download(name: &str) -> bool {
    place::marked_file(name).is_some_and(|file| !odd(file))
}

/// Characters that some code page replaces by a separator: 932 and 949 have signs of money in the place of the backslash.
const SEPARATORS: [char; 9] = [
    '¥', '₩', '＼', '／', '\u{2044}', '\u{2215}', '\u{2216}', '\u{2236}', '：',
];

/// The part that a file becomes where a program on Windows asks for its name in an old code page: any character that is
/// not ASCII may be replaced by one that looks like it.
fn replaced_kind(name: &str) -> Option<PartKind> {
    let file = name.rsplit(SEPARATORS).next().unwrap_or(name);
    let file = file
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or(file)
        .to_lowercase();
    PLACES.iter().find_map(|place| {
        let begins: String = place
            .chars()
            .zip(file.chars())
            .map(|(own, c)| if c.is_ascii() { c } else { own })
            .collect();
        let ascii = file
            .chars()
            .take(place.len())
            .filter(char::is_ascii)
            .count();
        let fits = begins == *place && ascii.saturating_mul(2) > place.len();
        let rest: String = file.chars().skip(place.len()).collect();
        let whole = format!("{place}{rest}");
        fits.then(|| place::place(&place::components(&whole)))
            .flatten()
    })
}

/// How the files are called, or begin to be called, that are parts by their names.
const PLACES: [&str; 6] = [
    "vpnsettings.xml",
    "vpnprofilesetup.ps1",
    "vpnserverroot",
    "azurevpnconfig",
    "vpnconfig",
    "vpnclientsetup",
];

/// The folder and the file of a path.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Returns true if some system may give this name to a file with another name.
pub(super) fn may_be_mapped(name: &str) -> bool {
    !name.is_ascii() || name.split('/').any(|part| short_form(part).is_some())
}

/// Whether some system takes a name for another: the short one that NTFS or FAT makes of it, or one in which an old code
/// page replaces what is not ASCII.
pub(super) fn may_become(name: &str, other: &str) -> bool {
    if let Some((start, ending)) = short_form(name) {
        return is_short_of(start, ending, other);
    }
    let mut ascii = 0_usize;
    let mut count = 0_usize;
    let mut others = other.chars();
    let alike = name.chars().all(|c| {
        count = count.saturating_add(1);
        ascii = ascii.saturating_add(usize::from(c.is_ascii()));
        others
            .next()
            .is_some_and(|other| c == other || !c.is_ascii())
    });
    alike && others.next().is_none() && ascii.saturating_mul(2) > count
}

/// Applies [`may_become`] to the names of two paths, one by one.
pub(super) fn path_may_become(path: &str, other: &str) -> bool {
    let (mut names, mut others) = (path.split('/'), other.split('/'));
    loop {
        match (names.next(), others.next()) {
            (None, None) => return true,
            (Some(name), Some(other)) if name == other || may_become(name, other) => {}
            _ => return false,
        }
    }
}

/// What stands before `~` and a number, and the ending, of a name in the form of a short one.
fn short_form(name: &str) -> Option<(&str, &str)> {
    let (base, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let (start, number) = base.rsplit_once('~')?;
    let numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    (numbered && base.len() <= 8 && ending.len() <= 3).then_some((start, ending))
}

/// Whether a long name may have this short one: at least its first characters, or, after four names that would be one, two
/// of them and four digits of a sum; and three of its ending.
fn is_short_of(start: &str, ending: &str, long: &str) -> bool {
    let kept = |c: &char| !matches!(c, ' ' | '.');
    let clean = |c: char| if "+,;=[]".contains(c) { '_' } else { c };
    let begins = |text: &str, start: &str| {
        let mut chars = text.chars().filter(kept).map(clean);
        start.chars().all(|c| chars.next() == Some(c))
    };
    let (base, long_ending) = long.rsplit_once('.').unwrap_or((long, ""));
    let summed = start.split_at_checked(2).is_some_and(|(two, sum)| {
        begins(base, two) && sum.len() == 4 && sum.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    let length = long_ending.chars().filter(kept).count().min(3);
    (begins(base, start) || summed) && begins(long_ending, ending) && ending.len() == length
}

/// The name as Windows takes it: what follows a colon is a stream of the file before it.
fn without_streams(name: &str) -> String {
    let components = place::components(name).into_iter();
    let files: Vec<&str> = components
        .map(|part| part.split(':').next().unwrap_or_default())
        .collect();
    files.join("/")
}

/// ASCII's control characters; those of Latin-1 are halves of characters in other code pages.
fn is_control(c: char) -> bool {
    c.is_ascii_control()
}

/// Names that some readers refuse or change: absolute, with a drive, upwards, with control characters.
fn odd(name: &str) -> bool {
    name.starts_with(['/', '\\'])
        || name.contains(':')
        || name.chars().any(is_control)
        || place::components(name).contains(&"..")
}
