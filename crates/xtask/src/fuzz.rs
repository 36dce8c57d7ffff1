//! `cargo xtask fuzz`: runs the fuzz targets for a fixed time each and prints their statistics.
//!
//! Needs a toolchain named `nightly`, and cargo-fuzz. Writes only below target/fuzz.

use crate::install::CargoTool;
use crate::{Failure, Result, paths, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Toolchain of this command alone: libFuzzer's flags are unstable.
const NIGHTLY: &str = "nightly";
const CARGO_FUZZ: &str = "0.13.2";

/// The targets. Each has a program in fuzz/fuzz_targets.
const TARGETS: [&str; 7] = [
    "zip",
    "self_extractor",
    "cabinet",
    "xml",
    "certificate",
    "text",
    "report",
];

/// Limits for a single input: seconds (generous, for busy machines), MiB per allocation, MiB of resident memory.
const INPUT_LIMITS: [&str; 3] = ["-timeout=30", "-malloc_limit_mb=128", "-rss_limit_mb=1024"];

/// Runs one target, or all of them in sequence.
pub fn run(target: Option<&str>, seconds: u32) -> Result<()> {
    let targets: Vec<&str> = match target {
        None => TARGETS.to_vec(),
        Some(name) => vec![
            *TARGETS
                .iter()
                .find(|known| **known == name)
                .ok_or_else(|| {
                    Failure::new(format!(
                        "There is no target {name}. The targets are {}.",
                        TARGETS.join(", ")
                    ))
                })?,
        ],
    };
    let folder = paths::target().join("fuzz");
    let programs = build(&folder)?;
    write_seeds(&folder.join("seeds"))?;
    println!("{seconds} seconds each. The corpus is kept from one run to the next.");
    println!(
        "{:<16}{:>12}{:>8}{:>8}{:>8}  crashes",
        "target", "executions", "cov", "ft", "corpus"
    );
    let mut crashed = false;
    for target in targets {
        let statistics = run_target(target, &programs.join(target), &folder, seconds)?;
        println!(
            "{target:<16}{:>12}{:>8}{:>8}{:>8}  {}",
            statistics.executions,
            statistics.cov,
            statistics.ft,
            statistics.corpus,
            statistics.crashes
        );
        crashed |= statistics.crashes > 0;
    }
    match crashed {
        false => Ok(()),
        true => Err(Failure::new(format!(
            "The fuzzer found failures: see {}. Add each input there as a fixture or under fuzz/regressions.",
            folder.join("artifacts").display()
        ))),
    }
}

/// Builds the programs of all targets and returns their folder.
fn build(folder: &Path) -> Result<PathBuf> {
    let tool = CargoTool {
        package: "cargo-fuzz",
        program: "cargo-fuzz",
        version: CARGO_FUZZ,
        options: &[],
        install_time: "about a minute",
    };
    let path = process::path_with(&tool.ensure_installed()?.into_iter().collect::<Vec<_>>())?;
    println!(
        "Building the fuzzer's programs with the {NIGHTLY} toolchain (2 to 4 minutes without cached dependencies) …"
    );
    let mut command = Command::new("rustup");
    // The targets contain no unsafe code, so sanitizers would only slow them down.
    command
        .args([
            "run",
            NIGHTLY,
            "cargo",
            "fuzz",
            "build",
            "--fuzz-dir",
            ".",
            "--sanitizer",
            "none",
        ])
        .current_dir(paths::root().join("fuzz"))
        .env("PATH", path)
        .env("CARGO_TARGET_DIR", folder);
    for name in ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN"] {
        command.env_remove(name);
    }
    process::run(&mut command).map_err(|failure| {
        Failure::new(format!(
            "{failure} Is a toolchain of that name installed? `rustup toolchain list` shows it."
        ))
    })?;
    let host =
        host().ok_or_else(|| Failure::new("The nightly compiler does not report its host."))?;
    Ok(folder.join(host).join("release"))
}

/// Returns the host triple, which is the name of cargo-fuzz's output folder.
fn host() -> Option<String> {
    let version = process::output(Command::new("rustup").args(["run", NIGHTLY, "rustc", "-vV"]))?;
    let line = version.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_owned)
}

/// Writes the fixtures that each target starts from.
fn write_seeds(folder: &Path) -> Result<()> {
    let mut command = process::cargo(&paths::root());
    command.args([
        "run",
        "--quiet",
        "--package",
        "p2s-fuzzing",
        "--bin",
        "seeds",
        "--",
    ]);
    process::run(command.arg(folder))
}

/// Statistics that libFuzzer prints at the end.
#[derive(Debug, Default, PartialEq, Eq)]
struct Statistics {
    executions: u64,
    cov: u64,
    ft: u64,
    corpus: u64,
    crashes: usize,
}

fn run_target(target: &str, program: &Path, folder: &Path, seconds: u32) -> Result<Statistics> {
    let subfolder = |name: &str| folder.join(name).join(target);
    let (corpus, artifacts) = (subfolder("corpus"), subfolder("artifacts"));
    let log = folder.join("logs").join(format!("{target}.log"));
    for folder in [&corpus, &artifacts, &folder.join("logs")] {
        fs::create_dir_all(folder).map_err(Failure::file("create", folder))?;
    }
    let file = fs::File::create(&log).map_err(Failure::file("write", &log))?;
    let fuzz = paths::root().join("fuzz");
    let mut command = Command::new(program);
    command.arg(&corpus).arg(subfolder("seeds"));
    for committed in ["corpus", "regressions"] {
        let committed = fuzz.join(committed).join(target);
        command.args(committed.is_dir().then_some(committed));
    }
    let dictionary = fuzz.join("dictionaries").join(format!("{target}.dict"));
    if dictionary.is_file() {
        command.arg(format!("-dict={}", dictionary.display()));
    }
    let longest = if target == "self_extractor" { 256 } else { 64 };
    command
        .args(INPUT_LIMITS)
        .arg(format!("-max_len={}", longest * 1024))
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .arg("-print_final_stats=1")
        .stdout(Stdio::null())
        .stderr(file);
    // The exit code is non-zero after a crash. The artifacts already count crashes.
    let _ = command
        .status()
        .map_err(|error| process::start_failure(&command, &error))?;
    let text = fs::read_to_string(&log).unwrap_or_default();
    Ok(Statistics {
        crashes: fs::read_dir(&artifacts).map_or(0, Iterator::count),
        ..parse_statistics(&text)
    })
}

/// Parses `#2048 DONE cov: 2291 ft: 5874 corp: 123/45Kb …` and `stat::number_of_executed_units: 2048`.
fn parse_statistics(log: &str) -> Statistics {
    let number = |line: &str, name: &str| -> Option<u64> {
        let rest = line.split_once(name)?.1.trim_start();
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse().ok()
    };
    let last_value = |name: &str| {
        let mut lines = log.lines().rev();
        lines.find_map(|line| number(line, name)).unwrap_or(0)
    };
    Statistics {
        executions: last_value("stat::number_of_executed_units:"),
        cov: last_value(" cov:"),
        ft: last_value(" ft:"),
        corpus: last_value(" corp:"),
        crashes: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_statistics_of_libfuzzer_are_parsed() {
        let log = "#2\tINITED cov: 90 ft: 91 corp: 1/1b exec/s: 0 rss: 30Mb\n\
            #2048\tDONE   cov: 2291 ft: 5874 corp: 123/45Kb lim: 4 exec/s: 0 rss: 30Mb\n\
            stat::number_of_executed_units: 2048\n";
        let expected = Statistics {
            executions: 2048,
            cov: 2291,
            ft: 5874,
            corpus: 123,
            crashes: 0,
        };
        assert_eq!(parse_statistics(log), expected);
    }

    #[test]
    fn every_target_has_a_program() {
        for target in TARGETS {
            let program = paths::root().join(format!("fuzz/fuzz_targets/{target}.rs"));
            assert!(program.is_file(), "{}", program.display());
        }
    }
}
