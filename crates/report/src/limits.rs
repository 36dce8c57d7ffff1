//! The limits as text: what each of them is called, how much it allows, and the error that tells of it.

use crate::{Language, words};
use p2s_package::{ErrorKind, Limit, Unit};
use std::fmt::Write as _;

/// The limits as `p2s-check --limits` prints them.
pub fn limits_text(limits: &[Limit], language: Language) -> String {
    let mut text = String::new();
    for limit in limits {
        let code = limit.error.map_or("-", ErrorKind::code);
        let happened = limit.error.map_or_else(
            || words::no_answer_lost(language),
            |error| words::error_pair(error.code(), language).0,
        );
        let most = amount(limit);
        let _ = writeln!(text, "{:<22}{most:>8}  {code}\n    {happened}", limit.name);
    }
    text
}

/// "4 MiB", "2,000": as the words of the errors say it.
pub(crate) fn amount(limit: &Limit) -> String {
    let most = limit.most;
    match limit.unit {
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
    fn every_limits_error_tells_the_limit_in_both_languages() {
        for limit in Limits::default().list() {
            let Some(error) = limit.error else { continue };
            for language in Language::ALL {
                let (happened, to_do) = words::error_pair(error.code(), language);
                let amount = amount(&limit);
                assert!(
                    happened.contains(&amount),
                    "{}: {amount} is not in {happened}",
                    limit.name
                );
                assert!(!to_do.is_empty());
            }
        }
    }

    #[test]
    fn every_limit_has_an_error_and_every_such_error_a_limit() {
        let list = Limits::default().list();
        for kind in ErrorKind::ALL
            .iter()
            .filter(|kind| kind.code().starts_with("limit-"))
        {
            let tells = |limit: &Limit| limit.error == Some(*kind);
            assert!(list.iter().any(tells), "{kind:?}");
        }
        let mut errors = list.iter().filter_map(|limit| limit.error);
        assert!(errors.all(|error| error.code().starts_with("limit-")));
    }

    #[test]
    fn the_document_lists_the_limits_there_are_in_their_order() {
        let document = include_str!("../../../docs/limits.md");
        let rows = document.lines().filter_map(|line| line.strip_prefix("| `"));
        let told: Vec<(String, String, String)> = rows
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
            .map(|limit| {
                (
                    limit.name.to_owned(),
                    amount(limit),
                    limit.error.map_or("-", ErrorKind::code).to_owned(),
                )
            })
            .collect();
        assert_eq!(told, listed);
    }
}
