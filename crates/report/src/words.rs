//! Texts for every code of the report.

use crate::{Language, en, escape_invisible, ja};
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
    /// Returns the text of a verdict.
    verdict_words(Verdict) = verdict;
    /// Returns a sentence about the rule that decided the verdict.
    rule_words(Rule) = rule;
    /// Returns the text of a proof: the strongest kind of counted evidence.
    proof_words(Proof) = proof;
    /// Returns the name of a deployment model.
    model_words(Model) = model;
    /// Returns the name of a kind of evidence.
    kind_words(Kind) = kind;
    /// Returns the name of the class of an item.
    class_words(Class) = class;
    /// Returns the text of the state of a root.
    state_words(State) = state;
    /// Returns why an item isn't counted, as a clause that follows "not counted".
    reason_words(NotCounted) = reason;
}

/// Returns a sentence about a finding, preceded by the place of its part if it has one.
pub fn finding_words(finding: &Finding, language: Language) -> String {
    let sentence = match language {
        Language::Ja => ja::codes::finding(finding.code),
        Language::En => en::codes::finding(finding.code),
    };
    match &finding.place {
        Some(place) => format!("{}: {sentence}", escape_invisible(place)),
        None => sentence.to_owned(),
    }
}

/// Returns what happened and what to do about an error.
pub fn error_words(error: &ReportError, language: Language) -> (String, String) {
    let (happened, to_do) = error_pair(error.code, language);
    (happened.to_owned(), to_do.to_owned())
}

/// Returns the day of a moment as text, in UTC like the dates in certificates.
pub fn day_words(language: Language, moment: Timestamp) -> String {
    let Some(day) = moment.date_at(0) else {
        return moment.to_string();
    };
    match language {
        Language::Ja => ja::date(day),
        Language::En => en::date(day),
    }
}

/// Returns a sentence with the counts of a summary.
pub fn summary_words(summary: &Summary, language: Language) -> String {
    let (affected, not_affected) = (summary.affected, summary.not_affected);
    match language {
        Language::Ja => ja::plain_text::summary(
            affected,
            not_affected,
            summary.undetermined,
            summary.skipped,
        ),
        Language::En => en::plain_text::summary(
            affected,
            not_affected,
            summary.undetermined,
            summary.skipped,
        ),
    }
}

/// Returns the sentence about a limit that stops a search without an error.
pub(crate) fn limit_without_error(language: Language) -> &'static str {
    match language {
        Language::Ja => "これより先は調べません。判定には影響しません。",
        Language::En => "No more is looked at than this; no answer hangs on it.",
    }
}

/// Returns what happened and what to do about an error.
pub(crate) fn error_pair(kind: ErrorKind, language: Language) -> (&'static str, &'static str) {
    // Tables are a third of the size of the matches that they are made from.
    error_table!(JAPANESE, ja::errors::error);
    error_table!(ENGLISH, en::errors::error);
    let table = match language {
        Language::Ja => &JAPANESE,
        Language::En => &ENGLISH,
    };
    let position = ErrorKind::ALL.iter().position(|one| *one == kind);
    let words = position.and_then(|position| table.get(position));
    words.copied().unwrap_or_default()
}

/// What happened and what to do, for each error in the order of the list.
type ErrorTable = [(&'static str, &'static str); ErrorKind::ALL.len()];

/// Declares the table of a function, which is evaluated for each error at compile time.
macro_rules! error_table {
    ($name:ident, $error:path) => {
        #[allow(
            clippy::arithmetic_side_effects,
            clippy::indexing_slicing,
            reason = "evaluated at compile time, where a panic is an error"
        )]
        static $name: ErrorTable = {
            let mut table = [("", ""); ErrorKind::ALL.len()];
            let mut position = 0;
            while position < ErrorKind::ALL.len() {
                table[position] = $error(ErrorKind::ALL[position]);
                position += 1;
            }
            table
        };
    };
}
use error_table;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_every_error_differs_between_the_languages() {
        for kind in ErrorKind::ALL {
            let (english, japanese) = (en::errors::error(*kind), ja::errors::error(*kind));
            assert_ne!(english, japanese, "{}", kind.code());
        }
    }
}
