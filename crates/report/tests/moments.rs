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
