//! Checks the text of the support request at several moments, and the checks of its fields.

mod support;

use p2s_report::{
    FieldError, GatewayDetails, Language, Message, PackageDetails, Purpose, Request, request_text,
};
use support::moment as at;

#[test]
fn only_a_guid_is_a_valid_subscription_id() {
    for text in ["", " 12345678-90ab-CDEF-1234-567890abcdef "] {
        assert_eq!(FieldError::in_subscription(text), None, "{text}");
    }
    for text in [
        "Production",
        "1234567890abcdef",
        "{12345678-90ab-cdef-1234-567890abcdef}",
        "12345678-90ab-cdef-1234-567890abcdeg",
        "12345678-90ab-cdef-1234-567890abcdef0",
        "----",
    ] {
        assert_eq!(
            FieldError::in_subscription(text),
            Some(FieldError::NotAGuid),
            "{text}"
        );
    }
}

#[test]
fn the_purpose_of_a_request_depends_on_the_moment() {
    let windows = |text| match Purpose::at(at(text)) {
        Purpose::Window(windows) => windows.len(),
        _ => 0,
    };
    assert_eq!(windows("2019-02-20T00:00:00Z"), 4);
    assert_eq!(windows("2019-02-25T06:00:00Z"), 3);
    assert_eq!(Purpose::at(at("2019-03-01T18:00:00Z")), Purpose::Status);
    assert_eq!(Purpose::at(at("2019-05-12T00:00:00Z")), Purpose::Rotation);
}

#[test]
fn a_request_names_the_window_the_gateways_and_the_checked_package() {
    let request = Request {
        gateways: vec![
            GatewayDetails {
                name: " gw-1 ".into(),
                subscription: "12345678-90ab-cdef-1234-567890abcdef".into(),
            },
            GatewayDetails {
                name: "<b>x</b>".into(),
                subscription: "no".into(),
            },
        ],
        on_gateway: false,
        window: Some("2".into()),
        packages: vec![PackageDetails {
            server: Some("a\u{202e}b".into()),
            network: Some("vnet".into()),
            roots: Vec::new(),
        }],
    };
    let text = request_text(&request, at("2019-02-20T00:00:00Z"), Language::En);
    for part in [
        "26 February 2019, 03:00",
        "1. Gateway name: gw-1\n",
        "12345678-90ab-cdef-1234-567890abcdef",
        "2. Gateway name: (to be filled in)",
        "a\\u{202e}b",
        "vnet",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("<b>"), "{text}");
}

#[test]
fn a_request_on_the_gateway_page_has_no_placeholders() {
    let request = Request {
        gateways: vec![GatewayDetails::default()],
        on_gateway: true,
        ..Request::default()
    };
    for language in Language::ALL {
        let text = request_text(&request, at("2026-11-24T00:00:00Z"), language);
        let missing = Message::RequestMissing.text(language);
        assert!(!text.contains(missing), "{text}");
    }
}

#[test]
fn a_name_of_ten_thousand_characters_is_rejected_and_left_out() {
    let long = "x".repeat(10_000);
    assert_eq!(FieldError::in_name(&long), Some(FieldError::TooLong));
    let request = Request {
        gateways: vec![GatewayDetails {
            name: long,
            subscription: String::new(),
        }],
        ..Request::default()
    };
    assert!(request_text(&request, at("2026-11-24T00:00:00Z"), Language::Ja).len() < 1_500);
}
