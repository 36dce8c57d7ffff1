//! `cargo xtask test`: runs everything that CI runs, in order. A failed step does not prevent the following ones.

use crate::table::{Counts, Outcome, Row, render, total};
use crate::{
    Failure, Result, browsers, build, deny, dist, paths, process, sizes, tools, verify_reproducible,
};
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Runs all steps and prints the table. Returns true if everything passed and, in CI, nothing was skipped.
pub fn run() -> bool {
    let ci = std::env::var("CI").is_ok_and(|value| value == "true");
    let program = process::own_program();
    let mut steps = Steps {
        rows: Vec::new(),
        locked: ci,
    };
    steps.step("wasm target", "", tools::wasm_target);
    steps.command("format", "", &["fmt", "--all", "--check"]);
    steps.step(
        "dependencies: licences, bans, sources",
        "seconds; 1 to 3 minutes where cargo-deny has to be installed",
        deny::check_offline,
    );
    steps.advisories();
    let deny = ["--", "-D", "warnings"];
    steps.command(
        "clippy, native",
        "1 to 2 minutes without cached dependencies",
        &[&["clippy", "--workspace", "--all-targets"][..], &deny].concat(),
    );
    steps.command(
        "clippy, wasm32",
        "about a minute without cached dependencies",
        &[
            &["clippy", "--package", "p2s-web", "--target", tools::WASM][..],
            &deny,
        ]
        .concat(),
    );
    steps.documentation(
        "documentation, native",
        &["--workspace", "--exclude", "p2s-web"],
    );
    steps.documentation(
        "documentation, wasm32",
        &["--package", "p2s-web", "--target", tools::WASM],
    );
    steps.tests(
        "tests: unit, fixtures, command line",
        "2 to 3 minutes without cached dependencies",
        &[NATIVE_TESTS, &["--skip", REAL_SAMPLES]].concat(),
    );
    steps.real_samples("real samples: report, command line", "", NATIVE_TESTS);
    steps.tests("pseudo-locale: command line", "", PSEUDO_LOCALE_TESTS);
    let built = steps.step(
        "page, one file",
        "2 to 4 minutes without cached dependencies",
        dist::run,
    );
    let built = steps.step(
        "page in the pseudo-locale",
        "a minute",
        build::pseudo_locale_site,
    ) && built;
    let ready = steps.step("browsers and their drivers", "", browsers::ensure_ready);
    match (built, ready) {
        (true, true) => {
            steps.tests(
                "browser tests",
                "5 to 6 minutes",
                &[
                    BROWSER_TESTS,
                    &["--skip", WEBKIT, "--skip", AXE, "--skip", REAL_SAMPLES],
                ]
                .concat(),
            );
            steps.real_samples("real samples: page", "half a minute", BROWSER_TESTS);
        }
        (false, _) => steps.not_run("browser tests", "the page was not built"),
        (_, false) => steps.not_run("browser tests", "no browser was found"),
    }
    let axe = "browser tests with axe-core";
    match ready {
        true => steps.optional_browser_tests(axe, AXE, built, || browsers::axe().map(drop)),
        false => steps.not_run(axe, "no browser was found"),
    }
    let webkit = "browser tests in WebKit";
    steps.optional_browser_tests(webkit, WEBKIT, built, browsers::ensure_webkit_ready);
    if built {
        steps.step("sizes", "half a minute", || sizes::run(false));
        steps.step("reproducible build", "2 to 4 minutes", || {
            verify_reproducible::run(&program?)
        });
    } else {
        steps.not_run("sizes", "the page was not built");
        steps.not_run("reproducible build", "the page was not built");
    }
    print!("\n{}", render(&steps.rows));
    let total = total(&steps.rows);
    total.failed == 0 && !(ci && total.skipped > 0)
}

/// Cargo arguments that select the tests. Arguments for libtest follow.
const NATIVE_TESTS: &[&str] = &["--workspace", "--exclude", "p2s-browser-tests", "--"];
const PSEUDO_LOCALE_TESTS: &[&str] = &[
    "--package",
    "p2s-check",
    "--features",
    "p2s-report/pseudo-locale",
    "--test",
    "pseudo_locale",
];
const BROWSER_TESTS: &[&str] = &["--package", "p2s-browser-tests", "--"];

/// Part of the names of tests that need real packages. They carry `#[ignore]`, so that a plain `cargo test` lists them
/// as ignored.
const REAL_SAMPLES: &str = "real_samples";

/// Part of the names of tests that run in WebKit.
const WEBKIT: &str = "in_webkit";

/// Part of the names of tests that need axe-core: their module.
const AXE: &str = "axe::";

struct Steps {
    rows: Vec<Row>,
    /// Requires an unchanged Cargo.lock; set in CI.
    locked: bool,
}

impl Steps {
    /// Runs a step that counts as one test. Returns true if it passed.
    fn step(
        &mut self,
        name: &'static str,
        duration: &str,
        action: impl FnOnce() -> Result<()>,
    ) -> bool {
        self.row(name, duration, || {
            action().map(|()| Outcome::Ran(Counts::PASSED, String::new()))
        })
    }

    /// Runs a cargo command that counts as one test.
    fn command(&mut self, name: &'static str, duration: &str, arguments: &[&str]) {
        let mut command = self.cargo(arguments);
        self.step(name, duration, || process::run(&mut command));
    }

    /// Runs `cargo doc`, private items included, where every warning is an error.
    fn documentation(&mut self, name: &'static str, packages: &[&str]) {
        let options = ["doc", "--no-deps", "--document-private-items"];
        let mut command = self.cargo(&[&options[..], packages].concat());
        command.env("RUSTDOCFLAGS", "-D warnings");
        self.step(name, "", || process::run(&mut command));
    }

    /// Runs `cargo test` and counts each of its tests.
    fn tests(&mut self, name: &'static str, duration: &str, arguments: &[&str]) {
        let mut command = self.cargo(&[&["test", "--no-fail-fast"], arguments].concat());
        self.count_tests(name, duration, &mut command);
    }

    fn count_tests(&mut self, name: &'static str, duration: &str, command: &mut Command) {
        self.row(name, duration, || run_tests(command));
    }

    /// Runs the tests that need real packages. The repository doesn't contain any, so without a folder of samples the
    /// step is listed as not run.
    fn real_samples(&mut self, name: &'static str, duration: &str, tests: &[&str]) {
        match paths::samples() {
            Ok(Some(folder)) => {
                let mut command =
                    self.cargo(&[&["test", "--no-fail-fast"], tests, &["--ignored"]].concat());
                command
                    .arg(REAL_SAMPLES)
                    .env(paths::SAMPLES_VARIABLE, folder);
                self.count_tests(name, duration, &mut command);
            }
            Ok(None) => self.not_run(name, "no samples beside the repository (P2S_SAMPLES)"),
            Err(failure) => {
                self.step(name, "", || Err(failure));
            }
        }
    }

    /// Runs the browser tests with this part of a name. Without what they need, the step is listed as not run.
    fn optional_browser_tests(
        &mut self,
        name: &'static str,
        tests: &str,
        built: bool,
        needed: impl FnOnce() -> Result<()>,
    ) {
        match built.then(needed) {
            Some(Ok(())) => self.tests(name, "1 to 2 minutes", &[BROWSER_TESTS, &[tests]].concat()),
            Some(Err(failure)) => {
                let why = format!("not available on this system: {}", first_line(&failure));
                self.not_run(name, &why);
            }
            None => self.not_run(name, "the page was not built"),
        }
    }

    /// Checks the advisories. Without access to their database, the step is listed as not run.
    fn advisories(&mut self) {
        self.row("dependencies: advisories", "", || {
            let unreachable = "the database of advisories is unreachable";
            Ok(match deny::check_advisories()? {
                Some(()) => Outcome::Ran(Counts::PASSED, String::new()),
                None => Outcome::NotRun(unreachable.to_owned()),
            })
        });
    }

    fn not_run(&mut self, name: &'static str, why: &str) {
        self.row(name, "", || Ok(Outcome::NotRun(why.to_owned())));
    }

    /// Adds a row with the outcome of an action. Returns true if it ran and nothing failed.
    fn row(
        &mut self,
        name: &'static str,
        duration: &str,
        action: impl FnOnce() -> Result<Outcome>,
    ) -> bool {
        match duration {
            "" => println!("\n== {name}"),
            _ => println!("\n== {name} ({duration})"),
        }
        let start = Instant::now();
        let outcome = action().unwrap_or_else(|failure| {
            println!("{failure}");
            Outcome::Ran(Counts::FAILED, first_line(&failure))
        });
        let passed = matches!(&outcome, Outcome::Ran(counts, _) if counts.failed == 0);
        self.rows.push(Row {
            name,
            outcome,
            duration: start.elapsed(),
        });
        passed
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

/// Returns the failure's first line for the table, without the output that it quotes.
fn first_line(failure: &Failure) -> String {
    let text = failure.to_string();
    text.lines().next().unwrap_or_default().to_owned()
}

/// Runs a test command, passes its output on and counts the results that libtest prints.
fn run_tests(command: &mut Command) -> Result<Outcome> {
    let child = command.stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| process::start_failure(command, &error))?;
    let mut counts = Counts::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output)
            .lines()
            .map_while(std::io::Result::ok)
        {
            println!("{line}");
            counts.add(parse_counts(&line).unwrap_or_default());
        }
    }
    let success = child.wait().is_ok_and(|status| status.success());
    let mut note = String::new();
    if success && counts == Counts::default() {
        counts.failed = 1;
        note = "no test has that name".to_owned();
    } else if !success && counts.failed == 0 {
        counts.failed = 1;
        note = format!(
            "{} failed before its tests ended",
            process::display_name(command)
        );
    } else if counts.skipped > 0 {
        note = "skipped: marked as ignored in the source".to_owned();
    }
    Ok(Outcome::Ran(counts, note))
}

/// Parses "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; …".
fn parse_counts(line: &str) -> Option<Counts> {
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
    fn the_results_of_libtest_are_parsed() {
        let line = "test result: FAILED. 12 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(
            parse_counts(line),
            Some(Counts {
                passed: 12,
                failed: 1,
                skipped: 2
            })
        );
        assert_eq!(parse_counts("test a::b ... ok"), None);
    }
}
