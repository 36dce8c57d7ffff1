//! The prose of the page as static HTML, made at build time: the one home of explainer and check by hand.
//!
//! Element identifiers are stable, for the page's routes: `what`, `private`, `by-hand`, `by-hand-limits`, each with
//! the language behind it (`by-hand-ja`). Japanese stands first.

use crate::Language;
use std::fmt::Write as _;

/// A section of prose.
pub(crate) struct Section {
    /// Identifier without language.
    pub(crate) id: &'static str,
    pub(crate) heading: &'static str,
    pub(crate) blocks: &'static [Block],
}

/// A block of a section. Text between backticks is shown as code.
pub(crate) enum Block {
    Heading(&'static str),
    Paragraph(&'static str),
    Steps(&'static [&'static str]),
    Points(&'static [&'static str]),
}

/// All prose in both languages.
pub fn prose_html() -> String {
    let mut html = String::new();
    for language in Language::ALL {
        let sections = match language {
            Language::Ja => crate::ja::prose::SECTIONS,
            Language::En => crate::en::prose::SECTIONS,
        };
        for section in sections {
            push_section(&mut html, section, language);
        }
    }
    html
}

fn push_section(html: &mut String, section: &Section, language: Language) {
    let tag = language.tag();
    let _ = writeln!(
        html,
        "<article class=\"prose\" id=\"{}-{tag}\" data-section=\"{}\" lang=\"{tag}\">",
        section.id, section.id
    );
    let _ = writeln!(html, "<h2>{}</h2>", inline(section.heading));
    for block in section.blocks {
        let _ = match block {
            Block::Heading(text) => writeln!(html, "<h3>{}</h3>", inline(text)),
            Block::Paragraph(text) => writeln!(html, "<p>{}</p>", inline(text)),
            Block::Steps(items) => writeln!(html, "<ol>{}</ol>", list(items)),
            Block::Points(items) => writeln!(html, "<ul>{}</ul>", list(items)),
        };
    }
    html.push_str("</article>\n");
}

fn list(items: &[&str]) -> String {
    items
        .iter()
        .map(|item| format!("<li>{}</li>", inline(item)))
        .collect()
}

/// Escaped for HTML; every second piece between backticks is code.
fn inline(text: &str) -> String {
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;");
    let mut html = String::new();
    for (index, piece) in escaped.split('`').enumerate() {
        if index % 2 == 1 {
            let _ = write!(html, "<code translate=\"no\">{piece}</code>");
        } else {
            html.push_str(piece);
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_sections() {
        let ids = |sections: &[Section]| {
            sections
                .iter()
                .map(|section| section.id)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            ids(crate::ja::prose::SECTIONS),
            ids(crate::en::prose::SECTIONS)
        );
    }

    #[test]
    fn elements_of_the_package_are_shown_not_parsed() {
        let html = prose_html();
        assert!(html.contains("<code translate=\"no\">&lt;ServerCertsRootCn&gt;</code>"));
        assert!(!html.contains("<ServerCertsRootCn>") && !html.contains('`'));
    }
}
