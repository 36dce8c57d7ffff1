//! Parses the arguments of the command line.

use crate::output::Form;
use lexopt::{Arg, Error, Parser, ValueExt as _};
use p2s_package::{Timestamp, parse_date};
use p2s_report::{Language, escape_invisible};
use p2s_verdict::Options;
use std::ffi::OsString;
use std::time::{SystemTime, UNIX_EPOCH};

/// What the user asks for.
#[derive(Debug)]
pub(crate) enum Request {
    Help(Language),
    Version,
    Limits(Language),
    Check(CheckArguments),
}

/// The arguments of a check.
#[derive(Debug)]
pub(crate) struct CheckArguments {
    pub(crate) json: bool,
    pub(crate) language: Language,
    pub(crate) options: Options,
    pub(crate) paths: Vec<OsString>,
}

impl CheckArguments {
    pub(crate) fn form(&self) -> Form {
        match self.json {
            true => Form::Json,
            false => Form::Text(self.language),
        }
    }
}

/// What is wrong with the arguments. The texts in it are escaped for a terminal.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum UsageError {
    NoPath,
    Language(String),
    Now(String),
    Created(String),
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
    let (mut json, mut now, mut created) = (false, None, None);
    let (mut help, mut version, mut limits) = (false, false, false);
    let mut paths = Vec::new();
    while let Some(argument) = parser.next().map_err(UsageError::from_lexopt)? {
        match argument {
            Arg::Long("json") => json = true,
            Arg::Long("lang") => {
                let tag = value(parser)?;
                let mut languages = Language::ALL.into_iter();
                *language = languages
                    .find(|language| language.tag() == tag)
                    .ok_or_else(|| UsageError::Language(escape_invisible(&tag)))?;
            }
            Arg::Long("now") => {
                let text = value(parser)?;
                let moment = Timestamp::parse(&text);
                now = Some(moment.ok_or_else(|| UsageError::Now(escape_invisible(&text)))?);
            }
            Arg::Long("created") => {
                let text = value(parser)?;
                let day = parse_date(&text);
                created = Some(day.ok_or_else(|| UsageError::Created(escape_invisible(&text)))?);
            }
            Arg::Short('h') | Arg::Long("help") => help = true,
            Arg::Short('V') | Arg::Long("version") => version = true,
            Arg::Long("limits") => limits = true,
            Arg::Value(path) => paths.push(path),
            unknown => return Err(UsageError::from_lexopt(unknown.unexpected())),
        }
    }
    if help {
        return Ok(Request::Help(*language));
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
        json,
        language: *language,
        options: Options { now, created },
        paths,
    }))
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
            (&["--lang", "xx", "x"], UsageError::Language(text("xx"))),
            (&["--lang", "JA", "x"], UsageError::Language(text("JA"))),
            (
                &["--now", "2026-11-24T03:00:00", "x"],
                UsageError::Now(text("2026-11-24T03:00:00")),
            ),
            (
                &["--created", "2017-6-1", "x"],
                UsageError::Created(text("2017-6-1")),
            ),
            (
                &["--created", "\u{1b}[31m", "x"],
                UsageError::Created(text("\\u{1b}[31m")),
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
