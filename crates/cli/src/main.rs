//! `p2s-check`: the command line. It makes the same report as the page, from files and whole folders.

mod arguments;
mod errors;
mod file;
mod intake;
mod manual;
mod options;
mod output;
mod progress;
mod walk;

use arguments::{CheckArguments, Request, UsageError};
use output::{Output, OutputError, is_complete};
use p2s_report::{Language, Message, words};
use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

/// Exit code: every input is not affected.
const NOT_AFFECTED: u8 = 0;
/// Exit code: at least one input is affected.
const AFFECTED: u8 = 1;
/// Exit code: no input is affected, but at least one is undetermined or unreadable, nothing was found, or the report can't
/// be written.
const UNDETERMINED: u8 = 2;
/// Exit code with `--fail-on today`: every input is not affected, but at least one asks for something today.
const ACTION_TODAY: u8 = 3;
/// Exit code: wrong usage (`EX_USAGE` of sysexits.h).
const USAGE: u8 = 64;

/// The exit codes with their meanings, as `--help` lists them.
const EXIT_CODES: [(u8, Message); 5] = [
    (NOT_AFFECTED, Message::ExitNotAffected),
    (AFFECTED, Message::ExitAffected),
    (UNDETERMINED, Message::ExitUndetermined),
    (ACTION_TODAY, Message::ExitActionToday),
    (USAGE, Message::ExitUsage),
];

fn main() -> ExitCode {
    let language = arguments::language_of_environment(|name| std::env::var(name).ok());
    let code = match arguments::parse(lexopt::Parser::from_env(), language) {
        Ok(Request::Help(language)) => print(&manual::help(language)),
        Ok(Request::ManualPage(language)) => print(&manual::manual_page(language)),
        Ok(Request::Version) => {
            let text = format!("p2s-check {}\n", env!("CARGO_PKG_VERSION"));
            print(&text)
        }
        Ok(Request::Limits(language)) => {
            let limits = p2s_package::Limits::default().list();
            print(&p2s_report::limits_text(&limits, language))
        }
        Ok(Request::Check(arguments)) => check(&arguments),
        Err((error, language)) => usage(&error, language),
    };
    ExitCode::from(code)
}

fn check(arguments: &CheckArguments) -> u8 {
    let language = arguments.language;
    let mut output = match Output::new(arguments) {
        Ok(output) => output,
        Err(OutputError::Usage(error)) => return usage(&error, language),
        Err(OutputError::File(path)) => {
            print_error(&words::OutputFailed { path: &path }.text(language));
            return UNDETERMINED;
        }
    };
    for message in intake::check(arguments, &mut output) {
        print_error(&message);
    }
    let warning = p2s_report::outdated_words(arguments.options.now, language);
    if let Some(warning) = warning.filter(|_| !arguments.quiet) {
        print_error(&warning);
    }
    if output.is_empty() {
        print_error(Message::NothingFound.text(language));
    }
    let result = output.finish();
    if !is_complete(&result) {
        print_error(Message::IncompleteOutput.text(language));
    }
    let is_elsewhere = arguments.output.is_some() && !arguments.quiet;
    let summary = output.summary_words();
    if is_elsewhere && !summary.is_empty() && io::stderr().is_terminal() {
        print_error(&summary);
    }
    code_of(&result, exit_code(arguments, &output))
}

fn exit_code(arguments: &CheckArguments, output: &Output) -> u8 {
    let summary = output.summary();
    if summary.affected > 0 {
        AFFECTED
    } else if summary.undetermined > 0 || summary.not_read > 0 || output.is_empty() {
        UNDETERMINED
    } else if arguments.fails_on_today && output.needs().has_action() {
        ACTION_TODAY
    } else {
        NOT_AFFECTED
    }
}

/// Prints what is wrong with the arguments. Returns the exit code.
fn usage(error: &UsageError, language: Language) -> u8 {
    print_error(&errors::usage_error(error, language));
    print_error(Message::UsageHint.text(language));
    USAGE
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
