//! What the crates must not contain: the invariants of docs/architecture.md that are about what is absent.

#![allow(
    clippy::expect_used,
    reason = "a test that can't read a file fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Sources, texts that must not be in them, and files in which one is allowed.
struct Absent {
    sources: &'static [&'static str],
    texts: &'static [&'static str],
    except: &'static [&'static str],
}

const CLOCKS: &[&str] = &["SystemTime", "Instant::now", "Date::now", "now_utc"];
const INPUT_AND_OUTPUT: &[&str] = &["std::fs", "std::net", "std::env::", "println!", "std::io"];
const PROCESSES: &[&str] = &["std::process", "Command::new"];

const ABSENT: &[Absent] = &[
    Absent {
        sources: &[
            "crates/package/src",
            "crates/verdict/src",
            "crates/batch/src",
            "crates/report/src",
        ],
        texts: CLOCKS,
        except: &[],
    },
    Absent {
        sources: &["crates/verdict/src", "crates/batch/src"],
        texts: INPUT_AND_OUTPUT,
        except: &[],
    },
    Absent {
        sources: &[
            "crates/package/src",
            "crates/verdict/src",
            "crates/batch/src",
            "crates/report/src",
        ],
        texts: PROCESSES,
        except: &[],
    },
    // The page never parses; its worker does.
    Absent {
        sources: &["web/src"],
        texts: &["p2s_package::open", "open_unpacked("],
        except: &["web/src/worker.rs"],
    },
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Returns the Rust files below a folder, as paths from the root.
fn rust_files(folder: &str) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join(folder)).expect(folder) {
        let entry = entry.expect("an entry");
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files.extend(rust_files(&path));
        } else if path.ends_with(".rs") && !path.ends_with("/tests.rs") {
            files.push(path);
        }
    }
    files
}

/// Returns the source without comments and without its test module, which is last.
fn code(source: &str) -> String {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    source
        .lines()
        .filter(is_code)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_crates_contain_no_clock_no_process_no_input_and_no_parser_where_none_belongs() {
    for absent in ABSENT {
        for file in absent.sources.iter().flat_map(|folder| rust_files(folder)) {
            let source = fs::read_to_string(root().join(&file)).expect("a text file");
            let code = code(&source);
            for text in absent.texts {
                let allowed = absent.except.contains(&file.as_str());
                assert!(allowed || !code.contains(text), "{file}: {text}");
            }
        }
    }
}

#[test]
fn a_comment_and_a_test_may_name_what_code_must_not_use() {
    let source = "// std::fs\nfn f() {}\n#[cfg(test)]\nmod tests { use std::fs; }\n";
    assert!(!code(source).contains("std::fs"));
    assert!(code("use std::fs;\n").contains("std::fs"));
}
