//! Replaces the placeholders of a text, such as `{completed}`, by dates, names and numbers of the notices.

use crate::Language;
use crate::clock::JST_OFFSET_HOURS;
use p2s_package::Date;
use p2s_verdict::KNOWN_CAS;
use p2s_verdict::notices::{NOTICES, WINDOWS};
use p2s_verdict::notices::{public_ca_2019 as ca, root_rotation_2026 as rotation};

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

/// Replaces each `{}` by the next value.
pub(super) fn fill_in_order(text: &str, values: &[String]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    for value in values {
        let Some((before, after)) = rest.split_once("{}") else {
            break;
        };
        filled.push_str(before);
        push_spaced(&mut filled, value, after);
        rest = after;
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

/// Returns the value of a named placeholder.
fn value(name: &str, language: Language) -> Option<String> {
    let day = |date: Date| Some(day(date, language));
    let number = |number: u8| Some(number.to_string());
    let text = |text: &str| Some(text.to_owned());
    let retiring = rotation::RETIREMENT;
    let current = KNOWN_CAS.iter().find(|listed| listed.name == CURRENT);
    match name {
        "notice" => day(ca::DATE),
        "notice-year" => Some(ca::DATE.year().to_string()),
        "rotation-year" => Some(rotation::DATE.year().to_string()),
        "singular-until" => Some(ca::SINGULAR_LAST_SEEN.year().to_string()),
        "client-pages" => Some(years(rotation::CLIENT_PAGES, language)),
        "completed" => day(ca::COMPLETED.date()),
        "page-day" => day(ca::PAGE_DATE),
        "troubleshooting-day" => day(ca::TROUBLESHOOTING_DATE),
        "current-seen" => Some(month(rotation::CURRENT_FIRST_SEEN, language)),
        "retiring-seen" => Some(month(rotation::RETIRING_LAST_SEEN, language)),
        "page-removed" => day(ca::PAGE_REMOVED),
        "public-since" => Some(month(ca::PUBLIC_SINCE, language)),
        "sure-c" => day(ca::BORDER_FIRST_SURE_C),
        "sure-old" => day(ca::BORDER_LAST_SURE_OLD),
        "classic-operation" => text(ca::CLASSIC_OPERATION),
        "classic-retired" => day(ca::CLASSIC_RETIRED),
        "ca-years" => number(ca::CA_YEARS),
        "left-months" => number(ca::RENEWAL_MONTHS_LEFT),
        "age-years" => Some(renewal_age()),
        "page-months" => number(ca::PAGE_RENEWAL_MONTHS),
        "percent" => number(ca::TROUBLESHOOTING_PERCENT),
        "hours" => Some(ca::SEVERAL_HOURS.to_string()),
        "gateway-hours" => number(ca::HOURS_PER_GATEWAY),
        "ahead-hours" => number(ca::REQUEST_HOURS_AHEAD),
        "page" => text(ca::PAGE),
        "client-files" => text(ca::CLIENT_FILES),
        "rotation" => day(rotation::DATE),
        "rotation-deadline" => Some(month(rotation::DEADLINE, language)),
        "rotation-about" => text(rotation::ABOUT),
        "rotation-update" => text(rotation::PROFILE_UPDATE),
        "entra-left" => day(rotation::ENTRA_LEFT),
        "sstp-last" => day(rotation::SSTP_LAST_ENABLED),
        "sstp-ends" => day(rotation::SSTP_ENDS),
        "linux-retired" => day(rotation::LINUX_CLIENT_RETIRED),
        "retiring" => text(retiring.root),
        "retiring-since" => day(retiring.since.date()),
        "retiring-sha1" => text(
            KNOWN_CAS
                .iter()
                .find(|listed| listed.name == retiring.root)?
                .sha1,
        ),
        "current" => text(current?.name),
        "current-sha1" => text(current?.sha1),
        "checked" => day(NOTICES.iter().map(|notice| notice.checked).min()?),
        _ => {
            // The remaining names are those of windows, such as `window-1-jst` and `automatic-utc`.
            let (id, zone) = name.rsplit_once('-')?;
            let id = id.strip_prefix("window-").unwrap_or(id);
            let window = WINDOWS.iter().find(|window| window.id == id)?;
            let seconds = window.start.unix_timestamp();
            match zone {
                "jst" => jst(seconds, language),
                "utc" => utc(seconds, language),
                _ => None,
            }
        }
    }
}

/// The root that packages contain since the retiring root.
const CURRENT: &str = "DigiCert Global Root G2";

/// Returns the age in years from which a maintenance renews a gateway's certificate: 2.5.
fn renewal_age() -> String {
    let months = u32::from(ca::CA_YEARS)
        .saturating_mul(12)
        .saturating_sub(u32::from(ca::RENEWAL_MONTHS_LEFT));
    let (years, tenths) = (months / 12, (months % 12).saturating_mul(10) / 12);
    format!("{years}.{tenths}")
}

/// Formats a day.
pub(super) fn day(date: Date, language: Language) -> String {
    match language {
        Language::Ja => crate::ja::date(date),
        Language::En => crate::en::date(date),
    }
}

/// Formats a range of years.
fn years([first, last]: [i32; 2], language: Language) -> String {
    match language {
        Language::Ja => format!("{first} 年から {last} 年"),
        Language::En => format!("{first} to {last}"),
    }
}

/// Formats a month.
fn month(date: Date, language: Language) -> String {
    match language {
        Language::Ja => crate::ja::month(date),
        Language::En => crate::en::month(date),
    }
}

/// Formats a moment in Japan Standard Time, without the name of the zone.
pub(super) fn jst(seconds: i64, language: Language) -> Option<String> {
    moment(seconds, JST_OFFSET_HOURS, language)
}

/// Formats a moment in UTC, without the name of the zone.
pub(super) fn utc(seconds: i64, language: Language) -> Option<String> {
    moment(seconds, 0, language)
}

fn moment(seconds: i64, offset_hours: i8, language: Language) -> Option<String> {
    match language {
        Language::Ja => crate::ja::moment(seconds, offset_hours),
        Language::En => crate::en::moment(seconds, offset_hours),
    }
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
