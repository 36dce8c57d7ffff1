//! The command line beside `unzip` and `openssl`, in release mode: tests/measure/src/command_line.rs.

use crate::{Failure, Result, paths, process};
use std::process::Stdio;

/// The plot of the times, below the project's root.
const PLOT: &str = "docs/performance-command-line.svg";

/// Builds the command line, measures it, writes the plot, and returns the tables as Markdown.
pub(super) fn measure() -> Result<String> {
    let root = paths::root();
    let build = ["build", "--release", "--quiet", "-p", "p2s-check", "-p"];
    process::run(process::cargo(&root).args(build).arg("p2s-measure"))?;
    println!("Measuring the command line with 1 to 10,000 packages (some minutes) …");
    let release = paths::target().join("release");
    let mut command = std::process::Command::new(release.join("measure_command_line"));
    command
        .arg(release.join("p2s-check"))
        .arg(paths::target().join("measure"))
        .arg(root.join(PLOT))
        .stderr(Stdio::inherit());
    if let Some(samples) = paths::samples()? {
        command.env(paths::SAMPLES_VARIABLE, samples);
    }
    let output = command
        .output()
        .map_err(|error| process::start_failure(&command, &error))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(Failure::new(format!(
            "measure_command_line failed ({}).",
            output.status
        ))),
    }
}
