//! The table of windows, without what depends on the viewer.
//!
//! The page adds the viewer's local time and the current state. Without the page, the state is that of the day on which
//! the notice was last checked.

use super::html::escape;
use super::{calendar, fill};
use crate::Language;
use p2s_package::Timestamp;
use p2s_verdict::notices::{NOTICES, Stage, WINDOWS, Window};
use std::fmt::Write as _;

/// The texts of the table.
pub(crate) struct WindowWords {
    /// The caption of the table.
    pub(crate) caption: &'static str,
    /// The column headings: window, JST, UTC, local time, state, calendar.
    pub(crate) head: [&'static str; 6],
    /// The name of the automatic window.
    pub(crate) automatic: &'static str,
    /// The name of a window on request; `{}` is its number.
    pub(crate) on_request: &'static str,
    /// The start of a window; `{}` is the time.
    pub(crate) from: &'static str,
    /// The states: upcoming, under way, past.
    pub(crate) states: [&'static str; 3],
    /// The link to the calendar file of one window.
    pub(crate) save: &'static str,
    /// The link to the calendar file of all windows.
    pub(crate) save_all: &'static str,
    /// The title of a calendar entry; `{}` is the window.
    pub(crate) event: &'static str,
    /// The description of a calendar entry.
    pub(crate) description: &'static str,
}

impl WindowWords {
    /// Returns the name of a window.
    pub(super) fn name(&self, window: &Window) -> String {
        match window.id {
            "automatic" => self.automatic.to_owned(),
            number => fill::fill_in_order(self.on_request, &[number.to_owned()]),
        }
    }
}

pub(super) fn words(language: Language) -> &'static WindowWords {
    match language {
        Language::Ja => &crate::ja::prose::WINDOWS,
        Language::En => &crate::en::prose::WINDOWS,
    }
}

/// Writes the table with the calendar files.
pub(super) fn table(html: &mut String, language: Language) {
    let words = words(language);
    let [window, jst, utc, local, state, save] = words.head;
    let _ = writeln!(
        html,
        "<table class=\"windows\"><caption>{}</caption><thead><tr><th scope=\"col\">{window}</th><th scope=\"col\">{jst}</th>\
         <th scope=\"col\">{utc}</th><th scope=\"col\" class=\"local\">{local} <span data-zone translate=\"no\"></span></th>\
         <th scope=\"col\">{state}</th><th scope=\"col\">{save}</th></tr></thead><tbody>",
        words.caption
    );
    for window in WINDOWS {
        row(html, window, language);
    }
    let all: Vec<&Window> = WINDOWS.iter().collect();
    let _ = writeln!(
        html,
        "</tbody></table><p class=\"calendar\">{}</p>",
        calendar_link(&all, "p2s-windows.ics", words.save_all, language)
    );
}

fn row(html: &mut String, window: &Window, language: Language) {
    let words = words(language);
    let [_, jst, utc, local, state, save] = words.head;
    let (start, end) = (window.start.unix_timestamp(), window.end.unix_timestamp());
    let from = |time: Option<String>| fill::fill_in_order(words.from, &[time.unwrap_or_default()]);
    let moment = |seconds| {
        Timestamp::from_unix(seconds)
            .map(|time| time.to_string())
            .unwrap_or_default()
    };
    let states: String = [Stage::Upcoming, Stage::UnderWay, Stage::Past]
        .iter()
        .zip(words.states)
        .map(|(stage, word)| format!("<span data-for=\"{}\">{word}</span>", stage.code()))
        .collect();
    let _ = writeln!(
        html,
        "<tr data-row=\"{id}\" data-window=\"{id}\" data-state=\"{stage}\" data-start=\"{start}\" data-end=\"{end}\">\
         <th scope=\"row\">{name}</th><td data-head=\"{jst}\">{in_japan}</td><td data-head=\"{utc}\">{in_utc}</td>\
         <td data-head=\"{local}\" class=\"local\"><time datetime=\"{moment}\" data-local></time></td>\
         <td data-head=\"{state}\" class=\"state\">{states}</td><td data-head=\"{save}\">{link}</td></tr>",
        id = window.id,
        stage = stage_when_checked(window),
        name = words.name(window),
        in_japan = from(fill::jst(start, language)),
        in_utc = from(fill::utc(start, language)),
        moment = moment(start),
        link = calendar_link(
            &[window],
            &format!("p2s-window-{}.ics", window.id),
            words.save,
            language
        ),
    );
}

/// Returns the code of the state on the day on which the notice was last checked.
fn stage_when_checked(window: &Window) -> &'static str {
    let checked = NOTICES
        .first()
        .map_or(window.end, |notice| notice.checked.midnight().assume_utc());
    window.stage(checked.unix_timestamp()).code()
}

/// Returns a link whose address contains the calendar, so that it works offline and without JavaScript.
fn calendar_link(windows: &[&Window], file: &str, text: &str, language: Language) -> String {
    let data = percent_encode(&calendar::to_ics(windows, language));
    format!(
        "<a download=\"{}\" href=\"data:text/calendar;charset=utf-8,{data}\">{text}</a>",
        escape(file)
    )
}

/// Percent-encodes the characters that a data URL or an attribute can't contain.
///
/// Non-ASCII characters are left for the browser to encode, because encoding triples their size in the page.
fn percent_encode(text: &str) -> String {
    let mut encoded = String::new();
    for c in text.chars() {
        match c {
            '\0'..='\u{1f}' | '\u{7f}' | '%' | '#' | '"' | '\'' | '<' | '>' | '&' => {
                let _ = write!(encoded, "%{:02X}", u32::from(c));
            }
            _ => encoded.push(c),
        }
    }
    encoded
}
