//! Two diagrams as SVG: the lifetime of a gateway's own self-signed CA for each type, and the weeks of the windows.
//!
//! They are drawn from the data of the notice, and a text beside each says the same. The style sheet sets colours and lines.
//!
//! The page adds the CA of the checked package to the first diagram. For this the diagram contains its scale
//! (`data-from` and `data-to` in seconds since 1970, `data-left`, `data-width`) and hidden elements (`data-own`).

mod lifetime;
mod weeks;

pub(super) use lifetime::lifetime;
pub(super) use weeks::weeks;

use super::html::escape;
use p2s_package::Date;
use p2s_verdict::notices::public_ca_2019::DATE;
use std::fmt::Write as _;

/// Maps moments, in seconds since 1970, to x coordinates.
struct Scale {
    from: f64,
    to: f64,
}

const LEFT: f64 = 16.0;
const WIDTH: f64 = 328.0;
const DAY: f64 = 86_400.0;
const JAPAN: f64 = 32_400.0;

impl Scale {
    fn x(&self, moment: f64) -> f64 {
        LEFT + (moment - self.from) / (self.to - self.from) * WIDTH
    }
}

fn open(html: &mut String, class: &str, title: &str, (height, scale): (u16, &Scale)) {
    let title = escape(title);
    let _ = write!(
        html,
        "<figure class=\"picture {class}\"><div><svg viewBox=\"0 0 360 {height}\" role=\"img\" aria-label=\"{title}\" data-from=\"{:.0}\" \
         data-to=\"{:.0}\" data-left=\"{LEFT}\" data-width=\"{WIDTH}\">",
        scale.from, scale.to
    );
}

fn text(html: &mut String, x: f64, y: f64, class: &str, words: &str) {
    let (fit, words) = (fit(words), escape(words));
    let _ = write!(
        html,
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.0}\"{fit}>{words}</text>"
    );
}

/// Returns the attribute that makes a label as small as the width of the diagram requires, or nothing for a short one.
///
/// A label is set in bold type of 11 units. In wide fonts, a letter is 0.7 em wide on average, a Japanese character 1 em.
fn fit(label: &str) -> String {
    let width_of = |c: char| if c < '\u{2E80}' { 0.7 } else { 1.0 };
    let em: f64 = label.chars().map(width_of).sum();
    match WIDTH / em {
        11.0.. => String::new(),
        size => format!(" font-size=\"{size:.1}\""),
    }
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
