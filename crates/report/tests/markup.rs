//! Checks the HTML text about each fixture: every tag is closed, and nothing from a file is markup.

#![allow(
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

mod support;

use p2s_report::markup::{self, Action, DateField, Filter, View};
use p2s_report::table::Table;
use p2s_report::{Language, answers};
use p2s_verdict::{InputReport, Report};
use support::{default_options, public};

/// Elements without an end tag.
const VOID: [&str; 3] = ["br", "wbr", "input"];

/// Returns all HTML text about an input.
fn pieces(view: View, input: &InputReport) -> Vec<String> {
    let mut pieces = vec![
        markup::subject(view, input),
        markup::evidence(view, input, Some("00ff")),
        markup::findings(view, input),
        markup::creation_date(view, true),
        markup::deadline_label(view),
        markup::calendar_button(view),
        markup::deadline_hint(view),
        markup::pass_on(view, true),
    ];
    for answer in answers(input, view.now, None, view.language) {
        pieces.push(markup::card(view, &answer, true));
        pieces.push(markup::line(view, &answer));
        pieces.push(markup::card_links(view, &answer));
    }
    pieces
}

/// Returns all HTML text about several inputs.
fn table_pieces(view: View, report: &Report) -> Vec<String> {
    let table = Table::new(report, view.language);
    let rows = table.rows.iter();
    let mut pieces: Vec<String> = rows
        .flat_map(|row| [markup::row(row), markup::row_heading(row)])
        .collect();
    pieces.extend([
        markup::overview(&table),
        markup::gateways(view, &report.gateways),
        markup::filters(view, &table),
        markup::group(view, "<b>", 1),
        markup::summary(view, "<b>"),
    ]);
    pieces
}

fn view(report: &Report, language: Language) -> View {
    View {
        language,
        now: report.generated,
        local_time: |_, time| time.to_string(),
    }
}

/// Returns the names of the elements of HTML text in order.
///
/// # Panics
///
/// Panics if an element isn't closed where it should be.
fn elements(html: &str) -> Vec<&str> {
    let (mut open, mut all) = (Vec::new(), Vec::new());
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag ends");
        let name = tag.split([' ', '/']).next().expect("a name");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
        } else {
            all.push(name);
            if !VOID.contains(&name) && !tag.ends_with('/') {
                open.push(name);
            }
        }
    }
    assert!(open.is_empty(), "{open:?} in {html}");
    all
}

#[test]
fn every_element_about_every_fixture_is_closed() {
    let report = support::report(&default_options());
    for language in Language::ALL {
        let view = view(&report, language);
        let about_inputs = report.inputs.iter().flat_map(|input| pieces(view, input));
        for piece in about_inputs.chain(table_pieces(view, &report)) {
            elements(&piece);
        }
    }
}

#[test]
fn markup_in_names_from_a_file_is_text() {
    const MARKUP: &str = "\"><script>alert(1)</script><img src=x onerror='x'>&amp;";
    let mut input = public(p2s_verdict::State::Current);
    let plain = input.clone();
    input.name = MARKUP.to_owned();
    input.gateway.server = Some(MARKUP.to_owned());
    input.gateway.vnet = Some(MARKUP.to_owned());
    for root in &mut input.root_today.roots {
        root.name = MARKUP.to_owned();
    }
    let options = default_options();
    let report =
        |input: &InputReport| p2s_batch::assemble(vec![input.clone(), input.clone()], &options, 0);
    let view = view(&report(&plain), Language::En);
    let all = |input: &InputReport| -> Vec<String> {
        let mut all = pieces(view, input);
        all.extend(table_pieces(view, &report(input)));
        all
    };
    for piece in all(&input) {
        let found = elements(&piece);
        assert!(
            !found.contains(&"script") && !found.contains(&"img"),
            "{piece}"
        );
    }
}

#[test]
fn every_control_has_a_name_that_the_page_knows() {
    let report = support::report(&default_options());
    let view = view(&report, Language::En);
    let about_inputs = report.inputs.iter().flat_map(|input| pieces(view, input));
    let all: String = about_inputs.chain(table_pieces(view, &report)).collect();
    let names = |attribute: &str| -> Vec<String> {
        let start = format!("{attribute}=\"");
        let values = all.split(&start).skip(1);
        let mut names: Vec<String> = values
            .filter_map(|value| Some(value.split_once('"')?.0.to_owned()))
            .collect();
        names.sort();
        names.dedup();
        names
    };
    let actions = names("data-action");
    assert_eq!(actions.len(), 9);
    assert!(actions.iter().all(|name| Action::named(name).is_some()));
    let dates = names("data-date");
    assert_eq!(dates.len(), 2);
    assert!(dates.iter().all(|name| DateField::named(name).is_some()));
    let filters = names("data-filter");
    assert_eq!(filters.len(), 3);
    assert!(filters.iter().all(|name| Filter::named(name).is_some()));
}
