//! Checks the table of several inputs: its order, its filters and its groups.

mod support;

use p2s_batch::assemble;
use p2s_package::ErrorKind;
use p2s_report::Language;
use p2s_report::table::{Arrangement, Column, Grouping, Line, Table};
use p2s_verdict::{Gateway, InputReport, Report, ReportError, Rule, State, Verdict};
use support::{default_options, input, moment, public};

fn named(name: &str, mut input: InputReport) -> InputReport {
    input.name = name.to_owned();
    input
}

fn refused(name: &str, code: ErrorKind) -> InputReport {
    let mut input = input(Rule::NoEvidence, Verdict::Undetermined, State::Unknown);
    input.error = Some(ReportError { code, place: None });
    named(name, input)
}

fn report(inputs: Vec<InputReport>) -> Report {
    assemble(inputs, &default_options(), 0)
}

/// Five inputs whose names are in the order from the best to the worst.
fn mixed() -> Report {
    let own = input(Rule::OwnCa, Verdict::Affected, State::SelfSigned);
    report(vec![
        refused("a/not-read.zip", ErrorKind::Cancelled),
        named("a/b-fine.zip", public(State::Current)),
        named("b/c-retiring.zip", public(State::Retiring)),
        refused("b/d-refused.zip", ErrorKind::ZipEncrypted),
        named("b/e-affected.zip", own),
    ])
}

/// Returns the names of the rows that are shown, and the headings of groups.
fn shown(table: &Table, arrangement: &Arrangement) -> Vec<String> {
    let text = |line: Line| match line {
        Line::Group(name, count) => format!("[{name} {count}]"),
        Line::Row(index) => {
            let row = table.rows.get(index);
            row.map(|row| row.cell(Column::Name).to_owned())
                .unwrap_or_default()
        }
    };
    table.arrange(arrangement).into_iter().map(text).collect()
}

#[test]
fn the_worst_comes_first_and_what_was_not_read_last() {
    let table = Table::new(&mixed(), Language::En);
    let expected = [
        "b/e-affected.zip",
        "b/d-refused.zip",
        "b/c-retiring.zip",
        "a/b-fine.zip",
        "a/not-read.zip",
    ];
    assert_eq!(shown(&table, &Arrangement::default()), expected);
    let ranks = table.answer_counts.iter().map(|answer| answer.count);
    assert_eq!(ranks.collect::<Vec<_>>(), [1; 5]);
}

#[test]
fn what_asks_for_something_has_a_next_step_and_what_is_fine_has_none() {
    for language in Language::ALL {
        let table = Table::new(&mixed(), language);
        for (answer, has_step) in table.answer_counts.iter().zip([true, true, true, false]) {
            assert_eq!(!answer.next_step.is_empty(), has_step, "{answer:?}");
            // The way through the portal would be repeated in nearly every line.
            assert!(!answer.next_step.contains(" > "), "{answer:?}");
        }
    }
}

#[test]
fn each_column_sorts_both_ways_and_what_is_missing_is_last() {
    let mut report = mixed();
    for (input, day) in report.inputs.iter_mut().zip(["2024-01-20", "2019-02-01"]) {
        input.packaged = Some(moment(&format!("{day}T00:00:00Z")));
    }
    let table = Table::new(&report, Language::En);
    let by = |column, is_descending| {
        let arrangement = Arrangement {
            column,
            is_descending,
            ..Arrangement::default()
        };
        shown(&table, &arrangement)
    };
    let names = by(Column::Name, false);
    assert!(names.is_sorted(), "{names:?}");
    for column in Column::ALL {
        let (mut up, mut down) = (by(column, false), by(column, true));
        up.sort();
        down.sort();
        assert_eq!(up, down);
    }
    let by_date = by(Column::Packaged, false);
    let first: Vec<&str> = by_date.iter().take(2).map(String::as_str).collect();
    let dated = |index: usize| report.inputs.get(index).map(|input| input.name.as_str());
    assert_eq!(
        first.into_iter().map(Some).collect::<Vec<_>>(),
        [dated(1), dated(0)]
    );
}

#[test]
fn a_filter_matches_all_words_in_any_cell_and_any_case() {
    let table = Table::new(&mixed(), Language::En);
    let with = |text: &str| {
        let arrangement = Arrangement {
            text: text.to_owned(),
            ..Arrangement::default()
        };
        shown(&table, &arrangement)
    };
    assert_eq!(with(" RETIRING  b/ "), ["b/c-retiring.zip"]);
    assert_eq!(with("digicert zip").len(), 5);
    assert!(with("retiring refused").is_empty());
    let answer = table
        .answer_counts
        .iter()
        .position(|one| one.word == "Get ready");
    let arrangement = Arrangement {
        answer,
        ..Arrangement::default()
    };
    assert_eq!(shown(&table, &arrangement), ["b/c-retiring.zip"]);
}

#[test]
fn groups_are_in_the_order_of_their_worst_rows() {
    let table = Table::new(&mixed(), Language::En);
    let arrangement = Arrangement {
        grouping: Some(Grouping::Folder),
        ..Arrangement::default()
    };
    let expected = [
        "[b 3]",
        "b/e-affected.zip",
        "b/d-refused.zip",
        "b/c-retiring.zip",
        "[a 2]",
        "a/b-fine.zip",
        "a/not-read.zip",
    ];
    assert_eq!(shown(&table, &arrangement), expected);
}

#[test]
fn gateways_with_the_same_name_are_groups_of_their_own() {
    let of = |name: &str, id: &str, vnet: Option<&str>, state: State| {
        let mut input = named(name, public(state));
        input.gateway = Gateway {
            id: Some(id.to_owned()),
            vnet: vnet.map(str::to_owned),
            ..Gateway::default()
        };
        input
    };
    let mut unnamed = of("5.zip", "", Some("VNet1"), State::Current);
    unnamed.gateway.id = None;
    let report = report(vec![
        of("1.zip", "0badcafe-1", Some("VNet1"), State::Retiring),
        of("2.zip", "0badcafe-2", Some("VNet1"), State::Retiring),
        of("3.zip", "0badcafe-1", None, State::Current),
        named("4.zip", public(State::Current)),
        unnamed,
    ]);
    let arrangement = Arrangement {
        grouping: Some(Grouping::Gateway),
        ..Arrangement::default()
    };
    let expected = [
        "[VNet1 · 0badcafe-1 2]",
        "1.zip",
        "3.zip",
        "[VNet1 · 0badcafe-2 1]",
        "2.zip",
        "[azuregateway-x.vpn.azure.com · guid 1]",
        "4.zip",
        "[VNet1 1]",
        "5.zip",
    ];
    let table = Table::new(&report, Language::En);
    assert_eq!(shown(&table, &arrangement), expected);
    let names = table.rows.iter().map(|row| row.cell(Column::Gateway));
    let names: Vec<&str> = names.take(3).collect();
    assert_eq!(names, ["VNet1", "VNet1", "0badcafe-1"]);
}

#[test]
fn every_fixture_has_a_row_with_the_word_of_its_answer_on_top() {
    let report = support::report(&default_options());
    for language in Language::ALL {
        let table = Table::new(&report, language);
        for (row, input) in table.rows.iter().zip(&report.inputs) {
            let answers = p2s_report::answers(input, report.generated, None, language);
            let top = answers.first().unwrap_or_else(|| unreachable!("an answer"));
            assert_eq!(row.cell(Column::Action), top.word, "{}", input.name);
            assert_eq!(row.tone, top.tone, "{}", input.name);
        }
        let count: usize = table.answer_counts.iter().map(|answer| answer.count).sum();
        assert_eq!(count, report.inputs.len());
    }
}
