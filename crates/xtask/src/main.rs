//! `cargo xtask …`: see `--help`.

use std::process::ExitCode;
use xtask::arguments::{Command, HELP, parse};
use xtask::{Failure, again, build, dist, fuzz, measure, paths, screenshots, serve, sizes, test};

fn main() -> ExitCode {
    match parse(std::env::args_os().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Serve { port, watch } => serve::run(port, watch),
        // Its last line is the count, so it says nothing more when it fails.
        Command::Test => match test::run() {
            true => Ok(()),
            false => std::process::exit(1),
        },
        Command::Dist => dist::run(),
        Command::Again => again::compare(),
        Command::Sizes => sizes::run(),
        Command::Fixtures => build::generate("fixtures", &paths::root().join("tests/fixtures")),
        Command::Measure => measure::run(),
        Command::Fuzz { target, seconds } => fuzz::run(target.as_deref(), seconds),
        Command::Screenshots { folder } => screenshots::run(folder),
        Command::Help => {
            print!("{HELP}");
            Ok(())
        }
    }
}
