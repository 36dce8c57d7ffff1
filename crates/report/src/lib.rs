//! Turns a [`Report`](p2s_verdict::Report) into text, Markdown, JSON, CSV and HTML.
//!
//! Every word for customers is in the folder `words`, one folder per language, so that the page and the command line say
//! the same; the build script compiles the words ([`Message`]). This crate decides nothing: verdicts come from
//! [`p2s_verdict`].

mod answer;
mod clock;
mod commands;
mod csv;
mod deadline;
mod escape;
mod facts;
mod file_name;
mod gateways;
mod interpolate;
mod json;
mod limits;
mod markdown;
pub mod markup;
mod message;
mod no_break;
mod notices;
mod plain_text;
#[cfg(not(target_family = "wasm"))]
pub mod prose;
mod request;
mod summary;
pub mod table;
pub mod words;

pub use answer::{Answer, Link, Step, Tone, answer, answer_today, answers, gateway_type_words};
pub use commands::{Command, openssl_command};
pub use csv::{clients_csv, csv, csv_input, csv_start};
pub use deadline::deadline_calendar;
pub use escape::escape_invisible;
pub use facts::subject;
pub use file_name::file_name;
pub use gateways::{
    ClientRow, ComparisonWords, client_table, client_titles, client_words, comparison_words,
    gateway_heading, unordered_words,
};
pub use json::{json, json_end, json_input, json_separator, json_start};
pub use limits::limits_text;
pub use markdown::{markdown, markdown_end, markdown_gateways, markdown_input};
pub use message::codes::{
    aspect_words, class_words, client_reason_words, client_state_words, day_words, error_words,
    finding_words, kind_words, model_words, proof_words, reason_words, rule_words, sign_in_words,
    state_words, tunnel_words, verdict_words,
};
pub use no_break::insert_no_break_spaces;
pub use notices::{notice_words, outdated_words};
pub use plain_text::{Supplement, text, text_end, text_gateways, text_input};
#[cfg(not(target_family = "wasm"))]
pub use prose::{ProseError, prose_html};
pub use request::{
    FieldError, GatewayDetails, PackageDetails, Purpose, Request, request_text, window_words,
};
pub use summary::{Need, Needs, counts_words, summary_words};
pub use words::{Language, Message};
