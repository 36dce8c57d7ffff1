//! The limits as text: the name of each limit, its value, and the error that reports it.

use crate::message::codes::error_sentences;
use crate::{Language, Message};
use p2s_package::{Bound, ErrorKind, Unit};
use std::fmt::Write as _;

/// Returns the list that `p2s-check --limits` prints.
pub fn limits_text(bounds: &[Bound], language: Language) -> String {
    let mut text = String::new();
    for bound in bounds {
        let error = bound.limit.map(ErrorKind::Limit);
        let code = error.map_or("-", ErrorKind::code);
        let happened = error.map_or_else(
            || Message::LimitWithoutError.text(language),
            |error| error_sentences(error, language)[0],
        );
        let most = amount(bound);
        let _ = writeln!(text, "{:<22}{most:>8}  {code}\n    {happened}", bound.name);
    }
    text
}

/// Formats the value of a limit as the error texts write it: "4 MiB" or "2,000".
pub(crate) fn amount(bound: &Bound) -> String {
    let most = bound.most;
    match bound.unit {
        Unit::Bytes if most.is_multiple_of(1 << 20) => format!("{} MiB", most >> 20),
        Unit::Bytes => format!("{} KiB", most >> 10),
        Unit::Count => {
            let digits = most.to_string();
            let mut grouped = String::new();
            for (index, digit) in digits.chars().enumerate() {
                if index > 0 && digits.len().saturating_sub(index).is_multiple_of(3) {
                    grouped.push(',');
                }
                grouped.push(digit);
            }
            grouped
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use p2s_package::Limits;

    #[test]
    fn the_error_of_every_limit_names_the_limit_in_both_languages() {
        for bound in Limits::default().list() {
            let Some(limit) = bound.limit else { continue };
            for language in Language::ALL {
                let [happened, to_do] = error_sentences(ErrorKind::Limit(limit), language);
                let amount = amount(&bound);
                assert!(
                    happened.contains(&amount),
                    "{}: {amount} is not in {happened}",
                    bound.name
                );
                assert!(!to_do.is_empty());
            }
        }
    }

    #[test]
    fn exactly_the_limit_errors_have_a_bound() {
        let list = Limits::default().list();
        for kind in ErrorKind::ALL {
            let limited = |bound: &Bound| bound.limit.map(ErrorKind::Limit) == Some(*kind);
            let is_limit = matches!(kind, ErrorKind::Limit(_));
            assert_eq!(list.iter().any(limited), is_limit, "{kind:?}");
            assert_eq!(kind.code().starts_with("limit-"), is_limit, "{kind:?}");
        }
    }

    #[test]
    fn the_document_lists_exactly_the_limits_in_their_order() {
        let document = include_str!("../../../docs/limits.md");
        let rows = document.lines().filter_map(|line| line.strip_prefix("| `"));
        let documented: Vec<(String, String, String)> = rows
            .filter_map(|row| {
                let mut cells = row.split(" | ");
                let name = cells.next()?.strip_suffix('`')?.to_owned();
                let most = cells.next()?.to_owned();
                let error = cells.next()?.trim_matches('`').to_owned();
                (!cells.next()?.trim().is_empty()).then_some((name, most, error))
            })
            .collect();
        let listed: Vec<(String, String, String)> = Limits::default()
            .list()
            .iter()
            .map(|bound| {
                let error = bound.limit.map(ErrorKind::Limit);
                (
                    bound.name.to_owned(),
                    amount(bound),
                    error.map_or("-", ErrorKind::code).to_owned(),
                )
            })
            .collect();
        assert_eq!(documented, listed);
    }
}
