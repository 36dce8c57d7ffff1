//! Checks packages inside a zip: each is an input, down to one level. A zip with its own parts is an input too.

mod support;

use p2s_fixtures::Case;
use p2s_verdict::InputReport;
use std::sync::LazyLock;
use support::unzip::{Packing, rezip};

const DEFLATED: Packing = Packing {
    deflated: true,
    large: false,
    comment: false,
};

/// Returns the bytes of a fixture.
fn fixture(path: &str) -> Vec<u8> {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(p2s_fixtures::cases);
    let case = CASES.iter().find(|case| case.path == path);
    let case = case.unwrap_or_else(|| panic!("no case {path}"));
    case.bytes.clone()
}

/// Returns a zip of fixtures.
fn zip_of(files: &[(&str, &str)]) -> Vec<u8> {
    let members: Vec<_> = files
        .iter()
        .map(|(name, path)| ((*name).to_owned(), fixture(path)))
        .collect();
    rezip(&members, DEFLATED)
}

/// Returns the name and the rule of each input.
fn names_and_rules(answers: &[InputReport]) -> Vec<(&str, &str)> {
    answers
        .iter()
        .map(|answer| (answer.name.as_str(), answer.rule.code()))
        .collect()
}

#[test]
fn each_package_in_a_zip_is_an_input_named_after_both_files() {
    let bytes = zip_of(&[
        ("a/public.zip", "public/g2.zip"),
        ("own.zip", "own/plural.zip"),
        ("notes.txt", "wrong/notes.txt"),
    ]);
    let answers = support::judge("all.zip", &bytes);
    let expected = [
        ("all.zip/a/public.zip", "all-public"),
        ("all.zip/own.zip", "own-ca"),
    ];
    assert_eq!(names_and_rules(&answers), expected);
}

#[test]
fn a_zip_with_its_own_parts_is_an_input_too() {
    let bytes = zip_of(&[
        ("Generic/VpnSettings.xml", "xml/lf.xml"),
        ("old/own.zip", "own/plural.zip"),
    ]);
    let answers = support::judge("all.zip", &bytes);
    let expected = [("all.zip", "all-public"), ("all.zip/old/own.zip", "own-ca")];
    assert_eq!(names_and_rules(&answers), expected);
}

#[test]
fn an_unreadable_package_in_a_zip_is_an_input_with_its_error() {
    let bytes = zip_of(&[
        ("good.zip", "public/g2.zip"),
        ("cut.zip", "zip/truncated.zip"),
        ("twice.zip", "zip/b1-twice.zip"),
        ("broken.zip", "zip/broken-xml.zip"),
    ]);
    let answers = support::judge("all.zip", &bytes);
    let expected = [
        ("all.zip/good.zip", "all-public"),
        ("all.zip/cut.zip", "unreadable"),
        ("all.zip/twice.zip", "ambiguous-archive"),
        ("all.zip/broken.zip", "part-unreadable"),
    ];
    assert_eq!(names_and_rules(&answers), expected);
}

#[test]
fn a_zip_in_a_zip_in_a_zip_is_not_opened() {
    let inner = zip_of(&[("own.zip", "own/plural.zip")]);
    let middle = rezip(&[("middle.zip".to_owned(), inner)], DEFLATED);
    let answers = support::judge("all.zip", &middle);
    assert_eq!(
        names_and_rules(&answers),
        [("all.zip/middle.zip/own.zip", "unreadable")]
    );
}

#[test]
fn two_gateways_in_two_zips_are_two_inputs() {
    let bytes = zip_of(&[
        ("one.zip", "public/g1.zip"),
        ("other.zip", "documents/virtual-wan-hub.zip"),
    ]);
    let answers = support::judge("all.zip", &bytes);
    let rules: Vec<&str> = answers.iter().map(|answer| answer.rule.code()).collect();
    assert_eq!(rules, ["all-public", "all-public"]);
    assert_eq!(answers[1].model.code(), "virtual-wan");
}

#[test]
fn a_zip_that_is_not_a_package_is_ignored_inside_a_package() {
    let bytes = zip_of(&[
        ("Generic/VpnSettings.xml", "xml/lf.xml"),
        ("report.zip", "wrong/report.docx"),
    ]);
    assert_eq!(
        names_and_rules(&support::judge("all.zip", &bytes)),
        [("all.zip", "all-public")]
    );
}
