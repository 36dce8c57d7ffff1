//! Runs a process and measures its time, memory and output.

use std::io::{Error, Read as _, Result};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Cost and output of a process.
#[derive(Debug, Clone)]
pub struct Usage {
    /// Elapsed time.
    pub elapsed: Duration,
    /// Processor time in user and kernel mode, which doesn't depend on other processes.
    pub cpu_time: Duration,
    /// Peak memory in bytes. It is at least the memory of the starting process, of which the new process was a copy for
    /// a moment, so the measuring process must be small.
    pub peak: u64,
    /// Exit code, or `None` if a signal ended the process.
    pub code: Option<i32>,
    /// Standard output; empty if it was discarded.
    pub stdout: String,
}

/// Returns a command whose memory is limited to this many bytes.
pub fn bounded(program: &str, memory: u64) -> Command {
    let mut command = Command::new("sh");
    let kibibytes = memory / 1024;
    command.args([
        "-c",
        &format!("ulimit -v {kibibytes} && exec \"$0\" \"$@\""),
    ]);
    command.arg(program);
    command
}

/// Runs a command to completion.
pub fn run(command: &mut Command) -> Result<Usage> {
    run_with(command.stdout(Stdio::piped()))
}

/// Runs a command to completion and discards its output, so that the measuring process stays small.
pub fn run_discarding(command: &mut Command) -> Result<Usage> {
    run_with(command.stdout(Stdio::null()))
}

fn run_with(command: &mut Command) -> Result<Usage> {
    let start = Instant::now();
    let mut child = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let mut stdout = Vec::new();
    if let Some(mut output) = child.stdout.take() {
        output.read_to_end(&mut stdout)?;
    }
    let id = i32::try_from(child.id()).map_err(Error::other)?;
    let mut status = 0;
    // SAFETY: both pointers refer to values that live until the call returns, and the structure consists of numbers,
    // for which zeros are valid. The process is this program's child and no other code waits for it.
    let (waited, usage) = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        (libc::wait4(id, &raw mut status, 0, &raw mut usage), usage)
    };
    if waited != id {
        return Err(Error::last_os_error());
    }
    let elapsed = start.elapsed();
    let time = |value: libc::timeval| {
        Duration::from_secs(value.tv_sec.unsigned_abs())
            + Duration::from_micros(u64::try_from(value.tv_usec).unwrap_or(0))
    };
    Ok(Usage {
        elapsed,
        cpu_time: time(usage.ru_utime) + time(usage.ru_stime),
        // Linux counts kibibytes, macOS bytes.
        peak: u64::try_from(usage.ru_maxrss).unwrap_or(0)
            * if cfg!(target_os = "macos") { 1 } else { 1024 },
        code: libc::WIFEXITED(status).then(|| libc::WEXITSTATUS(status)),
        stdout: String::from_utf8_lossy(&stdout).into_owned(),
    })
}
