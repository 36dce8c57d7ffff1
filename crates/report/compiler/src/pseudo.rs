//! The pseudo-locale `en-XA`: English with accents and about a third longer, for tests only.
//!
//! Text that shows without accents in it doesn't come from the files of words, and text that is cut off has no room for
//! a translation.

use crate::encode::{Pattern, Piece};
use crate::{Catalogue, Error, Page, SOURCE_LANGUAGE};
use std::path::Path;

/// The tag of the pseudo-locale. Unicode reserves `XA` for this use (CLDR, "Pseudo-locales").
pub const TAG: &str = "en-XA";

/// How the comment of a message begins that is a code and not a text.
const CODE_COMMENT: &str = "Not a text";

/// Returns the pseudo-locale, made from English.
pub(crate) fn catalogue(words: &Path) -> Result<Catalogue, Error> {
    let mut catalogue = Catalogue::read(words, SOURCE_LANGUAGE)?;
    TAG.clone_into(&mut catalogue.tag);
    for message in catalogue.messages.values_mut() {
        if !message.comment.starts_with(CODE_COMMENT) {
            message.pattern = accented_pattern(&message.pattern);
        }
    }
    for page in catalogue.pages.values_mut() {
        *page = Page {
            file: page.file.replace(SOURCE_LANGUAGE, TAG),
            text: accented(&page.text),
        };
    }
    Ok(catalogue)
}

fn accented_pattern(pattern: &Pattern) -> Pattern {
    let pieces = pattern.0.iter().map(|piece| match piece {
        Piece::Text(text) => Piece::Text(accented(text)),
        Piece::Variable(name) => Piece::Variable(name.clone()),
        Piece::Select {
            variable,
            variants,
            default,
        } => Piece::Select {
            variable: variable.clone(),
            variants: variants
                .iter()
                .map(|(key, text)| (key.clone(), accented_pattern(text)))
                .collect(),
            default: accented_pattern(default),
        },
    });
    Pattern(pieces.collect())
}

/// Parts of a text that stay as they are: how they begin and end. They are placeholders, code and addresses.
const KEPT: [(&str, &str); 5] = [
    ("```", "```"),
    ("`", "`"),
    ("{", "}"),
    ("](", ")"),
    ("https://", " "),
];

/// Returns the text with accents on its letters and with each vowel doubled.
pub fn accented(text: &str) -> String {
    let mut accented = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let kept = KEPT.iter().find_map(|(start, end)| {
            let after = rest.strip_prefix(start)?;
            let length = after.find(end)?.saturating_add(start.len());
            rest.split_at_checked(length.saturating_add(end.len()))
        });
        if let Some((kept, after)) = kept {
            accented.push_str(kept);
            rest = after;
            continue;
        }
        let with_accent = accent(c);
        accented.push(with_accent);
        if matches!(c, 'a' | 'e' | 'i' | 'o' | 'u') {
            accented.push(with_accent);
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    accented
}

/// The letters of the basic Latin alphabet with accents, in alphabetical order.
const ACCENTED: &str = "áƀçðéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ";

fn accent(c: char) -> char {
    let letters = ('a'..='z').chain('A'..='Z');
    let pair = letters
        .zip(ACCENTED.chars())
        .find(|(letter, _)| *letter == c);
    pair.map_or(c, |(_, accented)| accented)
}

/// Returns the words of a displayed text without accents: what neither the files of words nor `data` contains.
///
/// `data` are strings that the text shows as they are, such as names from a file. A word has at least two letters.
pub fn words_without_accents(text: &str, data: &[String]) -> Vec<String> {
    let mut longest_first: Vec<&String> = data.iter().filter(|data| !data.is_empty()).collect();
    longest_first.sort_by_key(|data| std::cmp::Reverse(data.len()));
    let mut text = text.to_owned();
    for data in longest_first {
        text = text.replace(data.as_str(), " ");
    }
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words
        .filter(|word| word.len() > 1)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_accents_are_found() {
        let data = ["a.zip".to_owned(), "b/a.zip".to_owned()];
        for (text, expected) in [
            ("b/a.zip: Çĥééçķ 1 x", &[][..]),
            ("a.zip: Check", &["Check"]),
            ("Çĥééçķ this", &["this"]),
            ("c/a.zipped", &["ped"]),
        ] {
            assert_eq!(words_without_accents(text, &data), expected, "{text}");
        }
    }

    #[test]
    fn only_words_get_accents() {
        for (text, expected) in [
            ("Check", "Çĥééçķ"),
            ("{name}: `code`", "{name}: `code`"),
            ("[go](by-hand.md) on", "[ĝóó](by-hand.md) óóñ"),
            (
                "see https://a.example/b now",
                "šéééé https://a.example/b ñóóŵ",
            ),
            ("a { b", "áá { ƀ"),
        ] {
            assert_eq!(accented(text), expected);
        }
    }
}
