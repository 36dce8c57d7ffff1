//! [`Report`](p2s_verdict::Report) to words and files: the one home of every sentence.
//!
//! Page and command line say the same because they ask here. One file per language; a message without a
//! translation does not compile. Nothing in here decides anything.

mod answer;
mod json;
mod labels;
mod language;

pub use answer::{Answer, Step, answer, answer_today};
pub use json::json;
pub use labels::Label;
pub use language::Language;
