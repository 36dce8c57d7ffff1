//! Viewport, colour scheme, time zone, screenshots and printing, over the Chrome DevTools Protocol and so in Chromium
//! only.

use crate::Result;
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::WebDriver;

/// Sets the size of the viewport, which can be narrower than a window, and the colour scheme.
pub async fn set_viewport(driver: &WebDriver, width: u32, height: u32, dark: bool) -> Result {
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

/// What the page is shown on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// A screen.
    Screen,
    /// A screen with few colors that the user chose, as in the contrast themes of Windows.
    ForcedColors,
    /// Paper.
    Print,
}

/// Sets what the page is shown on. Ends an emulated colour scheme.
pub async fn set_media(driver: &WebDriver, media: Media) -> Result {
    let kind = if media == Media::Print { "print" } else { "" };
    let forced = if media == Media::ForcedColors {
        "active"
    } else {
        "none"
    };
    let features =
        json!({ "media": kind, "features": [{ "name": "forced-colors", "value": forced }] });
    driver
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", features)
        .await?;
    Ok(())
}

/// Sets the time zone, starting with the next page load.
pub async fn set_time_zone(driver: &WebDriver, name: &str) -> Result {
    let zone = json!({ "timezoneId": name });
    driver
        .cdp()
        .send_raw("Emulation.setTimezoneOverride", zone)
        .await?;
    Ok(())
}

/// Takes a screenshot of the viewport, or of the full page if `full` is set.
pub async fn screenshot(driver: &WebDriver, full: bool, to: &Path) -> Result {
    let options = json!({ "format": "png", "captureBeyondViewport": full });
    let options = if full {
        with_clip(driver, options).await?
    } else {
        options
    };
    save_response(driver, "Page.captureScreenshot", options, to).await
}

/// Takes a screenshot of the first element that matches a selector.
pub async fn element_screenshot(driver: &WebDriver, selector: &str, to: &Path) -> Result {
    let script = "const box = document.querySelector(arguments[0])?.getBoundingClientRect(); \
        return box && { x: scrollX, y: box.y + scrollY - 12, width: innerWidth, height: box.height + 24, scale: 1 }";
    let clip = driver.execute(script, vec![selector.into()]).await?;
    let options =
        json!({ "format": "png", "captureBeyondViewport": true, "clip": clip.json().clone() });
    save_response(driver, "Page.captureScreenshot", options, to).await
}

/// Prints the page to a PDF on A4.
pub async fn print_to_pdf(driver: &WebDriver, to: &Path) -> Result {
    let paper = json!({ "preferCSSPageSize": true, "printBackground": false });
    save_response(driver, "Page.printToPDF", paper, to).await
}

/// Sends a command and writes the data of its response to a file.
async fn save_response(driver: &WebDriver, command: &str, parameters: Value, to: &Path) -> Result {
    let answer = driver.cdp().send_raw(command, parameters).await?;
    let data = answer.get("data").and_then(Value::as_str);
    let data = data.ok_or("the response has no data")?;
    std::fs::write(
        to,
        base64::Engine::decode(&base64::engine::general_purpose::STANDARD, data)?,
    )?;
    Ok(())
}

async fn with_clip(driver: &WebDriver, mut options: Value) -> Result<Value> {
    let metrics = driver
        .cdp()
        .send_raw("Page.getLayoutMetrics", json!({}))
        .await?;
    let size = metrics
        .get("cssContentSize")
        .ok_or("the response has no size")?;
    let side = |name: &str| size.get(name).cloned().unwrap_or_default();
    let clip =
        json!({ "x": 0, "y": 0, "width": side("width"), "height": side("height"), "scale": 1 });
    options
        .as_object_mut()
        .ok_or("no object")?
        .insert("clip".to_owned(), clip);
    Ok(options)
}
