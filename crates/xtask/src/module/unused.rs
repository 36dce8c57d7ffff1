//! Finds the functions and the data that nothing uses, in a module that was linked with `--emit-relocs`: its relocations name
//! every use (WebAssembly tool conventions, "Relocation Sections").
//!
//! The linker leaves out itself what isn't used, but before panics are silenced. What only they used is tables of Unicode and
//! texts that are never written.

use super::silence::{function_names, is_silenced};
use crate::{Failure, Result};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use wasmparser::{
    BinaryReaderError, CustomSectionReader, DataSectionReader, ExternalKind, KnownCustom, Linking,
    Parser, Payload, RelocationType, SymbolInfo,
};

/// What is used, and what isn't.
pub(super) struct Usage {
    /// The names of functions that nothing uses, and no other function has.
    pub(super) unused_functions: HashSet<String>,
    /// The addresses of each piece of data, and whether it is used. Some pieces are the end of another.
    pub(super) data: Vec<(Range<usize>, bool)>,
}

impl Usage {
    /// Follows the uses from the exports of a module. Functions that are silenced use nothing.
    pub(super) fn of(module: &[u8]) -> Result<Self> {
        let broken = |error: BinaryReaderError| Failure::new(error.to_string());
        let (_, names) = function_names(module).map_err(broken)?;
        let linked = Linked::read(module).map_err(broken)?;
        if linked.code.uses.is_empty() {
            return Err(Failure::new("The linked module has no relocations."));
        }
        let uses = linked.uses()?;
        let uses_nothing = |node: &Node| match node {
            Node::Function(index) => names.get(index).is_some_and(|name| is_silenced(name)),
            Node::Data(_) => false,
        };
        let mut used: HashSet<Node> = HashSet::new();
        let mut waiting: Vec<Node> = linked.exported.clone();
        while let Some(node) = waiting.pop() {
            if used.insert(node) && !uses_nothing(&node) {
                waiting.extend(uses.get(&node).into_iter().flatten());
            }
        }
        let (used_names, other_names): (Vec<_>, Vec<_>) = names
            .into_iter()
            .partition(|(index, _)| used.contains(&Node::Function(*index)));
        let mut unused_functions: HashSet<String> =
            other_names.into_iter().map(|(_, name)| name).collect();
        for (_, name) in used_names {
            unused_functions.remove(&name);
        }
        let pieces = (0..).zip(linked.pieces);
        let data = pieces.map(|(number, range)| (range, used.contains(&Node::Data(number))));
        Ok(Usage {
            unused_functions,
            data: data.collect(),
        })
    }
}

/// What a symbol stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Node {
    /// The function with this index.
    Function(u32),
    /// The piece of data with this number.
    Data(usize),
}

/// What the relocations of a section are about.
#[derive(Default)]
struct Section {
    /// What the section contains, by its place in the section.
    contents: Vec<(Range<usize>, Node)>,
    /// The places at which a symbol is used.
    uses: Vec<(usize, u32)>,
}

/// A module as the linker wrote it.
#[derive(Default)]
struct Linked {
    symbols: Vec<Option<Node>>,
    /// The addresses of each piece of data.
    pieces: Vec<Range<usize>>,
    code: Section,
    data: Section,
    exported: Vec<Node>,
    /// The segments of data: their address, and their place in the section.
    segments: Vec<(usize, usize)>,
}

impl Linked {
    fn read(module: &[u8]) -> wasmparser::Result<Self> {
        let mut linked = Linked::default();
        let (imported, _) = function_names(module)?;
        let (mut code_start, mut function) = (0, imported);
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            linked.exported.push(Node::Function(export.index));
                        }
                    }
                }
                Payload::CodeSectionStart {
                    unchecked_range, ..
                } => code_start = unchecked_range.start,
                Payload::CodeSectionEntry(body) => {
                    let range = body.range();
                    let place =
                        (range.start - code_start) as usize..(range.end - code_start) as usize;
                    linked.code.contents.push((place, Node::Function(function)));
                    function += 1;
                }
                Payload::DataSection(section) => linked.read_segments(section)?,
                Payload::CustomSection(section) => linked.read_custom(section)?,
                _ => {}
            }
        }
        Ok(linked)
    }

    fn read_segments(&mut self, section: DataSectionReader<'_>) -> wasmparser::Result<()> {
        let start = section.range().start;
        for data in section {
            let data = data?;
            let place = (data.range.end - start) as usize - data.data.len();
            let address = super::start_of(&data).unwrap_or_default();
            self.segments.push((address, place));
        }
        Ok(())
    }

    fn read_custom(&mut self, section: CustomSectionReader<'_>) -> wasmparser::Result<()> {
        match section.as_known() {
            KnownCustom::Linking(linking) => {
                for subsection in linking.subsections() {
                    if let Linking::SymbolTable(symbols) = subsection? {
                        for symbol in symbols {
                            self.read_symbol(symbol?);
                        }
                    }
                }
            }
            KnownCustom::Reloc(relocations) => {
                let uses = match section.name() {
                    "reloc.CODE" => &mut self.code.uses,
                    "reloc.DATA" => &mut self.data.uses,
                    _ => return Ok(()),
                };
                for relocation in relocations.entries() {
                    let relocation = relocation?;
                    if relocation.ty != RelocationType::TypeIndexLeb {
                        uses.push((relocation.offset as usize, relocation.index));
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn read_symbol(&mut self, symbol: SymbolInfo<'_>) {
        let node = match symbol {
            SymbolInfo::Func { index, .. } => Some(Node::Function(index)),
            SymbolInfo::Data {
                symbol: Some(data), ..
            } => {
                // What is zero at the start is in no segment.
                let segment = self.segments.get(data.index as usize);
                segment.map(|(address, place)| {
                    let range = |start: &usize| {
                        let start = start + data.offset as usize;
                        start..start + data.size as usize
                    };
                    let node = Node::Data(self.pieces.len());
                    self.pieces.push(range(address));
                    self.data.contents.push((range(place), node));
                    node
                })
            }
            _ => None,
        };
        self.symbols.push(node);
    }

    /// Returns what each function and each piece of data uses. Fails for a use that is in neither.
    fn uses(&self) -> Result<HashMap<Node, Vec<Node>>> {
        let mut all: HashMap<Node, Vec<Node>> = HashMap::new();
        for Section { contents, uses } in [&self.code, &self.data] {
            let mut contents: Vec<_> = contents.iter().collect();
            contents.sort_by_key(|(place, _)| place.start);
            for (place, symbol) in uses {
                let after = contents.partition_point(|(content, _)| content.start <= *place);
                let user = after.checked_sub(1).and_then(|last| contents.get(last));
                let user = user.filter(|(content, _)| content.contains(place));
                let used = self.symbols.get(*symbol as usize);
                let (Some((_, user)), Some(used)) = (user, used) else {
                    return Err(Failure::new(format!(
                        "The use of symbol {symbol} at {place} is in no function and no data."
                    )));
                };
                all.entry(*user).or_default().extend(used);
            }
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;
    use wasm_encoder::{
        CodeSection, ConstExpr, CustomSection, DataSection, ExportKind, ExportSection, Function,
        FunctionSection, Instruction, LinkingSection, Module, NameMap, NameSection, SymbolTable,
        TypeSection,
    };

    /// A linked module with three functions (one exported, a panic that it calls, and one that nothing calls) and four
    /// pieces of data of four bytes: the exported function uses the first, which uses the second; each other function uses
    /// one.
    fn linked_module() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut functions = FunctionSection::new();
        functions.function(0).function(0).function(0);
        module.section(&functions);
        let mut exports = ExportSection::new();
        exports.export("start", ExportKind::Func, 0);
        module.section(&exports);
        let mut code = CodeSection::new();
        let mut places = Vec::new();
        for uses in [&[Some(0), None][..], &[Some(2)], &[Some(3)]] {
            let mut body = Function::new([]);
            for piece in uses {
                match piece {
                    Some(piece) => {
                        // Four bytes need an address of 5 bytes, with an opcode before.
                        places.push((code.byte_len() + 1 + 1 + body.byte_len() + 1, piece + 3));
                        body.instruction(&Instruction::I32Const(1 << 30 | piece));
                        body.instruction(&Instruction::Drop);
                    }
                    None => {
                        places.push((code.byte_len() + 1 + 1 + body.byte_len() + 1, 1));
                        body.instruction(&Instruction::Call(1));
                    }
                }
            }
            body.instruction(&Instruction::End);
            code.function(&body);
        }
        module.section(&code);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(1000), [0; 16]);
        module.section(&data);
        let mut symbols = SymbolTable::new();
        for index in 0..3 {
            symbols.function(0, index, Some("f"));
        }
        for offset in [0, 4, 8, 12] {
            let definition = wasm_encoder::DataSymbolDefinition {
                index: 0,
                offset,
                size: 4,
            };
            symbols.data(0, "d", Some(definition));
        }
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        module.section(&linking);
        // Each entry: type, place, symbol, addend. Type 4 is the address of data, type 0 a function.
        let mut relocations = vec![3, places.len() as u8];
        for (place, symbol) in places {
            match symbol {
                1 => relocations.extend([0, place as u8, 1]),
                _ => relocations.extend([4, place as u8, symbol as u8, 0]),
            }
        }
        let custom = |name: &'static str, data: Vec<u8>| CustomSection {
            name: Cow::Borrowed(name),
            data: Cow::Owned(data),
        };
        module.section(&custom("reloc.CODE", relocations));
        // The segment's bytes begin after its count, kind, address and length.
        module.section(&custom("reloc.DATA", vec![4, 1, 5, 7, 4, 0]));
        let mut names = NameMap::new();
        for (index, name) in [(0, "start"), (1, "4core9panicking5panic"), (2, "unused")] {
            names.append(index, name);
        }
        let mut section = NameSection::new();
        section.functions(&names);
        module.section(&section);
        module.finish()
    }

    #[test]
    fn what_only_panics_and_unused_functions_use_is_unused() {
        let usage = Usage::of(&linked_module()).ok();
        let used: Vec<_> = usage.iter().flat_map(|usage| &usage.data).collect();
        let expected = [
            (1000..1004, true),
            (1004..1008, true),
            (1008..1012, false),
            (1012..1016, false),
        ];
        assert_eq!(used, expected.iter().collect::<Vec<_>>());
        let unused = usage.map(|usage| usage.unused_functions);
        assert_eq!(unused, Some(HashSet::from(["unused".to_owned()])));
    }
}
