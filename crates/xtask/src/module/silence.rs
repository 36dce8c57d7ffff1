//! Removes from the module what only serves the text of a panic.
//!
//! That text is never read: the module has no panic hook that prints it, and the page says the same about every panic. On a
//! stable toolchain, the standard library comes with its panics compiled, so they are removed afterwards: the functions named
//! below trap at once. `wasm-opt` then removes what only they called. The data that only they used is overwritten with zeros,
//! which take no room once the module is packed.

use super::unused::Usage;
use crate::{Failure, Result};
use std::collections::{HashMap, HashSet};
use std::convert::Infallible;
use std::ops::Range;
use std::path::Path;
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{CodeSection, DataSection, Function, Instruction, Module};
use wasmparser::{
    CustomSectionReader, Data, FunctionBody, KnownCustom, Name, Parser, Payload, TypeRef,
};

/// Pieces of the mangled names of functions that only run on the way to a trap, or that only write for developers.
const PIECES: [&str; 9] = [
    // The standard library's panics, and what calls them with a text.
    "9panicking",
    "13unwrap_failed",
    "13expect_failed",
    "16slice_error_fail",
    "16slice_index_fail",
    "18handle_alloc_error",
    "17capacity_overflow",
    // `{:?}`, which panics use for errors, in both manglings. The product uses it nowhere else: a test below checks that.
    "5Debug3fmt",
    "..Debug$GT$3fmt",
];

/// Makes the functions of a module trap that only serve the text of a panic, and overwrites the data that only they use.
/// Both need the names of their functions. `linked` is the module as the linker wrote it.
pub(super) fn silence(module: &Path, linked: &Path) -> Result<()> {
    let read = |path: &Path| std::fs::read(path).map_err(Failure::file("read", path));
    let failed = |what: String| Failure::new(format!("{}: {what}", module.display()));
    let (linked, bytes) = (read(linked)?, read(module)?);
    let usage = Usage::of(&linked)?;
    let memory = |module| Memory::new(module).map_err(|error| failed(error.to_string()));
    if memory(&linked)? != memory(&bytes)? {
        return Err(failed("It was linked with other data.".to_owned()));
    }
    let silent = Silencer::new(&bytes, usage).and_then(|mut silencer| {
        let mut silent = Module::new();
        silencer.parse_core_module(&mut silent, Parser::new(0), &bytes)?;
        Ok((silent, silencer.silenced))
    });
    match silent.map_err(|error| failed(error.to_string()))? {
        (_, 0) => Err(failed("It has no names of functions.".to_owned())),
        (silent, _) => {
            std::fs::write(module, silent.finish()).map_err(Failure::file("write", module))
        }
    }
}

/// Returns the number of imported functions, and the names of functions by their index.
pub(super) fn function_names(module: &[u8]) -> wasmparser::Result<(u32, HashMap<u32, String>)> {
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

/// Copies a module; functions with a name like [`PIECES`], or that are unused, get another body.
struct Silencer {
    names: HashMap<u32, String>,
    /// Index of the next function body.
    next: u32,
    silenced: usize,
    unused: HashSet<String>,
    memory: Memory,
}

impl Silencer {
    fn new(module: &[u8], usage: Usage) -> std::result::Result<Self, Error<Infallible>> {
        let (imported, names) = function_names(module)?;
        Ok(Silencer {
            names,
            next: imported,
            silenced: 0,
            unused: usage.unused_functions,
            memory: Memory::new(module)?.without(&usage.unused_data),
        })
    }
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
        if !name.is_some_and(|name| is_silenced(name) || self.unused.contains(name)) {
            return RoundtripReencoder.parse_function_body(code, body);
        }
        self.silenced += 1;
        let mut trap = Function::new([]);
        trap.instruction(&Instruction::Unreachable);
        trap.instruction(&Instruction::End);
        code.function(&trap);
        Ok(())
    }

    /// The relocations are those of the linked module, before wasm-bindgen changed it.
    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> std::result::Result<(), Error<Infallible>> {
        match section.as_known() {
            KnownCustom::Linking(_) | KnownCustom::Reloc(_) => Ok(()),
            _ => RoundtripReencoder.parse_custom_section(module, section),
        }
    }

    fn parse_data(
        &mut self,
        section: &mut DataSection,
        data: Data<'_>,
    ) -> std::result::Result<(), Error<Infallible>> {
        let start = super::start_of(&data);
        let silent = start.and_then(|start| self.memory.get(start, data.data.len()));
        let data = Data {
            data: silent.unwrap_or(data.data),
            ..data
        };
        RoundtripReencoder.parse_data(section, data)
    }
}

/// What a module's memory contains at the start.
#[derive(PartialEq)]
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
                    segments.extend(super::start_of(&data).map(|start| (start, data.data)));
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

    /// Overwrites the bytes at some addresses.
    fn without(mut self, addresses: &[Range<usize>]) -> Self {
        for Range { start, end } in addresses {
            let bytes = self.bytes.get_mut(start - self.start..end - self.start);
            bytes.unwrap_or_default().fill(0);
        }
        self
    }
}

/// Returns true for the mangled name of a function that only serves the text of a panic.
///
/// `std::thread::panicking` tells whether a thread panics, and isn't one.
pub(super) fn is_silenced(name: &str) -> bool {
    PIECES.iter().any(|piece| name.contains(piece)) && !name.contains("6thread9panicking")
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
    fn panics_and_debug_texts_are_recognized_by_name() {
        for (name, expected) in [
            ("_RNvNtCs5QsQTAGtNcZ_4core9panicking9panic_fmt", true),
            ("_RNvNtCs5QsQTAGtNcZ_4core6result13unwrap_failed", true),
            (
                "_RNvXsi_NtNtNtCs5QsQTAGtNcZ_4core3fmt3num3impmNtB9_5Debug3fmt",
                true,
            ),
            (
                "_ZN42_$LT$$RF$T$u20$as$u20$core..fmt..Debug$GT$3fmt17h72d0164fc63953a5E",
                true,
            ),
            (
                "_RNvXsj_NtNtNtCs5QsQTAGtNcZ_4core3fmt3num3impmNtB9_7Display3fmt",
                false,
            ),
            ("_RNvNtCs5QsQTAGtNcZ_3std6thread9panicking", false),
            ("_ZN11p2s_verdict5judge5judge17h7781d47e475ba600E", false),
        ] {
            assert_eq!(is_silenced(name), expected, "{name}");
        }
    }
}
