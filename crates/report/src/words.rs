//! Words for every code, in the language asked for.

use crate::{Language, en, ja, visible};
use p2s_package::{ErrorKind, Timestamp};
use p2s_verdict::{
    Class, Finding, Kind, Model, NotCounted, Proof, ReportError, Rule, State, Summary, Verdict,
};

macro_rules! code_words {
    ($($(#[$doc:meta])* $name:ident($kind:ty) = $function:ident;)*) => {
        $($(#[$doc])*
        pub fn $name(code: $kind, language: Language) -> &'static str {
            match language {
                Language::Ja => ja::codes::$function(code),
                Language::En => en::codes::$function(code),
            }
        })*
    };
}

code_words! {
    /// The word of a verdict.
    verdict_words(Verdict) = verdict;
    /// The rule that decided, in a sentence.
    rule_words(Rule) = rule;
    /// The strength of the proof.
    proof_words(Proof) = proof;
    /// The deployment model.
    model_words(Model) = model;
    /// The sort of evidence.
    kind_words(Kind) = kind;
    /// What an item was found to be.
    class_words(Class) = class;
    /// The state of a root.
    state_words(State) = state;
    /// Why an item does not count; goes on after the item: "… belongs to your RADIUS server".
    reason_words(NotCounted) = reason;
}

/// A finding in a sentence, with the part it is about.
pub fn finding_words(finding: &Finding, language: Language) -> String {
    let sentence = match language {
        Language::Ja => ja::codes::finding(finding.code),
        Language::En => en::codes::finding(finding.code),
    };
    match &finding.place {
        Some(place) => format!("{}: {sentence}", visible(place)),
        None => sentence.to_owned(),
    }
}

/// What happened and what to do.
pub fn error_words(error: &ReportError, language: Language) -> (String, String) {
    let (happened, to_do) = error_pair(error.code, language);
    (happened.to_owned(), to_do.to_owned())
}

/// The day of a moment in words, in UTC, as certificates have it.
pub fn day_words(language: Language, moment: Timestamp) -> String {
    let Some(day) = moment.date_at(0) else {
        return moment.to_string();
    };
    match language {
        Language::Ja => ja::date(day),
        Language::En => en::date(day),
    }
}

/// The counts of a run in a sentence.
pub fn summary_words(summary: &Summary, language: Language) -> String {
    let (affected, not_affected) = (summary.affected, summary.not_affected);
    match language {
        Language::Ja => ja::plain::summary(
            affected,
            not_affected,
            summary.undetermined,
            summary.skipped,
        ),
        Language::En => en::plain::summary(
            affected,
            not_affected,
            summary.undetermined,
            summary.skipped,
        ),
    }
}

/// Of a limit without an error.
pub(crate) fn no_answer_lost(language: Language) -> &'static str {
    match language {
        Language::Ja => "これより先は調べません。判定には影響しません。",
        Language::En => "No more is looked at than this; no answer hangs on it.",
    }
}

/// Returns what happened, and what to do.
#[inline(never)]
pub(crate) fn error_pair(kind: ErrorKind, language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Ja => ja::errors::error(kind),
        Language::En => en::errors::error(kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_words_of_its_own_in_both_languages() {
        for kind in ErrorKind::ALL {
            let (english, japanese) = (en::errors::error(*kind), ja::errors::error(*kind));
            assert_ne!(english, japanese, "{}", kind.code());
        }
    }
}
