//! Drives the page through its hooks: the identifiers and `data-` attributes that tests and hosts rely on.

use crate::Result;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use thirtyfour::{By, WebDriver};

/// Longer than the page's time limit for one file, and longer than a thousand files take on a busy machine.
const TIMEOUT: Duration = Duration::from_secs(120);

/// A result that the page displays for one input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisplayedResult {
    /// Value of `data-input-name`.
    pub input_name: String,
    /// Value of `data-verdict`.
    pub verdict: String,
    /// Value of `data-rule`.
    pub rule: String,
    /// Value of `data-root-today`.
    pub root_today: String,
    /// Value of `data-error`, which only refusals have.
    pub error: Option<String>,
}

/// Opens an address of the page and waits until the page accepts files.
///
/// Opens an empty page first: an address that differs only after `#` would not be loaded, and a driver that returns
/// early would find the previous page ready.
pub async fn open(driver: &WebDriver, address: &str) -> Result {
    driver.goto("about:blank").await?;
    driver.goto(address).await?;
    wait_until_ready(driver).await?;
    Ok(())
}

/// Enters the frame inside the custom element of the demonstration.
pub async fn enter_element(driver: &WebDriver) -> Result {
    let script = "return document.querySelector('p2s-check').shadowRoot.querySelector('iframe')";
    let frame = driver.execute(script, Vec::new()).await?.element()?;
    frame.enter_frame().await?;
    Ok(())
}

/// Waits until the page accepts files, or the page in the frame that the driver is in.
pub async fn wait_until_ready(driver: &WebDriver) -> Result<serde_json::Value> {
    let script = "return document.documentElement.hasAttribute('data-ready') || null";
    wait_for(driver, script, "the page to be ready").await
}

/// Chooses files with the page's file control for a new check.
pub async fn choose_files(driver: &WebDriver, files: &[&Path]) -> Result {
    start_over(driver).await?;
    add_files(driver, files).await
}

/// Presses the button for a new check if there are results.
pub async fn start_over(driver: &WebDriver) -> Result {
    let press = "const button = document.querySelector('[data-action=new-check]'); button?.click(); return button ? null : true";
    wait_for(driver, press, "the results to go").await?;
    Ok(())
}

/// Chooses files with the page's file control, in addition to those before.
pub async fn add_files(driver: &WebDriver, files: &[&Path]) -> Result {
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

/// Puts all rows of a long table into the document, as for printing.
const SHOW_ALL: &str =
    "if (document.querySelector('.chunk:empty')) dispatchEvent(new Event('beforeprint')); ";

/// Returns the results that the page displays, sorted by name.
pub async fn displayed_results(driver: &WebDriver) -> Result<Vec<DisplayedResult>> {
    let script = format!(
        "{SHOW_ALL}return [...document.querySelectorAll('[data-input-name]')].map((e) => ({{ ...e.dataset }}))"
    );
    let mut results: Vec<DisplayedResult> = driver.execute(script, Vec::new()).await?.convert()?;
    results.sort();
    Ok(results)
}

/// Waits until the page displays results for exactly these input names.
pub async fn wait_for_results(driver: &WebDriver, names: &[&str]) -> Result<Vec<DisplayedResult>> {
    let mut expected: Vec<&str> = names.to_vec();
    expected.sort_unstable();
    let start = Instant::now();
    loop {
        let results = displayed_results(driver).await?;
        if results
            .iter()
            .map(|result| result.input_name.as_str())
            .eq(expected.iter().copied())
        {
            return Ok(results);
        }
        if start.elapsed() > TIMEOUT {
            return Err(format!(
                "waited for results about {expected:?}; the page shows {results:?}"
            )
            .into());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Waits until the page displays this number of results.
pub async fn wait_for_count(driver: &WebDriver, count: usize) -> Result {
    let script = format!(
        "{SHOW_ALL}return document.querySelectorAll('[data-input-name]').length === {count} || null"
    );
    wait_for(driver, &script, "all answers").await?;
    Ok(())
}

/// Chooses one file and waits for its result.
pub async fn check_file(driver: &WebDriver, file: &Path) -> Result<DisplayedResult> {
    let name = file
        .file_name()
        .ok_or("the path has no file name")?
        .to_string_lossy();
    choose_files(driver, &[file]).await?;
    let mut results = wait_for_results(driver, &[&name]).await?;
    results.pop().ok_or_else(|| "no result is displayed".into())
}

/// Saves the JSON with the page's button. Returns its bytes.
pub async fn save_json(driver: &WebDriver, downloads: &Path) -> Result<Vec<u8>> {
    let is_complete = |bytes: &[u8]| serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok();
    save(driver, downloads, ("#save-json", "json"), is_complete).await
}

/// Saves the table with the page's button. Returns its bytes.
pub async fn save_csv(driver: &WebDriver, downloads: &Path) -> Result<Vec<u8>> {
    save(driver, downloads, ("#save-csv", "csv"), |bytes| {
        bytes.ends_with(b"\r\n")
    })
    .await
}

/// Saves the calendar file of the deadline with the card's button. Returns its bytes.
pub async fn save_calendar(driver: &WebDriver, downloads: &Path) -> Result<Vec<u8>> {
    let is_complete = |bytes: &[u8]| bytes.ends_with(b"END:VCALENDAR\r\n");
    save(driver, downloads, (".deadline button", "ics"), is_complete).await
}

async fn save(
    driver: &WebDriver,
    downloads: &Path,
    (button, kind): (&str, &str),
    is_complete: impl Fn(&[u8]) -> bool,
) -> Result<Vec<u8>> {
    for old in saved_files(downloads)? {
        std::fs::remove_file(old)?;
    }
    driver.find(By::Css(button)).await?.click().await?;
    let start = Instant::now();
    loop {
        // A browser may create an empty file first, and a temporary file beside it.
        if let [file] = saved_files(downloads)?.as_slice()
            && file.extension().is_some_and(|extension| extension == kind)
        {
            let bytes = std::fs::read(file)?;
            if is_complete(&bytes) {
                return Ok(bytes);
            }
        }
        if start.elapsed() > TIMEOUT {
            return Err("the page saved nothing".into());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn saved_files(downloads: &Path) -> Result<Vec<PathBuf>> {
    Ok(std::fs::read_dir(downloads)?
        .flatten()
        .map(|entry| entry.path())
        .collect())
}

/// Waits until a script returns a value other than null.
pub async fn wait_for(driver: &WebDriver, script: &str, what: &str) -> Result<serde_json::Value> {
    let start = Instant::now();
    loop {
        let value = driver.execute(script, Vec::new()).await?.json().clone();
        if !value.is_null() {
            return Ok(value);
        }
        if start.elapsed() > TIMEOUT {
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

/// Returns the text of a script. Waits until there is one, because a busy Firefox may return null at first.
pub async fn wait_for_text(driver: &WebDriver, script: &str) -> Result<String> {
    match wait_for(driver, script, script).await? {
        serde_json::Value::String(text) => Ok(text),
        other => Err(format!("{script} returned {other}").into()),
    }
}
