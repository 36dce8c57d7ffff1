//! Every text that the program prints comes from the files of words: in the pseudo-locale, all of it has accents.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up fails by panicking"
)]

mod support;

use p2s_report::escape_invisible;
use p2s_words::pseudo::{TAG, words_without_accents};
use serde_json::Value;
use std::collections::BTreeSet;
use support::{command, fixture, run, stderr, stdout};

/// Returns a line without SHA-256 hashes.
fn without_hashes(line: &str) -> String {
    let is_hash =
        |word: &&str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let words: Vec<&str> = line.split(' ').filter(|word| !is_hash(word)).collect();
    words.join(" ")
}

#[test]
fn every_text_of_an_answer_has_accents() {
    let folder = fixture("");
    let report = run(&["--json"], &folder);
    let report: Value = serde_json::from_slice(&report.stdout).expect("JSON");
    let strings = p2s_fixtures::displayed_strings(&report);
    let mut data: Vec<String> = strings.iter().map(|text| escape_invisible(text)).collect();
    data.extend(["fixtures", "p2s-check"].map(str::to_owned));
    for now in [
        "2019-04-01T00:00:00Z",
        p2s_fixtures::NOW,
        "2029-04-16T00:00:00Z",
    ] {
        let output = command()
            .args(["--lang", TAG, "--now", now])
            .arg(&folder)
            .output()
            .expect("the program runs");
        let text = stdout(&output);
        // A command to copy is code.
        let lines = text.lines().filter(|line| !line.contains("-Az"));
        let different: BTreeSet<String> = lines.map(without_hashes).collect();
        for line in different {
            assert_eq!(words_without_accents(&line, &data), [""; 0], "{line}");
        }
        assert!(text.lines().count() > 5_000, "{}", text.len());
    }
}

#[test]
fn every_text_about_the_program_has_accents() {
    for arguments in [
        &["--help"][..],
        &["--limits"],
        &[],
        &["--nonsense"],
        &["--now", "yesterday", "x"],
        &["--created", "yesterday", "x"],
        &["--lang", "xx", "x"],
        &["--now"],
        &["--format", "xml", "x"],
        &["--json=1", "x"],
        &["no-such-file"],
        &["--output", "no-such-folder/x", "no-such-file"],
        &["--output", "Cargo.toml", "Cargo.toml"],
    ] {
        let output = command().env("LANG", TAG).args(arguments).output();
        let output = output.expect("the program runs");
        let mut data: Vec<String> = arguments.iter().map(|&word| word.to_owned()).collect();
        data.extend(
            [
                "p2s-check",
                "ja|en|en-XA",
                "text|markdown|json|csv|clients-csv",
            ]
            .map(str::to_owned),
        );
        data.extend(["--json", "(unreadable)"].map(str::to_owned));
        for line in (stdout(&output) + &stderr(&output)).lines() {
            // Options and the commands of examples are code; both are indented by two spaces. Their words follow, further
            // to the right.
            let is_code = line.starts_with("  -") || line.starts_with("  p2s-check");
            if arguments == ["--help"] && is_code {
                continue;
            }
            // The names of a limit and its error are codes. Its words follow, further to the right.
            if arguments == ["--limits"] && !line.starts_with(' ') {
                continue;
            }
            assert_eq!(
                words_without_accents(line, &data),
                [""; 0],
                "{arguments:?}: {line}"
            );
        }
    }
}
