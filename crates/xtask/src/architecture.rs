//! `cargo xtask architecture`: draws the dependencies between crates and between the modules of the package crate into
//! docs/architecture.md, and defines which dependencies are allowed.
//!
//! Manifests and sources are scanned as text. Paths count wherever they occur in code outside tests: in `use`
//! declarations and inline.

use crate::{Failure, Result, build, files, paths};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Allowed dependencies: each node with the nodes that it may use.
pub type Allowed = &'static [(&'static str, &'static [&'static str])];

/// Allowed dependencies between the crates except those of the tests, by folder name.
pub const CRATES: Allowed = &[
    ("crc32", &[]),
    ("package", &["crc32"]),
    ("verdict", &["package"]),
    ("batch", &["package", "verdict"]),
    ("report", &["package", "verdict"]),
    ("cli", &["package", "verdict", "batch", "report"]),
    ("web", &["package", "verdict", "batch", "report"]),
    ("xtask", &[]),
];

/// Allowed dependencies between the top-level modules of the package crate. `lib.rs` may use every module.
pub const PACKAGE_MODULES: Allowed = &[
    ("model", &[]),
    ("bytes", &["model"]),
    ("signature", &["bytes", "model"]),
    ("path", &["model"]),
    ("format", &["bytes", "path", "signature", "model"]),
    ("container", &["bytes", "path", "signature", "model"]),
    (
        "polyglot",
        &["signature", "container", "bytes", "path", "model"],
    ),
    ("assemble", &["format", "path", "model"]),
    (
        "open",
        &[
            "assemble",
            "polyglot",
            "container",
            "format",
            "path",
            "signature",
            "bytes",
            "model",
        ],
    ),
];

/// First line of the generated part of docs/architecture.md.
const START: &str = "<!-- picture: written by `cargo xtask architecture` -->";

/// Last line of the generated part of docs/architecture.md.
const END: &str = "<!-- end of picture -->";

/// A directed graph: each node with the nodes that it uses.
pub type Graph = BTreeMap<String, BTreeSet<String>>;

/// Writes the diagrams into docs/architecture.md.
pub fn run() -> Result<()> {
    let page = build::read(&document())?;
    build::write(&document(), &with_diagrams(&page, &diagrams()?)?)?;
    println!("docs/architecture.md is up to date.");
    Ok(())
}

/// Returns true if the diagrams in docs/architecture.md match the sources.
pub fn is_up_to_date() -> Result<bool> {
    let page = build::read(&document())?;
    Ok(with_diagrams(&page, &diagrams()?)? == page)
}

fn document() -> PathBuf {
    paths::root().join("docs/architecture.md")
}

/// Returns the dependencies between the crates except those of the tests, by folder name.
pub fn crate_graph() -> Result<Graph> {
    let root = paths::root();
    let mut folders = subfolders(&root.join("crates"))?;
    folders.push(root.join("web"));
    let mut manifests = Vec::new();
    for folder in folders {
        let manifest = folder.join("Cargo.toml");
        if manifest.is_file() {
            manifests.push((name(&folder), build::read(&manifest)?));
        }
    }
    Ok(graph_of_manifests(&manifests))
}

/// Returns the dependencies between the top-level modules of the package crate, without `lib.rs`.
pub fn package_graph() -> Result<Graph> {
    let root = paths::root().join("crates/package/src");
    Ok(graph_of_modules(&rust_files(&root)?))
}

/// Returns the product's code in the Rust files below a folder: each file's path below it, and its text without comments,
/// literals and tests.
pub fn product_code(folder: &Path) -> Result<Vec<(String, String)>> {
    Ok(without_test_files(&rust_files(folder)?))
}

fn rust_files(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut paths = files::files_below(folder, |_| false)?;
    paths.retain(|path| path.ends_with(".rs"));
    paths
        .into_iter()
        .map(|path| {
            let text = build::read(&folder.join(&path))?;
            Ok((path, text))
        })
        .collect()
}

/// Returns a sentence for each dependency that the table doesn't allow, and for each node that it doesn't contain.
pub fn violations(graph: &Graph, allowed: Allowed) -> Vec<String> {
    let mut sentences = Vec::new();
    for (from, targets) in graph {
        let Some((_, may_use)) = allowed.iter().find(|(name, _)| name == from) else {
            sentences.push(format!("{from} is not in the table."));
            continue;
        };
        for to in targets {
            if !may_use.contains(&to.as_str()) {
                sentences.push(format!("{from} must not use {to}."));
            }
        }
    }
    sentences
}

/// Returns the nodes of a cycle in the table, or `None`. A node that the table doesn't define uses nothing.
pub fn cycle(allowed: Allowed) -> Option<Vec<&'static str>> {
    // Removes nodes that use no remaining node, until none is left or the rest is cyclic.
    let mut remaining: Vec<_> = allowed.to_vec();
    loop {
        let names: Vec<&str> = remaining.iter().map(|(name, _)| *name).collect();
        let count = remaining.len();
        remaining.retain(|(_, targets)| targets.iter().any(|target| names.contains(target)));
        match remaining.len() {
            0 => return None,
            left if left == count => return Some(names),
            _ => {}
        }
    }
}

/// Builds the graph from folder names and manifests. Dependencies on other crates are left out.
fn graph_of_manifests(manifests: &[(String, String)]) -> Graph {
    let packages: BTreeMap<&str, &str> = manifests
        .iter()
        .filter_map(|(folder, manifest)| Some((package_name(manifest)?, folder.as_str())))
        .collect();
    let graph = manifests.iter().map(|(folder, manifest)| {
        let targets = dependencies(manifest);
        let targets = targets.filter_map(|name| packages.get(name));
        (
            folder.clone(),
            targets.map(|name| (*name).to_owned()).collect(),
        )
    });
    graph.collect()
}

fn package_name(manifest: &str) -> Option<&str> {
    let mut lines = manifest.lines();
    lines.find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
}

/// Returns the names of normal dependencies, also of those for one target only.
fn dependencies(manifest: &str) -> impl Iterator<Item = &str> {
    let mut is_inside = false;
    manifest.lines().filter_map(move |line| {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end().trim_end_matches(']');
            is_inside = section == "dependencies" || section.ends_with(".dependencies");
            let (table, name) = section.rsplit_once('.')?;
            let is_table = table == "dependencies" || table.ends_with(".dependencies");
            return is_table.then_some(name);
        }
        let name = line.split(['.', ' ', '=']).next()?;
        (is_inside && !name.is_empty() && !name.starts_with('#')).then_some(name)
    })
}

/// Returns the code of the files that aren't modules of tests.
fn without_test_files(files: &[(String, String)]) -> Vec<(String, String)> {
    let tests: BTreeSet<String> = files
        .iter()
        .flat_map(|(path, text)| test_files(path, &without_text(text)))
        .collect();
    let is_test = |path: &str| {
        tests.iter().any(|test| {
            let rest = path.strip_prefix(test.as_str());
            rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        })
    };
    files
        .iter()
        .filter(|(path, _)| !is_test(path))
        .map(|(path, text)| (path.clone(), without_tests(&without_text(text))))
        .collect()
}

/// Builds the graph of top-level modules from file paths relative to `src` and their texts.
///
/// A path `crate::Name` to an item that `lib.rs` re-exports gives an edge to `Name`, which no table contains: it would
/// hide the module that is really used.
fn graph_of_modules(files: &[(String, String)]) -> Graph {
    let code = without_test_files(files);
    let modules: BTreeSet<&str> = code.iter().map(|(path, _)| top_level(path)).collect();
    let mut graph = Graph::new();
    for (path, code) in &code {
        let module = top_level(path);
        if module == "lib" {
            continue;
        }
        let targets = graph.entry(module.to_owned()).or_default();
        targets.extend(names_after(code, "crate::"));
        let root = "super::".repeat(depth(path));
        let names = names_after(code, &root).into_iter();
        targets.extend(names.filter(|name| modules.contains(name.as_str())));
        targets.remove(module);
    }
    graph
}

/// Returns the top-level module of a file: `format` for `format/xml.rs` and for `format.rs`.
fn top_level(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// Returns the depth of a file's module below the crate's root.
fn depth(path: &str) -> usize {
    path.strip_suffix("/mod.rs")
        .unwrap_or(path)
        .split('/')
        .count()
}

/// Returns the names that directly follow a path prefix, also those of a group: `crate::{a::b, c}` gives `a` and `c`.
pub fn names_after(code: &str, prefix: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let before = code.get(..at).unwrap_or_default();
        if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '$')) {
            continue;
        }
        let rest = code.get(at + prefix.len()..).unwrap_or_default();
        match rest.trim_start().strip_prefix('{') {
            Some(group) => names.extend(group_names(group)),
            None => names.push(identifier(rest)),
        }
    }
    names.retain(|name| !matches!(name.as_str(), "" | "super" | "self"));
    names
}

/// Returns the first name of each element of a group, up to its closing brace.
fn group_names(group: &str) -> Vec<String> {
    let (mut names, mut depth, mut element) = (Vec::new(), 0_usize, String::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(identifier(&std::mem::take(&mut element))),
            _ => {}
        }
        if depth == 0 {
            element.push(c);
        }
    }
    names.push(identifier(element.trim_start_matches(',')));
    names
}

fn identifier(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    let is_part = |c: &char| c.is_alphanumeric() || *c == '_';
    text.chars().take_while(is_part).collect()
}

/// Replaces comments and literals by blanks, so that paths in them don't count.
fn without_text(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let follows_name = code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let skipped = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => quoted(rest),
            'r' if !follows_name => raw_string(rest).unwrap_or(0),
            '\'' => character(rest).unwrap_or(0),
            _ => 0,
        };
        let count = if skipped == 0 {
            code.push(first);
            first.len_utf8()
        } else {
            code.push(' ');
            skipped
        };
        rest = rest.get(count..).unwrap_or_default();
    }
    code
}

/// Returns the length of a block comment, which may contain others.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// Returns the length of a string literal.
fn quoted(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Returns the length of a raw string literal, or `None` if the text is something else.
fn raw_string(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('r')?;
    let hashes = inside.len() - inside.trim_start_matches('#').len();
    let start = 1 + hashes + 1;
    inside.get(hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = text.get(start..)?.find(&end)?;
    Some(start + length + end.len())
}

/// Returns the length of a character literal, or `None` for a lifetime.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    if inside.starts_with('\\') {
        return inside.get(2..)?.find('\'').map(|end| end + 4);
    }
    let length = inside.chars().next()?.len_utf8();
    inside
        .get(length..)?
        .starts_with('\'')
        .then_some(length + 2)
}

const TEST_ATTRIBUTE: &str = "#[cfg(test)]";

/// Removes the items marked with `#[cfg(test)]`.
fn without_tests(code: &str) -> String {
    let mut result = String::with_capacity(code.len());
    let mut rest = code;
    while let Some((before, after)) = rest.split_once(TEST_ATTRIBUTE) {
        result.push_str(before);
        rest = after.get(item_length(after)..).unwrap_or_default();
    }
    result + rest
}

/// Returns the length of the item at the start: up to its semicolon or its closing brace.
fn item_length(code: &str) -> usize {
    let is_use = code.split(['{', ';']).next().is_some_and(is_use_item);
    let mut depth = 0_usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && (c == ';' || c == '}' && !is_use) {
            return at + 1;
        }
    }
    code.len()
}

fn is_use_item(start: &str) -> bool {
    start.split_whitespace().any(|word| word == "use")
}

/// Returns the paths, without extension, of the modules that `#[cfg(test)] mod name;` declares in a file.
fn test_files(path: &str, code: &str) -> Vec<String> {
    let folder = match path.rsplit_once('/') {
        Some((folder, "mod.rs")) => format!("{folder}/"),
        None if path == "lib.rs" => String::new(),
        _ => format!("{}/", path.trim_end_matches(".rs")),
    };
    code.split(TEST_ATTRIBUTE)
        .skip(1)
        .filter_map(|after| {
            let (item, _) = after.split_once(';')?;
            let (_, name) = item.rsplit_once("mod ")?;
            let is_file = !name.contains(|c: char| !c.is_alphanumeric() && c != '_');
            is_file.then(|| format!("{folder}{name}"))
        })
        .collect()
}

fn diagrams() -> Result<String> {
    Ok(format!(
        "Crates, without those of the tests:\n\n{}\n\
         Modules of `crates/package`:\n\n{}",
        mermaid(&crate_graph()?),
        mermaid(&package_graph()?)
    ))
}

fn mermaid(graph: &Graph) -> String {
    let mut text = String::from("```mermaid\nflowchart TD\n");
    for (from, targets) in graph {
        // Writing to a string does not fail.
        let _ = writeln!(text, "    {from}");
        for to in targets {
            let _ = writeln!(text, "    {from} --> {to}");
        }
    }
    text.push_str("```\n");
    text
}

/// Replaces the generated part of the page.
fn with_diagrams(page: &str, diagrams: &str) -> Result<String> {
    let parts = page.split_once(START).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(END)?;
        Some((before, after))
    });
    let (before, after) = parts.ok_or_else(|| {
        Failure::new(format!(
            "docs/architecture.md needs the lines {START} and {END}."
        ))
    })?;
    Ok(format!("{before}{START}\n\n{diagrams}\n{END}{after}"))
}

fn subfolders(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut folders = entries(folder)?;
    folders.retain(|path| path.is_dir());
    folders.sort();
    Ok(folders)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(Failure::file("read", folder))?;
    Ok(entries.flatten().map(|entry| entry.path()).collect())
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(edges: &[(&str, &[&str])]) -> Graph {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        edges
            .iter()
            .map(|(from, to)| ((*from).to_owned(), owned(to)))
            .collect()
    }

    fn modules(files: &[(&str, &str)]) -> Graph {
        let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        graph_of_modules(&files.iter().map(owned).collect::<Vec<_>>())
    }

    #[test]
    fn crates_use_what_their_manifests_depend_on() {
        let manifests = [
            (
                "package",
                "[package]\nname = \"p2s-package\"\n[dependencies]\nzip.workspace = true\n",
            ),
            (
                "verdict",
                "[package]\nname = \"p2s-verdict\"\n[dependencies]\np2s-package = { workspace = true }\n\
                 [dev-dependencies]\np2s-report.workspace = true\n",
            ),
            (
                "report",
                "[package]\nname = \"p2s-report\"\n[dependencies.p2s-verdict]\nworkspace = true\n\
                 [target.'cfg(unix)'.dependencies]\np2s-package.workspace = true\n[build-dependencies]\np2s-report = 1\n",
            ),
        ];
        let manifests = manifests.map(|(folder, text)| (folder.to_owned(), text.to_owned()));
        let expected = graph(&[
            ("package", &[]),
            ("report", &["package", "verdict"]),
            ("verdict", &["package"]),
        ]);
        assert_eq!(graph_of_manifests(&manifests), expected);
    }

    #[test]
    fn modules_use_what_their_paths_name() {
        let found = modules(&[
            ("lib.rs", "mod model; mod open; pub use crate::open::open;"),
            ("model/mod.rs", "pub struct Part;"),
            (
                "bytes.rs",
                "use crate::model::Part;\nfn f() { crate::path::normal(); }",
            ),
            ("path.rs", "use super::model;"),
            (
                "format/xml.rs",
                "use crate::{bytes::{self, read}, format::x, path,\n    signature::is_xml,};\n\
                 use super::super::model::Part; use super::other;",
            ),
            ("signature.rs", ""),
        ]);
        let expected = graph(&[
            ("bytes", &["model", "path"]),
            ("format", &["bytes", "model", "path", "signature"]),
            ("model", &[]),
            ("path", &["model"]),
            ("signature", &[]),
        ]);
        assert_eq!(found, expected);
    }

    #[test]
    fn comments_literals_and_tests_do_not_count() {
        let found = modules(&[
            (
                "open.rs",
                "//! [`crate::model`]\n/* crate::a /* crate::b */ crate::c */\n\
                 const A: &str = \"crate::d \\\" crate::e\"; const B: &str = r#\"crate::f\"#;\n\
                 const C: char = '\"'; fn f<'a>(x: &'a str) { crate::bytes::read('\\''); }\n\
                 #[cfg(test)]\nuse crate::{g, h};\n\
                 #[cfg(test)]\nmod tests { use crate::i; fn f() { { crate::j::k(); } } }\n\
                 #[cfg(test)]\nmod more;\nuse crate::path::P;",
            ),
            ("open/more.rs", "use crate::l::M;"),
        ]);
        assert_eq!(found, graph(&[("open", &["bytes", "path"])]));
    }

    #[test]
    fn a_path_to_an_item_of_the_root_is_a_violation() {
        let found = modules(&[("bytes.rs", "use crate::Error;"), ("model.rs", "")]);
        assert_eq!(
            violations(&found, PACKAGE_MODULES),
            ["bytes must not use Error."]
        );
    }

    #[test]
    fn unknown_nodes_and_wrong_directions_are_violations() {
        let found = graph(&[
            ("model", &["open"]),
            ("open", &["model"]),
            ("sniff", &["model"]),
        ]);
        assert_eq!(
            violations(&found, PACKAGE_MODULES),
            ["model must not use open.", "sniff is not in the table."]
        );
    }

    #[test]
    fn the_tables_have_no_cycle_and_name_only_their_own_nodes() {
        for table in [CRATES, PACKAGE_MODULES] {
            assert_eq!(cycle(table), None);
            for target in table.iter().flat_map(|(_, targets)| *targets) {
                assert!(table.iter().any(|(name, _)| name == target), "{target}");
            }
        }
    }

    #[test]
    fn a_cycle_is_found() {
        let table: Allowed = &[("a", &["b"]), ("b", &["c"]), ("c", &["b", "d"]), ("d", &[])];
        assert_eq!(cycle(table), Some(vec!["a", "b", "c"]));
    }

    #[test]
    fn only_the_part_between_the_markers_is_replaced() {
        let page = format!("# Title\n\n{START}\nold\n{END}\n\nMore.\n");
        let diagram = mermaid(&graph(&[("a", &["b"]), ("b", &[])]));
        let expected = format!(
            "# Title\n\n{START}\n\n```mermaid\nflowchart TD\n    a\n    a --> b\n    b\n```\n\n{END}\n\nMore.\n"
        );
        let written = with_diagrams(&page, &diagram);
        assert_eq!(written.as_deref(), Ok(expected.as_str()));
        assert_eq!(with_diagrams(&expected, &diagram), written);
        assert!(with_diagrams("# Title\n", &diagram).is_err());
    }
}
