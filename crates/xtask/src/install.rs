//! A tool of one version: on PATH, else in the cache folder (`<cache>/p2s-check/tools/<name>-<version>`), else
//! installed into it. Nothing else is written.

use crate::{Failure, Result, paths, process, system};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A tool that cargo installs.
pub(crate) struct Crate<'a> {
    pub(crate) package: &'a str,
    pub(crate) program: &'a str,
    pub(crate) version: &'a str,
    pub(crate) options: &'a [&'a str],
    /// How long installing takes.
    pub(crate) minutes: &'a str,
}

impl Crate<'_> {
    /// The folder to put before PATH; `None`: PATH has it already.
    pub(crate) fn ready(&self) -> Result<Option<PathBuf>> {
        if says(Path::new(self.program), self.version) {
            return Ok(None);
        }
        let folder = tool_folder(self.package, self.version)?;
        let bin = folder.join("bin");
        if !says(&bin.join(self.program), self.version) {
            println!(
                "Installing {} {} into {} ({}) …",
                self.package,
                self.version,
                folder.display(),
                self.minutes
            );
            self.install(&folder)?;
        }
        Ok(Some(bin))
    }

    fn install(&self, folder: &Path) -> Result<()> {
        create(folder)?;
        let built = folder.join("build");
        let attempt = |locked: bool| {
            // From the tool's own folder and without what speaks of this workspace's build. Debug: quick to
            // build, and quick enough for a page of this size.
            let mut command = process::cargo(folder);
            command.args([
                "install",
                self.package,
                "--version",
                self.version,
                "--debug",
                "--force",
                "--quiet",
            ]);
            command
                .args(self.options)
                .args(locked.then_some("--locked"));
            command
                .arg("--root")
                .arg(folder)
                .env("CARGO_TARGET_DIR", &built);
            for name in [
                "RUSTFLAGS",
                "CARGO_ENCODED_RUSTFLAGS",
                "CARGO_BUILD_TARGET",
                "CARGO_BUILD_RUSTFLAGS",
            ] {
                command.env_remove(name);
            }
            process::run_quietly(&mut command)
        };
        // The tool's own Cargo.lock first. A registry mirror doesn't always have every version in it.
        let outcome = attempt(true).or_else(|locked| {
            println!(
                "{} can't be installed with the versions in its own Cargo.lock; trying compatible ones …",
                self.package
            );
            attempt(false).map_err(|free| Failure::new(format!("{locked}\n{free}")))
        });
        let _ = fs::remove_dir_all(&built);
        outcome
    }
}

/// A tool that npm installs.
pub(crate) struct Package<'a> {
    pub(crate) package: &'a str,
    pub(crate) program: &'a str,
    pub(crate) version: &'a str,
    /// What the program answers to `--version`, if it is the right one.
    pub(crate) says: &'a str,
}

impl Package<'_> {
    /// The folder to put before PATH; `None`: PATH has it already.
    pub(crate) fn ready(&self) -> Result<Option<PathBuf>> {
        if says(Path::new(self.program), self.says) {
            return Ok(None);
        }
        let folder = tool_folder(self.package, self.version)?;
        let bin = folder.join("node_modules/.bin");
        system::ready(&[system::NODE, system::NPM])?;
        if !says(&bin.join(self.program), self.says) {
            let (package, version) = (self.package, self.version);
            println!(
                "Installing npm's {package} {version} into {} (about 10 seconds) …",
                folder.display()
            );
            create(&folder)?;
            let mut command = Command::new("npm");
            command
                .current_dir(&folder)
                .arg("install")
                .arg("--prefix")
                .arg(&folder);
            command.arg("--cache").arg(paths::cache()?.join("npm"));
            command.args([
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--no-update-notifier",
                "--loglevel=error",
            ]);
            process::run(command.arg(format!("{package}@{version}")))?;
        }
        Ok(Some(bin))
    }
}

fn tool_folder(name: &str, version: &str) -> Result<PathBuf> {
    Ok(paths::cache()?
        .join("tools")
        .join(format!("{name}-{version}")))
}

fn create(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(Failure::file("create", folder))
}

/// Whether the program runs and names this version, as a word of its own.
fn says(program: &Path, version: &str) -> bool {
    let Some(text) = process::output(Command::new(program).arg("--version")) else {
        return false;
    };
    let first = text.lines().next().unwrap_or_default();
    format!(" {first} ").contains(&format!(" {version} "))
}
