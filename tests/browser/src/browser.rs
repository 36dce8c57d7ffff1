//! Chromium, headless, with a profile and a driver of its own for each use.

use crate::Result;
use crate::network::{CHROMIUMS_OWN, Network};
use serde_json::{Map, Value, json};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities as _, WebDriver};

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

/// How to start one.
#[derive(Debug, Clone)]
pub struct Browser {
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
    /// As most tests want it: English, 1280 by 800, everything it does on the network written down.
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = xtask::paths::target()
            .join("browser")
            .join(format!("{}-{number}", std::process::id()));
        let browser = Browser {
            arguments: Vec::new(),
            preferences: Map::new(),
            folder,
        };
        let downloads = browser.downloads();
        let mut arguments: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
        arguments.push("--window-size=1280,800".to_owned());
        arguments.push(format!(
            "--user-data-dir={}",
            browser.folder.join("profile").display()
        ));
        arguments.push(format!("--log-net-log={}", browser.net_log().display()));
        arguments.push("--net-log-capture-mode=Everything".to_owned());
        let nowhere: Vec<String> = CHROMIUMS_OWN
            .iter()
            .map(|host| format!("MAP {host} ~NOTFOUND"))
            .collect();
        arguments.push(format!("--host-resolver-rules={}", nowhere.join(",")));
        Browser {
            arguments,
            ..browser
        }
        .preference(
            "download.default_directory",
            downloads.display().to_string().into(),
        )
        .preference("download.prompt_for_download", false.into())
        .preference("intl.accept_languages", "en-US,en".into())
    }

    /// With one more flag.
    pub fn argument(mut self, argument: impl Into<String>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// With a setting of the profile.
    pub fn preference(mut self, name: &str, value: Value) -> Self {
        self.preferences.insert(name.to_owned(), value);
        self
    }

    /// Everything but this origin (`127.0.0.1:8080`) goes through a proxy, other loopback addresses too.
    pub fn proxy(self, proxy: &str, but: &str) -> Self {
        self.argument(format!("--proxy-server={proxy}"))
            .argument(format!(
                "--proxy-bypass-list=<-loopback>;{but};{}",
                CHROMIUMS_OWN.join(";")
            ))
    }

    /// Where saved files arrive.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    fn net_log(&self) -> PathBuf {
        self.folder.join("network.json")
    }

    /// Starts it, hands it to the steps, ends it whatever happens, and gives what they gave and all that it did on
    /// the network.
    pub async fn run<T>(
        self,
        steps: impl AsyncFnOnce(&WebDriver) -> Result<T>,
    ) -> Result<(T, Network)> {
        std::fs::create_dir_all(self.downloads())?;
        let driver = Driver::start()?;
        let mut capabilities = ChromeCapabilities::new();
        for argument in &self.arguments {
            capabilities.add_arg(argument)?;
        }
        capabilities.set_binary(&xtask::system::CHROMIUM.find()?.display().to_string())?;
        capabilities.add_experimental_option("prefs", &self.preferences)?;
        let session = WebDriver::new(&driver.address, capabilities).await?;
        let outcome = session
            .run_and_quit(|session| async move { steps(&session).await })
            .await?;
        drop(driver);
        let network = Network::read(&self.net_log())?;
        let _ = std::fs::remove_dir_all(&self.folder);
        Ok((outcome, network))
    }
}

/// A running chromedriver.
struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    fn start() -> Result<Self> {
        let mut command = Command::new(xtask::system::CHROMEDRIVER.find()?);
        let mut process = command
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = process.stdout.take().ok_or("chromedriver has no output")?;
        let mut lines = BufReader::new(output).lines();
        // "ChromeDriver was started successfully on port 41231."
        let port = lines
            .by_ref()
            .map_while(std::io::Result::ok)
            .find_map(|line| {
                let port = line.rsplit_once("successfully on port ")?.1;
                Some(port.trim_end_matches('.').to_owned())
            });
        // What else it says has to go somewhere, or it would wait.
        std::thread::spawn(move || lines.for_each(drop));
        let address = format!(
            "http://127.0.0.1:{}",
            port.ok_or("chromedriver did not say its port")?
        );
        Ok(Driver { process, address })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Sets the size of what is seen, also narrower than a window can be, and dark or light colours.
pub async fn look(driver: &WebDriver, width: u32, height: u32, dark: bool) -> Result {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    driver
        .cdp()
        .send_raw("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    driver
        .cdp()
        .send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": true }))
        .await?;
    let scheme = if dark { "dark" } else { "light" };
    let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    driver
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", features)
        .await?;
    Ok(())
}

/// A picture of the page; whole: as long as it is.
pub async fn picture(driver: &WebDriver, whole: bool, to: &Path) -> Result {
    let shot = json!({ "format": "png", "captureBeyondViewport": whole });
    let shot = if whole {
        with_clip(driver, shot).await?
    } else {
        shot
    };
    let answer = driver
        .cdp()
        .send_raw("Page.captureScreenshot", shot)
        .await?;
    let data = answer
        .get("data")
        .and_then(Value::as_str)
        .ok_or("the browser gave no picture")?;
    std::fs::write(
        to,
        base64::Engine::decode(&base64::engine::general_purpose::STANDARD, data)?,
    )?;
    Ok(())
}

async fn with_clip(driver: &WebDriver, mut shot: Value) -> Result<Value> {
    let metrics = driver
        .cdp()
        .send_raw("Page.getLayoutMetrics", json!({}))
        .await?;
    let size = metrics
        .get("cssContentSize")
        .ok_or("the browser gave no size")?;
    let side = |name: &str| size.get(name).cloned().unwrap_or_default();
    let clip =
        json!({ "x": 0, "y": 0, "width": side("width"), "height": side("height"), "scale": 1 });
    shot.as_object_mut()
        .ok_or("no object")?
        .insert("clip".to_owned(), clip);
    Ok(shot)
}
