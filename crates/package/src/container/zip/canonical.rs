//! Names that are equal in Unicode: by canonical equivalence, and without case.

use std::sync::OnceLock;

/// One line per character, in the order of the characters: the character and its decomposition. See build.rs.
const DECOMPOSITIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/decompositions.txt"));

/// The ranges of combining characters: first and last of each. See build.rs.
const MARKS: &str = include_str!(concat!(env!("OUT_DIR"), "/marks.txt"));

/// Returns a key that is the same for all names that any system takes for one.
pub(super) fn key(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    decomposed(&folded(&decomposed(name)))
}

/// Returns a name as the most lenient file system compares it: without case, where some letters fold to several
/// (CaseFolding.txt, status F), and without the characters that HFS+ ignores (Apple's Technical Note 1150).
pub(super) fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '\u{200C}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{206A}'..='\u{206F}'
            | '\u{FEFF}' => {}
            'ſ' => folded.push('s'),
            'ς' => folded.push('σ'),
            'ﬀ' => folded.push_str("ff"),
            'ﬁ' => folded.push_str("fi"),
            'ﬂ' => folded.push_str("fl"),
            'ﬃ' => folded.push_str("ffi"),
            'ﬄ' => folded.push_str("ffl"),
            'ﬅ' | 'ﬆ' => folded.push_str("st"),
            // Σ has another lower-case letter at the end of a word; a file system folds letter by letter.
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

/// Returns the canonical decomposition. All marks of one character are sorted: Unicode distinguishes some orders of them,
/// which makes no difference in a name that a person chose.
fn decomposed(text: &str) -> String {
    let mut chars: Vec<char> = Vec::new();
    for c in text.chars() {
        let table = table();
        let found = table.binary_search_by_key(&c, |(whole, _)| *whole);
        match found.ok().and_then(|index| table.get(index)) {
            Some((_, parts)) => chars.extend(parts.chars()),
            None => push_syllable(c, &mut chars),
        }
    }
    for run in chars.chunk_by_mut(|one, other| is_mark(*one) && is_mark(*other)) {
        run.sort_unstable();
    }
    chars.into_iter().collect()
}

/// Appends a syllable of Hangul as its jamo, and any other character unchanged.
fn push_syllable(c: char, chars: &mut Vec<char>) {
    let jamo = u32::from(c).checked_sub(0xAC00).and_then(|index| {
        let nth = |first: u32, number: u32| char::from_u32(first.checked_add(number)?);
        let (rest, last) = (index.checked_div(28)?, index.checked_rem(28)?);
        let (first, middle) = (rest.checked_div(21)?, rest.checked_rem(21)?);
        let first = (first < 19).then(|| nth(0x1100, first))??;
        Some((
            first,
            nth(0x1161, middle)?,
            (last > 0).then(|| nth(0x11A7, last)),
        ))
    });
    match jamo {
        Some((first, middle, last)) => {
            chars.extend([first, middle]);
            chars.extend(last.flatten());
        }
        None => chars.push(c),
    }
}

fn table() -> &'static [(char, &'static str)] {
    static TABLE: OnceLock<Vec<(char, &str)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = DECOMPOSITIONS.lines().filter_map(|line| {
            let whole = line.chars().next()?;
            Some((whole, line.get(whole.len_utf8()..)?))
        });
        lines.collect()
    })
}

/// Returns true for a character that combines with the one before it.
fn is_mark(c: char) -> bool {
    static RANGES: OnceLock<Vec<char>> = OnceLock::new();
    let ends = RANGES.get_or_init(|| MARKS.chars().collect());
    let (pairs, _) = ends.as_chunks::<2>();
    let before = pairs.partition_point(|[first, _]| *first <= c);
    let range = before.checked_sub(1).and_then(|index| pairs.get(index));
    range.is_some_and(|[_, last]| c <= *last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization as _;
    use unicode_normalization::char::canonical_combining_class;

    #[test]
    fn every_character_is_decomposed_as_in_unicode() {
        for c in '\0'..=char::MAX {
            let (ours, unicodes) = (decomposed(&c.to_string()), c.nfd().collect::<String>());
            let sorted = |text: &str| {
                let mut chars: Vec<char> = text.chars().collect();
                chars
                    .chunk_by_mut(|a, b| is_mark(*a) && is_mark(*b))
                    .for_each(<[char]>::sort_unstable);
                chars
            };
            assert_eq!(sorted(&ours), sorted(&unicodes), "{c:?}");
            assert_eq!(is_mark(c), canonical_combining_class(c) != 0, "{c:?}");
        }
    }

    #[test]
    fn names_in_two_unicode_forms_have_one_key() {
        for name in [
            "ガイド/é.xml",
            "Ångström",
            "한글",
            "Σίσυφος",
            "ǭ\u{323}",
            "İ",
            "ﷺ",
            "樂",
        ] {
            let forms = [name.nfc().collect::<String>(), name.nfd().collect()];
            let capitals = forms.clone().map(|form| form.to_uppercase());
            for form in forms.iter().chain(&capitals) {
                assert_eq!(key(form), key(name), "{form:?}");
            }
        }
    }

    #[test]
    fn other_names_have_other_keys() {
        let names = ["か", "が", "e", "é", "è", "한", "하", "本番", "検証"];
        for (index, one) in names.iter().enumerate() {
            for other in names.iter().skip(index + 1) {
                assert_ne!(key(one), key(other));
            }
        }
    }
}
