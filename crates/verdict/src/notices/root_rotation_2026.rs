//! 2026-06-04: the gateways' public roots are rotated.
//!
//! That the rotation is about DigiCert Global Root CA is an inference: the pages name no root.

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

/// What the rotation is, with questions and answers.
pub const ABOUT: &str = "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about-gateway-certificate-migration";

/// How a client's profile is renewed.
pub const PROFILE_UPDATE: &str =
    "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-user-vpn-profile-update";

/// The last day of the month that one version of the vendor's questions and answers gives as the deadline (azure-docs,
/// includes/vpn-gateway-server-certificate-migration-faq.md, commit cce55237); another names no date.
pub const DEADLINE: Date = date!(2027 - 01 - 31);

/// The root that is being retired: Chrome and Firefox stopped trusting it for web sites on that day (DigiCert's
/// knowledge base, ALERT86).
pub const RETIREMENT: Retirement = Retirement {
    root: "DigiCert Global Root CA",
    since: datetime!(2026-04-15 00:00 UTC),
    notice: RetirementNotice::RootRotation2026,
};

/// The month in which a package with DigiCert Global Root G2 was first seen, by us.
pub const CURRENT_FIRST_SEEN: Date = date!(2022 - 03 - 01);

/// The month in which one with DigiCert Global Root CA was last seen, by us.
pub const RETIRING_LAST_SEEN: Date = date!(2024 - 03 - 01);

/// Microsoft Entra left that root (message MC1193408).
pub const ENTRA_LEFT: Date = date!(2026 - 01 - 07);

/// From the day after, SSTP can't be enabled on a gateway any more.
pub const SSTP_LAST_ENABLED: Date = date!(2026 - 03 - 31);

/// The last day of SSTP.
pub const SSTP_ENDS: Date = date!(2027 - 03 - 31);

/// The years of the vendor's pages on the single clients that the steps of reinstalling follow.
pub const CLIENT_PAGES: [i32; 2] = [2020, 2024];

/// The Azure VPN Client for Linux is retired.
pub const LINUX_CLIENT_RETIRED: Date = date!(2026 - 08 - 31);
