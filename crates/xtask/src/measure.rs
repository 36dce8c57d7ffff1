//! `cargo xtask measure`: prints the cost of hostile and huge input as the tables of docs/hostile-input.md.

use crate::{Result, paths, process};

/// Builds the command line in release mode and measures it.
pub fn run() -> Result<()> {
    let root = paths::root();
    let build = ["build", "--release", "--quiet", "--package"];
    println!("Building (1 to 3 minutes without cached dependencies) …");
    process::run(process::cargo(&root).args(build).arg("p2s-check"))?;
    process::run(process::cargo(&root).args(build).arg("p2s-measure"))?;
    let release = paths::target().join("release");
    println!("Measuring; files of 4 GiB are written and removed again (a few minutes) …");
    let mut measure = std::process::Command::new(release.join("measure"));
    measure.arg(release.join("p2s-check"));
    process::run(measure.arg(paths::target().join("measure")))
}
