//! A browser, headless, with a profile and a driver of its own for each use: Chromium, Firefox or WebKit.

mod chromium;
mod firefox;
mod picture;
mod webkit;

pub use picture::{look, part, picture, print, zone};

use crate::Result;
use crate::driver::Driver;
use crate::network::Network;
use serde_json::{Map, Value};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use thirtyfour::{Capabilities, WebDriver};

/// Which browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by its own driver.
    WebKit,
}

impl Engine {
    /// Whether it writes down what it does on the network.
    pub fn logs(self) -> bool {
        self != Engine::WebKit
    }
}

/// How to start one.
#[derive(Debug, Clone)]
pub struct Browser {
    engine: Engine,
    arguments: Vec<String>,
    preferences: Map<String, Value>,
    folder: PathBuf,
}

impl Default for Browser {
    fn default() -> Self {
        Browser::new()
    }
}

impl Browser {
    /// Chromium as most tests want it: English, 1280 by 800, everything it does on the network written down.
    pub fn new() -> Self {
        Browser::of(Engine::Chromium)
    }

    /// The same of either engine.
    pub fn of(engine: Engine) -> Self {
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
        };
        match engine {
            Engine::Chromium => chromium::usual(browser),
            Engine::Firefox => firefox::usual(browser),
            Engine::WebKit => browser,
        }
    }

    /// With one more flag.
    pub fn argument(mut self, argument: impl Into<String>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// With a setting of the profile, by the engine's own name for it.
    pub fn preference(mut self, name: &str, value: Value) -> Self {
        self.preferences.insert(name.to_owned(), value);
        self
    }

    /// Everything but these servers (`127.0.0.1:8080`) goes through a proxy, other loopback addresses too.
    pub fn proxy(self, proxy: &str, but: &[&str]) -> Self {
        match self.engine {
            Engine::Chromium => chromium::proxy(self, proxy, but),
            Engine::Firefox => firefox::proxy(self, proxy, but),
            Engine::WebKit => webkit::proxy(self, proxy, but),
        }
    }

    /// Without JavaScript.
    pub fn without_script(self) -> Self {
        match self.engine {
            Engine::Chromium => self.preference(
                "profile.managed_default_content_settings.javascript",
                2.into(),
            ),
            Engine::Firefox => self.preference("javascript.enabled", false.into()),
            // Its driver has no such setting, and no test asks for it.
            Engine::WebKit => self,
        }
    }

    /// In Japanese, as far as pages are told.
    pub fn japanese(self) -> Self {
        self.preference("intl.accept_languages", "ja-JP,ja".into())
    }

    /// Where saved files arrive.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// Starts it, hands it to the steps, ends it whatever happens, and gives what they gave and all that it did on
    /// the network, where it [logs](Engine::logs) that.
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
            Engine::Chromium => Network::of_chromium(&chromium::log(&self))?,
            Engine::Firefox => Network::of_firefox(&firefox::log(&self))?,
            Engine::WebKit => Network::default(),
        };
        let _ = std::fs::remove_dir_all(&self.folder);
        Ok((outcome, network))
    }
}

/// A browser at a driver's other end.
async fn session(driver: Driver, capabilities: Capabilities) -> Result<(Driver, WebDriver)> {
    let session = WebDriver::new(&driver.address, capabilities).await?;
    Ok((driver, session))
}
