//! The gateway types of the 2019 notice that an answer leaves open (docs/rules.md, "Gateway types").

use crate::notices::{BORDER_FIRST_SURE_C, BORDER_LAST_SURE_OLD, FIRST_WINDOW};
use crate::{FindingCode, GatewayType, Rule};
use p2s_package::{Date, Timestamp};

/// Returns the possible types, and the finding about a creation date that decides nothing or contradicts the package.
pub(crate) fn gateway_types(
    rule: Rule,
    packaged: Option<Timestamp>,
    created: Option<Date>,
) -> (Vec<GatewayType>, Option<FindingCode>) {
    match rule {
        Rule::OwnCa => {
            let contradicts = created.is_some_and(|day| day >= BORDER_FIRST_SURE_C);
            let finding = contradicts.then_some(FindingCode::CreatedContradicts);
            (vec![GatewayType::B], finding)
        }
        Rule::AllPublic => types_of_public_gateway(packaged, created),
        Rule::Unreadable
        | Rule::AmbiguousArchive
        | Rule::NotAPackage
        | Rule::PartUnreadable
        | Rule::TwoGateways
        | Rule::NoEvidence
        | Rule::Contradiction
        | Rule::Mixed
        | Rule::UnknownRoot => (Vec::new(), None),
    }
}

fn types_of_public_gateway(
    packaged: Option<Timestamp>,
    created: Option<Date>,
) -> (Vec<GatewayType>, Option<FindingCode>) {
    let is_before_windows = packaged.is_some_and(|time| time.utc() < FIRST_WINDOW);
    let without_date = if is_before_windows {
        vec![GatewayType::A, GatewayType::C]
    } else {
        Vec::new()
    };
    let Some(created) = created else {
        return (without_date, None);
    };
    let (types, finding) = if created >= BORDER_FIRST_SURE_C {
        (vec![GatewayType::C], None)
    } else if created >= BORDER_LAST_SURE_OLD {
        (without_date, Some(FindingCode::CreatedUndecided))
    } else if is_before_windows {
        (vec![GatewayType::A], None)
    } else {
        (Vec::new(), None)
    };
    if is_younger_than_package(created, packaged) {
        (types, Some(FindingCode::CreatedContradicts))
    } else {
        (types, finding)
    }
}

/// Returns true if the gateway was created after its package was made. One day is allowed for time zones.
fn is_younger_than_package(created: Date, packaged: Option<Timestamp>) -> bool {
    packaged
        .and_then(|packaged| packaged.utc().date().next_day())
        .is_some_and(|day_after| created > day_after)
}
