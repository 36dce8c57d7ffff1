//! The report as JSON: UTF-8, two-space indent, one newline at the end.

use crate::escape::is_invisible;
use p2s_verdict::Report;
use std::fmt::Write as _;

/// Returns the JSON that the page saves and `p2s-check --json` prints, byte for byte the same.
///
/// Invisible characters are written as `\uXXXX`. A JSON parser reads the same text, and a terminal isn't affected.
pub fn json(report: &Report) -> String {
    let pretty = serde_json::to_string_pretty(report).unwrap_or_default();
    let mut text = String::with_capacity(pretty.len());
    for c in pretty.chars() {
        // Outside strings, JSON contains no invisible characters but newlines, so the escape is always inside a string.
        if c != '\n' && is_invisible(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(c);
        }
    }
    text.push('\n');
    text
}
