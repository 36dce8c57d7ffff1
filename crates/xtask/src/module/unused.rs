//! Finds the functions and the data that nothing uses, in a module that was linked with `--emit-relocs`: its relocations name
//! every use (WebAssembly tool conventions, "Relocation Sections").
//!
//! The linker leaves out itself what isn't used, but before panics are silenced. What only they used is tables of Unicode and
//! texts that are never written. Source locations are used by nothing else, although functions that aren't silenced pass them
//! on.

use super::silence::{function_names, is_silenced};
use crate::{Failure, Result};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use wasmparser::{
    BinaryReaderError, CustomSectionReader, DataSectionReader, ExternalKind, FunctionBody,
    KnownCustom, Linking, Operator, Parser, Payload, RelocationType, SymbolInfo,
};

/// What is used, and what isn't.
pub(super) struct Usage {
    /// The names of functions that nothing uses, and no other function has.
    pub(super) unused_functions: HashSet<String>,
    /// The addresses of the data that nothing uses.
    pub(super) unused_data: Vec<Range<usize>>,
}

impl Usage {
    /// Follows the uses from the exports of a module. Functions that are silenced use nothing.
    pub(super) fn of(module: &[u8]) -> Result<Self> {
        let broken = |error: BinaryReaderError| Failure::new(error.to_string());
        let (imported, names) = function_names(module).map_err(broken)?;
        let linked = Linked::read(module, imported).map_err(broken)?;
        let uses = linked.uses()?;
        let is_location = |node: &Node| linked.is_location(*node, &uses);
        let uses_nothing = |node: &Node| match node {
            Node::Function(index) => names.get(index).is_some_and(|name| is_silenced(name)),
            Node::Data(_) => false,
        };
        let mut used: HashSet<Node> = HashSet::new();
        let mut waiting = linked.roots.clone();
        while let Some(node) = waiting.pop() {
            if !is_location(&node) && used.insert(node) && !uses_nothing(&node) {
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
        let unused_data = pieces.filter(|(number, _)| !used.contains(&Node::Data(*number)));
        Ok(Usage {
            unused_functions,
            unused_data: unused_data.map(|(_, piece)| piece.addresses).collect(),
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

/// A piece of data.
struct Piece<'m> {
    addresses: Range<usize>,
    bytes: &'m [u8],
}

/// What the relocations of a section are about.
#[derive(Default)]
struct Section {
    /// What the section contains, by its offsets in the section.
    contents: Vec<(Range<usize>, Node)>,
    /// The offsets at which a symbol is used.
    uses: Vec<(usize, u32)>,
}

/// A module as the linker wrote it.
#[derive(Default)]
struct Linked<'m> {
    symbols: Vec<Option<Node>>,
    pieces: Vec<Piece<'m>>,
    code: Section,
    data: Section,
    /// Calls, also those of functions by the linker, which have no relocations.
    calls: Vec<(Node, Node)>,
    /// What is used from outside.
    roots: Vec<Node>,
    /// The segments of data: their address, their offset in the section, and their bytes.
    segments: Vec<(usize, usize, &'m [u8])>,
}

impl<'m> Linked<'m> {
    fn read(module: &'m [u8], imported: u32) -> wasmparser::Result<Self> {
        let mut linked = Linked::default();
        let (mut code_start, mut function) = (0, imported);
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            linked.roots.push(Node::Function(export.index));
                        }
                    }
                }
                Payload::StartSection { func, .. } => linked.roots.push(Node::Function(func)),
                Payload::CodeSectionStart {
                    unchecked_range, ..
                } => code_start = unchecked_range.start,
                Payload::CodeSectionEntry(body) => {
                    let range = body.range();
                    let (start, end) = (range.start - code_start, range.end - code_start);
                    let node = Node::Function(function);
                    linked
                        .code
                        .contents
                        .push((start as usize..end as usize, node));
                    linked.read_calls(node, &body)?;
                    function += 1;
                }
                Payload::DataSection(section) => linked.read_segments(section)?,
                Payload::CustomSection(section) => linked.read_custom(&section)?,
                _ => {}
            }
        }
        Ok(linked)
    }

    fn read_calls(&mut self, caller: Node, body: &FunctionBody<'m>) -> wasmparser::Result<()> {
        for operator in body.get_operators_reader()? {
            if let Operator::Call { function_index } | Operator::RefFunc { function_index } =
                operator?
            {
                self.calls.push((caller, Node::Function(function_index)));
            }
        }
        Ok(())
    }

    fn read_segments(&mut self, section: DataSectionReader<'m>) -> wasmparser::Result<()> {
        let start = section.range().start;
        for data in section {
            let data = data?;
            let offset = (data.range.end - start) as usize - data.data.len();
            let address = super::start_of(&data).unwrap_or_default();
            self.segments.push((address, offset, data.data));
        }
        Ok(())
    }

    fn read_custom(&mut self, section: &CustomSectionReader<'m>) -> wasmparser::Result<()> {
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
                segment.map(|(address, start, bytes)| {
                    let (from, size) = (data.offset as usize, data.size as usize);
                    let at = |start: &usize| start + from..start + from + size;
                    let node = Node::Data(self.pieces.len());
                    self.pieces.push(Piece {
                        addresses: at(address),
                        bytes: bytes.get(at(&0)).unwrap_or_default(),
                    });
                    self.data.contents.push((at(start), node));
                    node
                })
            }
            _ => None,
        };
        self.symbols.push(node);
    }

    /// Returns what each function and each piece of data uses. Fails without relocations, and for a use that is in neither.
    fn uses(&self) -> Result<HashMap<Node, Vec<Node>>> {
        let mut all: HashMap<Node, Vec<Node>> = HashMap::new();
        for (caller, called) in &self.calls {
            all.entry(*caller).or_default().push(*called);
        }
        for Section { contents, uses } in [&self.code, &self.data] {
            if uses.is_empty() {
                return Err(Failure::new("The linked module lacks relocations."));
            }
            let mut contents: Vec<_> = contents.iter().collect();
            contents.sort_by_key(|(range, _)| range.start);
            // Some pieces are the end of another, and are used with it.
            let mut longest: Option<&(Range<usize>, Node)> = None;
            for content in &contents {
                if let Some((range, node)) =
                    longest.filter(|(range, _)| content.0.start < range.end)
                {
                    all.entry(*node).or_default().push(content.1);
                    all.entry(content.1).or_default().push(*node);
                    if range.end >= content.0.end {
                        continue;
                    }
                }
                longest = Some(content);
            }
            for (offset, symbol) in uses {
                let after = contents.partition_point(|(range, _)| range.start <= *offset);
                let user = after.checked_sub(1).and_then(|last| contents.get(last));
                let user = user.filter(|(range, _)| range.contains(offset));
                let used = self.symbols.get(*symbol as usize);
                let (Some((_, user)), Some(used)) = (user, used) else {
                    return Err(Failure::new(format!(
                        "The use of symbol {symbol} at {offset} is in no function and no data."
                    )));
                };
                all.entry(*user).or_default().extend(used);
            }
        }
        Ok(all)
    }

    /// Returns true for a `core::panic::Location`: the address and the length of a path that ends in `.rs`, a line and a
    /// column.
    fn is_location(&self, node: Node, uses: &HashMap<Node, Vec<Node>>) -> bool {
        let piece = |node: Node| match node {
            Node::Data(number) => self.pieces.get(number),
            Node::Function(_) => None,
        };
        let path = match uses.get(&node).map(Vec::as_slice) {
            Some([path]) => piece(*path),
            _ => None,
        };
        // The path ends in a zero besides.
        let is_path = |path: &Piece| {
            path.bytes
                .strip_suffix(b"\0")
                .is_some_and(|path| path.ends_with(b".rs"))
        };
        piece(node).is_some_and(|piece| piece.bytes.len() == 16) && path.is_some_and(is_path)
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

    /// A linked module with three functions (one exported, a panic that it calls, and one that nothing calls) and six pieces
    /// of data. Four have four bytes: the exported function uses the first, which uses the second; each other function uses
    /// one. Then come a source location, which the exported function uses, and its path.
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
        let mut offsets = Vec::new();
        for uses in [&[Some(0), None, Some(4)][..], &[Some(2)], &[Some(3)]] {
            let mut body = Function::new([]);
            for piece in uses {
                match piece {
                    Some(piece) => {
                        // Four bytes need an address of 5 bytes, with an opcode before.
                        offsets.push((code.byte_len() + 1 + 1 + body.byte_len() + 1, piece + 3));
                        body.instruction(&Instruction::I32Const(1 << 30 | piece));
                        body.instruction(&Instruction::Drop);
                    }
                    None => {
                        offsets.push((code.byte_len() + 1 + 1 + body.byte_len() + 1, 1));
                        body.instruction(&Instruction::Call(1));
                    }
                }
            }
            body.instruction(&Instruction::End);
            code.function(&body);
        }
        module.section(&code);
        let mut data = DataSection::new();
        let mut bytes = vec![0; 16 + 16];
        bytes.extend(b"a.rs\0");
        data.active(0, &ConstExpr::i32_const(1000), bytes);
        module.section(&data);
        let mut symbols = SymbolTable::new();
        for index in 0..3 {
            symbols.function(0, index, Some("f"));
        }
        for (offset, size) in [(0, 4), (4, 4), (8, 4), (12, 4), (16, 16), (32, 5)] {
            let definition = wasm_encoder::DataSymbolDefinition {
                index: 0,
                offset,
                size,
            };
            symbols.data(0, "d", Some(definition));
        }
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        module.section(&linking);
        // Each entry: type, offset, symbol, addend. Type 4 is the address of data, type 0 a function.
        let mut relocations = vec![3, offsets.len() as u8];
        for (offset, symbol) in offsets {
            match symbol {
                1 => relocations.extend([0, offset as u8, 1]),
                _ => relocations.extend([4, offset as u8, symbol as u8, 0]),
            }
        }
        let custom = |name: &'static str, data: Vec<u8>| CustomSection {
            name: Cow::Borrowed(name),
            data: Cow::Owned(data),
        };
        module.section(&custom("reloc.CODE", relocations));
        // The segment's bytes begin at 7, after its count, kind, address and length. Type 5 is the address of data.
        module.section(&custom(
            "reloc.DATA",
            vec![4, 2, 5, 7, 4, 0, 5, 7 + 16, 8, 0],
        ));
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
        let unused: Vec<_> = usage.iter().flat_map(|usage| &usage.unused_data).collect();
        let expected = [1008..1012, 1012..1016, 1016..1032, 1032..1037];
        assert_eq!(unused, expected.iter().collect::<Vec<_>>());
        let unused = usage.map(|usage| usage.unused_functions);
        assert_eq!(unused, Some(HashSet::from(["unused".to_owned()])));
    }

    #[test]
    fn a_module_without_relocations_is_refused() {
        let module = linked_module();
        let code = module.windows(10).position(|name| name == b"reloc.CODE");
        let data = module.windows(10).position(|name| name == b"reloc.DATA");
        for position in [code, data] {
            let mut without = module.clone();
            without[position.unwrap()] = b'-';
            assert!(Usage::of(&without).is_err());
        }
    }
}
