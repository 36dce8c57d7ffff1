//! The program never prints a secret from an input.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up fails by panicking"
)]

mod support;

use p2s_fixtures::{MARKER, MARKER_BASE64};
use support::{fixture, run, stderr, stdout};

#[test]
fn no_output_in_any_form_and_language_contains_a_secret() {
    let mut seen = 0;
    for case in p2s_fixtures::cases() {
        if !case.path.starts_with("secrets/") {
            continue;
        }
        seen += 1;
        for arguments in [
            &["--json"][..],
            &["--format", "markdown"],
            &["--format", "csv"],
            &["--lang", "ja"],
            &["--lang", "en"],
        ] {
            let output = run(arguments, &fixture(&case.path));
            for text in [stdout(&output), stderr(&output)] {
                let leaks = text.contains(MARKER) || text.contains(MARKER_BASE64);
                assert!(!leaks, "{} {arguments:?}: {text}", case.path);
            }
            assert!(!stdout(&output).is_empty(), "{}", case.path);
        }
    }
    assert!(seen > 15, "{seen} seen");
}
