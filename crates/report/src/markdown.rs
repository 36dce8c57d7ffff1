//! The report as Markdown, for tickets and wikis: the same lines as the plain text. No name from a file acts as markup.

use crate::Language;
use crate::plain_text::{Format, Line, Supplement, end, gateways_text, input_text, report_text};
use p2s_package::Timestamp;
use p2s_verdict::{GatewayReport, InputReport, Report};

/// Returns a report as Markdown (CommonMark). `supplements` are those of the inputs, in their order.
pub fn markdown(report: &Report, supplements: &[Supplement<'_>], language: Language) -> String {
    report_text(report, supplements, language, FORMAT)
}

/// Returns the [`markdown`] of one input of a report that is for the moment `now`.
pub fn markdown_input(
    input: &InputReport,
    now: Timestamp,
    supplement: Supplement<'_>,
    language: Language,
) -> String {
    input_text(input, now, supplement, language, FORMAT)
}

/// Returns the part of a [`markdown`] that compares the packages and clients of each gateway, after the inputs.
pub fn markdown_gateways(gateways: &[GatewayReport], language: Language) -> String {
    gateways_text(gateways, language, FORMAT)
}

/// Returns the end of a report's [`markdown`], after its inputs, which aren't looked at: the words of the summary, which
/// can be none, the moment, and the version.
pub fn markdown_end(report: &Report, summary: &str, language: Language) -> String {
    end(report, summary, language, FORMAT)
}

const FORMAT: Format = push_line;

/// Appends a line and what separates it from the one before.
fn push_line(text: &mut String, before: Option<Line>, line: Line, content: &str) {
    let is_in_list = |line: Line| matches!(line, Line::Item | Line::ItemDetail | Line::Finding);
    if before.is_some_and(|before| !is_in_list(before) || !is_in_list(line)) {
        text.push('\n');
    }
    let content = match line {
        Line::Command => content.to_owned(),
        _ => escape(content),
    };
    let line = match line {
        // Some readers take braces at the end of a heading for attributes, so it is closed.
        Line::Heading if content.ends_with('}') => format!("## {content} ##"),
        Line::Heading => format!("## {content}"),
        Line::Title => format!("**{content}**"),
        Line::Remark | Line::Sentence | Line::End => content,
        Line::Step(number) => format!("{number}. {content}"),
        Line::StepDetail => format!("   {content}"),
        Line::Command => format!("   ```\n   {content}\n   ```"),
        Line::Item | Line::Finding => format!("- {content}"),
        Line::ItemDetail => format!("  - {content}"),
    };
    text.push_str(&line);
    text.push('\n');
}

/// Escapes text so that Markdown shows it as it is: no emphasis, link, image, HTML, code, formula, table or list.
///
/// An address (`https://`, `www.`) isn't made a link either.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (index, c) in text.char_indices() {
        let (before, rest) = text.split_at_checked(index).unwrap_or_default();
        let is_markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '<' | '&' | '#' | '|' | '~' | '$' | '@' => {
                true
            }
            // These begin a list or a quotation, or underline a heading, at the start of a line only.
            '-' | '+' | '=' | '>' => index == 0,
            ')' => index == digits,
            '.' => index == digits || ends_with_www(before),
            ':' => rest.starts_with("://"),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Returns true if the last three characters are `www`, in upper or lower case.
fn ends_with_www(text: &str) -> bool {
    let start = text.len().saturating_sub(3);
    let end = text.get(start..);
    end.is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_characters_that_act_where_they_are_get_a_backslash() {
        for (text, expected) in [
            (
                "azuregateway-0bad.vpn.azure.com",
                "azuregateway-0bad.vpn.azure.com",
            ),
            ("本社 VPN: 2019", "本社 VPN: 2019"),
            ("a_b*c", "a\\_b\\*c"),
            ("- a-b", "\\- a-b"),
            ("12. a 3. b", "12\\. a 3. b"),
            ("1) a", "1\\) a"),
            ("https://a.example", "https\\://a.example"),
            ("see WWW.a.example", "see WWW\\.a.example"),
            ("![a](b)", "!\\[a\\](b)"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }
}
