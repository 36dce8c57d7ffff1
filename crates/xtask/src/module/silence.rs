//! Removes from the module what only serves the text of a panic.
//!
//! Nobody reads that text: the module has no panic hook that prints it, and the page says the same about every panic. On a
//! stable toolchain, the standard library comes with its panics compiled, so they are removed afterwards: the functions named
//! below trap at once. `wasm-opt` then removes what only they called. The places in the source that panics name are data, and
//! are overwritten with zeros, which take no room once the module is packed.

use crate::{Failure, Result};
use std::collections::HashMap;
use std::convert::Infallible;
use std::path::Path;
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{CodeSection, DataSection, Function, Instruction, Module};
use wasmparser::{
    Data, DataKind, FunctionBody, KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

/// Pieces of the names of functions that only run on the way to a trap, or that only write for developers.
const PIECES: [&str; 8] = [
    // The standard library's panics, and what calls them with a text.
    "::panicking::",
    "::unwrap_failed",
    "::expect_failed",
    "::slice_error_fail",
    "::slice_index_fail",
    "::handle_alloc_error",
    "::capacity_overflow",
    // `{:?}`, which panics use for errors. The product uses it nowhere else: a test below checks that.
    "::fmt::Debug>::fmt",
];

/// Makes the functions of a module trap that only serve the text of a panic. The module needs the names of its functions.
pub(crate) fn silence(path: &Path) -> Result<()> {
    let module = std::fs::read(path).map_err(Failure::file("read", path))?;
    let failed = |what: String| Failure::new(format!("{}: {what}", path.display()));
    let (imported, names) = function_names(&module).map_err(|error| failed(error.to_string()))?;
    let memory = Memory::new(&module).map_err(|error| failed(error.to_string()))?;
    let mut silencer = Silencer {
        names,
        next: imported,
        silenced: 0,
        memory: memory.without_locations(),
    };
    let mut silent = Module::new();
    silencer
        .parse_core_module(&mut silent, Parser::new(0), &module)
        .map_err(|error| failed(error.to_string()))?;
    if silencer.silenced == 0 {
        return Err(failed("It has no names of functions.".to_owned()));
    }
    std::fs::write(path, silent.finish()).map_err(Failure::file("write", path))
}

/// Returns the number of imported functions, and the names of functions by their index.
fn function_names(module: &[u8]) -> wasmparser::Result<(u32, HashMap<u32, String>)> {
    let (mut imported, mut names) = (0, HashMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections {
                        if let Name::Function(map) = subsection? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok((imported, names))
}

/// Copies a module; functions with a name like [`PIECES`] get another body.
struct Silencer {
    names: HashMap<u32, String>,
    /// Index of the next function body.
    next: u32,
    silenced: usize,
    memory: Memory,
}

impl Reencode for Silencer {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> std::result::Result<(), Error<Infallible>> {
        let name = self.names.get(&self.next);
        self.next += 1;
        if !name.is_some_and(|name| is_silenced(name)) {
            return RoundtripReencoder.parse_function_body(code, body);
        }
        self.silenced += 1;
        let mut trap = Function::new([]);
        trap.instruction(&Instruction::Unreachable);
        trap.instruction(&Instruction::End);
        code.function(&trap);
        Ok(())
    }

    fn parse_data(
        &mut self,
        section: &mut DataSection,
        data: Data<'_>,
    ) -> std::result::Result<(), Error<Infallible>> {
        let start = start_of(&data);
        let silent = start.and_then(|start| self.memory.get(start, data.data.len()));
        let data = Data {
            data: silent.unwrap_or(data.data),
            ..data
        };
        RoundtripReencoder.parse_data(section, data)
    }
}

/// What a module's memory contains at the start.
struct Memory {
    /// Address of the first byte.
    start: usize,
    bytes: Vec<u8>,
}

impl Memory {
    fn new(module: &[u8]) -> wasmparser::Result<Self> {
        let mut segments = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::DataSection(section) = payload? {
                for data in section {
                    let data = data?;
                    segments.extend(start_of(&data).map(|start| (start, data.data)));
                }
            }
        }
        let start = segments.iter().map(|(start, _)| *start).min();
        let mut memory = Memory {
            start: start.unwrap_or_default(),
            bytes: Vec::new(),
        };
        for (start, data) in segments {
            let from = start - memory.start;
            let length = memory.bytes.len().max(from + data.len());
            memory.bytes.resize(length, 0);
            let place = memory.bytes.get_mut(from..from + data.len());
            place.unwrap_or_default().copy_from_slice(data);
        }
        Ok(memory)
    }

    fn get(&self, start: usize, length: usize) -> Option<&[u8]> {
        let from = start.checked_sub(self.start)?;
        self.bytes.get(from..)?.get(..length)
    }

    /// Returns the word at an address.
    fn word(&self, address: usize) -> Option<usize> {
        let bytes = self.get(address, 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
    }

    /// Overwrites every `core::panic::Location`, and the path in it: the address and the length of a path that ends in `.rs`,
    /// a line and a column.
    fn without_locations(mut self) -> Self {
        let mut overwritten = Vec::new();
        for address in (self.start..self.start + self.bytes.len()).step_by(4) {
            let word = |index: usize| self.word(address + 4 * index);
            let (Some(path), Some(length)) = (word(0), word(1)) else {
                continue;
            };
            let is_path = self
                .get(path, length)
                .is_some_and(|path| path.ends_with(b".rs"));
            if is_path && word(2).is_some_and(|line| line > 0) {
                overwritten.extend([(address, 16), (path, length)]);
            }
        }
        for (start, length) in overwritten {
            let from = start - self.start;
            let bytes = self.bytes.get_mut(from..from + length);
            bytes.unwrap_or_default().fill(0);
        }
        self
    }
}

/// Returns the address of a segment, if it is in memory from the start.
fn start_of(data: &Data) -> Option<usize> {
    let DataKind::Active { offset_expr, .. } = &data.kind else {
        return None;
    };
    match offset_expr.get_operators_reader().read().ok()? {
        Operator::I32Const { value } => usize::try_from(value).ok(),
        _ => None,
    }
}

/// Returns true for the name of a function that only serves the text of a panic.
///
/// Names contain the hash of their crate, as in `core[c5930c85a12de822]::panicking::panic_fmt`.
fn is_silenced(name: &str) -> bool {
    let mut plain = String::new();
    let mut inside = false;
    for character in name.chars() {
        match character {
            '[' => inside = true,
            ']' => inside = false,
            _ if !inside => plain.push(character),
            _ => {}
        }
    }
    PIECES.iter().any(|piece| plain.contains(piece))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::files_below;

    /// The page would trap there. Tests are last in their file, and the prose is written at build time.
    #[test]
    fn the_page_s_crates_write_no_debug_texts() {
        let is_elsewhere = |path: &str| {
            path.split('/')
                .any(|name| matches!(name, "prose" | "tests.rs" | "test_support.rs"))
        };
        let writes_debug = |line: &&str| {
            let is_comment = line.trim_start().starts_with("//");
            !is_comment && [":?}", ":#?}"].iter().any(|form| line.contains(form))
        };
        let mut read = 0;
        for folder in [
            "crates/package",
            "crates/verdict",
            "crates/batch",
            "crates/report",
            "web",
        ] {
            let folder = crate::paths::root().join(folder).join("src");
            for path in files_below(&folder, is_elsewhere).unwrap_or_default() {
                let source = std::fs::read_to_string(folder.join(&path)).unwrap_or_default();
                let code = source.split("#[cfg(test)]\nmod tests").next();
                let debug = code.unwrap_or_default().lines().find(writes_debug);
                assert_eq!(debug, None, "{path}");
                read += 1;
            }
        }
        assert!(read > 100, "{read} files");
    }

    #[test]
    fn places_in_the_source_are_overwritten() {
        let mut bytes = b"src/a.rs, text: src/a.rs".to_vec();
        // A place, and a text that is no path.
        for word in [100, 8, 12, 5, 108, 8, 12, 5_u32] {
            bytes.extend(word.to_le_bytes());
        }
        let memory = Memory { start: 100, bytes }.without_locations();
        let (texts, words) = memory.bytes.split_at(24);
        assert_eq!(texts, b"\0\0\0\0\0\0\0\0, text: src/a.rs");
        assert_eq!(words[..16], [0; 16]);
        assert_eq!(words[16..20], [108, 0, 0, 0]);
    }

    #[test]
    fn panics_and_debug_texts_are_recognized_by_name() {
        for (name, expected) in [
            ("core[c5930c85a12de822]::panicking::panic_fmt", true),
            ("core[c5930c85a12de822]::result::unwrap_failed", true),
            (
                "<u64 as core[c5930c85a12de822]::fmt::Debug>::fmt.2194",
                true,
            ),
            ("<&T as core::fmt::Debug>::fmt::h72d0164fc63953a5", true),
            ("<u32 as core[c5930c85a12de822]::fmt::Display>::fmt", false),
            ("p2s_verdict::judge::judge::h7781d47e475ba600", false),
        ] {
            assert_eq!(is_silenced(name), expected, "{name}");
        }
    }
}
