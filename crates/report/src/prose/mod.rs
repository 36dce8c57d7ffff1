//! The prose of the page as static HTML, generated at build time: background, questions and the check by hand.
//!
//! WebAssembly doesn't contain this module: the page finds the HTML in its document and annotates it. The page depends on
//! the attributes that `html` and the other modules write: `data-section` and `lang` on each article, `data-row`,
//! `data-start` and `data-end` on the windows, `data-when`, `data-mount`, `data-copy`.
//!
//! The texts are Markdown files, one per section and language (`words/en/pages/windows.md`), and dates and numbers are in
//! the notices. A text has placeholders such as `{completed}`, which `fill` replaces. `markdown` renders the files and
//! describes what they can contain. A section without a file in a language doesn't compile.

mod calendar;
#[cfg(test)]
mod calendar_tests;
mod checklist;
mod error;
mod error_codes;
mod facts;
mod fill;
mod html;
mod inline;
mod markdown;
#[cfg(test)]
mod markdown_tests;
mod picture;
mod template;
mod windows;

pub use error::ProseError;
pub use facts::{FACTS, Fact};
pub use template::{Version, fill_lines, fill_page};

use crate::Language;

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

            /// Returns the section of an identifier.
            fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|topic| topic.id() == id)
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

/// Returns all prose as HTML in all languages, in their order.
///
/// # Errors
///
/// The error names the file and what is wrong with it.
pub fn prose_html() -> Result<String, ProseError> {
    let mut html = String::new();
    for language in Language::ALL {
        let sections = Topic::ALL
            .iter()
            .map(|topic| markdown::section(*topic, language))
            .collect::<Result<Vec<_>, _>>()?;
        for section in &sections {
            html::article(&mut html, section, language);
            if section.topic == Topic::Now {
                html::contents(&mut html, &sections, language);
            }
        }
    }
    Ok(html)
}
