//! Peak memory of the processes that run pages, from Linux's `/proc`.

use std::collections::HashMap;
use std::fs;

/// Returns the largest peak of resident memory among the page processes of browsers that this program started, in MiB;
/// `None` on other systems. The page's worker runs in its page's process.
pub(crate) fn peak() -> Option<f64> {
    let processes = fs::read_dir("/proc").ok()?;
    let numbers: Vec<u32> = processes
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    let parents: HashMap<u32, u32> = numbers
        .iter()
        .filter_map(|number| Some((*number, status(*number, "PPid:")?)))
        .collect();
    let own = std::process::id();
    let is_started_here = |number: &&u32| {
        let ancestors = std::iter::successors(Some(**number), |at| parents.get(at).copied());
        ancestors.take(64).any(|ancestor| ancestor == own)
    };
    let peaks = numbers
        .iter()
        .filter(is_started_here)
        .filter(|number| runs_a_page(**number))
        .filter_map(|number| status(*number, "VmHWM:"));
    peaks.max().map(|kibibytes| f64::from(kibibytes) / 1024.0)
}

/// Returns true for a renderer of Chromium and a content process of Firefox.
fn runs_a_page(number: u32) -> bool {
    let command = fs::read(format!("/proc/{number}/cmdline")).unwrap_or_default();
    let command = String::from_utf8_lossy(&command);
    let arguments: Vec<&str> = command.split(['\0', ' ']).collect();
    arguments.contains(&"--type=renderer")
        || (arguments.contains(&"-contentproc") && arguments.contains(&"tab"))
}

/// Returns a number from the process's status.
fn status(number: u32, name: &str) -> Option<u32> {
    let text = fs::read_to_string(format!("/proc/{number}/status")).ok()?;
    let value = text.lines().find_map(|line| line.strip_prefix(name))?;
    value.split_whitespace().next()?.parse().ok()
}
