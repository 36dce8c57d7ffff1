//! Every case gets the answer that its condition asks for.

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
fn every_case_gets_the_answer_that_its_condition_asks_for() {
    let mut wrong = Vec::new();
    for case in p2s_fixtures::cases() {
        let name = case.path.rsplit('/').next().unwrap_or_default();
        let answers = judge(name, &case.bytes);
        let told: Vec<_> = answers
            .iter()
            .map(|answer| {
                let error = answer.error.as_ref().map(|error| error.code.code());
                (answer.rule.code(), answer.root_today.state.code(), error)
            })
            .collect();
        if told != case.answers() {
            wrong.push(format!("{}: {told:?}, not {:?}", case.path, case.answers()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn fixtures_on_disk_are_those_that_the_generator_makes() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures");
    let mut made = std::collections::BTreeMap::new();
    for fixture in p2s_fixtures::all() {
        assert!(
            made.insert(fixture.path.clone(), fixture.bytes).is_none(),
            "{} is made twice",
            fixture.path
        );
    }
    for (path, bytes) in &made {
        let on_disk = std::fs::read(format!("{root}/{path}")).unwrap_or_default();
        assert!(
            on_disk == *bytes,
            "{path} on disk is another: run `cargo xtask fixtures`"
        );
    }
    for path in files(root.as_ref()) {
        let relative = path
            .strip_prefix(root)
            .expect("below the root")
            .to_string_lossy()
            .replace('\\', "/");
        assert!(
            made.contains_key(&relative),
            "{relative} is made by nobody: run `cargo xtask fixtures`"
        );
    }
}

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
