//! Checks that no secret is stored where a report, a log or a panic could show it.

mod support;

use p2s_fixtures::{Case, MARKER, MARKER_BASE64};

/// Returns the fixtures that contain a secret.
fn secret_cases() -> Vec<Case> {
    let cases = p2s_fixtures::cases().into_iter();
    cases
        .filter(|case| case.path.starts_with("secrets/"))
        .collect()
}

/// Returns true if a text contains the marker: as text, in Base64 or as decimal byte values.
fn contains_marker(text: &str) -> bool {
    let byte_values = format!("{:?}", MARKER.as_bytes());
    [MARKER, MARKER_BASE64, byte_values.trim_matches(['[', ']'])]
        .iter()
        .any(|form| text.contains(form))
}

#[test]
fn every_secret_case_contains_the_marker() {
    let cases = secret_cases();
    assert!(cases.len() > 15);
    for case in cases.iter().filter(|case| !case.path.ends_with(".zip")) {
        let text = String::from_utf8_lossy(&case.bytes);
        assert!(contains_marker(&text), "{}", case.path);
    }
}

#[test]
fn no_package_or_report_contains_a_secret() {
    for case in secret_cases() {
        for package in support::open(&case.path, &case.bytes) {
            // The debug format is the most that a panic or a log could print.
            assert!(!contains_marker(&format!("{package:?}")), "{}", case.path);
            assert!(
                !contains_marker(&format!("{:?}", support::answer(&package))),
                "{}",
                case.path
            );
        }
    }
}

#[test]
fn no_package_from_a_damaged_input_contains_a_secret() {
    for case in secret_cases() {
        let step = (case.bytes.len() / 64).max(1);
        for at in (0..case.bytes.len()).step_by(step) {
            let mut flipped = case.bytes.clone();
            flipped[at] ^= 0x20;
            for bytes in [&flipped, &case.bytes[..at], &case.bytes[at..]] {
                for package in support::open(&case.path, bytes) {
                    assert!(
                        !contains_marker(&format!("{package:?}")),
                        "{} at {at}",
                        case.path
                    );
                }
            }
        }
    }
}
