//! Reads the calendar files with an independent parser.

use super::calendar::to_ics;
use crate::{Language, Message};
use calcard::icalendar::{ICalendar, ICalendarProperty};
use p2s_verdict::notices::{WINDOWS, Window};

fn read(windows: &[&Window], language: Language) -> ICalendar {
    let text = to_ics(windows, language);
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "a line of {} octets: {line}", line.len());
    }
    ICalendar::parse(&text).unwrap_or_else(|entry| panic!("{entry:?}"))
}

#[test]
fn the_calendar_contains_all_windows_with_their_times_and_identifiers() {
    let all: Vec<&Window> = WINDOWS.iter().collect();
    let mut identifiers = Vec::new();
    for language in Language::ALL {
        let calendar = read(&all, language);
        let events: Vec<_> = calendar
            .components
            .iter()
            .filter(|component| component.component_type.as_str() == "VEVENT")
            .collect();
        assert_eq!(events.len(), WINDOWS.len());
        for (event, window) in events.iter().zip(WINDOWS) {
            let uid = event.uid().unwrap_or_default().to_owned();
            assert_eq!(
                uid,
                format!("2019-public-ca-window-{}@p2s-check", window.id)
            );
            identifiers.push(uid.clone());
            for (property, moment) in [
                (ICalendarProperty::Dtstart, window.start),
                (ICalendarProperty::Dtend, window.end),
            ] {
                let entry = event.property(&property);
                let value = entry.and_then(|entry| entry.values.first());
                let time = value.and_then(|value| value.as_partial_date_time());
                let time = time.and_then(|time| time.to_timestamp());
                assert_eq!(time, Some(moment.unix_timestamp()), "{uid} {property:?}");
            }
        }
    }
    let mut languages = identifiers.chunks(WINDOWS.len());
    let first = languages.next();
    assert!(languages.all(|identifiers| Some(identifiers) == first));
}

#[test]
fn each_window_has_its_own_calendar() {
    for window in WINDOWS {
        for language in Language::ALL {
            let calendar = read(&[window], language);
            let summary = calendar.components.iter().find_map(|component| {
                let entry = component.property(&ICalendarProperty::Summary)?;
                entry.values.first()?.as_text().map(str::to_owned)
            });
            let summary = summary.unwrap_or_default();
            let name = match window.id {
                "automatic" => Message::WindowAutomatic.text(language),
                number => number,
            };
            assert!(summary.contains(name), "{summary}");
        }
    }
}

#[test]
fn the_calendar_is_reproducible() {
    let all: Vec<&Window> = WINDOWS.iter().collect();
    assert_eq!(to_ics(&all, Language::Ja), to_ics(&all, Language::Ja));
    assert!(to_ics(&all, Language::Ja).contains("DTSTAMP:20190214T000000Z"));
}
