//! Keeps Japanese dates on one line: "2019 年 2 月 14 日" contains spaces at which a line could break.

/// Replaces the spaces inside Japanese dates by no-break spaces (U+00A0).
pub fn insert_no_break_spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut before = None;
    while let Some(c) = rest.next() {
        let after = rest.peek().copied();
        let is_in_date = matches!(
            (before, after),
            (Some('0'..='9'), Some('年' | '月' | '日')) | (Some('年' | '月'), Some('0'..='9'))
        );
        out.push(if c == ' ' && is_in_date { '\u{A0}' } else { c });
        before = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_spaces_inside_dates_are_replaced() {
        for (text, expected) in [
            (
                "最初の日程は 2019 年 2 月 25 日 15:00 から",
                "最初の日程は 2019~年~2~月~25~日 15:00 から",
            ),
            ("2 つの 日", "2 つの 日"),
            ("14 February 2019", "14 February 2019"),
            ("年 ", "年 "),
        ] {
            assert_eq!(
                insert_no_break_spaces(text),
                expected.replace('~', "\u{A0}")
            );
        }
    }
}
