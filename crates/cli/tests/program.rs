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
fn the_examples_of_the_help_can_be_run() {
    let folder = Folder::new("examples");
    folder.copy("public/g1.zip", "vpn.zip");
    folder.copy("public/g2.zip", "packages/g2.zip");
    let help = stdout(&command().arg("--help").output().expect("the program runs"));
    let examples = help
        .lines()
        .filter_map(|line| line.strip_prefix("  p2s-check "));
    let program = env!("CARGO_BIN_EXE_p2s-check");
    let mut seen = 0;
    for example in examples {
        seen += 1;
        let status = Command::new("bash")
            .args(["-c", &format!("\"$0\" {example} >output"), program])
            .current_dir(folder.path())
            .status()
            .expect("bash runs");
        assert_eq!(status.code(), Some(0), "{example}");
    }
    assert!(seen > 3, "{seen} examples");
}

#[test]
fn the_manual_page_is_printed_in_roff() {
    let output = command().arg("--man").output().expect("the program runs");
    assert_eq!(code(&output), Some(0));
    let page = stdout(&output);
    assert!(page.starts_with(".TH P2S\\-CHECK 1 "), "{page}");
    assert!(
        page.contains("\n\\fB\\-o, \\-\\-output FILE\\fR\n"),
        "{page}"
    );
}

#[test]
fn each_format_begins_as_it_should_and_json_has_a_synonym() {
    let path = fixture("public/g1.zip");
    for (format, start) in [
        ("text", "g1.zip: 2019:"),
        ("markdown", "## g1.zip: 2019:"),
        ("json", "{\n  \"schema\": 1,"),
        ("csv", "\u{feff}\"File\",\"The 2019 maintenance\","),
    ] {
        let text = stdout(&run(&["--format", format], &path));
        assert!(text.starts_with(start), "{format}: {text}");
    }
    let json = stdout(&run(&["--format", "json"], &path));
    assert_eq!(stdout(&run(&["--json"], &path)), json);
    assert_eq!(
        stdout(&run(&[], &path)),
        stdout(&run(&["--format", "text"], &path))
    );
}

#[test]
fn text_and_markdown_have_the_sha_256_of_a_file_and_not_of_what_is_in_it() {
    let folder = Folder::new("sha256");
    let file = folder.write("abc", "abc");
    let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    for format in ["text", "markdown"] {
        let text = stdout(&run(&["--format", format], &file));
        assert!(
            text.contains(&format!("SHA-256 of the file: {sum}\n")),
            "{text}"
        );
    }
    let inner = p2s_fixtures::zip_of(
        "g1.zip",
        &fs::read(fixture("public/g1.zip")).expect("a zip"),
    );
    let outer = folder.write("outer.zip", inner);
    let text = stdout(&run(&[], &outer));
    assert!(text.starts_with("outer.zip/g1.zip: "), "{text}");
    assert!(!text.contains("SHA-256 of the file"), "{text}");
    assert!(!stdout(&run(&[], folder.path())).contains("SHA-256 of the file"));
}

#[test]
fn a_file_of_more_than_64_mib_gets_no_sha_256() {
    let folder = Folder::new("large");
    for (size, has_sum) in [(64 << 20, true), ((64 << 20) + 1, false)] {
        let path = folder.path().join("large");
        let file = fs::File::create(&path).expect("a file");
        file.set_len(size).expect("a sparse file");
        let text = stdout(&run(&[], &path));
        assert_eq!(text.contains("SHA-256 of the file"), has_sum, "{text}");
    }
}

#[test]
fn the_deadline_completes_the_steps() {
    let text = stdout(&run(
        &["--deadline", "2027-06-30"],
        &fixture("public/g1.zip"),
    ));
    assert!(text.contains("before 30 June 2027, the deadline"), "{text}");
}

#[test]
fn the_output_file_gets_the_bytes_of_standard_output_and_is_replaced() {
    let folder = Folder::new("output");
    let output = folder.write("report", "x".repeat(100_000));
    let path = fixture("public/g1.zip");
    for format in ["text", "markdown", "json", "csv"] {
        let expected = run(&["--format", format], &path);
        let name = output.to_string_lossy();
        let written = run(&["--format", format, "--output", &name], &path);
        assert_eq!(code(&written), Some(0));
        assert_eq!(
            (stdout(&written), stderr(&written)),
            <(String, String)>::default()
        );
        assert_eq!(fs::read(&output).expect("the report"), expected.stdout);
    }
    let text = stdout(&run(&["--output", "-"], &path));
    assert!(text.starts_with("g1.zip: "), "{text}");
}

#[test]
fn a_file_that_is_to_be_checked_is_not_replaced_by_its_report() {
    let folder = Folder::new("same");
    let path = folder.copy("public/g1.zip", "vpn.zip");
    let other_name = folder
        .path()
        .join("../")
        .join(folder.path().file_name().expect("a name"));
    let output = run(
        &["-o", &other_name.join("vpn.zip").to_string_lossy()],
        &path,
    );
    assert_eq!(code(&output), Some(64));
    assert!(stderr(&output).contains("the report can't replace it"));
    let unchanged = fs::read(fixture("public/g1.zip")).expect("a fixture");
    assert_eq!(fs::read(&path).expect("the package"), unchanged);
}

#[test]
fn a_report_in_the_folder_that_is_checked_is_no_file_of_it() {
    let folder = Folder::new("inside");
    folder.copy("public/g1.zip", "sub/vpn.zip");
    let expected = run(&["--json"], folder.path());
    let report = folder.path().join("sub/report.json");
    for _ in 0..2 {
        run(&["--json", "-o", &report.to_string_lossy()], folder.path());
        assert_eq!(fs::read(&report).expect("the report"), expected.stdout);
    }
}

#[test]
fn an_output_file_that_cannot_be_written_exits_2_and_says_so() {
    let folder = Folder::new("unwritable");
    for path in [folder.path().join("none/report"), folder.path().to_owned()] {
        let output = run(
            &["--output", &path.to_string_lossy()],
            &fixture("public/g2.zip"),
        );
        assert_eq!(code(&output), Some(2));
        assert!(stdout(&output).is_empty());
        let message = format!(
            "p2s-check: the report can't be written to {}. ",
            path.display()
        );
        assert!(stderr(&output).starts_with(&message), "{}", stderr(&output));
    }
}

#[test]
fn quiet_prints_errors_only_and_keeps_the_exit_code() {
    for (path, expected) in [
        ("public/g2.zip", 0),
        ("own/singular.zip", 1),
        ("wrong/notes.txt", 2),
    ] {
        let output = run(&["--quiet"], &fixture(path));
        assert_eq!(code(&output), Some(expected), "{path}");
        assert_eq!(
            (stdout(&output), stderr(&output)),
            <(String, String)>::default()
        );
    }
    let output = run(&["-q"], Path::new("no-such-file"));
    assert_eq!(code(&output), Some(2));
    assert!(stdout(&output).is_empty() && stderr(&output).contains("doesn't exist"));
    for (arguments, has_warning) in [(&["-q"][..], false), (&[], true)] {
        let mut command = command();
        let command = command
            .args(["--now", "2031-01-01T00:00:00Z"])
            .args(arguments);
        let output = command.arg(fixture("public/g2.zip")).output();
        let warning = stderr(&output.expect("the program runs"));
        assert_eq!(!warning.is_empty(), has_warning, "{warning}");
    }
    let folder = Folder::new("quiet");
    let report = folder.path().join("report");
    let output = run(
        &["-q", "-o", &report.to_string_lossy()],
        &fixture("public/g2.zip"),
    );
    assert!(output.stdout.is_empty());
    assert!(
        fs::read_to_string(report)
            .expect("a report")
            .starts_with("g2.zip: ")
    );
}

#[test]
fn something_to_do_today_fails_only_if_asked_and_only_in_place_of_0() {
    for (path, without, with) in [
        ("public/g1.zip", 0, 3),
        ("public/g2.zip", 0, 0),
        ("own/singular.zip", 1, 1),
        ("wrong/notes.txt", 2, 2),
    ] {
        assert_eq!(code(&run(&[], &fixture(path))), Some(without), "{path}");
        let output = run(&["--fail-on", "today"], &fixture(path));
        assert_eq!(code(&output), Some(with), "{path}");
    }
}

#[test]
fn every_state_but_current_fails_on_today() {
    for case in p2s_fixtures::cases() {
        if case
            .answers()
            .iter()
            .any(|(rule, ..)| *rule != "all-public")
        {
            continue;
        }
        let output = run(&["--json", "--fail-on", "today"], &fixture(&case.path));
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let inputs = report.get("inputs").and_then(serde_json::Value::as_array);
        let is_current = |input: &serde_json::Value| {
            input
                .pointer("/root_today/state")
                .and_then(serde_json::Value::as_str)
                == Some("current")
        };
        let expected = match inputs.expect("inputs").iter().all(is_current) {
            true => 0,
            false => 3,
        };
        assert_eq!(code(&output), Some(expected), "{}", case.path);
    }
}

#[test]
fn several_inputs_end_with_what_to_do_for_how_many() {
    let inputs = ["public/g1.zip", "public/g2.zip", "wrong/notes.txt"].map(fixture);
    let output = command()
        .args(["--now", p2s_fixtures::NOW])
        .args(inputs)
        .output();
    let text = stdout(&output.expect("the program runs"));
    let end = "\n\nToday: 1 needs action (download the package again), 1 is fine, 1 can't be determined. \
               2019 maintenance: 1 undetermined, 2 not affected.\nChecked: 2026-11-24 03:00:00 UTC · p2s-check 0.1.0\n";
    assert!(text.ends_with(end), "{text}");
    assert!(!stdout(&run(&[], &fixture("public/g1.zip"))).contains("Today: "));
}

/// Runs the program on two packages in a terminal, and returns what the terminal gets.
#[cfg(target_os = "linux")]
fn in_terminal(arguments: &str, no_color: &str) -> String {
    let line = format!(
        "'{}' --now {} {arguments} '{}' '{}'",
        env!("CARGO_BIN_EXE_p2s-check"),
        p2s_fixtures::NOW,
        fixture("public/g1.zip").display(),
        fixture("public/g2.zip").display(),
    );
    let output = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .env("LANG", "C")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("NO_COLOR", no_color)
        .stdin(Stdio::null())
        .output();
    stdout(&output.expect("script (util-linux) runs"))
}

#[cfg(target_os = "linux")]
#[test]
fn colors_appear_only_on_a_terminal_in_text_and_without_no_color() {
    let colored = "\u{1b}[1;33mg1.zip: 2019: not affected · today: action needed\u{1b}[0m";
    let text = in_terminal("", "");
    assert!(text.contains(colored), "{text}");
    assert!(text.contains("\u{1b}[1;32mg2.zip: "), "{text}");
    let piped = stdout(&run(&[], &fixture("public/g1.zip")));
    let others = [("", "1"), ("--json", ""), ("--format markdown", "")];
    let others = others.map(|(arguments, no_color)| in_terminal(arguments, no_color));
    for text in others.into_iter().chain([piped]) {
        assert!(
            text.contains("g1.zip") && !text.contains('\u{1b}'),
            "{text}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn progress_and_the_summary_of_a_file_appear_only_on_a_terminal_and_not_if_quiet() {
    let folder = Folder::new("progress");
    let report = folder.path().join("report");
    let output = format!("-o '{}'", report.display());
    let text = in_terminal(&output, "");
    assert!(text.contains("\rReading 1 of 2"), "{text}");
    assert!(text.contains("p2s-check: Today: 1 needs action"), "{text}");
    assert_eq!(in_terminal(&format!("-q {output}"), ""), "");
    let text = fs::read_to_string(report).expect("a report");
    assert!(
        text.contains("Today: 1 needs action") && !text.contains("Reading"),
        "{text}"
    );
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
