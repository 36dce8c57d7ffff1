//! The command line, to compare the page with.

use crate::Result;
use crate::page::Shown;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The moment that both are asked about.
pub use p2s_fixtures::NOW;

/// The report about these files, byte for byte.
pub fn json(files: &[&Path], now: &str) -> Result<Vec<u8>> {
    let output = Command::new(program()?)
        .args(["--json", "--now", now])
        .args(files)
        .output()?;
    match output.stdout.is_empty() {
        true => Err(format!(
            "p2s-check gave nothing: {}",
            String::from_utf8_lossy(&output.stderr)
        )
        .into()),
        false => Ok(output.stdout),
    }
}

/// What the page should show for this report.
pub fn expected(report: &[u8]) -> Result<Vec<Shown>> {
    let report: Value = serde_json::from_slice(report)?;
    let inputs = report
        .get("inputs")
        .and_then(Value::as_array)
        .ok_or("the report has no inputs")?;
    let mut shown = inputs.iter().map(one).collect::<Result<Vec<Shown>>>()?;
    shown.sort();
    Ok(shown)
}

fn one(input: &Value) -> Result<Shown> {
    let text = |pointer: &str| -> Result<String> {
        let value = input.pointer(pointer).and_then(Value::as_str);
        Ok(value
            .ok_or_else(|| format!("the report has no {pointer}"))?
            .to_owned())
    };
    Ok(Shown {
        input_name: text("/name")?,
        verdict: text("/verdict")?,
        rule: text("/rule")?,
        root_today: text("/root_today/state")?,
        error: text("/error/code").ok(),
    })
}

/// The program, built once a run.
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
