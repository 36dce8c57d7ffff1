//! Tests of the released page in headless Chromium, Firefox and WebKit. `cargo xtask test` builds `dist/`, which they
//! need, and runs them.

mod answers;
mod axe;
mod changes;
mod conditions;
mod embedding;
mod environments;
mod failures;
mod faults;
mod folders;
mod footer;
mod keyboard;
mod maintenance;
mod many;
mod no_script;
mod one_file;
mod pseudo_locale;
mod refusals;
mod request;
mod saved_copies;
mod secrets;
mod silence;
mod speed;
mod verdicts;
mod worker;
