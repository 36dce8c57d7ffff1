//! The table of windows: what is the same on every day. The page adds the viewer's own time and the state at its
//! moment; until then the state is that of the day on which the notice was last looked up.

use super::html::escape;
use super::{calendar, fill};
use crate::Language;
use p2s_package::Timestamp;
use p2s_verdict::notices::{NOTICES, Stage, WINDOWS, Window};
use std::fmt::Write as _;

/// The words of the table.
pub(crate) struct WindowWords {
    /// What the table is.
    pub(crate) caption: &'static str,
    /// Column heads: window, Japan's time, UTC, the viewer's time, state, calendar.
    pub(crate) head: [&'static str; 6],
    /// The window that comes by itself.
    pub(crate) automatic: &'static str,
    /// A window on request; `{}` is its number.
    pub(crate) on_request: &'static str,
    /// A time from which on; `{}` is the time.
    pub(crate) from: &'static str,
    /// States: upcoming, under way, past.
    pub(crate) states: [&'static str; 3],
    /// The calendar file of one window.
    pub(crate) save: &'static str,
    /// The calendar file of all.
    pub(crate) save_all: &'static str,
    /// In the calendar: the title; `{}` is the window.
    pub(crate) event: &'static str,
    /// In the calendar: what happens.
    pub(crate) description: &'static str,
}

impl WindowWords {
    /// The name of a window.
    pub(super) fn name(&self, window: &Window) -> String {
        match window.id {
            "automatic" => self.automatic.to_owned(),
            number => fill::put_all(self.on_request, &[number.to_owned()]),
        }
    }
}

pub(super) fn words(language: Language) -> &'static WindowWords {
    match language {
        Language::Ja => &crate::ja::prose::WINDOWS,
        Language::En => &crate::en::prose::WINDOWS,
    }
}

/// The table and the calendar files.
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
        link(&all, "p2s-windows.ics", words.save_all, language)
    );
}

fn row(html: &mut String, window: &Window, language: Language) {
    let words = words(language);
    let [_, jst, utc, local, state, save] = words.head;
    let (start, end) = (window.start.unix_timestamp(), window.end.unix_timestamp());
    let from = |time: Option<String>| fill::put_all(words.from, &[time.unwrap_or_default()]);
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
        stage = at_the_last_look(window),
        name = words.name(window),
        in_japan = from(fill::japan(start, language)),
        in_utc = from(fill::utc(start, language)),
        moment = moment(start),
        link = link(
            &[window],
            &format!("p2s-window-{}.ics", window.id),
            words.save,
            language
        ),
    );
}

/// The state on the day on which the notice was last looked up.
fn at_the_last_look(window: &Window) -> &'static str {
    let looked = NOTICES
        .first()
        .map_or(window.end, |notice| notice.checked.midnight().assume_utc());
    window.stage(looked.unix_timestamp()).code()
}

/// The calendar's text stands in the link itself: it works from a file and without JavaScript.
fn link(windows: &[&Window], file: &str, text: &str, language: Language) -> String {
    let data = percent(&calendar::text(windows, language));
    format!(
        "<a download=\"{}\" href=\"data:text/calendar;charset=utf-8,{data}\">{text}</a>",
        escape(file)
    )
}

/// What a link's address can't hold as it is. Other letters stay: the browser encodes them itself, and they weigh
/// a third so.
fn percent(text: &str) -> String {
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
