//! How WebKit is started: the MiniBrowser of WebKitGTK, on a screen that nobody sees, since it has no mode without one.
//!
//! It writes down nothing of the network; what leaves it is what a proxy hears.

use super::Browser;
use crate::Result;
use crate::driver::{Driver, Process};
use serde_json::json;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;
use thirtyfour::{Capabilities, WebDriver};

pub(super) fn proxy(browser: Browser, proxy: &str, but: &[&str]) -> Browser {
    let manual =
        json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": but });
    browser.preference("proxy", manual)
}

const WIDTH: u32 = 1280;
/// As high as any page around a frame: the driver does not scroll it, and would click beside what it looks for.
const HEIGHT: u32 = 8000;

/// How long its start may take, and how often it is tried: now and then the MiniBrowser does not come up.
const START: Duration = Duration::from_secs(15);
const STARTS: usize = 5;

/// The browser, in a window as large as the screen.
pub(super) async fn session(browser: &Browser) -> Result<(Driver, WebDriver)> {
    for _ in 0..STARTS {
        let started = super::session(driver(browser)?, capabilities(browser)?);
        if let Ok(started) = tokio::time::timeout(START, started).await {
            let (driver, session) = started?;
            session.set_window_rect(0, 0, WIDTH, HEIGHT).await?;
            return Ok((driver, session));
        }
    }
    Err("the MiniBrowser does not come up".into())
}

/// The driver, and with it the screen, for as long as it runs.
fn driver(browser: &Browser) -> Result<Driver> {
    let (screen, display) = screen()?;
    let home = &browser.folder;
    std::fs::create_dir_all(home.join("config"))?;
    let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", browser.downloads().display());
    std::fs::write(home.join("config/user-dirs.dirs"), downloads)?;
    let mut command = Command::new(xtask::system::WEBKIT_DRIVER.find()?);
    command
        .env("DISPLAY", display)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("LANGUAGE", "en")
        .env("NO_AT_BRIDGE", "1")
        .env("GDK_BACKEND", "x11");
    Driver::start_silent(command, screen)
}

/// A screen of its own number.
fn screen() -> Result<(Process, String)> {
    let mut command = Command::new(xtask::system::XVFB.find()?);
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
    let output = process.output().ok_or("the screen has no output")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    match number.trim() {
        "" => Err("there is no screen for WebKit".into()),
        number => Ok((process, format!(":{number}"))),
    }
}

fn capabilities(browser: &Browser) -> Result<Capabilities> {
    let mut capabilities = Capabilities::new();
    let browser_itself = xtask::system::mini_browser().ok_or("there is no MiniBrowser")?;
    let options = json!({ "binary": browser_itself, "args": ["--automation"] });
    capabilities.set("webkitgtk:browserOptions", options)?;
    for (name, value) in &browser.preferences {
        capabilities.set(name, value)?;
    }
    Ok(capabilities)
}
