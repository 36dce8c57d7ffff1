//! What is said of a gateway's own CA follows the day, and every answer leads on to the prose.

mod support;

use p2s_report::prose::Topic;
use p2s_report::{Language, answer, answer_today};
use p2s_verdict::{Rule, State, Verdict};
use support::{input, moment, now, public};

#[test]
fn an_affected_package_is_told_what_to_do_on_its_day() {
    let own = input(Rule::OwnCa, Verdict::Affected, State::SelfSigned);
    for (day, second, step, command) in [
        (
            "2019-02-20T00:00:00Z",
            "will be moved",
            "request one of the four windows",
            false,
        ),
        (
            "2019-03-20T00:00:00Z",
            "are being moved",
            "download the VPN client package again",
            true,
        ),
        (
            "2026-11-24T03:00:00Z",
            "were moved",
            "Download the VPN client package again",
            true,
        ),
    ] {
        let said = answer(&own, moment(day), Language::En);
        assert!(said.second.contains(second), "{day}: {}", said.second);
        let first = said.steps.first();
        assert!(
            first.is_some_and(|first| first.text.contains(step)),
            "{day}"
        );
        assert_eq!(
            first.is_some_and(|first| first.command.is_some()),
            command,
            "{day}"
        );
        let ja = answer(&own, moment(day), Language::Ja);
        assert_eq!(ja.steps.len(), said.steps.len(), "{day}");
        let today = answer_today(&own, moment(day), Language::En);
        let over = today.first.contains("no gateway should use any more");
        assert_eq!(over, day.starts_with("2026"), "{day}: {}", today.first);
    }
}

#[test]
fn the_deadline_of_the_rotation_is_told_before_and_after_it() {
    let retiring = public(State::Retiring);
    for (day, en, ja) in [
        (
            "2027-01-31T12:00:00Z",
            [
                "gives the end of January 2027",
                "before the end of January 2027",
            ],
            [
                "期限は 2027 年 1 月末とされています",
                "2027 年 1 月末より前に",
            ],
        ),
        (
            "2027-02-01T00:00:00Z",
            ["gave the end of January 2027", "ask Azure support"],
            ["期限は 2027 年 1 月末とされていました", "Azure サポートに"],
        ),
    ] {
        for (language, [meaning, step]) in [(Language::En, en), (Language::Ja, ja)] {
            let said = answer_today(&retiring, moment(day), language);
            assert!(said.second.contains(meaning), "{day}: {}", said.second);
            let told = said.steps.iter().any(|one| one.text.contains(step));
            assert!(told, "{day}: {step}");
        }
    }
}

#[test]
fn a_hub_of_virtual_wan_has_its_own_place_in_the_portal() {
    let mut hub = input(Rule::Mixed, Verdict::Undetermined, State::Unknown);
    let place = |input: &p2s_verdict::InputReport| {
        let said = answer(input, now(), Language::En);
        said.steps
            .first()
            .map(|step| step.text.clone())
            .unwrap_or_default()
    };
    assert!(place(&hub).contains("Virtual network gateways"));
    hub.model = p2s_verdict::Model::VirtualWan;
    assert!(place(&hub).contains("Download virtual Hub User VPN profile"));
}

#[test]
fn every_answer_leads_to_sections_that_there_are() {
    let mut inputs: Vec<_> = State::ALL.iter().map(|state| public(*state)).collect();
    inputs.extend(
        Rule::ALL
            .iter()
            .map(|rule| input(*rule, Verdict::Undetermined, State::Unknown)),
    );
    for input in inputs {
        for said in [
            answer(&input, now(), Language::Ja),
            answer_today(&input, now(), Language::Ja),
        ] {
            assert!(!said.more.is_empty(), "{:?}", input.rule);
            for (_, section) in said.more {
                assert!(
                    Topic::ALL.iter().any(|topic| topic.id() == *section),
                    "{section}"
                );
            }
        }
    }
}
