//! Starts Chromium and finds its network log.

use super::Browser;
use crate::Result;
use crate::driver::Driver;
use crate::network::CHROMIUM_SERVICES;
use std::path::PathBuf;
use std::process::Command;
use thirtyfour::{Capabilities, ChromeCapabilities, ChromiumLikeCapabilities as _};

/// Flags that silence background services and allow running as root.
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

pub(super) fn with_defaults(browser: Browser) -> Browser {
    let downloads = browser.downloads().display().to_string();
    let profile = browser.folder.join("profile");
    let unresolvable: Vec<String> = CHROMIUM_SERVICES
        .iter()
        .map(|host| format!("MAP {host} ~NOTFOUND"))
        .collect();
    FLAGS
        .iter()
        .fold(browser, |browser, flag| browser.argument(*flag))
        .argument("--window-size=1280,800")
        .argument(format!("--user-data-dir={}", profile.display()))
        .argument(format!("--host-resolver-rules={}", unresolvable.join(",")))
        .preference("download.default_directory", downloads.into())
        .preference("download.prompt_for_download", false.into())
        .preference("intl.accept_languages", "en-US,en".into())
}

pub(super) fn proxy(browser: Browser, proxy: &str, except: &[&str]) -> Browser {
    let (except, services) = (except.join(";"), CHROMIUM_SERVICES.join(";"));
    browser
        .argument(format!("--proxy-server={proxy}"))
        .argument(format!(
            "--proxy-bypass-list=<-loopback>;{except};{services}"
        ))
}

pub(super) fn log(browser: &Browser) -> PathBuf {
    browser.folder.join("network.json")
}

pub(super) fn driver() -> Result<Driver> {
    let mut command = Command::new(xtask::system_packages::CHROMEDRIVER.find()?);
    command.arg("--port=0");
    Driver::start(command, "successfully on port ")
}

pub(super) fn capabilities(browser: &Browser) -> Result<Capabilities> {
    let mut capabilities = ChromeCapabilities::new();
    for argument in &browser.arguments {
        capabilities.add_arg(argument)?;
    }
    if browser.logs_network {
        capabilities.add_arg(&format!("--log-net-log={}", log(browser).display()))?;
        capabilities.add_arg("--net-log-capture-mode=Everything")?;
    }
    capabilities.set_binary(
        &xtask::system_packages::CHROMIUM
            .find()?
            .display()
            .to_string(),
    )?;
    capabilities.add_experimental_option("prefs", &browser.preferences)?;
    Ok(capabilities.into())
}
