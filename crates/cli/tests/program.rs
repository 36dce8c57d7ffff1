//! The program as a user runs it: exit codes, streams, bytes.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up fails by panicking"
)]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const NOW: &str = p2s_fixtures::NOW;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn fixture(path: &str) -> PathBuf {
    root().join("tests/fixtures").join(path)
}

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_p2s-check"));
    command
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C");
    command
}

fn run(arguments: &[&str], path: &Path) -> Output {
    command()
        .args(["--now", NOW])
        .args(arguments)
        .arg(path)
        .output()
        .expect("the program runs")
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

#[test]
fn every_sample_is_not_affected_and_exits_0() {
    let samples = root().join("../shared/samples");
    let mut seen = 0;
    for folder in fs::read_dir(samples).expect("samples") {
        for file in fs::read_dir(folder.expect("a folder").path()).expect("a folder") {
            let path = file.expect("a file").path();
            assert_eq!(code(&run(&[], &path)), Some(0), "{}", path.display());
            seen += 1;
        }
    }
    assert_eq!(seen, 12);
}

#[test]
fn exit_codes_follow_the_rule_of_every_case() {
    for case in p2s_fixtures::cases() {
        let expected = match case.rule {
            "all-public" => 0,
            "own-ca" => 1,
            _ => 2,
        };
        let output = run(&["--json"], &fixture(&case.path));
        assert_eq!(code(&output), Some(expected), "{}", case.path);
        assert!(output.stderr.is_empty(), "{}", case.path);
    }
}

#[test]
fn one_affected_among_others_exits_1() {
    let output = command()
        .args([
            fixture("wrong/notes.txt"),
            fixture("own/singular.zip"),
            fixture("public/g2.zip"),
        ])
        .output();
    assert_eq!(code(&output.expect("the program runs")), Some(1));
}

#[test]
fn a_path_that_does_not_exist_exits_2_and_says_so_on_standard_error() {
    let output = run(&[], Path::new("no\u{1b}[31msuch.zip"));
    assert_eq!(code(&output), Some(2));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.contains("no\\u{1b}[31msuch.zip: There is no such file"),
        "{told}"
    );
}

#[test]
fn wrong_usage_exits_64() {
    for arguments in [
        vec![],
        vec!["--nonsense", "x"],
        vec!["--now", "yesterday", "x"],
        vec!["--now", "2026-11-24T03:00:00", "x"],
        vec!["--created", "2017-6-1", "x"],
        vec!["--lang", "de", "x"],
        vec!["--now"],
    ] {
        let output = command()
            .args(&arguments)
            .output()
            .expect("the program runs");
        assert_eq!(code(&output), Some(64), "{arguments:?}");
        assert!(
            output.stdout.is_empty() && !output.stderr.is_empty(),
            "{arguments:?}"
        );
    }
}

#[test]
fn help_tells_whose_product_it_is_not_in_both_languages() {
    for (language, sentence) in [
        ("en", "Not a Microsoft product"),
        ("ja", "マイクロソフトの製品ではありません"),
    ] {
        let output = command()
            .args(["--help", "--lang", language])
            .output()
            .expect("the program runs");
        assert_eq!(code(&output), Some(0));
        assert!(String::from_utf8_lossy(&output.stdout).contains(sentence));
    }
}

#[test]
fn standard_input_is_an_input_named_by_a_hyphen() {
    let bytes = fs::read(fixture("public/g2.zip")).expect("a fixture");
    let mut child = command()
        .args(["--json", "--now", NOW, "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child
        .stdin
        .take()
        .expect("standard input")
        .write_all(&bytes)
        .expect("written");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(code(&output), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"name\": \"-\""));
}

#[test]
fn a_folder_gives_unpacked_packages_and_files_and_counts_the_rest() {
    let folder = std::env::temp_dir().join(format!("p2s-check-folder-{}", std::process::id()));
    let generic = folder.join("vpn/Generic");
    fs::create_dir_all(&generic).expect("a folder");
    fs::copy(fixture("xml/lf.xml"), generic.join("VpnSettings.xml")).expect("copied");
    fs::copy(
        fixture("certificates/g2.cer_0"),
        generic.join("VpnServerRoot.cer_0"),
    )
    .expect("copied");
    fs::copy(fixture("own/singular.zip"), folder.join("old.zip")).expect("copied");
    fs::write(folder.join("notes.txt"), "notes").expect("written");
    let output = run(&["--json"], &folder);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let unpacked = run(&["--json"], &folder.join("vpn"));
    let child = run(&["--json"], &generic);
    fs::remove_dir_all(&folder).expect("removed");
    assert_eq!(code(&output), Some(1), "{text}");
    for part in [
        "\"name\": \"old.zip\"",
        "\"name\": \"vpn\"",
        "\"skipped\": 1",
        "\"not_affected\": 1",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(String::from_utf8_lossy(&unpacked.stdout).contains("\"name\": \"vpn\""));
    assert!(String::from_utf8_lossy(&child.stdout).contains("\"name\": \"Generic\""));
    assert_eq!((code(&unpacked), code(&child)), (Some(0), Some(0)));
}

#[test]
fn an_empty_folder_exits_2() {
    let folder = std::env::temp_dir().join(format!("p2s-check-empty-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let output = run(&[], &folder);
    fs::remove_dir_all(&folder).expect("removed");
    assert_eq!(code(&output), Some(2));
}

#[test]
fn the_creation_date_is_in_the_report() {
    let output = run(
        &["--json", "--created", "2018-01-01"],
        &fixture("public/g2.zip"),
    );
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        text.contains("\"created\": \"2018-01-01\"") && text.contains("\"C\""),
        "{text}"
    );
}

#[test]
fn nothing_in_a_file_steers_the_terminal() {
    for case in p2s_fixtures::cases() {
        for language in ["ja", "en"] {
            let output = run(&["--lang", language], &fixture(&case.path));
            let text = String::from_utf8_lossy(&output.stdout);
            let steers =
                |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!text.contains(steers), "{}", case.path);
            assert!(
                !text.contains("SECRET-MARKER") && !text.contains("U0VDUkVU"),
                "{}",
                case.path
            );
        }
    }
}
