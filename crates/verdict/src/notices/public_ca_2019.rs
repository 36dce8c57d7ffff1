//! Notice of 2019-02-14: Azure replaces the gateways' own self-signed CAs with public CAs.
//!
//! The page's texts take every date and number of this notice from here.

use super::{Fact, Notice, Window};
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
    windows: WINDOWS,
    retirements: &[],
    section: Some("background"),
};

/// The other facts.
pub(super) const FACTS: &[(&str, Fact)] = &[
        ("notice", Fact::Day(DATE)),
        ("notice-year", Fact::Year(DATE)),
        ("completed", Fact::Day(COMPLETED.date())),
        ("page", Fact::Text(PAGE)),
        ("page-day", Fact::Day(date!(2019 - 02 - 19))),
        // The day on which the vendor planned to remove the page.
        ("page-removed", Fact::Day(date!(2019 - 05 - 31))),
        // Age at which the certificate had to be renewed, according to that page.
        ("page-months", Fact::Number(18)),
        ("client-files", Fact::Text(CLIENT_FILES)),
        // The vendor's troubleshooting page, and the share of its validity after which it says that a certificate is renewed.
        ("troubleshooting-day", Fact::Day(date!(2017 - 06 - 23))),
        ("percent", Fact::Number(50)),
        ("ca-years", Fact::Number(CA_YEARS as i64)),
        ("left-months", Fact::Number(RENEWAL_MONTHS_LEFT as i64)),
        ("age-years", Fact::Text("2.5")),
        ("public-since", Fact::Month(PUBLIC_SINCE)),
        ("sure-c", Fact::Day(BORDER_FIRST_SURE_C)),
        ("sure-old", Fact::Day(BORDER_LAST_SURE_OLD)),
        ("hours", Fact::Number(SEVERAL_HOURS)),
        // Longest maintenance of one gateway, according to a later version of the vendor's page.
        ("gateway-hours", Fact::Number(2)),
        // How long before a window it had to be requested, according to the vendor's page.
        ("ahead-hours", Fact::Number(24)),
        // The day on which the classic deployment model's gateways were retired.
        ("classic-retired", Fact::Day(date!(2024 - 08 - 31))),
        // The latest package known to us with the elements that the notice names. Later ones have the plural forms.
        ("singular-until", Fact::Year(date!(2022 - 08 - 24))),
];

/// "Transition from self-signed to public CA certificates for P2S gateways"; since removed.
pub const PAGE: &str = "https://docs.microsoft.com/en-us/azure/vpn-gateway/vpn-gateway-point-to-site-gateway-public-ca";

/// "Create and install VPN client configuration files for native Azure certificate authentication".
pub const CLIENT_FILES: &str = "https://docs.microsoft.com/ja-jp/azure/vpn-gateway/point-to-site-vpn-client-configuration-azure-cert";

/// When the maintenance was completed. No gateway should have used its own self-signed CA since then.
pub const COMPLETED: OffsetDateTime = datetime!(2019-05-12 00:00 UTC);

/// Validity, in years, of a gateway's own self-signed CA and of its certificate, according to the notice.
pub const CA_YEARS: u8 = 3;

/// Routine maintenance renews a certificate with less validity left than this, in months, according to the notice.
pub const RENEWAL_MONTHS_LEFT: u8 = 6;

/// New gateways have used a public CA since about this month. The day isn't known.
pub const PUBLIC_SINCE: Date = date!(2017 - 07 - 01);

/// A gateway created on this day or later used a public CA from the start: "about July 2017" plus a month, because the
/// day depends on the region.
pub const BORDER_FIRST_SURE_C: Date = date!(2017 - 08 - 01);

/// A gateway created before this day began with its own self-signed CA: "about July 2017" minus a month.
pub const BORDER_LAST_SURE_OLD: Date = date!(2017 - 06 - 01);

/// Duration, in hours, of a window on request. The notice says "several hours"; the number is our inference.
pub const SEVERAL_HOURS: i64 = 6;

/// The windows: four on request, then the automatic one.
pub const WINDOWS: &[Window] = &[
    on_request("1", FIRST_WINDOW),
    on_request("2", datetime!(2019-02-25 18:00 UTC)),
    on_request("3", datetime!(2019-03-01 06:00 UTC)),
    on_request("4", datetime!(2019-03-01 18:00 UTC)),
    AUTOMATIC,
];

/// The start of the first window. Before it, no gateway was moved because of the notice.
pub const FIRST_WINDOW: OffsetDateTime = datetime!(2019-02-25 06:00 UTC);

/// The maintenance of all gateways for which no window was requested.
pub const AUTOMATIC: Window = Window {
    id: "automatic",
    start: datetime!(2019-03-12 18:00 UTC),
    end: COMPLETED,
};

const fn on_request(id: &'static str, start: OffsetDateTime) -> Window {
    // A moment in 2019 is far from the largest one, so that the addition never saturates.
    let end = start.saturating_add(Duration::hours(SEVERAL_HOURS));
    Window { id, start, end }
}
