//! How Chromium is started, and where it writes down what it did.

use super::Browser;
use crate::Result;
use crate::driver::Driver;
use crate::network::CHROMIUMS_OWN;
use std::path::PathBuf;
use std::process::Command;
use thirtyfour::{Capabilities, ChromeCapabilities, ChromiumLikeCapabilities as _};

/// Quiet, and able to run as root; see each flag's name.
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-features=NetworkTimeServiceQuerying,OptimizationHints,AutofillServerCommunication,MediaRouter",
    "--disable-dev-shm-usage",
    "--force-device-scale-factor=1",
];

pub(super) fn usual(browser: Browser) -> Browser {
    let downloads = browser.downloads().display().to_string();
    let profile = browser.folder.join("profile");
    let log = log(&browser);
    let nowhere: Vec<String> = CHROMIUMS_OWN
        .iter()
        .map(|host| format!("MAP {host} ~NOTFOUND"))
        .collect();
    FLAGS
        .iter()
        .fold(browser, |browser, flag| browser.argument(*flag))
        .argument("--window-size=1280,800")
        .argument(format!("--user-data-dir={}", profile.display()))
        .argument(format!("--log-net-log={}", log.display()))
        .argument("--net-log-capture-mode=Everything")
        .argument(format!("--host-resolver-rules={}", nowhere.join(",")))
        .preference("download.default_directory", downloads.into())
        .preference("download.prompt_for_download", false.into())
        .preference("intl.accept_languages", "en-US,en".into())
}

pub(super) fn proxy(browser: Browser, proxy: &str, but: &[&str]) -> Browser {
    let (but, own) = (but.join(";"), CHROMIUMS_OWN.join(";"));
    browser
        .argument(format!("--proxy-server={proxy}"))
        .argument(format!("--proxy-bypass-list=<-loopback>;{but};{own}"))
}

pub(super) fn log(browser: &Browser) -> PathBuf {
    browser.folder.join("network.json")
}

pub(super) fn driver() -> Result<Driver> {
    let mut command = Command::new(xtask::system::CHROMEDRIVER.find()?);
    command.arg("--port=0");
    Driver::start(command, "successfully on port ")
}

pub(super) fn capabilities(browser: &Browser) -> Result<Capabilities> {
    let mut capabilities = ChromeCapabilities::new();
    for argument in &browser.arguments {
        capabilities.add_arg(argument)?;
    }
    capabilities.set_binary(&xtask::system::CHROMIUM.find()?.display().to_string())?;
    capabilities.add_experimental_option("prefs", &browser.preferences)?;
    Ok(capabilities.into())
}
