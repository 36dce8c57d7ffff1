//! Checks the language of sources and documents: habits that are never right, private names, and citations of pages
//! that the repository doesn't contain.
//!
//! The check is a reminder. It can't replace reading a sentence aloud.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "positions come from the text itself, and a test that can't read a file fails by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use xtask::files::files_below;
use xtask::paths::root;

/// A phrase that is never right, and what to write instead.
struct Habit {
    /// Whole words in lower case, separated by single blanks.
    words: &'static str,
    /// Words directly before the phrase that make it right.
    unless_after: &'static [&'static str],
    /// Words directly after the phrase that make it right.
    unless_before: &'static [&'static str],
    instead: &'static str,
}

const fn habit(words: &'static str, instead: &'static str) -> Habit {
    Habit {
        words,
        unless_after: &[],
        unless_before: &[],
        instead,
    }
}

const HABITS: &[Habit] = &[
    Habit {
        words: "is none",
        unless_after: &["there"],
        unless_before: &["of"],
        instead: "isn't a …",
    },
    habit("told apart", "distinguished"),
    habit("tells apart", "distinguishes"),
    Habit {
        words: "of the gateway's own",
        unless_after: &[],
        unless_before: &["self-signed"],
        instead: "the gateway's own self-signed CA",
    },
    habit("stands under", "is issued by, chains to"),
    habit("stand under", "are issued by, chain to"),
    habit("hangs on", "depends on"),
    habit("hang on", "depend on"),
    habit("anew", "again"),
    habit("mend", "fix"),
    habit("to be had", "available"),
    habit("picture of a day", "snapshot"),
    habit("reader of streams", "streaming reader"),
    habit("goes by", "depends on, is based on"),
    habit("by the notice", "according to the notice"),
    habit("another house", "independent"),
    habit("another house's", "an independent …"),
    habit("to and fro", "back and forth"),
    habit("the same of", "name the thing"),
];

/// Identifiers of former private vocabulary, case-sensitive.
const PRIVATE_NAMES: &[(&str, &str)] = &[
    ("Told", "the noun for the value, such as EndRecord"),
    ("Came", "the event, such as FilesReceived"),
    ("LETTERS", "MAGIC"),
    ("Judged", "Classified"),
];

/// Folders and files that are never checked: build output, data, and this list itself.
const EXCLUDED: &[&str] = &[
    ".git",
    "target",
    "dist",
    "web/dist",
    "tests/fixtures",
    "fuzz/corpus",
    "fuzz/regressions",
    "fuzz/target",
    "crates/xtask/tests/tidy.rs",
];

/// Texts for customers, which have their own rules and tests.
const CUSTOMER_TEXTS: &[&str] = &["index.html", "crates/report/words"];

/// Folders where only comments are checked, because their strings are the contents of fixtures.
const ONLY_COMMENTS: &[&str] = &["tests/generator/src", "crates/report/src"];

/// Kinds of files that are checked.
const EXTENSIONS: &[&str] = &["rs", "toml", "css", "js", "html", "md"];

/// Checked files without an extension.
const OTHER_FILES: &[&str] = &[".ci/run"];

/// Documents of other projects that the sources may cite.
const FOREIGN_DOCUMENTS: &[&str] = &["includes/vpn-gateway-server-certificate-migration-faq.md"];

/// A word with its position in the text.
struct Word<'a> {
    text: &'a str,
    start: usize,
    line: usize,
}

/// Splits a text into words. A word consists of letters, digits, `_`, `-` and apostrophes.
fn words(text: &str) -> Vec<Word<'_>> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '\'' | '’');
    let (mut found, mut line, mut start) = (Vec::new(), 1, None);
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        match (start, is_word(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let text = text[from..at].trim_matches(['\'', '-', '’']);
                found.push(Word {
                    text,
                    start: from,
                    line,
                });
                start = None;
            }
            _ => {}
        }
        line += usize::from(c == '\n');
    }
    found
}

/// Returns true if only blanks, line ends and comment markers separate two words.
fn is_adjacent(text: &str, first: &Word<'_>, second: &Word<'_>) -> bool {
    let between = text
        .get(first.start + first.text.len()..second.start)
        .unwrap_or("…");
    between
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '/' | '!' | '*' | '#'))
}

/// Returns the line and the name of each habit in a text, with what to write instead.
fn habits(text: &str) -> Vec<(usize, &'static str, &'static str)> {
    let words = words(text);
    let mut found = Vec::new();
    for habit in HABITS {
        let phrase: Vec<&str> = habit.words.split(' ').collect();
        for (index, window) in words.windows(phrase.len()).enumerate() {
            let matches = window
                .iter()
                .zip(&phrase)
                .all(|(word, habit)| word.text.replace('’', "'").eq_ignore_ascii_case(habit))
                && window
                    .windows(2)
                    .all(|pair| is_adjacent(text, &pair[0], &pair[1]));
            let is_one_of = |word: Option<&Word<'_>>, right: &[&str]| {
                word.is_some_and(|word| right.contains(&word.text.to_lowercase().as_str()))
            };
            let previous = index.checked_sub(1).and_then(|index| words.get(index));
            let is_right = is_one_of(previous, habit.unless_after)
                || is_one_of(words.get(index + phrase.len()), habit.unless_before);
            if matches && !is_right {
                found.push((window[0].line, habit.words, habit.instead));
            }
        }
    }
    found
}

/// Returns the line of each private name in source code, with a standard one.
fn private_names(code: &str) -> Vec<(usize, &'static str, &'static str)> {
    let names = PRIVATE_NAMES.iter();
    words(code)
        .iter()
        .flat_map(|word| {
            let found = names.clone().filter(|(name, _)| *name == word.text);
            found.map(|(name, instead)| (word.line, *name, *instead))
        })
        .collect()
}

/// Returns the line and the path of each Markdown file that a text cites.
fn cited_documents(text: &str) -> Vec<(usize, &str)> {
    let is_path = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
    let lines = text.lines().zip(1..);
    lines
        .flat_map(|(line, number)| {
            let paths = line.split(|c| !is_path(c));
            paths.map(move |path| (number, path.trim_end_matches('.')))
        })
        .filter(|(_, path)| {
            path.strip_suffix(".md")
                .is_some_and(|stem| stem.ends_with(|c: char| c.is_ascii_alphanumeric()))
        })
        .collect()
}

/// Returns true if the repository contains the cited document: under this path, or relative to some folder.
fn is_in_repository(cited: &str, documents: &BTreeSet<String>) -> bool {
    let cited = cited.trim_start_matches(['.', '/']);
    documents.iter().any(|document| {
        let folder = document.strip_suffix(cited);
        folder.is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
    })
}

/// Returns the lines that refer to the folder beside the repository for something other than real packages.
fn foreign_folders(text: &str) -> Vec<usize> {
    let lines = text.lines().zip(1..);
    lines
        .filter(|(line, _)| line.replace("../shared/samples", "").contains("../shared"))
        .map(|(_, number)| number)
        .collect()
}

/// Returns the paths of all files of the repository that aren't excluded, relative to its root, with `/`.
fn repository() -> Vec<String> {
    files_below(&root(), |path| EXCLUDED.contains(&path)).expect("the folders of the repository")
}

fn is_below(path: &str, folders: &[&str]) -> bool {
    folders.iter().any(|folder| {
        let rest = path.strip_prefix(folder);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// Returns the checked files with their texts.
fn checked_files() -> Vec<(String, String)> {
    let files: Vec<(String, String)> = repository()
        .into_iter()
        .filter(|path| !is_below(path, CUSTOMER_TEXTS))
        .filter(|path| {
            let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
            EXTENSIONS.contains(&extension) || OTHER_FILES.contains(&path.as_str())
        })
        .map(|path| {
            let text = fs::read_to_string(root().join(&path)).expect("a text file");
            match is_below(&path, ONLY_COMMENTS) {
                true => (path, only_comments(&text)),
                false => (path, text),
            }
        })
        .collect();
    assert!(files.len() > 100, "only {} files", files.len());
    files
}

/// Replaces every line that isn't a comment by an empty one.
fn only_comments(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| match line.trim().starts_with("//") {
            true => format!("{line}\n"),
            false => String::from("\n"),
        });
    lines.collect()
}

fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn sources_and_documents_are_free_of_the_listed_habits() {
    let mut problems = Vec::new();
    for (path, text) in checked_files() {
        for (line, habit, instead) in habits(&text) {
            problems.push(format!("{path}:{line}: \"{habit}\"; write: {instead}"));
        }
    }
    assert_none(&problems);
}

#[test]
fn sources_are_free_of_the_private_names() {
    let mut problems = Vec::new();
    for (path, text) in checked_files() {
        if !path.ends_with(".md") {
            for (line, name, instead) in private_names(&text) {
                problems.push(format!("{path}:{line}: `{name}`; use: {instead}"));
            }
        }
    }
    assert_none(&problems);
}

/// Returns the pieces of a document between backticks, each with the text up to the next one.
fn code_spans(document: &str) -> Vec<(&str, &str)> {
    let pieces: Vec<&str> = document.split('`').skip(1).collect();
    let spans = pieces.chunks(2);
    spans
        .map(|span| match span {
            [code, after] => (*code, *after),
            _ => ("", ""),
        })
        .collect()
}

#[test]
fn every_test_and_file_that_a_document_names_exists() {
    let files = repository();
    let consists_of = |code: &str, others: &str| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || others.contains(c);
        !code.is_empty() && code.chars().all(is_part)
    };
    let mut problems = Vec::new();
    let mut tests = 0;
    for path in files.iter().filter(|path| path.ends_with(".md")) {
        let text = fs::read_to_string(root().join(path)).expect("a text file");
        // The file whose tests are listed, after a colon and separated by commas.
        let mut source: Option<String> = None;
        for (code, after) in code_spans(&text) {
            let is_file = ["crates/", "tests/", "web/", "fuzz/"]
                .iter()
                .any(|folder| code.starts_with(folder))
                && consists_of(code, "/_-.");
            if is_file && !root().join(code).exists() {
                problems.push(format!("{path}: no file {code}"));
            }
            let is_end = match &source {
                Some(source) if consists_of(code, "_") => {
                    tests += 1;
                    let is_identifier = |c: char| c.is_ascii_alphanumeric() || c == '_';
                    if !source.split(|c| !is_identifier(c)).any(|word| word == code) {
                        problems.push(format!("{path}: no test {code}"));
                    }
                    after != ", "
                }
                _ => true,
            };
            if is_file && code.ends_with(".rs") && after == ": " {
                source = fs::read_to_string(root().join(code)).ok();
            } else if is_end {
                source = None;
            }
        }
    }
    assert!(tests > 40, "only {tests} tests");
    assert_none(&problems);
}

#[test]
fn every_cited_document_is_in_the_repository() {
    let documents: BTreeSet<String> = repository()
        .into_iter()
        .filter(|path| path.ends_with(".md"))
        .collect();
    let mut problems = Vec::new();
    for (path, text) in checked_files() {
        for (line, cited) in cited_documents(&text) {
            if !is_in_repository(cited, &documents) && !FOREIGN_DOCUMENTS.contains(&cited) {
                problems.push(format!("{path}:{line}: {cited} is not in the repository"));
            }
        }
        for line in foreign_folders(&text) {
            problems.push(format!("{path}:{line}: refers to a folder outside"));
        }
    }
    assert_none(&problems);
}

#[test]
fn a_line_with_a_habit_is_found_with_its_number_and_what_to_write_instead() {
    let text = "// The first line.\n// This file IS  None, and the answer hangs on it.\n";
    let expected = [(2, "is none", "isn't a …"), (2, "hangs on", "depends on")];
    assert_eq!(habits(text), expected);
}

#[test]
fn a_habit_across_two_comment_lines_is_found_on_the_first() {
    let text = "    /// Readers of it are told\n    /// apart by their names.\n";
    assert_eq!(habits(text), [(1, "told apart", "distinguished")]);
}

#[test]
fn clean_text_parts_of_words_and_sentence_ends_are_no_habits() {
    for text in [
        "I recommend the amended text anewly.",
        "if value.is_none() { return; }",
        "Returns what it is. None of them counts.",
        "The value is `None`.",
        "A CA of the gateway's own self-signed kind.",
        "The answer if there is none.",
        "A path that is none of the listed ones.",
        "Who stands? Under which CA?",
    ] {
        assert!(habits(text).is_empty(), "{text}");
    }
    assert_eq!(habits("a CA of the gateway’s own").len(), 1);
}

#[test]
fn strings_are_left_out_where_only_comments_are_checked() {
    let text = "let a = \"is none\";\n    // This is none.\n";
    assert_eq!(only_comments(text), "\n    // This is none.\n");
}

#[test]
fn private_names_are_found_as_whole_identifiers() {
    let found = private_names("struct Told;\nlet told = Retold::new();\nconst LETTERS: u8 = 1;");
    let found: Vec<_> = found.iter().map(|(line, name, _)| (*line, *name)).collect();
    assert_eq!(found, [(1, "Told"), (3, "LETTERS")]);
}

#[test]
fn cited_documents_are_found_with_their_paths() {
    let text = "See docs/limits.md, `README.md`.\nA list of *.md files; ../other/rules.md:";
    assert_eq!(
        cited_documents(text),
        [
            (1, "docs/limits.md"),
            (1, "README.md"),
            (2, "../other/rules.md")
        ]
    );
    let documents = BTreeSet::from(["docs/limits.md".to_owned(), "README.md".to_owned()]);
    for (cited, expected) in [
        ("docs/limits.md", true),
        ("limits.md", true),
        ("../README.md", true),
        ("imits.md", false),
        ("docs/README.md", false),
    ] {
        assert_eq!(is_in_repository(cited, &documents), expected, "{cited}");
    }
}

#[test]
fn only_the_samples_may_come_from_the_folder_beside_the_repository() {
    let text = "let a = \"../shared/samples\";\n// ../shared/rules\n";
    assert_eq!(foreign_folders(text), [2]);
}
