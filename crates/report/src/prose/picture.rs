//! The pictures: the life of a gateway's own CA, type by type, and the weeks of the windows. Drawn from the
//! notice's data; what they show stands in words beside them. Their look is the style sheet's.
//!
//! The page adds one line to the first: the CA of the package just read. For that the picture carries its scale
//! (`data-from`, `data-to` in seconds since 1970, `data-left`, `data-width`) and the line's parts (`data-own`).

use super::fill;
use super::html::escape;
use crate::Language;
use p2s_package::{Date, Timestamp};
use p2s_verdict::notices::public_ca_2019::{
    AUTOMATIC, BORDER_FIRST_SURE_C, BORDER_LAST_SURE_OLD, CA_YEARS, COMPLETED, DATE,
    RENEWAL_MONTHS_LEFT, WINDOWS,
};
use std::fmt::Write as _;

/// The words of both pictures.
pub(crate) struct PictureWords {
    /// What the first shows.
    pub(crate) life: &'static str,
    /// What the second shows.
    pub(crate) weeks: &'static str,
    /// The gateway's own CA, a public one, renewal due, end.
    pub(crate) legend: [&'static str; 4],
    /// About July 2017, the windows on request, the maintenance.
    pub(crate) marks: [&'static str; 3],
    /// Types A, B and C: over the line.
    pub(crate) types: [&'static str; 3],
    /// The same in words. `{}`: created, renewal due, end, each in turn.
    pub(crate) told: [&'static str; 3],
    /// Over the line of the package just read, and the same in words around its three dates.
    pub(crate) own: [&'static str; 4],
    /// On the second: the notice, a window on request, the automatic maintenance.
    pub(crate) days: [&'static str; 3],
    /// The second in words.
    pub(crate) weeks_told: &'static str,
}

/// Where a line may lie, and which time that is.
struct Scale {
    from: f64,
    to: f64,
}

const LEFT: f64 = 12.0;
const WIDTH: f64 = 336.0;
const DAY: f64 = 86_400.0;
const JAPAN: f64 = 32_400.0;

impl Scale {
    fn x(&self, moment: f64) -> f64 {
        LEFT + (moment - self.from) / (self.to - self.from) * WIDTH
    }
}

/// A gateway as an example of its type: the first of a month.
struct Example {
    created: (i32, u8),
    /// When it got a public CA, if not from the start.
    moved: Moved,
}

enum Moved {
    AtRenewal,
    AtMaintenance,
    FromTheStart,
}

/// Made up, so that each is plainly of its type.
const EXAMPLES: [Example; 3] = [
    Example {
        created: (2015, 3),
        moved: Moved::AtRenewal,
    },
    Example {
        created: (2016, 11),
        moved: Moved::AtMaintenance,
    },
    Example {
        created: (2018, 1),
        moved: Moved::FromTheStart,
    },
];

const FIRST_YEAR: i32 = 2015;
const LAST_YEAR: i32 = 2020;

fn words(language: Language) -> &'static PictureWords {
    match language {
        Language::Ja => &crate::ja::prose::PICTURE,
        Language::En => &crate::en::prose::PICTURE,
    }
}

/// The life of a CA.
pub(super) fn life(html: &mut String, language: Language) {
    let words = words(language);
    let scale = Scale {
        from: month(FIRST_YEAR, 1),
        to: month(LAST_YEAR, 1),
    };
    open(html, "life", words.life, 282, &scale);
    for year in FIRST_YEAR..=LAST_YEAR {
        let x = scale.x(month(year, 1));
        let _ = write!(html, "<path class=\"grid\" d=\"M{x:.1} 50V232\"/>");
        text(html, x, 246.0, "tick middle", &year.to_string());
    }
    let [about, windows, maintenance] = words.marks;
    let first = WINDOWS.first().map_or(COMPLETED, |window| window.start);
    for (from, to, class, y, label) in [
        (
            day(BORDER_LAST_SURE_OLD),
            day(BORDER_FIRST_SURE_C),
            "about",
            12.0,
            about,
        ),
        (
            seconds(first.unix_timestamp()),
            seconds(AUTOMATIC.start.unix_timestamp()),
            "requests",
            28.0,
            windows,
        ),
        (
            seconds(AUTOMATIC.start.unix_timestamp()),
            seconds(COMPLETED.unix_timestamp()),
            "maintenance",
            44.0,
            maintenance,
        ),
    ] {
        let (x, width) = (scale.x(from), scale.x(to) - scale.x(from));
        let _ = write!(
            html,
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{:.0}\" width=\"{width:.1}\" height=\"{:.0}\"/>",
            y + 4.0,
            228.0 - y
        );
        text(html, x + width, y, "mark end", label);
    }
    let mut y = 74.0;
    for (example, label) in EXAMPLES.iter().zip(words.types) {
        line(html, &scale, example, y, label);
        y += 52.0;
    }
    let _ = write!(
        html,
        "<g class=\"read\" data-own><rect class=\"own\" data-part=\"life\" x=\"0\" y=\"222\" width=\"0\" height=\"14\"/>\
         <path class=\"due\" data-part=\"due\" d=\"M0 219l5 10-5 10-5-10z\"/></g>"
    );
    let [own, public, due, end] = words.legend;
    for (x, shape, label) in [
        (
            12.0,
            "<rect class=\"own\" x=\"12\" y=\"262\" width=\"16\" height=\"12\"/>",
            own,
        ),
        (
            112.0,
            "<rect class=\"public\" x=\"112\" y=\"262\" width=\"16\" height=\"12\"/>",
            public,
        ),
        (
            204.0,
            "<path class=\"due\" d=\"M212 259l5 9-5 9-5-9z\"/>",
            due,
        ),
        (286.0, "<path class=\"end\" d=\"M294 260v16\"/>", end),
    ] {
        html.push_str(shape);
        text(html, x + 20.0, 272.0, "tick", label);
    }
    html.push_str("</svg></div><figcaption><ul>");
    for (example, told) in EXAMPLES.iter().zip(words.told) {
        let days = dates(example).map(|date| fill::day(date, language));
        let told = fill::put_all(told, &days);
        let _ = write!(html, "<li>{}</li>", escape(&told));
    }
    let [label, made, due, end] = words.own;
    let _ = writeln!(
        html,
        "<li class=\"read\" data-own>{label} {made} <time data-part=\"from\"></time>{due} <time data-part=\"due\"></time>{end} <time data-part=\"to\"></time></li>\
         </ul></figcaption></figure>"
    );
}

fn line(html: &mut String, scale: &Scale, example: &Example, y: f64, label: &str) {
    let [created, due, end] = dates(example);
    let (created, due, end) = (day(created), day(due), day(end));
    let moved = match example.moved {
        Moved::AtRenewal => due,
        Moved::AtMaintenance => seconds(AUTOMATIC.start.unix_timestamp()),
        Moved::FromTheStart => created,
    };
    text(html, LEFT, y, "label", label);
    let (top, last) = (y + 8.0, LEFT + WIDTH);
    let (x, change) = (scale.x(created), scale.x(moved));
    if change > x {
        let _ = write!(
            html,
            "<rect class=\"own\" x=\"{x:.1}\" y=\"{top:.0}\" width=\"{:.1}\" height=\"14\"/>",
            change - x
        );
        let (due, end, middle) = (scale.x(due), scale.x(end), top + 7.0);
        let _ = write!(
            html,
            "<path class=\"rest\" d=\"M{change:.1} {middle:.0}H{end:.1}\"/><path class=\"end\" d=\"M{end:.1} {:.0}v22\"/>",
            top - 4.0
        );
        rest(html, change, last, top);
        let _ = write!(
            html,
            "<path class=\"due\" d=\"M{due:.1} {:.0}l5 10-5 10-5-10z\"/>",
            top - 3.0
        );
    } else {
        rest(html, x, last, top - 12.0);
    }
}

/// Under a public CA, from here on.
fn rest(html: &mut String, from: f64, to: f64, top: f64) {
    let _ = write!(
        html,
        "<rect class=\"public\" x=\"{from:.1}\" y=\"{:.0}\" width=\"{:.1}\" height=\"6\"/>",
        top + 16.0,
        to - from
    );
}

/// The weeks of the windows, in Japan's days.
pub(super) fn weeks(html: &mut String, language: Language) {
    let words = words(language);
    let first = day(DATE);
    let days: u16 = 31;
    let scale = Scale {
        from: first,
        to: first + f64::from(days) * DAY,
    };
    open(html, "weeks", words.weeks, 130, &scale);
    for number in 0..=days {
        let moment = first + f64::from(number) * DAY;
        let x = scale.x(moment);
        // The notice was given on a Thursday.
        let monday = number % 7 == 4;
        let _ = write!(
            html,
            "<path class=\"grid\" d=\"M{x:.1} {}V96\"/>",
            if monday { 84 } else { 90 }
        );
        if monday {
            let date = Timestamp::from_unix(moment as i64).and_then(|moment| moment.date_at(0));
            let label = date.map(|date| short(date, language)).unwrap_or_default();
            text(html, x, 110.0, "tick middle", &label);
        }
    }
    let [notice, request, automatic] = words.days;
    let x = scale.x(first);
    let _ = write!(html, "<path class=\"end\" d=\"M{x:.1} 20V90\"/>");
    text(html, x + 4.0, 26.0, "label", notice);
    for window in WINDOWS {
        let start = seconds(window.start.unix_timestamp()) + JAPAN;
        let end = (seconds(window.end.unix_timestamp()) + JAPAN).min(scale.to);
        let (x, width) = (scale.x(start), scale.x(end) - scale.x(start));
        let _ = match window.id {
            "automatic" => write!(
                html,
                "<rect class=\"maintenance bar\" x=\"{x:.1}\" y=\"66\" width=\"{width:.1}\" height=\"22\"/>"
            ),
            _ => write!(
                html,
                "<rect class=\"requests bar\" x=\"{x:.1}\" y=\"66\" width=\"{width:.1}\" height=\"22\"/>"
            ),
        };
        match window.id {
            "automatic" => text(html, LEFT + WIDTH, 42.0, "label end", automatic),
            // Two a day: one to the left of its line, one to the right.
            "1" | "3" => text(html, x + width, 60.0, "label end", window.id),
            _ => text(html, x, 60.0, "label", window.id),
        }
    }
    let middle = WINDOWS
        .first()
        .map_or(first, |window| seconds(window.start.unix_timestamp()));
    text(html, scale.x(middle) - 4.0, 42.0, "label", request);
    let _ = writeln!(
        html,
        "</svg></div><figcaption>{}</figcaption></figure>",
        super::html::inline(words.weeks_told, language)
    );
}

fn open(html: &mut String, class: &str, title: &str, height: u16, scale: &Scale) {
    let title = escape(title);
    let _ = write!(
        html,
        "<figure class=\"picture {class}\"><div><svg viewBox=\"0 0 360 {height}\" role=\"img\" aria-label=\"{title}\" data-from=\"{:.0}\" \
         data-to=\"{:.0}\" data-left=\"{LEFT}\" data-width=\"{WIDTH}\">",
        scale.from, scale.to
    );
}

fn text(html: &mut String, x: f64, y: f64, class: &str, words: &str) {
    let _ = write!(
        html,
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.0}\">{}</text>",
        escape(words)
    );
}

/// Created, renewal due, end.
fn dates(example: &Example) -> [Date; 3] {
    let (year, month) = example.created;
    let end = (year.saturating_add(i32::from(CA_YEARS)), month);
    let back = RENEWAL_MONTHS_LEFT;
    let due = match month.checked_sub(back) {
        Some(month @ 1..) => (end.0, month),
        _ => (
            end.0.saturating_sub(1),
            month.saturating_add(12).saturating_sub(back),
        ),
    };
    [example.created, due, end].map(|(year, month)| first_of(year, month))
}

fn first_of(year: i32, month: u8) -> Date {
    p2s_package::parse_date(&format!("{year:04}-{month:02}-01")).unwrap_or(DATE)
}

fn month(year: i32, month: u8) -> f64 {
    day(first_of(year, month))
}

fn day(date: Date) -> f64 {
    seconds(date.midnight().assume_utc().unix_timestamp())
}

fn seconds(seconds: i64) -> f64 {
    seconds as f64
}

/// A day without its year, for the ticks of one month.
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
