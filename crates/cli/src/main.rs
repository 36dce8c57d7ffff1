//! `p2s-check`: the same report as the page's, in a terminal, over files and whole folders.

mod arguments;
mod folder;
mod help;
mod inputs;

use arguments::{Arguments, Request};
use p2s_verdict::{Report, assemble};
use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

/// Every input is not affected.
const FINE: u8 = 0;
/// One is affected.
const AFFECTED: u8 = 1;
/// None is affected, but one can't be told or read, or nothing was found.
const UNDETERMINED: u8 = 2;
/// The user's mistake (sysexits.h, EX_USAGE).
const USAGE: u8 = 64;

fn main() -> ExitCode {
    let language = arguments::language_of_environment(|name| std::env::var(name).ok());
    let code = match arguments::parse(lexopt::Parser::from_env(), language) {
        Ok(Request::Help(language)) => told(&write(help::help(language)), FINE),
        Ok(Request::Version) => {
            let text = format!("p2s-check {}\n", env!("CARGO_PKG_VERSION"));
            told(&write(&text), FINE)
        }
        Ok(Request::Limits(language)) => {
            let limits = p2s_package::Limits::default().list();
            told(&write(&p2s_report::limits_text(&limits, language)), FINE)
        }
        Ok(Request::Check(arguments)) => check(&arguments),
        Err((mistake, language)) => {
            complain(&help::mistake(&mistake, language));
            complain(help::hint(language));
            USAGE
        }
    };
    ExitCode::from(code)
}

fn check(arguments: &Arguments) -> u8 {
    let language = arguments.language;
    let found = inputs::read(&arguments.paths, &arguments.options, language);
    for message in &found.messages {
        complain(message);
    }
    let report = assemble(found.inputs, &arguments.options, found.skipped);
    if report.inputs.is_empty() {
        complain(help::nothing(language));
    }
    let text = if arguments.json {
        p2s_report::json(&report)
    } else {
        p2s_report::text(&report, language)
    };
    let written = write(&text);
    if let Err(error) = &written
        && error.kind() != ErrorKind::BrokenPipe
    {
        complain(help::cut_short(language));
    }
    told(&written, exit_code(&report))
}

fn exit_code(report: &Report) -> u8 {
    let summary = &report.summary;
    if summary.affected > 0 {
        AFFECTED
    } else if summary.undetermined > 0 || report.inputs.is_empty() {
        UNDETERMINED
    } else {
        FINE
    }
}

/// The exit code, unless what it stands for could not be told: then nobody may take it for fine. A reader that has
/// seen enough and closed the pipe was told.
fn told(written: &io::Result<()>, code: u8) -> u8 {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => code.max(UNDETERMINED),
        _ => code,
    }
}

fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "p2s-check: {message}");
}
