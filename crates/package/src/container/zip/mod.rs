//! Zips (APPNOTE 6.3.10): accepts only what every reader sees in the same way.
//!
//! End record, directory, local headers and names are checked here, and each entry's DEFLATE stream to its last byte. The
//! zip crate, an independent parser, must find the same entries.

mod canonical;
mod directory;
mod end_record;
mod extra;
mod name;
mod unpack;

pub(crate) use end_record::{EndRecord, EocdScan, scan, scan_bytes};
pub(crate) use name::Nested;
pub(crate) use unpack::{Head, Unpacker, check_with_second_parser, unpack, verify};

use super::folder::{self, Group};
use crate::bytes::ByteReader;
use crate::model::{Error, ErrorKind, HeadKind, Limits, Role, Timestamp};
use crate::path;
use directory::Entry;
use name::EntryName;
use std::collections::HashMap;

/// The folders of the vendor's own layout.
const VENDOR_FOLDERS: [&str; 6] = [
    "Generic",
    "WindowsAmd64",
    "WindowsX86",
    "OpenVPN",
    "AzureVPN",
    "WindowsPowershell",
];

/// A zip whose headers agree.
pub(crate) struct Archive {
    pub(crate) members: Vec<Member>,
    /// True if the zip differs from the vendor's own layout.
    pub(crate) rezipped: bool,
    /// Number that is added to every offset in the zip, because other data comes first.
    archive_offset: u64,
    directory_start: u64,
}

/// An entry with its resolved name.
pub(crate) struct Member {
    pub(crate) entry: Entry,
    pub(crate) name: EntryName,
    /// True if the entry belongs to an unpacked package in the zip.
    pub(crate) in_package: bool,
}

/// What is unpacked first, and so reaches the limits last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rank {
    /// Parts of a package.
    InPackage,
    /// Other files of a package, and files on their own with a role or a zip's name.
    Named,
    /// Files of which only the content can be of interest.
    Other,
}

impl Archive {
    /// Reads directory and headers.
    ///
    /// # Errors
    ///
    /// The faults of a zip ([`ErrorClass::Unreadable`](crate::ErrorClass::Unreadable) and `Ambiguous`), or a limit.
    pub(crate) fn read(
        reader: &mut ByteReader<'_>,
        end: &EndRecord,
        limits: &Limits,
    ) -> Result<Self, Error> {
        let entries = directory::read(reader, end, limits)
            .map_err(|error| reader.failure().map_or(error, Error::whole))?;
        let first = entries.iter().map(|entry| entry.start).min();
        let differs = |entry: &Entry| entry.unusual || !is_vendor_name(&entry.name);
        let rezipped =
            end.unusual || first.is_some_and(|start| start != 0) || entries.iter().any(differs);
        let members = entries.into_iter().map(|entry| Member {
            name: name::resolve(&entry),
            entry,
            in_package: false,
        });
        Ok(Archive {
            members: members.collect(),
            rezipped,
            archive_offset: end.archive_offset,
            directory_start: end.directory_start,
        })
    }

    /// Returns the offset of the first entry: what is before it isn't the zip's.
    pub(crate) fn first_entry(&self) -> u64 {
        let starts = self.members.iter().map(|member| member.entry.start);
        starts.min().unwrap_or(self.directory_start)
    }

    /// Returns the offset of the directory: all entries are before it.
    pub(crate) fn directory_start(&self) -> u64 {
        self.directory_start
    }

    /// Determines the roles of all entries, and rejects names about which readers disagree.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ZipName`], [`ErrorKind::ZipUnicodeName`], [`ErrorKind::ZipFileOrFolder`],
    /// [`ErrorKind::ZipDuplicateName`], [`ErrorKind::ZipEncryptionDiffers`].
    pub(crate) fn assign_roles(&mut self, heads: &[Option<HeadKind>]) -> Result<(), Error> {
        let roles_of = |path: fn(&EntryName) -> &str| {
            let paths: Vec<&str> = self
                .members
                .iter()
                .map(|member| path(&member.name))
                .collect();
            path::roles(&paths, heads)
        };
        let roles = roles_of(|name| &name.path);
        // A certificate can belong to a profile only for a reader that tidies names.
        let tidied = roles_of(|name| &name.tidied);
        // Files that are in one folder in some code page can be a profile and its certificate.
        let any = |wanted| roles.contains(&Some(wanted));
        let profile = any(Role::ProfileText)
            && (any(Role::UnplacedCertificate) || any(Role::ProfileCertificate));
        let mut files = HashMap::new();
        let of_entries = roles.iter().zip(tidied).zip(heads);
        for (member, ((role, tidied), head)) in self.members.iter_mut().zip(of_entries) {
            let Member { entry, name, .. } = member;
            name.role = *role;
            name.is_ambiguous |= name.is_split && profile;
            name.is_ambiguous |=
                role.is_some_and(Role::makes_package) != tidied.is_some_and(Role::makes_package);
            name.nested = name::nested(name, *head).filter(|_| !entry.named_as_folder());
            check_name(entry, name, &mut files)?;
            if entry.named_as_folder() {
                name.role = None;
            }
        }
        check_mapped_names(&self.members)?;
        check_encryption(&self.members)
    }

    /// Groups the entries as a folder's files ([`folder::group`]).
    pub(crate) fn group(&mut self) -> Vec<Group> {
        // Every path begins with a name for the whole.
        let paths: Vec<String> = self
            .members
            .iter()
            .map(|member| format!("zip/{}", member.name.path))
            .collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let roles: Vec<Option<Role>> = self.members.iter().map(|member| member.name.role).collect();
        let groups = folder::group(&paths, &roles);
        let packages = groups.iter().filter(|group| group.unpacked);
        for index in packages.flat_map(|group| &group.files) {
            if let Some(member) = self.members.get_mut(*index) {
                member.in_package = true;
            }
        }
        groups
    }

    /// Returns true for an Office document: Office Open XML, or OpenDocument.
    pub(crate) fn is_office(&self) -> bool {
        const FOLDERS: [&str; 4] = ["word/", "xl/", "ppt/", "visio/"];
        let any = |wanted: &dyn Fn(&str) -> bool| {
            self.members.iter().any(|member| wanted(&member.name.path))
        };
        let open_xml = any(&|path| path == "[Content_Types].xml")
            && any(&|path| FOLDERS.iter().any(|folder| path.starts_with(folder)));
        let open_document = any(&|path| path == "mimetype") && any(&|path| path == "content.xml");
        open_xml || open_document
    }

    /// Returns true for an app or a Java archive: .apk, .jar, .msix, .msixbundle, .ipa.
    pub(crate) fn is_app(&self) -> bool {
        const FILES: [&str; 4] = [
            "AndroidManifest.xml",
            "META-INF/MANIFEST.MF",
            "AppxManifest.xml",
            "AppxMetadata/AppxBundleManifest.xml",
        ];
        self.members.iter().any(|member| {
            let path = member.name.path.as_str();
            FILES.contains(&path)
                || path.starts_with("Payload/") && path.ends_with(".app/Info.plist")
        })
    }
}

impl Member {
    /// Returns the first unpacked bytes of an entry whose name doesn't say what it is; see [`unpack::head`].
    pub(crate) fn head(
        &self,
        reader: &mut ByteReader<'_>,
        limits: &Limits,
    ) -> Result<Option<unpack::Head>, ErrorKind> {
        let wanted = path::needs_head(&self.name.path) && !self.entry.named_as_folder();
        wanted
            .then(|| unpack::head(reader, &self.entry, limits))
            .transpose()
    }

    /// Returns true if the entry is a part, or a file that can be an input of its own.
    pub(crate) fn is_candidate(&self) -> bool {
        let role = self.name.role;
        role.is_some_and(|role| self.in_package || role != Role::ProfileText)
            || self.name.nested.is_some()
    }

    /// Returns the rank of the entry.
    pub(crate) fn rank(&self) -> Rank {
        match self.name.role {
            Some(role) if self.in_package && role.can_make_package() => Rank::InPackage,
            Some(_) => Rank::Named,
            None if self.name.nested == Some(Nested::NamedZip) => Rank::Named,
            None => Rank::Other,
        }
    }

    /// Returns true if the entry isn't unpacked because it is larger than any part, and isn't named like one.
    pub(crate) fn is_passed_over(&self, limits: &Limits) -> bool {
        let named = self.name.role.is_some_and(Role::can_make_package)
            || self.name.nested == Some(Nested::NamedZip);
        !named && self.entry.unpacked > limits.part_bytes
    }

    /// Returns the entry's time stamp, which has steps of two seconds and no zone (MS-DOS), read as UTC; the vendor's own
    /// zips are in UTC.
    pub(crate) fn stamp(&self) -> Option<Timestamp> {
        let stamp = self.entry.stamp;
        let field = |shift: u32, mask: u32| u8::try_from((stamp >> shift) & mask).ok();
        let month = time::Month::try_from(field(21, 0xF)?).ok()?;
        let year = i32::try_from(stamp >> 25).ok()?.checked_add(1980)?;
        let day = time::Date::from_calendar_date(year, month, field(16, 0x1F)?).ok()?;
        let second = field(0, 0x1F)?.checked_mul(2)?;
        let clock = time::Time::from_hms(field(11, 0x1F)?, field(5, 0x3F)?, second).ok()?;
        Timestamp::from_unix(
            time::PrimitiveDateTime::new(day, clock)
                .assume_utc()
                .unix_timestamp(),
        )
    }
}

/// Most candidates in folders that another system can rename. Each is compared with every folder that contains a part.
const MAPPED_FOLDERS: usize = 64;

/// Rejects an entry whose name another system gives to a part as well: Windows makes short names, and programs replace
/// characters that their code page lacks. Unpacked there, one file overwrites the other.
fn check_mapped_names(members: &[Member]) -> Result<(), Error> {
    let refuse = |member: &Member| Err(Error::at(ErrorKind::ZipName, member.name.path.clone()));
    let is_target = |member: &&Member| {
        let role = member.name.role;
        role.is_some_and(Role::makes_package) || role == Some(Role::ProfileText)
    };
    // The targets by their folders.
    let mut positions: HashMap<String, usize> = HashMap::new();
    let mut targets: Vec<(&str, Vec<&str>)> = Vec::new();
    for member in members.iter().filter(is_target) {
        let (folder, file) = name::split(&member.name.key);
        let position = *positions.entry(folder.to_owned()).or_insert(targets.len());
        match targets.get_mut(position) {
            Some((_, files)) => files.push(file),
            None => targets.push((folder, vec![file])),
        }
    }
    let mut mapped_folders = 0_usize;
    for member in members.iter().filter(|member| !member.name.is_metadata) {
        let (folder, file) = name::split(&member.name.key);
        let position = positions.get(folder).filter(|_| name::may_be_mapped(file));
        let others = position.and_then(|position| targets.get(*position));
        let mapped = |other: &&str| file != *other && name::may_become(file, other);
        if others.is_some_and(|(_, files)| files.iter().any(mapped)) {
            return refuse(member);
        }
        if name::may_be_mapped(folder) && member.is_candidate() {
            mapped_folders = mapped_folders.saturating_add(1);
            let mapped =
                |(other, _): &(&str, _)| folder != *other && name::path_may_become(folder, other);
            if targets.iter().any(mapped) {
                return refuse(member);
            }
        }
        if mapped_folders > MAPPED_FOLDERS {
            return refuse(member);
        }
    }
    Ok(())
}

/// Rejects a name that readers resolve differently, and names that become one. `files` maps the keys so far to 1
/// if the entry has a role or is a container, else to 0.
fn check_name(
    entry: &Entry,
    name: &EntryName,
    files: &mut HashMap<String, usize>,
) -> Result<(), Error> {
    let at = |kind| Err(Error::at(kind, name.path.clone()));
    let part = name.role.is_some_and(Role::makes_package);
    if name.is_ambiguous {
        let unicode = entry.unicode != extra::UnicodePath::Absent;
        return at(if unicode {
            ErrorKind::ZipUnicodeName
        } else {
            ErrorKind::ZipName
        });
    }
    let content = entry.named_as_folder() && entry.unpacked > 0;
    if content || part && (entry.named_as_folder() || entry.marked_as_folder()) {
        return at(ErrorKind::ZipFileOrFolder);
    }
    if entry.named_as_folder() {
        return Ok(());
    }
    let matters = name.matters();
    let twin = files.insert(name.key.clone(), matters.into());
    if !name.is_metadata && twin.is_some_and(|twin| twin > 0 || matters) {
        return at(ErrorKind::ZipDuplicateName);
    }
    Ok(())
}

/// Rejects an encrypted first entry before parts that aren't encrypted: some readers take its flag for all.
fn check_encryption(members: &[Member]) -> Result<(), Error> {
    let encrypted = |member: &Member| member.entry.is_encrypted();
    let part = |member: &Member| member.name.role.is_some_and(Role::makes_package);
    let first_alone = members
        .first()
        .is_some_and(|first| encrypted(first) && !part(first))
        && members
            .iter()
            .any(|member| part(member) && !encrypted(member));
    if first_alone {
        Err(Error::whole(ErrorKind::ZipEncryptionDiffers))
    } else {
        Ok(())
    }
}

/// Returns true for `Folder\file` with a folder of the vendor's.
fn is_vendor_name(name: &[u8]) -> bool {
    let parts: Vec<&[u8]> = name.split(|byte| *byte == b'\\').collect();
    let known = |folder: &[u8]| {
        VENDOR_FOLDERS
            .iter()
            .any(|known| known.as_bytes() == folder)
    };
    matches!(parts.as_slice(), [folder, file] if known(folder) && !file.contains(&b'/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::container::test_support::{ZipEntry, zip};
    use std::io::Cursor;

    fn archive(entries: &[ZipEntry<'_>]) -> Archive {
        let bytes = zip(entries);
        let limits = Limits::default();
        let mut input = Cursor::new(bytes);
        let mut reader = ByteReader::new(&mut input, &limits).unwrap();
        let end = scan(&mut reader, &limits).end_record().unwrap();
        Archive::read(&mut reader, &end, &limits).unwrap()
    }

    fn error(entries: &[ZipEntry<'_>]) -> Option<ErrorKind> {
        let heads = vec![None; entries.len()];
        archive(entries)
            .assign_roles(&heads)
            .err()
            .map(|error| error.kind)
    }

    #[test]
    fn entries_have_roles_and_form_a_package() {
        let names = [
            "Generic\\VpnSettings.xml",
            "Generic\\a.txt",
            "OpenVPN\\vpnconfig.ovpn",
        ];
        let mut archive = archive(&names.map(|name| ZipEntry::stored(name, b"x")));
        archive.assign_roles(&[None; 3]).unwrap();
        let groups = archive.group();
        let files: Vec<&[usize]> = groups.iter().map(|group| &group.files[..]).collect();
        assert_eq!(files, [&[0, 2][..], &[1]]);
        let ranks: Vec<Rank> = archive.members.iter().map(Member::rank).collect();
        assert_eq!(ranks, [Rank::InPackage, Rank::Other, Rank::InPackage]);
        let stamp = archive.members[0].stamp().map(|stamp| stamp.to_string());
        assert_eq!(stamp.as_deref(), Some("2019-03-18T12:00:00Z"));
    }

    #[test]
    fn names_about_which_readers_disagree_are_rejected() {
        let entry = |name| ZipEntry::stored(name, b"x");
        let settings = entry("VpnSettings.xml");
        let unicode = [&[0x75, 0x70, 6, 0, 2, 0, 0, 0, 0], &b"b"[..]].concat();
        let unicode_part = ZipEntry {
            extra: &unicode,
            local_extra: &unicode,
            ..settings
        };
        let marked = ZipEntry {
            external: 0x10,
            ..settings
        };
        let encrypted = ZipEntry {
            flags: 1,
            ..entry("a.txt")
        };
        for (condition, entries, expected) in [
            (
                "one name",
                vec![settings, entry("a.txt"), entry("b.txt")],
                None,
            ),
            (
                "a trailing dot",
                vec![entry("VpnSettings.xml.")],
                Some(ErrorKind::ZipName),
            ),
            (
                "a short name",
                vec![settings, entry("vpnset~1.xml")],
                Some(ErrorKind::ZipName),
            ),
            (
                "a doubtful Unicode path",
                vec![unicode_part],
                Some(ErrorKind::ZipUnicodeName),
            ),
            (
                "a folder with content",
                vec![entry("a/")],
                Some(ErrorKind::ZipFileOrFolder),
            ),
            (
                "a part marked as a folder",
                vec![marked],
                Some(ErrorKind::ZipFileOrFolder),
            ),
            (
                "two parts",
                vec![settings, entry("VPNSETTINGS.XML")],
                Some(ErrorKind::ZipDuplicateName),
            ),
            (
                "two other files",
                vec![entry("a.txt"), entry("A.txt")],
                None,
            ),
            (
                "encryption of the first entry alone",
                vec![encrypted, settings],
                Some(ErrorKind::ZipEncryptionDiffers),
            ),
        ] {
            assert_eq!(error(&entries), expected, "{condition}");
        }
    }

    #[test]
    fn apps_are_recognized_by_their_entries() {
        let is_app = |name: &'static str| archive(&[ZipEntry::stored(name, b"x")]).is_app();
        for name in [
            "AndroidManifest.xml",
            "META-INF/MANIFEST.MF",
            "AppxManifest.xml",
            "Payload/VPN.app/Info.plist",
        ] {
            assert!(is_app(name), "{name}");
        }
        assert!(!is_app("Payload/Info.plist") && !is_app("a/AppxManifest.xml"));
    }

    #[test]
    fn office_documents_are_recognized_by_their_entries() {
        let is_office = |names: &[&'static str]| {
            let entries: Vec<ZipEntry<'_>> = names
                .iter()
                .map(|name| ZipEntry::stored(name, b"x"))
                .collect();
            archive(&entries).is_office()
        };
        assert!(is_office(&["[Content_Types].xml", "word/document.xml"]));
        assert!(is_office(&["mimetype", "content.xml"]));
        assert!(!is_office(&["word/document.xml"]) && !is_office(&["mimetype"]));
    }
}
