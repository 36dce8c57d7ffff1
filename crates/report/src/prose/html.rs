//! Writes sections and blocks as HTML.

use super::{Block, Generated, Page, Topic, checklist, error_codes, fill, picture, windows};
use crate::Language;
use std::fmt::Write as _;

/// Returns the address of a section, without `#`.
///
/// Without JavaScript both languages are shown, so the English section has its own address. The page itself accepts
/// either address and shows the section in its language.
pub(super) fn address(topic: Topic, language: Language) -> String {
    let page = topic.page().path();
    match language {
        Language::Ja => format!("/{page}/{}", topic.id()),
        Language::En => format!("/{page}/en/{}", topic.id()),
    }
}

/// Writes the list of the sections of the maintenance page.
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

/// Writes one section.
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
            Block::AtStage(stage, inner) => {
                let _ = writeln!(html, "<div class=\"when\" data-when=\"{}\">", stage.code());
                self::blocks(html, inner, language);
                writeln!(html, "</div>")
            }
            Block::Generated(generated) => {
                self::generated(html, *generated, language);
                Ok(())
            }
        };
    }
}

fn generated(html: &mut String, generated: Generated, language: Language) {
    match generated {
        Generated::Windows => windows::table(html, language),
        Generated::Lifetime => picture::lifetime(html, language),
        Generated::Weeks => picture::weeks(html, language),
        Generated::ErrorCodes => error_codes::table(html, language),
        Generated::Checklist => checklist::table(html, language),
        Generated::Mount(name) => {
            let _ = writeln!(html, "<div data-mount=\"{name}\"></div>");
        }
    }
}

fn inference(language: Language) -> &'static str {
    match language {
        Language::Ja => crate::ja::prose::INFERENCE,
        Language::En => crate::en::prose::INFERENCE,
    }
}

/// Writes commands with a copy button. The style sheet shows the button only if it works.
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
                strip_tags(head),
                inline(cell, language)
            );
        }
        html.push_str("</tr>\n");
    }
    writeln!(html, "</tbody></table>")
}

/// Removes the tags from a heading, for use in an attribute.
fn strip_tags(html: &str) -> String {
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

/// Escapes text for HTML content and quoted attributes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Fills and escapes a text, then adds code and links.
pub(super) fn inline(text: &str, language: Language) -> String {
    let escaped = escape(&crate::insert_no_break_spaces(&fill::fill(text, language)));
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

/// Appends a text in which each `[words](target)` becomes a link.
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
