//! The report as JSON: UTF-8, two-space indent, one newline at the end.

use crate::escape::is_invisible;
use p2s_verdict::{InputReport, Report};
use std::fmt::Write as _;

/// The list of inputs in a report without any.
const NO_INPUTS: &str = "\"inputs\": []";

/// Returns the JSON that the page saves and `p2s-check --json` prints, byte for byte the same.
///
/// Invisible characters are written as `\uXXXX`. A JSON parser reads the same text, and a terminal isn't affected.
pub fn json(report: &Report) -> String {
    let mut text = json_start(report);
    for (position, input) in report.inputs.iter().enumerate() {
        text.push_str(json_separator(position == 0));
        text.push_str(&json_input(input));
    }
    text.push_str(&json_end(report, report.inputs.is_empty()));
    text
}

/// Returns the start of a report's [`json`], up to its inputs, which aren't looked at.
pub fn json_start(report: &Report) -> String {
    let (mut start, _) = around_inputs(report);
    start.push_str("\"inputs\": [");
    start
}

/// Returns what is written before an input.
pub fn json_separator(is_first: bool) -> &'static str {
    match is_first {
        true => "\n    ",
        false => ",\n    ",
    }
}

/// Returns one input of a report's [`json`].
pub fn json_input(input: &InputReport) -> String {
    let pretty = serde_json::to_string_pretty(input).unwrap_or_default();
    escaped(&pretty, "    ")
}

/// Returns the end of a report's [`json`], after its inputs, which aren't looked at.
pub fn json_end(report: &Report, has_no_inputs: bool) -> String {
    let (_, end) = around_inputs(report);
    let close = if has_no_inputs { "]" } else { "\n  ]" };
    format!("{close}{end}\n")
}

/// Returns the text before and after the inputs.
fn around_inputs(report: &Report) -> (String, String) {
    let report = Report {
        schema: report.schema,
        tool: report.tool.clone(),
        generated: report.generated,
        notices: report.notices.clone(),
        inputs: Vec::new(),
        gateways: report.gateways.clone(),
        summary: report.summary.clone(),
    };
    let pretty = serde_json::to_string_pretty(&report).unwrap_or_default();
    let (start, end) = pretty.split_once(NO_INPUTS).unwrap_or_default();
    (start.to_owned(), escaped(end, ""))
}

/// Escapes invisible characters, and indents all lines but the first.
fn escaped(pretty: &str, indent: &str) -> String {
    let mut text = String::with_capacity(pretty.len().saturating_mul(2));
    let mut rest = pretty;
    // Nearly all characters are printable ASCII.
    while let Some((plain, after)) = rest
        .bytes()
        .position(|byte| !matches!(byte, b' '..=b'~'))
        .and_then(|end| rest.split_at_checked(end))
    {
        text.push_str(plain);
        let mut chars = after.chars();
        match chars.next() {
            // Outside strings, JSON contains no invisible characters but newlines; inside, newlines are escaped.
            Some('\n') => {
                text.push('\n');
                text.push_str(indent);
            }
            Some(c) if is_invisible(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(text, "\\u{unit:04x}");
                }
            }
            other => text.extend(other),
        }
        rest = chars.as_str();
    }
    text.push_str(rest);
    text
}
