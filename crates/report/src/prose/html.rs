//! Sections and blocks as HTML.

use super::{Block, Made, Page, Topic, When, checklist, error_codes, fill, picture, windows};
use crate::Language;
use std::fmt::Write as _;

/// The address of a section, without `#`. The English one is told apart so that it can be jumped to without
/// JavaScript, where both languages are shown; the page takes either for the section in its own language.
pub(super) fn address(topic: Topic, language: Language) -> String {
    let page = topic.page().address();
    match language {
        Language::Ja => format!("/{page}/{}", topic.id()),
        Language::En => format!("/{page}/en/{}", topic.id()),
    }
}

/// The list of the sections of the maintenance's page.
pub(super) fn contents(html: &mut String, language: Language) {
    let (title, questions) = match language {
        Language::Ja => (crate::ja::prose::CONTENTS, crate::ja::prose::QUESTIONS),
        Language::En => (crate::en::prose::CONTENTS, crate::en::prose::QUESTIONS),
    };
    let tag = language.tag();
    let list = |page: Page| -> String {
        let topics = Topic::ALL.iter().filter(|topic| topic.page() == page);
        topics
            .map(|topic| {
                let heading = inline(super::section(*topic, language).heading, language);
                format!(
                    "<li><a href=\"#{}\">{heading}</a></li>",
                    address(*topic, language)
                )
            })
            .collect()
    };
    let _ = writeln!(
        html,
        "<nav class=\"contents\" data-section=\"contents\" lang=\"{tag}\" aria-label=\"{title}\">\
         <p>{title}</p><ul>{}</ul><p>{questions}</p><ul>{}</ul></nav>",
        list(Page::Maintenance),
        list(Page::Questions)
    );
}

/// One section.
pub(super) fn section(html: &mut String, topic: Topic, language: Language) {
    let section = super::section(topic, language);
    let (tag, id) = (language.tag(), topic.id());
    let _ = writeln!(
        html,
        "<article class=\"prose\" id=\"{}\" data-section=\"{id}\" lang=\"{tag}\" tabindex=\"-1\">",
        address(topic, language)
    );
    let _ = writeln!(html, "<h2>{}</h2>", inline(section.heading, language));
    blocks(html, section.blocks, language);
    html.push_str("</article>\n");
}

fn blocks(html: &mut String, blocks: &[Block], language: Language) {
    let inline = |text: &str| inline(text, language);
    let list = |items: &[&str]| -> String {
        let items = items
            .iter()
            .map(|item| format!("<li>{}</li>", inline(item)));
        items.collect()
    };
    for block in blocks {
        let _ = match block {
            Block::Heading(text) => writeln!(html, "<h3>{}</h3>", inline(text)),
            Block::Paragraph(text) => writeln!(html, "<p>{}</p>", inline(text)),
            Block::Inference(text) => writeln!(
                html,
                "<p class=\"inference\"><b>{}</b> {}</p>",
                inference(language),
                inline(text)
            ),
            Block::Steps(items) => writeln!(html, "<ol>{}</ol>", list(items)),
            Block::Points(items) => writeln!(html, "<ul>{}</ul>", list(items)),
            Block::Commands(title, text) => commands(html, title, text, language),
            Block::Table(head, rows) => table(html, head, rows, language),
            Block::When(when, inner) => {
                let _ = writeln!(html, "<div class=\"when\" data-when=\"{}\">", stage(*when));
                self::blocks(html, inner, language);
                writeln!(html, "</div>")
            }
            Block::Made(made) => {
                self::made(html, *made, language);
                Ok(())
            }
        };
    }
}

fn made(html: &mut String, made: Made, language: Language) {
    match made {
        Made::Windows => windows::table(html, language),
        Made::Life => picture::life(html, language),
        Made::Weeks => picture::weeks(html, language),
        Made::ErrorCodes => error_codes::table(html, language),
        Made::Checklist => checklist::table(html, language),
        Made::Mount(name) => {
            let _ = writeln!(html, "<div data-mount=\"{name}\"></div>");
        }
    }
}

fn stage(when: When) -> &'static str {
    match when {
        When::Before => "upcoming",
        When::During => "under-way",
        When::Past => "past",
    }
}

fn inference(language: Language) -> &'static str {
    match language {
        Language::Ja => crate::ja::prose::INFERENCE,
        Language::En => crate::en::prose::INFERENCE,
    }
}

/// Commands with their control; the control is shown only where it works.
fn commands(html: &mut String, title: &str, text: &str, language: Language) -> std::fmt::Result {
    let copy = crate::Label::Copy.text(language);
    writeln!(
        html,
        "<figure class=\"commands\"><figcaption>{}<button type=\"button\" class=\"copy\" data-copy>{copy}</button></figcaption>\
         <pre lang=\"en\" translate=\"no\" tabindex=\"0\"><code>{}</code></pre></figure>",
        inline(title, language),
        escape(text)
    )
}

fn table(
    html: &mut String,
    head: &[&str],
    rows: &[&[&str]],
    language: Language,
) -> std::fmt::Result {
    let heads: Vec<String> = head.iter().map(|cell| inline(cell, language)).collect();
    let head: String = heads
        .iter()
        .map(|cell| format!("<th scope=\"col\">{cell}</th>"))
        .collect();
    let _ = writeln!(
        html,
        "<table class=\"words\"><thead><tr>{head}</tr></thead><tbody>"
    );
    for row in rows {
        html.push_str("<tr>");
        for (cell, head) in row.iter().zip(&heads) {
            let _ = write!(
                html,
                "<td data-head=\"{}\">{}</td>",
                plain(head),
                inline(cell, language)
            );
        }
        html.push_str("</tr>\n");
    }
    writeln!(html, "</tbody></table>")
}

/// A heading without its marks, for an attribute.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

/// For HTML, in text and in quoted attributes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Filled, escaped, with code and links.
pub(super) fn inline(text: &str, language: Language) -> String {
    let escaped = escape(&crate::unbroken(&fill::fill(text, language)));
    let mut html = String::new();
    for (index, piece) in escaped.split('`').enumerate() {
        if index % 2 == 1 {
            let _ = write!(html, "<code translate=\"no\">{piece}</code>");
        } else {
            links(&mut html, piece, language);
        }
    }
    html
}

/// `[words](target)`.
fn links(html: &mut String, mut text: &str, language: Language) {
    while let Some((before, after)) = text.split_once("](") {
        let (Some((lead, words)), Some((target, rest))) =
            (before.rsplit_once('['), after.split_once(')'))
        else {
            break;
        };
        html.push_str(lead);
        let topic = Topic::ALL
            .iter()
            .find(|topic| target.strip_prefix('#') == Some(topic.id()));
        let _ = match topic {
            Some(topic) => write!(
                html,
                "<a href=\"#{}\">{words}</a>",
                address(*topic, language)
            ),
            None => write!(html, "<a href=\"{target}\" rel=\"noreferrer\">{words}</a>"),
        };
        text = rest;
    }
    html.push_str(text);
}
