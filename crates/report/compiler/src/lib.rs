//! Compiles the words of all languages to Rust, for the build script of `p2s-report`.
//!
//! A language is a folder that is named after its tag (BCP 47). Its messages are in `*.ftl` files (Project Fluent
//! syntax), its prose in `pages/*.md`. The file `languages` beside the folders lists the tags in the page's order.
//! English is the source: every other language must have the same messages with the same variables.
//!
//! Nothing of Fluent is there at run time. [`compile`] writes an enum of all messages, a struct for each message with
//! variables, and one table of texts per language; [`encode`] describes the format of a text.

mod catalogue;
mod check;
pub mod encode;
mod error;
pub mod pseudo;
mod rust;

pub use catalogue::{Catalogue, Message, Page};
pub use error::Error;
use std::path::Path;

/// The tag of the language that the others are translated from.
pub const SOURCE_LANGUAGE: &str = "en";

/// Files whose messages only the command line, the build and the tests use. The page's module doesn't contain them.
pub const NOT_IN_MODULE: [&str; 4] = [
    "client-errors.ftl",
    "command-line.ftl",
    "page.ftl",
    "prose.ftl",
];

/// Reads all languages below a folder, in the page's order, and checks them against each other.
///
/// With `with_pseudo_locale`, a pseudo-locale that is made from English follows them ([`pseudo`]).
///
/// # Errors
///
/// Returns an error that names the file, and the line or the message, if a file can't be read or parsed, or if a message,
/// a variable or a page is missing or unknown.
pub fn read(words: &Path, with_pseudo_locale: bool) -> Result<Vec<Catalogue>, Error> {
    let mut catalogues = Vec::new();
    for tag in catalogue::languages(words)? {
        catalogues.push(Catalogue::read(words, &tag)?);
    }
    if with_pseudo_locale {
        catalogues.push(pseudo::catalogue(words)?);
    }
    check::check(&catalogues)?;
    Ok(catalogues)
}

/// Returns the Rust source for the languages. If `is_module` is true, it is for the page's module and has neither the
/// prose nor the messages of [`NOT_IN_MODULE`].
///
/// # Errors
///
/// Returns an error if a text can't be encoded.
pub fn compile(catalogues: &[Catalogue], is_module: bool) -> Result<String, Error> {
    rust::source(catalogues, is_module)
}
