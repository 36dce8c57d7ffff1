//! 2019-02-14: gateways' own CAs are replaced by public ones.

use super::{Notice, Window};
use time::macros::{date, datetime};
use time::{Date, OffsetDateTime};

/// The day of the notice.
pub const DATE: Date = date!(2019 - 02 - 14);

/// The notice.
pub(super) const NOTICE: Notice = Notice {
    id: "2019-public-ca",
    date: DATE,
    checked: date!(2026 - 11 - 24),
    sources: &[
        "https://docs.microsoft.com/en-us/azure/vpn-gateway/vpn-gateway-point-to-site-gateway-public-ca",
    ],
};

/// The maintenance was finished: since then no gateway should have a CA of its own.
pub const COMPLETED: OffsetDateTime = datetime!(2019-05-12 00:00 UTC);

/// A gateway created on this day or later has a public CA from the start: "about July 2017", with a month added
/// because the day depends on the region.
pub const BORDER_FIRST_SURE_C: Date = date!(2017 - 08 - 01);

/// A gateway created before this day began with a CA of its own, likewise.
pub const BORDER_LAST_SURE_OLD: Date = date!(2017 - 06 - 01);

/// The windows: four on request, then the automatic one. The first is where the border between the package's
/// days lies: no gateway was moved for the notice before it. "Several hours" is read as six.
pub static WINDOWS: &[Window] = &[
    window(
        "1",
        datetime!(2019-02-25 06:00 UTC),
        datetime!(2019-02-25 12:00 UTC),
    ),
    window(
        "2",
        datetime!(2019-02-25 18:00 UTC),
        datetime!(2019-02-26 00:00 UTC),
    ),
    window(
        "3",
        datetime!(2019-03-01 06:00 UTC),
        datetime!(2019-03-01 12:00 UTC),
    ),
    window(
        "4",
        datetime!(2019-03-01 18:00 UTC),
        datetime!(2019-03-02 00:00 UTC),
    ),
    window("automatic", datetime!(2019-03-12 18:00 UTC), COMPLETED),
];

/// The start of the first window.
pub const FIRST_WINDOW: OffsetDateTime = datetime!(2019-02-25 06:00 UTC);

const fn window(id: &'static str, start: OffsetDateTime, end: OffsetDateTime) -> Window {
    Window { id, start, end }
}
