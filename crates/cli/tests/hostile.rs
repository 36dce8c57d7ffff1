//! Hostile and huge input through the program: always an answer, in bounded time and memory.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up fails by panicking"
)]

use p2s_measure::{CLASSES, Large, SHAPES, Shape, Usage, bounded, fixtures, run};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Most memory that one input may take.
const MEMORY: u64 = 128 << 20;
/// Most processor time that one input may take. A release build stays below 1 second (`cargo xtask measure`); a debug
/// build is several times slower.
const WORK: Duration = Duration::from_secs(5);

fn check(path: &Path) -> (Usage, Value) {
    check_within(path, WORK)
}

fn check_within(path: &Path, work: Duration) -> (Usage, Value) {
    let mut command = bounded(env!("CARGO_BIN_EXE_p2s-check"), MEMORY);
    command
        .args(["--json", "--now", p2s_fixtures::NOW])
        .arg(path);
    let usage = run(&mut command).expect("the program runs");
    let name = path.display();
    assert!(
        matches!(usage.code, Some(0..=2)),
        "{name}: {:?}",
        usage.code
    );
    assert!(usage.cpu_time < work, "{name}: {:?}", usage.cpu_time);
    let report = serde_json::from_str(&usage.stdout).expect("a report");
    (usage, report)
}

#[test]
fn every_fixture_of_every_class_has_its_answer_in_time_and_memory() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    for class in &CLASSES {
        let cases = fixtures(class);
        assert!(!cases.is_empty(), "class {}", class.number);
        for case in cases {
            let (_, report) = check(&root.join(&case.path));
            let input = &report["inputs"][0];
            assert_eq!(input["rule"], case.rule, "{}", case.path);
            assert_eq!(input["error"]["code"].as_str(), case.error, "{}", case.path);
        }
    }
}

#[test]
fn every_costly_input_has_its_answer_in_time_and_memory() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("costly");
    std::fs::create_dir_all(&folder).expect("a folder");
    for costly in p2s_fixtures::costly() {
        let path = folder.join(costly.name);
        std::fs::write(&path, &costly.bytes).expect("a file");
        let (_, report) = check(&path);
        let error = report["inputs"][0]["error"]["code"].as_str();
        assert_eq!(error, costly.error, "{}", costly.condition);
    }
}

#[test]
fn every_beginning_of_the_classes_is_that_of_a_fixture() {
    let cases = p2s_fixtures::cases();
    for start in CLASSES.iter().flat_map(|class| class.fixtures) {
        assert!(
            cases.iter().any(|case| case.path.starts_with(start)),
            "{start}"
        );
    }
}

/// The answer of a large file: a rule, and an error where there is one.
fn expected(shape: Shape) -> (&'static str, Option<&'static str>) {
    match shape {
        Shape::LargeEntry | Shape::FarApart | Shape::SelfExtractor => ("all-public", None),
        Shape::JunkBefore => ("unreadable", Some("limit-before")),
        Shape::JunkAfter => ("unreadable", Some("zip-truncated")),
        Shape::FalseEnds => ("unreadable", Some("zip-damaged")),
        Shape::Program | Shape::Settings | Shape::Cabinet => ("unreadable", Some("limit-part")),
        Shape::Certificate | Shape::Nothing => ("not-a-package", Some("unknown-content")),
    }
}

#[test]
fn files_of_four_gibibytes_cost_what_small_ones_cost() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("large");
    for (shape, name, what) in SHAPES {
        // Sparse, because the disk can be small; `cargo xtask measure` writes every byte.
        let large = Large::make(&folder, shape, name, 4 << 30, false).expect("room for holes");
        let (usage, report) = check(&large.path);
        println!("{what}: {:?}", usage.cpu_time);
        let input = &report["inputs"][0];
        let answer = (
            input["rule"].as_str().expect("a rule"),
            input["error"]["code"].as_str(),
        );
        assert_eq!(answer, expected(shape), "{what}");
        assert!(
            usage.cpu_time < Duration::from_secs(1),
            "{what}: {:?}",
            usage.cpu_time
        );
    }
}

/// Most processor time for 19,000 files: a release build stays below 3 seconds, a debug build on a busy machine doesn't.
const MANY: Duration = Duration::from_secs(if cfg!(debug_assertions) { 12 } else { 3 });

/// Many files in a folder, beside an unpacked package and without one.
#[test]
fn work_is_linear_in_the_number_of_files() {
    let package = p2s_fixtures::cases()
        .into_iter()
        .find(|case| case.path == "xml/lf.xml")
        .expect("the fixture")
        .bytes;
    let base = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("many");
    let cpu_time = |kind: &str, count: usize| {
        let folder = base.join(format!("{kind}-{count}"));
        std::fs::create_dir_all(folder.join("Generic")).expect("a folder");
        if kind != "programs" {
            std::fs::write(folder.join("Generic/VpnSettings.xml"), &package).expect("a file");
        }
        for number in 0..count {
            if kind == "texts-beside" {
                let path = folder.join(format!("{number}.inf"));
                std::fs::write(path, "[version]\r\n").expect("a file");
            } else {
                // Sparse: five mebibytes that take no disk space.
                let path = folder.join(format!("{number}.exe"));
                std::fs::write(&path, "MZ").expect("a file");
                let file = std::fs::File::options().write(true).open(path);
                let file = file.expect("the file");
                file.set_len(5 << 20).expect("a sparse file");
            }
        }
        let (usage, report) = check_within(&folder, MANY);
        let expected = u64::from(kind != "programs");
        assert_eq!(
            report["summary"]["not_affected"], expected,
            "{kind} {count}"
        );
        std::fs::remove_dir_all(&folder).expect("the folder");
        usage.cpu_time
    };
    for kind in ["texts-beside", "programs-beside", "programs"] {
        let [few, more, most] = [1_000, 5_000, 19_000].map(|count| cpu_time(kind, count));
        println!("{kind}: {few:?}, {more:?}, {most:?}");
        // Comparing each with all others would cost 361 times as much.
        assert!(most < few * 19 * 4, "{kind}: {few:?}, {most:?}");
    }
}

#[test]
fn the_largest_file_on_standard_input_stays_within_memory() {
    let zeros = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("zeros");
    let file = std::fs::File::create(&zeros).expect("a file");
    file.set_len(64 << 20).expect("a sparse file");
    // An allocation beyond the limit fails, and the program ends without a report.
    let output = bounded(env!("CARGO_BIN_EXE_p2s-check"), MEMORY)
        .args(["--json", "--now", p2s_fixtures::NOW, "-"])
        .stdin(std::fs::File::open(&zeros).expect("the file"))
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert_eq!(report["inputs"][0]["error"]["code"], "unknown-content");
}
