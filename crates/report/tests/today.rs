//! What is said of today's root, state by state.

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
fn something_is_to_be_done_about_several_retiring_expired_and_self_signed_roots() {
    for state in State::ALL {
        let expected = matches!(
            state,
            State::Ready | State::Retiring | State::Expired | State::SelfSigned
        );
        for of in Language::ALL {
            let said = answer_today(&public(*state), now(), of);
            assert_eq!(said.act, expected, "{state:?}");
            assert!(!said.act || !said.steps.is_empty(), "{state:?}");
        }
    }
}

#[test]
fn that_the_rotation_is_about_this_root_is_marked_as_an_inference() {
    let input = public(State::Retiring);
    let en = answer_today(&input, now(), Language::En).second;
    assert!(
        en.contains("is our inference") && en.contains("15 April 2026"),
        "{en}"
    );
    let ja = answer_today(&input, now(), Language::Ja).second;
    assert!(
        ja.contains("推測です") && ja.contains("2026 年 4 月 15 日"),
        "{ja}"
    );
}

#[test]
fn a_root_that_has_expired_is_not_called_retiring() {
    let mut input = public(State::Retiring);
    input.root_today.roots.push(RootState {
        name: "Baltimore CyberTrust Root".to_owned(),
        state: State::Expired,
    });
    let en = answer_today(&input, now(), Language::En).first;
    assert!(
        en.contains(
            "DigiCert Global Root CA is being retired, Baltimore CyberTrust Root has expired"
        ),
        "{en}"
    );
    let ja = answer_today(&input, now(), Language::Ja).first;
    assert!(
        ja.contains("Baltimore CyberTrust Root は有効期限が切れています"),
        "{ja}"
    );
}

#[test]
fn an_expired_intermediate_is_named_itself() {
    let inputs = support::inputs(&support::usual());
    let input = inputs
        .iter()
        .find(|input| input.name == "certificates/intermediate-2013.cer");
    let said = input.map(|input| answer_today(input, now(), Language::En).first);
    let said = said.unwrap_or_default();
    assert!(
        said.contains("DigiCert SHA2 Secure Server CA (an intermediate under DigiCert Global Root CA) has expired"),
        "{said}"
    );
}

#[test]
fn an_undetermined_package_gives_no_settled_answer_for_today() {
    let input = input(Rule::TwoGateways, Verdict::Undetermined, State::Current);
    let said = answer_today(&input, now(), Language::En);
    assert_ne!(said.word, "Nothing to do today");
    assert!(said.first.contains("it is not certain"), "{}", said.first);
}

/// Everything that today's answer says of an input.
fn whole(input: &InputReport, now: Timestamp, of: Language) -> String {
    let said = answer_today(input, now, of);
    let steps = said.steps.iter().map(|step| step.text.as_str());
    let sentences = [said.first.as_str(), said.second.as_str()];
    sentences.into_iter().chain(steps).collect()
}

fn fixture(path: &str, now: &str) -> InputReport {
    let case = p2s_fixtures::cases()
        .into_iter()
        .find(|case| case.path == path)
        .expect("a fixture");
    let mut answers = support::judged(path, &case.bytes, &support::options(now, None));
    answers.remove(0)
}

#[test]
fn each_retirement_has_the_words_of_its_own_notice() {
    let day = "2029-04-15T00:00:00Z";
    let of_2026 = ["2026", "2027", "Chrome"];
    for (path, old, new) in [
        ("public/g2.zip", false, true),
        ("migration/g2-and-microsoft-tls.zip", false, true),
        ("public/g1.zip", true, false),
        ("public/g1-and-g2.zip", true, true),
    ] {
        let input = fixture(path, day);
        for of in Language::ALL {
            let text = whole(&input, support::moment(day), of);
            for word in of_2026 {
                assert_eq!(text.contains(word), old, "{path}: {word}: {text}");
            }
            for word in ["2029", "Mozilla"] {
                assert_eq!(text.contains(word), new, "{path}: {word}: {text}");
            }
        }
    }
    let sections =
        |path| answer_today(&fixture(path, day), support::moment(day), Language::En).more;
    let rotation = |path| {
        sections(path)
            .iter()
            .any(|(_, section)| *section == "rotation")
    };
    assert!(!rotation("public/g2.zip") && rotation("public/g1.zip"));
}

#[test]
fn a_migration_says_to_import_all_roots_and_names_the_files_that_lack_the_newest() {
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
        for (of, all, migration) in [
            (
                Language::En,
                "Import every root certificate",
                "root certificate migration",
            ),
            (Language::Ja, "すべてのルート証明書を", "ルート証明書の移行"),
        ] {
            let said = answer_today(&input, now(), of);
            assert!(
                said.act && said.first.contains(migration),
                "{path}: {}",
                said.first
            );
            let step = |words: &str| said.steps.iter().any(|step| step.text.contains(words));
            assert!(step(all), "{path}");
            assert_eq!(lacking.is_some_and(step), lacking.is_some(), "{path}");
            assert_eq!(said.steps.len(), 2 + lacking.iter().count(), "{path}");
        }
    }
    let unlisted = fixture("migration/g2-and-unlisted.zip", p2s_fixtures::NOW);
    let first = answer_today(&unlisted, now(), Language::En).steps.remove(0);
    assert!(first.text.contains("ISRG Root X1") && first.command.is_some());
}

#[test]
fn an_unknown_root_may_be_newer_than_this_tool_and_is_to_be_compared_first() {
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
        for (of, of_newer, of_compare) in NEWER {
            let then = p2s_report::answer(&input, now(), of).second;
            let today = whole(&input, now(), of);
            for text in [then, today] {
                assert_eq!(text.contains(of_newer), newer, "{path}: {text}");
                assert_eq!(text.contains(of_compare), compare, "{path}: {text}");
            }
        }
    }
}

#[test]
fn nothing_is_said_about_what_azure_never_creates() {
    for input in support::inputs(&support::usual()) {
        for of in Language::ALL {
            let then = p2s_report::answer(&input, now(), of);
            let text = then.first + &then.second + &whole(&input, now(), of);
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
