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

use super::fill;
use super::html::escape;
use crate::Language;
use p2s_package::Date;
use p2s_verdict::notices::public_ca_2019::DATE;
use std::fmt::Write as _;

/// The texts of both diagrams.
pub(crate) struct PictureWords {
    /// The title of the first diagram.
    pub(crate) lifetime: &'static str,
    /// The title of the second diagram.
    pub(crate) weeks: &'static str,
    /// The legend: the gateway's own CA, a public CA, renewal due, end.
    pub(crate) legend: [&'static str; 4],
    /// The labels of the periods: about July 2017, the windows on request, the maintenance.
    pub(crate) marks: [&'static str; 3],
    /// The labels of types A, B and C.
    pub(crate) types: [&'static str; 3],
    /// The same as sentences. The placeholders `{}` are the dates of creation, renewal and end.
    pub(crate) descriptions: [&'static str; 3],
    /// The label of the checked package, and the parts of a sentence around its three dates.
    pub(crate) own: [&'static str; 5],
    /// The labels of the second diagram: the notice, the windows on request, the automatic maintenance.
    pub(crate) days: [&'static str; 3],
    /// The second diagram as a sentence, in Markdown.
    pub(crate) weeks_description: &'static str,
}

/// Maps moments, in seconds since 1970, to x coordinates.
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

fn words(language: Language) -> &'static PictureWords {
    match language {
        Language::Ja => &crate::ja::prose::PICTURE,
        Language::En => &crate::en::prose::PICTURE,
    }
}

fn open(
    html: &mut String,
    class: &str,
    title: &str,
    (height, scale): (u16, &Scale),
    language: Language,
) {
    let title = escape(&fill::fill(title, language));
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
