//! Puts the values of variables into a text of the tables. `p2s_words::encode` describes the format of the texts.

use crate::words::{KEY_END, SELECT, VARIABLE, VARIANT_END};

/// Returns a text with the values of its variables, which are in the order of their letters.
///
/// Values are appended as they are: nothing in them is read as a variable or a variant.
pub(crate) fn interpolate(text: &str, values: &[&str]) -> String {
    let mut out = String::new();
    push(&mut out, &mut { text }, values, true);
    out
}

/// Appends a text up to the end of the variant that it is, or only skips it if `is_shown` is false.
fn push(out: &mut String, text: &mut &str, values: &[&str], is_shown: bool) {
    while let Some(at) = text.find([VARIABLE, SELECT, VARIANT_END]) {
        let (before, rest) = text.split_at(at);
        if is_shown {
            out.push_str(before);
        }
        let mut rest = rest.chars();
        let control = rest.next();
        if control == Some(VARIANT_END) {
            *text = rest.as_str();
            return;
        }
        let value = rest.next().and_then(|letter| value(values, letter));
        let value = value.unwrap_or_default();
        *text = rest.as_str();
        if control == Some(SELECT) {
            push_variant(out, text, values, value, is_shown);
        } else if is_shown {
            out.push_str(value);
        }
    }
    if is_shown {
        out.push_str(text);
    }
    *text = "";
}

/// Appends the first variant whose key is the value, otherwise the last one, whose key is empty.
fn push_variant(out: &mut String, text: &mut &str, values: &[&str], value: &str, is_shown: bool) {
    let mut is_open = is_shown;
    while let Some((key, rest)) = text.split_once(KEY_END) {
        *text = rest;
        let is_match = is_open && (key.is_empty() || key == value);
        push(out, text, values, is_match);
        is_open &= !is_match;
        if key.is_empty() {
            return;
        }
    }
}

fn value<'v>(values: &[&'v str], letter: char) -> Option<&'v str> {
    let position = u32::from(letter).checked_sub(u32::from('a'))?;
    values.get(usize::try_from(position).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLURAL: &str = "\u{1}b has \u{1}a file\u{2}a1\u{3}\u{4}\u{3}s\u{4}.";

    #[test]
    fn variables_and_variants_are_replaced() {
        for (count, expected) in [("1", "x has 1 file."), ("2", "x has 2 files.")] {
            assert_eq!(interpolate(PLURAL, &[count, "x"]), expected);
        }
    }

    #[test]
    fn variants_can_contain_variants() {
        let text = "\u{2}ay\u{3}1\u{2}by\u{3}2\u{4}\u{3}3\u{4}4\u{4}\u{3}5\u{4}6";
        for (values, expected) in [
            (["y", "y"], "1246"),
            (["y", "n"], "1346"),
            (["n", "y"], "56"),
        ] {
            assert_eq!(interpolate(text, &values), expected);
        }
    }

    #[test]
    fn values_are_not_interpreted() {
        let hostile = "\u{1}a{ $b }\u{2}\u{3}\u{4}";
        assert_eq!(
            interpolate(PLURAL, &["1", hostile]),
            format!("{hostile} has 1 file.")
        );
        assert_eq!(interpolate(PLURAL, &[]), " has  files.");
    }
}
