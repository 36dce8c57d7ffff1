//! [`Report`](p2s_verdict::Report) to words and files: the one home of every sentence.
//!
//! Page and command line say the same because they ask here. One folder per language; a message without a
//! translation does not compile. Nothing in here decides anything.

mod answer;
mod clock;
mod commands;
mod csv;
mod en;
mod facts;
mod foot;
mod ja;
mod json;
mod labels;
mod language;
mod limits;
mod plain;
#[cfg(not(target_family = "wasm"))]
pub mod prose;
mod request;
mod unbroken;
mod visible;
mod words;

pub use answer::{Answer, Step, answer, answer_today};
pub use commands::presented;
pub use csv::csv;
pub use foot::{notice_words, outdated_words};
pub use json::json;
pub use labels::Label;
pub use language::Language;
pub use limits::limits_text;
pub use plain::text;
#[cfg(not(target_family = "wasm"))]
pub use prose::prose_html;
pub use request::{Known, Objection, Particulars, Purpose, Request, request_text, window_words};
pub use unbroken::unbroken;
pub use visible::visible;
pub use words::{
    class_words, day_words, error_words, finding_words, kind_words, model_words, proof_words,
    reason_words, rule_words, state_words, summary_words, verdict_words,
};
