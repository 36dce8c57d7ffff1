//! Checks today's answer for each state of the root.

#![allow(
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

mod support;

use p2s_package::Timestamp;
use p2s_report::{Language, answer_today};
use p2s_verdict::{InputReport, RootState, Rule, State, Verdict};
use support::{input, now, public};

#[test]
fn every_state_of_an_unaffected_package_but_current_requires_an_action() {
    for state in State::ALL {
        let expected = *state != State::Current;
        for language in Language::ALL {
            let result = answer_today(&public(*state), now(), language);
            assert_eq!(result.needs_action, expected, "{state:?}");
            assert!(
                !result.needs_action || !result.steps.is_empty(),
                "{state:?}"
            );
        }
    }
}

#[test]
fn the_affected_root_of_the_rotation_is_marked_as_an_inference() {
    let input = public(State::Retiring);
    let en = answer_today(&input, now(), Language::En).second;
    assert!(
        en.contains("Our inference: the root being replaced is DigiCert Global Root CA.")
            && en.contains("15 April 2026"),
        "{en}"
    );
    let ja = answer_today(&input, now(), Language::Ja).second;
    assert!(
        ja.contains("推測: 移行の対象は DigiCert Global Root CA です")
            && ja.contains("2026 年 4 月 15 日"),
        "{ja}"
    );
}

#[test]
fn an_expired_root_is_not_called_retiring() {
    let mut input = public(State::Retiring);
    input.root_today.roots.push(RootState {
        name: "Baltimore CyberTrust Root".to_owned(),
        state: State::Expired,
    });
    let en = answer_today(&input, now(), Language::En).second;
    assert!(
        en.contains(
            "DigiCert Global Root CA is being retired, Baltimore CyberTrust Root has expired"
        ),
        "{en}"
    );
    let ja = answer_today(&input, now(), Language::Ja).second;
    assert!(
        ja.contains("Baltimore CyberTrust Root は有効期限が切れています"),
        "{ja}"
    );
}

#[test]
fn an_expired_intermediate_is_named() {
    let inputs = support::input_reports(&support::default_options());
    let input = inputs
        .iter()
        .find(|input| input.name == "certificates/intermediate-2013.cer");
    let answer = input.map(|input| answer_today(input, now(), Language::En));
    let answer = answer.expect("a fixture");
    assert!(
        answer
            .first
            .contains("the CA of the gateway's server certificate is expired")
    );
    let second = answer.second;
    assert!(
        second.contains("DigiCert SHA2 Secure Server CA (an intermediate issued by DigiCert Global Root CA) has expired"),
        "{second}"
    );
}

#[test]
fn an_undetermined_package_gives_no_certain_answer_for_today() {
    let input = input(Rule::TwoGateways, Verdict::Undetermined, State::Current);
    let result = answer_today(&input, now(), Language::En);
    assert_ne!(result.word, "Nothing to do today");
    assert!(
        result.first.contains("may not chain to them"),
        "{}",
        result.first
    );
}

/// Returns all sentences of today's answer.
fn full_text(input: &InputReport, now: Timestamp, language: Language) -> String {
    let result = answer_today(input, now, language);
    let steps = result.steps.iter().map(|step| step.text.as_str());
    let sentences = [result.first.as_str(), result.second.as_str()];
    sentences.into_iter().chain(steps).collect()
}

fn fixture(path: &str, now: &str) -> InputReport {
    let case = p2s_fixtures::cases()
        .into_iter()
        .find(|case| case.path == path)
        .expect("a fixture");
    let mut answers = support::judge_file(path, &case.bytes, &support::options(now, None));
    answers.remove(0)
}

#[test]
fn each_retirement_has_the_text_of_its_own_notice() {
    let day = "2029-04-15T00:00:00Z";
    let words_2026 = ["2026", "2027", "Chrome"];
    for (path, has_2026, has_2029) in [
        ("public/g2.zip", false, true),
        ("migration/g2-and-microsoft-tls.zip", false, true),
        ("public/g1.zip", true, false),
        ("public/g1-and-g2.zip", true, true),
    ] {
        let input = fixture(path, day);
        for language in Language::ALL {
            let text = full_text(&input, support::moment(day), language);
            for word in words_2026 {
                assert_eq!(text.contains(word), has_2026, "{path}: {word}: {text}");
            }
            for word in ["2029", "Mozilla"] {
                assert_eq!(text.contains(word), has_2029, "{path}: {word}: {text}");
            }
        }
    }
    let sections =
        |path| answer_today(&fixture(path, day), support::moment(day), Language::En).links;
    let rotation = |path| sections(path).iter().any(|link| link.section == "rotation");
    assert!(!rotation("public/g2.zip") && rotation("public/g1.zip"));
}

#[test]
fn the_answer_about_a_migration_names_all_roots_to_import_and_the_parts_without_the_newest() {
    for (path, lacking) in [
        ("migration/both-roots-everywhere.zip", None),
        (
            "migration/old-root-in-the-ovpn.zip",
            Some("OpenVPN/vpnconfig.ovpn"),
        ),
        (
            "migration/g2-in-the-ovpn.zip",
            Some("OpenVPN/vpnconfig.ovpn"),
        ),
        (
            "migration/old-root-in-the-hash.zip",
            Some("AzureVPN/azurevpnconfig.xml"),
        ),
        ("migration/g2-and-microsoft-tls.zip", None),
    ] {
        let input = fixture(path, p2s_fixtures::NOW);
        for (language, all, migration) in [
            (
                Language::En,
                "Import every root certificate",
                "root certificate migration",
            ),
            (Language::Ja, "すべてのルート証明書を", "ルート証明書の移行"),
        ] {
            let result = answer_today(&input, now(), language);
            assert!(
                result.needs_action
                    && format!("{}{}", result.first, result.second).contains(migration),
                "{path}: {}",
                result.first
            );
            let step = |words: &str| result.steps.iter().any(|step| step.text.contains(words));
            assert!(step(all), "{path}");
            assert_eq!(lacking.is_some_and(step), lacking.is_some(), "{path}");
            assert_eq!(result.steps.len(), 2 + lacking.iter().count(), "{path}");
        }
    }
    let unlisted = fixture("migration/g2-and-unlisted.zip", p2s_fixtures::NOW);
    let first = answer_today(&unlisted, now(), Language::En).steps.remove(0);
    assert!(first.text.contains("ISRG Root X1") && first.command.is_some());
}

#[test]
fn the_answer_about_an_unknown_root_says_that_it_may_be_newer_and_how_to_compare_it() {
    const NEWER: [(Language, &str, &str); 2] = [
        (
            Language::En,
            "newer than this tool",
            "compare the fingerprint of",
        ),
        (
            Language::Ja,
            "このツールの公開後",
            "フィンガープリントが一致する",
        ),
    ];
    for (path, newer, compare) in [
        ("migration/g2-and-unknown.zip", true, true),
        ("migration/unknown-hash.zip", true, true),
        ("migration/g2-and-cross-certificate.zip", true, true),
        ("migration/cross-certificate.zip", true, true),
        ("migration/cross-certificate.cer", true, true),
        ("migration/g2-and-unknown-name.zip", true, false),
        ("migration/lookalike-as-second-root.zip", false, false),
        ("certificates/client-root.cer", false, false),
        ("disagree/root-name-alone.xml", false, false),
    ] {
        let input = fixture(path, p2s_fixtures::NOW);
        for (language, newer_words, compare_words) in NEWER {
            let about_2019 = p2s_report::answer(&input, now(), language).second;
            let today = full_text(&input, now(), language);
            for text in [about_2019, today] {
                assert_eq!(text.contains(newer_words), newer, "{path}: {text}");
                assert_eq!(text.contains(compare_words), compare, "{path}: {text}");
            }
        }
    }
}

#[test]
fn no_answer_claims_what_azure_never_creates() {
    for input in support::input_reports(&support::default_options()) {
        for language in Language::ALL {
            let about_2019 = p2s_report::answer(&input, now(), language);
            let text = about_2019.first + &about_2019.second + &full_text(&input, now(), language);
            for word in [
                "Azure writes no",
                "create packages like",
                "Azure が作成したまま",
            ] {
                assert!(!text.contains(word), "{}: {text}", input.name);
            }
        }
    }
}

#[test]
fn only_where_the_old_root_may_stay_longer_acting_may_be_early() {
    let sentences = |name: &str| {
        let files = support::files();
        let found = files.iter().find(|(path, _)| path == name);
        let (_, bytes) = found.expect("a fixture");
        let inputs = support::judge_file(name, bytes, &support::default_options());
        let input = inputs.first().expect("an input");
        Language::ALL
            .iter()
            .map(|language| answer_today(input, now(), *language).second)
            .collect::<Vec<_>>()
            .join("\n")
    };
    for (name, expected) in [
        ("clouds/government.zip", true),
        ("clouds/government-tenant.xml", true),
        ("clouds/china.xml", true),
        ("clouds/two-clouds.xml", true),
        ("clouds/germany.xml", false),
        ("clouds/government-g2.zip", false),
        ("clouds/public.xml", false),
    ] {
        let text = sentences(name);
        let [en, ja] = ["it may be too early to act", "対応するにはまだ早い"];
        assert_eq!(text.contains(en), expected, "{name}: {text}");
        assert_eq!(text.contains(ja), expected, "{name}: {text}");
    }
}
