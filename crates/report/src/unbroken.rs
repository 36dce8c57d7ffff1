//! Japanese dates in one line: "2019 年 2 月 14 日" has blanks at which a line could be broken.

/// The text with the blanks inside its dates made into ones that hold together (U+00A0).
pub fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut before = None;
    while let Some(c) = rest.next() {
        let after = rest.peek().copied();
        let holds = matches!(
            (before, after),
            (Some('0'..='9'), Some('年' | '月' | '日')) | (Some('年' | '月'), Some('0'..='9'))
        );
        out.push(if c == ' ' && holds { '\u{A0}' } else { c });
        before = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_blanks_of_a_date_hold_together_and_no_others() {
        for (text, held) in [
            (
                "最初の日程は 2019 年 2 月 25 日 15:00 から",
                "最初の日程は 2019~年~2~月~25~日 15:00 から",
            ),
            ("2 つの 日", "2 つの 日"),
            ("14 February 2019", "14 February 2019"),
            ("年 ", "年 "),
        ] {
            assert_eq!(unbroken(text), held.replace('~', "\u{A0}"));
        }
    }
}
