//! The prose of the page as static HTML, made at build time: the one home of explainer, questions and check by hand.
//!
//! It is not there in WebAssembly at all: the page finds this HTML in its document and annotates it. What the
//! page may count on are the attributes that [`html`] and its neighbours write: `data-section` and `lang` on every
//! article, `data-row`, `data-start` and `data-end` on the windows, `data-when`, `data-mount`, `data-copy`.
//!
//! Words stand in the languages' folders, dates and numbers in the notices' data; a text names them in braces
//! (`{completed}`) and [`fill`] puts them in. A section without words in a language does not compile.

mod calendar;
#[cfg(test)]
mod calendar_tests;
mod checklist;
mod error_codes;
mod facts;
mod fill;
mod html;
mod picture;
mod windows;

pub use facts::{FACTS, Fact};

use crate::Language;
pub(crate) use checklist::ChecklistWords;
pub(crate) use error_codes::{ErrorCode, ErrorWords};
pub(crate) use picture::PictureWords;
pub(crate) use windows::WindowWords;

macro_rules! topics {
    ($($(#[$doc:meta])* $name:ident($page:ident) = $id:literal;)*) => {
        /// A section of the prose. Its identifier is part of its address (`#/maintenance/windows`) and stays.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Topic { $($(#[$doc])* $name,)* }

        impl Topic {
            /// Every section, in the order of the page.
            pub const ALL: &'static [Topic] = &[$(Topic::$name,)*];

            /// Its identifier.
            pub fn id(self) -> &'static str {
                match self { $(Topic::$name => $id,)* }
            }

            pub(crate) fn page(self) -> Page {
                match self { $(Topic::$name => Page::$page,)* }
            }
        }
    };
}

topics! {
    /// What the page answers.
    What(About) = "what";
    /// Why nothing can leave it.
    Private(About) = "private";
    /// Where things stand at the moment of the answers.
    Now(Maintenance) = "now";
    /// The rotation of 2026.
    Rotation(Maintenance) = "rotation";
    /// What a gateway's certificate is, and how it was renewed.
    Background(Maintenance) = "background";
    /// The three types of gateways.
    Types(Maintenance) = "types";
    /// The maintenance and its windows.
    Windows(Maintenance) = "windows";
    /// The support request.
    Request(Maintenance) = "request";
    /// What to do about an affected gateway.
    Affected(Maintenance) = "affected";
    /// How to get the package.
    GetPackage(Maintenance) = "get-package";
    /// How to set clients up again.
    Reinstall(Maintenance) = "reinstall";
    /// A list to tick off.
    Checklist(Maintenance) = "checklist";
    /// The check by hand.
    ByHand(Maintenance) = "by-hand";
    /// What that can't tell.
    ByHandLimits(Maintenance) = "by-hand-limits";
    /// Where a gateway's creation date is found.
    CreationDate(Maintenance) = "creation-date";
    /// Question: a narrower time.
    NarrowerTime(Questions) = "q-narrower-time";
    /// Question: the certificates made by the customer.
    OwnCertificates(Questions) = "q-own-certificates";
    /// Question: whether point-to-site is in use.
    InUse(Questions) = "q-in-use";
    /// Question: a package without the folder Generic.
    NoGeneric(Questions) = "q-no-generic";
    /// Question: what the gateway presents now.
    PresentsNow(Questions) = "q-presents-now";
    /// Question: the sovereign clouds.
    Sovereign(Questions) = "q-sovereign-clouds";
    /// The codes that clients show.
    ErrorCodes(Maintenance) = "error-codes";
    /// Who said what, and where.
    Sources(Maintenance) = "sources";
}

/// Where a section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    /// `#/about`
    About,
    /// `#/maintenance`
    Maintenance,
    /// There too, among the questions.
    Questions,
}

impl Page {
    fn address(self) -> &'static str {
        match self {
            Page::About => "about",
            Page::Maintenance | Page::Questions => "maintenance",
        }
    }
}

/// A section's words. Text in braces is filled from the notices, text between backticks is code, `[words](#id)` is a
/// link to a section and `[words](https://…)` one to elsewhere.
pub(crate) struct Section {
    pub(crate) heading: &'static str,
    pub(crate) blocks: &'static [Block],
}

/// A block of a section.
pub(crate) enum Block {
    Heading(&'static str),
    Paragraph(&'static str),
    /// What we conclude ourselves.
    Inference(&'static str),
    Steps(&'static [&'static str]),
    Points(&'static [&'static str]),
    /// Commands to copy, and what they are for. Nothing in them is filled in.
    Commands(&'static str, &'static str),
    Table(&'static [&'static str], &'static [&'static [&'static str]]),
    /// Only at one stage of the maintenance.
    When(When, &'static [Block]),
    /// Made by code.
    Made(Made),
}

/// The stage of the maintenance at which a block is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Before,
    During,
    Past,
}

/// What is not written but made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Made {
    /// The table of windows, with their calendar files.
    Windows,
    /// The life of a CA, type by type.
    Life,
    /// The weeks of the windows.
    Weeks,
    /// The table of error codes.
    ErrorCodes,
    /// The list of clients.
    Checklist,
    /// Where the page puts a control of its own.
    Mount(&'static str),
}

/// All prose in both languages, Japanese first.
pub fn prose_html() -> String {
    let mut html = String::new();
    for language in Language::ALL {
        for topic in Topic::ALL {
            html::section(&mut html, *topic, language);
            if *topic == Topic::Now {
                html::contents(&mut html, language);
            }
        }
    }
    html
}

/// A section's words in a language.
pub(crate) fn section(topic: Topic, language: Language) -> Section {
    match language {
        Language::Ja => crate::ja::prose::section(topic),
        Language::En => crate::en::prose::section(topic),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    /// The kinds of blocks, so that no language has one that the other lacks.
    fn shape(blocks: &[Block]) -> String {
        let mut shape = String::new();
        for block in blocks {
            let _ = match block {
                Block::Heading(_) => write!(shape, "h "),
                Block::Paragraph(_) => write!(shape, "p "),
                Block::Inference(_) => write!(shape, "inference "),
                Block::Steps(items) => write!(shape, "ol{} ", items.len()),
                Block::Points(items) => write!(shape, "ul{} ", items.len()),
                Block::Commands(_, text) => write!(shape, "pre{} ", text.lines().count()),
                Block::Table(head, rows) => write!(shape, "table{}x{} ", head.len(), rows.len()),
                Block::When(when, inner) => write!(shape, "{when:?}({}) ", self::shape(inner)),
                Block::Made(made) => write!(shape, "{made:?} "),
            };
        }
        shape
    }

    #[test]
    fn both_languages_have_the_same_blocks() {
        for topic in Topic::ALL {
            let [ja, en] = Language::ALL.map(|language| shape(section(*topic, language).blocks));
            assert_eq!(ja, en, "{topic:?}");
        }
    }

    #[test]
    fn no_placeholder_and_no_mark_is_left_and_links_lead_to_sections() {
        let html = prose_html();
        assert!(!html.contains('`') && !html.contains("](") && !html.contains("{}"));
        for (_, rest) in html
            .match_indices("href=\"#/")
            .map(|(at, _)| html.split_at(at + 6))
        {
            let target = rest.split('"').next().unwrap_or_default();
            let id = format!("id=\"{}\"", target.trim_start_matches('#'));
            assert!(html.contains(&id), "{target} leads nowhere");
        }
    }

    /// Every text of the blocks, as it is written.
    fn texts(blocks: &[Block]) -> Vec<&'static str> {
        let mut texts = Vec::new();
        for block in blocks {
            match block {
                Block::Heading(text) | Block::Paragraph(text) | Block::Inference(text) => {
                    texts.push(*text);
                }
                Block::Steps(items) | Block::Points(items) => texts.extend_from_slice(items),
                Block::Commands(title, text) => texts.extend([*title, *text]),
                Block::Table(head, rows) => {
                    texts.extend_from_slice(head);
                    texts.extend(rows.iter().copied().flatten());
                }
                Block::When(_, inner) => texts.extend(self::texts(inner)),
                Block::Made(_) => {}
            }
        }
        texts
    }

    #[test]
    fn years_and_dates_are_not_written_but_filled() {
        for (topic, language) in Topic::ALL
            .iter()
            .flat_map(|topic| Language::ALL.map(|language| (*topic, language)))
        {
            let section = section(topic, language);
            for text in texts(section.blocks).into_iter().chain([section.heading]) {
                let year = text
                    .split(|c: char| !c.is_ascii_digit())
                    .find(|digits| digits.len() == 4 && digits.starts_with("20"));
                assert_eq!(year, None, "{topic:?}: {text}");
            }
        }
    }

    #[test]
    fn elements_of_the_package_are_shown_not_parsed() {
        let html = prose_html();
        assert!(html.contains("<code translate=\"no\">&lt;ServerCertsRootCn&gt;</code>"));
        assert!(!html.contains("<ServerCertsRootCn>"));
    }
}
