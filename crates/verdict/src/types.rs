//! The types of gateway that an answer leaves open (verdict.md 3).

use crate::notices::{BORDER_FIRST_SURE_C, BORDER_LAST_SURE_OLD, FIRST_WINDOW};
use crate::{FindingCode, GatewayType, Rule};
use p2s_package::{Date, Timestamp};

/// The types, and what is to be said of a creation date that does not help or does not fit.
pub(crate) fn gateway_types(
    rule: Rule,
    packaged: Option<Timestamp>,
    created: Option<Date>,
) -> (Vec<GatewayType>, Option<FindingCode>) {
    let before_windows = packaged.is_some_and(|day| day.utc() < FIRST_WINDOW);
    let without_date = if before_windows {
        vec![GatewayType::A, GatewayType::C]
    } else {
        Vec::new()
    };
    match (rule, created) {
        (Rule::OwnCa, created) => {
            let contradicts = created.is_some_and(|day| day >= BORDER_FIRST_SURE_C);
            (
                vec![GatewayType::B],
                contradicts.then_some(FindingCode::CreatedContradicts),
            )
        }
        (Rule::AllPublic, None) => (without_date, None),
        (Rule::AllPublic, Some(day)) if younger_than(day, packaged) => (
            refined(day, before_windows, without_date).0,
            Some(FindingCode::CreatedContradicts),
        ),
        (Rule::AllPublic, Some(day)) => refined(day, before_windows, without_date),
        _ => (Vec::new(), None),
    }
}

fn refined(
    created: Date,
    before_windows: bool,
    without_date: Vec<GatewayType>,
) -> (Vec<GatewayType>, Option<FindingCode>) {
    if created >= BORDER_FIRST_SURE_C {
        (vec![GatewayType::C], None)
    } else if created >= BORDER_LAST_SURE_OLD {
        (without_date, Some(FindingCode::CreatedUndecided))
    } else if before_windows {
        (vec![GatewayType::A], None)
    } else {
        (Vec::new(), None)
    }
}

/// A gateway can't be younger than its package; a day is left for the zones.
fn younger_than(created: Date, packaged: Option<Timestamp>) -> bool {
    packaged
        .and_then(|packaged| packaged.utc().date().next_day())
        .is_some_and(|day_after| created > day_after)
}
