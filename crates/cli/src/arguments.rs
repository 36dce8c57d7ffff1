//! What the command line asks for.

use lexopt::{Arg, Error, Parser, ValueExt as _};
use p2s_package::{Timestamp, parse_date};
use p2s_report::{Language, escape_invisible};
use p2s_verdict::Question;
use std::ffi::OsString;
use std::time::{SystemTime, UNIX_EPOCH};

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Request {
    Help(Language),
    Version,
    Limits(Language),
    Check(Arguments),
}

/// A check.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) json: bool,
    pub(crate) language: Language,
    pub(crate) question: Question,
    pub(crate) paths: Vec<OsString>,
}

/// What is wrong with the arguments; texts in it are safe to show.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Mistake {
    NoPath,
    Language(String),
    Now(String),
    Created(String),
    UnknownOption(String),
    MissingValue(String),
    UnexpectedValue(String),
    NotUnicode(String),
    /// Not the user's: the clock can't be read.
    NoClock,
    Other(String),
}

/// Reads the arguments; a mistake comes with the language to tell it in.
pub(crate) fn parse(
    mut parser: Parser,
    environment: Language,
) -> Result<Request, (Mistake, Language)> {
    let mut language = environment;
    read(&mut parser, &mut language).map_err(|mistake| (mistake, language))
}

fn read(parser: &mut Parser, language: &mut Language) -> Result<Request, Mistake> {
    let (mut json, mut now, mut created) = (false, None, None);
    let (mut help, mut version, mut limits) = (false, false, false);
    let mut paths = Vec::new();
    while let Some(argument) = parser.next().map_err(Mistake::of)? {
        match argument {
            Arg::Long("json") => json = true,
            Arg::Long("lang") => {
                *language = match value(parser)?.as_str() {
                    "ja" => Language::Ja,
                    "en" => Language::En,
                    other => return Err(Mistake::Language(escape_invisible(other))),
                };
            }
            Arg::Long("now") => {
                let text = value(parser)?;
                let moment = Timestamp::parse(&text);
                now = Some(moment.ok_or_else(|| Mistake::Now(escape_invisible(&text)))?);
            }
            Arg::Long("created") => {
                let text = value(parser)?;
                let day = parse_date(&text);
                created = Some(day.ok_or_else(|| Mistake::Created(escape_invisible(&text)))?);
            }
            Arg::Short('h') | Arg::Long("help") => help = true,
            Arg::Short('V') | Arg::Long("version") => version = true,
            Arg::Long("limits") => limits = true,
            Arg::Value(path) => paths.push(path),
            unknown => return Err(Mistake::of(unknown.unexpected())),
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
        return Err(Mistake::NoPath);
    }
    let now = now.or_else(clock).ok_or(Mistake::NoClock)?;
    Ok(Request::Check(Arguments {
        json,
        language: *language,
        question: Question { now, created },
        paths,
    }))
}

impl Mistake {
    fn of(error: Error) -> Self {
        match error {
            Error::UnexpectedOption(option) => Mistake::UnknownOption(escape_invisible(&option)),
            Error::MissingValue { option } => {
                Mistake::MissingValue(option.as_deref().map(escape_invisible).unwrap_or_default())
            }
            Error::UnexpectedValue { option, .. } => {
                Mistake::UnexpectedValue(escape_invisible(&option))
            }
            Error::NonUnicodeValue(text) => {
                Mistake::NotUnicode(escape_invisible(&text.to_string_lossy()))
            }
            other => Mistake::Other(escape_invisible(&other.to_string())),
        }
    }
}

fn value(parser: &mut Parser) -> Result<String, Mistake> {
    parser
        .value()
        .and_then(|value| value.string())
        .map_err(Mistake::of)
}

/// The language of the environment: the first of LC_ALL, LC_MESSAGES and LANG that is set.
pub(crate) fn language_of_environment(variable: impl Fn(&str) -> Option<String>) -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty());
    set.and_then(|tag| Language::from_tag(&tag))
        .unwrap_or(Language::En)
}

fn clock() -> Option<Timestamp> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Timestamp::from_unix(i64::try_from(seconds).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_that_of_the_first_variable_set() {
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

    fn mistake(arguments: &[&str]) -> Option<Mistake> {
        let parser = Parser::from_args(arguments.iter().copied());
        parse(parser, Language::En)
            .err()
            .map(|(mistake, _)| mistake)
    }

    #[test]
    fn every_mistake_is_told_apart() {
        let told = |text: &str| text.to_owned();
        for (arguments, expected) in [
            (&[] as &[&str], Mistake::NoPath),
            (&["--json"], Mistake::NoPath),
            (
                &["--nonsense", "x"],
                Mistake::UnknownOption(told("--nonsense")),
            ),
            (&["-x", "x"], Mistake::UnknownOption(told("-x"))),
            (&["--now"], Mistake::MissingValue(told("--now"))),
            (&["--json=1", "x"], Mistake::UnexpectedValue(told("--json"))),
            (&["--lang", "de", "x"], Mistake::Language(told("de"))),
            (&["--lang", "JA", "x"], Mistake::Language(told("JA"))),
            (
                &["--now", "2026-11-24T03:00:00", "x"],
                Mistake::Now(told("2026-11-24T03:00:00")),
            ),
            (
                &["--created", "2017-6-1", "x"],
                Mistake::Created(told("2017-6-1")),
            ),
            (
                &["--created", "\u{1b}[31m", "x"],
                Mistake::Created(told("\\u{1b}[31m")),
            ),
        ] {
            assert_eq!(mistake(arguments), Some(expected), "{arguments:?}");
        }
    }

    #[test]
    fn a_mistake_is_told_in_the_language_asked_for_before_it() {
        let parser = Parser::from_args(["--lang", "ja", "--now", "x"]);
        let language = parse(parser, Language::En)
            .err()
            .map(|(_, language)| language);
        assert_eq!(language, Some(Language::Ja));
    }
}
