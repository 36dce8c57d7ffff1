//! Inputs that are made to cost time end in an error of their own, soon.

mod support;

use p2s_verdict::Verdict;
use std::time::{Duration, Instant};

/// What a debug build under load may take where a release build takes less than a second.
const MOST: Duration = Duration::from_secs(10);

#[test]
fn costly_programs_and_cabinets_end_soon_in_an_error() {
    for costly in p2s_fixtures::costly() {
        let start = Instant::now();
        let answers = support::judge(costly.name, &costly.bytes);
        let took = start.elapsed();
        println!(
            "{}: {} bytes, {took:?}",
            costly.condition,
            costly.bytes.len()
        );
        assert!(took < MOST, "{}: {took:?}", costly.condition);
        let [answer] = answers.as_slice() else {
            panic!("{}: {} answers", costly.condition, answers.len());
        };
        assert_eq!(
            answer.verdict,
            Verdict::Undetermined,
            "{}",
            costly.condition
        );
        let error = answer.error.as_ref().map(|error| error.code.as_str());
        assert_eq!(error, Some(costly.error), "{}", costly.condition);
    }
}
