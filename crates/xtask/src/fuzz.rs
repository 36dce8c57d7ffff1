//! `cargo xtask fuzz`: the fuzzer over its targets, for a while each, and what came of it.
//!
//! It needs a nightly toolchain, named as such, and cargo-fuzz. Everything it writes lies under target/fuzz.

use crate::install::Crate;
use crate::{Failure, Result, paths, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Only this command uses another toolchain than the pinned one: libFuzzer's flags are unstable.
const NIGHTLY: &str = "nightly";
const CARGO_FUZZ: &str = "0.13.2";

/// The targets; each is a program under fuzz/.
const TARGETS: [&str; 7] = [
    "zip",
    "self_extractor",
    "cabinet",
    "xml",
    "certificate",
    "text",
    "report",
];

/// What a single input may cost: seconds (a loaded machine is slow), MiB at once, MiB in all.
const BOUNDS: [&str; 3] = ["-timeout=30", "-malloc_limit_mb=128", "-rss_limit_mb=1024"];

/// Runs one target, or all of them one after the other.
pub fn run(target: Option<&str>, seconds: u32) -> Result<()> {
    let targets: Vec<&str> = match target {
        None => TARGETS.to_vec(),
        Some(name) => vec![
            *TARGETS
                .iter()
                .find(|known| **known == name)
                .ok_or_else(|| {
                    Failure::new(format!(
                        "There is no target {name}; there are {}.",
                        TARGETS.join(", ")
                    ))
                })?,
        ],
    };
    let folder = paths::target().join("fuzz");
    let programs = build(&folder)?;
    seeds(&folder.join("seeds"))?;
    println!("{seconds} seconds each; what is found goes on from one run to the next.");
    println!(
        "{:<16}{:>12}{:>8}{:>8}{:>8}  crashes",
        "target", "executions", "cov", "ft", "corpus"
    );
    let mut crashed = false;
    for target in targets {
        let told = one(target, &programs.join(target), &folder, seconds)?;
        println!(
            "{target:<16}{:>12}{:>8}{:>8}{:>8}  {}",
            told.executions, told.cov, told.ft, told.corpus, told.crashes
        );
        crashed |= told.crashes > 0;
    }
    match crashed {
        false => Ok(()),
        true => Err(Failure::new(format!(
            "Something does not hold: see {}. Each input there becomes a fixture, or a file under fuzz/regressions.",
            folder.join("artifacts").display()
        ))),
    }
}

/// Builds every target's program; gives their folder.
fn build(folder: &Path) -> Result<PathBuf> {
    let tool = Crate {
        package: "cargo-fuzz",
        program: "cargo-fuzz",
        version: CARGO_FUZZ,
        options: &[],
        minutes: "about a minute",
    };
    let path = process::path_with(&tool.ready()?.into_iter().collect::<Vec<_>>())?;
    println!(
        "Building the fuzzer's programs with the {NIGHTLY} toolchain (2 to 4 minutes from nothing) …"
    );
    let mut command = Command::new("rustup");
    // Nothing in here is unsafe, so the sanitizers would find nothing that the checks don't.
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
            "{failure} Is there a toolchain of that name? `rustup toolchain list` says so."
        ))
    })?;
    let host =
        host().ok_or_else(|| Failure::new("The nightly compiler does not name its host."))?;
    Ok(folder.join(host).join("release"))
}

/// cargo-fuzz builds for the host by name.
fn host() -> Option<String> {
    let version = process::output(Command::new("rustup").args(["run", NIGHTLY, "rustc", "-vV"]))?;
    let line = version.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_owned)
}

/// The fixtures that each target starts from.
fn seeds(folder: &Path) -> Result<()> {
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

/// What libFuzzer says at the end.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    executions: u64,
    cov: u64,
    ft: u64,
    corpus: u64,
    crashes: usize,
}

fn one(target: &str, program: &Path, folder: &Path, seconds: u32) -> Result<Told> {
    let of = |name: &str| folder.join(name).join(target);
    let (corpus, artifacts) = (of("corpus"), of("artifacts"));
    let log = folder.join("logs").join(format!("{target}.log"));
    for folder in [&corpus, &artifacts, &folder.join("logs")] {
        fs::create_dir_all(folder).map_err(Failure::file("create", folder))?;
    }
    let file = fs::File::create(&log).map_err(Failure::file("write", &log))?;
    let fuzz = paths::root().join("fuzz");
    let mut command = Command::new(program);
    command.arg(&corpus).arg(of("seeds"));
    for committed in ["corpus", "regressions"] {
        let committed = fuzz.join(committed).join(target);
        command.args(committed.is_dir().then_some(committed));
    }
    let words = fuzz.join("dictionaries").join(format!("{target}.dict"));
    if words.is_file() {
        command.arg(format!("-dict={}", words.display()));
    }
    let longest = if target == "self_extractor" { 256 } else { 64 };
    command
        .args(BOUNDS)
        .arg(format!("-max_len={}", longest * 1024))
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .arg("-print_final_stats=1")
        .stdout(Stdio::null())
        .stderr(file);
    // It fails where it found something; how much is told by the artifacts.
    let _ = command
        .status()
        .map_err(|error| process::not_started(&command, &error))?;
    let text = fs::read_to_string(&log).unwrap_or_default();
    Ok(Told {
        crashes: fs::read_dir(&artifacts).map_or(0, Iterator::count),
        ..told(&text)
    })
}

/// `#2048 DONE cov: 2291 ft: 5874 corp: 123/45Kb …` and `stat::number_of_executed_units: 2048`.
fn told(log: &str) -> Told {
    let number = |line: &str, name: &str| -> Option<u64> {
        let rest = line.split_once(name)?.1.trim_start();
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse().ok()
    };
    let last = |name: &str| {
        let mut lines = log.lines().rev();
        lines.find_map(|line| number(line, name)).unwrap_or(0)
    };
    Told {
        executions: last("stat::number_of_executed_units:"),
        cov: last(" cov:"),
        ft: last(" ft:"),
        corpus: last(" corp:"),
        crashes: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_of_libfuzzer_are_read() {
        let log = "#2\tINITED cov: 90 ft: 91 corp: 1/1b exec/s: 0 rss: 30Mb\n\
            #2048\tDONE   cov: 2291 ft: 5874 corp: 123/45Kb lim: 4 exec/s: 0 rss: 30Mb\n\
            stat::number_of_executed_units: 2048\n";
        let expected = Told {
            executions: 2048,
            cov: 2291,
            ft: 5874,
            corpus: 123,
            crashes: 0,
        };
        assert_eq!(told(log), expected);
    }

    #[test]
    fn every_target_has_its_program() {
        for target in TARGETS {
            let program = paths::root().join(format!("fuzz/fuzz_targets/{target}.rs"));
            assert!(program.is_file(), "{}", program.display());
        }
    }
}
