//! Draws the weeks of the windows, day by day.

use super::super::inline::inline;
use super::super::{ProseError, fill};
use super::{DAY, JAPAN, LEFT, Scale, WIDTH, day, open, seconds, text, words};
use crate::Language;
use p2s_package::{Date, Timestamp};
use p2s_verdict::notices::public_ca_2019::{DATE, WINDOWS};
use std::fmt::Write as _;

/// Writes the diagram of the weeks of the windows. Days are those of Japan Standard Time.
pub(in crate::prose) fn weeks(out: &mut String, language: Language) -> Result<(), ProseError> {
    let words = words(language);
    let first = day(DATE);
    let days: u16 = 31;
    let scale = Scale {
        from: first,
        to: first + f64::from(days) * DAY,
    };
    open(out, "weeks", words.weeks, (130, &scale), language);
    for number in 0..=days {
        let moment = first + f64::from(number) * DAY;
        let x = scale.x(moment);
        // The notice was published on a Thursday.
        let monday = number % 7 == 4;
        let _ = write!(
            out,
            "<path class=\"grid\" d=\"M{x:.1} {}V96\"/>",
            if monday { 84 } else { 90 }
        );
        if monday {
            let date = Timestamp::from_unix(moment as i64).and_then(|moment| moment.date_at(0));
            let label = date.map(|date| short(date, language)).unwrap_or_default();
            text(out, x, 110.0, "tick middle", &label);
        }
    }
    let [notice, request, automatic] = words.days;
    let x = scale.x(first);
    let _ = write!(out, "<path class=\"end\" d=\"M{x:.1} 20V90\"/>");
    text(out, x + 4.0, 26.0, "label", notice);
    for window in WINDOWS {
        let start = seconds(window.start.unix_timestamp()) + JAPAN;
        let end = (seconds(window.end.unix_timestamp()) + JAPAN).min(scale.to);
        let (x, width) = (scale.x(start), scale.x(end) - scale.x(start));
        let _ = match window.id {
            "automatic" => write!(
                out,
                "<rect class=\"maintenance bar\" x=\"{x:.1}\" y=\"66\" width=\"{width:.1}\" height=\"22\"/>"
            ),
            _ => write!(
                out,
                "<rect class=\"requests bar\" x=\"{x:.1}\" y=\"66\" width=\"{width:.1}\" height=\"22\"/>"
            ),
        };
        match window.id {
            "automatic" => text(
                out,
                LEFT + WIDTH,
                26.0,
                "label end",
                &fill::fill(automatic, language),
            ),
            // Two windows are on one day: without different sides, their labels would overlap.
            "1" | "3" => text(out, x + width, 60.0, "label end", window.id),
            _ => text(out, x, 60.0, "label", window.id),
        }
    }
    let middle = WINDOWS
        .first()
        .map_or(first, |window| seconds(window.start.unix_timestamp()));
    text(out, scale.x(middle) - 4.0, 42.0, "label", request);
    let _ = writeln!(
        out,
        "</svg></div><figcaption>{}</figcaption></figure>",
        inline(words.weeks_description, language)?
    );
    Ok(())
}

/// Formats a day without its year.
fn short(date: Date, language: Language) -> String {
    let day = fill::day(date, language);
    match language {
        Language::Ja => day
            .split_once(" 年 ")
            .map_or(day.clone(), |(_, rest)| rest.replace(' ', "")),
        Language::En => {
            let mut words = day.split(' ');
            let (number, month) = (
                words.next().unwrap_or_default(),
                words.next().unwrap_or_default(),
            );
            format!("{number} {}", month.get(..3).unwrap_or(month))
        }
    }
}
