//! Starts Firefox and finds its network log.

use super::Browser;
use crate::Result;
use crate::driver::Driver;
use std::path::PathBuf;
use std::process::Command;
use thirtyfour::{Capabilities, FirefoxCapabilities};

/// Log modules: requests, name lookups and connections. At a lower level, nsHttp would only log that a request was
/// considered, also if the policy then refused it.
const LOG_MODULES: &str = "timestamp,sync,nsHttp:4,nsHostResolver:4,nsSocketTransport:1";

pub(super) fn with_defaults(browser: Browser) -> Browser {
    let downloads = browser.downloads().display().to_string();
    browser
        .argument("-headless")
        .argument("--width=1280")
        .argument("--height=800")
        // Without the vendor's own settings and with those that the driver sets, Firefox makes no requests of its own.
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

pub(super) fn proxy(browser: Browser, proxy: &str, except: &[&str]) -> Browser {
    let (host, port) = proxy.split_once(':').unwrap_or((proxy, "80"));
    let port: u16 = port.parse().unwrap_or(80);
    browser
        .preference("network.proxy.type", 1.into())
        .preference("network.proxy.http", host.into())
        .preference("network.proxy.http_port", port.into())
        .preference("network.proxy.ssl", host.into())
        .preference("network.proxy.ssl_port", port.into())
        .preference("network.proxy.allow_hijacking_localhost", true.into())
        .preference("network.proxy.no_proxies_on", except.join(",").into())
}

/// Returns the log of the main process, which makes the requests of all processes.
pub(super) fn log(browser: &Browser) -> PathBuf {
    browser.folder.join("network.log.moz_log")
}

pub(super) fn driver(browser: &Browser) -> Result<Driver> {
    let mut command = Command::new(xtask::browsers::geckodriver()?);
    command
        .args(["--port", "0", "--profile-root"])
        .arg(&browser.folder)
        .env("HOME", &browser.folder)
        // A released Firefox ignores another settings server without this variable.
        .env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
    if browser.logs_network {
        command
            .env("MOZ_LOG", LOG_MODULES)
            .env("MOZ_LOG_FILE", browser.folder.join("network.log"));
    }
    Driver::start(command, "Listening on 127.0.0.1:")
}

pub(super) fn capabilities(browser: &Browser) -> Result<Capabilities> {
    let mut capabilities = FirefoxCapabilities::new();
    for argument in &browser.arguments {
        capabilities.add_arg(argument)?;
    }
    capabilities.set_firefox_binary(
        &xtask::system_packages::FIREFOX
            .find()?
            .display()
            .to_string(),
    )?;
    let preferences = serde_json::from_value(browser.preferences.clone().into())?;
    capabilities.set_preferences(preferences)?;
    Ok(capabilities.into())
}
