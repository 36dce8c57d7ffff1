//! `p2s-check`: the command line. It makes the same report as the page, from files and whole folders.

mod arguments;
mod file;
mod help;
mod intake;
mod walk;

use arguments::{CheckArguments, Request};
use p2s_report::Message;
use p2s_verdict::Report;
use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

/// Exit code: every input is not affected.
const NOT_AFFECTED: u8 = 0;
/// Exit code: at least one input is affected.
const AFFECTED: u8 = 1;
/// Exit code: no input is affected, but at least one is undetermined or unreadable, or nothing was found.
const UNDETERMINED: u8 = 2;
/// Exit code: wrong usage (`EX_USAGE` of sysexits.h).
const USAGE: u8 = 64;

fn main() -> ExitCode {
    let language = arguments::language_of_environment(|name| std::env::var(name).ok());
    let code = match arguments::parse(lexopt::Parser::from_env(), language) {
        Ok(Request::Help(language)) => print(&help::help(language), NOT_AFFECTED).1,
        Ok(Request::Version) => {
            let text = format!("p2s-check {}\n", env!("CARGO_PKG_VERSION"));
            print(&text, NOT_AFFECTED).1
        }
        Ok(Request::Limits(language)) => {
            let limits = p2s_package::Limits::default().list();
            print(&p2s_report::limits_text(&limits, language), NOT_AFFECTED).1
        }
        Ok(Request::Check(arguments)) => check(&arguments),
        Err((error, language)) => {
            print_error(&help::usage_error(&error, language));
            print_error(Message::UsageHint.text(language));
            USAGE
        }
    };
    ExitCode::from(code)
}

fn check(arguments: &CheckArguments) -> u8 {
    let language = arguments.language;
    let (report, messages) = intake::check(&arguments.paths, arguments.options, language);
    for message in &messages {
        print_error(message);
    }
    if let Some(warning) = p2s_report::outdated_words(report.generated, language) {
        print_error(&warning);
    }
    if report.inputs.is_empty() {
        print_error(Message::NothingFound.text(language));
    }
    let text = if arguments.json {
        p2s_report::json(&report)
    } else {
        p2s_report::text(&report, language)
    };
    let (is_complete, code) = print(&text, exit_code(&report));
    if !is_complete {
        print_error(Message::IncompleteOutput.text(language));
    }
    code
}

fn exit_code(report: &Report) -> u8 {
    let summary = &report.summary;
    if summary.affected > 0 {
        AFFECTED
    } else if summary.undetermined > 0 || report.inputs.is_empty() {
        UNDETERMINED
    } else {
        NOT_AFFECTED
    }
}

/// Prints a text to standard output. Returns whether that succeeded, and the exit code: `code`, or at least
/// [`UNDETERMINED`] if the text couldn't be written, so that a script doesn't take a lost answer for a good one. A reader
/// that closes the pipe early has seen what it wanted: that is a success.
fn print(text: &str, code: u8) -> (bool, u8) {
    match write(text) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => (false, code.max(UNDETERMINED)),
        _ => (true, code),
    }
}

fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn print_error(message: &str) {
    let _ = writeln!(io::stderr(), "p2s-check: {message}");
}
