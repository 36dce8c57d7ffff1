//! The whole flow in one home of the page, in the page or frame that the driver is in: choose, verdict, explainer,
//! language, save. Everything is compared with what the command line says of the same file.

use crate::{Result, command_line, files, page};
use std::path::Path;
use thirtyfour::{By, WebDriver};

/// How this home lets the report out.
#[derive(Debug, Clone, Copy)]
pub enum Saving<'a> {
    /// As a file, into this folder.
    File(&'a Path),
    /// As a text to select; nothing arrives in this folder.
    Text(&'a Path),
    /// As a text to select, beside a file that the host's policy may refuse.
    Both,
}

/// Goes through all of it; gives the moment from which on nothing may be asked of the network, in milliseconds since
/// 1970. The page was opened in English with `?now=` the tests' moment.
pub async fn whole(driver: &WebDriver, saving: Saving<'_>) -> Result<f64> {
    page::ready(driver).await?;
    let ready = page::wait(driver, "return Date.now()", "a clock").await?;
    let sample = files::package();
    let report = command_line::json(&[&sample], command_line::NOW)?;

    let shown = page::check(driver, &sample).await?;
    if vec![shown.clone()] != command_line::expected(&report)? {
        return Err(format!("the page shows {shown:?}").into());
    }
    explainer(driver).await?;
    for language in ["ja", "en"] {
        click(driver, "#language").await?;
        let script = format!(
            "return document.documentElement.lang === '{language}' \
             && (/[ぁ-ん]/.test(document.querySelector('.card .first').textContent) === ('{language}' === 'ja')) || null"
        );
        page::wait(driver, &script, "the answer in the other language").await?;
    }
    let saved = match saving {
        Saving::File(downloads) => page::save_json(driver, downloads).await?,
        Saving::Text(downloads) => {
            let text = offered(driver).await?;
            match std::fs::read_dir(downloads)?.count() {
                0 => text,
                _ => return Err("something was downloaded where nothing can be".into()),
            }
        }
        Saving::Both => offered(driver).await?,
    };
    match saved == report {
        true => ready.as_f64().ok_or_else(|| "no clock".into()),
        false => Err("the saved JSON differs from the command line's".into()),
    }
}

/// From the answer to the section that it leads to, and back to the same answer.
async fn explainer(driver: &WebDriver) -> Result {
    let address = "return document.querySelector('.more a')?.getAttribute('href') ?? null";
    let address = page::text(driver, address).await?;
    let section = address
        .strip_prefix("#/maintenance/")
        .ok_or("the answer's link leads elsewhere")?;
    click(driver, ".more a").await?;
    // A frame that still moves in the page around it makes WebKit's driver miss.
    let missed = "return document.documentElement.dataset.route === 'answer'";
    let mut tries = 0;
    while driver.execute(missed, Vec::new()).await?.json() == true {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        tries += 1;
        if tries == 50 {
            click(driver, ".more a").await?;
            break;
        }
    }
    let seen = format!(
        "const section = document.querySelector('[data-section={section}][lang=en]'); \
         return section && section.checkVisibility() && section.innerText.length > 300 || null"
    );
    page::wait(driver, &seen, "the explainer").await?;
    click(driver, "nav a[href='#/']").await?;
    let back = "return document.querySelector('[data-verdict]')?.checkVisibility() || null";
    page::wait(driver, back, "the answer again").await?;
    Ok(())
}

/// The text that is offered instead of a file: selected, with a sentence.
async fn offered(driver: &WebDriver) -> Result<Vec<u8>> {
    click(driver, "#save-json").await?;
    let text = "const field = document.getElementById('offered'); \
        if (!field || document.activeElement !== field || field.selectionEnd === field.selectionStart) return null; \
        return [field.value, field.selectionEnd - field.selectionStart, field.labels[0].innerText, document.activeElement.id]";
    let told = page::wait(driver, text, "a text to select").await?;
    let (value, selected, label, focus): (String, usize, String, String) =
        serde_json::from_value(told)?;
    if selected != value.encode_utf16().count() || focus != "offered" {
        return Err(
            format!("{selected} of the text is selected, the focus is on {focus:?}").into(),
        );
    }
    if !label.contains("p2s-check.json") {
        return Err(format!("the field is said to be {label:?}").into());
    }
    Ok(value.into_bytes())
}

async fn click(driver: &WebDriver, selector: &str) -> Result {
    let element = driver.find(By::Css(selector)).await?;
    element.scroll_into_view().await?;
    element.click().await?;
    Ok(())
}
