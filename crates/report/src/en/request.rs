//! The support request in English.

use crate::clock::JAPAN;
use crate::request::{Objection, Words};
use p2s_verdict::notices::Window;

pub(crate) const WORDS: Words = Words {
    window_subject: "Subject: Azure VPN Gateway: window for the certificate change of point-to-site",
    window: "Please change the server certificate of the virtual network gateway below to that of a public CA in this window:",
    window_missing: "(window to be chosen)",
    moved_subject: "Subject: Azure VPN Gateway: state of the certificate change of point-to-site",
    moved: "Please tell us whether the server certificate of the virtual network gateway below has been changed to that of a public CA already.",
    rotation_subject: "Subject: Azure VPN Gateway: date of the root certificate rotation of point-to-site",
    rotation: "Please tell us whether the root certificate rotation (migration) of point-to-site has a date for the virtual network gateway below: from when on its VPN client package holds the new root certificate, and when the old certificate is removed.",
    on_gateway: "This request is opened on the gateway itself.",
    name: "Gateway name",
    subscription: "Subscription ID",
    missing: "(to be filled in)",
    known: "From the VPN client package:",
    server: "gateway address",
    network: "virtual network",
    root: "root certificate",
};

pub(crate) fn objection(objection: Objection) -> &'static str {
    match objection {
        Objection::NotAnId => {
            "That is not a subscription ID. It has 32 digits from 0 to 9 and a to f in five groups, as in 12345678-90ab-cdef-1234-567890abcdef, and is not the subscription's name. Portal > Subscriptions shows it. Until it is right it is left out of the text."
        }
        Objection::TooLong => {
            "That is longer than a gateway's name can be (80 characters), so it is left out of the text. Portal > Virtual network gateways shows the name."
        }
        Objection::OddName => {
            "A gateway's name has only letters from A to Z, digits, hyphens, underscores and dots; this one is left out of the text. The gateway's address is not its name. Portal > Virtual network gateways shows it."
        }
    }
}

pub(crate) fn window(window: &Window) -> String {
    let start = window.start.unix_timestamp();
    let at = |hours| super::moment(start, hours).unwrap_or_default();
    format!(
        "Window {}: from {} JST ({} UTC)",
        window.id,
        at(JAPAN),
        at(0)
    )
}
