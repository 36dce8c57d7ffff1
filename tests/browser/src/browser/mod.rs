//! A headless browser with its own profile and driver: Chromium, Firefox or WebKit.

mod chromium;
mod devtools;
mod firefox;
mod webkit;

pub use devtools::{
    Media, element_screenshot, print_to_pdf, screenshot, set_media, set_time_zone, set_viewport,
};

use crate::Result;
use crate::driver::Driver;
use crate::network::Network;
use serde_json::{Map, Value};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use thirtyfour::{Capabilities, WebDriver};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser with WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// Returns true if the browser writes a network log.
    pub fn logs_network(self) -> bool {
        self != Engine::WebKit
    }
}

/// Configuration of a browser to start.
#[derive(Debug, Clone)]
pub struct Browser {
    engine: Engine,
    arguments: Vec<String>,
    preferences: Map<String, Value>,
    folder: PathBuf,
    logs_network: bool,
}

impl Default for Browser {
    fn default() -> Self {
        Browser::new()
    }
}

impl Browser {
    /// Returns Chromium with the configuration that most tests use: English, 1280 by 800, with a network log.
    pub fn new() -> Self {
        Browser::for_engine(Engine::Chromium)
    }

    /// Returns the default configuration of an engine.
    pub fn for_engine(engine: Engine) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = xtask::paths::target()
            .join("browser")
            .join(format!("{}-{number}", std::process::id()));
        let browser = Browser {
            engine,
            arguments: Vec::new(),
            preferences: Map::new(),
            folder,
            logs_network: engine.logs_network(),
        };
        match engine {
            Engine::Chromium => chromium::with_defaults(browser),
            Engine::Firefox => firefox::with_defaults(browser),
            Engine::WebKit => browser,
        }
    }

    /// Adds a command-line flag.
    pub fn argument(mut self, argument: impl Into<String>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Sets a preference of the profile under the engine's own name.
    pub fn preference(mut self, name: &str, value: Value) -> Self {
        self.preferences.insert(name.to_owned(), value);
        self
    }

    /// Routes everything except these servers (`127.0.0.1:8080`) through a proxy, including other loopback addresses.
    pub fn proxy(self, proxy: &str, except: &[&str]) -> Self {
        match self.engine {
            Engine::Chromium => chromium::proxy(self, proxy, except),
            Engine::Firefox => firefox::proxy(self, proxy, except),
            Engine::WebKit => webkit::proxy(self, proxy, except),
        }
    }

    /// Writes no network log, which costs time.
    pub fn without_network_log(mut self) -> Self {
        self.logs_network = false;
        self
    }

    /// Disables JavaScript.
    pub fn without_script(self) -> Self {
        match self.engine {
            Engine::Chromium => self.preference(
                "profile.managed_default_content_settings.javascript",
                2.into(),
            ),
            Engine::Firefox => self.preference("javascript.enabled", false.into()),
            // WebKit's driver has no such setting, and no test needs it.
            Engine::WebKit => self,
        }
    }

    /// Sets Japanese as the language that pages see.
    pub fn japanese(self) -> Self {
        self.preference("intl.accept_languages", "ja-JP,ja".into())
    }

    /// Returns the download folder.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// Starts the browser, runs the steps and stops the browser even if they fail. Returns the result of the steps and
    /// the network activity, which is empty without a log.
    pub async fn run<T>(
        self,
        steps: impl AsyncFnOnce(&WebDriver) -> Result<T>,
    ) -> Result<(T, Network)> {
        std::fs::create_dir_all(self.downloads())?;
        let (driver, session) = match self.engine {
            Engine::WebKit => webkit::session(&self).await?,
            Engine::Chromium => {
                session(chromium::driver()?, chromium::capabilities(&self)?).await?
            }
            Engine::Firefox => {
                session(firefox::driver(&self)?, firefox::capabilities(&self)?).await?
            }
        };
        let outcome = session
            .run_and_quit(|session| async move { steps(&session).await })
            .await?;
        drop(driver);
        let network = match self.engine {
            Engine::Chromium if self.logs_network => {
                Network::from_chromium_log(&chromium::log(&self))?
            }
            Engine::Firefox if self.logs_network => {
                Network::from_firefox_log(&firefox::log(&self))?
            }
            _ => Network::default(),
        };
        let _ = std::fs::remove_dir_all(&self.folder);
        Ok((outcome, network))
    }
}

/// Opens a WebDriver session.
async fn session(driver: Driver, capabilities: Capabilities) -> Result<(Driver, WebDriver)> {
    let session = WebDriver::new(&driver.address, capabilities).await?;
    Ok((driver, session))
}
