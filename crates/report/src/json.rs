//! The report as a file: UTF-8 JSON, two-space indent, one newline at the end.

use crate::visible::is_hidden;
use p2s_verdict::Report;
use std::fmt::Write as _;

/// The report as the page saves it and `p2s-check --json` prints it, byte for byte. Characters that would steer a
/// terminal or the direction of reading stand in it as escapes, which say the same to a reader of JSON.
pub fn json(report: &Report) -> String {
    let plain = serde_json::to_string_pretty(report).unwrap_or_default();
    let mut text = String::with_capacity(plain.len());
    for c in plain.chars() {
        // Outside of strings JSON has none of these but newlines.
        if c != '\n' && is_hidden(c) {
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
