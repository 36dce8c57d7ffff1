//! Checks that each code has a text in both languages, and checks the style of the texts.

#![allow(
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

mod support;

use p2s_package::ErrorKind;
use p2s_report::prose::Topic;
use p2s_report::{
    Language, aspect_words, class_words, client_reason_words, client_state_words, error_words,
    finding_words, kind_words, model_words, proof_words, reason_words, rule_words, state_words,
    verdict_words,
};
use p2s_verdict::{
    Aspect, Class, ClientReason, ClientState, Finding, FindingCode, KNOWN_CAS, Kind, Model,
    NotCounted, Proof, ReportError, Rule, State, Verdict,
};

/// The Japanese and the English text of a code.
type Pair = (String, String);

fn pairs<Code: Copy>(
    all: &[Code],
    words: impl Fn(Code, Language) -> String,
) -> impl Iterator<Item = Pair> {
    all.iter()
        .map(move |code| (words(*code, Language::Ja), words(*code, Language::En)))
}

/// Returns the texts of all codes except gateway types, which are the same letters in both languages.
fn all_words() -> Vec<Pair> {
    let mut all: Vec<Pair> = Vec::new();
    all.extend(pairs(Verdict::ALL, |code, language| {
        verdict_words(code, language).to_owned()
    }));
    all.extend(pairs(Rule::ALL, |code, language| {
        rule_words(code, language).to_owned()
    }));
    all.extend(pairs(Proof::ALL, |code, language| {
        proof_words(code, language).to_owned()
    }));
    all.extend(pairs(Model::ALL, |code, language| {
        model_words(code, language).to_owned()
    }));
    all.extend(pairs(Kind::ALL, |code, language| {
        kind_words(code, language).to_owned()
    }));
    all.extend(pairs(Class::ALL, |code, language| {
        class_words(code, language).to_owned()
    }));
    all.extend(pairs(State::ALL, |code, language| {
        state_words(code, language).to_owned()
    }));
    all.extend(pairs(NotCounted::ALL, |code, language| {
        reason_words(code, language).to_owned()
    }));
    all.extend(pairs(Aspect::ALL, |code, language| {
        aspect_words(code, language).to_owned()
    }));
    all.extend(pairs(ClientState::ALL, |code, language| {
        client_state_words(code, language).to_owned()
    }));
    all.extend(pairs(ClientReason::ALL, |code, language| {
        client_reason_words(code, language).to_owned()
    }));
    all.extend(pairs(FindingCode::ALL, |code, language| {
        finding_words(&Finding { code, place: None }, language)
    }));
    for part in [0, 1] {
        all.extend(pairs(ErrorKind::ALL, |code, language| {
            let error = ReportError { code, place: None };
            let (happened, to_do) = error_words(&error, language);
            if part == 0 { happened } else { to_do }
        }));
    }
    all
}

fn is_japanese(text: &str) -> bool {
    text.chars()
        .any(|c| ('\u{3041}'..='\u{30ff}').contains(&c) || ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn every_code_has_words_in_both_languages() {
    for (ja, en) in all_words() {
        assert!(!ja.is_empty() && !en.is_empty(), "{ja} / {en}");
        assert!(!is_japanese(&en), "{en}");
        let is_a_name = en == "Resource Manager" || en == "Virtual WAN";
        assert!(is_japanese(&ja) || is_a_name, "{ja}");
    }
}

#[test]
fn no_two_rules_findings_or_errors_have_the_same_text() {
    for language in Language::ALL {
        let rules: Vec<Pair> = pairs(Rule::ALL, |code, language| {
            rule_words(code, language).to_owned()
        })
        .collect();
        let findings: Vec<Pair> = pairs(FindingCode::ALL, |code, language| {
            finding_words(&Finding { code, place: None }, language)
        })
        .collect();
        let errors: Vec<Pair> = pairs(ErrorKind::ALL, |code, language| {
            error_words(&ReportError { code, place: None }, language).0
        })
        .collect();
        for list in [rules, findings, errors] {
            let mut texts: Vec<String> = list
                .into_iter()
                .map(|(ja, en)| if language == Language::Ja { ja } else { en })
                .collect();
            let number = texts.len();
            texts.sort();
            texts.dedup();
            assert_eq!(texts.len(), number, "{texts:#?}");
        }
    }
}

#[test]
fn no_text_shouts_blames_or_belittles() {
    let mut texts: Vec<String> = all_words()
        .into_iter()
        .flat_map(|(ja, en)| [ja, en])
        .collect();
    texts.push(p2s_report::prose_html().expect("the prose"));
    for text in texts {
        let lower = text.to_lowercase();
        for word in [
            "!",
            "！",
            "simply",
            "just ",
            "easy",
            "obviously",
            "you failed",
            "your fault",
            "ください!",
        ] {
            assert!(!lower.contains(word), "{word}: {text}");
        }
    }
}

#[test]
fn the_text_of_a_finding_names_its_place_with_invisible_characters_escaped() {
    let finding = Finding {
        code: FindingCode::PlaceTwice,
        place: Some("a\u{202e}b/VpnSettings.xml".to_owned()),
    };
    let words = finding_words(&finding, Language::En);
    assert!(
        words.starts_with("a\\u{202e}b/VpnSettings.xml: "),
        "{words}"
    );
}

#[test]
fn the_check_by_hand_gives_the_thumbprints_of_both_roots() {
    let html = p2s_report::prose_html().expect("the prose");
    for name in ["DigiCert Global Root CA", "DigiCert Global Root G2"] {
        let listed = KNOWN_CAS.iter().find(|listed| listed.name == name);
        let sha1 = listed.expect("a listed root").sha1;
        let row = format!("{name}: <code translate=\"no\">{sha1}</code>");
        assert_eq!(html.matches(&row).count(), Language::ALL.len(), "{row}");
    }
}

#[test]
fn the_prose_has_all_sections_and_key_terms_in_both_languages() {
    let html = p2s_report::prose_html().expect("the prose");
    for tag in ["ja", "en"] {
        for topic in Topic::ALL {
            let start = format!("data-section=\"{}\" lang=\"{tag}\"", topic.id());
            assert_eq!(html.matches(&start).count(), 1, "{start}");
        }
    }
    for both in [
        "&lt;ServerCertRootCn&gt;",
        "&lt;ServerCertsIssuerCn&gt;",
        "VpnServerRoot.cer_0",
        "7-Zip",
        "Generic",
        "Content-Security-Policy",
    ] {
        assert!(html.matches(both).count() >= 2, "{both}");
    }
    assert!(
        html.contains("not a Microsoft product")
            && html.contains("このページは Microsoft の製品ではありません")
    );
    assert!(!html.contains("<script") && !html.contains("style=") && !html.contains(" onclick="));
}
