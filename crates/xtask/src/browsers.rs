//! The browsers that the tests drive, their drivers, and the server that they ask.

use crate::install::Crate;
use crate::{Failure, Result, paths, process, system};
use std::path::PathBuf;
use std::sync::OnceLock;

/// geckodriver, which Debian does not have.
const GECKODRIVER: Crate<'_> = Crate {
    package: "geckodriver",
    program: "geckodriver",
    version: "0.37.1",
    options: &[],
    minutes: "1 to 2 minutes",
};

/// Makes sure that all of them are there.
pub fn ready() -> Result<()> {
    system::ready(&[
        system::CHROMIUM,
        system::CHROMEDRIVER,
        system::FIREFOX,
        system::NGINX,
    ])?;
    geckodriver().map(drop)
}

/// Makes sure that WebKit is there, or says why it is not: not every system's packages have it.
pub fn webkit_ready() -> Result<()> {
    system::ready(&[system::WEBKIT_DRIVER, system::XVFB])?;
    if system::mini_browser().is_none() {
        return Err(Failure::new("The system's WebKitGTK has no MiniBrowser."));
    }
    let probe = ["run", "--quiet", "--package", "p2s-browser-tests", "--bin"];
    process::run_quietly(process::cargo(&paths::root()).args(probe).arg("webkit"))
        .map_err(|_| Failure::new("WebKitGTK's MiniBrowser doesn't start here."))
}

/// Firefox's WebDriver of the pinned version, installed where it is not there yet.
pub fn geckodriver() -> Result<PathBuf> {
    static FOUND: OnceLock<Result<PathBuf>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        Ok(match GECKODRIVER.ready()? {
            Some(folder) => folder.join(GECKODRIVER.program),
            None => process::on_path(GECKODRIVER.program).unwrap_or_default(),
        })
    });
    found.clone()
}
