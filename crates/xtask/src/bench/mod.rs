//! `cargo xtask bench [--rounds N]`: measures the released page beside a JavaScript page for the same job (tests/bench/peer),
//! and the command line beside `unzip` and `openssl`, and writes the tables into docs/performance.md.

mod command_line;
mod peer;
mod statistics;

pub use statistics::{Summary, markdown_table, ratio};

use crate::{Failure, Result, browsers, build, dist, paths, process, system_packages};

/// The marks in docs/performance.md. What is between them is replaced.
const MARKS: (&str, &str) = ("<!-- bench -->", "<!-- /bench -->");

/// Builds both pages, measures them in turn, prints the tables and writes them into docs/performance.md.
pub fn run(rounds: u32) -> Result<()> {
    let document = paths::root().join("docs/performance.md");
    // Before anything takes long.
    replace_between_marks(&build::read(&document)?, "")?;
    if let Err(failure) = browsers::ensure_ready() {
        // The tables name a browser that is missing.
        system_packages::ensure_installed(&[system_packages::NGINX])?;
        eprintln!("{failure}");
    }
    dist::run()?;
    let peer = peer::build()?;
    println!("Measuring {rounds} rounds (some minutes each) …");
    let mut command = process::cargo(&paths::root());
    command.args(["run", "--quiet", "--package", "p2s-browser-tests"]);
    command
        .args(["--bin", "bench", "--", &rounds.to_string()])
        .arg(peer);
    match paths::samples()? {
        Some(samples) => command.env(paths::SAMPLES_VARIABLE, samples),
        None => command.env_remove(paths::SAMPLES_VARIABLE),
    };
    let mut tables = process::run_for_output(&mut command)?;
    print!("{tables}");
    let section = command_line::measure()?;
    print!("{section}");
    tables.push_str(&section);
    let text = replace_between_marks(&build::read(&document)?, &tables)?;
    build::write(&document, &text)
}

/// Replaces what is between the marks of a document.
fn replace_between_marks(document: &str, new: &str) -> Result<String> {
    let (begin, end) = MARKS;
    let parts = document
        .split_once(begin)
        .and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    let (before, after) = parts.ok_or_else(|| {
        Failure::new(format!(
            "docs/performance.md must contain {begin} and, after it, {end}."
        ))
    })?;
    Ok(format!("{before}{begin}\n\n{}\n\n{end}{after}", new.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_text_between_the_marks_is_replaced() {
        let before = "# Title\n\n<!-- bench -->\nold\n<!-- /bench -->\n\nMore.\n";
        let after = "# Title\n\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\n\nMore.\n";
        for document in [before, after] {
            let replaced = replace_between_marks(document, "new\n").unwrap_or_default();
            assert_eq!(replaced, after);
        }
        for wrong in ["", "<!-- bench -->", "<!-- /bench --><!-- bench -->"] {
            assert!(replace_between_marks(wrong, "new").is_err(), "{wrong}");
        }
    }
}
