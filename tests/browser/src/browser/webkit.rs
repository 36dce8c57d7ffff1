//! Starts WebKit: the MiniBrowser of WebKitGTK on a virtual display, because it has no headless mode.
//!
//! It writes no network log. Tests rely on a proxy instead.

use super::Browser;
use crate::Result;
use crate::driver::{Driver, Process};
use serde_json::json;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;
use thirtyfour::{Capabilities, WebDriver};

pub(super) fn proxy(browser: Browser, proxy: &str, except: &[&str]) -> Browser {
    let manual =
        json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": except });
    browser.preference("proxy", manual)
}

const WIDTH: u32 = 1280;
/// Height of the window, larger than any page around a frame: the driver does not scroll that page and would click
/// outside the frame.
const HEIGHT: u32 = 8000;

/// Time limit for one start. The MiniBrowser sometimes doesn't start, so there are several attempts.
const START_TIMEOUT: Duration = Duration::from_secs(15);
const MAX_STARTS: usize = 5;

/// Opens a session in a window as large as the display.
pub(super) async fn session(browser: &Browser) -> Result<(Driver, WebDriver)> {
    for _ in 0..MAX_STARTS {
        let started = super::session(driver(browser)?, capabilities(browser)?);
        if let Ok(started) = tokio::time::timeout(START_TIMEOUT, started).await {
            let (driver, session) = started?;
            session.set_window_rect(0, 0, WIDTH, HEIGHT).await?;
            return Ok((driver, session));
        }
    }
    Err("the MiniBrowser does not start".into())
}

/// Starts the driver and the display that lives as long as the driver.
fn driver(browser: &Browser) -> Result<Driver> {
    let (display_process, display) = start_display()?;
    let home = &browser.folder;
    std::fs::create_dir_all(home.join("config"))?;
    let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", browser.downloads().display());
    std::fs::write(home.join("config/user-dirs.dirs"), downloads)?;
    let mut command = Command::new(xtask::system_packages::WEBKIT_DRIVER.find()?);
    command
        .env("DISPLAY", display)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("LANGUAGE", "en")
        .env("NO_AT_BRIDGE", "1")
        .env("GDK_BACKEND", "x11");
    Driver::start_on_free_port(command, display_process)
}

/// Starts a virtual display with an unused number.
fn start_display() -> Result<(Process, String)> {
    let mut command = Command::new(xtask::system_packages::XVFB.find()?);
    command
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            &format!("{WIDTH}x{HEIGHT}x24"),
        ])
        .args(["-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut process = Process::start(&mut command)?;
    let output = process.output().ok_or("the display has no output")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    match number.trim() {
        "" => Err("there is no display for WebKit".into()),
        number => Ok((process, format!(":{number}"))),
    }
}

fn capabilities(browser: &Browser) -> Result<Capabilities> {
    let mut capabilities = Capabilities::new();
    let mini_browser = xtask::system_packages::mini_browser().ok_or("there is no MiniBrowser")?;
    let options = json!({ "binary": mini_browser, "args": ["--automation"] });
    capabilities.set("webkitgtk:browserOptions", options)?;
    for (name, value) in &browser.preferences {
        capabilities.set(name, value)?;
    }
    Ok(capabilities)
}
