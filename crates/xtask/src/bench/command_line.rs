//! The command line beside `unzip` and `openssl`, in release mode: tests/measure/src/command_line.rs.

use crate::{Result, paths, process};

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
        .arg(root.join(PLOT));
    if let Some(samples) = paths::samples()? {
        command.env(paths::SAMPLES_VARIABLE, samples);
    }
    process::run_for_output(&mut command)
}
