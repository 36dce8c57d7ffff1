//! The page in the browser, by its hooks (design: "The page's hooks").

use crate::Result;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use thirtyfour::{By, WebDriver};

/// Longer than the page's own limit for one file, and than a hundred files take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the page says of one input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    /// `data-input-name`
    pub input_name: String,
    /// `data-verdict`
    pub verdict: String,
    /// `data-rule`
    pub rule: String,
    /// `data-root-today`
    pub root_today: String,
    /// `data-error`: on a refusal only.
    pub error: Option<String>,
}

/// Opens an address of the page and waits until it takes files.
///
/// By way of an empty page: an address that differs behind `#` alone would load nothing, and a driver that comes back
/// too early would have us find the page before this one ready.
pub async fn open(driver: &WebDriver, address: &str) -> Result {
    driver.goto("about:blank").await?;
    driver.goto(address).await?;
    ready(driver).await?;
    Ok(())
}

/// Goes into the frame inside the element of the demonstration.
pub async fn enter_element(driver: &WebDriver) -> Result {
    let script = "return document.querySelector('p2s-check').shadowRoot.querySelector('iframe')";
    let frame = driver.execute(script, Vec::new()).await?.element()?;
    frame.enter_frame().await?;
    Ok(())
}

/// Waits until the page, or the one in the frame that the driver is in, takes files.
pub async fn ready(driver: &WebDriver) -> Result<serde_json::Value> {
    let script = "return document.documentElement.hasAttribute('data-ready') || null";
    wait(driver, script, "the page to be ready").await
}

/// Chooses files, as a person does with the button.
pub async fn choose(driver: &WebDriver, files: &[&Path]) -> Result {
    let names: Vec<String> = files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    driver
        .find(By::Id("intake"))
        .await?
        .send_keys(names.join("\n"))
        .await?;
    Ok(())
}

/// What is shown now, in the order of the names.
pub async fn shown(driver: &WebDriver) -> Result<Vec<Shown>> {
    let script =
        "return [...document.querySelectorAll('[data-input-name]')].map((e) => ({ ...e.dataset }))";
    let mut shown: Vec<Shown> = driver.execute(script, Vec::new()).await?.convert()?;
    shown.sort();
    Ok(shown)
}

/// Waits until the results are those of these inputs, told by their names.
pub async fn results(driver: &WebDriver, names: &[&str]) -> Result<Vec<Shown>> {
    let mut expected: Vec<&str> = names.to_vec();
    expected.sort_unstable();
    let start = Instant::now();
    loop {
        let shown = shown(driver).await?;
        if shown
            .iter()
            .map(|one| one.input_name.as_str())
            .eq(expected.iter().copied())
        {
            return Ok(shown);
        }
        if start.elapsed() > PATIENCE {
            return Err(
                format!("waited for results about {expected:?}; the page shows {shown:?}").into(),
            );
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Chooses one file and waits for what is said of it.
pub async fn check(driver: &WebDriver, file: &Path) -> Result<Shown> {
    let name = file
        .file_name()
        .ok_or("a file has a name")?
        .to_string_lossy();
    choose(driver, &[file]).await?;
    let mut shown = results(driver, &[&name]).await?;
    shown.pop().ok_or_else(|| "nothing is shown".into())
}

/// Saves the JSON with the page's button, and gives its bytes.
pub async fn save_json(driver: &WebDriver, downloads: &Path) -> Result<Vec<u8>> {
    let whole = |bytes: &[u8]| serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok();
    save(driver, downloads, "json", whole).await
}

/// Saves the table with the page's button, and gives its bytes.
pub async fn save_csv(driver: &WebDriver, downloads: &Path) -> Result<Vec<u8>> {
    save(driver, downloads, "csv", |bytes| bytes.ends_with(b"\r\n")).await
}

async fn save(
    driver: &WebDriver,
    downloads: &Path,
    kind: &str,
    whole: impl Fn(&[u8]) -> bool,
) -> Result<Vec<u8>> {
    for old in saved(downloads)? {
        std::fs::remove_file(old)?;
    }
    driver
        .find(By::Id(format!("save-{kind}")))
        .await?
        .click()
        .await?;
    let start = Instant::now();
    loop {
        // There may be an empty file first, and one with another name beside it.
        if let [file] = saved(downloads)?.as_slice()
            && file.extension().is_some_and(|extension| extension == kind)
        {
            let bytes = std::fs::read(file)?;
            if whole(&bytes) {
                return Ok(bytes);
            }
        }
        if start.elapsed() > PATIENCE {
            return Err("the page saved nothing".into());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn saved(downloads: &Path) -> Result<Vec<PathBuf>> {
    Ok(std::fs::read_dir(downloads)?
        .flatten()
        .map(|entry| entry.path())
        .collect())
}

/// Waits until a script gives something else than null.
pub async fn wait(driver: &WebDriver, script: &str, what: &str) -> Result<serde_json::Value> {
    let start = Instant::now();
    loop {
        let value = driver.execute(script, Vec::new()).await?.json().clone();
        if !value.is_null() {
            return Ok(value);
        }
        if start.elapsed() > PATIENCE {
            let failed = driver
                .execute(
                    "return document.documentElement.outerHTML.slice(0, 400)",
                    Vec::new(),
                )
                .await?;
            return Err(format!("waited for {what}; the page begins {}", failed.json()).into());
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// The text that a script gives. A busy Firefox may give nothing at first.
pub async fn text(driver: &WebDriver, script: &str) -> Result<String> {
    match wait(driver, script, script).await? {
        serde_json::Value::String(text) => Ok(text),
        other => Err(format!("{script} gave {other}").into()),
    }
}
