//! Renders text inside blocks: placeholders, code, strong text and links.

use super::{ProseError, Topic, fill, html};
use crate::Language;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};
use std::fmt::Write as _;

/// Renders one line of text, without an element around it. The error names the text.
pub(crate) fn inline(markdown: &str, language: Language) -> Result<String, ProseError> {
    let line = || {
        let events: Vec<_> = events(markdown)?.collect();
        match events.as_slice() {
            [
                Event::Start(Tag::Paragraph),
                line @ ..,
                Event::End(TagEnd::Paragraph),
            ] => inline_html(line, language),
            [first, ..] => Err(unsupported(first)),
            [] => Ok(String::new()),
        }
    };
    line().map_err(|error| error.at(&format!("\"{markdown}\"")))
}

/// The events of a document, without consecutive texts.
pub(super) type Events<'a> = TextMergeStream<'a, Parser<'a>>;

/// Parses Markdown. The extensions that aren't supported here are parsed because code forges render them: otherwise they
/// would be text on the page.
pub(super) fn events(markdown: &str) -> Result<Events<'_>, ProseError> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES;
    let parser = Parser::new_ext(markdown, options);
    // The events don't contain the definition of a link, so it would disappear.
    if let Some((label, _)) = parser.reference_definitions().iter().next() {
        return Err(ProseError::new(format!(
            "the definition of a link isn't supported here: [{label}]"
        )));
    }
    Ok(TextMergeStream::new(parser))
}

/// Renders text, code, strong text and links.
pub(super) fn inline_html(events: &[Event<'_>], language: Language) -> Result<String, ProseError> {
    let mut html = String::new();
    for event in events {
        match event {
            Event::Text(text) => html.push_str(&filled(text, language)?),
            Event::Code(code) => {
                let code = filled(code, language)?;
                let _ = write!(html, "<code translate=\"no\">{code}</code>");
            }
            Event::Start(Tag::Strong) => html.push_str("<strong>"),
            Event::End(TagEnd::Strong) => html.push_str("</strong>"),
            Event::Start(Tag::Link {
                link_type: LinkType::Inline,
                dest_url,
                title,
                ..
            }) if title.is_empty() => html.push_str(&link(dest_url, language)?),
            Event::End(TagEnd::Link) => html.push_str("</a>"),
            other => return Err(unsupported(other)),
        }
    }
    Ok(html)
}

/// Returns the start tag of a link.
fn link(target: &str, language: Language) -> Result<String, ProseError> {
    if target == "p2s-check.html" {
        return Ok("<a href=\"p2s-check.html\" download>".to_owned());
    }
    let topic = target.strip_suffix(".md").and_then(Topic::from_id);
    let url = filled(target, language)?;
    match topic {
        Some(topic) => Ok(format!("<a href=\"#{}\">", html::address(topic, language))),
        None if url.starts_with("https://") => Ok(format!("<a href=\"{url}\" rel=\"noreferrer\">")),
        None => Err(ProseError::new(format!(
            "the target of a link is neither the file of a section nor an https address: {target}"
        ))),
    }
}

/// Replaces the placeholders and escapes the text.
pub(super) fn filled(text: &str, language: Language) -> Result<String, ProseError> {
    let filled = fill::fill(text, language);
    if let Some((_, rest)) = filled.split_once('{') {
        let name = rest.split_once('}').map_or(rest, |(name, _)| name);
        return Err(ProseError::new(format!(
            "no value for the placeholder {{{name}}}"
        )));
    }
    Ok(html::escape(&crate::insert_no_break_spaces(&filled)))
}

/// Returns the error for Markdown that the page has no style for.
pub(super) fn unsupported(event: &Event<'_>) -> ProseError {
    let found = match event {
        Event::Html(tag) | Event::InlineHtml(tag) => format!("HTML: {}", tag.trim()),
        Event::Start(Tag::HtmlBlock) => "HTML".to_owned(),
        Event::Start(Tag::Image { dest_url, .. }) => format!("an image: {dest_url}"),
        Event::Start(Tag::CodeBlock(_)) => {
            "a code block without its caption (a paragraph of strong text)".to_owned()
        }
        Event::Start(Tag::Paragraph) => "a blank line between the items of a list".to_owned(),
        Event::SoftBreak | Event::HardBreak => "a line break inside a paragraph".to_owned(),
        other => format!("{other:?}"),
    };
    ProseError::new(format!("not supported here: {found}"))
}
