//! Runs other programs.

use crate::{Failure, Result};
use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// Returns the path of this program. Ask before cargo builds anything: a build can replace the file, and then the system
/// no longer knows its path.
pub fn own_program() -> Result<PathBuf> {
    std::env::current_exe()
        .map_err(|error| Failure::new(format!("Can't find this program: {error}.")))
}

/// Runs a command to completion with inherited output.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .map_err(|error| start_failure(command, &error))?;
    match status.success() {
        true => Ok(()),
        false => Err(failure(command, status)),
    }
}

fn failure(command: &Command, status: ExitStatus) -> Failure {
    Failure::new(format!("{} failed ({status}).", display_name(command)))
}

/// Runs a command to completion and captures its output, which a failure quotes. For commands whose failure has a
/// fallback.
pub(crate) fn run_captured(command: &mut Command) -> Result<()> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| start_failure(command, &error))?;
    if output.status.success() {
        return Ok(());
    }
    let captured = [output.stdout, output.stderr].concat();
    Err(Failure::new(format!(
        "{} failed ({}).\n{}",
        display_name(command),
        output.status,
        String::from_utf8_lossy(&captured).trim_end()
    )))
}

/// Runs a command to completion and returns its standard output. What it says about its progress is shown.
pub(crate) fn run_for_output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| start_failure(command, &error))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(failure(command, output.status)),
    }
}

/// Runs a command and returns its standard output, or `None` if it can't be started or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Returns the path of a program on PATH.
pub(crate) fn find_on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Returns PATH with these folders prepended.
pub(crate) fn path_with(folders: &[PathBuf]) -> Result<std::ffi::OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&path));
    env::join_paths(all).map_err(|error| Failure::new(format!("PATH can't be extended: {error}.")))
}

/// Returns a command for the Cargo that runs this program.
pub(crate) fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(
        env::var_os("CARGO")
            .as_deref()
            .unwrap_or(OsStr::new("cargo")),
    );
    command.current_dir(folder);
    command
}

/// Returns the failure for a program that can't be started.
pub(crate) fn start_failure(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!(
        "{} can't be started: {error}.",
        display_name(command)
    ))
}

/// Formats a command for a message: `cargo test --workspace`.
pub(crate) fn display_name(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
