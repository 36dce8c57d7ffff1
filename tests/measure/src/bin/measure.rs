//! `measure PROGRAM FOLDER`: prints what p2s-check costs for every class of hostile input and for files of 3 MB, 300 MB
//! and 4 GiB that are filled with non-zero bytes, as the tables of docs/hostile-input.md. Fails if a bound is exceeded.

use p2s_measure::{CLASSES, Large, SHAPES, fixtures, run};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

const MAX_MEMORY: u64 = 128 << 20;
const MAX_CPU_TIME: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [option, program, path] = arguments.as_slice()
        && option == "--one"
    {
        return measure_one(Path::new(program), Path::new(path));
    }
    let [program, folder] = arguments.as_slice() else {
        eprintln!("Usage: measure PROGRAM FOLDER (the folder needs 5 GB of free space)");
        return ExitCode::FAILURE;
    };
    match tables(Path::new(program), Path::new(folder)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!("An input exceeds the limit on time or memory.");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn tables(program: &Path, folder: &Path) -> std::io::Result<bool> {
    let mut within_bounds = true;
    std::fs::create_dir_all(folder)?;
    println!("| Class | Fixtures | Answers | Time at most | Memory at most |");
    println!("| --- | --- | --- | --- | --- |");
    for class in &CLASSES {
        let mut answers = BTreeSet::new();
        let (mut cpu_time, mut peak) = (Duration::ZERO, 0);
        let cases = fixtures(class);
        for case in &cases {
            let name = case.path.rsplit('/').next().unwrap_or_default();
            let path = folder.join(name);
            std::fs::write(&path, &case.bytes)?;
            let (cost, answer) = measure_in_new_process(program, &path)?;
            std::fs::remove_file(&path)?;
            answers.insert(answer);
            cpu_time = cpu_time.max(cost.cpu_time);
            peak = peak.max(cost.peak);
        }
        within_bounds &= cpu_time < MAX_CPU_TIME && peak < MAX_MEMORY;
        let starts: Vec<String> = class
            .fixtures
            .iter()
            .map(|start| format!("`{start}`"))
            .collect();
        let answers: Vec<String> = answers
            .into_iter()
            .map(|answer| format!("`{answer}`"))
            .collect();
        println!(
            "| {}. {} | {}: {} | {} | {} | {} |",
            class.number,
            class.what,
            cases.len(),
            starts.join(", "),
            answers.join(", "),
            milliseconds(cpu_time),
            mebibytes(peak)
        );
    }
    println!("\n| A file | Answer at 4 GiB | 3 MB | 300 MB | 4 GiB |");
    println!("| --- | --- | --- | --- | --- |");
    for (shape, name, what) in SHAPES {
        let mut cells = Vec::new();
        let mut last_answer = String::new();
        for size in [3_000_000, 300_000_000, 4 << 30] {
            let large = Large::make(folder, shape, name, size, true)?;
            let (cost, answer) = measure_in_new_process(program, &large.path)?;
            within_bounds &= cost.cpu_time < MAX_CPU_TIME && cost.peak < MAX_MEMORY;
            cells.push(format!(
                "{}, {}",
                milliseconds(cost.cpu_time),
                mebibytes(cost.peak)
            ));
            last_answer = answer;
        }
        println!("| {what} | `{last_answer}` | {} |", cells.join(" | "));
    }
    Ok(within_bounds)
}

/// Measures one file in a process with an otherwise small memory, and prints processor time, peak memory and answer.
fn measure_one(program: &Path, path: &Path) -> ExitCode {
    let mut command = Command::new(program);
    command
        .args(["--json", "--now", p2s_fixtures::NOW])
        .arg(path);
    let Ok(usage) = run(&mut command) else {
        return ExitCode::FAILURE;
    };
    let report: Value = serde_json::from_str(&usage.stdout).unwrap_or_default();
    let input = &report["inputs"][0];
    let answer = input["error"]["code"].as_str().or(input["rule"].as_str());
    let answer = answer.unwrap_or("none");
    println!("{} {} {answer}", usage.cpu_time.as_micros(), usage.peak);
    ExitCode::SUCCESS
}

/// Cost of a file.
struct Cost {
    cpu_time: Duration,
    peak: u64,
}

/// Returns the cost of a file and its answer: the error or, without one, the rule.
fn measure_in_new_process(program: &Path, path: &Path) -> std::io::Result<(Cost, String)> {
    let mut command = Command::new(std::env::current_exe()?);
    let output = command.arg("--one").arg(program).arg(path).output()?;
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut words = output.split_whitespace();
    let mut number = || words.next().and_then(|word| word.parse().ok());
    let (Some(micros), Some(peak)) = (number(), number()) else {
        let sentence = format!("{} can't be measured", path.display());
        return Err(std::io::Error::other(sentence));
    };
    let cost = Cost {
        cpu_time: Duration::from_micros(micros),
        peak,
    };
    Ok((cost, words.next().unwrap_or("none").to_owned()))
}

fn milliseconds(time: Duration) -> String {
    format!("{} ms", time.as_millis())
}

fn mebibytes(bytes: u64) -> String {
    format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20))
}
