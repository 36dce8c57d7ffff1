//! The released page in headless Chromium and Firefox. `cargo xtask test` builds what these need (`dist/`) and runs them.

mod embedding;
mod failures;
mod faults;
mod folders;
mod footer;
mod homes;
mod keyboard;
mod maintenance;
mod no_script;
mod one_file;
mod refusals;
mod request;
mod saved_copies;
mod secrets;
mod silence;
mod speed;
mod verdicts;
mod worker;
