//! Runs the program.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test program uses what it needs of it"
)]
#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A file under tests/fixtures.
pub fn fixture(path: &str) -> PathBuf {
    root().join("tests/fixtures").join(path)
}

/// The program, in English, without arguments.
pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_p2s-check"));
    command
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C");
    command
}

/// Runs it on a path, as of the moment of the fixtures.
pub fn run(arguments: &[&str], path: &Path) -> Output {
    command()
        .args(["--now", p2s_fixtures::NOW])
        .args(arguments)
        .arg(path)
        .output()
        .expect("the program runs")
}

/// The exit code.
pub fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

/// Standard output.
pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Standard error.
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder for one test, empty at the start and gone at its end.
pub struct Folder(PathBuf);

impl Folder {
    /// A folder named after the test.
    pub fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("p2s-check-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file in it.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let place = self.0.join(path);
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        fs::write(&place, bytes).expect("written");
        place
    }

    /// Copies a fixture into it.
    pub fn copy(&self, from: &str, path: &str) -> PathBuf {
        self.write(path, fs::read(fixture(from)).expect("a fixture"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
