//! The words of all languages, compiled from the folder `words` by the build script.
//!
//! [`Message`] lists all messages. A message with variables also has a struct of its name, whose fields are the values
//! of the variables, so that a missing or a superfluous one doesn't compile.

use crate::interpolate::interpolate;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Language {
    /// Returns the language tag (BCP 47).
    pub fn tag(self) -> &'static str {
        TAGS.get(self as usize).copied().unwrap_or_default()
    }

    /// Returns the name of the language in the language itself.
    pub fn name(self) -> &'static str {
        Message::LanguageName.text(self)
    }

    /// Returns the language that follows in the page's order; the first one follows the last one.
    pub fn next(self) -> Self {
        let mut languages = Self::ALL.into_iter().cycle();
        let found = languages.find(|one| *one == self);
        found.and_then(|_| languages.next()).unwrap_or(self)
    }

    /// Returns the language with a tag. If there is none, it returns the one of the tag's primary language: `ja-JP` gives
    /// Japanese.
    ///
    /// Tags of operating systems such as `ja_JP.UTF-8` are understood. Returns `None` for other languages.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.split('.').next().unwrap_or(tag).replace('_', "-");
        let find = |tag: &str| {
            let mut languages = Self::ALL.into_iter();
            languages.find(|language| tag.eq_ignore_ascii_case(language.tag()))
        };
        find(&tag).or_else(|| find(tag.split('-').next().unwrap_or(&tag)))
    }
}

impl Message {
    /// Returns the text of a message without variables.
    pub fn text(self, language: Language) -> &'static str {
        let text = texts(language).get(self as usize).copied();
        text.unwrap_or_default()
    }

    /// Returns the text of a message with the values of its variables, in alphabetical order of their names.
    pub(crate) fn interpolate(self, language: Language, values: &[&str]) -> String {
        interpolate(self.text(language), values)
    }
}

/// Returns all texts of a language, in the order of the messages.
///
/// They are one string, so that they have no addresses in the page's module, which are as large as short texts.
fn texts(language: Language) -> &'static [&'static str] {
    static TABLES: [OnceLock<Vec<&str>>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    let texts = TEXTS.get(language as usize).copied().unwrap_or_default();
    let table = TABLES.get(language as usize);
    table.map_or(&[], |table| {
        table.get_or_init(|| texts.split(TEXT_END).collect())
    })
}

/// Returns the message whose identifier consists of these pieces, for constants.
///
/// # Panics
///
/// Panics at compile time, with the code, if there is no such message.
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "evaluated at compile time, where a panic is an error"
)]
pub(crate) const fn message_of(prefix: &str, code: &str, suffix: &str) -> Message {
    let mut index = 0;
    while index < IDS.len() {
        let (id, message) = IDS[index];
        if is_joined(id.as_bytes(), [prefix, code, suffix]) {
            return message;
        }
        index += 1;
    }
    panic!("{}", code)
}

#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "evaluated at compile time, where a panic is an error"
)]
const fn is_joined(id: &[u8], pieces: [&str; 3]) -> bool {
    if id.len() != pieces[0].len() + pieces[1].len() + pieces[2].len() {
        return false;
    }
    let (mut at, mut index) = (0, 0);
    while index < pieces.len() {
        let piece = pieces[index].as_bytes();
        let mut offset = 0;
        while offset < piece.len() {
            if id[at] != piece[offset] {
                return false;
            }
            (at, offset) = (at + 1, offset + 1);
        }
        index += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_gives_its_language_or_that_of_its_primary_language() {
        for (tag, expected) in [
            ("ja", Some(Language::Ja)),
            ("JA-jp", Some(Language::Ja)),
            ("ja_JP.UTF-8", Some(Language::Ja)),
            ("en-GB", Some(Language::En)),
            ("xx", None),
            ("C", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), expected, "{tag}");
        }
    }

    #[test]
    fn the_languages_follow_each_other() {
        let mut language = Language::ALL[0];
        for expected in Language::ALL {
            assert_eq!(language, expected);
            language = language.next();
        }
        assert_eq!(language, Language::ALL[0]);
    }

    #[test]
    fn every_text_differs_between_the_languages_or_has_no_words() {
        let names = [
            "model-resource-manager",
            "model-virtual-wan",
            "sign-in-entra-id",
            "tunnel-ikev2",
            "tunnel-openvpn",
            "tunnel-sstp",
        ];
        let has_words = |text: &str| {
            let mut words = text.split(|c: char| !c.is_alphabetic());
            words.any(|word| word.len() > 3)
        };
        for (id, message) in IDS {
            let (ja, en) = (message.text(Language::Ja), message.text(Language::En));
            // Some clients show their messages in English only.
            let is_same = names.contains(id) || id.ends_with(".shown") || !has_words(en);
            assert!(ja != en || is_same, "{id}");
        }
    }
}
