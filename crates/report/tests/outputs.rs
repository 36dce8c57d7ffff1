//! Puts hostile names in each field of a report and checks that no output passes them on in an active form.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't be set up fails by panicking"
)]

mod support;

use p2s_batch::assemble;
use p2s_report::{
    Language, Supplement, answer, answer_today, clients_csv, csv, file_name, json, markdown, text,
};
use p2s_verdict::{
    Aspect, Class, Client, ClientState, Comparison, Difference, Evidence, Finding, FindingCode,
    GatewayReport, InputReport, Kind, PackageRef, Report, ReportError, RootState, Rule, State,
    Verdict,
};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Names that an attacker could give a file, a network or a gateway.
const HOSTILE: [&str; 17] = [
    "=cmd|'/C calc'!A0",
    "+SUM(1,1)",
    "-2+3",
    "@import",
    "\t=1+1",
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
    "\u{9b}31mred",
    "gpj.\u{202E}piz\u{2066}",
    "zero\u{200B}width\u{FEFF}",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "$(touch /tmp/x)`touch /tmp/x`",
    "a\"b'c;d\r\ne,f",
    "\0nul",
    // The control characters of compiled messages, and Fluent syntax.
    "\u{1}a\u{2}a1\u{3}x\u{4}\u{3}y\u{4}\u{5}",
    FLUENT[0],
    FLUENT[1],
];

/// Names that are markup in Markdown.
const MARKUP: [&str; 12] = [
    "![a](https://a.example/b.png)",
    "<https://a.example>",
    "[a]: https://a.example",
    "# a",
    "1. a",
    "> a",
    "- [x] a",
    "```",
    "**a** _b_ ~~c~~ `d` $e$ [^f] | g |",
    "&copy; \\",
    "{.a #b}",
    "---",
];

/// Fluent syntax and placeholders of the prose.
const FLUENT: [&str; 2] = [
    "{ $gateway }{-term}{step-open.attribute}{ $count -> [one] 1 *[other] 2 }",
    "}{ {\"{\"} [link](by-hand.md) {draw: windows} &#123; \\u007B",
];

/// Returns a report in which each text from a file is `hostile`.
fn report(hostile: &str) -> Report {
    let fill = |mut input: InputReport| {
        let text = || Some(hostile.to_owned());
        input.name = hostile.to_owned();
        input.gateway.server = text();
        input.gateway.id = text();
        input.gateway.vnet = text();
        input.root_today.roots = vec![RootState {
            name: hostile.to_owned(),
            state: State::Retiring,
        }];
        input.findings = vec![Finding {
            code: FindingCode::HiddenCharacters,
            place: text(),
        }];
        input.evidence = vec![Evidence {
            place: hostile.to_owned(),
            item: hostile.to_owned(),
            kind: Kind::Certificate,
            class: Class::Unknown,
            counted: true,
            value: hostile.to_owned(),
            subject: text(),
            issuer: text(),
            serial: text(),
            sha1: text(),
            sha256: text(),
            not_before: None,
            not_after: None,
            root: text(),
            reason: None,
        }];
        input
    };
    let refused = InputReport {
        error: Some(ReportError {
            code: p2s_package::ErrorKind::XmlBroken,
            place: Some(hostile.to_owned()),
        }),
        ..support::input(Rule::PartUnreadable, Verdict::Undetermined, State::Unknown)
    };
    let inputs = vec![
        fill(support::public(State::Retiring)),
        fill(support::input(
            Rule::OwnCa,
            Verdict::Affected,
            State::SelfSigned,
        )),
        fill(support::input(
            Rule::Mixed,
            Verdict::Undetermined,
            State::Unknown,
        )),
        fill(refused),
    ];
    Report {
        gateways: vec![gateway(hostile)],
        ..assemble(inputs, &support::default_options(), 0)
    }
}

/// Returns compared packages and a client in which each text from a file is `hostile`.
fn gateway(hostile: &str) -> GatewayReport {
    let text = || hostile.to_owned();
    let package = || PackageRef {
        input: 0,
        name: text(),
        packaged: Some(support::now()),
        root_today: State::Ready,
    };
    let difference = |aspect: &Aspect| Difference {
        aspect: *aspect,
        old: vec![text()],
        new: vec![text(), text()],
    };
    GatewayReport {
        id: Some(text()),
        packages: vec![package(), package()],
        unordered: vec![package()],
        comparisons: vec![Comparison {
            old: 0,
            new: 1,
            differences: Aspect::ALL.iter().map(difference).collect(),
            unknown: Aspect::ALL.to_vec(),
        }],
        clients: vec![Client {
            input: 0,
            name: text(),
            computer: text(),
            state: ClientState::OldRootOnly,
            reason: None,
            roots: vec![text()],
        }],
    }
}

/// Returns a report as plain text.
fn plain_text(report: &Report, language: Language) -> String {
    text(report, &[], language)
}

/// Returns true for characters that control a terminal, change the direction of text, or are invisible.
fn is_unsafe_character(c: char) -> bool {
    c != '\n' && c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[test]
fn no_control_character_reaches_the_terminal() {
    for hostile in HOSTILE {
        for language in Language::ALL {
            let plain = plain_text(&report(hostile), language);
            assert!(
                !plain.contains(is_unsafe_character),
                "{}",
                plain.escape_debug()
            );
        }
    }
}

#[test]
fn no_control_character_reaches_the_sentences_of_the_page() {
    for hostile in HOSTILE {
        for language in Language::ALL {
            let report = report(hostile);
            let now = report.generated;
            for input in &report.inputs {
                for answer in [
                    answer(input, now, language),
                    answer_today(input, now, language),
                ] {
                    let steps = answer.steps.iter().flat_map(|step| {
                        std::iter::once(&step.text)
                            .chain(step.command.as_ref().map(|command| &command.text))
                    });
                    for sentence in [&answer.first, &answer.second].into_iter().chain(steps) {
                        let is_unsafe = sentence.contains(|c| is_unsafe_character(c) || c == '\n');
                        assert!(!is_unsafe, "{}", sentence.escape_debug());
                    }
                }
            }
        }
    }
}

/// Returns a name as lists show it.
fn whole(name: &str) -> String {
    name.to_owned()
}

/// Returns a long host as sentences show it.
fn start(name: &str) -> String {
    let start: String = name.chars().take(21).collect();
    format!("{start}…")
}

/// Returns a long file name as sentences show it.
fn start_and_end(name: &str) -> String {
    let start: String = name.chars().take(15).collect();
    let end = name.chars().skip(name.chars().count().saturating_sub(6));
    format!("{start}…{}", end.collect::<String>())
}

#[test]
fn fluent_syntax_in_a_name_is_shown_as_it_is() {
    // Without quotation marks, which CSV doubles, and spaces, some of which become no-break spaces.
    let bare = |text: &str| text.replace(|c: char| c.is_whitespace() || c == '"', "");
    for hostile in FLUENT {
        // Of the same length, and as unquotable, so that no command contains it either.
        let harmless = format!("*{}*", "Q".repeat(hostile.chars().count() - 2));
        for language in Language::ALL {
            for output in [plain_text, csv] {
                let expected = output(&report(&harmless), language);
                assert!(expected.contains(&harmless));
                let expected = [whole, start, start_and_end]
                    .iter()
                    .fold(bare(&expected), |text, cut| {
                        text.replace(&bare(&cut(&harmless)), &bare(&cut(hostile)))
                    });
                assert_eq!(bare(&output(&report(hostile), language)), expected);
            }
        }
    }
}

/// Returns a text without white space and hyphens, one of which precedes a finding in plain text only.
fn without_layout(text: &str) -> String {
    text.replace(|c: char| c.is_whitespace() || c == '-', "")
}

/// Returns the words that a reader of Markdown sees, with the numbers of steps.
///
/// # Panics
///
/// Panics if there is any other markup than that of the report.
fn rendered(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH
        | Options::ENABLE_WIKILINKS;
    let mut words = String::new();
    let mut numbers = Vec::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::List(first)) => numbers.push(first),
            Event::Start(Tag::Item) => {
                if let Some(Some(number)) = numbers.last_mut() {
                    words.push_str(&format!("{number}."));
                    *number = number.saturating_add(1);
                }
            }
            Event::End(TagEnd::List(_)) => drop(numbers.pop()),
            Event::Start(
                Tag::Paragraph | Tag::Heading { .. } | Tag::Strong | Tag::CodeBlock(_),
            )
            | Event::End(_)
            | Event::SoftBreak => {}
            Event::Text(text) => words.push_str(&text),
            other => panic!("{other:?} in {markdown}"),
        }
    }
    words
}

#[test]
fn markdown_shows_the_words_of_the_plain_text_and_no_name_is_markup() {
    for hostile in HOSTILE.into_iter().chain(MARKUP) {
        for language in Language::ALL {
            let report = report(hostile);
            let markdown = markdown(&report, &[], language);
            assert!(
                !markdown.contains(is_unsafe_character),
                "{}",
                markdown.escape_debug()
            );
            let expected = without_layout(&plain_text(&report, language));
            assert_eq!(without_layout(&rendered(&markdown)), expected, "{markdown}");
        }
    }
}

#[test]
fn no_address_in_a_name_becomes_a_link_in_markdown() {
    for address in ["https://a.example", "WWW.a.example"] {
        for language in Language::ALL {
            let markdown = markdown(&report(address), &[], language);
            // A command to copy is code, in which no address is a link.
            let mut lines = markdown.lines().filter(|line| !line.contains("Get-Az"));
            assert!(lines.all(|line| !line.contains(address)), "{markdown}");
        }
    }
}

#[test]
fn text_and_markdown_have_the_hash_the_deadline_the_moment_and_the_version() {
    let report = assemble(
        vec![support::public(State::Ready)],
        &support::default_options(),
        0,
    );
    let supplement = Supplement {
        sha256: Some("00c0ffee"),
        deadline: p2s_package::parse_date("2027-06-30"),
    };
    for output in [text, markdown] {
        let with = output(&report, &[supplement], Language::En);
        let without = output(&report, &[], Language::En);
        for part in ["SHA-256 of the file: 00c0ffee", "30 June 2027"] {
            assert!(with.contains(part), "{with}");
            assert!(!without.contains(part), "{without}");
        }
        let end = format!("Checked: 2026-11-24 03:00:00 UTC · {}\n", report.tool);
        assert!(with.ends_with(&end), "{with}");
    }
}

#[test]
fn a_file_name_has_the_date_and_the_network_that_all_inputs_name() {
    let long = "n".repeat(50);
    let cut = format!("p2s-check_2026-11-24_{}.csv", "n".repeat(40));
    for (networks, expected) in [
        (&[][..], "p2s-check_2026-11-24.csv"),
        (&[Some("hypervnet")], "p2s-check_2026-11-24_hypervnet.csv"),
        (
            &[Some("hypervnet"), Some("hypervnet")],
            "p2s-check_2026-11-24_hypervnet.csv",
        ),
        (&[Some("a"), Some("b")], "p2s-check_2026-11-24.csv"),
        (&[Some("a"), None], "p2s-check_2026-11-24.csv"),
        (&[None, Some("a")], "p2s-check_2026-11-24.csv"),
        (
            &[Some("../a\\b:c*?\u{202e}d e_f-g")],
            "p2s-check_2026-11-24_abcde_f-g.csv",
        ),
        (&[Some("本社")], "p2s-check_2026-11-24.csv"),
        (&[Some(&long)], &cut),
    ] {
        let inputs = networks.iter().map(|network| {
            let mut input = support::public(State::Current);
            input.gateway.vnet = network.map(str::to_owned);
            input
        });
        let report = assemble(inputs.collect(), &support::default_options(), 0);
        assert_eq!(file_name(&report, "csv"), expected);
    }
}

#[test]
fn no_csv_cell_is_a_formula_or_breaks_the_rows_and_columns() {
    for hostile in HOSTILE {
        for language in Language::ALL {
            let report = report(hostile);
            let of_inputs = (csv(&report, language), report.inputs.len());
            let of_clients = (clients_csv(&report.gateways, language), 1);
            for (table, number) in [of_inputs, of_clients] {
                let rows = rows(table.strip_prefix('\u{FEFF}').expect("a byte order mark"));
                assert_eq!(rows.len(), number + 1, "{hostile:?}");
                for cell in rows.iter().flatten() {
                    assert!(!cell.contains(|c: char| c.is_control()), "{cell:?}");
                    let first = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
                    assert!(!first.starts_with(['=', '+', '-', '@']), "{cell:?}");
                }
                assert!(rows.iter().all(|row| row.len() == rows[0].len()));
            }
        }
    }
}

#[test]
fn the_json_contains_the_same_report_for_all_names() {
    for hostile in HOSTILE {
        let report = report(hostile);
        let written = json(&report);
        assert!(
            !written.contains(is_unsafe_character),
            "{}",
            written.escape_debug()
        );
        let read: Report = serde_json::from_str(&written).expect("JSON");
        assert_eq!(read, report, "{hostile:?}");
    }
}

#[test]
fn the_csv_of_all_fixtures_has_one_row_per_input() {
    let report = support::report(&support::default_options());
    for language in Language::ALL {
        let table = csv(&report, language);
        let rows = rows(table.trim_start_matches('\u{FEFF}'));
        assert_eq!(rows.len(), report.inputs.len() + 1);
        for (row, input) in rows.iter().skip(1).zip(&report.inputs) {
            assert_eq!(row[3], input.rule.code());
        }
    }
}

/// Parses CSV according to RFC 4180.
fn rows(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut characters = table.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(
        !quoted && cell.is_empty() && row.is_empty(),
        "a row is cut off"
    );
    rows
}
