//! System packages: browsers, drivers, Node.
//!
//! They are found on PATH; else installed with apt-get on a Debian-like system with root or passwordless sudo; else
//! named in the failure.

use crate::{Failure, Result, process};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program that only the system's package manager provides.
#[derive(Debug, Clone, Copy)]
pub struct SystemPackage {
    /// Alternative names of the program. The first one on PATH is used.
    pub programs: &'static [&'static str],
    /// Name of the Debian package.
    pub package: &'static str,
}

/// Chromium.
pub const CHROMIUM: SystemPackage = SystemPackage {
    programs: &["chromium", "chromium-browser", "google-chrome"],
    package: "chromium",
};
/// Chromium's WebDriver.
pub const CHROMEDRIVER: SystemPackage = SystemPackage {
    programs: &["chromedriver"],
    package: "chromium-driver",
};
/// Firefox. Its driver isn't a Debian package; see `browsers.rs`.
pub const FIREFOX: SystemPackage = SystemPackage {
    programs: &["firefox-esr", "firefox"],
    package: "firefox-esr",
};
/// nginx, the static server of the browser tests.
pub const NGINX: SystemPackage = SystemPackage {
    programs: &["nginx", "/usr/sbin/nginx"],
    package: "nginx-light",
};
/// WebKit's WebDriver. Its package also contains the MiniBrowser.
pub const WEBKIT_DRIVER: SystemPackage = SystemPackage {
    programs: &["WebKitWebDriver"],
    package: "webkit2gtk-driver",
};
/// Virtual display for the MiniBrowser, which has no headless mode.
pub const XVFB: SystemPackage = SystemPackage {
    programs: &["Xvfb"],
    package: "xvfb",
};
/// Sets another date for the second build of `verify_reproducible`.
pub const FAKETIME: SystemPackage = SystemPackage {
    programs: &["faketime"],
    package: "faketime",
};
/// Node, which runs npm's binaryen.
pub const NODE: SystemPackage = SystemPackage {
    programs: &["node"],
    package: "nodejs",
};
/// npm, which installs binaryen, esbuild and axe-core.
pub const NPM: SystemPackage = SystemPackage {
    programs: &["npm"],
    package: "npm",
};

impl SystemPackage {
    /// Returns the program's path, or a failure that names the package to install.
    pub fn find(&self) -> Result<std::path::PathBuf> {
        self.programs
            .iter()
            .find_map(|program| process::find_on_path(program))
            .ok_or_else(|| missing_failure(&[*self]))
    }
}

/// Ensures that all of these programs are installed.
pub fn ensure_installed(needed: &[SystemPackage]) -> Result<()> {
    let absent: Vec<SystemPackage> = needed
        .iter()
        .filter(|program| program.find().is_err())
        .copied()
        .collect();
    match absent.is_empty() {
        true => Ok(()),
        false => install(&absent),
    }
}

/// Returns WebKitGTK's MiniBrowser from the newest library version.
pub fn mini_browser() -> Option<PathBuf> {
    let architecture = std::env::consts::ARCH;
    let libraries = format!("/usr/lib/{architecture}-linux-gnu");
    let folders = std::fs::read_dir(libraries).ok()?;
    let mut found: Vec<PathBuf> = folders
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-"))
        })
        .map(|path| path.join("MiniBrowser"))
        .filter(|path| path.exists())
        .collect();
    found.sort();
    found.pop()
}

/// Ensures that a Japanese font is installed, for screenshots.
pub fn ensure_japanese_font() -> Result<()> {
    let fonts = process::output(Command::new("fc-list").args([":lang=ja", "family"]));
    match fonts.is_some_and(|list| !list.trim().is_empty()) {
        true => Ok(()),
        false => install(&[SystemPackage {
            programs: &[],
            package: "fonts-noto-cjk",
        }]),
    }
}

fn install(absent: &[SystemPackage]) -> Result<()> {
    let Some(prefix) = apt_prefix() else {
        return Err(missing_failure(absent));
    };
    let packages: Vec<&str> = absent.iter().map(|program| program.package).collect();
    println!(
        "Installing {} with apt-get (1 to 3 minutes) …",
        packages.join(", ")
    );
    // Without an update, an image offers the outdated package versions of the day it was built.
    let options = ["install", "-y", "-qq", "--no-install-recommends"];
    run_apt(&prefix, &["update", "-qq"])
        .and_then(|()| run_apt(&prefix, &[&options, packages.as_slice()].concat()))
        .map_err(|failure| {
            Failure::new(format!(
                "{} {}",
                missing_failure(absent),
                apt_errors(&failure)
            ))
        })?;
    let still_absent: Vec<SystemPackage> = absent
        .iter()
        .filter(|program| !program.programs.is_empty() && program.find().is_err())
        .copied()
        .collect();
    match still_absent.is_empty() {
        true => Ok(()),
        false => Err(missing_failure(&still_absent)),
    }
}

fn run_apt(prefix: &[&str], arguments: &[&str]) -> Result<()> {
    let words = [
        prefix,
        // Without a run level, installing nginx does not start its service.
        &[
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "RUNLEVEL=1",
            "apt-get",
        ],
        arguments,
    ]
    .concat();
    let (program, rest) = words
        .split_first()
        .ok_or_else(|| Failure::new("apt-get has no name."))?;
    process::run_captured(Command::new(program).args(rest))
}

/// Returns apt-get's error messages on one line, or the whole output if there are none.
fn apt_errors(failure: &Failure) -> String {
    let text = failure.to_string();
    let errors: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("E: "))
        .collect();
    match errors.is_empty() {
        true => text,
        false => format!("apt-get: {}", errors.join(" ")),
    }
}

/// Returns the words before `apt-get`: none for root, `sudo -n` where it needs no password, `None` where apt-get can't
/// be used.
fn apt_prefix() -> Option<Vec<&'static str>> {
    if !Path::new("/etc/debian_version").exists() || process::find_on_path("apt-get").is_none() {
        return None;
    }
    let root = process::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if root {
        return Some(Vec::new());
    }
    process::output(Command::new("sudo").args(["-n", "true"])).map(|_| vec!["sudo", "-n"])
}

fn missing_failure(needed: &[SystemPackage]) -> Failure {
    let packages: Vec<&str> = needed.iter().map(|program| program.package).collect();
    Failure::new(format!(
        "Please install {} (names of Debian packages).",
        packages.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apt_get_errors_are_put_on_one_line() {
        let failure = Failure::new(
            "apt-get install failed (100).\nReading package lists...\nE: Unable to locate package a\nE: Sorry",
        );
        assert_eq!(
            apt_errors(&failure),
            "apt-get: E: Unable to locate package a E: Sorry"
        );
        let other = Failure::new("sudo can't be started: not found.");
        assert_eq!(apt_errors(&other), other.to_string());
    }
}
