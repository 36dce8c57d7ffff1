//! What is said of today's root, state by state.

mod support;

use p2s_report::{Language, answer_today};
use p2s_verdict::{RootState, Rule, State, Verdict};
use support::{input, now, public};

#[test]
fn something_is_to_be_done_about_retiring_expired_and_self_signed_roots() {
    for state in State::ALL {
        let expected = matches!(state, State::Retiring | State::Expired | State::SelfSigned);
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
