//! English texts of the support request.

use crate::clock::JST_OFFSET_HOURS;
use crate::request::{FieldError, Words};
use p2s_verdict::notices::Window;

pub(crate) const WORDS: Words = Words {
    window_subject: "Subject: Azure VPN Gateway: window for the certificate change of point-to-site",
    window: "Please change the server certificate of the virtual network gateway below to that of a public CA in this window:",
    window_missing: "(window to be chosen)",
    status_subject: "Subject: Azure VPN Gateway: state of the certificate change of point-to-site",
    status: "Please tell us whether the server certificate of the virtual network gateway below has been changed to that of a public CA already.",
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

/// Returns what is wrong with a field and what to do.
pub(crate) fn field_error(error: FieldError) -> &'static str {
    match error {
        FieldError::NotAGuid => {
            "That is not a subscription ID. It has 32 digits from 0 to 9 and a to f in five groups, as in 12345678-90ab-cdef-1234-567890abcdef, and is not the subscription's name. Portal > Subscriptions shows it. Until it is right it is left out of the text."
        }
        FieldError::TooLong => {
            "That is longer than a gateway's name can be (80 characters), so it is left out of the text. Portal > Virtual network gateways shows the name."
        }
        FieldError::InvalidCharacter => {
            "A gateway's name has only letters from A to Z, digits, hyphens, underscores and dots; this one is left out of the text. The gateway's address is not its name. Portal > Virtual network gateways shows it."
        }
    }
}

/// Returns the name of a window with its start in JST and UTC.
pub(crate) fn window(window: &Window) -> String {
    let start = window.start.unix_timestamp();
    let at = |hours| super::moment(start, hours).unwrap_or_default();
    format!(
        "Window {}: from {} JST ({} UTC)",
        window.id,
        at(JST_OFFSET_HOURS),
        at(0)
    )
}
