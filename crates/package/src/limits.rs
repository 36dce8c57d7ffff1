//! Every bound on what an input may cost, with the reason for each number.

/// Bounds on one input. A bound that is reached ends all work on that input with an error of its own.
///
/// Measured sizes are those of package-formats: real XML under 3 KB, zips under 320 KB, programs under
/// 230 KB, cabinets under 50 KB that unpack to under 220 KB.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Entries in one zip. Real packages have 3 to 7; an archive of a team's downloads has hundreds.
    pub zip_entries: usize,
    /// Bytes of a zip's directory: 2,000 entries with names of 500 bytes.
    pub zip_directory_bytes: u64,
    /// Unpacked bytes of one part at a place: 16 times the largest real one (a 230 KB program).
    pub part_bytes: u64,
    /// Unpacked bytes of all entries that have to be unpacked, of one input.
    pub unpacked_bytes: u64,
    /// Packed bytes that are taken out of one cabinet: more than real ones unpack to (220 KB), stored or not. A stream of tiny
    /// blocks costs time by its packed bytes, whatever comes out.
    pub cabinet_bytes: u64,
    /// Blocks that are taken out of one cabinet: real ones have 7, and the first two hold the certificate.
    pub cabinet_blocks: usize,
    /// Bytes read from the input itself: a few times the largest package, so that a file of 4 GiB costs what
    /// its directory costs.
    pub read_bytes: u64,
    /// Reads from the input: each is a call into the browser there.
    pub read_calls: u64,
    /// Items of evidence in one input. Real packages have up to 12.
    pub items: usize,
    /// Depth of XML. Real documents have 5.
    pub xml_depth: usize,
    /// Elements of one XML document. Real ones have about 40.
    pub xml_elements: usize,
    /// Attributes of one XML element. Real ones have 2.
    pub xml_attributes: usize,
    /// Files in one folder.
    pub folder_files: usize,
    /// Folders in one another that are searched: deeper ones are no place for packages.
    pub folder_depth: usize,
    /// Packages inside one zip.
    pub inner_packages: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            zip_entries: 2_000,
            zip_directory_bytes: 1 << 20,
            part_bytes: 4 << 20,
            unpacked_bytes: 32 << 20,
            cabinet_bytes: 256 << 10,
            cabinet_blocks: 256,
            read_bytes: 64 << 20,
            read_calls: 20_000,
            items: 256,
            xml_depth: 64,
            xml_elements: 10_000,
            xml_attributes: 64,
            folder_files: 20_000,
            folder_depth: 32,
            inner_packages: 64,
        }
    }
}
