//! The error messages of the command line itself. All others are the report's.

use crate::arguments::UsageError;
use p2s_package::ErrorKind;
use p2s_report::{Language, Message, error_words, words};
use p2s_verdict::ReportError;

/// Returns the sentence that says what is wrong with a path.
pub(crate) fn error_sentence(kind: ErrorKind, language: Language) -> String {
    let error = ReportError {
        code: kind,
        place: None,
    };
    error_words(&error, language).0
}

pub(crate) fn usage_error(error: &UsageError, language: Language) -> String {
    match error {
        UsageError::NoPath => Message::UsageNoPath.text(language).to_owned(),
        UsageError::Choice {
            option,
            choices,
            value,
        } => words::UsageChoice {
            choices,
            option,
            value,
        }
        .text(language),
        UsageError::Now(value) => words::UsageNow { value }.text(language),
        UsageError::Date { option, value } => words::UsageDate { option, value }.text(language),
        UsageError::OutputIsInput(path) => words::UsageOutputIsInput { path }.text(language),
        UsageError::UnknownOption(option) => words::UsageUnknownOption { option }.text(language),
        UsageError::MissingValue(option) => words::UsageMissingValue { option }.text(language),
        UsageError::UnexpectedValue(option) => {
            words::UsageUnexpectedValue { option }.text(language)
        }
        UsageError::NotUnicode(value) => words::UsageNotUnicode { value }.text(language),
        UsageError::NoClock => Message::UsageNoClock.text(language).to_owned(),
        UsageError::Other(text) => text.clone(),
    }
}
