//! Finds or installs what the browser tests use: browsers, drivers, a server, axe-core.

use crate::install::{CargoTool, NpmFile};
use crate::{Failure, Result, paths, process, system_packages};
use std::path::PathBuf;
use std::sync::OnceLock;

/// geckodriver, which Debian does not package.
const GECKODRIVER: CargoTool<'_> = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    version: "0.37.1",
    options: &[],
    install_time: "1 to 2 minutes",
};

/// npm's axe-core, a script that finds accessibility faults in a page.
const AXE: NpmFile<'_> = NpmFile {
    package: "axe-core",
    version: "4.14.1",
    file: "axe.min.js",
};

/// Ensures that Chromium, Firefox, their drivers and nginx are installed.
pub fn ensure_ready() -> Result<()> {
    system_packages::ensure_installed(&[
        system_packages::CHROMIUM,
        system_packages::CHROMEDRIVER,
        system_packages::FIREFOX,
        system_packages::NGINX,
    ])?;
    geckodriver().map(drop)
}

/// Ensures that WebKit is installed and starts. Fails with the reason on systems whose packages lack it.
pub fn ensure_webkit_ready() -> Result<()> {
    system_packages::ensure_installed(&[system_packages::WEBKIT_DRIVER, system_packages::XVFB])?;
    if system_packages::mini_browser().is_none() {
        return Err(Failure::new("WebKitGTK has no MiniBrowser on this system."));
    }
    let probe = ["run", "--quiet", "--package", "p2s-browser-tests", "--bin"];
    process::run_captured(process::cargo(&paths::root()).args(probe).arg("webkit"))
        .map_err(|_| Failure::new("WebKitGTK's MiniBrowser doesn't start on this system."))
}

/// Returns the path of geckodriver in its pinned version. Installs it on first use.
pub fn geckodriver() -> Result<PathBuf> {
    static FOUND: OnceLock<Result<PathBuf>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        Ok(match GECKODRIVER.ensure_installed()? {
            Some(folder) => folder.join(GECKODRIVER.program),
            None => process::find_on_path(GECKODRIVER.program).unwrap_or_default(),
        })
    });
    found.clone()
}

/// Returns the path of axe-core's script in its pinned version. Installs it on first use.
pub fn axe() -> Result<PathBuf> {
    static FOUND: OnceLock<Result<PathBuf>> = OnceLock::new();
    FOUND.get_or_init(|| AXE.ensure_installed()).clone()
}
