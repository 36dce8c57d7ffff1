//! Replaces the placeholders of a text, such as `{completed}`, by dates, names and numbers of the notices.

use crate::clock::JST_OFFSET_HOURS;
use crate::message::{day, moment, month};
use crate::{Language, words};
use p2s_verdict::KNOWN_CAS;
use p2s_verdict::notices::{FACTS, Fact, NOTICES};

/// Replaces all named placeholders. An unknown name is left unchanged, and the renderer reports it.
pub(super) fn fill(text: &str, language: Language) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}');
        match named.and_then(|(name, rest)| Some((value(name, language)?, rest))) {
            Some((value, after)) => {
                push_spaced(&mut filled, &value, after);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// Appends a value, with a space between Japanese characters and Latin letters or digits.
fn push_spaced(filled: &mut String, value: &str, after: &str) {
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if filled.chars().next_back().is_some_and(is_japanese) && is_latin(value.chars().next()) {
        filled.push(' ');
    }
    filled.push_str(value);
    if is_latin(value.chars().next_back()) && after.chars().next().is_some_and(is_japanese) {
        filled.push(' ');
    }
}

/// Returns true for kana and kanji. Punctuation isn't included because it needs no space.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

/// Returns the value of a named placeholder: a fact of a notice, the start of a window (`window-1-jst`, `automatic-utc`), or
/// `checked`, the day since which no fact has gone unchecked.
pub(super) fn value(name: &str, language: Language) -> Option<String> {
    if name == "checked" {
        let checked = NOTICES.iter().map(|notice| notice.checked).min()?;
        return Some(day(checked, language));
    }
    let mut facts = FACTS.iter().copied().flatten();
    match facts.find(|(known, _)| *known == name) {
        Some((_, fact)) => fact_text(*fact, language),
        None => window_start(name, language),
    }
}

fn fact_text(fact: Fact, language: Language) -> Option<String> {
    Some(match fact {
        Fact::Day(date) => day(date, language),
        Fact::Month(date) => month(date, language),
        Fact::Year(date) => date.year().to_string(),
        Fact::Years(first, last) => {
            let (first, last) = (&first.to_string(), &last.to_string());
            words::Years { first, last }.text(language)
        }
        Fact::Number(number) => number.to_string(),
        Fact::Text(text) => text.to_owned(),
        Fact::ThumbprintOf(root) => {
            let listed = KNOWN_CAS.iter().find(|listed| listed.name == root)?;
            listed.sha1.to_owned()
        }
    })
}

fn window_start(name: &str, language: Language) -> Option<String> {
    let (id, zone) = name.rsplit_once('-')?;
    let id = id.strip_prefix("window-").unwrap_or(id);
    let mut windows = NOTICES.iter().flat_map(|notice| notice.windows);
    let window = windows.find(|window| window.id == id)?;
    let offset_hours = match zone {
        "jst" => JST_OFFSET_HOURS,
        "utc" => 0,
        _ => return None,
    };
    Some(moment(
        window.start.unix_timestamp(),
        offset_hours,
        language,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_from_the_notices() {
        for (text, ja, en) in [
            ("{notice}", "2019 年 2 月 14 日", "14 February 2019"),
            ("{public-since}", "2017 年 7 月", "July 2017"),
            (
                "{automatic-jst}",
                "2019 年 3 月 13 日 3:00",
                "13 March 2019, 03:00",
            ),
            (
                "{automatic-utc}",
                "2019 年 3 月 12 日 18:00",
                "12 March 2019, 18:00",
            ),
            (
                "{window-2-jst}",
                "2019 年 2 月 26 日 3:00",
                "26 February 2019, 03:00",
            ),
            ("{age-years}", "2.5", "2.5"),
        ] {
            assert_eq!(fill(text, Language::Ja), ja);
            assert_eq!(fill(text, Language::En), en);
        }
    }

    #[test]
    fn a_space_separates_japanese_characters_from_digits() {
        assert_eq!(
            fill("完了日の{completed}まで", Language::Ja),
            "完了日の 2019 年 5 月 12 日まで"
        );
        assert_eq!(fill("、{ca-years}年", Language::Ja), "、3 年");
    }

    #[test]
    fn an_unknown_placeholder_is_unchanged() {
        assert_eq!(fill("a {b} c", Language::En), "a {b} c");
    }
}
