//! Writes sections and blocks as HTML.

use super::markdown::Section;
use super::{Page, Topic};
use crate::{Language, Message};
use std::fmt::Write as _;

/// Returns the address of a section, without `#`.
///
/// Without JavaScript all languages are shown, so each but the first has addresses of its own. The page itself accepts the
/// address of any language and page, and shows the section in its language.
pub(super) fn address(topic: Topic, language: Language) -> String {
    address_of(topic.page(), topic.id(), language)
}

/// Returns the address of what has an identifier of its own on a page, without `#`.
pub(super) fn address_of(page: Page, id: &str, language: Language) -> String {
    let page = page.path();
    if Language::ALL.first() == Some(&language) {
        format!("/{page}/{id}")
    } else {
        format!("/{page}/{}/{id}", language.tag())
    }
}

/// Writes one page in one language: its heading, the list of its sections, and the sections. Questions come last, under a
/// heading of their own.
///
/// Most sections are in `<noscript>` elements, which a browser parses only if scripts are disabled. Otherwise, web/boot.js
/// adds them when they are asked for.
pub(super) fn page(html: &mut String, page: Page, sections: &[Section], language: Language) {
    let of_page = |section: &&Section| section.topic.page() == page;
    let sections: Vec<&Section> = sections.iter().filter(of_page).collect();
    let is_always_readable = |section: &&Section| section.topic.is_always_readable();
    let _ = writeln!(
        html,
        "<section data-page=\"{}\" lang=\"{}\">\n<h1>{}</h1>",
        page.path(),
        language.tag(),
        page.heading().text(language)
    );
    if page != Page::About {
        contents(html, &sections, language);
    }
    let mut is_first_question = true;
    for run in sections.chunk_by(|one, next| is_always_readable(one) == is_always_readable(next)) {
        let is_inert = !run.iter().any(is_always_readable);
        html.push_str(if is_inert { "<noscript>\n" } else { "" });
        for section in run {
            if section.topic.is_question() && std::mem::take(&mut is_first_question) {
                let questions = Message::ContentsQuestions.text(language);
                let _ = writeln!(html, "<h2 class=\"questions\">{questions}</h2>");
            }
            article(html, section, language);
        }
        html.push_str(if is_inert { "</noscript>\n" } else { "" });
    }
    html.push_str("</section>\n");
}

/// Writes the list of the sections of a page, and of the sources, which are on another page.
fn contents(html: &mut String, sections: &[&Section], language: Language) {
    let title = Message::Contents.text(language);
    let questions = Message::ContentsQuestions.text(language);
    let item = |topic: Topic, heading: &str| {
        let address = address(topic, language);
        format!("<li><a href=\"#{address}\">{heading}</a></li>")
    };
    let list = |is_question: bool| -> String {
        let sections = sections.iter();
        let sections = sections.filter(|section| section.topic.is_question() == is_question);
        sections
            .map(|section| item(section.topic, &section.heading))
            .collect()
    };
    let _ = writeln!(
        html,
        "<nav class=\"contents\" aria-label=\"{title}\">\
         <p>{title}</p><ul>{}{}</ul><p>{questions}</p><ul>{}</ul></nav>",
        list(false),
        item(Topic::Sources, Message::Sources.text(language)),
        list(true)
    );
}

/// Writes one section.
fn article(html: &mut String, section: &Section, language: Language) {
    let heading = if section.topic.is_question() {
        "h3"
    } else {
        "h2"
    };
    let _ = writeln!(
        html,
        "<article class=\"prose\" id=\"{}\" data-section=\"{}\" lang=\"{}\" tabindex=\"-1\">\n<{heading}>{}</{heading}>\n{}</article>",
        address(section.topic, language),
        section.topic.id(),
        language.tag(),
        section.heading,
        section.body
    );
}

/// Writes commands below their caption, which is HTML, with a copy button. The style sheet shows the button only if it
/// works.
pub(super) fn commands(html: &mut String, caption: &str, commands: &str, language: Language) {
    let copy = Message::Copy.text(language);
    let _ = writeln!(
        html,
        "<figure class=\"commands\"><figcaption>{caption}<button type=\"button\" class=\"copy\" data-copy>{copy}</button></figcaption>\
         <pre lang=\"en\" translate=\"no\" tabindex=\"0\"><code>{}</code></pre></figure>",
        escape(commands)
    );
}

/// Writes a table of cells, which are HTML. The first row contains the column headings.
pub(super) fn table(html: &mut String, rows: &[Vec<String>]) {
    let Some((heads, rows)) = rows.split_first() else {
        return;
    };
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
        for (cell, head) in row.iter().zip(heads) {
            let head = strip_tags(head);
            let _ = write!(html, "<td data-head=\"{head}\">{cell}</td>");
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody></table>\n");
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
