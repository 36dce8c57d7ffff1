//! Checks that contradictions and other irregularities give findings.

mod support;

use p2s_fixtures::Case;
use p2s_verdict::{FindingCode, InputReport, Verdict};
use std::sync::LazyLock;
use support::unzip::{Packing, rezip};

fn has(answer: &InputReport, code: FindingCode) -> bool {
    answer.findings.iter().any(|finding| finding.code == code)
}

/// Returns the report about a fixture with a single input.
fn report_about(path: &str) -> InputReport {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(p2s_fixtures::cases);
    let case = CASES
        .iter()
        .find(|case| case.path == path)
        .unwrap_or_else(|| panic!("no case {path}"));
    let mut answers = support::judge(&case.path, &case.bytes);
    assert_eq!(answers.len(), 1, "{path}");
    answers.remove(0)
}

#[test]
fn every_pair_of_disagreeing_places_gives_a_finding() {
    let mut count = 0;
    for case in p2s_fixtures::cases() {
        let Some(file) = case.path.strip_prefix("pairs/") else {
            continue;
        };
        // The second profile makes a second input, so there is no single report to check.
        if file == "two-profile.zip" {
            continue;
        }
        let answer = report_about(&case.path);
        assert_eq!(answer.verdict, Verdict::Undetermined, "{file}");
        if file.contains("-own-") || file.starts_with("two-") {
            count += 1;
            assert!(has(&answer, FindingCode::PartsDisagree), "{file}");
        }
    }
    assert_eq!(
        count,
        9 * 8 + 8,
        "both orders of nine places, and each place but the profile twice"
    );
}

#[test]
fn two_public_roots_at_any_two_places_give_a_finding() {
    let places = p2s_fixtures::places();
    let mut count = 0;
    for one in &places {
        for other in &places {
            let (Some(one), Some(other)) = (one(0), other(1)) else {
                continue;
            };
            if one.0 == other.0 {
                continue;
            }
            count += 1;
            let names = format!("{} and {}", one.0, other.0);
            let packing = Packing {
                deflated: true,
                large: false,
                comment: false,
            };
            let profile = (
                "Cm/0badcafe-0000-4000-8000-00000000cafe.cmp".to_owned(),
                b"[Profile Settings]\r\n".to_vec(),
            );
            let bytes = rezip(&[one, other, profile], packing);
            let answers = support::judge("two-roots.zip", &bytes);
            assert_eq!(answers[0].verdict, Verdict::NotAffected, "{names}");
            assert!(
                has(&answers[0], FindingCode::RootsDiffer),
                "{names}: {:?}",
                answers[0].findings
            );
        }
    }
    assert_eq!(count, 7 * 6, "both orders of seven files");
}

#[test]
fn two_public_roots_in_one_document_give_a_finding() {
    let hash_and_data = report_about("documents/azurevpn-data-of-another-root.xml");
    assert!(has(&hash_and_data, FindingCode::RootsDiffer));
    let names = report_about("public/names-of-two-roots.xml");
    assert!(has(&names, FindingCode::NamesDisagree));
    let same = report_about("documents/azurevpn-data.xml");
    assert!(!has(&same, FindingCode::RootsDiffer));
}

#[test]
fn an_answer_based_on_the_script_alone_has_a_finding() {
    let answer = report_about("documents/script-g2.ps1");
    assert!(has(&answer, FindingCode::ScriptOnly));
}

#[test]
fn names_in_an_old_code_page_give_no_hidden_characters_finding() {
    let answer = report_about("zip/writer-explorer-code-page.zip");
    assert!(
        !has(&answer, FindingCode::HiddenCharacters),
        "{:?}",
        answer.findings
    );
}

#[test]
fn a_public_name_on_another_certificate_is_a_contradiction() {
    for path in [
        "disagree/lookalike.xml",
        "disagree/lookalike-beside-public.zip",
        "certificates/lookalike.cer",
        "programs/lookalike.exe",
        "pairs/another-signature.zip",
    ] {
        let answer = report_about(path);
        assert_eq!(answer.rule.code(), "contradiction", "{path}");
        assert!(has(&answer, FindingCode::Lookalike), "{path}");
    }
}

#[test]
fn hidden_characters_in_names_give_a_finding() {
    for path in [
        "certificates/bidi-name.cer",
        "disagree/bidi-network.xml",
        "disagree/bidi-server.xml",
        "disagree/bidi-folder.zip",
    ] {
        assert!(
            has(&report_about(path), FindingCode::HiddenCharacters),
            "{path}"
        );
    }
}

#[test]
fn another_file_in_place_of_a_program_gives_a_finding() {
    for path in [
        "programs/zip-git-lfs-pointer.zip",
        "programs/zip-mail-filter.zip",
        "programs/zip-git-lfs-pointer-only.zip",
    ] {
        assert!(has(&report_about(path), FindingCode::NotAProgram), "{path}");
    }
}

#[test]
fn items_that_never_count_are_listed_with_their_reason() {
    let cases: Vec<_> = p2s_fixtures::cases()
        .into_iter()
        .filter(|case| case.path.starts_with("documents/never-"))
        .collect();
    assert!(cases.len() > 14, "{}", cases.len());
    let reasons = [
        ("clientauth", "client-auth"),
        ("issuer-hash", "client-issuer"),
        ("cert-", "client-certificate"),
        ("radius", "radius-root"),
        ("stray", "no-place"),
        ("pins", "profile-pin"),
    ];
    for case in cases.iter().filter(|case| !case.path.contains("broken")) {
        let item = case.path.trim_start_matches("documents/never-");
        let reason = reasons.iter().find(|(start, _)| item.starts_with(start));
        let (_, reason) = reason.unwrap_or_else(|| panic!("{item}"));
        let answer = report_about(&case.path);
        let is_listed = answer
            .evidence
            .iter()
            .any(|item| !item.counted && item.reason.is_some_and(|code| code.code() == *reason));
        assert!(is_listed, "{}: {:?}", case.path, answer.evidence);
    }
}
