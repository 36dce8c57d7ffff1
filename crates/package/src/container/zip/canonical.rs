//! Names that are equal in Unicode: by canonical equivalence, and without case.

use crate::path::unicode::{decomposed, lowercase};

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
    for c in lowercase(name).chars() {
        match c {
            '\u{200C}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{206A}'..='\u{206F}'
            | '\u{FEFF}' => {}
            'ſ' => folded.push('s'),
            // The lower case of Σ at the end of a word; a file system folds letter by letter.
            'ς' => folded.push('σ'),
            'ﬀ' => folded.push_str("ff"),
            'ﬁ' => folded.push_str("fi"),
            'ﬂ' => folded.push_str("fl"),
            'ﬃ' => folded.push_str("ffi"),
            'ﬄ' => folded.push_str("ffl"),
            'ﬅ' | 'ﬆ' => folded.push_str("st"),
            c => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization as _;

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
