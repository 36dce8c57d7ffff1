//! 2019-02-14: gateways' own CAs are replaced by public ones.
//!
//! The page's prose takes every date and number of this notice from here.

use super::{Notice, Window};
use time::macros::{date, datetime};
use time::{Date, Duration, OffsetDateTime};

/// The day of the notice.
pub const DATE: Date = date!(2019 - 02 - 14);

/// The notice.
pub(super) const NOTICE: Notice = Notice {
    id: "2019-public-ca",
    date: DATE,
    checked: date!(2026 - 11 - 24),
    sources: &[PAGE, CLIENT_FILES],
};

/// "Transition from self-signed to public CA certificates for P2S gateways"; removed since.
pub const PAGE: &str = "https://docs.microsoft.com/en-us/azure/vpn-gateway/vpn-gateway-point-to-site-gateway-public-ca";

/// "Create and install VPN client configuration files for native Azure certificate authentication".
pub const CLIENT_FILES: &str = "https://docs.microsoft.com/ja-jp/azure/vpn-gateway/point-to-site-vpn-client-configuration-azure-cert";

/// The day of the vendor's page.
pub const PAGE_DATE: Date = date!(2019 - 02 - 19);

/// The day of the vendor's troubleshooting page that speaks of half the life.
pub const TROUBLESHOOTING_DATE: Date = date!(2017 - 06 - 23);

/// The day from which the vendor's page was to be gone.
pub const PAGE_REMOVED: Date = date!(2019 - 05 - 31);

/// The maintenance was finished: since then no gateway should have a CA of its own.
pub const COMPLETED: OffsetDateTime = datetime!(2019-05-12 00:00 UTC);

/// Years for which a gateway's own CA and its certificate were valid, by the notice.
pub const CA_YEARS: u8 = 3;

/// A routine maintenance renews when fewer months than these are left, by the notice.
pub const RENEWAL_MONTHS_LEFT: u8 = 6;

/// Months after which the certificate had to be renewed, by the vendor's page of 2019.
pub const PAGE_RENEWAL_MONTHS: u8 = 18;

/// The part of its life, in percent, after which it was renewed, by the troubleshooting page of 2017.
pub const TROUBLESHOOTING_PERCENT: u8 = 50;

/// New gateways stand under a public CA since about this month; the day is not known.
pub const PUBLIC_SINCE: Date = date!(2017 - 07 - 01);

/// A gateway created on this day or later has a public CA from the start: "about July 2017", with a month added
/// because the day depends on the region.
pub const BORDER_FIRST_SURE_C: Date = date!(2017 - 08 - 01);

/// A gateway created before this day began with a CA of its own, likewise.
pub const BORDER_LAST_SURE_OLD: Date = date!(2017 - 06 - 01);

/// "Several hours", as we read it.
pub const SEVERAL_HOURS: i64 = 6;

/// Hours that one gateway takes at most, by a later version of the vendor's page.
pub const HOURS_PER_GATEWAY: u8 = 2;

/// Hours before a window by which its request had to be made, by the vendor's page.
pub const REQUEST_HOURS_AHEAD: u8 = 24;

/// The operation of the classic model's programming interface that made a client package.
pub const CLASSIC_OPERATION: &str =
    "https://learn.microsoft.com/previous-versions/azure/reference/dn205126%28v=azure.100%29";

/// The classic deployment model's gateways were retired.
pub const CLASSIC_RETIRED: Date = date!(2024 - 08 - 31);

/// A package with the elements that the notice names was last seen by us; later ones have them in the plural.
pub const SINGULAR_LAST_SEEN: Date = date!(2022 - 08 - 24);

/// The windows: four on request, then the automatic one. The first is where the border between the package's
/// days lies: no gateway was moved for the notice before it.
pub static WINDOWS: &[Window] = &[
    on_request("1", FIRST_WINDOW),
    on_request("2", datetime!(2019-02-25 18:00 UTC)),
    on_request("3", datetime!(2019-03-01 06:00 UTC)),
    on_request("4", datetime!(2019-03-01 18:00 UTC)),
    AUTOMATIC,
];

/// The start of the first window.
pub const FIRST_WINDOW: OffsetDateTime = datetime!(2019-02-25 06:00 UTC);

/// The maintenance that comes without a request.
pub const AUTOMATIC: Window = Window {
    id: "automatic",
    start: datetime!(2019-03-12 18:00 UTC),
    end: COMPLETED,
};

const fn on_request(id: &'static str, start: OffsetDateTime) -> Window {
    // Half a day at most after a day of 2019: far from the end of time.
    let end = start.saturating_add(Duration::hours(SEVERAL_HOURS));
    Window { id, start, end }
}
