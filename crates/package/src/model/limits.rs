//! Every bound on what an input may cost, with the reason for each number. docs/limits.md lists the same, which a test
//! checks.

use super::error::Limit;

/// What a bound counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Bytes.
    Bytes,
    /// Anything else: entries, calls, elements.
    Count,
}

/// One bound of [`Limits`], for lists of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// The field's name.
    pub name: &'static str,
    /// The largest value allowed.
    pub most: u64,
    /// What it counts.
    pub unit: Unit,
    /// The limit that an input exceeds; `None` where reading only stops early and the answer stays the same.
    pub limit: Option<Limit>,
}

macro_rules! limits {
    ($($(#[$doc:meta])* $name:ident: $kind:ident = $most:literal $unit:ident, $limit:ident;)*) => {
        /// Bounds on one input. Reading stops at a bound, with an error that names its [`Limit`] where the answer depends
        /// on what was left unread.
        ///
        /// Measured sizes are those of real packages from 2019 to 2026: XML under 3 KB, zips under 320 KB, programs under
        /// 230 KB, cabinets under 50 KB that unpack to under 220 KB.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Limits { $($(#[$doc])* pub $name: $kind,)* }

        impl Default for Limits {
            fn default() -> Self {
                Limits { $($name: limits!(@most $most $unit),)* }
            }
        }

        impl Limits {
            /// Lists all bounds, in the order of the fields.
            pub fn list(&self) -> Vec<Bound> {
                vec![$(Bound {
                    name: stringify!($name),
                    most: self.$name as u64,
                    unit: limits!(@unit $unit),
                    limit: limits!(@limit $limit),
                },)*]
            }
        }
    };
    (@limit None) => { None };
    (@limit $limit:ident) => { Some(Limit::$limit) };
    (@most $most:literal KiB) => { $most << 10 };
    (@most $most:literal MiB) => { $most << 20 };
    (@most $most:literal count) => { $most };
    (@unit KiB) => { Unit::Bytes };
    (@unit MiB) => { Unit::Bytes };
    (@unit count) => { Unit::Count };
}

limits! {
    /// Entries of a zip, or files and folders of a cabinet. Real packages have 3 to 7 and 10; an archive of a
    /// team's downloads has hundreds. A thousand that lie far apart take a browser half a second.
    zip_entries: usize = 1_000 count, Entries;
    /// A zip's directory: 1,000 entries with names of 1,000 bytes.
    zip_directory_bytes: u64 = 1 MiB, Directory;
    /// Bytes before a zip, such as a self-extractor's program: they are searched for entries that only a streaming reader
    /// finds.
    zip_before_bytes: u64 = 4 MiB, Before;
    /// One part, unpacked: 16 times the largest real one (a program of 230 KB). Counted while unpacking, whatever size is
    /// declared.
    part_bytes: u64 = 4 MiB, Part;
    /// Everything of one input that has to be unpacked: a hundred times a real package; 42.zip and its like end
    /// here.
    unpacked_bytes: u64 = 32 MiB, Unpacked;
    /// Packed bytes that are unpacked from one cabinet: real ones are under 50 KB, and the certificate is in the first
    /// 64 KB, were it stored. A stream of tiny blocks costs time by its packed bytes, whatever it unpacks to.
    cabinet_bytes: u64 = 128 KiB, Cabinet;
    /// Blocks that are unpacked from one cabinet: real ones have 7, and the first three contain certificate and pins. Each
    /// is unpacked a second time, with all before it, to check that nothing is left in it.
    cabinet_blocks: usize = 6 count, CabinetBlocks;
    /// Programs and cabinets with a profile in one input, with those of packages inside it: real packages have two.
    programs: usize = 128 count, Programs;
    /// Resources of a program of the cabinet's type (RT_RCDATA): real ones have about a dozen, other programs
    /// hundreds.
    program_resources: usize = 4_096 count, Resources;
    /// Bytes read from the input itself, so that a file of 4 GiB costs what its directory costs: a zip of 1,000
    /// entries far apart takes a quarter of them.
    read_bytes: u64 = 64 MiB, ReadBytes;
    /// Reads from the input: each is a call into the browser there. A real package takes under 20.
    read_calls: u64 = 20_000 count, ReadCalls;
    /// Items of evidence in one input. Real packages have up to 12. As many more certificates are shown that are not at a
    /// part's place and never count.
    items: usize = 256 count, Items;
    /// Names that the parts of one input have for its gateway. Real packages have up to 20; each is compared with all the
    /// others.
    gateway_names: usize = 256 count, Names;
    /// One certificate. Real ones have 900 to 2,500 bytes; RFC 5280 sets no bound.
    certificate_bytes: usize = 64 KiB, Certificate;
    /// Depth of nested XML elements. Real documents have 5.
    xml_depth: usize = 32 count, XmlDepth;
    /// Elements of one XML document. Real ones have about 40.
    xml_elements: usize = 5_000 count, XmlElements;
    /// Attributes of one XML element. Real ones have 2; a reader looks through the namespaces that these declare,
    /// times the depth, at every name.
    xml_attributes: usize = 16 count, XmlAttributes;
    /// Files below one folder, and folders: a whole home folder is more, a team's folder of downloads is not.
    folder_files: usize = 20_000 count, Folder;
    /// Depth of nested folders that are searched: packages aren't kept deeper.
    folder_depth: usize = 32 count, Folder;
    /// Packages inside one zip, each an input of its own.
    inner_packages: usize = 64 count, Inner;
    /// Depth of zips inside a zip that are opened: a team's archive of packages has one level, a zip bomb many.
    zip_nesting: usize = 1 count, Nesting;
    /// Documents under other than their usual names that are read with one package: a person keeps a few copies.
    renamed_documents: usize = 256 count, Renamed;
    /// The bytes of all of these: real documents are under 10 KB.
    renamed_bytes: u64 = 1 MiB, Renamed;
    /// First bytes of a file that are examined where its name doesn't say what it is.
    look_bytes: usize = 4 KiB, None;
    /// Bytes that identify a file's kind: real documents are smaller. Where they don't, as many are examined as one part
    /// may have.
    head_bytes: u64 = 64 KiB, None;
    /// End records that are tried in a file that doesn't end with one; with more of them, some readers find a
    /// zip and others don't.
    end_records: usize = 16 count, None;
    /// Cabinets that are examined in a program with several. Such a program is refused in any case: they decide only
    /// which error it gets.
    program_cabinets: usize = 16 count, None;
    /// Characters of a name or path that are shown: a common name has 64 at most (RFC 5280, upper bounds), a path of
    /// Windows 260. Names are compared whole.
    shown_characters: usize = 1_024 count, None;
}
