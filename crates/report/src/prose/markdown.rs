//! Renders the Markdown of the page's texts as HTML.
//!
//! A section is a file that begins with its heading (`# …`). After it come subheadings (`## …`), paragraphs, lists without
//! blank lines between their items, and tables. A text can contain code, strong text and links. The page has no style for
//! anything else, such as images or HTML, so it is an error. So is a line break inside a paragraph, which would become a
//! blank between Japanese characters.
//!
//! The page also needs what Markdown doesn't have:
//!
//! | Markdown | HTML |
//! | --- | --- |
//! | `{completed}`, not in a code block | a value of the notices |
//! | `[words](windows.md)` | a link to a section of the page |
//! | a paragraph that begins with `{inference}` | a paragraph with the label of an inference |
//! | the paragraph `{draw: windows}` | a table or a diagram that code draws |
//! | the paragraph `{control: request}` | an empty element in which the page mounts this control |
//! | a block quote that begins with the paragraph `{while: past}` | blocks that the page shows only at this stage |
//! | a paragraph of strong text, and a fenced code block | a caption, and commands to copy |

use super::inline::{Events, events, filled, inline_html, unsupported};
use super::{ProseError, Topic, checklist, error_codes, html, picture, windows};
use crate::{Language, Message, words};
use p2s_verdict::notices::Stage;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};
use std::fmt::Write as _;

/// A rendered section.
pub(super) struct Section {
    pub(super) topic: Topic,
    /// The heading as HTML, without an element around it.
    pub(super) heading: String,
    /// The blocks after the heading as HTML.
    pub(super) body: String,
}

/// Renders a section. The error names its file.
pub(super) fn section(topic: Topic, language: Language) -> Result<Section, ProseError> {
    let (file, text) = words::page(language, topic.id())
        .ok_or_else(|| ProseError::new(format!("no file is about {}", topic.id())))?;
    let (heading, body) =
        document(text, language).map_err(|error| error.at(&format!("words/{file}")))?;
    Ok(Section {
        topic,
        heading,
        body,
    })
}

/// Renders a file. Returns the heading and the blocks after it.
pub(super) fn document(markdown: &str, language: Language) -> Result<(String, String), ProseError> {
    let mut renderer = Renderer {
        events: events(markdown)?,
        language,
        html: String::new(),
    };
    let heading = match renderer.events.next() {
        Some(Event::Start(Tag::Heading {
            level: HeadingLevel::H1,
            ..
        })) => renderer.inline(TagEnd::Heading(HeadingLevel::H1))?,
        _ => {
            return Err(ProseError::new(
                "the file must begin with its heading (# …)",
            ));
        }
    };
    renderer.blocks()?;
    Ok((heading, renderer.html))
}

/// Renders blocks. Start and end events are balanced, so an end event that no function expects ends the enclosing block.
struct Renderer<'a> {
    events: Events<'a>,
    language: Language,
    html: String,
}

impl<'a> Renderer<'a> {
    /// Renders all blocks up to the end of the file or of the enclosing block.
    fn blocks(&mut self) -> Result<(), ProseError> {
        while let Some(event) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Heading {
                    level: HeadingLevel::H2,
                    ..
                }) => {
                    let heading = self.inline(TagEnd::Heading(HeadingLevel::H2))?;
                    let _ = writeln!(self.html, "<h3>{heading}</h3>");
                }
                Event::Start(Tag::Paragraph) => self.paragraph()?,
                Event::Start(Tag::List(None)) => self.list("ul")?,
                Event::Start(Tag::List(Some(1))) => self.list("ol")?,
                Event::Start(Tag::Table(_)) => {
                    let rows =
                        self.parts(|row| row.parts(|cell| cell.inline(TagEnd::TableCell)))?;
                    html::table(&mut self.html, &rows);
                }
                Event::Start(Tag::BlockQuote(_)) => self.at_stage()?,
                other => return Err(unsupported(&other)),
            }
        }
        Ok(())
    }

    fn paragraph(&mut self) -> Result<(), ProseError> {
        let events = self.until(TagEnd::Paragraph);
        match events.as_slice() {
            [Event::Text(text)] if text.starts_with("{draw: ") => self.draw(text)?,
            [Event::Text(text)] if text.starts_with("{control: ") => self.control(text)?,
            [Event::Text(text), rest @ ..] if text.starts_with(INFERENCE) => {
                let text = text.strip_prefix(INFERENCE).unwrap_or(text).trim_start();
                let _ = writeln!(
                    self.html,
                    "<p class=\"inference\"><b>{}</b> {}{}</p>",
                    Message::Inference.text(self.language),
                    filled(text, self.language)?,
                    inline_html(rest, self.language)?
                );
            }
            [
                Event::Start(Tag::Strong),
                caption @ ..,
                Event::End(TagEnd::Strong),
            ] if !caption.contains(&Event::End(TagEnd::Strong)) => self.commands(caption)?,
            text => {
                let text = inline_html(text, self.language)?;
                let _ = writeln!(self.html, "<p>{text}</p>");
            }
        }
        Ok(())
    }

    fn draw(&mut self, directive: &str) -> Result<(), ProseError> {
        let (html, language) = (&mut self.html, self.language);
        match directive {
            "{draw: windows}" => windows::table(html, language),
            "{draw: lifetime}" => picture::lifetime(html, language),
            "{draw: weeks}" => picture::weeks(html, language),
            "{draw: error-codes}" => error_codes::table(html, language)?,
            "{draw: checklist}" => checklist::table(html, language),
            _ => return Err(ProseError::new(format!("no code draws {directive}"))),
        }
        Ok(())
    }

    fn control(&mut self, directive: &str) -> Result<(), ProseError> {
        let name = match directive {
            "{control: request}" => "request",
            "{control: error-code}" => "error-code",
            _ => return Err(ProseError::new(format!("the page mounts no {directive}"))),
        };
        let _ = writeln!(self.html, "<div data-mount=\"{name}\"></div>");
        Ok(())
    }

    /// Renders the code block after its caption.
    fn commands(&mut self, caption: &[Event<'_>]) -> Result<(), ProseError> {
        let caption = inline_html(caption, self.language)?;
        match [self.events.next(), self.events.next(), self.events.next()] {
            [
                Some(Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_)))),
                Some(Event::Text(code)),
                Some(Event::End(TagEnd::CodeBlock)),
            ] => {
                let code = code.strip_suffix('\n').unwrap_or(&code);
                html::commands(&mut self.html, &caption, code, self.language);
                Ok(())
            }
            _ => Err(ProseError::new(format!(
                "no fenced code block with commands follows **{caption}**"
            ))),
        }
    }

    fn list(&mut self, element: &str) -> Result<(), ProseError> {
        let items = self.parts(|item| item.inline(TagEnd::Item))?;
        let items: String = items
            .iter()
            .map(|item| format!("<li>{item}</li>"))
            .collect();
        let _ = writeln!(self.html, "<{element}>{items}</{element}>");
        Ok(())
    }

    /// Renders the blocks of a block quote, which the page shows at one stage of the maintenance.
    fn at_stage(&mut self) -> Result<(), ProseError> {
        let stages = [Stage::Upcoming, Stage::UnderWay, Stage::Past];
        let stage = match [self.events.next(), self.events.next(), self.events.next()] {
            [
                Some(Event::Start(Tag::Paragraph)),
                Some(Event::Text(text)),
                Some(Event::End(TagEnd::Paragraph)),
            ] => stages
                .iter()
                .find(|stage| *text == format!("{{while: {}}}", stage.code())),
            _ => None,
        };
        let Some(stage) = stage else {
            return Err(ProseError::new(
                "a block quote must begin with a paragraph {while: upcoming}, {while: under-way} or {while: past}",
            ));
        };
        let _ = writeln!(
            self.html,
            "<div class=\"when\" data-when=\"{}\">",
            stage.code()
        );
        self.blocks()?;
        self.html.push_str("</div>\n");
        Ok(())
    }

    /// Renders the text of the block that has just begun.
    fn inline(&mut self, end: TagEnd) -> Result<String, ProseError> {
        inline_html(&self.until(end), self.language)
    }

    /// Returns the events of the block that has just begun.
    fn until(&mut self, end: TagEnd) -> Vec<Event<'a>> {
        self.events
            .by_ref()
            .take_while(|event| *event != Event::End(end))
            .collect()
    }

    /// Renders each part of the block that has just begun: items, rows or cells.
    fn parts<T>(
        &mut self,
        render: impl Fn(&mut Self) -> Result<T, ProseError>,
    ) -> Result<Vec<T>, ProseError> {
        let mut parts = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            parts.push(render(self)?);
        }
        Ok(parts)
    }
}

/// The beginning of a paragraph that is a conclusion of ours.
const INFERENCE: &str = "{inference}";
