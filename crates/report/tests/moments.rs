//! Checks which sentences depend on the moment, and that each answer links to sections of the prose.

mod support;

use p2s_report::prose::Topic;
use p2s_report::{Language, answer, answer_today, answers};
use p2s_verdict::{Rule, State, Verdict};
use support::{input, moment, now, public};

#[test]
fn the_steps_for_an_affected_package_depend_on_the_stage_of_the_maintenance() {
    let own = input(Rule::OwnCa, Verdict::Affected, State::SelfSigned);
    for (day, second, step, command) in [
        (
            "2019-02-20T00:00:00Z",
            "a window that you request",
            "request one of the four windows",
            false,
        ),
        (
            "2019-03-20T00:00:00Z",
            "is switching such gateways",
            "download the VPN client package again",
            true,
        ),
        (
            "2026-11-24T03:00:00Z",
            "had been switched",
            "Download the VPN client package again",
            true,
        ),
    ] {
        let answers = answers(&own, moment(day), None, Language::En);
        let result = &answers[0];
        let about_2019 = answer(&own, moment(day), Language::En);
        assert!(
            about_2019.second.contains(second),
            "{day}: {}",
            about_2019.second
        );
        let first = result.steps.first();
        assert!(
            first.is_some_and(|first| first.text.contains(step)),
            "{day}"
        );
        assert_eq!(
            first.is_some_and(|first| first.command.is_some()),
            command,
            "{day}"
        );
        let ja = &p2s_report::answers(&own, moment(day), None, Language::Ja)[0];
        assert_eq!(ja.steps.len(), result.steps.len(), "{day}");
        let today = answer_today(&own, moment(day), Language::En);
        let over = today.first.contains("is outdated");
        assert_eq!(over, day.starts_with("2026"), "{day}: {}", today.first);
    }
}

#[test]
fn before_and_during_the_maintenance_of_2019_only_one_answer_says_what_to_do() {
    let own = input(Rule::OwnCa, Verdict::Affected, State::SelfSigned);
    for (day, is_past) in [
        ("2019-02-20T00:00:00Z", false),
        ("2019-05-11T00:00:00Z", false),
        ("2019-05-14T00:00:00Z", true),
        (p2s_fixtures::NOW, true),
    ] {
        for language in Language::ALL {
            let today = answer_today(&own, moment(day), language);
            assert_eq!(today.needs_action, is_past, "{day}");
            assert_eq!(!today.steps.is_empty(), is_past, "{day}");
            let about_2019 = answer(&own, moment(day), language);
            assert_eq!(about_2019.steps.is_empty(), is_past, "{day}");
        }
        let word = answer_today(&own, moment(day), Language::En).word;
        assert_eq!(word.contains("2019"), !is_past, "{day}: {word}");
    }
}

#[test]
fn the_deadline_of_the_rotation_is_named_before_and_after_it() {
    let retiring = public(State::Retiring);
    for (day, en, ja) in [
        (
            "2027-01-31T12:00:00Z",
            [
                "gives the end of January 2027",
                "before the end of January 2027",
            ],
            [
                "期限が 2027 年 1 月末と記載された版もあります",
                "2027 年 1 月末までに余裕を持って",
            ],
        ),
        (
            "2027-02-01T00:00:00Z",
            ["gave the end of January 2027", "ask Azure support"],
            [
                "期限が 2027 年 1 月末と記載された版もありました",
                "Azure サポートに",
            ],
        ),
    ] {
        for (language, [meaning, step]) in [(Language::En, en), (Language::Ja, ja)] {
            let result = answer_today(&retiring, moment(day), language);
            assert!(result.second.contains(meaning), "{day}: {}", result.second);
            let is_named = result.steps.iter().any(|one| one.text.contains(step));
            assert!(is_named, "{day}: {step}");
        }
    }
}

#[test]
fn a_virtual_wan_package_has_its_own_path_in_the_portal() {
    let mut hub = input(Rule::Mixed, Verdict::Undetermined, State::Unknown);
    let portal_path = |input: &p2s_verdict::InputReport| {
        let result = answer(input, now(), Language::En);
        result
            .steps
            .first()
            .map(|step| step.text.clone())
            .unwrap_or_default()
    };
    assert!(portal_path(&hub).contains("Virtual network gateways"));
    hub.model = p2s_verdict::Model::VirtualWan;
    assert!(portal_path(&hub).contains("Download virtual Hub User VPN profile"));
}

#[test]
fn every_answer_links_to_existing_sections() {
    let mut inputs: Vec<_> = State::ALL.iter().map(|state| public(*state)).collect();
    inputs.extend(
        Rule::ALL
            .iter()
            .map(|rule| input(*rule, Verdict::Undetermined, State::Unknown)),
    );
    for input in inputs {
        for result in [
            answer(&input, now(), Language::Ja),
            answer_today(&input, now(), Language::Ja),
        ] {
            assert!(!result.links.is_empty(), "{:?}", input.rule);
            for link in result.links {
                let mut topics = Topic::ALL.iter();
                let topic = topics.find(|topic| topic.id() == link.section);
                let page = topic.map(|topic| topic.page().path());
                assert_eq!(page, Some(link.page), "{}", link.section);
                assert_eq!(link.href(), format!("#/{}/{}", link.page, link.section));
            }
        }
    }
}
