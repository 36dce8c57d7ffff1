//! What the crates must not contain: the invariants of docs/architecture.md that are about what is absent.

#![allow(
    clippy::expect_used,
    reason = "a test that can't read a file fails by panicking"
)]

use xtask::architecture::{names_after, product_code};
use xtask::paths::root;

/// Sources, what must not be in them, and files in which it is allowed.
#[derive(Default)]
struct Absent {
    sources: &'static [&'static str],
    texts: &'static [&'static str],
    /// Prefixes of paths, with the names that must not follow them.
    names: &'static [(&'static str, &'static [&'static str])],
    except: &'static [&'static str],
}

impl Absent {
    /// Returns what of it the code contains.
    fn found(&self, code: &str) -> Vec<String> {
        let texts = self.texts.iter().filter(|text| code.contains(**text));
        let mut found: Vec<String> = texts.map(|text| (*text).to_owned()).collect();
        for (prefix, names) in self.names {
            let used = names_after(code, prefix).into_iter();
            let absent = used.filter(|name| names.contains(&name.as_str()));
            found.extend(absent.map(|name| format!("{prefix}{name}")));
        }
        found
    }
}

const CLOCKS: &[&str] = &["SystemTime", "Instant::now", "Date::now", "now_utc"];

const LIBRARIES: &[&str] = &[
    "crates/package/src",
    "crates/verdict/src",
    "crates/batch/src",
    "crates/report/src",
];

const ABSENT: &[Absent] = &[
    Absent {
        sources: LIBRARIES,
        texts: CLOCKS,
        names: &[],
        except: &[],
    },
    Absent {
        sources: &["crates/verdict/src", "crates/batch/src"],
        texts: &["print!(", "println!("],
        names: &[("std::", &["fs", "net", "env", "io"])],
        except: &[],
    },
    Absent {
        sources: LIBRARIES,
        texts: &["Command::new"],
        names: &[("std::", &["process"])],
        except: &[],
    },
    // The page never parses; its worker does.
    Absent {
        sources: &["web/src"],
        texts: &[],
        names: &[("p2s_package::", &["open", "open_unpacked"])],
        except: &["web/src/worker.rs"],
    },
];

#[test]
fn the_crates_contain_no_clock_no_process_no_input_and_no_parser_where_none_belongs() {
    for absent in ABSENT {
        let mut exceptions = 0;
        for folder in absent.sources {
            for (path, code) in product_code(&root().join(folder)).expect("the sources") {
                let (path, found) = (format!("{folder}/{path}"), absent.found(&code));
                match absent.except.contains(&path.as_str()) {
                    true => exceptions += usize::from(!found.is_empty()),
                    false => assert_eq!(found, Vec::<String>::new(), "{path}"),
                }
            }
        }
        assert_eq!(exceptions, absent.except.len());
    }
}

/// What of the type `Language` may follow `Language::`. It contains no language.
const OF_ALL_LANGUAGES: &[&str] = &["ALL", "SOURCE", "from_tag", "name", "tag"];

#[test]
fn no_code_names_a_language() {
    let mut seen = 0;
    for folder in [
        "crates/report/src",
        "crates/cli/src",
        "crates/xtask/generate/src",
        "web/src",
    ] {
        for (path, code) in product_code(&root().join(folder)).expect("the sources") {
            for name in names_after(&code, "Language::") {
                seen += 1;
                assert!(
                    OF_ALL_LANGUAGES.contains(&name.as_str()),
                    "{folder}/{path}: {name}"
                );
            }
        }
    }
    assert!(seen > 10, "{seen} names");
}

#[test]
fn what_must_be_absent_is_found_in_every_form_of_a_path() {
    let absent = Absent {
        texts: &["println!("],
        names: &[("std::", &["fs", "io"])],
        ..Absent::default()
    };
    for (code, found) in [
        ("use std::fs;", vec!["std::fs"]),
        (
            "use std::{collections::HashMap, fs::File};",
            vec!["std::fs"],
        ),
        ("fn f() { std::io::stdin(); }", vec!["std::io"]),
        ("fn f() { eprintln!(\"a\"); }", vec!["println!("]),
        ("use std::fmt;", vec![]),
    ] {
        assert_eq!(absent.found(code), found, "{code}");
    }
}
