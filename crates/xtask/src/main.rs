//! `cargo xtask …`: see `--help`.

use std::process::ExitCode;
use xtask::arguments::{Command, HELP, parse};
use xtask::{
    Failure, architecture, bench, build, dist, fuzz, measure, paths, process, screenshots, serve,
    sizes, test, verify_reproducible,
};

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
        // The last line of its output is the count, so it prints no message on failure.
        Command::Test => match test::run() {
            true => Ok(()),
            false => std::process::exit(1),
        },
        Command::Dist => dist::run(),
        Command::PseudoLocale => build::pseudo_locale_site(),
        Command::VerifyReproducible => verify_reproducible::run(&process::own_program()?),
        Command::Sizes { write } => sizes::run(write),
        Command::Fixtures => {
            let folder = paths::root().join("tests/fixtures");
            build::generate(&["fixtures".as_ref(), folder.as_ref()], &[])
        }
        Command::Architecture => architecture::run(),
        Command::Measure => measure::run(),
        Command::Bench { rounds } => bench::run(rounds),
        Command::Fuzz { target, seconds } => fuzz::run(target.as_deref(), seconds),
        Command::Screenshots { folder } => screenshots::run(folder),
        Command::Help => {
            print!("{HELP}");
            Ok(())
        }
    }
}
