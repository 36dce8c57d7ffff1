//! The report as a file: UTF-8 JSON, two-space indent, one newline at the end.

use p2s_verdict::Report;

/// The report as the page saves it and `p2s-check --json` prints it, byte for byte.
pub fn json(report: &Report) -> String {
    let mut text = serde_json::to_string_pretty(report).unwrap_or_default();
    text.push('\n');
    text
}
