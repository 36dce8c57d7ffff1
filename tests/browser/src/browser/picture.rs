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
