//! The messages about roots that are being retired, each in the words of the notice that retires it.

use super::{day, list, month};
use crate::facts::{Dates, RetiringRoots};
use crate::words::message_of;
use crate::{Language, Message, words};
use p2s_verdict::State;
use p2s_verdict::notices::NOTICES;

/// The messages about the retirements of one notice.
#[derive(Clone, Copy)]
struct RetirementMessages {
    /// Why the roots are being retired.
    explanation: Message,
    /// The step about a new package that still has only the old root.
    wait: Message,
}

/// The messages of each notice; `None` for a notice that retires no root.
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "evaluated at compile time, where a panic is an error"
)]
static MESSAGES: [Option<RetirementMessages>; NOTICES.len()] = {
    let mut messages = [None; NOTICES.len()];
    let mut index = 0;
    while index < messages.len() {
        let notice = &NOTICES[index];
        if !notice.retirements.is_empty() {
            messages[index] = Some(RetirementMessages {
                explanation: message_of("retirement-", notice.id, ""),
                wait: message_of("retirement-", notice.id, ".wait"),
            });
        }
        index += 1;
    }
    messages
};

fn messages_of(retiring: &RetiringRoots) -> Option<RetirementMessages> {
    let position = NOTICES
        .iter()
        .position(|notice| notice.id == retiring.notice.id)?;
    MESSAGES.get(position).copied().flatten()
}

/// Returns why the roots are being retired, with inferences marked as such.
pub(super) fn explanation(
    retiring: &RetiringRoots,
    state: State,
    dates: &Dates,
    language: Language,
) -> String {
    let roots = list(&retiring.roots, language);
    let message = messages_of(retiring).map(|messages| messages.explanation);
    text(retiring, message, &roots, state, dates, language)
}

/// Returns the step about a new package that still has only the old roots.
pub(super) fn wait(
    retiring: &RetiringRoots,
    old_roots: &str,
    dates: &Dates,
    language: Language,
) -> String {
    let message = messages_of(retiring).map(|messages| messages.wait);
    text(
        retiring,
        message,
        old_roots,
        State::Retiring,
        dates,
        language,
    )
}

fn text(
    retiring: &RetiringRoots,
    message: Option<Message>,
    roots: &str,
    state: State,
    dates: &Dates,
    language: Language,
) -> String {
    let Some(message) = message else {
        return String::new();
    };
    let retirement = retiring.retirement;
    let deadline = retirement.deadline;
    let is_over = deadline
        .zip(dates.today)
        .is_some_and(|(deadline, today)| today > deadline);
    words::Retirement {
        deadline: &deadline.map(|day| month(day, language)).unwrap_or_default(),
        deadline_state: if is_over { "over" } else { "ahead" },
        notice: &day(retiring.notice.date, language),
        roots,
        since: &day(retirement.since.date(), language),
        state: state.code(),
    }
    .text(message, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_that_retires_roots_has_its_own_messages() {
        let mut seen = Vec::new();
        for (notice, messages) in NOTICES.iter().zip(MESSAGES) {
            assert_eq!(messages.is_some(), !notice.retirements.is_empty());
            if let Some(messages) = messages {
                assert!(!seen.contains(&messages.explanation));
                seen.extend([messages.explanation, messages.wait]);
            }
        }
    }

    #[test]
    fn every_root_gets_the_date_of_its_own_retirement() {
        let dates = Dates::new(p2s_package::Timestamp::from_unix(0).unwrap());
        for notice in NOTICES {
            for retirement in notice.retirements {
                let retiring = RetiringRoots {
                    notice,
                    retirement,
                    roots: vec![retirement.root.to_owned()],
                };
                for language in Language::ALL {
                    let text = explanation(&retiring, State::Retiring, &dates, language);
                    assert!(
                        text.contains(&day(retirement.since.date(), language)),
                        "{text}"
                    );
                    assert!(text.contains(retirement.root), "{text}");
                }
            }
        }
    }
}
