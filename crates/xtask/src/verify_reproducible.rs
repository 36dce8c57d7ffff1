//! Checks that the build is reproducible.
//!
//! Builds everything that `dist` wrote a second time and compares it file by file. The second build starts from a copy
//! of the sources in another folder, without compiled dependencies, 40 days later, in another time zone and locale.
//!
//! The program that fills in the words isn't compiled again.

use crate::commit::{self, Commit};
use crate::files::files_below;
use crate::{Failure, Result, digest, dist, paths, process, system_packages};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Folders that are not copied: build output and git's data.
const NOT_COPIED: [&str; 3] = ["target", "dist", ".git"];

/// Offset of the clock in the second build, for every program that reads the time.
const CLOCK_OFFSET: &str = "+40d";

/// Builds a second time with `program`, which is this one, and compares. The failure names every file that differs.
pub fn run(program: &Path) -> Result<()> {
    // The folder's path has another length, so that a path that leaks into a file moves every byte after it.
    let folder = paths::root().join("target/second-build/in-a-folder-of-another-name");
    let _ = fs::remove_dir_all(&folder);
    copy_sources(&paths::root(), &folder)?;
    let commit = Commit::current()?.map(|commit| commit.to_variable());
    let mut command = with_other_date(program, &folder)?;
    command
        .arg("dist")
        .env(paths::ROOT_VARIABLE, &folder)
        .env(commit::VARIABLE, commit.unwrap_or_default())
        .env("TZ", "Asia/Tokyo")
        .env("LC_ALL", "C")
        .env_remove("CARGO_TARGET_DIR");
    let built = process::run(&mut command);
    let differing_files = built.and_then(|()| differing_files(&folder.join("dist")));
    let _ = fs::remove_dir_all(&folder);
    match differing_files?.as_slice() {
        [] => Ok(()),
        names => Err(Failure::new(format!(
            "A second build in another folder gave different bytes in these files: {}.",
            names.join(", ")
        ))),
    }
}

/// Returns a command that runs the program under another date.
///
/// The compiler keeps the real clock: it does not start when faketime applies to it alone, and it writes no time into
/// its output.
fn with_other_date(program: &Path, folder: &Path) -> Result<Command> {
    if let Err(failure) = system_packages::ensure_installed(&[system_packages::FAKETIME]) {
        println!("{failure} Without it, the second build uses the same date.");
        return Ok(Command::new(program));
    }
    let real_clock = folder.join("target/real-clock");
    for name in ["cargo", "rustc", "rustup"] {
        let Some(path) = process::find_on_path(name) else {
            continue;
        };
        let script = real_clock.join(name);
        create_parent(&script)?;
        let text = format!(
            "#!/bin/sh\nunset LD_PRELOAD\nexec '{}' \"$@\"\n",
            path.display()
        );
        fs::write(&script, text).map_err(Failure::file("write", &script))?;
        process::run(Command::new("chmod").arg("+x").arg(&script))?;
    }
    let mut command = Command::new(system_packages::FAKETIME.find()?);
    command
        .args(["-f", CLOCK_OFFSET])
        .arg(program)
        .env(
            "PATH",
            process::path_with(std::slice::from_ref(&real_clock))?,
        )
        .env("CARGO", real_clock.join("cargo"))
        // Timeouts use the real clock.
        .env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    Ok(command)
}

/// Returns the names of the files that differ between the two builds, including the checksums.
fn differing_files(other: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut files = dist::artefacts()?;
    files.push(paths::dist().join(dist::CHECKSUMS));
    for file in files {
        let name = dist::relative_name(&file);
        let read = |path: &Path| fs::read(path).map(|bytes| digest::sha256_hex(&bytes)).ok();
        if read(&file).is_none() || read(&file) != read(&other.join(&name)) {
            names.push(name);
        }
    }
    Ok(names)
}

fn copy_sources(from: &Path, to: &Path) -> Result<()> {
    for relative in files_below(from, |path| NOT_COPIED.contains(&path))? {
        let target = to.join(&relative);
        create_parent(&target)?;
        fs::copy(from.join(&relative), &target).map_err(Failure::file("copy", &target))?;
    }
    Ok(())
}

fn create_parent(file: &Path) -> Result<()> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder).map_err(Failure::file("create", folder))
}
