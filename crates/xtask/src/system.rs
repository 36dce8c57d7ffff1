//! Packages of the system: browsers, their drivers, Node. Found on PATH; else installed with apt-get on a
//! Debian-like system where that can be done without a question; else named, for a person to install.

use crate::{Failure, Result, process};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Something that only the system can bring.
#[derive(Debug, Clone, Copy)]
pub struct Need {
    /// Names that it goes by on PATH; the first found is taken.
    pub programs: &'static [&'static str],
    /// Debian's package.
    pub package: &'static str,
}

/// The browser.
pub const CHROMIUM: Need = Need {
    programs: &["chromium", "chromium-browser", "google-chrome"],
    package: "chromium",
};
/// Its WebDriver.
pub const CHROMEDRIVER: Need = Need {
    programs: &["chromedriver"],
    package: "chromium-driver",
};
/// The other browser; its driver is no package (see `browsers.rs`).
pub const FIREFOX: Need = Need {
    programs: &["firefox-esr", "firefox"],
    package: "firefox-esr",
};
/// The real static server of the tests.
pub const NGINX: Need = Need {
    programs: &["nginx", "/usr/sbin/nginx"],
    package: "nginx-light",
};
/// WebKit's WebDriver; the MiniBrowser comes with it.
pub const WEBKIT_DRIVER: Need = Need {
    programs: &["WebKitWebDriver"],
    package: "webkit2gtk-driver",
};
/// The screen that the MiniBrowser wants.
pub const XVFB: Need = Need {
    programs: &["Xvfb"],
    package: "xvfb",
};
/// Another day, for the second build.
pub const FAKETIME: Need = Need {
    programs: &["faketime"],
    package: "faketime",
};
/// Runs npm's binaryen, and measures brotli.
pub const NODE: Need = Need {
    programs: &["node"],
    package: "nodejs",
};
/// Installs binaryen.
pub const NPM: Need = Need {
    programs: &["npm"],
    package: "npm",
};

impl Need {
    /// The program's file, or a sentence saying what to install.
    pub fn find(&self) -> Result<std::path::PathBuf> {
        self.programs
            .iter()
            .find_map(|program| process::on_path(program))
            .ok_or_else(|| missing(&[*self]))
    }
}

/// Makes sure that all of these are there.
pub fn ready(needs: &[Need]) -> Result<()> {
    let absent: Vec<Need> = needs
        .iter()
        .filter(|need| need.find().is_err())
        .copied()
        .collect();
    match absent.is_empty() {
        true => Ok(()),
        false => install(&absent),
    }
}

/// WebKitGTK's small browser, in the folder of its library's newest version.
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

/// A font with Japanese in it, for pictures of the page; nothing else depends on it.
pub fn japanese_font() -> Result<()> {
    let fonts = process::output(Command::new("fc-list").args([":lang=ja", "family"]));
    match fonts.is_some_and(|list| !list.trim().is_empty()) {
        true => Ok(()),
        false => install(&[Need {
            programs: &[],
            package: "fonts-noto-cjk",
        }]),
    }
}

fn install(absent: &[Need]) -> Result<()> {
    let Some(before) = apt_get() else {
        return Err(missing(absent));
    };
    let packages: Vec<&str> = absent.iter().map(|need| need.package).collect();
    println!(
        "Installing {} with apt-get (1 to 3 minutes) …",
        packages.join(", ")
    );
    // Without the update an image offers the versions of the day that it was made.
    let options = ["install", "-y", "-qq", "--no-install-recommends"];
    apt(&before, &["update", "-qq"])
        .and_then(|()| apt(&before, &[&options, packages.as_slice()].concat()))
        .map_err(|failure| Failure::new(format!("{} {}", missing(absent), why(&failure))))?;
    let still: Vec<Need> = absent
        .iter()
        .filter(|need| !need.programs.is_empty() && need.find().is_err())
        .copied()
        .collect();
    match still.is_empty() {
        true => Ok(()),
        false => Err(missing(&still)),
    }
}

fn apt(before: &[&str], arguments: &[&str]) -> Result<()> {
    let words = [
        before,
        // No run level: what is installed (nginx) is not started as well.
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
    process::run_quietly(Command::new(program).args(rest))
}

/// apt-get's own errors from all that it printed, on one line; everything where it names none.
fn why(failure: &Failure) -> String {
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

/// What goes before `apt-get`: nothing for root, sudo where it asks no password; `None`: can't be used.
fn apt_get() -> Option<Vec<&'static str>> {
    if !Path::new("/etc/debian_version").exists() || process::on_path("apt-get").is_none() {
        return None;
    }
    let root = process::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if root {
        return Some(Vec::new());
    }
    process::output(Command::new("sudo").args(["-n", "true"])).map(|_| vec!["sudo", "-n"])
}

fn missing(needs: &[Need]) -> Failure {
    let packages: Vec<&str> = needs.iter().map(|need| need.package).collect();
    Failure::new(format!(
        "Please install {} (Debian's names for the packages).",
        packages.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_errors_of_apt_get_are_one_line() {
        let failure = Failure::new(
            "apt-get install failed (100).\nReading package lists...\nE: Unable to locate package a\nE: Sorry",
        );
        assert_eq!(
            why(&failure),
            "apt-get: E: Unable to locate package a E: Sorry"
        );
        let other = Failure::new("sudo can't be started: not found.");
        assert_eq!(why(&other), other.to_string());
    }
}
