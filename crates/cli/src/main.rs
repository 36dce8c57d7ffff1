//! `p2s-check`: the same report as the page's, in a terminal, over files and whole folders.

mod arguments;
mod help;
mod inputs;

use arguments::{Arguments, Request};
use p2s_report::Language;
use p2s_verdict::{Report, assemble};
use std::io::{self, Write as _};
use std::process::ExitCode;

/// The user's mistake (sysexits.h, EX_USAGE).
const USAGE: u8 = 64;

fn main() -> ExitCode {
    let language = arguments::language_of_environment(|name| std::env::var(name).ok());
    match arguments::parse(lexopt::Parser::from_env(), language) {
        Ok(Request::Help(language)) => say(help::help(language)),
        Ok(Request::Version) => say(&format!("p2s-check {}\n", env!("CARGO_PKG_VERSION"))),
        Ok(Request::Check(arguments)) => check(&arguments),
        Err(mistake) => {
            complain(&mistake);
            complain(help::hint(language));
            ExitCode::from(USAGE)
        }
    }
}

fn check(arguments: &Arguments) -> ExitCode {
    let found = inputs::read(&arguments.paths, &arguments.question, arguments.language);
    for message in &found.messages {
        complain(message);
    }
    let report = assemble(found.inputs, &arguments.question, found.skipped);
    if report.inputs.is_empty() {
        complain(help::nothing(arguments.language));
    }
    let text = if arguments.json {
        p2s_report::json(&report)
    } else {
        p2s_report::text(&report, arguments.language)
    };
    if write(&text).is_err() {
        // A reader that has seen enough closes the pipe; the exit code still tells.
        complain(help::cut_short(arguments.language));
    }
    exit_code(&report)
}

/// 0: all not affected; 1: one affected; 2: none affected, one not told, or nothing found.
fn exit_code(report: &Report) -> ExitCode {
    let summary = &report.summary;
    if summary.affected > 0 {
        ExitCode::from(1)
    } else if summary.undetermined > 0 || report.inputs.is_empty() {
        ExitCode::from(2)
    } else {
        ExitCode::SUCCESS
    }
}

fn say(text: &str) -> ExitCode {
    if write(text).is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(2)
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

/// The sentence of a language.
fn pick(language: Language, ja: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
