//! Mutates zips: changes one entry, name, header or content at a time, and usually corrects offsets, sizes and
//! checksums afterwards.

use super::openvpn::change_profile;
use super::{Random, write_or_fall_back};
use flate2::read::{DeflateDecoder, DeflateEncoder};
use flate2::{Compression, Crc};
use std::io::Read as _;
use std::sync::LazyLock;

/// A parsed zip.
struct Archive {
    before: Vec<u8>,
    entries: Vec<Entry>,
    /// Offsets are relative to the first entry instead of the file.
    offsets_from_first_entry: bool,
    comment: Vec<u8>,
    after: Vec<u8>,
}

/// An entry. Where its two headers can differ, both values are kept: local, then central.
#[derive(Clone)]
struct Entry {
    names: [Vec<u8>; 2],
    extras: [Vec<u8>; 2],
    flags: [u16; 2],
    methods: [u16; 2],
    packed: Vec<u8>,
    crc: u32,
    unpacked: u32,
    made_by: u16,
    external: u32,
    stamp: u32,
    /// Bytes between the data and the next header.
    after_data: Vec<u8>,
    unlisted: bool,
}

/// Contents for a part: from the gateway's own CA, from public roots, and some that can't be read.
static CONTENTS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let wanted = |path: &str| {
        [
            "own/",
            "public/",
            "documents/",
            "certificates/",
            "xml/",
            "disagree/",
            "openvpn/",
        ]
        .iter()
        .any(|folder| path.starts_with(folder))
    };
    let cases = p2s_fixtures::cases();
    let suitable = cases
        .into_iter()
        .filter(|case| wanted(&case.path) && case.bytes.len() < 8 * 1024);
    suitable.map(|case| case.bytes).collect()
});

pub(super) fn prepare() {
    LazyLock::force(&CONTENTS);
}

const NAMES: [&str; 44] = [
    "Generic\\VpnSettings.xml",
    "Generic/VpnSettings.xml",
    "generic/vpnsettings.XML",
    "Generic/../Generic/VpnSettings.xml",
    "Generic/VpnSettings.xml.",
    "Generic/VpnSettings.xml ",
    "Generic/VpnSettings.xml:$DATA",
    "Generic/VpnSettings.xml\0.txt",
    "/Generic/VpnSettings.xml",
    "C:Generic\\VpnSettings.xml",
    "__MACOSX/../Generic/VpnSettings.xml",
    "__MACOSX/Generic/VpnSettings.xml",
    "Generic/._VpnSettings.xml",
    "Generic\\VpnServerRoot.cer",
    "Generic\\VpnServerRoot.cer_0",
    "Generic\\VpnServerRoot.cer_1",
    "Generic\\RadiusServerRoot.cer",
    "OpenVPN\\vpnconfig.ovpn",
    "AzureVPN\\azurevpnconfig.xml",
    "WindowsPowershell\\VpnProfileSetup.ps1",
    "WindowsAmd64\\VpnClientSetupAmd64.exe",
    "Cm/g.cer",
    "Cm/g.pbk",
    "inner.zip",
    "Generic\\VPNSET~1.XML",
    "Generic\\VP3F2A~1.XML",
    "Generic/VPNSER~1.CER",
    "AzureVPN\\AZUREV~1.XML",
    "WINDOW~1\\VpnProfileSetup.ps1",
    "Generic/VpnSettings.xml:Zone.Identifier",
    "Generic/VpnSettings (1).xml",
    "Generic/VpnSettings.xml.txt",
    "Generic\\VpnServerRoot (1).cer",
    "Generic\\VpnServerRoot.crt",
    "Generic\\VpnServerRoot.pem",
    "Generic\\VpnServerRoot.der",
    "Generic\\VpnServerRoot - Copy.cer_0.cer",
    "OpenVPN\\tokyo.ovpn",
    "tokyo.txt",
    "Tokyo.AzureVpnProfile.xml",
    "WindowsPowershell\\setup.txt",
    "Cm/g.crt",
    "Cm/g (1).cer",
    "Cm/g.inf",
];

/// Mutates a zip. Falls back to the fuzzer's own mutation every fourth time and for bytes that aren't a zip.
pub fn zip(
    data: &mut [u8],
    size: usize,
    max_size: usize,
    seed: u32,
    fallback: &mut dyn FnMut(&mut [u8], usize, usize) -> usize,
) -> usize {
    let mut random = Random::new(seed);
    let parsed = data.get(..size).and_then(parse);
    let Some(mut archive) = parsed.filter(|_| !random.one_in(4)) else {
        return fallback(data, size, max_size);
    };
    for _ in 0..1 + random.below(3) {
        change(&mut archive, &mut random);
    }
    let mutated = archive.write();
    write_or_fall_back(data, size, max_size, &mutated, fallback)
}

fn parse(data: &[u8]) -> Option<Archive> {
    let end = data.windows(4).rposition(|four| four == b"PK\x05\x06")?;
    let count = usize::from(u16_at(data, end + 10)?);
    let directory = end.checked_sub(u32_at(data, end + 12)? as usize)?;
    let archive_offset = directory.checked_sub(u32_at(data, end + 16)? as usize)?;
    let mut entries = Vec::new();
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut at = directory;
    for _ in 0..count.min(64) {
        let (entry, start, data_end, next) = entry(data, at, archive_offset)?;
        entries.push(entry);
        ends.push((start, data_end));
        at = next;
    }
    for (index, entry) in entries.iter_mut().enumerate() {
        let data_end = ends.get(index)?.1;
        let next = ends
            .iter()
            .map(|(start, _)| *start)
            .filter(|start| *start >= data_end)
            .min();
        let after_data = data
            .get(data_end..next.unwrap_or(directory))
            .unwrap_or_default();
        entry.after_data = after_data.get(..after_data.len().min(64))?.to_vec();
    }
    let first = ends.iter().map(|(start, _)| *start).min().unwrap_or(0);
    let comment_end = end + 22 + usize::from(u16_at(data, end + 20)?);
    Some(Archive {
        before: data.get(..first)?.to_vec(),
        entries,
        offsets_from_first_entry: archive_offset != 0,
        comment: data.get(end + 22..comment_end).unwrap_or_default().to_vec(),
        after: data.get(comment_end..).unwrap_or_default().to_vec(),
    })
}

/// Parses the entry of a central header. Returns the entry, its start, the end of its data, and the offset of the next
/// central header.
fn entry(data: &[u8], at: usize, archive_offset: usize) -> Option<(Entry, usize, usize, usize)> {
    let header = data.get(at..)?;
    let start = (u32_at(header, 42)? as usize).checked_add(archive_offset)?;
    let local = data.get(start..)?;
    if !header.starts_with(b"PK\x01\x02") || !local.starts_with(b"PK\x03\x04") {
        return None;
    }
    let (name, extra) = (
        usize::from(u16_at(header, 28)?),
        usize::from(u16_at(header, 30)?),
    );
    let (own_name, own_extra) = (
        usize::from(u16_at(local, 26)?),
        usize::from(u16_at(local, 28)?),
    );
    let packed = u32_at(header, 20)? as usize;
    let body = 30 + own_name + own_extra;
    let entry = Entry {
        names: [
            local.get(30..30 + own_name)?.to_vec(),
            header.get(46..46 + name)?.to_vec(),
        ],
        extras: [
            local.get(30 + own_name..body)?.to_vec(),
            header.get(46 + name..46 + name + extra)?.to_vec(),
        ],
        flags: [u16_at(local, 6)?, u16_at(header, 8)?],
        methods: [u16_at(local, 8)?, u16_at(header, 10)?],
        packed: local.get(body..body.checked_add(packed)?)?.to_vec(),
        crc: u32_at(header, 16)?,
        unpacked: u32_at(header, 24)?,
        made_by: u16_at(header, 4)?,
        external: u32_at(header, 38)?,
        stamp: u32_at(header, 12)?,
        after_data: Vec::new(),
        unlisted: false,
    };
    let comment = usize::from(u16_at(header, 32)?);
    Some((
        entry,
        start,
        start + body + packed,
        at + 46 + name + extra + comment,
    ))
}

fn change(archive: &mut Archive, random: &mut Random) {
    let index = random.below(archive.entries.len());
    match random.below(16) {
        0 if !archive.entries.is_empty() => {
            archive.entries.remove(index);
        }
        1 => {
            let other = random.below(archive.entries.len());
            if !archive.entries.is_empty() {
                archive.entries.swap(index, other);
            }
        }
        2 => archive.before = junk(random),
        3 => archive.after = junk(random),
        4 => archive.comment = junk(random),
        5 => archive.offsets_from_first_entry = !archive.offsets_from_first_entry,
        6 | 7 => {
            let content = random.choose(&CONTENTS).cloned().unwrap_or_default();
            let name = random.choose(&NAMES).map_or("", |name| name);
            archive
                .entries
                .insert(index, Entry::new(name, &content, random.one_in(2)));
        }
        8 => {
            if let Some(entry) = archive.entries.get(index).cloned() {
                archive.entries.push(entry);
            }
        }
        _ => {
            if let Some(entry) = archive.entries.get_mut(index) {
                change_entry(entry, random);
            }
        }
    }
}

fn change_entry(entry: &mut Entry, random: &mut Random) {
    let side = random.below(3);
    let sides = if side == 2 { 0..2 } else { side..side + 1 };
    match random.below(11) {
        9 => {
            let name = renamed(&entry.names[side % 2], random);
            sides.for_each(|side| entry.names[side].clone_from(&name));
        }
        10 => {
            if let Some(content) = entry.content() {
                entry.fill(&change_profile(content, random), random.one_in(2));
            }
        }
        0 => {
            let content = random.choose(&CONTENTS).cloned().unwrap_or_default();
            entry.fill(&content, random.one_in(2));
        }
        1 => {
            let name = random.choose(&NAMES).map_or("", |name| name).as_bytes();
            sides.for_each(|side| entry.names[side] = name.to_vec());
        }
        2 => {
            const SPECIAL_BYTES: [u8; 12] = [
                0, 1, b'.', b' ', b':', b'/', b'\\', b'A', b'_', 0x81, 0xE5, 0xFF,
            ];
            let byte = random.choose(&SPECIAL_BYTES).copied().unwrap_or(0);
            let at = random.below(entry.names[0].len() + 1);
            sides.for_each(|side| {
                let name = &mut entry.names[side];
                name.insert(at.min(name.len()), byte);
            });
        }
        3 => {
            let bit = 1 << random.below(16);
            sides.for_each(|side| entry.flags[side] ^= bit);
        }
        4 => {
            let method = *random.choose(&[0, 8, 9, 12, 99]).unwrap_or(&0);
            sides.for_each(|side| entry.methods[side] = method);
        }
        5 => {
            let extra = extra(random);
            sides.for_each(|side| entry.extras[side].extend_from_slice(&extra));
        }
        6 => {
            entry.after_data = if random.one_in(2) {
                entry.descriptor()
            } else {
                junk(random)
            };
            entry.after_data.truncate(64);
        }
        7 => entry.unlisted = !entry.unlisted,
        _ => {
            let at = random.below(entry.packed.len());
            let value = random.byte();
            if let Some(byte) = entry.packed.get_mut(at) {
                *byte = value;
            }
            if random.one_in(2) {
                entry.external = *random
                    .choose(&[0x10, 0o120_777 << 16, 0o040_755 << 16, 0])
                    .unwrap_or(&0);
                entry.made_by = *random.choose(&[20, 0x0314, 0x1314]).unwrap_or(&20);
            }
        }
    }
}

/// Returns the name of a copy, a name with another extension, or the short name that Windows derives.
fn renamed(name: &[u8], random: &mut Random) -> Vec<u8> {
    let name = String::from_utf8_lossy(name).into_owned();
    let at = name.rfind(['/', '\\']).map_or(0, |slash| slash + 1);
    let (folder, file) = name.split_at(at);
    let (base, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let prefix =
        |text: &str, length: usize| text.chars().take(length).collect::<String>().to_uppercase();
    let file = match random.below(8) {
        0 => format!("{base} (1).{ending}"),
        1 => format!("{base} - Copy.{ending}"),
        2 => format!("{base} - コピー.{ending}"),
        3 => format!("{file}.txt"),
        4 => format!("{file}:Zone.Identifier"),
        5 => {
            const ENDINGS: [&str; 8] = ["crt", "pem", "der", "cer_0", "bak", "old", "ovpn", "inf"];
            format!(
                "{base}.{}",
                random.choose(&ENDINGS).map_or("", |ending| ending)
            )
        }
        6 => format!("{}3F2A~1.{}", prefix(base, 2), prefix(ending, 3)),
        _ => format!("{}~1.{}", prefix(base, 6), prefix(ending, 3)),
    };
    if random.one_in(4) && !folder.is_empty() {
        return format!(
            "{}~1/{file}",
            prefix(folder.trim_end_matches(['/', '\\']), 6)
        )
        .into_bytes();
    }
    format!("{folder}{file}").into_bytes()
}

/// Returns bytes that some reader interprets.
fn junk(random: &mut Random) -> Vec<u8> {
    let content = random.choose(&CONTENTS).cloned().unwrap_or_default();
    match random.below(6) {
        0 => Vec::new(),
        1 => vec![0; random.below(40)],
        2 => b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec(),
        3 => Entry::new("Generic/VpnSettings.xml", &content, true)
            .local_parts()
            .concat(),
        4 => b"MZ".to_vec(),
        _ => content,
    }
}

fn extra(random: &mut Random) -> Vec<u8> {
    let body: Vec<u8> = match random.below(3) {
        0 => [&[1, 0, 0, 0, 0][..], b"Generic/VpnSettings.xml"].concat(),
        1 => vec![0; 8 * random.below(4)],
        _ => vec![random.byte(); random.below(12)],
    };
    let tag = *random.choose(&[0x7075_u16, 0x0001, 0x000A]).unwrap_or(&1);
    let length = u16::try_from(body.len()).unwrap_or(0);
    [&tag.to_le_bytes()[..], &length.to_le_bytes(), &body].concat()
}

impl Entry {
    /// Returns the unpacked content, or `None` if it can't be unpacked.
    fn content(&self) -> Option<Vec<u8>> {
        let mut content = Vec::new();
        match self.methods[0] {
            0 => content.extend_from_slice(&self.packed),
            _ => {
                let decoder = DeflateDecoder::new(self.packed.as_slice());
                decoder.take(64 * 1024).read_to_end(&mut content).ok()?;
            }
        }
        Some(content)
    }

    fn new(name: &str, content: &[u8], stored: bool) -> Self {
        let name = name.as_bytes().to_vec();
        let mut entry = Entry {
            names: [name.clone(), name],
            extras: [Vec::new(), Vec::new()],
            flags: [0, 0],
            methods: [8, 8],
            packed: Vec::new(),
            crc: 0,
            unpacked: 0,
            made_by: 20,
            external: 0,
            stamp: 0x5834_53C0,
            after_data: Vec::new(),
            unlisted: false,
        };
        entry.fill(content, stored);
        entry
    }

    fn fill(&mut self, content: &[u8], stored: bool) {
        let mut crc = Crc::new();
        crc.update(content);
        self.crc = crc.sum();
        self.unpacked = u32::try_from(content.len()).unwrap_or(0);
        self.methods = if stored { [0, 0] } else { [8, 8] };
        self.packed.clear();
        if stored {
            self.packed.extend_from_slice(content);
        } else {
            let _ = DeflateEncoder::new(content, Compression::fast()).read_to_end(&mut self.packed);
        }
    }

    fn sizes(&self) -> Vec<u8> {
        let packed = u32::try_from(self.packed.len()).unwrap_or(0);
        [self.crc, packed, self.unpacked]
            .map(u32::to_le_bytes)
            .concat()
    }

    fn descriptor(&self) -> Vec<u8> {
        [b"PK\x07\x08".as_slice(), &self.sizes()].concat()
    }

    /// Returns the local header, the data and what follows it.
    fn local_parts(&self) -> [Vec<u8>; 3] {
        let mut header = b"PK\x03\x04\x14\0".to_vec();
        header.extend(
            [self.flags[0], self.methods[0]]
                .map(u16::to_le_bytes)
                .concat(),
        );
        header.extend(self.stamp.to_le_bytes());
        if self.flags[0] & 8 == 0 {
            header.extend(self.sizes());
        } else {
            header.extend([0; 12]);
        }
        header.extend(lengths(&self.names[0], &self.extras[0]));
        header.extend_from_slice(&self.names[0]);
        header.extend_from_slice(&self.extras[0]);
        [header, self.packed.clone(), self.after_data.clone()]
    }

    fn central_header(&self, offset: usize) -> Vec<u8> {
        let mut header = b"PK\x01\x02".to_vec();
        let fields = [self.made_by, 20, self.flags[1], self.methods[1]];
        header.extend(fields.map(u16::to_le_bytes).concat());
        header.extend(self.stamp.to_le_bytes());
        header.extend(self.sizes());
        header.extend(lengths(&self.names[1], &self.extras[1]));
        header.extend([0; 6]);
        header.extend(self.external.to_le_bytes());
        header.extend(u32::try_from(offset).unwrap_or(0).to_le_bytes());
        header.extend_from_slice(&self.names[1]);
        header.extend_from_slice(&self.extras[1]);
        header
    }
}

impl Archive {
    fn write(&self) -> Vec<u8> {
        let mut bytes = self.before.clone();
        let origin = if self.offsets_from_first_entry {
            bytes.len()
        } else {
            0
        };
        let mut directory = Vec::new();
        let mut count = 0_u16;
        for entry in &self.entries {
            if !entry.unlisted {
                directory.extend(entry.central_header(bytes.len() - origin));
                count += 1;
            }
            bytes.extend(entry.local_parts().concat());
        }
        let start = bytes.len() - origin;
        bytes.extend(&directory);
        bytes.extend(b"PK\x05\x06\0\0\0\0");
        bytes.extend([count, count].map(u16::to_le_bytes).concat());
        let numbers = [directory.len(), start].map(|number| u32::try_from(number).unwrap_or(0));
        bytes.extend(numbers.map(u32::to_le_bytes).concat());
        bytes.extend(u16::try_from(self.comment.len()).unwrap_or(0).to_le_bytes());
        bytes.extend(&self.comment);
        bytes.extend(&self.after);
        bytes
    }
}

fn lengths(name: &[u8], extra: &[u8]) -> Vec<u8> {
    [name.len(), extra.len()]
        .map(|length| u16::try_from(length).unwrap_or(0).to_le_bytes())
        .concat()
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*data.get(at..)?.first_chunk()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*data.get(at..)?.first_chunk()?))
}
