//! From answered inputs to the report.

use crate::gateways::{GatewayFacts, compare_gateways};
use crate::order::{Swaps, order_by_name};
use p2s_verdict::notices::NOTICES;
use p2s_verdict::{InputReport, NoticeRef, Options, Report, ReportError, Summary, Verdict};

/// Makes the report from answered inputs: sorted by the bytes of their names, equal names in the order given,
/// counted, and compared by gateway. `skipped` is the number of files in folders that clearly aren't packages.
pub fn assemble(mut inputs: Vec<InputReport>, options: &Options, skipped: u64) -> Report {
    let order = order_by_name(inputs.iter().map(|input| input.name.as_str()));
    Swaps::to(&order).apply(&mut inputs);
    let mut summary = Summary {
        skipped,
        ..Summary::default()
    };
    for input in &inputs {
        count(&mut summary, input.verdict, input.is_read());
    }
    let facts = (0..).zip(&inputs);
    let facts = facts.filter_map(|(position, input)| Some((position, GatewayFacts::new(input)?)));
    let gateways = compare_gateways(&facts.collect::<Vec<_>>());
    let notices = NOTICES.iter().map(|notice| NoticeRef {
        id: notice.id.to_owned(),
        date: notice.date.to_string(),
    });
    Report {
        schema: 1,
        tool: concat!("p2s-check ", env!("CARGO_PKG_VERSION")).to_owned(),
        generated: options.now,
        notices: notices.collect(),
        inputs,
        gateways,
        summary,
    }
}

/// Counts an input with this verdict, or one that wasn't read ([`InputReport::is_read`]).
pub fn count(summary: &mut Summary, verdict: Verdict, is_read: bool) {
    let number = match verdict {
        _ if !is_read => &mut summary.not_read,
        Verdict::Affected => &mut summary.affected,
        Verdict::NotAffected => &mut summary.not_affected,
        Verdict::Undetermined => &mut summary.undetermined,
    };
    *number = number.saturating_add(1);
}

/// Returns true if a file clearly isn't part of a package. In a folder, such a file is counted as skipped unless it has
/// the name of a part.
pub(crate) fn is_not_a_package(answers: &[InputReport]) -> bool {
    let excludes = |error: &ReportError| error.code.excludes_package();
    answers
        .iter()
        .all(|answer| answer.error.as_ref().is_some_and(excludes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use p2s_package::{Error, ErrorKind, Package, Timestamp};
    use p2s_verdict::judge;

    fn options() -> Options {
        Options {
            now: Timestamp::from_unix(1_795_489_200).unwrap_or_else(|| unreachable!()),
            created: None,
        }
    }

    fn input(name: &str, verdict: Verdict, size: u64) -> InputReport {
        let package = Package::refused(name, Some(size), Error::whole(ErrorKind::ReadFailed));
        InputReport {
            verdict,
            ..judge(&package, &options())
        }
    }

    #[test]
    fn a_report_is_sorted_by_the_bytes_of_names_and_counted() {
        let inputs = vec![
            input("b", Verdict::Affected, 1),
            input("a", Verdict::NotAffected, 2),
            input("B", Verdict::Undetermined, 3),
            input("a", Verdict::NotAffected, 4),
        ];
        let report = assemble(inputs, &options(), 3);
        let order: Vec<_> = report
            .inputs
            .iter()
            .map(|input| (input.name.as_str(), input.size))
            .collect();
        let expected = [
            ("B", Some(3)),
            ("a", Some(2)),
            ("a", Some(4)),
            ("b", Some(1)),
        ];
        assert_eq!(order, expected);
        let expected = Summary {
            affected: 1,
            not_affected: 2,
            undetermined: 1,
            skipped: 3,
            not_read: 0,
        };
        assert_eq!(report.summary, expected);
        assert_eq!(report.schema, 1);
        assert_eq!(report.notices.len(), NOTICES.len());
    }

    #[test]
    fn a_file_is_skipped_only_if_nothing_in_it_is_a_package() {
        let refused = |kind| {
            let package = Package::refused("x", None, Error::whole(kind));
            judge(&package, &options())
        };
        let text = refused(ErrorKind::Text);
        let unreadable = refused(ErrorKind::ReadFailed);
        assert!(is_not_a_package(std::slice::from_ref(&text)));
        assert!(is_not_a_package(&[refused(ErrorKind::ProgramBroken)]));
        assert!(!is_not_a_package(std::slice::from_ref(&unreadable)));
        assert!(!is_not_a_package(&[text, unreadable]));
    }
}
