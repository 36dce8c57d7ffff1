//! What the command line asks for.

use lexopt::{Arg, Parser, ValueExt as _};
use p2s_package::{Timestamp, parse_date};
use p2s_report::{Language, visible};
use p2s_verdict::Question;
use std::ffi::OsString;
use std::time::{SystemTime, UNIX_EPOCH};

/// What is to be done.
pub(crate) enum Request {
    Help(Language),
    Version,
    Check(Arguments),
}

/// A check.
pub(crate) struct Arguments {
    pub(crate) json: bool,
    pub(crate) language: Language,
    pub(crate) question: Question,
    pub(crate) paths: Vec<OsString>,
}

/// Reads the arguments; an error is a sentence about the mistake.
pub(crate) fn parse(mut parser: Parser, environment: Language) -> Result<Request, String> {
    let (mut json, mut language, mut now, mut created) = (false, environment, None, None);
    let mut paths = Vec::new();
    let mut other = None;
    while let Some(argument) = parser.next().map_err(told)? {
        match argument {
            Arg::Long("json") => json = true,
            Arg::Long("lang") => {
                let tag = text(&mut parser)?;
                language = match tag.as_str() {
                    "ja" => Language::Ja,
                    "en" => Language::En,
                    _ => return Err(format!("--lang: ja or en, not {}", visible(&tag))),
                };
            }
            Arg::Long("now") => {
                let value = text(&mut parser)?;
                let moment = Timestamp::parse(&value);
                now = Some(moment.ok_or_else(|| {
                    format!(
                        "--now: a time as 2026-11-24T03:00:00Z (RFC 3339), not {}",
                        visible(&value)
                    )
                })?);
            }
            Arg::Long("created") => {
                let value = text(&mut parser)?;
                let day = parse_date(&value);
                created = Some(day.ok_or_else(|| {
                    format!("--created: a date as 2017-05-31, not {}", visible(&value))
                })?);
            }
            Arg::Short('h') | Arg::Long("help") => other = Some(Request::Help(language)),
            Arg::Short('V') | Arg::Long("version") => other = Some(Request::Version),
            Arg::Value(path) => paths.push(path),
            unknown => return Err(told(unknown.unexpected())),
        }
    }
    match other {
        Some(Request::Help(_)) => return Ok(Request::Help(language)),
        Some(request) => return Ok(request),
        None => {}
    }
    if paths.is_empty() {
        return Err("a path is missing".to_owned());
    }
    let now = now
        .or_else(clock)
        .ok_or("the clock of this machine can't be read; give --now")?;
    Ok(Request::Check(Arguments {
        json,
        language,
        question: Question { now, created },
        paths,
    }))
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

fn text(parser: &mut Parser) -> Result<String, String> {
    parser
        .value()
        .and_then(|value| value.string())
        .map_err(told)
}

fn told(error: lexopt::Error) -> String {
    visible(&error.to_string())
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
        assert_eq!(
            of(&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C")]),
            Language::En
        );
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "ja")]), Language::Ja);
    }
}
