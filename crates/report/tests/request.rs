//! The support request: what it says on which day, and what is wrong with what was put in.

mod support;

use p2s_report::{
    FieldError, GatewayDetails, Language, PackageDetails, Purpose, Request, request_text,
};
use support::moment as at;

#[test]
fn only_a_guid_is_a_subscription() {
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
fn what_can_be_asked_for_follows_the_day() {
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
fn a_request_names_window_gateways_and_what_was_read() {
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
fn on_the_gateway_nothing_is_missing() {
    let request = Request {
        gateways: vec![GatewayDetails::default()],
        on_gateway: true,
        ..Request::default()
    };
    for language in Language::ALL {
        let text = request_text(&request, at("2026-11-24T00:00:00Z"), language);
        let missing = match language {
            Language::Ja => "(記入してください)",
            Language::En => "(to be filled in)",
        };
        assert!(!text.contains(missing), "{text}");
    }
}

#[test]
fn ten_thousand_characters_are_refused_not_written() {
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
