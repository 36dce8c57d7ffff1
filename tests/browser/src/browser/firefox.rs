//! How Firefox is started, and where it writes down what it did.

use super::Browser;
use crate::Result;
use crate::driver::Driver;
use std::path::PathBuf;
use std::process::Command;
use thirtyfour::{Capabilities, FirefoxCapabilities};

/// What is logged: requests (less says of them only that they were thought of, also where the policy refused
/// them), names, connections.
const LOGGED: &str = "timestamp,sync,nsHttp:4,nsHostResolver:4,nsSocketTransport:1";

pub(super) fn usual(browser: Browser) -> Browser {
    let downloads = browser.downloads().display().to_string();
    browser
        .argument("-headless")
        .argument("--width=1280")
        .argument("--height=800")
        // Its own settings from its makers; without them, and with what the driver sets, it is silent by itself.
        .preference(
            "services.settings.server",
            "data:,#remote-settings-dummy/v1".into(),
        )
        .preference("network.captive-portal-service.enabled", false.into())
        .preference("network.connectivity-service.enabled", false.into())
        .preference("intl.accept_languages", "en-US,en".into())
        .preference("browser.download.folderList", 2.into())
        .preference("browser.download.dir", downloads.into())
        .preference("browser.download.useDownloadDir", true.into())
        .preference(
            "browser.download.always_ask_before_handling_new_types",
            false.into(),
        )
        .preference("browser.download.open_pdf_attachments_inline", false.into())
}

pub(super) fn proxy(browser: Browser, proxy: &str, but: &[&str]) -> Browser {
    let (host, port) = proxy.split_once(':').unwrap_or((proxy, "80"));
    let port: u16 = port.parse().unwrap_or(80);
    browser
        .preference("network.proxy.type", 1.into())
        .preference("network.proxy.http", host.into())
        .preference("network.proxy.http_port", port.into())
        .preference("network.proxy.ssl", host.into())
        .preference("network.proxy.ssl_port", port.into())
        .preference("network.proxy.allow_hijacking_localhost", true.into())
        .preference("network.proxy.no_proxies_on", but.join(",").into())
}

/// Its main process writes it; every request is made there, whoever asks for it.
pub(super) fn log(browser: &Browser) -> PathBuf {
    browser.folder.join("network.log.moz_log")
}

pub(super) fn driver(browser: &Browser) -> Result<Driver> {
    let mut command = Command::new(xtask::browsers::geckodriver()?);
    command
        .args(["--port", "0", "--profile-root"])
        .arg(&browser.folder)
        .env("HOME", &browser.folder)
        // Without it a released Firefox takes no other place for its settings.
        .env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1")
        .env("MOZ_LOG", LOGGED)
        .env("MOZ_LOG_FILE", browser.folder.join("network.log"));
    Driver::start(command, "Listening on 127.0.0.1:")
}

pub(super) fn capabilities(browser: &Browser) -> Result<Capabilities> {
    let mut capabilities = FirefoxCapabilities::new();
    for argument in &browser.arguments {
        capabilities.add_arg(argument)?;
    }
    capabilities.set_firefox_binary(&xtask::system::FIREFOX.find()?.display().to_string())?;
    let preferences = serde_json::from_value(browser.preferences.clone().into())?;
    capabilities.set_preferences(preferences)?;
    Ok(capabilities.into())
}
