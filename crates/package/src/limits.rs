//! Every bound on what an input may cost, with the reason for each number. docs/limits.md says the same, held to
//! this list by a test.

use crate::ErrorKind;

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Bytes.
    Bytes,
    /// Anything else: entries, calls, elements.
    Count,
}

/// One limit, for lists of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The field's name.
    pub name: &'static str,
    /// How much is allowed.
    pub most: u64,
    /// Of what.
    pub unit: Unit,
    /// The error of an input that goes beyond it; `None` where no more is looked at and no answer is lost.
    pub error: Option<ErrorKind>,
}

macro_rules! limits {
    ($($(#[$doc:meta])* $name:ident: $kind:ident = $most:literal $unit:ident, $error:ident;)*) => {
        /// Bounds on one input. A bound that is reached ends all work on that input with an error that names it, or, where
        /// no answer hangs on it, ends the looking.
        ///
        /// Measured sizes are those of real packages, seen from 2019 to 2026: XML under 3 KB, zips under 320 KB,
        /// programs under 230 KB, cabinets under 50 KB that unpack to under 220 KB.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Limits { $($(#[$doc])* pub $name: $kind,)* }

        impl Default for Limits {
            fn default() -> Self {
                Limits { $($name: limits!(@most $most $unit),)* }
            }
        }

        impl Limits {
            /// All of them, in the order of the fields.
            pub fn list(&self) -> Vec<Limit> {
                vec![$(Limit {
                    name: stringify!($name),
                    most: self.$name as u64,
                    unit: limits!(@unit $unit),
                    error: limits!(@error $error),
                },)*]
            }
        }
    };
    (@error None) => { None };
    (@error $error:ident) => { Some(ErrorKind::$error) };
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
    zip_entries: usize = 1_000 count, LimitEntries;
    /// A zip's directory: 1,000 entries with names of 1,000 bytes.
    zip_directory_bytes: u64 = 1 MiB, LimitDirectory;
    /// What stands in front of a zip, a self-extractor's program: it is looked through for entries that only a
    /// reader of streams would find.
    zip_before_bytes: u64 = 4 MiB, LimitBefore;
    /// One part, unpacked: 16 times the largest real one (a program of 230 KB). Counted as it comes out, whatever
    /// is declared.
    part_bytes: u64 = 4 MiB, LimitPart;
    /// Everything of one input that has to be unpacked: a hundred times a real package; 42.zip and its like end
    /// here.
    unpacked_bytes: u64 = 32 MiB, LimitUnpacked;
    /// Packed bytes that are taken out of one cabinet: real ones are under 50 KB, and the certificate stands in the
    /// first 64 KB, were it stored. A stream of tiny blocks costs time by its packed bytes, whatever comes out.
    cabinet_bytes: u64 = 128 KiB, LimitCabinet;
    /// Blocks that are taken out of one cabinet: real ones have 7, and the first three hold certificate and pins. Each is
    /// unpacked with all before it once more, to see that nothing is left in it.
    cabinet_blocks: usize = 6 count, LimitCabinetBlocks;
    /// Programs and cabinets with a profile in one input, with those of packages inside it: real packages have two.
    programs: usize = 128 count, LimitPrograms;
    /// Resources of a program of the type that holds the cabinet: real ones have about a dozen, other programs
    /// hundreds.
    program_resources: usize = 4_096 count, LimitResources;
    /// Bytes read from the input itself, so that a file of 4 GiB costs what its directory costs: a zip of 1,000
    /// entries far apart takes a quarter of them.
    read_bytes: u64 = 64 MiB, LimitReadBytes;
    /// Reads from the input: each is a call into the browser there. A real package takes under 20.
    read_calls: u64 = 20_000 count, LimitReadCalls;
    /// Items of evidence in one input. Real packages have up to 12. As many more are shown of certificates at no
    /// place, on which nothing rests.
    items: usize = 256 count, LimitItems;
    /// Names by which the parts of one input call its gateway. Real packages have up to 20; each is compared with all
    /// the others.
    gateway_names: usize = 256 count, LimitNames;
    /// One certificate. Real ones have 900 to 2,500 bytes; RFC 5280 sets no bound.
    certificate_bytes: usize = 64 KiB, LimitCertificate;
    /// Elements of XML in one another. Real documents have 5.
    xml_depth: usize = 32 count, LimitXmlDepth;
    /// Elements of one XML document. Real ones have about 40.
    xml_elements: usize = 5_000 count, LimitXmlElements;
    /// Attributes of one XML element. Real ones have 2; a reader looks through the namespaces that these declare,
    /// times the depth, at every name.
    xml_attributes: usize = 16 count, LimitXmlAttributes;
    /// Files below one folder, and folders: a whole home folder is more, a team's folder of downloads is not.
    folder_files: usize = 20_000 count, LimitFolder;
    /// Folders in one another that are searched: deeper ones are no place for packages.
    folder_depth: usize = 32 count, LimitFolder;
    /// Packages inside one zip, each an input of its own.
    inner_packages: usize = 64 count, LimitInner;
    /// Zips inside a zip that are opened in one another: a team's archive of packages has one, a bomb of zips many.
    zip_nesting: usize = 1 count, LimitNesting;
    /// Documents under other than their usual names that are read with one package: a person keeps a few copies.
    renamed_documents: usize = 256 count, LimitRenamed;
    /// The bytes of all of these: real documents are under 10 KB.
    renamed_bytes: u64 = 1 MiB, LimitRenamed;
    /// Bytes of a file that are looked at where its name does not say what it is.
    look_bytes: usize = 4 KiB, None;
    /// Bytes by which a file's kind is told: real documents are smaller. Where they tell none, as many are looked at as
    /// one part may have.
    head_bytes: u64 = 64 KiB, None;
    /// End records that are tried in a file that does not end with one; of a file with more of them nobody knows
    /// whether it is a zip.
    end_records: usize = 16 count, None;
    /// Cabinets that are looked into where a program has several, which is refused in any case: only whether it is
    /// called the VPN client's hangs on it.
    program_cabinets: usize = 16 count, None;
    /// Characters of a name or path that are shown: a common name has 64 at most (RFC 5280, upper bounds), a path of
    /// Windows 260. Names are compared whole.
    shown_characters: usize = 1_024 count, None;
}
