//! The table of windows, without what depends on the viewer.
//!
//! The page adds the viewer's local time and the current state, and hides the calendar files of windows that are past.
//! Without the page, the state is that of the day on which the notice was last checked.

use super::calendar;
use super::html::escape;
use crate::clock::JST_OFFSET_HOURS;
use crate::message::moment;
use crate::{Language, Message, words};
use p2s_package::Timestamp;
use p2s_verdict::notices::{NOTICES, Stage, WINDOWS, Window};
use std::fmt::Write as _;

/// Returns the name of a window.
pub(super) fn window_name(window: &Window, language: Language) -> String {
    match window.id {
        "automatic" => Message::WindowAutomatic.text(language).to_owned(),
        number => words::WindowOnRequest { number }.text(language),
    }
}

/// The titles of the columns.
const TITLES: [Message; 6] = [
    Message::WindowsWindow,
    Message::WindowsJst,
    Message::WindowsUtc,
    Message::WindowsLocal,
    Message::WindowsState,
    Message::WindowsCalendar,
];

/// Writes the table with the calendar files.
pub(super) fn table(html: &mut String, language: Language) {
    let [window, jst, utc, local, state, save] = TITLES.map(|title| title.text(language));
    let _ = writeln!(
        html,
        "<table class=\"windows\"><caption>{}</caption><thead><tr><th scope=\"col\">{window}</th><th scope=\"col\">{jst}</th>\
         <th scope=\"col\">{utc}</th><th scope=\"col\" class=\"local\">{local} <span data-zone translate=\"no\"></span></th>\
         <th scope=\"col\">{state}</th><th scope=\"col\" class=\"save\">{save}</th></tr></thead><tbody>",
        Message::WindowsCaption.text(language)
    );
    for window in WINDOWS {
        row(html, window, language);
    }
    let all: Vec<&Window> = WINDOWS.iter().collect();
    let _ = writeln!(
        html,
        "</tbody></table><p class=\"calendar\">{}</p>",
        calendar_link(&all, "p2s-windows.ics", Message::CalendarSaveAll, language)
    );
}

fn row(html: &mut String, window: &Window, language: Language) {
    let [_, jst, utc, local, state, save] = TITLES.map(|title| title.text(language));
    let (start, end) = (window.start.unix_timestamp(), window.end.unix_timestamp());
    let from = |offset_hours| {
        let time = &moment(start, offset_hours, language);
        words::WindowFrom { time }.text(language)
    };
    let states: String = [
        (Stage::Upcoming, Message::StageUpcoming),
        (Stage::UnderWay, Message::StageUnderWay),
        (Stage::Past, Message::StagePast),
    ]
    .map(|(stage, word)| {
        let word = word.text(language);
        format!("<span data-for=\"{}\">{word}</span>", stage.code())
    })
    .concat();
    let datetime = Timestamp::from_unix(start).map(|time| time.to_string());
    let _ = writeln!(
        html,
        "<tr data-row=\"{id}\" data-window=\"{id}\" data-state=\"{stage}\" data-start=\"{start}\" data-end=\"{end}\">\
         <th scope=\"row\">{name}</th><td data-head=\"{jst}\">{in_japan}</td><td data-head=\"{utc}\">{in_utc}</td>\
         <td data-head=\"{local}\" class=\"local\"><time datetime=\"{datetime}\" data-local></time></td>\
         <td data-head=\"{state}\" class=\"state\">{states}</td><td data-head=\"{save}\" class=\"save\">{link}</td></tr>",
        id = window.id,
        stage = stage_when_checked(window),
        name = window_name(window, language),
        in_japan = from(JST_OFFSET_HOURS),
        in_utc = from(0),
        datetime = datetime.unwrap_or_default(),
        link = calendar_link(
            &[window],
            &format!("p2s-window-{}.ics", window.id),
            Message::CalendarSave,
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
fn calendar_link(windows: &[&Window], file: &str, text: Message, language: Language) -> String {
    let text = text.text(language);
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
