//! One, ten and a thousand results in forced colours, at 400 % zoom, on paper, and from the keyboard. The module
//! [`axe`](crate::axe) has the rules that axe-core checks.

use p2s_browser_tests::browser::{Browser, Media, print_to_pdf, set_media, set_viewport};
use p2s_browser_tests::{Result, files, host, page, run};
use std::path::Path;
use thirtyfour::{Key, WebDriver};
use xtask::server::Policy;

/// Width and height in CSS pixels of a window of 1280 by 1024 at 400 % (WCAG 2.2, success criterion 1.4.10).
const ZOOMED: (u32, u32) = (320, 256);

/// The most rows that a printed page has room for. Fewer pages can't have all rows.
const MAX_ROWS_PER_PAGE: usize = 70;

/// Opens the page, checks this number of files and sorts them by name.
async fn check(driver: &WebDriver, address: &str, count: usize) -> Result {
    let files = files::packages(&format!("{count} results"), count)?;
    let files: Vec<&Path> = files.iter().map(std::path::PathBuf::as_path).collect();
    page::open(driver, address).await?;
    page::choose_files(driver, &files).await?;
    let there = "return document.querySelector('[data-input-name]') && 'there'";
    page::wait_for(driver, there, "a result").await?;
    if count > 1 {
        let sort = "document.querySelectorAll('.titles button')[5].click(); return ''";
        driver.execute(sort, Vec::new()).await?;
        let sorted =
            "return document.querySelector('.row').dataset.inputName.startsWith('0000') || null";
        page::wait_for(driver, sorted, "rows by name").await?;
    }
    Ok(())
}

/// Script that returns what can't be seen or recognized in forced colours.
const UNSEEN: &str = r#"
    const faults = [];
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const style = (element) => getComputedStyle(element);
    const ground = style(document.body).backgroundColor;
    const fault = (what, element) => faults.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
    for (const shape of shown(".shape")) if (style(shape).fill === ground) fault("no shape", shape);
    for (const mark of shown(".shape .mark"))
      if (style(mark).stroke === style(mark.closest(".shape")).fill) fault("no mark", mark);
    if (shown(".shape").length === 0) faults.push("no shapes");
    for (const row of shown(".row")) {
      const { borderBottomStyle, borderBottomWidth, borderBottomColor } = style(row);
      if (borderBottomStyle !== "solid" || borderBottomWidth === "0px" || borderBottomColor === ground) fault("no line", row);
    }
    for (const control of shown("button.plain, .filters input, .filters select, .card, .main-control"))
      if (style(control).borderTopStyle === "none" || style(control).borderTopColor === ground) fault("no border", control);
    const arrows = shown(".titles [aria-pressed=true]").filter((title) => /[\u25B2\u25BC]$/.test(title.textContent));
    if (shown(".titles").length !== arrows.length) faults.push("the sorted column isn't marked");
    for (const selector of [".row > summary", ".titles button", ".filters select", "[data-action=print]"]) {
      const control = shown(selector)[0];
      if (!control) {
        if (arguments[0] > 1) faults.push(`no ${selector}`);
        continue;
      }
      const index = control.getAttribute("tabindex");
      control.setAttribute("tabindex", "0");
      control.focus();
      const { outlineStyle, outlineWidth, outlineColor } = style(control);
      if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || outlineColor === ground) fault("no focus", control);
      if (index !== null) control.setAttribute("tabindex", index);
    }
    return faults;
"#;

/// Script that returns what is cut off or covered in a narrow and low window.
const COVERED: &str = r#"
    const faults = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} pixels wide`);
    for (const part of document.querySelectorAll(".row > summary > *, .titles button, .filters *, h1")) {
      const { left, right } = part.getBoundingClientRect();
      if (part.checkVisibility() && (left < 0 || right > innerWidth)) faults.push(`outside: ${part.outerHTML.slice(0, 120)}`);
    }
    const rows = [...document.querySelectorAll(".row > summary")];
    if (arguments[0] > 1 && rows.length === 0) faults.push("no rows");
    for (const row of rows.slice(0, 30)) {
      row.focus();
      const { left, top, bottom, height } = row.getBoundingClientRect();
      const seen = document.elementFromPoint(left + 40, top + height / 2);
      if (top < 0 || bottom > innerHeight || !row.contains(seen)) faults.push(`not seen: ${row.textContent}`);
    }
    return faults;
"#;

/// Script that returns what is missing on paper, or is of no use there. `arguments[0]` is the number of results.
const PRINTED: &str = r#"
    const faults = [];
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const count = arguments[0];
    const results = shown("[data-input-name]").length;
    if (results !== count) faults.push(`${results} of ${count} results`);
    for (const control of shown("button, input, select, textarea, #foot details")) 
      if (!control.closest(".titles")) faults.push(`a control: ${control.outerHTML.slice(0, 120)}`);
    const stamp = shown(".checked").map((line) => line.textContent).join();
    if (!/November 2026.*p2s-check \d/.test(stamp)) faults.push(`the stamp is ${stamp}`);
    for (const cell of shown(".row > summary > span"))
      if (cell.scrollWidth > cell.clientWidth + 1 && getComputedStyle(cell).overflowX === "hidden")
        faults.push(`cut off: ${cell.textContent}`);
    return faults;
"#;

async fn faults(driver: &WebDriver, script: &str, count: usize) -> Result<Vec<String>> {
    Ok(driver
        .execute(script, vec![count.into()])
        .await?
        .convert()?)
}

#[test]
fn one_ten_and_a_thousand_results_are_usable_in_forced_colours_zoomed_and_on_paper() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let browser = Browser::new();
        let pdf = browser.downloads().join("printed.pdf");
        let steps = async |driver: &WebDriver| {
            for count in [1, 10, 1000] {
                set_viewport(driver, 1280, 800, false).await?;
                check(driver, &host.address_at_now("&lang=en"), count).await?;

                set_media(driver, Media::ForcedColors).await?;
                let found = faults(driver, UNSEEN, count).await?;
                assert!(found.is_empty(), "{count} in forced colours: {found:#?}");

                set_media(driver, Media::Print).await?;
                let print = "dispatchEvent(new Event('beforeprint')); return ''";
                driver.execute(print, Vec::new()).await?;
                let all = format!(
                    "return document.querySelectorAll('[data-input-name]').length === {count} || null"
                );
                page::wait_for(driver, &all, "all results").await?;
                let found = faults(driver, PRINTED, count).await?;
                assert!(found.is_empty(), "{count} on paper: {found:#?}");
                let printed = "dispatchEvent(new Event('afterprint')); return ''";
                driver.execute(printed, Vec::new()).await?;
                set_media(driver, Media::Screen).await?;
                // The browser itself announces that it prints, and doesn't wait.
                print_to_pdf(driver, &pdf).await?;
                let pages = pages(&std::fs::read(&pdf)?);
                let least = count.div_ceil(MAX_ROWS_PER_PAGE);
                assert!(
                    (least..=3 * least).contains(&pages),
                    "{count} on {pages} pages"
                );

                let (width, height) = ZOOMED;
                set_viewport(driver, width, height, false).await?;
                // Of a long table, only the rows near the window are in the document.
                let to_table = format!(
                    "document.querySelector('.table')?.scrollIntoView(); \
                     return {count} === 1 || document.querySelector('.row') ? true : null"
                );
                page::wait_for(driver, &to_table, "rows").await?;
                let found = faults(driver, COVERED, count).await?;
                assert!(found.is_empty(), "{count} at 400 %: {found:#?}");
            }
            Ok(())
        };
        browser.run(steps).await?;
        Ok(())
    })
}

/// Returns how many pages a PDF of Chromium has.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type /Page\n").count()
}

#[test]
fn the_keyboard_reaches_rows_that_were_not_in_the_document() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for count in [10, 1000] {
                set_viewport(driver, 1280, 800, false).await?;
                check(driver, &host.address_at_now("&lang=en"), count).await?;
                let focus = "document.querySelector('.row > summary').focus(); return ''";
                driver.execute(focus, Vec::new()).await?;
                press(driver, Key::End).await?;
                focused(driver, count, count - 1).await?;
                // Across the chunks that are put into the document together.
                let up = count.min(60) - 1;
                for row in (count - 1 - up..count - 1).rev() {
                    press(driver, Key::Up).await?;
                    focused(driver, count, row).await?;
                }
                // A row opens, and stays focused when its chunk is far from the window.
                press(driver, Key::Enter).await?;
                let open = "return document.querySelector('.row[open] .evidence, .row[open] .card') && 'open'";
                page::wait_for(driver, open, "an open row").await?;
                driver
                    .execute("scrollTo(0, 0); return ''", Vec::new())
                    .await?;
                let first = "return document.querySelector('[data-chunk=\"0\"] .row') && 'there'";
                page::wait_for(driver, first, "the first row").await?;
                press(driver, Key::Enter).await?;
                let closed = "return document.querySelector('.row[open]') ? null : 'closed'";
                page::wait_for(driver, closed, "the row to close").await?;
                press(driver, Key::Down).await?;
                focused(driver, count, count - up).await?;
                // Home is the first title; the rows follow the titles.
                press(driver, Key::Home).await?;
                for _ in 0..6 {
                    press(driver, Key::Down).await?;
                }
                focused(driver, count, 0).await?;
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

async fn press(driver: &WebDriver, key: Key) -> Result {
    let keys = driver.action_chain().key_down(key.clone()).key_up(key);
    Ok(keys.perform().await?)
}

/// Waits until the row with this number is focused and in the window.
async fn focused(driver: &WebDriver, count: usize, row: usize) -> Result {
    let there = format!(
        "const focused = document.activeElement; const box = focused.getBoundingClientRect(); \
         return focused.matches('[data-input-name^=\"{row:04}\"] > summary') && box.top >= 0 && box.bottom <= innerHeight || null"
    );
    page::wait_for(driver, &there, &format!("row {row} of {count}")).await?;
    Ok(())
}
