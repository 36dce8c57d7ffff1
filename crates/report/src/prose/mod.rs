//! The prose of the page as static HTML, generated at build time: background, questions and the check by hand.
//!
//! WebAssembly doesn't contain this module: the page finds the HTML in its document and annotates it. The page depends on
//! the attributes that `html` and the other modules write: `data-section` and `lang` on each article, `data-row`,
//! `data-start` and `data-end` on the windows, `data-when`, `data-mount`, `data-copy`.
//!
//! The texts are in the modules of the languages, dates and numbers in the notices. A text has placeholders such as
//! `{completed}`, which `fill` replaces. A section without a text in a language doesn't compile.

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
use p2s_verdict::notices::Stage;
pub(crate) use picture::PictureWords;
pub(crate) use windows::WindowWords;

macro_rules! topics {
    ($($(#[$doc:meta])* $name:ident($page:ident) = $id:literal;)*) => {
        /// A section of the prose.
        ///
        /// The identifier is part of the section's address (`#/maintenance/windows`) and must not change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Topic { $($(#[$doc])* $name,)* }

        impl Topic {
            /// All sections, in the order of the page.
            pub const ALL: &'static [Topic] = &[$(Topic::$name,)*];

            /// Returns the identifier.
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
    /// The question that the page answers.
    What(About) = "what";
    /// Why the page sends nothing.
    Private(About) = "private";
    /// The stage of the maintenance at the moment of the answers.
    Now(Maintenance) = "now";
    /// The rotation of 2026.
    Rotation(Maintenance) = "rotation";
    /// The gateway's server certificate and its renewal.
    Background(Maintenance) = "background";
    /// The three gateway types of the notice.
    Types(Maintenance) = "types";
    /// The maintenance and its windows.
    Windows(Maintenance) = "windows";
    /// The support request.
    Request(Maintenance) = "request";
    /// What to do about an affected gateway.
    Affected(Maintenance) = "affected";
    /// How to get the package.
    GetPackage(Maintenance) = "get-package";
    /// How to reinstall clients.
    Reinstall(Maintenance) = "reinstall";
    /// The printable list of clients.
    Checklist(Maintenance) = "checklist";
    /// The check by hand.
    ByHand(Maintenance) = "by-hand";
    /// The limits of the check by hand.
    ByHandLimits(Maintenance) = "by-hand-limits";
    /// Where to find a gateway's creation date.
    CreationDate(Maintenance) = "creation-date";
    /// Question: whether a narrower time can be chosen.
    NarrowerTime(Questions) = "q-narrower-time";
    /// Question: whether the customer's own certificates are affected.
    OwnCertificates(Questions) = "q-own-certificates";
    /// Question: whether point-to-site is in use.
    InUse(Questions) = "q-in-use";
    /// Question: a package without the `Generic` folder.
    NoGeneric(Questions) = "q-no-generic";
    /// Question: which certificate the gateway presents now.
    PresentsNow(Questions) = "q-presents-now";
    /// Question: the sovereign clouds.
    Sovereign(Questions) = "q-sovereign-clouds";
    /// The error codes that clients show.
    ErrorCodes(Maintenance) = "error-codes";
    /// The sources.
    Sources(Maintenance) = "sources";
}

/// The page that contains a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    /// `#/about`
    About,
    /// `#/maintenance`
    Maintenance,
    /// `#/maintenance`, among the questions.
    Questions,
}

impl Page {
    fn path(self) -> &'static str {
        match self {
            Page::About => "about",
            Page::Maintenance | Page::Questions => "maintenance",
        }
    }
}

/// The text of a section in one language.
///
/// Text in braces is a placeholder for a value of the notices, text between backticks is code, `[words](#id)` is a link
/// to a section, and `[words](https://…)` an external link.
pub(crate) struct Section {
    pub(crate) heading: &'static str,
    pub(crate) blocks: &'static [Block],
}

/// A block of a section.
pub(crate) enum Block {
    Heading(&'static str),
    Paragraph(&'static str),
    /// A conclusion of ours, labelled as such.
    Inference(&'static str),
    Steps(&'static [&'static str]),
    Points(&'static [&'static str]),
    /// The purpose of commands, and the commands to copy. They have no placeholders.
    Commands(&'static str, &'static str),
    Table(&'static [&'static str], &'static [&'static [&'static str]]),
    /// Blocks that the page shows only at one stage of the maintenance.
    AtStage(Stage, &'static [Block]),
    /// A block that code generates.
    Generated(Generated),
}

/// A generated block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Generated {
    /// The table of windows with their calendar files.
    Windows,
    /// The diagram of the lifetime of a CA for each gateway type.
    Lifetime,
    /// The diagram of the weeks of the windows.
    Weeks,
    /// The table of error codes.
    ErrorCodes,
    /// The list of clients.
    Checklist,
    /// An empty element in which the page mounts a control of this name.
    Mount(&'static str),
}

/// Returns all prose as HTML in both languages, Japanese first.
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

/// Returns a section in a language.
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

    /// Returns the kinds of blocks, so that both languages can be compared.
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
                Block::AtStage(stage, inner) => write!(shape, "{stage:?}({}) ", self::shape(inner)),
                Block::Generated(generated) => write!(shape, "{generated:?} "),
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
    fn no_placeholder_or_markup_is_left_and_internal_links_have_targets() {
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

    /// Returns all texts of the blocks with their placeholders.
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
                Block::AtStage(_, inner) => texts.extend(self::texts(inner)),
                Block::Generated(_) => {}
            }
        }
        texts
    }

    #[test]
    fn texts_contain_placeholders_instead_of_years() {
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
    fn xml_elements_of_the_package_are_escaped() {
        let html = prose_html();
        assert!(html.contains("<code translate=\"no\">&lt;ServerCertsRootCn&gt;</code>"));
        assert!(!html.contains("<ServerCertsRootCn>"));
    }
}
