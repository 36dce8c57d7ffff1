//! The maintenance windows as calendar files (iCalendar, RFC 5545).
//!
//! Times are in UTC, so that each calendar shows them in its own time zone. `UID` and `DTSTAMP` come from the notice and
//! never change: importing a file twice, or in both languages, gives one entry.

use super::fill;
use super::windows::window_name;
use crate::clock::JST_OFFSET_HOURS;
use crate::message::moment;
use crate::{Language, words};
use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};
use p2s_package::Timestamp;
use p2s_verdict::notices::{NOTICES, Window};

/// Returns a calendar with these windows.
pub(super) fn to_ics(windows: &[&Window], language: Language) -> String {
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
    let notice = NOTICES.first()?;
    let published = notice.date.midnight().assume_utc().unix_timestamp();
    let description = words::CalendarDescription {
        completed: &fill::value("completed", language)?,
        hours: &fill::value("hours", language)?,
        start: &moment(window.start.unix_timestamp(), JST_OFFSET_HOURS, language),
    };
    let name = &window_name(window, language);
    let mut event = Event::new();
    event
        .uid(&format!("{}-window-{}@p2s-check", notice.id, window.id))
        .starts(window.start)
        .ends(window.end)
        .summary(&words::CalendarEvent { window: name }.text(language))
        .description(&description.text(language))
        .add_property("DTSTAMP", basic_format(published)?)
        .add_property("TRANSP", "TRANSPARENT");
    Some(event.done())
}

/// Formats a moment in the basic format of ISO 8601: `20190214T000000Z`.
fn basic_format(seconds: i64) -> Option<String> {
    let moment = Timestamp::from_unix(seconds)?.to_string();
    Some(moment.replace(['-', ':'], ""))
}
