//! Escapes text from files so that it can't control a terminal or change the direction of text.

use std::fmt::Write as _;

/// Replaces control characters, bidirectional controls and other invisible characters by `\u{…}`.
///
/// All other characters are unchanged.
pub fn escape_invisible(text: &str) -> String {
    // Nearly every name is such a text.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) {
            let _ = write!(escaped, "\\u{{{:x}}}", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// Returns true for characters without a visible form of their own: control characters, format characters (Unicode
/// category Cf), fillers, line and paragraph separators, variation selectors and private-use characters.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{E0FFF}'
            | '\u{F0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminal_escapes_and_bidirectional_controls_are_escaped() {
        assert_eq!(
            escape_invisible("a\u{1b}[31mb\u{202e}c\r\n"),
            "a\\u{1b}[31mb\\u{202e}c\\u{d}\\u{a}"
        );
    }

    #[test]
    fn ordinary_text_is_unchanged() {
        assert_eq!(
            escape_invisible("本社 VPN – café <b>"),
            "本社 VPN – café <b>"
        );
    }
}
