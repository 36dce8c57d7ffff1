//! A process, what it took and what it said.

use std::io::{Error, Read as _, Result};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a process cost, and what it said.
#[derive(Debug, Clone)]
pub struct Usage {
    /// From start to end.
    pub took: Duration,
    /// Time of the processor, its own and the system's for it: what it takes on a machine with nothing else to do.
    pub worked: Duration,
    /// The most memory it had at once, in bytes; but no less than the process had that started it, of which it was
    /// a copy for a moment. Whoever measures this has to be small.
    pub peak: u64,
    /// Its exit code; `None`: a signal ended it.
    pub code: Option<i32>,
    /// What it wrote to standard output.
    pub told: String,
}

/// A program that can't have more memory than this, in bytes, whatever it does.
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

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Result<Usage> {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut told = Vec::new();
    if let Some(mut output) = child.stdout.take() {
        output.read_to_end(&mut told)?;
    }
    let id = i32::try_from(child.id()).map_err(Error::other)?;
    let mut status = 0;
    // SAFETY: both pointers are to values that live until the call returns, and the structure is one of numbers,
    // for which zeros are fine. The process is our own child and nobody else waits for it.
    let (waited, usage) = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        (libc::wait4(id, &raw mut status, 0, &raw mut usage), usage)
    };
    if waited != id {
        return Err(Error::last_os_error());
    }
    let took = start.elapsed();
    let time = |value: libc::timeval| {
        Duration::from_secs(value.tv_sec.unsigned_abs())
            + Duration::from_micros(u64::try_from(value.tv_usec).unwrap_or(0))
    };
    Ok(Usage {
        took,
        worked: time(usage.ru_utime) + time(usage.ru_stime),
        // Linux counts kibibytes, macOS bytes.
        peak: u64::try_from(usage.ru_maxrss).unwrap_or(0)
            * if cfg!(target_os = "macos") { 1 } else { 1024 },
        code: libc::WIFEXITED(status).then(|| libc::WEXITSTATUS(status)),
        told: String::from_utf8_lossy(&told).into_owned(),
    })
}
