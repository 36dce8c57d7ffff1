//! Turns a [`Report`](p2s_verdict::Report) into text, JSON, CSV and HTML.
//!
//! Every sentence for customers is in this crate, so that the page and the command line say the same. Each language has
//! a module, and a message without a translation doesn't compile. This crate decides nothing: verdicts come from
//! [`p2s_verdict`].

mod answer;
mod clock;
mod commands;
mod csv;
mod en;
mod escape;
mod facts;
mod ja;
mod json;
mod labels;
mod language;
mod limits;
mod no_break;
mod notices;
mod plain_text;
#[cfg(not(target_family = "wasm"))]
pub mod prose;
mod request;
mod words;

pub use answer::{Answer, Step, answer, answer_today};
pub use commands::openssl_command;
pub use csv::csv;
pub use escape::escape_invisible;
pub use json::json;
pub use labels::Label;
pub use language::Language;
pub use limits::limits_text;
pub use no_break::insert_no_break_spaces;
pub use notices::{notice_words, outdated_words};
pub use plain_text::text;
#[cfg(not(target_family = "wasm"))]
pub use prose::{ProseError, prose_html};
pub use request::{
    FieldError, GatewayDetails, PackageDetails, Purpose, Request, request_text, window_words,
};
pub use words::{
    class_words, day_words, error_words, finding_words, kind_words, model_words, proof_words,
    reason_words, rule_words, state_words, summary_words, verdict_words,
};
