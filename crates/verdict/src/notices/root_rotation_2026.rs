//! Notice of 2026-06-04: Azure rotates the gateways' public root certificates.
//!
//! The pages name no root. That the rotation is about DigiCert Global Root CA is our inference.

use super::{Notice, Retirement, RetirementNotice};
use time::Date;
use time::macros::{date, datetime};

/// The day of the vendor's pages.
pub const DATE: Date = date!(2026 - 06 - 04);

/// The notice.
pub(super) const NOTICE: Notice = Notice {
    id: "2026-root-rotation",
    date: DATE,
    checked: date!(2026 - 11 - 24),
    sources: &[ABOUT, PROFILE_UPDATE],
};

/// The page about the migration, with frequently asked questions.
pub const ABOUT: &str = "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about-gateway-certificate-migration";

/// The page about updating a client's profile.
pub const PROFILE_UPDATE: &str =
    "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-user-vpn-profile-update";

/// The last day of the month that one version of the vendor's FAQ gives as the deadline (azure-docs,
/// includes/vpn-gateway-server-certificate-migration-faq.md, commit cce55237). Another version names no date.
pub const DEADLINE: Date = date!(2027 - 01 - 31);

/// The retirement of DigiCert Global Root CA. It begins on the day on which Chrome and Firefox ended their trust for
/// websites (DigiCert's knowledge base, ALERT86).
pub const RETIREMENT: Retirement = Retirement {
    root: "DigiCert Global Root CA",
    since: datetime!(2026-04-15 00:00 UTC),
    notice: RetirementNotice::RootRotation2026,
};

/// The month of the oldest package known to us with DigiCert Global Root G2.
pub const CURRENT_FIRST_SEEN: Date = date!(2022 - 03 - 01);

/// The month of the latest package known to us with DigiCert Global Root CA.
pub const RETIRING_LAST_SEEN: Date = date!(2024 - 03 - 01);

/// The day on which Microsoft Entra stopped using DigiCert Global Root CA (message MC1193408).
pub const ENTRA_LEFT: Date = date!(2026 - 01 - 07);

/// The last day on which SSTP can be enabled on a gateway.
pub const SSTP_LAST_ENABLED: Date = date!(2026 - 03 - 31);

/// The last day on which gateways support SSTP.
pub const SSTP_ENDS: Date = date!(2027 - 03 - 31);

/// The years of the vendor's pages about the individual clients, which the steps for reinstalling are based on.
pub const CLIENT_PAGES: [i32; 2] = [2020, 2024];

/// The day on which the Azure VPN Client for Linux is retired.
pub const LINUX_CLIENT_RETIRED: Date = date!(2026 - 08 - 31);
