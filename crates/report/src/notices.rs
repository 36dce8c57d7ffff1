//! The footer and banner texts about the notices: their dates, and a warning if the information is old.

use crate::message::day;
use crate::{Language, words};
use p2s_package::Timestamp;
use p2s_verdict::notices::{Notice, outdated};

/// Returns the date and the identifier of a notice, and the day on which its facts were last checked.
pub fn notice_words(notice: &Notice, language: Language) -> String {
    words::NoticeOf {
        checked: &day(notice.checked, language),
        date: &day(notice.date, language),
        id: notice.id,
    }
    .text(language)
}

/// Returns a warning if the facts of a notice were checked more than a year before `now`, otherwise `None`.
pub fn outdated_words(now: Timestamp, language: Language) -> Option<String> {
    let checked = &day(outdated(now.utc())?, language);
    Some(words::FactsOutdated { checked }.text(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use p2s_verdict::notices::NOTICES;

    #[test]
    fn every_notice_has_its_date_and_the_day_of_the_last_check() {
        let words: Vec<String> = NOTICES
            .iter()
            .map(|notice| notice_words(notice, Language::En))
            .collect();
        assert_eq!(
            words,
            [
                "Notice of 14 February 2019 (2019-public-ca), last checked on 24 November 2026",
                "Notice of 4 June 2026 (2026-root-rotation), last checked on 24 November 2026",
                "Notice of 16 November 2022 (2029-web-trust), last checked on 27 November 2026",
            ]
        );
        let first = NOTICES
            .first()
            .map(|notice| notice_words(notice, Language::Ja));
        assert_eq!(
            first.as_deref(),
            Some(
                "2019 年 2 月 14 日のお知らせ (2019-public-ca)、内容の確認日: 2026 年 11 月 24 日"
            )
        );
    }

    #[test]
    fn information_older_than_a_year_gives_a_warning_in_both_languages() {
        let at = |text: &str| Timestamp::parse(text).unwrap();
        for language in Language::ALL {
            assert_eq!(outdated_words(at("2027-11-24T23:00:00Z"), language), None);
            let words = outdated_words(at("2027-11-25T00:00:00Z"), language);
            assert!(words.is_some_and(|words| words.contains("2026")));
        }
    }
}
