//! Draws the lifetime of a gateway's own self-signed CA for an example of each type.

use super::super::fill;
use super::super::html::escape;
use super::{LEFT, Scale, WIDTH, day, first_of, fit, month, open, seconds, text};
use crate::{Language, Message, message, words};
use p2s_package::Date;
use p2s_verdict::notices::public_ca_2019::{
    AUTOMATIC, BORDER_FIRST_SURE_C, BORDER_LAST_SURE_OLD, CA_YEARS, COMPLETED, RENEWAL_MONTHS_LEFT,
    WINDOWS,
};
use std::fmt::Write as _;

/// An example of a gateway type.
struct Example {
    /// The year and the month of creation.
    created: (i32, u8),
    switched_at: SwitchedAt,
    label: Message,
}

/// When the gateway got a certificate of a public CA.
enum SwitchedAt {
    Renewal,
    Maintenance,
    Creation,
}

/// Invented gateways with creation dates far from the limits of their types.
const EXAMPLES: [Example; 3] = [
    Example {
        created: (2015, 3),
        switched_at: SwitchedAt::Renewal,
        label: Message::LifeTypeA,
    },
    Example {
        created: (2016, 11),
        switched_at: SwitchedAt::Maintenance,
        label: Message::LifeTypeB,
    },
    Example {
        created: (2018, 1),
        switched_at: SwitchedAt::Creation,
        label: Message::LifeTypeC,
    },
];

const FIRST_YEAR: i32 = 2015;
const LAST_YEAR: i32 = 2020;

/// Writes the diagram of the lifetime of a CA.
pub(in crate::prose) fn lifetime(html: &mut String, language: Language) {
    let fact = |name: &str| fill::value(name, language).unwrap_or_default();
    let public_since = &fact("public-since");
    let label = |message: Message| message.text(language);
    let title = words::LifeTitle { public_since }.text(language);
    let scale = Scale {
        from: month(FIRST_YEAR, 1),
        to: month(LAST_YEAR, 1),
    };
    open(html, "life", &title, (282, &scale));
    for year in FIRST_YEAR..=LAST_YEAR {
        let x = scale.x(month(year, 1));
        let _ = write!(html, "<path class=\"grid\" d=\"M{x:.1} 50V232\"/>");
        text(html, x, 246.0, "tick middle", &year.to_string());
    }
    let about = words::MarkAbout { public_since }.text(language);
    let first = WINDOWS.first().map_or(COMPLETED, |window| window.start);
    for (from, to, class, y, mark) in [
        (
            day(BORDER_LAST_SURE_OLD),
            day(BORDER_FIRST_SURE_C),
            "about",
            12.0,
            about.as_str(),
        ),
        (
            seconds(first.unix_timestamp()),
            seconds(AUTOMATIC.start.unix_timestamp()),
            "requests",
            28.0,
            label(Message::MarkWindows),
        ),
        (
            seconds(AUTOMATIC.start.unix_timestamp()),
            seconds(COMPLETED.unix_timestamp()),
            "maintenance",
            44.0,
            label(Message::MarkMaintenance),
        ),
    ] {
        let (x, width) = (scale.x(from), scale.x(to) - scale.x(from));
        let _ = write!(
            html,
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{:.0}\" width=\"{width:.1}\" height=\"{:.0}\"/>",
            y + 4.0,
            228.0 - y
        );
        text(html, x + width, y, "mark end", mark);
    }
    let mut y = 74.0;
    for example in &EXAMPLES {
        example_bar(html, &scale, example, y, label(example.label));
        y += 52.0;
    }
    let read = label(Message::LifeRead);
    let _ = write!(
        html,
        "<g class=\"read\" data-own><text class=\"label\" x=\"{LEFT}\" y=\"218\"{}>{}</text><rect class=\"own\" data-part=\"life\" x=\"0\" y=\"222\" width=\"0\" height=\"14\"/>\
         <path class=\"due\" data-part=\"due\" d=\"M0 219l5 10-5 10-5-10z\"/></g>",
        fit(read),
        escape(read)
    );
    for (x, shape, message) in [
        (
            12.0,
            "<rect class=\"own\" x=\"12\" y=\"262\" width=\"16\" height=\"12\"/>",
            Message::LegendOwn,
        ),
        (
            112.0,
            "<rect class=\"public\" x=\"112\" y=\"262\" width=\"16\" height=\"12\"/>",
            Message::LegendPublic,
        ),
        (
            204.0,
            "<path class=\"due\" d=\"M212 259l5 9-5 9-5-9z\"/>",
            Message::LegendDue,
        ),
        (
            286.0,
            "<path class=\"end\" d=\"M294 260v16\"/>",
            Message::LegendEnd,
        ),
    ] {
        html.push_str(shape);
        text(html, x + 20.0, 272.0, "tick", label(message));
    }
    html.push_str("</svg></div><figcaption><ul>");
    let notice_year = &fact("notice-year");
    for example in &EXAMPLES {
        let [created, due, end] = &dates(example).map(|date| message::day(date, language));
        let sentence = match example.switched_at {
            SwitchedAt::Renewal => words::LifeExampleA { created, due, end }.text(language),
            SwitchedAt::Maintenance => words::LifeExampleB {
                created,
                due,
                end,
                notice_year,
            }
            .text(language),
            SwitchedAt::Creation => words::LifeExampleC { created, due, end }.text(language),
        };
        let sentence = crate::insert_no_break_spaces(&sentence);
        let _ = write!(html, "<li>{}</li>", escape(&sentence));
    }
    let days = words::LifeReadDays {
        due: "<time data-part=\"due\"></time>",
        from: "<time data-part=\"from\"></time>",
        to: "<time data-part=\"to\"></time>",
    };
    let _ = writeln!(
        html,
        "<li class=\"read\" data-own>{read}: {}</li></ul></figcaption></figure>",
        days.text(language)
    );
}

/// Draws one example.
fn example_bar(html: &mut String, scale: &Scale, example: &Example, y: f64, label: &str) {
    let [created, due, end] = dates(example);
    let (created, due, end) = (day(created), day(due), day(end));
    let switched = match example.switched_at {
        SwitchedAt::Renewal => due,
        SwitchedAt::Maintenance => seconds(AUTOMATIC.start.unix_timestamp()),
        SwitchedAt::Creation => created,
    };
    text(html, LEFT, y, "label", label);
    let (top, last) = (y + 8.0, LEFT + WIDTH);
    let (x, change) = (scale.x(created), scale.x(switched));
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
        public_bar(html, change, last, top);
        let _ = write!(
            html,
            "<path class=\"due\" d=\"M{due:.1} {:.0}l5 10-5 10-5-10z\"/>",
            top - 3.0
        );
    } else {
        public_bar(html, x, last, top - 12.0);
    }
}

/// Draws the period in which the gateway has a certificate of a public CA.
fn public_bar(html: &mut String, from: f64, to: f64, top: f64) {
    let _ = write!(
        html,
        "<rect class=\"public\" x=\"{from:.1}\" y=\"{:.0}\" width=\"{:.1}\" height=\"6\"/>",
        top + 16.0,
        to - from
    );
}

/// Returns the days of creation, renewal and end.
fn dates(example: &Example) -> [Date; 3] {
    let (year, month) = example.created;
    let end = (year.saturating_add(i32::from(CA_YEARS)), month);
    let due = match month.checked_sub(RENEWAL_MONTHS_LEFT) {
        Some(month @ 1..) => (end.0, month),
        _ => (
            end.0.saturating_sub(1),
            month.saturating_add(12).saturating_sub(RENEWAL_MONTHS_LEFT),
        ),
    };
    [example.created, due, end].map(|(year, month)| first_of(year, month))
}
