//! What disagrees is told, and where.

mod support;

use p2s_fixtures::Case;
use p2s_verdict::{FindingCode, InputReport, Verdict};
use std::sync::LazyLock;
use support::unzip::{Packing, rezip};

fn has(answer: &InputReport, code: FindingCode) -> bool {
    answer.findings.iter().any(|finding| finding.code == code)
}

fn answer_of(path: &str) -> InputReport {
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
fn every_pair_of_places_that_disagrees_is_told() {
    let mut seen = 0;
    for case in p2s_fixtures::cases() {
        let Some(file) = case.path.strip_prefix("pairs/") else {
            continue;
        };
        // Two inputs.
        if file == "two-profile.zip" {
            continue;
        }
        let answer = answer_of(&case.path);
        assert_eq!(answer.verdict, Verdict::Undetermined, "{file}");
        if file.contains("-own-") || file.starts_with("two-") {
            seen += 1;
            assert!(has(&answer, FindingCode::PartsDisagree), "{file}");
        }
    }
    assert_eq!(
        seen,
        9 * 8 + 8,
        "both orders of nine places, and each place but the profile twice"
    );
}

#[test]
fn two_public_roots_at_any_two_places_are_told() {
    let places = p2s_fixtures::places();
    let mut seen = 0;
    for one in &places {
        for other in &places {
            let (Some(one), Some(other)) = (one(0), other(1)) else {
                continue;
            };
            if one.0 == other.0 {
                continue;
            }
            seen += 1;
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
    assert_eq!(seen, 7 * 6, "both orders of seven files");
}

#[test]
fn two_public_roots_in_one_document_are_told() {
    let hash_and_data = answer_of("documents/azurevpn-data-of-another-root.xml");
    assert!(has(&hash_and_data, FindingCode::RootsDiffer));
    let names = answer_of("public/names-of-two-roots.xml");
    assert!(has(&names, FindingCode::NamesDisagree));
    let same = answer_of("documents/azurevpn-data.xml");
    assert!(!has(&same, FindingCode::RootsDiffer));
}

#[test]
fn an_answer_that_rests_on_the_script_alone_says_so() {
    let answer = answer_of("documents/script-g2.ps1");
    assert!(has(&answer, FindingCode::ScriptOnly));
}

#[test]
fn names_in_an_old_code_page_hide_nothing() {
    let answer = answer_of("zip/writer-explorer-code-page.zip");
    assert!(
        !has(&answer, FindingCode::HiddenCharacters),
        "{:?}",
        answer.findings
    );
}

#[test]
fn a_public_name_on_another_certificate_is_said_loudly() {
    for path in [
        "disagree/lookalike.xml",
        "disagree/lookalike-beside-public.zip",
        "certificates/lookalike.cer",
        "programs/lookalike.exe",
        "pairs/another-signature.zip",
    ] {
        let answer = answer_of(path);
        assert_eq!(answer.rule.code(), "contradiction", "{path}");
        assert!(has(&answer, FindingCode::Lookalike), "{path}");
    }
}

#[test]
fn hidden_characters_in_names_are_told() {
    for path in [
        "certificates/bidi-name.cer",
        "disagree/bidi-network.xml",
        "disagree/bidi-server.xml",
        "disagree/bidi-folder.zip",
    ] {
        assert!(
            has(&answer_of(path), FindingCode::HiddenCharacters),
            "{path}"
        );
    }
}

#[test]
fn what_is_no_program_at_a_programs_place_is_told() {
    for path in [
        "programs/zip-git-lfs-pointer.zip",
        "programs/zip-mail-filter.zip",
        "programs/zip-git-lfs-pointer-only.zip",
    ] {
        assert!(has(&answer_of(path), FindingCode::NotAProgram), "{path}");
    }
}

#[test]
fn what_never_counts_is_shown_with_its_reason() {
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
        let what = case.path.trim_start_matches("documents/never-");
        let reason = reasons.iter().find(|(start, _)| what.starts_with(start));
        let (_, reason) = reason.unwrap_or_else(|| panic!("{what}"));
        let answer = answer_of(&case.path);
        let shown = answer
            .evidence
            .iter()
            .any(|item| !item.counted && item.reason.is_some_and(|told| told.code() == *reason));
        assert!(shown, "{}: {:?}", case.path, answer.evidence);
    }
}
