//! Checks the sentences of both answers for each fixture and language.

mod support;

use p2s_package::ErrorKind;
use p2s_report::{
    Answer, Language, Message, Tone, answer, answer_today, answers, deadline_calendar,
    escape_invisible, gateway_type_words,
};
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
        // Long names are shortened, but never to less than their beginning.
        .map(|name| escape_invisible(name).chars().take(15).collect())
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

/// Returns the number of words of a text with spaces between them, and of characters of any other.
fn length(text: &str, language: Language) -> usize {
    match language {
        Language::En => text.split_whitespace().count(),
        Language::Ja => text.chars().count(),
    }
}

#[test]
fn first_sentences_are_short() {
    for input in support::input_reports(&support::default_options()) {
        // A refusal begins with its reason, which can name a path.
        if input.error.is_some() {
            continue;
        }
        for (language, most) in [(Language::En, 25), (Language::Ja, 70)] {
            for result in both_answers(&input, language) {
                let first = &result.first;
                assert!(length(first, language) <= most, "{}: {first}", input.name);
            }
        }
    }
}

#[test]
fn a_first_sentence_never_repeats_the_heading() {
    for input in support::input_reports(&support::default_options()) {
        for language in Language::ALL {
            for result in both_answers(&input, language) {
                let word = result.word.to_lowercase();
                let first = result.first.to_lowercase();
                assert!(!first.contains(&word), "{}: {word}: {first}", input.name);
            }
        }
    }
}

#[test]
fn a_long_name_is_shortened_to_its_beginning_or_keeps_its_extension() {
    let mut input = public(State::Current);
    input.gateway.server =
        Some("azuregateway-0badcafe-0000-4000-8000-000000000001-aa.vpn.azure.com".into());
    let first = answer(&input, now(), Language::En).first;
    assert!(first.contains("azuregateway-0badcafe…"), "{first}");
    assert!(!first.contains("azuregateway-0badcafe-"), "{first}");
    input.gateway = p2s_verdict::Gateway::default();
    input.name = "a-package-with-quite-a-long-name.zip".into();
    let first = answer(&input, now(), Language::En).first;
    assert!(first.contains("a-package-with-…me.zip"), "{first}");
}

#[test]
fn the_answer_on_top_is_the_one_that_asks_for_something() {
    let about = |rule, verdict, state| -> Vec<Message> {
        let input = input(rule, verdict, state);
        let answers = answers(&input, now(), None, Language::En);
        answers.iter().map(|answer| answer.about).collect()
    };
    let (today, about_2019) = (Message::AboutToday, Message::About2019);
    for state in State::ALL {
        for rule in [
            Rule::TwoGateways,
            Rule::Mixed,
            Rule::UnknownRoot,
            Rule::NoEvidence,
        ] {
            assert_eq!(
                about(rule, Verdict::Undetermined, *state),
                [about_2019, today]
            );
        }
        assert_eq!(
            about(Rule::Contradiction, Verdict::Undetermined, *state),
            [Message::AboutPackage, today]
        );
        assert_eq!(
            about(Rule::AllPublic, Verdict::NotAffected, *state),
            [today, about_2019]
        );
    }
    assert_eq!(
        about(Rule::OwnCa, Verdict::Affected, State::SelfSigned),
        [today, about_2019]
    );
    // During the maintenance of 2019, this is what asks for something.
    let own = input(Rule::OwnCa, Verdict::Affected, State::SelfSigned);
    let during = answers(
        &own,
        support::moment("2019-03-20T00:00:00Z"),
        None,
        Language::En,
    );
    assert_eq!(during[0].about, about_2019);
    assert!(!during[0].steps.is_empty() && during[1].steps.is_empty());
}

#[test]
fn no_step_and_no_command_is_repeated_by_the_second_answer() {
    for input in support::input_reports(&support::default_options()) {
        let answers = answers(&input, now(), None, Language::En);
        let mut steps: Vec<&str> = Vec::new();
        for step in answers.iter().flat_map(|answer| &answer.steps) {
            assert!(
                !steps.contains(&step.text.as_str()),
                "{}: {}",
                input.name,
                step.text
            );
            steps.push(&step.text);
        }
        let commands = answers
            .iter()
            .flat_map(|answer| &answer.steps)
            .filter(|step| step.command.is_some());
        assert!(commands.count() <= 2, "{}", input.name);
        if input.error.is_some() {
            assert!(
                answers
                    .iter()
                    .flat_map(|answer| &answer.steps)
                    .all(|step| step.command.is_none())
            );
        }
    }
}

#[test]
fn only_what_is_certain_and_asks_for_nothing_is_well() {
    for input in support::input_reports(&support::default_options()) {
        let [about_2019, today] = both_answers(&input, Language::En);
        let weak = input.findings.iter().any(|finding| {
            matches!(
                finding.code,
                FindingCode::LoneCertificate | FindingCode::ScriptOnly | FindingCode::NamesOnly
            )
        });
        if about_2019.tone == Tone::Well {
            assert!(
                input.verdict == Verdict::NotAffected && !weak,
                "{}",
                input.name
            );
        }
        if today.tone == Tone::Well {
            assert!(
                input.verdict == Verdict::NotAffected && !weak,
                "{}",
                input.name
            );
            assert_eq!(input.root_today.state, State::Current, "{}", input.name);
        }
    }
}

#[test]
fn the_deadline_that_the_reader_enters_completes_the_steps() {
    let input = public(State::Retiring);
    let deadline = p2s_package::parse_date("2027-01-29");
    for (language, words) in [
        (Language::En, "29 January 2027"),
        (Language::Ja, "2027 年 1 月 29 日"),
    ] {
        let text = |deadline| full_text(&answers(&input, now(), deadline, language)[0]);
        assert!(text(deadline).contains(words), "{}", text(deadline));
        assert!(!text(None).contains(words));
    }
}

#[test]
fn the_deadline_is_a_calendar_file_that_an_independent_parser_reads() {
    use calcard::icalendar::{ICalendar, ICalendarProperty};
    let deadline = p2s_package::parse_date("2027-01-31").unwrap();
    for host in [
        "gw.example",
        r"a,b;c\d:e",
        "ゲートウェイの名前はとても長い.example",
    ] {
        let mut input = public(State::Ready);
        input.gateway.server = Some(host.to_owned());
        for language in Language::ALL {
            let text = deadline_calendar(&input, deadline, now(), language);
            for line in text.split("\r\n") {
                assert!(line.len() <= 75, "{line}");
            }
            let calendar = ICalendar::parse(&text).unwrap_or_else(|entry| panic!("{entry:?}"));
            let event = calendar
                .components
                .iter()
                .find(|component| component.component_type.as_str() == "VEVENT")
                .unwrap();
            assert!(event.uid().unwrap().starts_with("20270131-"), "{text}");
            let value = |property| {
                event
                    .property(&property)
                    .unwrap()
                    .values
                    .first()
                    .unwrap()
                    .clone()
            };
            let start = value(ICalendarProperty::Dtstart);
            let start = start.as_partial_date_time().unwrap();
            assert_eq!(
                (start.year, start.month, start.day),
                (Some(2027), Some(1), Some(31))
            );
            let end = value(ICalendarProperty::Dtend);
            assert_eq!(end.as_partial_date_time().unwrap().month, Some(2));
            let summary = value(ICalendarProperty::Summary);
            let shown: String = host.chars().take(21).collect();
            assert!(summary.as_text().unwrap().contains(&shown), "{summary:?}");
        }
    }
}

#[test]
fn the_date_of_the_package_stands_beside_the_advice() {
    for state in [State::Current, State::Retiring, State::Expired] {
        let mut input = public(state);
        let text = |input: &InputReport| full_text(&answers(input, now(), None, Language::En)[0]);
        assert!(!text(&input).contains("20 January 2024"));
        input.packaged = Some(support::moment("2024-01-20T10:30:00Z"));
        assert!(text(&input).contains("20 January 2024"), "{}", text(&input));
        // Its date can be later than a notification that came after the download.
        input.findings = vec![p2s_verdict::Finding {
            code: FindingCode::Rezipped,
            place: None,
        }];
        assert!(
            !text(&input).contains("20 January 2024"),
            "{}",
            text(&input)
        );
    }
}

#[test]
fn a_weakly_proven_answer_says_nothing_without_its_condition() {
    let inputs = support::input_reports(&support::default_options());
    for (code, condition) in [
        (FindingCode::LoneCertificate, "In that case, the switch"),
        (
            FindingCode::ScriptOnly,
            "Without RADIUS authentication, the switch",
        ),
        (FindingCode::NamesOnly, "If the names are right, the switch"),
    ] {
        let is_weak = |input: &&InputReport| {
            let codes = input.findings.iter().map(|finding| finding.code);
            input.rule == Rule::AllPublic && codes.into_iter().any(|found| found == code)
        };
        let mut seen = 0;
        for input in inputs.iter().filter(is_weak) {
            let second = answer(input, now(), Language::En).second;
            assert!(second.contains(condition), "{}: {second}", input.name);
            seen += 1;
        }
        assert!(seen > 0, "{code:?}");
    }
}

#[test]
fn only_the_verdict_not_affected_says_not_affected() {
    for input in support::input_reports(&support::default_options()) {
        for (language, affected, not_affected) in [
            (Language::En, "Affected", "Not affected"),
            (Language::Ja, "影響あり", "影響なし"),
        ] {
            let text = full_text(&answer(&input, now(), language));
            let says = |word: &str| text.starts_with(word);
            assert_eq!(
                says(not_affected),
                input.verdict == Verdict::NotAffected,
                "{text}"
            );
            assert_eq!(says(affected), input.verdict == Verdict::Affected, "{text}");
        }
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
fn a_cancelled_input_is_not_read_and_never_undetermined() {
    let mut input = input(Rule::Unreadable, Verdict::Undetermined, State::Unknown);
    input.error = Some(ReportError {
        code: ErrorKind::Cancelled,
        place: None,
    });
    let report = p2s_batch::assemble(vec![input], &support::default_options(), 0);
    assert_eq!(report.summary.not_read, 1);
    for (language, not_read, undetermined) in [
        (Language::En, "not read", "can't tell"),
        (Language::Ja, "読み取っていません", "判定"),
    ] {
        for text in [
            p2s_report::text(&report, &[], language),
            p2s_report::csv(&report, language),
        ] {
            let answers = text.to_lowercase();
            assert!(answers.contains(not_read), "{text}");
            assert!(
                !answers
                    .lines()
                    .any(|line| line.contains(undetermined) && line.contains("vpn.zip")),
                "{text}"
            );
        }
    }
}

#[test]
fn no_download_is_advised_if_the_file_is_not_at_fault() {
    for code in [
        ErrorKind::NotFound,
        ErrorKind::ReadFailed,
        ErrorKind::Cancelled,
        ErrorKind::ReaderTimeout,
        ErrorKind::Mail,
        ErrorKind::DiskImage,
        ErrorKind::ZipInZip,
        ErrorKind::SevenZip,
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
fn the_gateway_type_is_given_with_the_reason() {
    let words = |types: &[GatewayType], findings: &[FindingCode], packaged: Option<&str>| {
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
        gateway_type_words(&input, now(), Language::En)
    };
    use FindingCode::CreatedUndecided;
    use GatewayType::{A, C};
    let old = Some("2019-01-01T00:00:00Z");
    for (words, expected) in [
        (words(&[A, C], &[], old), "A or C. Only"),
        (
            words(&[A, C], &[CreatedUndecided], old),
            "between 1 June 2017 and 31 July 2017, the creation date doesn't show which",
        ),
        (words(&[A], &[], old), "A, according"),
        (words(&[C], &[], None), "C, according"),
        (words(&[], &[], None), "has no usable date"),
        (
            words(&[], &[], Some("2024-01-01T00:00:00Z")),
            "created after the first maintenance window (25 February 2019, JST)",
        ),
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    for rule in [Rule::Mixed, Rule::UnknownRoot, Rule::NoEvidence] {
        let input = input(rule, Verdict::Undetermined, State::Unknown);
        assert_eq!(gateway_type_words(&input, now(), Language::En), "");
    }
}

#[test]
fn the_answer_about_an_own_ca_depends_on_the_date_of_the_package() {
    let input = |packaged: &str| {
        let mut input = input(Rule::OwnCa, Verdict::Affected, State::SelfSigned);
        input.packaged = Some(support::moment(packaged));
        input
    };
    let before = input("2019-02-13T14:59:59Z");
    let words = gateway_type_words(&before, now(), Language::En);
    assert!(words.contains("routine maintenance may have made the gateway type A since"));
    // Midnight in Japan, where the notice was published.
    let after = input("2019-02-13T15:00:00Z");
    assert_eq!(gateway_type_words(&after, now(), Language::En), "B.");
    let second = answer(&after, now(), Language::En).second;
    assert!(
        second.contains("13 March 2019 (JST)") && second.contains("12 May 2019"),
        "{second}"
    );
    let steps = &answers(&before, now(), None, Language::En)[0].steps;
    assert!(steps[0].text.starts_with("Download") && steps[0].command.is_some());
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
        names.contains("by names alone") && names.contains("anyone can write a name"),
        "{names}"
    );
    let lone = first("certificates/g2.cer_0");
    assert!(lone.contains("came from your gateway's package"), "{lone}");
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
