//! Schedule of Mozilla's root store: trust for websites ends when a root's key is 15 years old, for roots of 2012 to April
//! 2014 on 2029-04-15.
//!
//! It says nothing about Azure's gateways.

use super::{Fact, Notice, Retirement};
use time::OffsetDateTime;
use time::macros::{date, datetime};

/// The schedule of the root store.
const SCHEDULE: &str = "https://wiki.mozilla.org/CA/Root_CA_Lifecycles";

/// DigiCert's page, which repeats the dates for its own roots. Its oldest version known to us is of the notice's day.
const DIGICERT: &str = "https://knowledge.digicert.com/general-information/digicert-root-and-intermediate-ca-certificate-updates-2023";

/// When trust for websites ends.
const END: OffsetDateTime = datetime!(2029-04-15 00:00 UTC);

/// The notice.
pub(super) const NOTICE: Notice = Notice {
    id: "2029-web-trust",
    date: date!(2022 - 11 - 16),
    checked: date!(2026 - 11 - 27),
    sources: &[SCHEDULE, DIGICERT],
    windows: &[],
    retirements: &[
        retirement("DigiCert Global Root G2"),
        retirement("DigiCert Global Root G3"),
    ],
    section: None,
};

/// The other facts.
pub(super) const FACTS: &[(&str, Fact)] = &[
    ("web-trust", Fact::Day(END.date())),
    ("web-trust-schedule", Fact::Text(SCHEDULE)),
    ("web-trust-digicert", Fact::Text(DIGICERT)),
    // The end of the roots' own validity.
    ("web-trust-to", Fact::Day(date!(2038 - 01 - 15))),
];

const fn retirement(root: &'static str) -> Retirement {
    Retirement {
        root,
        since: END,
        announced_by: &["Mozilla"],
        deadline: None,
        is_inference: false,
    }
}
