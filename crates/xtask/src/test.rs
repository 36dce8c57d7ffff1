//! `cargo xtask test`: everything that CI runs, in order. A step that fails does not hide the others.

use crate::table::{Counts, Outcome, Row, render, total};
use crate::{Failure, Result, again, browsers, deny, dist, paths, process, sizes, tools};
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Runs it all, prints the table; whether everything held.
pub fn run() -> bool {
    let ci = std::env::var("CI").is_ok_and(|value| value == "true");
    let mut steps = Steps {
        rows: Vec::new(),
        locked: ci,
    };
    steps.one("wasm target", "", tools::wasm_target);
    steps.command("format", "", &["fmt", "--all", "--check"]);
    steps.one(
        "dependencies: licences, bans, sources",
        "seconds; 1 to 3 minutes where cargo-deny has to be installed",
        deny::settled,
    );
    steps.advisories();
    let deny = ["--", "-D", "warnings"];
    steps.command(
        "clippy, native",
        "1 to 2 minutes from nothing",
        &[&["clippy", "--workspace", "--all-targets"][..], &deny].concat(),
    );
    steps.command(
        "clippy, wasm32",
        "about a minute from nothing",
        &[
            &["clippy", "--package", "p2s-web", "--target", tools::WASM][..],
            &deny,
        ]
        .concat(),
    );
    steps.tests(
        "tests: unit, fixtures, command line",
        "2 to 3 minutes from nothing",
        &[NATIVE_TESTS, &["--skip", REAL_SAMPLES]].concat(),
    );
    steps.real_samples("real samples: report, command line", "", NATIVE_TESTS);
    let built = steps.one("page, one file", "2 to 4 minutes from nothing", dist::run);
    let ready = steps.one("browsers and their drivers", "", browsers::ready);
    match (built, ready) {
        (true, true) => {
            steps.tests(
                "browser tests",
                "5 to 6 minutes",
                &[BROWSER_TESTS, &["--skip", WEBKIT, "--skip", REAL_SAMPLES]].concat(),
            );
            steps.real_samples("real samples: page", "half a minute", BROWSER_TESTS);
        }
        (false, _) => steps.not_run("browser tests", "the page could not be built"),
        (_, false) => steps.not_run("browser tests", "there is no browser"),
    }
    let webkit = "browser tests in WebKit";
    match (built, browsers::webkit_ready()) {
        (true, Ok(())) => steps.tests(webkit, "a minute", &[BROWSER_TESTS, &[WEBKIT]].concat()),
        (true, Err(failure)) => steps.not_run(
            webkit,
            &format!("not tested here (README): {}", first_line(&failure)),
        ),
        (false, _) => steps.not_run(webkit, "the page could not be built"),
    }
    if built {
        steps.one("sizes", "half a minute", sizes::run);
        steps.one(
            "the same bytes, built again",
            "2 to 4 minutes",
            again::compare,
        );
    } else {
        steps.not_run("sizes", "the page could not be built");
        steps.not_run("the same bytes, built again", "the page could not be built");
    }
    print!("\n{}", render(&steps.rows));
    let total = total(&steps.rows);
    total.failed == 0 && !(ci && total.skipped > 0)
}

/// Cargo's words for them; what follows is the tests' own.
const NATIVE_TESTS: &[&str] = &["--workspace", "--exclude", "p2s-browser-tests", "--"];
const BROWSER_TESTS: &[&str] = &["--package", "p2s-browser-tests", "--"];

/// In the names of the tests that need real packages; they are marked as ignored, so that a plain `cargo test` lists
/// them as that.
const REAL_SAMPLES: &str = "real_samples";

/// In the names of the tests that run in WebKit.
const WEBKIT: &str = "in_webkit";

struct Steps {
    rows: Vec<Row>,
    /// In CI Cargo.lock must be as committed.
    locked: bool,
}

impl Steps {
    /// A step that counts as one test; whether it passed.
    fn one(&mut self, name: &'static str, lasts: &str, step: impl FnOnce() -> Result<()>) -> bool {
        let mut passed = false;
        self.row(name, lasts, || match step() {
            Ok(()) => {
                passed = true;
                Outcome::Ran(Counts::PASSED, String::new())
            }
            Err(failure) => {
                println!("{failure}");
                Outcome::Ran(Counts::FAILED, first_line(&failure))
            }
        });
        passed
    }

    /// A cargo command that counts as one test.
    fn command(&mut self, name: &'static str, lasts: &str, arguments: &[&str]) {
        let mut command = self.cargo(arguments);
        self.one(name, lasts, || process::run(&mut command));
    }

    /// `cargo test`: each of its tests counts.
    fn tests(&mut self, name: &'static str, lasts: &str, arguments: &[&str]) {
        let mut command = self.cargo(&[&["test", "--no-fail-fast"], arguments].concat());
        self.tests_of(name, lasts, &mut command);
    }

    fn tests_of(&mut self, name: &'static str, lasts: &str, command: &mut Command) {
        self.row(name, lasts, || match run_tests(command) {
            Ok(outcome) => outcome,
            Err(failure) => Outcome::Ran(Counts::FAILED, first_line(&failure)),
        });
    }

    /// The tests among these that need real packages, which the repository doesn't have: listed as not run where there
    /// are none.
    fn real_samples(&mut self, name: &'static str, lasts: &str, tests: &[&str]) {
        match paths::samples() {
            Ok(Some(folder)) => {
                let mut command =
                    self.cargo(&[&["test", "--no-fail-fast"], tests, &["--ignored"]].concat());
                command.arg(REAL_SAMPLES).env(paths::SAMPLES, folder);
                self.tests_of(name, lasts, &mut command);
            }
            Ok(None) => self.not_run(name, "none beside the repository (P2S_SAMPLES)"),
            Err(failure) => {
                self.one(name, "", || Err(failure));
            }
        }
    }

    /// Needs a network beyond the package registries: where there is none, it is listed as not run.
    fn advisories(&mut self) {
        self.row("dependencies: advisories", "", || {
            match deny::advisories() {
                Ok(Some(())) => Outcome::Ran(Counts::PASSED, String::new()),
                Ok(None) => {
                    Outcome::NotRun("the database of advisories can't be reached".to_owned())
                }
                Err(failure) => {
                    println!("{failure}");
                    Outcome::Ran(Counts::FAILED, first_line(&failure))
                }
            }
        });
    }

    fn not_run(&mut self, name: &'static str, why: &str) {
        self.row(name, "", || Outcome::NotRun(why.to_owned()));
    }

    fn row(&mut self, name: &'static str, lasts: &str, step: impl FnOnce() -> Outcome) {
        match lasts {
            "" => println!("\n== {name}"),
            _ => println!("\n== {name} ({lasts})"),
        }
        let start = Instant::now();
        let outcome = step();
        self.rows.push(Row {
            name,
            outcome,
            took: start.elapsed(),
        });
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = process::cargo(&paths::root());
        let (own, rest) = arguments.split_at(arguments.len().min(1));
        command.args(own);
        if self.locked && own != ["fmt"] {
            command.arg("--locked");
        }
        command.args(rest);
        command
    }
}

/// What the table says about a failure: the sentence, without the output that it quotes.
fn first_line(failure: &Failure) -> String {
    let text = failure.to_string();
    text.lines().next().unwrap_or_default().to_owned()
}

/// Passes the output on and counts what libtest says in it.
fn run_tests(command: &mut Command) -> Result<Outcome> {
    let child = command.stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| process::not_started(command, &error))?;
    let mut counts = Counts::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output)
            .lines()
            .map_while(std::io::Result::ok)
        {
            println!("{line}");
            counts.add(counted(&line).unwrap_or_default());
        }
    }
    let success = child.wait().is_ok_and(|status| status.success());
    let mut note = String::new();
    if success && counts == Counts::default() {
        counts.failed = 1;
        note = "no test has that name".to_owned();
    } else if !success && counts.failed == 0 {
        counts.failed = 1;
        note = format!("{} failed before its tests ended", process::name(command));
    } else if counts.skipped > 0 {
        note = "skipped: marked as ignored in the source".to_owned();
    }
    Ok(Outcome::Ran(counts, note))
}

/// "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; …"
fn counted(line: &str) -> Option<Counts> {
    let results = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |what: &str| {
        let part = results
            .split("; ")
            .find_map(|part| part.trim().strip_suffix(what));
        part.and_then(|number| number.trim().parse().ok())
            .unwrap_or(0)
    };
    Some(Counts {
        passed: count("passed"),
        failed: count("failed"),
        skipped: count("ignored"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_libtest_are_counted() {
        let line = "test result: FAILED. 12 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(
            counted(line),
            Some(Counts {
                passed: 12,
                failed: 1,
                skipped: 2
            })
        );
        assert_eq!(counted("test a::b ... ok"), None);
    }
}
