//! The short words of the page: buttons, headings, column names.

use crate::Language;

/// A short text of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// The product's name.
    Title,
}

impl Label {
    /// The text in a language.
    pub fn text(self, language: Language) -> &'static str {
        match (self, language) {
            (Label::Title, Language::Ja) => "P2S 証明書チェック",
            (Label::Title, Language::En) => "P2S certificate check",
        }
    }
}
