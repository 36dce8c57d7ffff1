//! Provides a tool in a pinned version: from PATH, else from the cache folder
//! (`<cache>/p2s-check/tools/<name>-<version>`), else installed into that folder. Writes nothing else.

use crate::{Failure, Result, paths, process, system_packages};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A tool that cargo installs.
pub(crate) struct CargoTool<'a> {
    pub(crate) package: &'a str,
    pub(crate) program: &'a str,
    pub(crate) version: &'a str,
    pub(crate) options: &'a [&'a str],
    /// Duration of the installation, for the message.
    pub(crate) install_time: &'a str,
}

impl CargoTool<'_> {
    /// Ensures that the tool is installed. Returns the folder to prepend to PATH, or `None` if PATH already provides
    /// it.
    pub(crate) fn ensure_installed(&self) -> Result<Option<PathBuf>> {
        if reports_version(Path::new(self.program), self.version) {
            return Ok(None);
        }
        let folder = tool_folder(self.package, self.version)?;
        let bin = folder.join("bin");
        if !reports_version(&bin.join(self.program), self.version) {
            println!(
                "Installing {} {} into {} ({}) …",
                self.package,
                self.version,
                folder.display(),
                self.install_time
            );
            self.install(&folder)?;
        }
        Ok(Some(bin))
    }

    fn install(&self, folder: &Path) -> Result<()> {
        create_folder(folder)?;
        let built = folder.join("build");
        let install_with = |locked: bool| {
            // Runs in the tool's own folder and without the flags of this workspace's build. A debug build compiles
            // quickly and is fast enough for a page of this size.
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
            process::run_captured(&mut command)
        };
        // The tool's own Cargo.lock is tried first, but a registry mirror doesn't always have every version in it.
        let outcome = install_with(true).or_else(|locked| {
            println!(
                "{} can't be installed with the versions in its own Cargo.lock; trying compatible ones …",
                self.package
            );
            install_with(false).map_err(|free| Failure::new(format!("{locked}\n{free}")))
        });
        let _ = fs::remove_dir_all(&built);
        outcome
    }
}

/// A tool that npm installs.
pub(crate) struct NpmTool<'a> {
    pub(crate) package: &'a str,
    pub(crate) program: &'a str,
    pub(crate) version: &'a str,
    /// Text in the answer to `--version` that identifies the pinned version.
    pub(crate) version_text: &'a str,
}

impl NpmTool<'_> {
    /// Ensures that the tool is installed. Returns the folder to prepend to PATH, or `None` if PATH already provides
    /// it.
    pub(crate) fn ensure_installed(&self) -> Result<Option<PathBuf>> {
        if reports_version(Path::new(self.program), self.version_text) {
            return Ok(None);
        }
        let folder = tool_folder(self.package, self.version)?;
        let bin = folder.join("node_modules/.bin");
        system_packages::ensure_installed(&[system_packages::NODE, system_packages::NPM])?;
        if !reports_version(&bin.join(self.program), self.version_text) {
            let (package, version) = (self.package, self.version);
            npm_install(package, version, &folder)?;
        }
        Ok(Some(bin))
    }
}

/// A file of a package that npm installs. PATH can't provide it.
pub(crate) struct NpmFile<'a> {
    pub(crate) package: &'a str,
    pub(crate) version: &'a str,
    /// Path in the package.
    pub(crate) file: &'a str,
}

impl NpmFile<'_> {
    /// Returns the file's path. Installs the package on first use.
    pub(crate) fn ensure_installed(&self) -> Result<PathBuf> {
        let (package, version) = (self.package, self.version);
        let folder = tool_folder(package, version)?;
        let modules = folder.join("node_modules");
        // npm writes this list last, so an interrupted installation has none.
        if !modules.join(".package-lock.json").is_file() {
            system_packages::ensure_installed(&[system_packages::NODE, system_packages::NPM])?;
            npm_install(package, version, &folder)?;
        }
        Ok(modules.join(package).join(self.file))
    }
}

fn npm_install(package: &str, version: &str, folder: &Path) -> Result<()> {
    println!(
        "Installing npm's {package} {version} into {} (about 10 seconds) …",
        folder.display()
    );
    create_folder(folder)?;
    let mut command = Command::new("npm");
    command
        .current_dir(folder)
        .arg("install")
        .arg("--prefix")
        .arg(folder);
    command.arg("--cache").arg(paths::cache()?.join("npm"));
    command.args([
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--no-update-notifier",
        "--loglevel=error",
    ]);
    process::run(command.arg(format!("{package}@{version}")))
}

fn tool_folder(name: &str, version: &str) -> Result<PathBuf> {
    Ok(paths::cache()?
        .join("tools")
        .join(format!("{name}-{version}")))
}

fn create_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(Failure::file("create", folder))
}

/// Returns true if the program runs and prints this version as a whole word.
fn reports_version(program: &Path, version: &str) -> bool {
    let Some(text) = process::output(Command::new(program).arg("--version")) else {
        return false;
    };
    let first = text.lines().next().unwrap_or_default();
    format!(" {first} ").contains(&format!(" {version} "))
}
