//! The complete user flow in one environment of the page, in the page or frame that the driver is in: choose a file,
//! verdict, explainer, language, save. Every answer is compared with the command line's.

use crate::{Result, command_line, files, page};
use std::path::Path;
use thirtyfour::{By, WebDriver};

/// How this environment saves the report.
#[derive(Debug, Clone, Copy)]
pub enum Saving<'a> {
    /// As a file in this folder.
    File(&'a Path),
    /// As text to select. This folder must stay empty.
    Text(&'a Path),
    /// As text to select, besides a file that the host's policy may refuse.
    Both,
}

/// Runs the flow. Expects the page in English with `?now=` set to the tests' time.
///
/// Returns the time when the page was ready, in milliseconds since 1970. The page must make no request after it.
pub async fn run(driver: &WebDriver, saving: Saving<'_>) -> Result<f64> {
    page::wait_until_ready(driver).await?;
    let ready = page::wait_for(driver, "return Date.now()", "a clock").await?;
    let sample = files::package();
    let report = command_line::json_report(&[&sample], command_line::NOW)?;

    let displayed = page::check_file(driver, &sample).await?;
    if vec![displayed.clone()] != command_line::expected_results(&report)? {
        return Err(format!("the page shows {displayed:?}").into());
    }
    follow_explainer(driver).await?;
    for language in ["ja", "en"] {
        click(driver, "#language").await?;
        let script = format!(
            "return document.documentElement.lang === '{language}' \
             && (/[ぁ-ん]/.test(document.querySelector('.card .first').textContent) === ('{language}' === 'ja')) || null"
        );
        page::wait_for(driver, &script, "the answer in the other language").await?;
    }
    let saved = match saving {
        Saving::File(downloads) => page::save_json(driver, downloads).await?,
        Saving::Text(downloads) => {
            let text = text_to_select(driver).await?;
            match std::fs::read_dir(downloads)?.count() {
                0 => text,
                _ => return Err("a file was downloaded where downloads are impossible".into()),
            }
        }
        Saving::Both => text_to_select(driver).await?,
    };
    match saved == report {
        true => ready.as_f64().ok_or_else(|| "no clock".into()),
        false => Err("the saved JSON differs from the command line's".into()),
    }
}

/// Follows the answer's link to its section, then returns to the same answer.
async fn follow_explainer(driver: &WebDriver) -> Result {
    let address = "return document.querySelector('.more a')?.getAttribute('href') ?? null";
    let address = page::wait_for_text(driver, address).await?;
    let section = address
        .rsplit_once('/')
        .map(|(_, section)| section)
        .ok_or("the answer's link leads elsewhere")?;
    click(driver, ".more a").await?;
    // WebKit's driver misses the link if the surrounding page still moves the frame.
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
    page::wait_for(driver, &seen, "the explainer").await?;
    click(driver, "nav a[href='#/']").await?;
    let back = "return document.querySelector('[data-verdict]')?.checkVisibility() || null";
    page::wait_for(driver, back, "the answer again").await?;
    Ok(())
}

/// Returns the text that is offered instead of a file, and checks that it is selected and labelled.
async fn text_to_select(driver: &WebDriver) -> Result<Vec<u8>> {
    click(driver, "#save-json").await?;
    let text = "const field = document.getElementById('offered'); \
        if (!field || document.activeElement !== field || field.selectionEnd === field.selectionStart) return null; \
        return [field.value, field.selectionEnd - field.selectionStart, field.labels[0].innerText, document.activeElement.id]";
    let fields = page::wait_for(driver, text, "a text to select").await?;
    let (value, selected, label, focus): (String, usize, String, String) =
        serde_json::from_value(fields)?;
    if selected != value.encode_utf16().count() || focus != "offered" {
        return Err(
            format!("{selected} of the text is selected, the focus is on {focus:?}").into(),
        );
    }
    if !(label.contains("p2s-check_") && label.contains(".json")) {
        return Err(format!("the label of the field is {label:?}").into());
    }
    Ok(value.into_bytes())
}

async fn click(driver: &WebDriver, selector: &str) -> Result {
    let element = driver.find(By::Css(selector)).await?;
    element.scroll_into_view().await?;
    element.click().await?;
    Ok(())
}
