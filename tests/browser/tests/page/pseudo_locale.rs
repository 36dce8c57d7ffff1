//! The page in the pseudo-locale `en-XA`, which is made from English with accents and a third longer: every text comes
//! from the files of words, and the narrowest phone has room for it.

use p2s_browser_tests::browser::{Browser, set_viewport};
use p2s_browser_tests::{Result, files, host, page, run};
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

/// Script that returns every text that the page shows or could show in its language, by text node and attribute, and
/// every text that it marks as not to be translated.
const TEXTS: &str = r#"
    for (const details of document.querySelectorAll("details")) details.open = true;
    const kept = "[translate=no], code, pre, script, style, textarea";
    const language = document.documentElement.lang;
    const isShown = (element) => element.closest("[lang]").lang === language || element.checkVisibility();
    const texts = [];
    for (const element of document.body.querySelectorAll(`*:not(${kept})`)) {
      if (element.closest(kept) || !isShown(element)) continue;
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
      for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
      for (const part of ["::before", "::after"]) {
        const content = getComputedStyle(element, part).content;
        if (content.startsWith('"')) texts.push(content);
      }
    }
    return [texts, [...document.querySelectorAll(kept)].map((element) => element.textContent)];
"#;

/// Script that returns a description of each element that is cut off or lies outside the window.
const CUT_OFF: &str = r#"
    const cut = [];
    const root = document.documentElement;
    const describe = (what, element) => cut.push(`${what}: ${element.outerHTML.slice(0, 200)}`);
    if (root.scrollWidth > innerWidth) cut.push(`the page is ${root.scrollWidth} pixels wide`);
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    for (const element of document.body.querySelectorAll("*")) {
      // An element of one pixel is for screen readers only.
      if (!element.checkVisibility() || element.clientWidth === 1) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow) => overflow === "hidden" || overflow === "clip";
      if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) describe("too wide", element);
      if (hides(overflowY) && element.scrollHeight > element.clientHeight + 1) describe("too high", element);
      const box = element.getBoundingClientRect();
      const picture = element.ownerSVGElement?.getBoundingClientRect();
      if (element.localName === "text" && (box.left < picture.left - 1 || box.right > picture.right + 1))
        describe("outside its picture", element);
      let scroller = element;
      while (scroller && !scrolls(scroller)) scroller = scroller.parentElement;
      if (!scroller && box.width > 1 && (box.right > innerWidth + 1 || box.left < -1)) describe("outside", element);
    }
    return cut;
"#;

/// Returns one fixture for each rule, state and error.
fn one_of_each_answer() -> Vec<PathBuf> {
    let mut seen = BTreeSet::new();
    let cases = p2s_fixtures::cases();
    let cases = cases.iter().filter(|case| case.others.is_empty());
    let first = cases.filter(|case| seen.insert((case.rule, case.today, case.error)));
    first
        .map(|case| files::fixtures().join(&case.path))
        .collect()
}

/// Checks the page as it is, in each width.
async fn check(driver: &WebDriver, what: &str, names: &[String]) -> Result {
    let (texts, kept): (Vec<String>, Vec<String>) =
        driver.execute(TEXTS, Vec::new()).await?.convert()?;
    assert!(texts.len() > 50, "{what}: {} texts", texts.len());
    let data: Vec<String> = kept.into_iter().chain(names.iter().cloned()).collect();
    let different: BTreeSet<&String> = texts.iter().collect();
    for text in different {
        let words = words_without_accents(text, &data);
        assert!(words.is_empty(), "{what}: {words:?} in {text:?}");
    }
    for width in WIDTHS {
        set_viewport(driver, width, 640, false).await?;
        let cut: Vec<String> = driver.execute(CUT_OFF, Vec::new()).await?.convert()?;
        assert!(cut.is_empty(), "{what}, {width} pixels: {cut:#?}");
    }
    Ok(())
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
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
        let files = one_of_each_answer();
        let names: Vec<String> = files.iter().map(|file| name_of(file)).collect();
        let steps = async |driver: &WebDriver| {
            for moment in MOMENTS {
                let at = |route: &str| format!("{}?lang={TAG}&now={moment}{route}", host.address);
                for route in ["#/", "#/maintenance", "#/about"] {
                    page::open(driver, &at(route)).await?;
                    let language = "return document.documentElement.lang";
                    let language = driver.execute(language, Vec::new()).await?;
                    assert_eq!(*language.json(), Value::from(TAG));
                    check(driver, &format!("{moment} {route}"), &[]).await?;
                }
                page::open(driver, &at("#/")).await?;
                let several: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
                page::choose_files(driver, &several).await?;
                let shown: Vec<&str> = names.iter().map(String::as_str).collect();
                page::wait_for_results(driver, &shown).await?;
                check(driver, &format!("{moment} all answers"), &names).await?;
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}
