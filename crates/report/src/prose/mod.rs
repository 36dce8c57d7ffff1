//! The prose of the page as static HTML, generated at build time: background, questions and the check by hand.
//!
//! WebAssembly doesn't contain this module: the page finds the HTML in its document and annotates it. The page depends on
//! the attributes that `html` and the other modules write: `data-page` and `lang` on each page, `data-section` and `lang` on
//! each article, `data-row`, `data-start` and `data-end` on the windows, `data-when`, `data-mount`, `data-copy`.
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

use crate::{Language, Message};

macro_rules! topics {
    ($($(#[$doc:meta])* $name:ident($page:ident) = $id:literal;)*) => {
        /// A section of the prose.
        ///
        /// The identifier is part of the section's address (`#/maintenance/windows`) and must not change. A section can move
        /// to another page: the page finds it by its identifier alone.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Topic { $($(#[$doc])* $name,)* }

        impl Topic {
            /// All sections, page by page, in the order of the page.
            pub const ALL: &'static [Topic] = &[$(Topic::$name,)*];

            /// Returns the identifier.
            pub fn id(self) -> &'static str {
                match self { $(Topic::$name => $id,)* }
            }

            /// Returns the section of an identifier.
            fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|topic| topic.id() == id)
            }

            /// Returns the page that contains the section.
            pub fn page(self) -> Page {
                match self { $(Topic::$name => Page::$page,)* }
            }

            /// Returns true for the sections that are readable even if no script of the page runs: what the page is, and the
            /// check by hand. What happens to files isn't among them, because without the scripts none is read.
            pub(crate) fn is_always_readable(self) -> bool {
                matches!(self, Topic::What | Topic::ByHand | Topic::ByHandLimits)
            }

            /// Returns true for the sections that are listed as questions.
            pub(crate) fn is_question(self) -> bool {
                self.id().starts_with("q-")
            }
        }
    };
}

topics! {
    /// The question that the page answers.
    What(About) = "what";
    /// Why the page sends nothing.
    Private(About) = "private";
    /// The sources.
    Sources(About) = "sources";
    /// The migration of 2026.
    Rotation(Migration) = "rotation";
    /// How to get the package.
    GetPackage(Migration) = "get-package";
    /// How to reinstall clients.
    Reinstall(Migration) = "reinstall";
    /// The printable list of clients.
    Checklist(Migration) = "checklist";
    /// The support request.
    Request(Migration) = "request";
    /// The error codes that clients show.
    ErrorCodes(Migration) = "error-codes";
    /// The roots, and what is known about each.
    Roots(Migration) = "roots";
    /// How packages have changed over the years.
    Packages(Migration) = "packages";
    /// Question: a package without the `Generic` folder.
    NoGeneric(Migration) = "q-no-generic";
    /// Question: which certificate the gateway presents now.
    PresentsNow(Migration) = "q-presents-now";
    /// Question: the sovereign clouds.
    Sovereign(Migration) = "q-sovereign-clouds";
    /// The stage of the maintenance at the moment of the answers.
    Now(Maintenance) = "now";
    /// The gateway's server certificate and its renewal.
    Background(Maintenance) = "background";
    /// The three gateway types of the notice.
    Types(Maintenance) = "types";
    /// The maintenance and its windows.
    Windows(Maintenance) = "windows";
    /// What to do about an affected gateway.
    Affected(Maintenance) = "affected";
    /// The check by hand.
    ByHand(Maintenance) = "by-hand";
    /// The limits of the check by hand.
    ByHandLimits(Maintenance) = "by-hand-limits";
    /// Where to find a gateway's creation date.
    CreationDate(Maintenance) = "creation-date";
    /// Question: whether a narrower time can be chosen.
    NarrowerTime(Maintenance) = "q-narrower-time";
    /// Question: whether the customer's own certificates are affected.
    OwnCertificates(Maintenance) = "q-own-certificates";
    /// Question: whether App Service was affected.
    AppService(Maintenance) = "q-app-service";
    /// Question: whether point-to-site is in use.
    InUse(Maintenance) = "q-in-use";
}

/// A page of the prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// `#/about`
    About,
    /// `#/migration`: the root certificate migration of 2026.
    Migration,
    /// `#/maintenance`: the maintenance of 2019.
    Maintenance,
}

impl Page {
    /// All pages, in the order in which they are read without JavaScript.
    const ALL: [Page; 3] = [Page::About, Page::Migration, Page::Maintenance];

    /// Returns the name of the page in addresses.
    pub fn path(self) -> &'static str {
        match self {
            Page::About => "about",
            Page::Migration => "migration",
            Page::Maintenance => "maintenance",
        }
    }

    /// Returns the heading.
    fn heading(self) -> Message {
        match self {
            Page::About => Message::About,
            Page::Migration => Message::Migration,
            Page::Maintenance => Message::Maintenance,
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
        for page in Page::ALL {
            html::page(&mut html, page, &sections, language);
        }
    }
    Ok(html)
}
