//! What is seen: size, colours, zone, pictures. By Chromium's own protocol, so in Chromium only.

use crate::Result;
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::WebDriver;

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

/// Puts the browser into a time zone; it holds from the next page on.
pub async fn zone(driver: &WebDriver, name: &str) -> Result {
    let zone = json!({ "timezoneId": name });
    driver
        .cdp()
        .send_raw("Emulation.setTimezoneOverride", zone)
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
    written(driver, "Page.captureScreenshot", shot, to).await
}

/// A picture of what a selector finds first.
pub async fn part(driver: &WebDriver, selector: &str, to: &Path) -> Result {
    let script = "const box = document.querySelector(arguments[0])?.getBoundingClientRect(); \
        return box && { x: scrollX, y: box.y + scrollY - 12, width: innerWidth, height: box.height + 24, scale: 1 }";
    let clip = driver.execute(script, vec![selector.into()]).await?;
    let shot =
        json!({ "format": "png", "captureBeyondViewport": true, "clip": clip.json().clone() });
    written(driver, "Page.captureScreenshot", shot, to).await
}

/// The page as it is printed, on A4.
pub async fn print(driver: &WebDriver, to: &Path) -> Result {
    let paper = json!({ "preferCSSPageSize": true, "printBackground": false });
    written(driver, "Page.printToPDF", paper, to).await
}

/// Writes what the browser gives.
async fn written(driver: &WebDriver, command: &str, parameters: Value, to: &Path) -> Result {
    let answer = driver.cdp().send_raw(command, parameters).await?;
    let data = answer.get("data").and_then(Value::as_str);
    let data = data.ok_or("the browser gave no picture")?;
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
