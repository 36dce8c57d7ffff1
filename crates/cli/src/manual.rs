//! `--help` and the manual page, from the same sections.

use crate::EXIT_CODES;
use crate::options::OPTIONS;
use p2s_report::{Language, Message};
use std::fmt::Write as _;

/// Command lines with what they do.
const EXAMPLES: [(&str, Message); 5] = [
    ("p2s-check vpn.zip", Message::ExampleFile),
    (
        "p2s-check --format csv --output packages.csv packages",
        Message::ExampleTable,
    ),
    (
        "p2s-check --format markdown vpn.zip",
        Message::ExampleMarkdown,
    ),
    (
        "p2s-check --quiet --fail-on today packages",
        Message::ExampleScript,
    ),
    ("p2s-check --json - < vpn.zip", Message::ExampleInput),
];

/// A list of terms, such as options, with what each means.
struct Section {
    heading: &'static str,
    entries: Vec<(String, &'static str)>,
}

fn sections(language: Language) -> [Section; 3] {
    let entry = |(term, about): (String, Message)| (term, about.text(language));
    let options = OPTIONS.iter();
    let options = options.map(|option| (option.usage(language), option.about));
    let codes = EXIT_CODES.map(|(code, about)| (code.to_string(), about));
    let examples = EXAMPLES.map(|(command, about)| (command.to_owned(), about));
    [
        Section {
            heading: Message::HelpOptions.text(language),
            entries: options.map(entry).collect(),
        },
        Section {
            heading: Message::HelpExitCodes.text(language),
            entries: codes.into_iter().map(entry).collect(),
        },
        Section {
            heading: Message::HelpExamples.text(language),
            entries: examples.into_iter().map(entry).collect(),
        },
    ]
}

/// Returns the text of `--help`.
pub(crate) fn help(language: Language) -> String {
    let text = |message: Message| message.text(language);
    let mut help = format!(
        "p2s-check: {}\n\n{}: p2s-check {}\n\n{}\n",
        text(Message::HelpSummary),
        text(Message::HelpUsage),
        text(Message::HelpArguments),
        text(Message::HelpPaths),
    );
    for Section { heading, entries } in sections(language) {
        let _ = writeln!(help, "\n{heading}:");
        for (term, about) in entries {
            let _ = writeln!(help, "  {term}\n      {about}");
        }
    }
    let _ = writeln!(help, "\n{}", text(Message::HelpNotes));
    help
}

/// Returns the manual page, in roff with the macros of man(7).
pub(crate) fn manual_page(language: Language) -> String {
    let text = |message: Message| roff(message.text(language));
    let mut page = format!(
        ".TH P2S\\-CHECK 1 \"\" \"p2s\\-check {}\"\n.SH NAME\np2s\\-check \\- {}\n.SH SYNOPSIS\n.B p2s\\-check\n{}\n.SH DESCRIPTION\n{}\n",
        roff(env!("CARGO_PKG_VERSION")),
        text(Message::HelpSummary),
        text(Message::HelpArguments),
        text(Message::HelpPaths),
    );
    for Section { heading, entries } in sections(language) {
        let _ = writeln!(page, ".SH \"{}\"", roff(&heading.to_uppercase()));
        for (term, about) in entries {
            let _ = writeln!(page, ".TP\n\\fB{}\\fR\n{}", roff(&term), roff(about));
        }
    }
    let _ = writeln!(page, ".SH NOTES\n{}", text(Message::HelpNotes));
    page
}

/// Escapes a text for roff: a backslash, hyphens, which would become typographic ones, and what begins a request at the start of
/// a line.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    let lines = escaped
        .lines()
        .map(|line| match line.starts_with(['.', '\'']) {
            true => format!("\\&{line}"),
            false => line.to_owned(),
        });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manual_page_has_every_entry_of_the_help() {
        for language in Language::ALL {
            let (help, page) = (help(language), manual_page(language));
            for (term, about) in sections(language).into_iter().flat_map(|one| one.entries) {
                assert!(
                    help.contains(&format!("\n  {term}\n      {about}\n")),
                    "{term}"
                );
                let entry = format!("\n.TP\n\\fB{}\\fR\n{}\n", roff(&term), roff(about));
                assert!(page.contains(&entry), "{term}");
            }
        }
    }

    #[test]
    fn no_line_of_the_help_is_wider_than_a_terminal_of_100_columns() {
        for language in Language::ALL {
            for line in help(language).lines() {
                let columns: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
                assert!(columns <= 100, "{columns}: {line}");
            }
        }
    }

    #[test]
    fn nothing_in_a_text_is_a_request_of_roff() {
        assert_eq!(roff(".SH a\n'b\nc-d\\e"), "\\&.SH a\n\\&'b\nc\\-d\\ee");
    }
}
