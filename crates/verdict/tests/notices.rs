//! Tests of the notices' windows and of their stages at a moment.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

use p2s_verdict::notices::{COMPLETED, FIRST_WINDOW, Stage, WINDOWS, maintenance_2019};

#[test]
fn a_window_is_upcoming_then_under_way_then_past() {
    for window in WINDOWS {
        let (start, end) = (window.start.unix_timestamp(), window.end.unix_timestamp());
        assert!(start < end, "{}", window.id);
        for (now, stage) in [
            (start - 1, Stage::Upcoming),
            (start, Stage::UnderWay),
            (end - 1, Stage::UnderWay),
            (end, Stage::Past),
            (end + 1, Stage::Past),
        ] {
            assert_eq!(window.stage(now), stage, "{} at {now}", window.id);
        }
    }
}

#[test]
fn the_whole_maintenance_lasts_from_the_first_window_to_the_completion() {
    let (start, end) = (FIRST_WINDOW.unix_timestamp(), COMPLETED.unix_timestamp());
    assert_eq!(maintenance_2019(start - 1), Stage::Upcoming);
    assert_eq!(maintenance_2019(start), Stage::UnderWay);
    assert_eq!(maintenance_2019(end - 1), Stage::UnderWay);
    assert_eq!(maintenance_2019(end), Stage::Past);
}

#[test]
fn stages_have_the_codes_that_the_page_uses() {
    let codes = [Stage::Upcoming, Stage::UnderWay, Stage::Past].map(Stage::code);
    assert_eq!(codes, ["upcoming", "under-way", "past"]);
}

#[test]
fn windows_on_request_last_six_hours_and_the_automatic_one_lasts_until_the_completion() {
    let hours: Vec<(&str, i64)> = WINDOWS
        .iter()
        .map(|window| (window.id, (window.end - window.start).whole_hours()))
        .collect();
    let (automatic, on_request) = hours.split_last().expect("windows");
    assert_eq!(on_request, [("1", 6), ("2", 6), ("3", 6), ("4", 6)]);
    assert_eq!(automatic.0, "automatic");
    assert_eq!(WINDOWS.last().map(|window| window.end), Some(COMPLETED));
}
