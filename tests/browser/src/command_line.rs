//! Runs the command line, whose answers are compared with the page's.

use crate::Result;
use crate::page::DisplayedResult;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Time that both are asked about.
pub use p2s_fixtures::NOW;

/// Returns the JSON report about these files, byte for byte.
pub fn json_report(files: &[&Path], now: &str) -> Result<Vec<u8>> {
    let output = Command::new(program()?)
        .args(["--json", "--now", now])
        .args(files)
        .output()?;
    match output.stdout.is_empty() {
        true => Err(format!(
            "p2s-check printed nothing: {}",
            String::from_utf8_lossy(&output.stderr)
        )
        .into()),
        false => Ok(output.stdout),
    }
}

/// Returns the results that the page should display for this report.
pub fn expected_results(report: &[u8]) -> Result<Vec<DisplayedResult>> {
    let report: Value = serde_json::from_slice(report)?;
    let inputs = report
        .get("inputs")
        .and_then(Value::as_array)
        .ok_or("the report has no inputs")?;
    let mut results = inputs
        .iter()
        .map(expected_result)
        .collect::<Result<Vec<DisplayedResult>>>()?;
    results.sort();
    Ok(results)
}

fn expected_result(input: &Value) -> Result<DisplayedResult> {
    let text = |pointer: &str| -> Result<String> {
        let value = input.pointer(pointer).and_then(Value::as_str);
        Ok(value
            .ok_or_else(|| format!("the report has no {pointer}"))?
            .to_owned())
    };
    Ok(DisplayedResult {
        input_name: text("/name")?,
        verdict: text("/verdict")?,
        rule: text("/rule")?,
        root_today: text("/root_today/state")?,
        error: text("/error/code").ok(),
    })
}

/// Returns the path of the program, which is built once per test run.
fn program() -> Result<PathBuf> {
    static BUILT: OnceLock<bool> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(xtask::paths::root()).args([
            "build",
            "--quiet",
            "--package",
            "p2s-check",
        ]);
        cargo.status().is_ok_and(|status| status.success())
    });
    match built {
        true => Ok(xtask::paths::target().join("debug/p2s-check")),
        false => Err("p2s-check can't be built".into()),
    }
}
