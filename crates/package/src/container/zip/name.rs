//! Names of entries, and how readers resolve them.
//!
//! A name is resolved in every way that a reader in use resolves it. The entry has a role only if all of them agree.

use super::canonical;
use super::directory::{Entry, FLAG_UTF8};
use super::extra::UnicodePath;
use crate::model::{HeadKind, Role};
use crate::path::{self, profile, role, unicode::lowercase};

/// A resolved name.
#[derive(Debug)]
pub(crate) struct EntryName {
    /// The path with `/`, for the report.
    pub(crate) path: String,
    /// What the entry is for.
    pub(crate) role: Option<Role>,
    /// What kind of container the entry is, if it can be one.
    pub(crate) nested: Option<Nested>,
    /// True for metadata of macOS or Windows.
    pub(super) is_metadata: bool,
    /// True if the entry is in another folder in another code page.
    pub(super) is_split: bool,
    /// True if readers disagree about the role, or if any of them rejects the name.
    pub(super) is_ambiguous: bool,
    /// The path as the most lenient reader resolves it.
    pub(super) tidied: String,
    /// A key that is the same for all names that any system takes for one.
    pub(super) key: String,
}

impl EntryName {
    /// Returns true for a part or a container, according to the name or the first bytes of the entry.
    pub(super) fn matters(&self) -> bool {
        self.role.is_some() || self.nested.is_some_and(|nested| nested != Nested::Text)
    }
}

/// A file inside a zip that can be an input of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nested {
    /// A zip, according to its name.
    NamedZip,
    /// A zip, according to its content.
    Zip,
    /// A program or cabinet, according to its content.
    Program,
    /// A text, which can be a document or end in a zip.
    Text,
}

/// Returns what a file inside a zip can be on its own, according to its name (some systems name a second download
/// "vpn.zip (1)") or to its first bytes.
pub(super) fn nested(name: &EntryName, head: Option<HeadKind>) -> Option<Nested> {
    let file = name.path.rsplit('/').next().unwrap_or_default();
    match (name.role, head) {
        _ if name.is_metadata => None,
        (Some(role), _) if role.can_make_package() => None,
        _ if file.to_ascii_lowercase().contains(".zip") => Some(Nested::NamedZip),
        (None, Some(HeadKind::Zip)) => Some(Nested::Zip),
        (None, Some(HeadKind::Program | HeadKind::Cabinet)) => Some(Nested::Program),
        (None, Some(HeadKind::Text)) => Some(Nested::Text),
        _ => None,
    }
}

/// Resolves an entry's name.
pub(super) fn resolve(entry: &Entry) -> EntryName {
    let (main, shapes, mut others) = readings(entry);
    let components = path::components(&main);
    let own_role = role(&components);
    let is_metadata = path::is_metadata(&components);
    let path = entry_path(entry);
    let tidied = tidy(&main);
    let key = canonical::key(&tidied);
    // The role must not depend on the reader, and neither must the name of a part; those of its folders can.
    let identity = |reading: &str| {
        let components = path::components(reading);
        let role = role(&components)?;
        let name = components.last().map(|name| name.to_ascii_lowercase());
        Some((role, name.filter(|_| role.makes_package())))
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
    // Most readers agree.
    others.retain(|other| *other != main);
    let refused =
        odd(&main) && (own.is_some() || others.iter().any(|other| identity(other).is_some()));
    // A certificate beside a profile's text belongs to the profile, so neither's name can depend on the reader.
    let moved = main.is_ascii()
        && matches!(&entry.unicode, UnicodePath::Valid(path) if *path != main
            && (of_profile(path) || of_profile(&main)));
    // A backslash can be half of a character there.
    let is_split = matches!(own_role, None | Some(Role::UnplacedCertificate))
        && of_profile(&main)
        && shapes
            .iter()
            .any(|shape| path::components(shape).len() != components.len());
    // The name of a copy can have any characters, if the role stays the same.
    let part_role = own_role.filter(|role| role.makes_package());
    let replaced =
        !main.is_ascii() && replaced_role(&main).is_some_and(|role| part_role != Some(role));
    // No real zip contains names that lead out of the folder.
    let upwards = components.contains(&"..");
    let is_ambiguous = (upwards
        || replaced
        || refused
        || moved
        || others.iter().any(|other| identity(other) != own))
        && !is_download_mark;
    EntryName {
        path,
        role: own_role,
        nested: None,
        is_split,
        is_metadata,
        is_ambiguous,
        tidied,
        key,
    }
}

/// Returns the name as most readers decode it, its shapes in code pages with characters of two bytes
/// ([`double_byte_shape`]), and the name as other readers decode it.
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

/// Returns the path for the report. The code page of bytes that aren't UTF-8 isn't known.
pub(super) fn entry_path(entry: &Entry) -> String {
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
    path::components(&name).join("/")
}

/// Returns the name as a reader sees it whose code page has characters of two bytes (932; 936, 949 and 950, which have more
/// first bytes), with a replacement character for each: the second byte can be that of a backslash.
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

/// Returns the name as the most lenient reader resolves it: cut at NUL, without control characters, `:` as a separator,
/// without trailing dots and blanks, with `..` followed.
fn tidy(name: &str) -> String {
    let cut = name.split('\0').next().unwrap_or_default();
    let clean: String = cut
        .chars()
        .filter(|c| !is_control(*c))
        .map(|c| if c == ':' { '/' } else { c })
        .collect();
    let mut path: Vec<&str> = Vec::new();
    for component in path::components(&clean) {
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

/// Returns the name as readers on Windows write it: with a replacement for the characters that Windows forbids.
fn replaced(name: &str) -> String {
    name.replace(['?', '*', '|', '<', '>', '"'], "_")
}

/// Returns the name as Info-ZIP writes it: without the version number of VMS.
fn without_version(name: &str) -> &str {
    match name.rsplit_once(';') {
        Some((file, version)) if version.bytes().all(|byte| byte.is_ascii_digit()) => file,
        _ => name,
    }
}

/// Returns true for a name that a profile's certificate, or a text beside it, can have.
fn of_profile(name: &str) -> bool {
    profile::is_text(name) || profile::is_certificate(name)
}

/// Returns true for the `:Zone.Identifier` stream of a file with an ordinary name: no reader takes it for the file.
fn is_mark_of_download(name: &str) -> bool {
    path::marked_file(name).is_some_and(|file| !odd(file))
}

/// Characters that some code page replaces with a separator: 932 and 949 have currency signs in the place of the backslash.
const SEPARATORS: [char; 9] = [
    '¥', '₩', '＼', '／', '\u{2044}', '\u{2215}', '\u{2216}', '\u{2236}', '：',
];

/// Returns the role that a file gets where a program on Windows asks for its name in an old code page: any character that
/// isn't ASCII can be replaced with a similar one.
fn replaced_role(name: &str) -> Option<Role> {
    let file = name.rsplit(SEPARATORS).next().unwrap_or(name);
    let file = lowercase(file.rsplit(['/', '\\']).next().unwrap_or(file));
    PART_NAMES.iter().find_map(|known| {
        let begins: String = known
            .chars()
            .zip(file.chars())
            .map(|(own, c)| if c.is_ascii() { c } else { own })
            .collect();
        let ascii = file
            .chars()
            .take(known.len())
            .filter(char::is_ascii)
            .count();
        let fits = begins == *known && ascii.saturating_mul(2) > known.len();
        let rest: String = file.chars().skip(known.len()).collect();
        let whole = format!("{known}{rest}");
        fits.then(|| role(&path::components(&whole))).flatten()
    })
}

/// Names, or beginnings of names, of parts.
const PART_NAMES: [&str; 6] = [
    "vpnsettings.xml",
    "vpnprofilesetup.ps1",
    "vpnserverroot",
    "azurevpnconfig",
    "vpnconfig",
    "vpnclientsetup",
];

/// Splits a path into folder and file.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Returns true if some system can give this name to a file with another name.
pub(super) fn may_be_mapped(name: &str) -> bool {
    !name.is_ascii() || name.split('/').any(|part| short_form(part).is_some())
}

/// Returns true if some system takes a name for another: the short name that NTFS or FAT gives it, or one in which an old
/// code page replaces what isn't ASCII.
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

/// Applies [`may_become`] to each pair of names of two paths.
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

/// Returns what is before `~` and a number, and the ending, of a name in the form of a short name.
fn short_form(name: &str) -> Option<(&str, &str)> {
    let (base, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let (start, number) = base.rsplit_once('~')?;
    let numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    (numbered && base.len() <= 8 && ending.len() <= 3).then_some((start, ending))
}

/// Returns true if a long name can have this short name: its first characters, or (after four names with the same short
/// one) two of them and four digits of a checksum; and three characters of its ending.
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

/// Returns the name as Windows takes it: what follows a colon is a stream of the file before it.
fn without_streams(name: &str) -> String {
    let components = path::components(name).into_iter();
    let files: Vec<&str> = components
        .map(|part| part.split(':').next().unwrap_or_default())
        .collect();
    files.join("/")
}

/// Returns true for the control characters of ASCII; those of Latin-1 are halves of characters in other code pages.
fn is_control(c: char) -> bool {
    c.is_ascii_control()
}

/// Returns true for names that some readers reject or change: absolute, with a drive, `..`, or control characters.
fn odd(name: &str) -> bool {
    name.starts_with(['/', '\\'])
        || name.contains(':')
        || name.chars().any(is_control)
        || path::components(name).contains(&"..")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &[u8]) -> Entry {
        Entry {
            name: name.to_vec(),
            unicode: UnicodePath::Absent,
            flags: 0,
            method: 0,
            crc: 0,
            packed: 0,
            unpacked: 0,
            stamp: 0,
            external: 0,
            made_by_host: 0,
            start: 0,
            data: 0,
            head: Vec::new(),
            unusual: false,
        }
    }

    #[test]
    fn names_that_all_readers_resolve_alike_have_their_role() {
        for (name, path, role) in [
            (
                "Generic\\VpnSettings.xml",
                "Generic/VpnSettings.xml",
                Some(Role::VpnSettings),
            ),
            (
                "./a//VpnSettings.XML",
                "a/VpnSettings.XML",
                Some(Role::VpnSettings),
            ),
            (
                "東京/VpnServerRoot - コピー.cer",
                "東京/VpnServerRoot - コピー.cer",
                Some(Role::ServerRoot),
            ),
            ("photos (2019)/a:b?.jpg", "photos (2019)/a:b?.jpg", None),
            (
                "VpnSettings.xml:Zone.Identifier",
                "VpnSettings.xml:Zone.Identifier",
                None,
            ),
        ] {
            let found = resolve(&Entry {
                flags: FLAG_UTF8,
                ..entry(name.as_bytes())
            });
            assert_eq!((found.path.as_str(), found.role), (path, role), "{name}");
            assert!(!found.is_ambiguous, "{name}");
        }
    }

    #[test]
    fn names_that_readers_resolve_differently_are_ambiguous() {
        for name in [
            &b"../VpnSettings.xml"[..],
            b"a/../b.txt",
            b"/VpnSettings.xml",
            b"C:\\VpnSettings.xml",
            b"VpnSettings.xml.",
            b"VpnSettings.xml ",
            b"VpnSettings.xml:x",
            b"VpnSettings.xml;1",
            b"VpnSettings.xml\0.txt",
            b"a\0/VpnSettings.xml",
            b"Vpn\x01Settings.xml",
            b"azurevpnconfig?.xml",
            "VpnSetting\u{17F}.xml".as_bytes(),
            "Generic\u{FF0F}VpnSettings.xml".as_bytes(),
            "VpnSettings\u{2024}xml".as_bytes(),
            b"\x83\\VpnSettings.xml.",
            b"azurevpnconfig\x83\\a.xml",
        ] {
            assert!(
                resolve(&entry(name)).is_ambiguous,
                "{:?}",
                String::from_utf8_lossy(name)
            );
        }
    }

    #[test]
    fn a_unicode_path_with_another_role_is_ambiguous() {
        let with = |name: &str, path: &str| {
            let unicode = UnicodePath::Valid(path.to_owned());
            resolve(&Entry {
                unicode,
                ..entry(name.as_bytes())
            })
        };
        assert!(with("a.txt", "VpnSettings.xml").is_ambiguous);
        assert!(with("a.cer", "b.cer").is_ambiguous);
        assert!(!with("a.txt", "é.txt").is_ambiguous);
        assert!(!with("VpnSettings.xml", "VpnSettings.xml").is_ambiguous);
        let doubtful = UnicodePath::Doubtful(vec!["VpnSettings.xml".to_owned()]);
        assert!(
            resolve(&Entry {
                unicode: doubtful,
                ..entry(b"a.txt")
            })
            .is_ambiguous
        );
    }

    #[test]
    fn a_backslash_that_can_be_half_a_character_splits_the_name_of_a_profiles_file() {
        assert!(resolve(&entry(b"\x83\\g.cms")).is_split);
        assert!(!resolve(&entry(b"a\\g.cms")).is_split);
        assert!(
            !resolve(&Entry {
                flags: FLAG_UTF8,
                ..entry(b"\x83\\g.cms")
            })
            .is_split
        );
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_shown_as_replacement_characters() {
        assert_eq!(entry_path(&entry(b"a\\\x83\x4B.txt")), "a/\u{FFFD}K.txt");
    }

    #[test]
    fn names_that_become_one_have_one_key() {
        let key = |name: &str| resolve(&entry(name.as_bytes())).key;
        for (one, other) in [
            ("a/B.txt", "A\\b.txt"),
            ("a/b.txt", "a/./b.txt. "),
            ("\u{E9}", "e\u{301}"),
            ("a:b", "a/b"),
        ] {
            assert_eq!(key(one), key(other));
        }
        assert_ne!(key("a.txt"), key("b.txt"));
    }

    #[test]
    fn a_file_inside_a_zip_can_be_an_input_by_its_name_or_first_bytes() {
        for (name, head, expected) in [
            ("vpn.zip (1)", None, Some(Nested::NamedZip)),
            ("a.bin", Some(HeadKind::Zip), Some(Nested::Zip)),
            ("a.bin", Some(HeadKind::Cabinet), Some(Nested::Program)),
            ("a.bin", Some(HeadKind::Text), Some(Nested::Text)),
            ("a.bin", None, None),
            ("__MACOSX/vpn.zip", None, None),
            ("azurevpnconfig.zip.xml", None, None),
        ] {
            assert_eq!(
                nested(&resolve(&entry(name.as_bytes())), head),
                expected,
                "{name}"
            );
        }
    }

    #[test]
    fn a_short_name_may_become_a_long_one() {
        for (name, other, expected) in [
            ("vpnset~1.xml", "vpnsettings.xml", true),
            ("vp1a2b~1.xml", "vpnsettings.xml", true),
            ("vpnset~1.cer", "vpnsettings.xml", false),
            ("vpnset~1.xm", "vpnsettings.xml", false),
            ("other~1.xml", "vpnsettings.xml", false),
            ("vpnsett\u{E9}ngs.xml", "vpnsettings.xml", true),
            ("vpnsett\u{E9}ng.xml", "vpnsettings.xml", false),
            ("\u{E9}\u{E9}\u{E9}", "abc", false),
        ] {
            assert_eq!(may_become(name, other), expected, "{name}");
            assert!(may_be_mapped(name), "{name}");
        }
        assert!(!may_be_mapped("a/vpnsettings.xml") && !may_be_mapped("vpnsettings~1.xml"));
        assert!(path_may_become("a/progra~1", "a/program files"));
        assert!(!path_may_become("a/progra~1", "program files"));
    }
}
