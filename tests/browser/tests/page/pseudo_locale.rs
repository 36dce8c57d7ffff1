//! The page in the pseudo-locale `en-XA`, which is made from English with accents and a third longer: every text comes
//! from the files of words, and the narrowest phone has room for it.

use p2s_browser_tests::browser::{Browser, set_viewport};
use p2s_browser_tests::{Result, command_line, files, host, page, run};
use p2s_words::pseudo::{TAG, words_without_accents};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// Widths in CSS pixels: that of WCAG 2.2, success criterion 1.4.10 (Reflow), and a desktop's.
const WIDTHS: [u32; 2] = [320, 1280];

/// Before, during and after the maintenance of 2019, and around the end of website trust in 2029.
const MOMENTS: [&str; 5] = [
    "2019-02-20T00:00:00Z",
    "2019-03-05T00:00:00Z",
    "2026-11-24T00:00:00Z",
    "2029-04-14T00:00:00Z",
    "2029-04-16T00:00:00Z",
];

/// Script that returns every text that the page shows or could show in its language, by text node and attribute.
///
/// It leaves out what isn't text for people to read (`translate="no"`, addresses, the commit), and the names of time zones,
/// which the browser writes.
const TEXTS: &str = r#"
    for (const details of document.querySelectorAll("details")) details.open = true;
    const kept = "[translate=no], code, pre, script, noscript, style, textarea";
    const language = document.documentElement.lang;
    const isShown = (element) => element.closest("[lang]").lang === language || element.checkVisibility();
    const zone = /(?<=\d{4}, \d{2}:\d{2}) [A-Z]{3}\b/g;
    const texts = [];
    for (const element of document.body.querySelectorAll(`*:not(${kept})`)) {
      if (element.closest(kept) || !isShown(element) || element.textContent === element.getAttribute("href")) continue;
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
      for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
      for (const part of ["::before", "::after"]) {
        const content = getComputedStyle(element, part).content;
        if (content.startsWith('"')) texts.push(content);
      }
    }
    return texts.map((text) => text.replace(zone, "").replace(/ [0-9a-f]{12}\+?,/, ""));
"#;

/// Script that returns a description of each element that is cut off or lies outside the window.
const CUT_OFF: &str = r#"
    const cut = [];
    const root = document.documentElement;
    const describe = (what, element) => cut.push(`${what}: ${element.outerHTML.slice(0, 200)}`);
    if (root.scrollWidth > innerWidth) cut.push(`the page is ${root.scrollWidth} pixels wide`);
    const isInside = (element, is) => element !== null && (is(element) || isInside(element.parentElement, is));
    // An element of one pixel is for screen readers.
    const isUnseen = (element) => element.clientWidth === 1 && element.clientHeight === 1;
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    for (const element of document.body.querySelectorAll("*")) {
      if (!element.checkVisibility() || isInside(element, isUnseen)) continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      // A name from a file can have any length.
      if (textOverflow === "ellipsis" && !element.translate) continue;
      const hides = (overflow) => overflow === "hidden" || overflow === "clip";
      if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) describe("too wide", element);
      if (hides(overflowY) && element.scrollHeight > element.clientHeight + 1) describe("too high", element);
      const box = element.getBoundingClientRect();
      const picture = element.ownerSVGElement?.getBoundingClientRect();
      if (element.localName === "text" && box.width > 0 && (box.left < picture.left - 1 || box.right > picture.right + 1))
        describe("outside its picture", element);
      const isOutside = box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
      if (isOutside && !isInside(element, scrolls)) describe("outside the window", element);
    }
    return cut;
"#;

/// Returns what is wrong with the page as it is, in each width. `data` are strings from the files.
async fn faults(driver: &WebDriver, data: &[String]) -> Result<Vec<String>> {
    let texts: Vec<String> = driver.execute(TEXTS, Vec::new()).await?.convert()?;
    if texts.len() < 50 {
        return Err(format!("the page has only {} texts", texts.len()).into());
    }
    let mut faults = Vec::new();
    for text in BTreeSet::from_iter(texts) {
        let words = words_without_accents(&text, data);
        if !words.is_empty() {
            faults.push(format!("{words:?} in {text:?}"));
        }
    }
    for width in WIDTHS {
        set_viewport(driver, width, 640, false).await?;
        let cut: Vec<String> = driver.execute(CUT_OFF, Vec::new()).await?.convert()?;
        faults.extend(cut.iter().map(|fault| format!("{width} pixels: {fault}")));
    }
    Ok(faults)
}

#[test]
fn every_text_of_the_page_has_accents_and_room() -> Result {
    run(async {
        let site = xtask::paths::pseudo_locale_site();
        if !site.join("index.html").is_file() {
            return Err(
                "There is no page in the pseudo-locale. Run `cargo xtask pseudo-locale` first."
                    .into(),
            );
        }
        let host = host::serve(&site, Policy::Site).await?;
        let cases = files::one_of_each_answer();
        let files: Vec<PathBuf> = cases.iter().map(files::of_case).collect();
        let several: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        let report = command_line::json_report(&several, command_line::NOW)?;
        let data = p2s_fixtures::displayed_strings(&serde_json::from_slice(&report)?);
        let steps = async |driver: &WebDriver| {
            let mut found = BTreeSet::new();
            for moment in MOMENTS {
                let at = |route: &str| format!("{}?lang={TAG}&now={moment}{route}", host.address);
                for route in ["#/", "#/migration", "#/maintenance", "#/about"] {
                    page::open(driver, &at(route)).await?;
                    let language = "return document.documentElement.lang";
                    let language = driver.execute(language, Vec::new()).await?;
                    assert_eq!(*language.json(), Value::from(TAG));
                    found.extend(faults(driver, &data).await?);
                }
                page::open(driver, &at("#/")).await?;
                page::choose_files(driver, &several).await?;
                page::wait_for_count(driver, several.len()).await?;
                found.extend(faults(driver, &data).await?);
            }
            assert!(found.is_empty(), "{found:#?}");
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}
