//! Decides which message says something, and with which values, once for all languages.

pub(crate) mod about_2019;
pub(crate) mod codes;
pub(crate) mod retirement;
pub(crate) mod today;

use crate::clock::local_time;
use crate::facts::Facts;
use crate::{Language, Message, words};
use p2s_package::Date;
use p2s_verdict::Verdict;

/// Formats a day.
pub(crate) fn day(day: Date, language: Language) -> String {
    let [year, month, day] = numbers(day);
    let (year, month, day) = (&year, &month, &day);
    words::Day { day, month, year }.text(language)
}

/// Formats a day without its year, as short as possible.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn short_day(day: Date, language: Language) -> String {
    let [_, month, day] = numbers(day);
    let (month, day) = (&month, &day);
    words::ShortDay { day, month }.text(language)
}

/// Formats the month of a day with its year.
pub(crate) fn month(day: Date, language: Language) -> String {
    let [year, month, _] = numbers(day);
    let (year, month) = (&year, &month);
    words::Month { month, year }.text(language)
}

/// Formats a moment at an offset from UTC in hours. Returns nothing outside the supported years.
pub(crate) fn moment(seconds: i64, offset_hours: i8, language: Language) -> String {
    let Some((day, hour, minute)) = local_time(seconds, offset_hours) else {
        return String::new();
    };
    let [year, month, day] = numbers(day);
    words::Moment {
        day: &day,
        hour: &hour.to_string(),
        minute: &format!("{minute:02}"),
        month: &month,
        year: &year,
    }
    .text(language)
}

/// Returns year, month and day as text.
fn numbers(day: Date) -> [String; 3] {
    [
        day.year().to_string(),
        u8::from(day.month()).to_string(),
        day.day().to_string(),
    ]
}

/// Joins names to a list: "one, two and three".
pub(crate) fn list(names: &[String], language: Language) -> String {
    let Some((last, names)) = names.split_last() else {
        return String::new();
    };
    match names {
        [] => last.clone(),
        names => words::ListEnd {
            first: &comma_list(names, language),
            last,
        }
        .text(language),
    }
}

/// Joins the first three names to a list, followed by the number of the others.
pub(crate) fn short_list(names: &[String], language: Language) -> String {
    const MAX_LISTED: usize = 3;
    match names.split_at_checked(MAX_LISTED) {
        None | Some((_, [])) => list(names, language),
        Some((listed, others)) => words::ListCut {
            count: &others.len().to_string(),
            names: &comma_list(listed, language),
        }
        .text(language),
    }
}

/// Joins names by commas.
pub(crate) fn comma_list(names: &[String], language: Language) -> String {
    let join = |first: String, next: &String| {
        let first = &first;
        words::ListMiddle { first, next }.text(language)
    };
    let mut names = names.iter();
    let first = names.next().cloned().unwrap_or_default();
    names.fold(first, join)
}

/// Joins sentences to a paragraph. Empty ones are left out.
pub(crate) fn paragraph(sentences: &[String], language: Language) -> String {
    let mut sentences = sentences.iter().filter(|sentence| !sentence.is_empty());
    let first = sentences.next().cloned().unwrap_or_default();
    sentences.fold(first, |first, next| {
        let first = &first;
        words::Sentences { first, next }.text(language)
    })
}

/// Returns how certain it is that the gateway's certificate chains to the roots, as the messages' variants call it.
fn certainty(facts: &Facts<'_>) -> &'static str {
    if facts.verdict == Verdict::Undetermined {
        "uncertain"
    } else if facts.is_lone_certificate() {
        "lone"
    } else if facts.is_script_only() {
        "script"
    } else if facts.is_weakly_proven() {
        "names"
    } else {
        "certain"
    }
}

/// Returns where the portal offers the package, as the end of a sentence; nothing if the step is to be short.
fn portal_path(facts: &Facts<'_>, language: Language) -> &'static str {
    if !facts.names_portal {
        return "";
    }
    let message = if facts.virtual_wan {
        Message::PortalPathHub
    } else {
        Message::PortalPath
    };
    message.text(language)
}

/// Returns the words for the package: by its gateway, or by the file if it names no gateway.
fn package(facts: &Facts<'_>, language: Language) -> String {
    match &facts.gateway {
        Some(gateway) => words::PackageOfGateway { gateway }.text(language),
        None => {
            let file = &facts.file;
            words::PackageOfFile { file }.text(language)
        }
    }
}

/// Returns the words for the gateway's server certificate.
fn server_certificate(facts: &Facts<'_>, language: Language) -> String {
    match &facts.gateway {
        Some(gateway) => words::ServerOfGateway { gateway }.text(language),
        None => {
            let file = &facts.file;
            words::ServerInFile { file }.text(language)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_joined_and_cut() {
        let names = |count: usize| -> Vec<String> {
            let names = ["a", "b", "c", "d", "e"].iter().take(count);
            names.map(|name| (*name).to_owned()).collect()
        };
        for (count, english, japanese, short) in [
            (0, "", "", ""),
            (1, "a", "a", "a"),
            (2, "a and b", "a、b", "a and b"),
            (3, "a, b and c", "a、b、c", "a, b and c"),
            (5, "a, b, c, d and e", "a、b、c、d、e", "a, b, c and 2 more"),
        ] {
            assert_eq!(list(&names(count), Language::En), english);
            assert_eq!(list(&names(count), Language::Ja), japanese);
            assert_eq!(short_list(&names(count), Language::En), short);
        }
        assert_eq!(short_list(&names(5), Language::Ja), "a、b、c ほか 2 件");
    }

    #[test]
    fn dates_are_written_as_each_language_does() {
        let date = p2s_package::parse_date("2019-02-05").unwrap();
        assert_eq!(day(date, Language::En), "5 February 2019");
        assert_eq!(day(date, Language::Ja), "2019 年 2 月 5 日");
        assert_eq!(month(date, Language::En), "February 2019");
        assert_eq!(month(date, Language::Ja), "2019 年 2 月");
        let seconds = date.midnight().assume_utc().unix_timestamp();
        assert_eq!(moment(seconds, 3, Language::En), "5 February 2019, 03:00");
        assert_eq!(moment(seconds, 12, Language::En), "5 February 2019, 12:00");
        assert_eq!(moment(seconds, 3, Language::Ja), "2019 年 2 月 5 日 3:00");
    }

    #[test]
    fn a_paragraph_leaves_out_empty_sentences() {
        let sentences = ["A.".to_owned(), String::new(), "B.".to_owned()];
        assert_eq!(paragraph(&sentences, Language::En), "A. B.");
        assert_eq!(paragraph(&sentences, Language::Ja), "A.B.");
    }
}
