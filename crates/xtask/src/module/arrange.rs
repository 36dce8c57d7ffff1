//! Arranges the module so that it packs better: like functions beside each other, short names for what it imports, and one
//! alignment for every access to memory.
//!
//! The order of functions is free: calls name them by index, which this step renumbers. Imports are named in two places, the
//! module and the glue, with 16 digits of a hash each.

use super::silence::function_names;
use crate::{Failure, Result};
use std::collections::HashMap;
use std::path::Path;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, ImportSection, MemArg, Module};
use wasmparser::{
    CodeSectionReader, FunctionBody, FunctionSectionReader, ImportSectionReader, Parser, Payload,
};

/// The name under which the glue offers everything that the module imports.
const GLUE: &str = "g";

/// The names of imports, before and after.
pub(super) struct Names {
    short: HashMap<String, String>,
    /// The name of the glue before.
    glue: String,
}

/// Arranges a module in place. Returns the new names, for the glue.
pub(super) fn arrange(path: &Path) -> Result<Names> {
    let module = std::fs::read(path).map_err(Failure::file("read", path))?;
    let failed = |what: String| Failure::new(format!("{}: {what}", path.display()));
    let mut arranger = Arranger::new(&module).map_err(|error| failed(error.to_string()))?;
    let mut arranged = Module::new();
    arranger
        .parse_core_module(&mut arranged, Parser::new(0), &module)
        .map_err(|error| failed(error.to_string()))?;
    std::fs::write(path, arranged.finish()).map_err(Failure::file("write", path))?;
    Ok(arranger.names)
}

impl Names {
    /// Renames the imports in the glue. Fails unless each is there once.
    pub(super) fn rename(&self, glue: &str) -> Result<String> {
        let missing = |name: &str| Failure::new(format!("The glue doesn't define {name} once."));
        let quoted = format!("\"{}\":", self.glue);
        if glue.matches(&quoted).count() != 1 {
            return Err(missing(&quoted));
        }
        let mut renamed = String::new();
        let mut found = HashMap::new();
        for line in glue.split_inclusive('\n') {
            let name = line.split_once(": function(").map(|(name, _)| name.trim());
            match name.and_then(|name| self.short.get_key_value(name)) {
                Some((name, short)) => {
                    *found.entry(name).or_insert(0) += 1;
                    renamed.push_str(&line.replacen(name.as_str(), short, 1));
                }
                None => renamed.push_str(line),
            }
        }
        match self.short.keys().find(|name| found.get(name) != Some(&1)) {
            Some(name) => Err(missing(name)),
            None => Ok(renamed.replace(&quoted, &format!("{GLUE}:"))),
        }
    }
}

/// Copies a module with its functions in another order and its imports under other names.
struct Arranger<'a> {
    imported: u32,
    /// The module's functions in their new order.
    functions: Vec<Function<'a>>,
    /// The new index of each function by the old one, without the imported functions.
    indices: HashMap<u32, u32>,
    names: Names,
}

struct Function<'a> {
    type_index: u32,
    body: FunctionBody<'a>,
    index: u32,
}

impl<'a> Arranger<'a> {
    fn new(module: &'a [u8]) -> wasmparser::Result<Self> {
        let (imported, _) = function_names(module)?;
        let (mut types, mut bodies) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::FunctionSection(section) => {
                    types = section.into_iter().collect::<wasmparser::Result<_>>()?;
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                _ => {}
            }
        }
        let functions = (0..).zip(types).zip(bodies);
        let mut functions: Vec<Function> = functions
            .map(|((index, type_index), body)| Function {
                type_index,
                body,
                index,
            })
            .collect();
        functions.sort_by(|first, second| {
            let key = |function: &Function<'a>| (function.type_index, function.body.as_bytes());
            key(first).cmp(&key(second))
        });
        let old = functions.iter().map(|function| function.index);
        Ok(Arranger {
            imported,
            indices: old.zip(0..).collect(),
            functions,
            names: Names {
                short: HashMap::new(),
                glue: String::new(),
            },
        })
    }
}

impl Reencode for Arranger<'_> {
    type Error = &'static str;

    fn function_index(&mut self, index: u32) -> std::result::Result<u32, Error<&'static str>> {
        let Some(defined) = index.checked_sub(self.imported) else {
            return Ok(index);
        };
        let new = self.indices.get(&defined);
        let new = new.ok_or(Error::UserError("A function has no body."))?;
        Ok(self.imported + new)
    }

    /// The alignment of an access that isn't atomic is a hint, which doesn't change what it does (WebAssembly Core
    /// Specification, "Memory Instructions").
    fn mem_arg(
        &mut self,
        mut argument: wasmparser::MemArg,
    ) -> std::result::Result<MemArg, Error<&'static str>> {
        argument.align = 0;
        utils::mem_arg(self, argument)
    }

    fn parse_import_section(
        &mut self,
        section: &mut ImportSection,
        imports: ImportSectionReader<'_>,
    ) -> std::result::Result<(), Error<&'static str>> {
        for import in imports.into_imports() {
            let import = import?;
            let short = format!("i{}", self.names.short.len());
            section.import(GLUE, &short, self.entity_type(import.ty)?);
            let is_other = self.names.glue != import.module && !self.names.short.is_empty();
            self.names.glue = import.module.to_owned();
            let before = self.names.short.insert(import.name.to_owned(), short);
            if is_other || before.is_some() {
                return Err(Error::UserError("The imports aren't those of one glue."));
            }
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        section: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> std::result::Result<(), Error<&'static str>> {
        for function in &self.functions {
            section.function(function.type_index);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        section: &mut CodeSection,
        _: CodeSectionReader<'_>,
    ) -> std::result::Result<(), Error<&'static str>> {
        for function in std::mem::take(&mut self.functions) {
            utils::parse_function_body(self, section, function.body)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        EntityType, ExportKind, ExportSection, Function as Body, Instruction, MemArgTarget,
        MemorySection, MemoryType, TypeSection,
    };
    use wasmparser::Validator;

    /// A module with an import, a function that calls the import and the function after it and reads from the memory, and
    /// that function.
    fn module() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut imports = ImportSection::new();
        imports.import("./glue.js", "__wbg_log_0123", EntityType::Function(0));
        module.section(&imports);
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        module.section(&functions);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        module.section(&memories);
        let mut exports = ExportSection::new();
        exports.export("caller", ExportKind::Func, 1);
        exports.export("nothing", ExportKind::Func, 2);
        module.section(&exports);
        let mut code = CodeSection::new();
        for calls in [&[0, 2][..], &[]] {
            let mut body = Body::new([]);
            for function in calls {
                body.instruction(&Instruction::Call(*function));
            }
            if !calls.is_empty() {
                body.instruction(&Instruction::I32Const(0));
                body.instruction(&Instruction::I32Load(MemArg {
                    align: 2,
                    offset: 4,
                    target: MemArgTarget::Memory(0),
                    ordering: None,
                }));
                body.instruction(&Instruction::Drop);
            }
            body.instruction(&Instruction::End);
            code.function(&body);
        }
        module.section(&code);
        module.finish()
    }

    fn arranged() -> Vec<u8> {
        let module = module();
        let mut arranger = Arranger::new(&module).unwrap();
        let mut arranged = Module::new();
        arranger
            .parse_core_module(&mut arranged, Parser::new(0), &module)
            .unwrap();
        let arranged = arranged.finish();
        Validator::new().validate_all(&arranged).unwrap();
        arranged
    }

    /// Returns alignment and offset of each access to memory.
    fn accesses(module: &[u8]) -> Vec<(u8, u64)> {
        let mut accesses = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::CodeSectionEntry(body) = payload.unwrap() {
                for operator in body.get_operators_reader().unwrap() {
                    if let wasmparser::Operator::I32Load { memarg } = operator.unwrap() {
                        accesses.push((memarg.align, memarg.offset));
                    }
                }
            }
        }
        accesses
    }

    #[test]
    fn accesses_to_memory_keep_their_offset_and_lose_their_alignment() {
        assert_eq!(accesses(&module()), [(2, 4)]);
        assert_eq!(accesses(&arranged()), [(0, 4)]);
    }

    /// Returns the functions that each function calls, and the exports.
    fn structure(module: &[u8]) -> (Vec<Vec<u32>>, Vec<(String, u32)>) {
        let (mut calls, mut exports) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(body) => {
                    let operators = body.get_operators_reader().unwrap().into_iter();
                    let called = operators.filter_map(|operator| match operator.unwrap() {
                        wasmparser::Operator::Call { function_index } => Some(function_index),
                        _ => None,
                    });
                    calls.push(called.collect());
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export.unwrap();
                        exports.push((export.name.to_owned(), export.index));
                    }
                }
                _ => {}
            }
        }
        (calls, exports)
    }

    #[test]
    fn calls_and_exports_follow_their_functions() {
        // The shorter body comes first now.
        let (calls, exports) = structure(&arranged());
        assert_eq!(calls, [vec![], vec![0, 1]]);
        assert_eq!(
            exports,
            [("caller".to_owned(), 2), ("nothing".to_owned(), 1)]
        );
    }

    #[test]
    fn the_glue_offers_each_import_under_its_short_name() {
        let short = [("__wbg_log_0123".to_owned(), "i0".to_owned())];
        let names = Names {
            short: short.into(),
            glue: "./glue.js".to_owned(),
        };
        let glue = "  __wbg_log_0123: function() {\n  }\n  \"./glue.js\": imports\n";
        let renamed = "  i0: function() {\n  }\n  g: imports\n";
        assert_eq!(names.rename(glue).ok().as_deref(), Some(renamed));
        assert!(names.rename("  \"./glue.js\": imports\n").is_err());
        assert!(names.rename(&format!("{glue}{glue}")).is_err());
    }
}
