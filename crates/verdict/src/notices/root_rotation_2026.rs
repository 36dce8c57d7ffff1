//! Notice of 2026-06-04: Azure rotates the gateways' public root certificates.
//!
//! The pages name no root. That the rotation is about DigiCert Global Root CA is our inference.

use super::{Fact, Notice, Retirement};
use time::Date;
use time::macros::{date, datetime};

/// The day of the vendor's pages.
const DATE: Date = date!(2026 - 06 - 04);

/// The last day of the month that one version of the vendor's FAQ gives as the deadline (azure-docs,
/// includes/vpn-gateway-server-certificate-migration-faq.md, commit cce55237). Another version names no date.
const DEADLINE: Date = date!(2027 - 01 - 31);

/// The notice's identifier.
pub const ID: &str = "2026-root-rotation";

/// The page about the migration, with frequently asked questions.
const ABOUT: &str = "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about-gateway-certificate-migration";

/// The page about updating a client's profile.
const PROFILE_UPDATE: &str =
    "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-user-vpn-profile-update";

/// The retirement. It begins on the day on which Chrome and Firefox ended their trust for websites (DigiCert's knowledge
/// base, ALERT86).
const RETIREMENT: Retirement = Retirement {
    root: "DigiCert Global Root CA",
    since: datetime!(2026-04-15 00:00 UTC),
    announced_by: &["Mozilla", "Google", "Microsoft"],
    deadline: Some(DEADLINE),
    is_inference: true,
};

/// The root that packages contain since the retiring one.
const CURRENT: &str = "DigiCert Global Root G2";

/// The root that packages contain next, according to our inference.
const NEXT: &str = "Microsoft TLS RSA Root G2";

/// The notice.
pub(super) const NOTICE: Notice = Notice {
    id: ID,
    date: DATE,
    checked: date!(2026 - 11 - 24),
    sources: &[ABOUT, PROFILE_UPDATE],
    windows: &[],
    retirements: &[RETIREMENT],
    section: Some("rotation"),
};

/// The other facts.
pub(super) const FACTS: &[(&str, Fact)] = &[
        ("rotation", Fact::Day(DATE)),
        ("rotation-year", Fact::Year(DATE)),
        ("rotation-deadline", Fact::Month(DEADLINE)),
        ("rotation-about", Fact::Text(ABOUT)),
        ("rotation-update", Fact::Text(PROFILE_UPDATE)),
        ("retiring", Fact::Text(RETIREMENT.root)),
        ("retiring-sha1", Fact::ThumbprintOf(RETIREMENT.root)),
        ("retiring-since", Fact::Day(RETIREMENT.since.date())),
        // The latest package known to us with that root.
        ("retiring-seen", Fact::Month(date!(2024 - 03 - 01))),
        ("current", Fact::Text(CURRENT)),
        ("current-sha1", Fact::ThumbprintOf(CURRENT)),
        // The oldest package known to us with that root.
        ("current-seen", Fact::Month(date!(2022 - 03 - 01))),
        // The day on which Microsoft Entra stopped using the retiring root (message MC1193408).
        ("entra-left", Fact::Day(date!(2026 - 01 - 07))),
        // The last day on which SSTP can be enabled on a gateway, and the last one on which gateways support it.
        ("sstp-last", Fact::Day(date!(2026 - 03 - 31))),
        ("sstp-ends", Fact::Day(date!(2027 - 03 - 31))),
        // The vendor's pages about the individual clients, which the steps for reinstalling are based on.
        ("client-pages", Fact::Years(2020, 2024)),
        ("linux-retired", Fact::Day(date!(2026 - 08 - 31))),
        ("linux-page", Fact::Day(date!(2026 - 05 - 27))),
        // The later pages: the twin for Virtual WAN, the overview, and the one page that replaces the client pages.
        ("rotation-wan", Fact::Day(date!(2026 - 06 - 08))),
        ("p2s-day", Fact::Day(date!(2026 - 08 - 17))),
        ("client-day", Fact::Day(date!(2026 - 08 - 19))),
        ("troubleshooting-moved", Fact::Day(date!(2025 - 04 - 03))),
        // The day on which the sources of the other facts below were checked.
        ("checked-again", Fact::Day(date!(2026 - 11 - 27))),
        // The vendor's list of CAs, and roots that it has or no longer has.
        ("cas-day", Fact::Day(date!(2025 - 11 - 17))),
        ("g5-from", Fact::Day(date!(2021 - 01 - 15))),
        ("g5-to", Fact::Day(date!(2046 - 01 - 14))),
        ("g5-rsa-sha1", Fact::ThumbprintOf("DigiCert TLS RSA4096 Root G5")),
        ("g5-ecc-sha1", Fact::ThumbprintOf("DigiCert TLS ECC P384 Root G5")),
        ("d-trust", Fact::Text("D-TRUST Root Class 3 CA 2 2009")),
        // The root that we expect next, and the end of its cross-certificate by the current root.
        ("next", Fact::Text(NEXT)),
        ("next-sha1", Fact::ThumbprintOf(NEXT)),
        ("next-from", Fact::Day(date!(2025 - 04 - 10))),
        ("next-to", Fact::Day(date!(2040 - 04 - 10))),
        ("cross-to", Fact::Day(date!(2029 - 06 - 19))),
        // Trust stores without the retiring root.
        ("webpki-day", Fact::Day(date!(2026 - 04 - 16))),
        ("certifi", Fact::Text("2026.04.22")),
        // Changes in packages: between which ones the lists of roots appeared, the scripts that name a root, and
        // `usepinnedroot`.
        ("singular-last", Fact::Day(date!(2022 - 08 - 24))),
        ("plural-first", Fact::Day(date!(2022 - 10 - 10))),
        ("script-first", Fact::Month(date!(2024 - 01 - 01))),
        ("script-last", Fact::Month(date!(2026 - 03 - 01))),
        ("pinned-first", Fact::Month(date!(2026 - 06 - 01))),
];
