//! The deadline of the reader's notification as a calendar file (iCalendar, RFC 5545).
//!
//! The page makes it from what the reader enters, so it can't come from the crate that writes the windows' files at build
//! time: icalendar depends on chrono, which would make the module much larger.

use crate::facts::Facts;
use crate::{Language, words};
use p2s_package::{Date, Timestamp};
use p2s_verdict::InputReport;
use std::fmt::Write as _;

/// Longest line in bytes, without its line end (RFC 5545, 3.1).
const MAX_LINE: usize = 75;

/// Returns a calendar with the deadline as an event of one day, and a reminder two weeks before.
///
/// `now` becomes the time stamp of the event. Equal deadlines of a gateway have equal identifiers, so that importing a
/// file twice gives one entry.
pub fn deadline_calendar(
    input: &InputReport,
    deadline: Date,
    now: Timestamp,
    language: Language,
) -> String {
    let names = &input.gateway;
    let name = names.server.as_ref().or(names.id.as_ref());
    let identifier = identifier(name.unwrap_or(&input.name));
    let facts = Facts::new(input, now);
    let gateway = facts.gateway.as_deref().unwrap_or(&facts.file);
    let summary = escape_text(&words::DeadlineEntry { gateway }.text(language));
    let day = deadline.to_string().replace('-', "");
    let next = deadline.next_day().unwrap_or(deadline);
    let next = next.to_string().replace('-', "");
    let stamp = now.to_string().replace(['-', ':'], "");
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//p2s-check//deadline//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{day}-{identifier}@p2s-check"),
        format!("DTSTAMP:{stamp}"),
        format!("DTSTART;VALUE=DATE:{day}"),
        format!("DTEND;VALUE=DATE:{next}"),
        format!("SUMMARY:{summary}"),
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:-P14D".to_owned(),
        format!("DESCRIPTION:{summary}"),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| fold(line)).collect()
}

/// Returns a name with every byte in hexadecimal that isn't a letter or a digit of ASCII.
fn identifier(name: &str) -> String {
    let mut identifier = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() {
            identifier.push(char::from(byte));
        } else {
            let _ = write!(identifier, "{byte:02x}");
        }
    }
    identifier
}

/// Escapes a value of the type TEXT (RFC 5545, 3.3.11). It contains no control characters.
fn escape_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | ';' | ',') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Ends a line, and folds it into lines of at most 75 bytes: each further one begins with a space (RFC 5545, 3.1).
fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len());
    let mut length = 0_usize;
    for c in line.chars() {
        if length.saturating_add(c.len_utf8()) > MAX_LINE {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(c);
        length = length.saturating_add(c.len_utf8());
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_names_have_different_identifiers() {
        assert_eq!(identifier("gw-1.example"), "gw2d12eexample");
        assert_ne!(identifier("東京.zip"), identifier("大阪.zip"));
    }

    #[test]
    fn text_is_escaped_and_lines_are_folded() {
        assert_eq!(escape_text(r"a,b;c\d"), r"a\,b\;c\\d");
        let line = "期限".repeat(30);
        let folded = fold(&line);
        assert!(folded.split("\r\n").all(|line| line.len() <= MAX_LINE));
        assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\n"));
    }
}
