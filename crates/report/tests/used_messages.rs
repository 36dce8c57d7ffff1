//! Every message in the files of words is used.

#![allow(
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Folders with code that uses messages, below the root of the repository.
const CODE: [&str; 5] = [
    "crates/package/src",
    "crates/verdict/src",
    "crates/report/src",
    "crates/cli/src",
    "web/src",
];

/// The files that the build fills in (`prose/template.rs`).
const TEMPLATES: [&str; 3] = ["index.html", "web/styles.css", "web/embed.js"];

/// All places that can use a message.
struct Sources {
    code: String,
    templates: String,
    messages: String,
}

impl Sources {
    fn read() -> Self {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        let mut sources = Sources {
            code: String::new(),
            templates: String::new(),
            messages: String::new(),
        };
        for folder in CODE {
            add_files(&root.join(folder), ".rs", &mut sources.code);
        }
        for file in TEMPLATES {
            sources.templates += &fs::read_to_string(root.join(file)).expect("a template");
        }
        add_files(
            &root.join("crates/report/words/en"),
            ".ftl",
            &mut sources.messages,
        );
        sources
    }

    /// Returns true if the code names the message, if a template has its placeholder, if another message refers to it,
    /// or if the code composes its identifier of a prefix, a code and a suffix (`message_of`).
    fn use_message(&self, id: &str) -> bool {
        let name = camel_case(id);
        // The page calls `Message` by the name `Label`, because a component has messages of its own.
        let is_named = ["Message::", "Label::", "words::"].iter().any(|path| {
            let path = format!("{path}{name}");
            let mut after = self.code.split(&path).skip(1);
            after.any(|after| !after.starts_with(|c: char| c.is_alphanumeric()))
        });
        let has_placeholder = self.templates.contains(&format!("{{{id}}}"));
        let is_referred_to = self.messages.contains(&format!("{{ {id} }}"));
        is_named || has_placeholder || is_referred_to || self.compose(id)
    }

    fn compose(&self, id: &str) -> bool {
        let (id, suffix) = id.split_at(id.find('.').unwrap_or(id.len()));
        let is_literal = |text: &str| self.code.contains(&format!("\"{text}\""));
        let mut splits = (0..id.len()).filter_map(|at| id.split_at_checked(at));
        is_literal(suffix)
            && splits.any(|(prefix, code)| {
                prefix.ends_with('-') && is_literal(prefix) && is_literal(code)
            })
    }
}

/// Appends the files below a folder whose names end in `end`, without their tests.
fn add_files(folder: &Path, end: &str, text: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            add_files(&path, end, text);
        } else if path.to_string_lossy().ends_with(end) {
            let file = fs::read_to_string(&path).expect("a file");
            text.push_str(file.split("#[cfg(test)]\nmod ").next().unwrap_or(&file));
        }
    }
}

/// Returns the name of a message in the code: `rule-own-ca` gives `RuleOwnCa`.
fn camel_case(id: &str) -> String {
    let words = id.split(['-', '.']);
    words
        .map(|word| word[..1].to_ascii_uppercase() + &word[1..])
        .collect()
}

fn identifiers() -> BTreeSet<String> {
    let words = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/words"));
    let catalogues = p2s_words::read(words, false).expect("words");
    let source = catalogues
        .into_iter()
        .find(|catalogue| catalogue.tag == p2s_words::SOURCE_LANGUAGE);
    source.expect("English").messages.into_keys().collect()
}

#[test]
fn every_message_is_used() {
    let sources = Sources::read();
    let identifiers = identifiers();
    assert!(identifiers.len() > 400, "{} messages", identifiers.len());
    let unused: Vec<&String> = identifiers
        .iter()
        .filter(|id| !sources.use_message(id))
        .collect();
    assert!(unused.is_empty(), "unused: {unused:?}");
}

#[test]
fn control_a_message_without_use_is_found() {
    let sources = Sources::read();
    for (used, unused) in [
        ("title", "titl"),
        ("page-lead", "page-leading"),
        ("rule-mixed", "rule-mixture"),
        (
            "retirement-2026-root-rotation.wait",
            "retirement-2026-root-rotation.go",
        ),
    ] {
        assert!(sources.use_message(used), "{used}");
        assert!(!sources.use_message(unused), "{unused}");
    }
}
