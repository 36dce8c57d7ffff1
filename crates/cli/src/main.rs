//! `p2s-check`: the command line. It makes the same report as the page, from files and whole folders.

mod arguments;
mod file;
mod help;
mod intake;
mod output;
mod walk;

use arguments::{CheckArguments, Request};
use output::{Output, is_complete};
use p2s_report::Message;
use std::io::{self, Write as _};
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
        Ok(Request::Help(language)) => print(&help::help(language)),
        Ok(Request::Version) => {
            let text = format!("p2s-check {}\n", env!("CARGO_PKG_VERSION"));
            print(&text)
        }
        Ok(Request::Limits(language)) => {
            let limits = p2s_package::Limits::default().list();
            print(&p2s_report::limits_text(&limits, language))
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
    let mut output = Output::new(arguments);
    for message in intake::check(arguments, &mut output) {
        print_error(&message);
    }
    if let Some(warning) = p2s_report::outdated_words(arguments.options.now, language) {
        print_error(&warning);
    }
    if output.is_empty() {
        print_error(Message::NothingFound.text(language));
    }
    let result = output.finish();
    if !is_complete(&result) {
        print_error(Message::IncompleteOutput.text(language));
    }
    code_of(&result, exit_code(&output))
}

fn exit_code(output: &Output) -> u8 {
    let summary = output.summary();
    if summary.affected > 0 {
        AFFECTED
    } else if summary.undetermined > 0 || summary.not_read > 0 || output.is_empty() {
        UNDETERMINED
    } else {
        NOT_AFFECTED
    }
}

/// Prints a text to standard output. Returns the exit code.
fn print(text: &str) -> u8 {
    let mut out = io::stdout().lock();
    let result = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    code_of(&result, NOT_AFFECTED)
}

/// Returns the exit code: `code`, or at least [`UNDETERMINED`] if the output isn't complete, so that a script doesn't take
/// a lost answer for a good one.
fn code_of(result: &io::Result<()>, code: u8) -> u8 {
    match is_complete(result) {
        true => code,
        false => code.max(UNDETERMINED),
    }
}

fn print_error(message: &str) {
    let _ = writeln!(io::stderr(), "p2s-check: {message}");
}
