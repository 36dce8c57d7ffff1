//! Checks the reports about real packages, which aren't in the repository.

#![allow(
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

mod support;

use p2s_batch::assemble;
use p2s_report::{Language, answer, answer_today, csv, json, text};
use p2s_verdict::Verdict;
use std::fs;
use support::now;

#[test]
#[ignore = "needs real packages (P2S_SAMPLES)"]
fn real_samples_have_complete_answers_in_each_language_and_match_the_schema() {
    let mut inputs = Vec::new();
    for path in p2s_fixtures::samples() {
        let name = path.file_name().expect("a name").to_string_lossy();
        let bytes = fs::read(&path).expect("a sample");
        inputs.extend(support::judge_file(
            &name,
            &bytes,
            &support::default_options(),
        ));
    }
    for input in &inputs {
        assert_eq!(input.verdict, Verdict::NotAffected, "{}", input.name);
        for language in Language::ALL {
            for result in [
                answer(input, now(), language),
                answer_today(input, now(), language),
            ] {
                for sentence in [&result.word, &result.first, &result.second] {
                    assert!(!sentence.is_empty(), "{}: {result:?}", input.name);
                }
            }
        }
    }
    let report = assemble(inputs, &support::default_options(), 0);
    for language in Language::ALL {
        assert!(!text(&report, &[], language).is_empty());
        assert!(csv(&report, language).lines().count() > report.inputs.len());
    }
    let schema = fs::read_to_string(support::root().join("docs/report.schema.json"));
    let schema = serde_json::from_str(&schema.expect("the schema")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let report = serde_json::from_str(&json(&report)).expect("JSON");
    let errors: Vec<String> = validator
        .iter_errors(&report)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}
