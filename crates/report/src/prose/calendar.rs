//! The windows as calendar files (RFC 5545).
//!
//! Times are in UTC, so that every calendar shows them right in its own zone. Identifiers and the stamp come from
//! the notice and never change: a file taken twice, or in the other language, gives no second entry.

use super::fill;
use super::windows::words;
use crate::Language;
use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};
use p2s_package::Timestamp;
use p2s_verdict::notices::{NOTICES, Window};

/// One calendar with these windows.
pub(super) fn text(windows: &[&Window], language: Language) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//p2s-check//windows//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    for window in windows {
        if let Some(event) = event(window, language) {
            calendar.push(event);
        }
    }
    calendar.to_string()
}

fn event(window: &Window, language: Language) -> Option<Event> {
    let words = words(language);
    let notice = NOTICES.first()?;
    let given = notice.date.midnight().assume_utc().unix_timestamp();
    let japan = fill::japan(window.start.unix_timestamp(), language)?;
    let description = fill::put_all(&fill::fill(words.description, language), &[japan]);
    let mut event = Event::new();
    event
        .uid(&format!("{}-window-{}@p2s-check", notice.id, window.id))
        .starts(window.start)
        .ends(window.end)
        .summary(&fill::put_all(words.event, &[words.name(window)]))
        .description(&description)
        .add_property("DTSTAMP", basic(given)?)
        .add_property("TRANSP", "TRANSPARENT");
    Some(event.done())
}

/// 20190214T000000Z
fn basic(seconds: i64) -> Option<String> {
    let moment = Timestamp::from_unix(seconds)?.to_string();
    Some(moment.replace(['-', ':'], ""))
}
