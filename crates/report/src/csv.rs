//! The report as a table for a spreadsheet: a row for each input (RFC 4180), with nothing in it that a
//! spreadsheet would run.

use crate::words::{model_words, proof_words, state_words};
use crate::{Language, answer, answer_today, en, finding_words, ja, visible};
use p2s_package::Timestamp;
use p2s_verdict::{InputReport, Report};

/// Columns of the table.
pub(crate) const COLUMNS: usize = 16;

/// The report as a table. It begins with a byte order mark, without which spreadsheets take it for another
/// encoding than UTF-8.
pub fn csv(report: &Report, language: Language) -> String {
    let titles = match language {
        Language::Ja => ja::csv::COLUMNS,
        Language::En => en::csv::COLUMNS,
    };
    let mut text = String::from('\u{FEFF}');
    push_row(&mut text, titles.map(str::to_owned));
    for input in &report.inputs {
        push_row(&mut text, cells(input, report.generated, language));
    }
    text
}

fn cells(input: &InputReport, now: Timestamp, language: Language) -> [String; COLUMNS] {
    let (then, today) = (
        answer(input, now, language),
        answer_today(input, now, language),
    );
    let gateway = &input.gateway;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let moment = |value: Option<Timestamp>| value.map(|moment| moment.to_string());
    let types: Vec<&str> = input.gateway_types.iter().map(|kind| kind.code()).collect();
    let roots = input.root_today.roots.iter();
    let roots: Vec<String> = roots
        .map(|root| format!("{} ({})", root.name, state_words(root.state, language)))
        .collect();
    let findings: Vec<String> = input
        .findings
        .iter()
        .map(|finding| finding_words(finding, language))
        .collect();
    let error = input.error.as_ref();
    [
        input.name.clone(),
        then.word,
        then.first,
        input.rule.code().to_owned(),
        proof_words(input.proof, language).to_owned(),
        types.join(" / "),
        model_words(input.model, language).to_owned(),
        text(&gateway.server),
        text(&gateway.id),
        text(&gateway.vnet),
        moment(input.packaged).unwrap_or_default(),
        today.word,
        today.first,
        roots.join("; "),
        error
            .map(|error| error.code.code().to_owned())
            .unwrap_or_default(),
        findings.join(" "),
    ]
}

fn push_row(text: &mut String, cells: [String; COLUMNS]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push('"');
        text.push_str(&harmless(cell).replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}

/// A cell that a spreadsheet takes for words. One that would begin a formula, after blanks and quotes as well and
/// in the wide forms that East Asian input gives, gets the apostrophe that says "text".
fn harmless(cell: &str) -> String {
    const FORMULA: [char; 10] = ['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠'];
    let shown = visible(cell);
    let first = shown.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    if first.starts_with(FORMULA) {
        format!("'{shown}")
    } else {
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_a_formula_is_words() {
        for cell in [
            "=cmd|'/C calc'!A0",
            "+1",
            "-1+1",
            "@SUM(A1)",
            " =1",
            "\"=1",
            "'=1",
            "\u{3000}=1",
            "＝1",
            "－1",
        ] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
    }

    #[test]
    fn what_steers_a_spreadsheet_from_inside_is_shown() {
        assert_eq!(harmless("a\t=1\r\n=1"), "a\\u{9}=1\\u{d}\\u{a}=1");
        assert_eq!(harmless("\t=1"), "\\u{9}=1");
    }

    #[test]
    fn words_stay_as_they_are() {
        for cell in ["本社 VPN", "a=b", "vpn-1.zip", "", "C:\\vpn.zip"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
