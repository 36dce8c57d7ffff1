//! 2026-06-04: the gateways' public roots are rotated.
//!
//! That the rotation is about DigiCert Global Root CA is an inference: the pages name no root.

use super::{Notice, Retirement};
use time::macros::{date, datetime};

/// The notice.
pub(super) const NOTICE: Notice = Notice {
    id: "2026-root-rotation",
    date: date!(2026 - 06 - 04),
    checked: date!(2026 - 11 - 24),
    sources: &[
        "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about-gateway-certificate-migration",
        "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-user-vpn-profile-update",
    ],
};

/// Roots on their way out: Chrome and Firefox stopped trusting this one for web sites on that day.
pub static RETIRING: &[Retirement] = &[Retirement {
    root: "DigiCert Global Root CA",
    since: datetime!(2026-04-15 00:00 UTC),
}];
