//! The one function from a package to its answer.

use crate::{InputReport, NoticeRef, Report, Summary};
use p2s_package::{Date, Package, Timestamp};

/// What a run asks: for which moment, and when the gateway was created, if the user said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The moment the answer is for.
    pub now: Timestamp,
    /// The creation date of the gateway.
    pub created: Option<Date>,
}

/// Puts inputs together to a report: sorted by the bytes of their names, counted.
pub fn assemble(inputs: Vec<InputReport>, question: &Question, skipped: u64) -> Report {
    let _ = (question, skipped);
    Report {
        schema: 1,
        tool: format!("p2s-check {}", env!("CARGO_PKG_VERSION")),
        generated: question.now,
        notices: Vec::<NoticeRef>::new(),
        inputs,
        summary: Summary::default(),
    }
}

/// The answer about one input.
pub fn judge(_package: &Package, _question: &Question) -> InputReport {
    unimplemented!()
}
