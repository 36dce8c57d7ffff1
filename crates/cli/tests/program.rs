//! The program as a user runs it: exit codes, streams, bytes.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up fails by panicking"
)]

mod support;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use support::{Folder, code, command, fixture, run, stderr, stdout};

#[test]
#[ignore = "needs real packages (P2S_SAMPLES)"]
fn real_samples_are_not_affected_and_exit_0() {
    for path in p2s_fixtures::samples() {
        assert_eq!(code(&run(&[], &path)), Some(0), "{}", path.display());
    }
}

#[test]
fn exit_codes_follow_the_rule_of_every_case() {
    for case in p2s_fixtures::cases() {
        let rules: Vec<&str> = case.answers().iter().map(|(rule, ..)| *rule).collect();
        let expected = if rules.contains(&"own-ca") {
            1
        } else if rules.iter().all(|rule| *rule == "all-public") {
            0
        } else {
            2
        };
        let output = run(&["--json"], &fixture(&case.path));
        assert_eq!(code(&output), Some(expected), "{}", case.path);
        assert!(output.stderr.is_empty(), "{}", case.path);
        for rule in rules {
            let said = format!("\"rule\": \"{rule}\"");
            assert!(stdout(&output).contains(&said), "{}", case.path);
        }
    }
}

#[test]
fn one_affected_among_others_exits_1() {
    let output = command()
        .args(["--now", p2s_fixtures::NOW])
        .args([
            fixture("wrong/notes.txt"),
            fixture("own/singular.zip"),
            fixture("public/g2.zip"),
        ])
        .output();
    assert_eq!(code(&output.expect("the program runs")), Some(1));
}

#[test]
fn one_undetermined_among_good_ones_exits_2() {
    let output = command()
        .args(["--now", p2s_fixtures::NOW])
        .args([fixture("public/g2.zip"), fixture("wrong/notes.txt")])
        .output();
    assert_eq!(code(&output.expect("the program runs")), Some(2));
}

#[test]
fn a_path_that_does_not_exist_exits_2_and_says_so_on_standard_error() {
    let output = run(&["--json"], Path::new("no\u{1b}[31msuch.zip"));
    assert_eq!(code(&output), Some(2));
    let message = stderr(&output);
    let expected = "p2s-check: no\\u{1b}[31msuch.zip: This file or folder doesn't exist.\n";
    assert_eq!(message, expected);
    assert!(stdout(&output).contains("\"code\": \"not-found\""));
}

#[test]
fn wrong_usage_exits_64_and_says_why_in_the_language_asked_for() {
    for arguments in [
        vec![],
        vec!["--nonsense", "x"],
        vec!["--now", "yesterday", "x"],
        vec!["--now", "2026-11-24T03:00:00", "x"],
        vec!["--created", "2017-6-1", "x"],
        vec!["--lang", "xx", "x"],
        vec!["--now"],
        vec!["--json=1", "x"],
    ] {
        for (locale, hint) in [
            ("C", "For usage, run p2s-check --help"),
            ("ja_JP.UTF-8", "使い方は"),
        ] {
            let output = command()
                .env("LANG", locale)
                .args(&arguments)
                .output()
                .expect("the program runs");
            assert_eq!(code(&output), Some(64), "{arguments:?}");
            assert!(output.stdout.is_empty(), "{arguments:?}");
            let message = stderr(&output);
            assert_eq!(message.lines().count(), 2, "{message}");
            assert!(message.contains(hint), "{message}");
        }
    }
}

#[test]
fn help_says_in_both_languages_that_this_is_not_a_microsoft_product() {
    for (language, sentence) in [
        ("en", "Not a Microsoft product"),
        ("ja", "Microsoft の製品ではありません"),
    ] {
        let output = command()
            .args(["--help", "--lang", language])
            .output()
            .expect("the program runs");
        assert_eq!(code(&output), Some(0));
        let text = stdout(&output);
        for part in [sentence, "--json", "--lang", "--now", "--created", "64"] {
            assert!(text.contains(part), "{part}");
        }
    }
}

#[test]
fn the_version_is_that_of_the_report() {
    let output = command()
        .arg("--version")
        .output()
        .expect("the program runs");
    assert_eq!(code(&output), Some(0));
    let report = stdout(&run(&["--json"], &fixture("public/g2.zip")));
    let tool = format!("\"tool\": \"{}\"", stdout(&output).trim_end());
    assert!(report.contains(&tool), "{tool}");
}

/// Runs the program with bytes on its standard input.
fn piped(arguments: &[&str], bytes: &[u8]) -> Output {
    let mut child = command()
        .args(["--json", "--now", p2s_fixtures::NOW])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // The program closes the pipe once it has read enough.
    let _ = child.stdin.take().expect("standard input").write_all(bytes);
    child.wait_with_output().expect("the program ends")
}

#[test]
fn standard_input_is_an_input_named_by_a_hyphen() {
    let bytes = fs::read(fixture("public/g2.zip")).expect("a fixture");
    let output = piped(&["-"], &bytes);
    assert_eq!(code(&output), Some(0));
    let text = stdout(&output);
    assert!(
        text.contains("\"name\": \"-\"") && text.contains(&format!("\"size\": {}", bytes.len()))
    );
}

#[test]
fn standard_input_without_end_is_refused_at_the_limit() {
    let output = piped(&["-"], &vec![0; (64 << 20) + 2]);
    assert_eq!(code(&output), Some(2));
    assert!(stdout(&output).contains("\"code\": \"limit-read-bytes\""));
}

#[cfg(unix)]
#[test]
fn a_pipe_given_as_a_path_is_read_like_standard_input() {
    let bytes = fs::read(fixture("own/singular.zip")).expect("a fixture");
    let output = piped(&["/dev/stdin"], &bytes);
    assert_eq!(code(&output), Some(1));
    assert!(stdout(&output).contains("\"name\": \"stdin\""));
}

#[cfg(unix)]
#[test]
fn a_reader_that_closes_the_pipe_causes_neither_a_panic_nor_a_complaint() {
    let line = "\"$0\" --now \"$1\" \"$2\" \"$2\" 2>\"$3\" | head -c 1 >/dev/null; exit \"${PIPESTATUS[0]}\"";
    let folder = Folder::new("pipe");
    let complaints = folder.path().join("complaints");
    let status = Command::new("bash")
        .args([
            "-c",
            line,
            env!("CARGO_BIN_EXE_p2s-check"),
            p2s_fixtures::NOW,
        ])
        .arg(fixture("own/singular.zip"))
        .arg(&complaints)
        .status()
        .expect("bash runs");
    assert_eq!(status.code(), Some(1));
    assert_eq!(fs::read_to_string(complaints).expect("complaints"), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_report_that_cannot_be_written_exits_2() {
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("a full disk");
    let output = command()
        .args(["--now", p2s_fixtures::NOW])
        .arg(fixture("public/g2.zip"))
        .stdout(full)
        .output()
        .expect("the program runs");
    assert_eq!(code(&output), Some(2));
    assert!(stderr(&output).contains("couldn't be written completely"));
}

#[test]
fn the_creation_date_is_in_the_report() {
    let output = run(
        &["--json", "--created", "2018-01-01"],
        &fixture("public/g2.zip"),
    );
    let text = stdout(&output);
    assert!(
        text.contains("\"created\": \"2018-01-01\"") && text.contains("\"C\""),
        "{text}"
    );
}

#[test]
fn now_decides_about_todays_root() {
    for (path, now, state) in [
        ("public/g1.zip", "2026-04-14T23:59:59Z", "current"),
        ("public/g1.zip", "2026-04-15T09:00:00+09:00", "retiring"),
        ("public/g1.zip", "2031-11-10T00:00:01Z", "expired"),
        ("public/g2.zip", "2029-04-14T00:00:00Z", "current"),
        ("public/g2.zip", "2029-04-16T00:00:00Z", "retiring"),
        ("certificates/g3.cer", "2029-04-14T00:00:00Z", "current"),
        ("certificates/g3.cer", "2029-04-16T00:00:00Z", "retiring"),
    ] {
        let text = at(&["--json"], now, path);
        assert!(
            text.contains(&format!("\"state\": \"{state}\"")),
            "{path} {now}"
        );
    }
}

/// Runs the program on a fixture, as of a moment.
fn at(arguments: &[&str], now: &str, path: &str) -> String {
    let mut command = command();
    let command = command.args(arguments).args(["--now", now]);
    stdout(
        &command
            .arg(fixture(path))
            .output()
            .expect("the program runs"),
    )
}

#[test]
fn a_root_that_retires_in_2029_is_not_given_the_words_of_2026() {
    for path in ["public/g2.zip", "certificates/g3.cer"] {
        for (language, day) in [("en", "15 April 2029"), ("ja", "2029 年 4 月 15 日")] {
            let before = at(&["--lang", language], "2029-04-14T00:00:00Z", path);
            let after = at(&["--lang", language], "2029-04-16T00:00:00Z", path);
            assert!(!before.contains(day), "{before}");
            assert!(after.contains(day) && after.contains("Mozilla"), "{after}");
            for word in ["2026", "2027", "Chrome"] {
                assert!(!before.contains(word) && !after.contains(word), "{after}");
            }
        }
    }
}

#[test]
fn the_text_is_in_the_language_asked_for_or_of_the_environment() {
    let path = fixture("public/g1.zip");
    let japanese = stdout(&run(&["--lang", "ja"], &path));
    let english = stdout(&run(&["--lang", "en"], &path));
    assert!(japanese.contains("影響なし") && english.contains("not affected"));
    let output = command()
        .args(["--now", p2s_fixtures::NOW])
        .env("LANG", "ja_JP.UTF-8")
        .arg(&path)
        .output();
    assert_eq!(stdout(&output.expect("the program runs")), japanese);
}

#[test]
fn both_answers_head_an_input_and_the_one_on_top_comes_first() {
    for (path, head, top) in [
        (
            "public/g1.zip",
            "g1.zip: 2019: not affected · today: action needed\n",
            "is being retired",
        ),
        (
            "public/g2.zip",
            "g2.zip: 2019: not affected · today: nothing to do\n",
            "valid and not being retired",
        ),
    ] {
        let text = stdout(&run(&[], &fixture(path)));
        assert!(text.starts_with(head), "{text}");
        let (today, then) = (text.find(top), text.find("A public CA issued"));
        assert!(today.is_some() && today < then, "{text}");
    }
    let text = stdout(&run(&[], &fixture("disagree/two-gateways.zip")));
    let (then, today) = (
        text.find("different gateways"),
        text.find("Root certificate today"),
    );
    assert!(then.is_some() && then < today, "{text}");
}

#[test]
fn nothing_in_a_file_controls_the_terminal() {
    for case in p2s_fixtures::cases() {
        for language in ["ja", "en"] {
            let output = run(&["--lang", language], &fixture(&case.path));
            let text = stdout(&output);
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
