//! Parses the arguments of the command line.

use crate::options::{CommandOption, Name, OPTIONS};
use crate::output::Format;
use lexopt::{Arg, Error, Parser, ValueExt as _};
use p2s_package::{Date, Timestamp, parse_date};
use p2s_report::{Language, escape_invisible};
use p2s_verdict::Options;
use std::ffi::OsString;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// What the user asks for.
#[derive(Debug)]
pub(crate) enum Request {
    Help(Language),
    ManualPage(Language),
    Version,
    Limits(Language),
    Check(CheckArguments),
}

/// The arguments of a check.
#[derive(Debug)]
pub(crate) struct CheckArguments {
    pub(crate) format: Format,
    /// The file that the report is written to; without one, it is standard output.
    pub(crate) output: Option<PathBuf>,
    /// True if nothing but errors is printed.
    pub(crate) quiet: bool,
    /// True if something to do today makes the exit code another one.
    pub(crate) fails_on_today: bool,
    pub(crate) language: Language,
    pub(crate) options: Options,
    /// The deadline in the reader's notification.
    pub(crate) deadline: Option<Date>,
    pub(crate) paths: Vec<OsString>,
}

/// What is wrong with the arguments. The texts in it are escaped for a terminal.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum UsageError {
    NoPath,
    Choice {
        option: String,
        choices: String,
        value: String,
    },
    Now(String),
    Date {
        option: String,
        value: String,
    },
    /// The report would replace a file that is to be checked.
    OutputIsInput(String),
    UnknownOption(String),
    MissingValue(String),
    UnexpectedValue(String),
    NotUnicode(String),
    /// The clock of the machine can't be read, and `--now` isn't given.
    NoClock,
    Other(String),
}

/// Parses the arguments. An error comes with the language to print it in: that of the last `--lang` before it.
pub(crate) fn parse(
    mut parser: Parser,
    environment: Language,
) -> Result<Request, (UsageError, Language)> {
    let mut language = environment;
    parse_into(&mut parser, &mut language).map_err(|error| (error, language))
}

fn parse_into(parser: &mut Parser, language: &mut Language) -> Result<Request, UsageError> {
    let (mut format, mut output) = (Format::Text, None);
    let (mut now, mut created, mut deadline) = (None, None, None);
    let (mut quiet, mut fails_on_today) = (false, false);
    let (mut help, mut manual_page, mut version, mut limits) = (false, false, false, false);
    let mut paths = Vec::new();
    while let Some(argument) = parser.next().map_err(UsageError::from_lexopt)? {
        let mut options = OPTIONS.iter();
        let option = match argument {
            Arg::Value(path) => {
                paths.push(path);
                continue;
            }
            Arg::Long(long) => options.find(|option| option.long == long),
            Arg::Short(short) => options.find(|option| option.short == Some(short)),
        };
        let Some(option) = option else {
            return Err(UsageError::from_lexopt(argument.unexpected()));
        };
        match option.name {
            Name::Format => format = choice(parser, option, &Format::ALL, Format::name)?,
            Name::Json => format = Format::Json,
            Name::Output => {
                let path = parser.value().map_err(UsageError::from_lexopt)?;
                output = Some(PathBuf::from(path)).filter(|path| path.as_os_str() != "-");
            }
            Name::Quiet => quiet = true,
            Name::FailOn => {
                choice(parser, option, &["today"], |today| today)?;
                fails_on_today = true;
            }
            Name::Language => *language = choice(parser, option, &Language::ALL, Language::tag)?,
            Name::Now => {
                let text = value(parser)?;
                let moment = Timestamp::parse(&text);
                now = Some(moment.ok_or_else(|| UsageError::Now(escape_invisible(&text)))?);
            }
            Name::Created => created = Some(date(parser, option)?),
            Name::Deadline => deadline = Some(date(parser, option)?),
            Name::Limits => limits = true,
            Name::Man => manual_page = true,
            Name::Help => help = true,
            Name::Version => version = true,
        }
    }
    if help {
        return Ok(Request::Help(*language));
    }
    if manual_page {
        return Ok(Request::ManualPage(*language));
    }
    if version {
        return Ok(Request::Version);
    }
    if limits {
        return Ok(Request::Limits(*language));
    }
    if paths.is_empty() {
        return Err(UsageError::NoPath);
    }
    let now = now.or_else(system_time).ok_or(UsageError::NoClock)?;
    Ok(Request::Check(CheckArguments {
        format,
        output,
        quiet,
        fails_on_today,
        language: *language,
        options: Options { now, created },
        deadline,
        paths,
    }))
}

/// Parses the value of an option that takes one of several.
fn choice<T: Copy>(
    parser: &mut Parser,
    option: &CommandOption,
    all: &[T],
    name: impl Fn(T) -> &'static str,
) -> Result<T, UsageError> {
    let value = value(parser)?;
    let found = all.iter().find(|one| name(**one) == value);
    found.copied().ok_or_else(|| UsageError::Choice {
        option: format!("--{}", option.long),
        choices: option.choices(),
        value: escape_invisible(&value),
    })
}

/// Parses the value of an option that takes a date.
fn date(parser: &mut Parser, option: &CommandOption) -> Result<Date, UsageError> {
    let value = value(parser)?;
    parse_date(&value).ok_or_else(|| UsageError::Date {
        option: format!("--{}", option.long),
        value: escape_invisible(&value),
    })
}

impl UsageError {
    fn from_lexopt(error: Error) -> Self {
        match error {
            Error::UnexpectedOption(option) => UsageError::UnknownOption(escape_invisible(&option)),
            Error::MissingValue { option } => UsageError::MissingValue(
                option.as_deref().map(escape_invisible).unwrap_or_default(),
            ),
            Error::UnexpectedValue { option, .. } => {
                UsageError::UnexpectedValue(escape_invisible(&option))
            }
            Error::NonUnicodeValue(text) => {
                UsageError::NotUnicode(escape_invisible(&text.to_string_lossy()))
            }
            other => UsageError::Other(escape_invisible(&other.to_string())),
        }
    }
}

fn value(parser: &mut Parser) -> Result<String, UsageError> {
    parser
        .value()
        .and_then(|value| value.string())
        .map_err(UsageError::from_lexopt)
}

/// Returns the language of the environment: that of the first of LC_ALL, LC_MESSAGES and LANG that is set.
pub(crate) fn language_of_environment(variable: impl Fn(&str) -> Option<String>) -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty());
    set.and_then(|tag| Language::from_tag(&tag))
        .unwrap_or(Language::SOURCE)
}

fn system_time() -> Option<Timestamp> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Timestamp::from_unix(i64::try_from(seconds).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_gives_the_language() {
        let of = |pairs: &'static [(&str, &str)]| {
            language_of_environment(move |name| {
                pairs
                    .iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[]), Language::En);
        assert_eq!(of(&[("LANG", "ja_JP.UTF-8")]), Language::Ja);
        assert_eq!(of(&[("LANG", "ja")]), Language::Ja);
        assert_eq!(
            of(&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C")]),
            Language::En
        );
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "ja")]), Language::Ja);
    }

    fn error(arguments: &[&str]) -> Option<UsageError> {
        let parser = Parser::from_args(arguments.iter().copied());
        parse(parser, Language::En).err().map(|(error, _)| error)
    }

    #[test]
    fn every_usage_error_is_distinguished() {
        let text = |text: &str| text.to_owned();
        let choice = |option: &str, choices: &str, value: &str| UsageError::Choice {
            option: text(option),
            choices: text(choices),
            value: text(value),
        };
        let date = |option: &str, value: &str| UsageError::Date {
            option: text(option),
            value: text(value),
        };
        let languages = Language::ALL.map(Language::tag).join("|");
        for (arguments, expected) in [
            (&[] as &[&str], UsageError::NoPath),
            (&["--json"], UsageError::NoPath),
            (
                &["--nonsense", "x"],
                UsageError::UnknownOption(text("--nonsense")),
            ),
            (&["-x", "x"], UsageError::UnknownOption(text("-x"))),
            (&["--now"], UsageError::MissingValue(text("--now"))),
            (
                &["--json=1", "x"],
                UsageError::UnexpectedValue(text("--json")),
            ),
            (&["--lang", "xx", "x"], choice("--lang", &languages, "xx")),
            (&["--lang", "JA", "x"], choice("--lang", &languages, "JA")),
            (
                &["--format", "xml", "x"],
                choice("--format", "text|markdown|json|csv|clients-csv", "xml"),
            ),
            (
                &["--fail-on", "2019", "x"],
                choice("--fail-on", "today", "2019"),
            ),
            (
                &["--quiet=1", "x"],
                UsageError::UnexpectedValue(text("--quiet")),
            ),
            (&["x", "-o"], UsageError::MissingValue(text("-o"))),
            (
                &["--now", "2026-11-24T03:00:00", "x"],
                UsageError::Now(text("2026-11-24T03:00:00")),
            ),
            (
                &["--created", "2017-6-1", "x"],
                date("--created", "2017-6-1"),
            ),
            (
                &["--deadline", "tomorrow", "x"],
                date("--deadline", "tomorrow"),
            ),
            (
                &["--created", "\u{1b}[31m", "x"],
                date("--created", "\\u{1b}[31m"),
            ),
        ] {
            assert_eq!(error(arguments), Some(expected), "{arguments:?}");
        }
    }

    #[test]
    fn a_usage_error_is_in_the_language_given_before_it() {
        let parser = Parser::from_args(["--lang", "ja", "--now", "x"]);
        let language = parse(parser, Language::En)
            .err()
            .map(|(_, language)| language);
        assert_eq!(language, Some(Language::Ja));
    }
}
