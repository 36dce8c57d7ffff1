//! No secret is kept anywhere from which a report, a log or a panic could show it.

mod support;

use p2s_fixtures::{Case, MARKER, MARKER_BASE64};

fn secret_cases() -> Vec<Case> {
    let cases = p2s_fixtures::cases().into_iter();
    cases
        .filter(|case| case.path.starts_with("secrets/"))
        .collect()
}

/// The marker in one of its forms, also as numbers of bytes.
fn leaks(text: &str) -> bool {
    let as_numbers = format!("{:?}", MARKER.as_bytes());
    [MARKER, MARKER_BASE64, as_numbers.trim_matches(['[', ']'])]
        .iter()
        .any(|form| text.contains(form))
}

#[test]
fn every_secret_case_holds_the_marker() {
    let cases = secret_cases();
    assert!(cases.len() > 15);
    for case in cases.iter().filter(|case| !case.path.ends_with(".zip")) {
        let text = String::from_utf8_lossy(&case.bytes);
        assert!(leaks(&text), "{}", case.path);
    }
}

#[test]
fn nothing_that_is_kept_of_an_input_holds_a_secret() {
    for case in secret_cases() {
        for package in support::open(&case.path, &case.bytes) {
            // What a panic or a log could print at most.
            assert!(!leaks(&format!("{package:?}")), "{}", case.path);
            assert!(
                !leaks(&format!("{:?}", support::answer(&package))),
                "{}",
                case.path
            );
        }
    }
}

#[test]
fn nothing_that_is_kept_of_a_damaged_input_holds_a_secret() {
    for case in secret_cases() {
        let step = (case.bytes.len() / 64).max(1);
        for at in (0..case.bytes.len()).step_by(step) {
            let mut flipped = case.bytes.clone();
            flipped[at] ^= 0x20;
            for bytes in [&flipped, &case.bytes[..at], &case.bytes[at..]] {
                for package in support::open(&case.path, bytes) {
                    assert!(!leaks(&format!("{package:?}")), "{} at {at}", case.path);
                }
            }
        }
    }
}
