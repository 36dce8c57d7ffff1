//! Checks the sentences of both answers for each fixture and language.

mod support;

use p2s_package::ErrorKind;
use p2s_report::{Answer, Language, answer, answer_today, escape_invisible};
use p2s_verdict::{FindingCode, GatewayType, InputReport, ReportError, Rule, State, Verdict};
use support::{input, now, public};

/// Returns the answer about 2019 and today's answer.
fn both_answers(input: &InputReport, language: Language) -> [Answer; 2] {
    [
        answer(input, now(), language),
        answer_today(input, now(), language),
    ]
}

/// Returns all sentences of an answer.
fn full_text(answer: &Answer) -> String {
    let steps: Vec<&str> = answer.steps.iter().map(|step| step.text.as_str()).collect();
    format!(
        "{} {} {} {}",
        answer.word,
        answer.first,
        answer.second,
        steps.join(" ")
    )
}

/// Terms of an answer in a language: those of the first sentence for the gateway's certificate, and the sentence about the
/// customer's.
const TERMS: [(Language, &[&str], &str); 2] = [
    (
        Language::En,
        &["server certificate"],
        "Your own root and client certificates aren't affected",
    ),
    (
        Language::Ja,
        &["サーバー証明書"],
        "お客様が作成したルート証明書とクライアント証明書は、2019 年のメンテナンスに関係ありません。",
    ),
];

#[test]
fn every_answer_names_the_gateway_or_the_file_and_the_server_certificate() {
    for input in support::input_reports(&support::default_options()) {
        let gateway = &input.gateway;
        let names: Vec<String> = [
            gateway.server.as_deref(),
            gateway.id.as_deref(),
            Some(&input.name),
        ]
        .into_iter()
        .flatten()
        .map(escape_invisible)
        .collect();
        for (language, server_certificate, not_yours) in TERMS {
            for result in both_answers(&input, language) {
                let first = &result.first;
                assert!(
                    names.iter().any(|name| first.contains(name)),
                    "{names:?}: {first}"
                );
                let about = server_certificate.iter().any(|term| first.contains(term));
                assert!(about, "{}: {first}", input.name);
            }
            // A file that can't be read may have nothing to do with certificates.
            if input.error.is_none() {
                let text = full_text(&answer(&input, now(), language));
                assert!(text.contains(not_yours), "{}: {text}", input.name);
            }
        }
    }
}

#[test]
fn every_answer_is_complete_short_and_escaped() {
    for input in support::input_reports(&support::default_options()) {
        for language in Language::ALL {
            for result in both_answers(&input, language) {
                let text = full_text(&result);
                assert!(result.steps.len() <= 5, "{}", input.name);
                for sentence in [&result.word, &result.first, &result.second] {
                    assert!(!sentence.is_empty(), "{}: {text}", input.name);
                }
                for step in &result.steps {
                    assert!(!step.text.is_empty(), "{}", input.name);
                }
                for wrong in [
                    "!", "！", "  ", ".. ", "。。", " . ", ": .", "()", "( ", " ,", " 。",
                ] {
                    assert!(!text.contains(wrong), "{wrong:?} in {text}");
                }
                assert_eq!(escape_invisible(&text), text, "{}", input.name);
            }
        }
    }
}

#[test]
fn only_the_verdict_not_affected_says_not_affected() {
    for input in support::input_reports(&support::default_options()) {
        let (en, ja) = (
            full_text(&answer(&input, now(), Language::En)),
            full_text(&answer(&input, now(), Language::Ja)),
        );
        let not_affected = input.verdict == Verdict::NotAffected;
        assert_eq!(en.contains("Not affected"), not_affected, "{en}");
        assert_eq!(
            en.contains("maintenance doesn't affect"),
            not_affected,
            "{en}"
        );
        assert_eq!(
            ja.contains("メンテナンスの影響はありません"),
            not_affected,
            "{ja}"
        );
        let affected = input.verdict == Verdict::Affected;
        assert_eq!(en.contains("maintenance affects"), affected, "{en}");
        assert_eq!(
            ja.contains("メンテナンスの影響を受けるゲートウェイ"),
            affected,
            "{ja}"
        );
    }
}

#[test]
fn not_affected_refers_to_the_answer_for_today_unless_the_root_is_current() {
    for state in State::ALL.iter().filter(|state| **state != State::Current) {
        let en = full_text(&answer(&public(*state), now(), Language::En));
        let ja = full_text(&answer(&public(*state), now(), Language::Ja));
        assert!(
            en.contains("For today, see \"Root certificate today\""),
            "{en}"
        );
        assert!(
            ja.contains("これは 2019 年のメンテナンスについての結果です"),
            "{ja}"
        );
    }
}

#[test]
fn a_refusal_says_what_happened_where_and_what_to_do() {
    let mut input = input(Rule::PartUnreadable, Verdict::Undetermined, State::Unknown);
    let error = ReportError {
        code: ErrorKind::XmlDoctype,
        place: Some("Generic/VpnSettings.xml".to_owned()),
    };
    input.error = Some(error.clone());
    for language in Language::ALL {
        let (happened, to_do) = p2s_report::error_words(&error, language);
        let result = answer(&input, now(), language);
        assert!(
            result
                .first
                .contains(&format!("Generic/VpnSettings.xml: {happened}")),
            "{}",
            result.first
        );
        assert_eq!(result.second, to_do);
    }
}

#[test]
fn no_download_is_advised_if_the_file_is_not_at_fault() {
    for code in [
        ErrorKind::NotFound,
        ErrorKind::ReadFailed,
        ErrorKind::Cancelled,
        ErrorKind::ReaderTimeout,
    ] {
        let mut input = input(Rule::Unreadable, Verdict::Undetermined, State::Unknown);
        input.error = Some(ReportError { code, place: None });
        assert!(
            answer(&input, now(), Language::En).steps.is_empty(),
            "{code:?}"
        );
    }
}

#[test]
fn the_answer_names_the_gateway_types_and_the_reason() {
    let explanation = |types: &[GatewayType], findings: &[FindingCode], packaged: Option<&str>| {
        let mut input = public(State::Current);
        input.gateway_types = types.to_vec();
        input.packaged = packaged.map(support::moment);
        input.findings = findings
            .iter()
            .map(|code| p2s_verdict::Finding {
                code: *code,
                place: None,
            })
            .collect();
        answer(&input, now(), Language::En).second
    };
    use FindingCode::{CreatedUndecided, Rezipped};
    use GatewayType::{A, C};
    let old = Some("2019-01-01T00:00:00Z");
    for (second, words) in [
        (
            explanation(&[A, C], &[], old),
            "Only its creation date can show which",
        ),
        (
            explanation(&[A, C], &[CreatedUndecided], old),
            "between 1 June 2017 and 31 July 2017, the creation date doesn't show which",
        ),
        (explanation(&[A], &[], old), "type A"),
        (explanation(&[C], &[], None), "type C"),
        (
            explanation(&[], &[], None),
            "has no usable date, so the gateway's type can't be determined",
        ),
        (
            explanation(&[], &[], Some("2024-01-01T00:00:00Z")),
            "created after the first maintenance window (25 February 2019, JST)",
        ),
        (
            explanation(&[], &[Rezipped], Some("2024-01-01T00:00:00Z")),
            "its date is uncertain",
        ),
    ] {
        assert!(second.contains(words), "{words}: {second}");
    }
}

#[test]
fn the_answer_about_an_own_ca_depends_on_the_date_of_the_package() {
    let answer_for = |packaged: &str| {
        let mut input = input(Rule::OwnCa, Verdict::Affected, State::SelfSigned);
        input.packaged = Some(support::moment(packaged));
        answer(&input, now(), Language::En)
    };
    let before = answer_for("2019-02-13T14:59:59Z");
    assert!(
        before.first.contains("this package: when it was created"),
        "{}",
        before.first
    );
    assert!(
        before
            .second
            .contains("routine maintenance may have made the gateway type A since")
    );
    // Midnight in Japan, where the notice was published.
    let after = answer_for("2019-02-13T15:00:00Z").second;
    assert!(
        after.contains("This is type B in the 2019 notice."),
        "{after}"
    );
    assert!(
        after.contains("13 March 2019 (JST)") && after.contains("12 May 2019"),
        "{after}"
    );
    assert!(
        before
            .steps
            .first()
            .is_some_and(|step| step.text.starts_with("Download"))
    );
}

#[test]
fn the_answer_says_that_names_alone_and_lone_certificates_are_weak_evidence() {
    let inputs = support::input_reports(&support::default_options());
    let first = |name: &str| {
        let found = inputs.iter().find(|input| input.name == name);
        found
            .map(|input| full_text(&answer(input, now(), Language::En)))
            .unwrap_or_default()
    };
    let names = first("public/names-only.xml");
    assert!(
        names.contains("Based on names alone") && names.contains("anyone can write a name"),
        "{names}"
    );
    let lone = first("certificates/g2.cer_0");
    assert!(
        lone.contains("If certificates/g2.cer_0 came from your gateway's package"),
        "{lone}"
    );
    let issuer = first("certificates/unlisted-intermediate.cer");
    assert!(
        issuer.contains("enough for the 2019 notice's own check")
            && issuer.contains("Download the package again to be sure"),
        "{issuer}"
    );
}

#[test]
fn a_certificate_of_the_customers_is_not_said_to_be_the_gateways() {
    let inputs = support::input_reports(&support::default_options());
    let mut seen = 0;
    for input in &inputs {
        let is_certificate = input.name.ends_with(".cer");
        let is_yours =
            |finding: &p2s_verdict::Finding| finding.code == FindingCode::MaybeClientCertificate;
        let is_radius_root =
            |item: &p2s_verdict::Evidence| item.reason == Some(p2s_verdict::NotCounted::RadiusRoot);
        let is_of_customer =
            input.findings.iter().any(is_yours) || input.evidence.iter().any(is_radius_root);
        if !is_certificate || !is_of_customer {
            continue;
        }
        seen += 1;
        for (language, wrong, right) in [
            (Language::En, "the gateway in", "server certificate"),
            (
                Language::Ja,
                "が示すゲートウェイ",
                "サーバー証明書については分かりません",
            ),
        ] {
            let [about_2019, today] = both_answers(input, language);
            assert!(
                !full_text(&about_2019).contains(wrong),
                "{}",
                about_2019.first
            );
            assert!(!full_text(&today).contains(wrong), "{}", today.first);
            assert!(about_2019.first.contains(right), "{}", about_2019.first);
        }
    }
    assert!(seen >= 2, "{seen} certificates");
}
