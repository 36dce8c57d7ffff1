//! Checks each fixture's answer against the generator's expectation, and the fixtures on disk against the generator.

use p2s_package::{Limits, Timestamp};
use p2s_verdict::{InputReport, Options};
use std::io::Cursor;

fn judge(name: &str, bytes: &[u8]) -> Vec<InputReport> {
    let options = Options {
        now: Timestamp::parse(p2s_fixtures::NOW).expect("a time"),
        created: None,
    };
    let packages = p2s_package::open(name, &mut Cursor::new(bytes), &Limits::default());
    packages
        .iter()
        .map(|package| p2s_verdict::judge(package, &options))
        .collect()
}

#[test]
fn every_case_gets_its_expected_answer() {
    let mut failures = Vec::new();
    for case in p2s_fixtures::cases() {
        let name = case.path.rsplit('/').next().unwrap_or_default();
        let answers = judge(name, &case.bytes);
        let actual: Vec<_> = answers
            .iter()
            .map(|answer| {
                let error = answer.error.as_ref().map(|error| error.code.code());
                (answer.rule.code(), answer.root_today.state.code(), error)
            })
            .collect();
        if actual != case.answers() {
            failures.push(format!(
                "{}: {actual:?}, not {:?}",
                case.path,
                case.answers()
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_fixtures_on_disk_are_those_of_the_generator() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures");
    let mut generated = std::collections::BTreeMap::new();
    for fixture in p2s_fixtures::all() {
        assert!(
            generated
                .insert(fixture.path.clone(), fixture.bytes)
                .is_none(),
            "{} is generated twice",
            fixture.path
        );
    }
    for (path, bytes) in &generated {
        let on_disk = std::fs::read(format!("{root}/{path}")).unwrap_or_default();
        assert!(
            on_disk == *bytes,
            "{path} on disk differs: run `cargo xtask fixtures`"
        );
    }
    for path in files(root.as_ref()) {
        let relative = path
            .strip_prefix(root)
            .expect("a path below the root")
            .to_string_lossy()
            .replace('\\', "/");
        assert!(
            generated.contains_key(&relative),
            "{relative} isn't generated: run `cargo xtask fixtures`"
        );
    }
}

/// Returns all files below a folder.
fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder)
        .expect("tests/fixtures")
        .map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}
