//! Draws the weeks of the windows, day by day.

use super::super::fill;
use super::super::html::escape;
use super::{DAY, JAPAN, LEFT, Scale, WIDTH, day, open, seconds, text};
use crate::message::short_day;
use crate::{Language, Message, words};
use p2s_package::Timestamp;
use p2s_verdict::notices::public_ca_2019::{DATE, WINDOWS};
use std::fmt::Write as _;

/// Writes the diagram of the weeks of the windows. Days are those of Japan Standard Time.
pub(in crate::prose) fn weeks(out: &mut String, language: Language) {
    let fact = |name: &str| fill::value(name, language).unwrap_or_default();
    let label = |message: Message| message.text(language);
    let completed = &fact("completed");
    let first = day(DATE);
    let days: u16 = 31;
    let scale = Scale {
        from: first,
        to: first + f64::from(days) * DAY,
    };
    open(out, "weeks", label(Message::WeeksTitle), (130, &scale));
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
            let label = date
                .map(|date| short_day(date, language))
                .unwrap_or_default();
            text(out, x, 110.0, "tick middle", &label);
        }
    }
    let notice = label(Message::WeeksNotice);
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
                &words::WeeksAutomatic { completed }.text(language),
            ),
            // Two windows are on one day: without different sides, their labels would overlap.
            "1" | "3" => text(out, x + width, 60.0, "label end", window.id),
            _ => text(out, x, 60.0, "label", window.id),
        }
    }
    let middle = WINDOWS
        .first()
        .map_or(first, |window| seconds(window.start.unix_timestamp()));
    let windows = label(Message::WeeksWindows);
    text(out, scale.x(middle) - 4.0, 42.0, "label", windows);
    let in_words = words::WeeksInWords {
        automatic_jst: &fact("automatic-jst"),
        completed,
        hours: &fact("hours"),
        notice: &fact("notice"),
        window_1_jst: &fact("window-1-jst"),
        window_2_jst: &fact("window-2-jst"),
        window_3_jst: &fact("window-3-jst"),
        window_4_jst: &fact("window-4-jst"),
    };
    let _ = writeln!(
        out,
        "</svg></div><figcaption>{}</figcaption></figure>",
        escape(&crate::insert_no_break_spaces(&in_words.text(language)))
    );
}
