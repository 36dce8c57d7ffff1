//! The pictures: the life of a gateway's own CA, type by type, and the weeks of the windows. Drawn from the
//! notice's data; what they show stands in words beside them. Their look is the style sheet's.
//!
//! The page adds one line to the first: the CA of the package just read. For that the picture carries its scale
//! (`data-from`, `data-to` in seconds since 1970, `data-left`, `data-width`) and the line's parts (`data-own`).

mod life;
mod weeks;

pub(super) use life::life;
pub(super) use weeks::weeks;

use super::fill;
use super::html::escape;
use crate::Language;
use p2s_package::Date;
use p2s_verdict::notices::public_ca_2019::DATE;
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
    pub(crate) own: [&'static str; 5],
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
