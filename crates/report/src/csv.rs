//! The report as CSV (RFC 4180) for a spreadsheet, one row per input. No cell can run as a formula.

use crate::message::codes::{model_words, proof_words, roots_words};
use crate::{
    Language, Message, answer, answer_today, client_table, client_titles, escape_invisible,
    finding_words,
};
use p2s_package::Timestamp;
use p2s_verdict::{GatewayReport, InputReport, Report};

/// The titles of the columns.
const TITLES: [Message; 16] = [
    Message::ColumnFile,
    Message::ColumnAnswer2019,
    Message::ColumnMeaning2019,
    Message::ColumnRule,
    Message::ColumnProof,
    Message::ColumnTypes,
    Message::ColumnModel,
    Message::ColumnGateway,
    Message::ColumnGatewayId,
    Message::ColumnNetwork,
    Message::ColumnPackaged,
    Message::ColumnToday,
    Message::ColumnMeaningToday,
    Message::ColumnRoots,
    Message::ColumnError,
    Message::ColumnFindings,
];

/// Returns the report as CSV.
///
/// The text begins with a byte order mark because spreadsheets assume another encoding than UTF-8 without it.
pub fn csv(report: &Report, language: Language) -> String {
    let rows = report.inputs.iter();
    let rows = rows.map(|input| csv_input(input, report.generated, language));
    std::iter::once(csv_start(language)).chain(rows).collect()
}

/// Returns the start of a [`csv`], up to its inputs: the byte order mark and the titles of the columns.
pub fn csv_start(language: Language) -> String {
    let titles = TITLES.map(|title| title.text(language).to_owned());
    format!("\u{FEFF}{}", row(&titles))
}

/// Returns one input of a report's [`csv`], where `now` is the moment of the report.
pub fn csv_input(input: &InputReport, now: Timestamp, language: Language) -> String {
    row(&cells(input, now, language))
}

/// Returns the table of clients as CSV, in the form of [`csv`].
pub fn clients_csv(gateways: &[GatewayReport], language: Language) -> String {
    let titles = client_titles(language).map(str::to_owned);
    let clients = client_table(gateways, language);
    let rows = std::iter::once(&titles).chain(&clients);
    let rows: String = rows.map(|cells| row(cells)).collect();
    format!("\u{FEFF}{rows}")
}

fn cells(input: &InputReport, now: Timestamp, language: Language) -> [String; TITLES.len()] {
    let (about_2019, today) = (
        answer(input, now, language),
        answer_today(input, now, language),
    );
    let gateway = &input.gateway;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let moment = |value: Option<Timestamp>| value.map(|moment| moment.to_string());
    let types: Vec<&str> = input.gateway_types.iter().map(|kind| kind.code()).collect();
    let findings: Vec<String> = input
        .findings
        .iter()
        .map(|finding| finding_words(finding, language))
        .collect();
    let error = input.error.as_ref();
    [
        input.name.clone(),
        about_2019.word,
        about_2019.first,
        input.rule.code().to_owned(),
        proof_words(input.proof, language).to_owned(),
        types.join(" / "),
        model_words(input.model, language).to_owned(),
        text(&gateway.server),
        text(&gateway.id),
        text(&gateway.vnet),
        moment(input.packaged).unwrap_or_default(),
        today.word,
        if input.is_read() {
            today.first
        } else {
            String::new()
        },
        roots_words(input, language),
        error
            .map(|error| error.code.code().to_owned())
            .unwrap_or_default(),
        findings.join(" "),
    ]
}

fn row(cells: &[String]) -> String {
    let mut text = String::new();
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push('"');
        text.push_str(&neutralize_formula(cell).replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
    text
}

/// Escapes a cell so that a spreadsheet takes it for text: an apostrophe precedes a cell that would begin a formula.
///
/// Spreadsheets skip blanks and quotes before a formula and accept full-width operators, so both are covered.
fn neutralize_formula(cell: &str) -> String {
    const FORMULA: [char; 10] = ['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠'];
    let escaped = escape_invisible(cell);
    let first = escaped.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    if first.starts_with(FORMULA) {
        format!("'{escaped}")
    } else {
        escaped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_begins_like_a_formula_gets_an_apostrophe() {
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
            assert_eq!(neutralize_formula(cell), format!("'{cell}"));
        }
    }

    #[test]
    fn tabs_and_line_ends_inside_a_cell_are_escaped() {
        assert_eq!(neutralize_formula("a\t=1\r\n=1"), "a\\u{9}=1\\u{d}\\u{a}=1");
        assert_eq!(neutralize_formula("\t=1"), "\\u{9}=1");
    }

    #[test]
    fn ordinary_text_is_unchanged() {
        for cell in ["本社 VPN", "a=b", "vpn-1.zip", "", "C:\\vpn.zip"] {
            assert_eq!(neutralize_formula(cell), cell);
        }
    }
}
