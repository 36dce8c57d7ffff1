//! Writes Windows programs (PE) that contain only resources: enough for a parser of the resource tree.

/// Resource type RT_RCDATA, for raw data.
pub const RCDATA: u16 = 10;

/// Offset of the resource section in the file and in memory.
const SECTION: usize = 0x400;
const ADDRESS: u32 = 0x1000;

/// Builder for a program.
#[derive(Clone)]
pub struct Program {
    /// PE32+ (amd64) or PE32 (x86).
    pub wide: bool,
    /// Resources in their order: of one type, sorted by name.
    pub resources: Vec<Resource>,
    /// Bytes between the headers and the resources, where a real program has its code.
    pub code: Vec<u8>,
    /// Overlay: bytes after all sections.
    pub after: Vec<u8>,
    /// Modifies the finished resource section.
    pub section: Option<fn(&mut Vec<u8>)>,
}

/// A resource of the program.
#[derive(Clone)]
pub struct Resource {
    pub kind: u16,
    pub name: String,
    pub data: Vec<u8>,
}

impl Resource {
    /// Creates a raw resource.
    pub fn raw(name: &str, data: Vec<u8>) -> Self {
        Resource {
            kind: RCDATA,
            name: name.to_owned(),
            data,
        }
    }
}

impl Program {
    /// Creates a program with only these resources.
    pub fn of(wide: bool, resources: Vec<Resource>) -> Self {
        Program {
            wide,
            resources,
            code: Vec::new(),
            after: Vec::new(),
            section: None,
        }
    }

    /// Creates a program like WExtract's: the cabinet among the strings that control the installation.
    pub fn client(wide: bool, cabinet: Vec<u8>) -> Self {
        Program::of(
            wide,
            vec![
                Resource::raw("CABINET", cabinet),
                Resource::raw("RUNPROGRAM", b"cmstp.exe /s /su /ns profile.inf\0".to_vec()),
                Resource::raw("TITLE", b"invented-vnet\0".to_vec()),
            ],
        )
    }

    /// Returns the program's bytes.
    pub fn build(&self) -> Vec<u8> {
        let code_length = self.code.len().next_multiple_of(0x200);
        let mut section = self.tree(ADDRESS);
        if let Some(change) = self.section {
            change(&mut section);
        }
        let mut bytes = self.headers(section.len(), SECTION + code_length);
        bytes.resize(SECTION, 0);
        bytes.extend(&self.code);
        bytes.resize(SECTION + code_length, 0);
        bytes.extend(&section);
        bytes.extend(&self.after);
        bytes
    }

    fn headers(&self, length: usize, start: usize) -> Vec<u8> {
        let mut bytes = b"MZ".to_vec();
        bytes.resize(0x3C, 0);
        bytes.extend(0x40_u32.to_le_bytes());
        let (machine, optional): (u16, u16) = if self.wide {
            (0x8664, 240)
        } else {
            (0x014C, 224)
        };
        bytes.extend(b"PE\0\0");
        bytes.extend([machine, 1].map(u16::to_le_bytes).concat());
        bytes.extend([0; 12]);
        bytes.extend([optional, 0x0102].map(u16::to_le_bytes).concat());
        // The data directories end the optional header: 16 of 8 bytes each. The third is the resource directory.
        let start_of_optional = bytes.len();
        let directories = start_of_optional + usize::from(optional) - 16 * 8;
        let magic: u16 = if self.wide { 0x20B } else { 0x10B };
        bytes.extend(magic.to_le_bytes());
        bytes.resize(directories - 4, 0);
        bytes[start_of_optional + 32..start_of_optional + 36]
            .copy_from_slice(&ADDRESS.to_le_bytes());
        bytes[start_of_optional + 36..start_of_optional + 40]
            .copy_from_slice(&0x200_u32.to_le_bytes());
        bytes.extend(16_u32.to_le_bytes());
        bytes.resize(directories + 2 * 8, 0);
        bytes.extend([ADDRESS, length as u32].map(u32::to_le_bytes).concat());
        bytes.resize(directories + 16 * 8, 0);
        bytes.extend(b".rsrc\0\0\0");
        let fields = [length as u32, ADDRESS, length as u32, start as u32, 0, 0, 0];
        bytes.extend(fields.map(u32::to_le_bytes).concat());
        bytes.extend(0x4000_0040_u32.to_le_bytes());
        bytes
    }

    /// Returns the resource tree: types, names, languages, data entries; then the names, then the data.
    fn tree(&self, address: u32) -> Vec<u8> {
        let mut kinds: Vec<u16> = self
            .resources
            .iter()
            .map(|resource| resource.kind)
            .collect();
        kinds.dedup();
        let count = self.resources.len();
        let types_length = 16 + 8 * kinds.len();
        let names_length = 16 * kinds.len() + 8 * count;
        let languages = types_length + names_length;
        let entries = languages + 24 * count;
        let mut strings = Vec::new();
        let mut string_offsets = Vec::new();
        for resource in &self.resources {
            string_offsets.push(entries + 16 * count + strings.len());
            let name: Vec<u16> = resource.name.encode_utf16().collect();
            strings.extend((name.len() as u16).to_le_bytes());
            strings.extend(name.into_iter().flat_map(u16::to_le_bytes));
        }
        let mut data_start = (entries + 16 * count + strings.len()).next_multiple_of(8);
        let mut tree = table(0, kinds.len());
        let mut at = types_length;
        for kind in &kinds {
            tree.extend(entry(u32::from(*kind), at as u32 | 1 << 31));
            at += 16 + 8 * self.of_kind(*kind).count();
        }
        for kind in &kinds {
            tree.extend(table(self.of_kind(*kind).count(), 0));
            for (index, _) in self.of_kind(*kind) {
                let language = languages + 24 * index;
                tree.extend(entry(
                    string_offsets[index] as u32 | 1 << 31,
                    language as u32 | 1 << 31,
                ));
            }
        }
        for index in 0..count {
            tree.extend(table(0, 1));
            tree.extend(entry(1033, (entries + 16 * index) as u32));
        }
        let mut data = Vec::new();
        for resource in &self.resources {
            let place = [
                address + data_start as u32,
                resource.data.len() as u32,
                0,
                0,
            ];
            tree.extend(place.map(u32::to_le_bytes).concat());
            data.extend(&resource.data);
            data.resize(data.len().next_multiple_of(8), 0);
            data_start = (entries + 16 * count + strings.len()).next_multiple_of(8) + data.len();
        }
        tree.extend(strings);
        tree.resize(tree.len().next_multiple_of(8), 0);
        tree.extend(data);
        tree
    }

    fn of_kind(&self, kind: u16) -> impl Iterator<Item = (usize, &Resource)> {
        let all = self.resources.iter().enumerate();
        all.filter(move |(_, resource)| resource.kind == kind)
    }
}

fn table(named: usize, numbered: usize) -> Vec<u8> {
    let mut bytes = vec![0; 12];
    bytes.extend(
        [named as u16, numbered as u16]
            .map(u16::to_le_bytes)
            .concat(),
    );
    bytes
}

fn entry(name: u32, offset: u32) -> Vec<u8> {
    [name, offset].map(u32::to_le_bytes).concat()
}
