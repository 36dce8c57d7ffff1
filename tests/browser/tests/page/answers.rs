//! What a customer sees first: one answer on top, its steps, and the deadline that they enter.

use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::{Result, files, host, page, run};
use serde::Deserialize;
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// The cards and lines of a result.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    /// The CSS classes of cards and lines, in order.
    classes: Vec<String>,
    /// The heading of the card on top.
    heading: String,
    /// The sentence below it.
    first: String,
    steps: Vec<String>,
    links: usize,
    focused: String,
    spoken: String,
    title: String,
    has_evidence: bool,
}

const SHOWN: &str = "const result = document.querySelector('.result'); \
    const top = result.querySelector('.card'); \
    const text = (element) => element.textContent.replaceAll('\\u00a0', ' '); \
    return JSON.stringify({ \
        classes: [...result.querySelectorAll('.card, .line')].map((e) => e.className), \
        heading: text(top.querySelector('h2')), first: text(top.querySelector('.first')), \
        steps: [...result.querySelectorAll('[data-step]')].map(text), \
        links: top.querySelectorAll('.more a').length, \
        focused: document.activeElement.textContent, \
        spoken: text(document.querySelector('[role=status]')), title: document.title, \
        hasEvidence: result.querySelector('.evidence') !== null })";

/// Checks a fixture and returns what is shown.
async fn shown(driver: &WebDriver, path: &str) -> Result<Shown> {
    page::check_file(driver, &files::fixtures().join(path)).await?;
    let has_focus = "return document.activeElement !== document.body || null";
    page::wait_for(driver, has_focus, "the focus").await?;
    shown_now(driver).await
}

async fn shown_now(driver: &WebDriver) -> Result<Shown> {
    let shown = page::wait_for_text(driver, SHOWN).await?;
    Ok(serde_json::from_str(&shown)?)
}

#[test]
fn the_card_on_top_is_what_asks_for_something() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            for (path, heading, classes) in [
                (
                    "public/g2.zip",
                    "Nothing to do today",
                    &["card tone-good", "line tone-good"][..],
                ),
                (
                    "public/g1.zip",
                    "Get ready",
                    &["card tone-today", "line tone-good"],
                ),
                (
                    "migration/g2-and-microsoft-tls.zip",
                    "Import all root certificates",
                    &["card tone-today", "line tone-good"],
                ),
                (
                    "certificates/g2.cer_0",
                    "Probably nothing to do",
                    &["card tone-open", "line tone-open"],
                ),
                (
                    "own/singular.zip",
                    "New package needed",
                    &["card tone-today", "line tone-bad"],
                ),
                (
                    "migration/d-trust.zip",
                    "Check again",
                    &["card tone-today", "line tone-good"],
                ),
                (
                    "disagree/lookalike-beside-public.zip",
                    "Don't install this package",
                    &["card tone-today", "line tone-open"],
                ),
                (
                    "disagree/two-gateways.zip",
                    "Can't tell",
                    &["card tone-open", "line tone-open"],
                ),
            ] {
                let shown = shown(driver, path).await?;
                assert_eq!(shown.heading, heading, "{path}");
                assert_eq!(shown.classes, classes, "{path}");
                assert!(
                    !shown.steps.is_empty() && shown.links > 0,
                    "{path}: {shown:?}"
                );
                assert!(!shown.first.contains(heading), "{path}");
                assert_eq!(shown.spoken, format!("{heading} {}", shown.first), "{path}");
                assert_eq!(shown.focused, heading, "{path}");
                assert!(shown.title.starts_with(heading), "{path}: {}", shown.title);
                assert!(shown.has_evidence, "{path}");
            }
            let refusal = shown(driver, "wrong/document.pdf").await?;
            assert_eq!(refusal.classes, ["card tone-open"]);
            assert!(!refusal.has_evidence, "{refusal:?}");
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn the_deadline_completes_the_steps_and_is_stored_nowhere() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let browser = Browser::new();
        let downloads = browser.downloads();
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            let before = shown(driver, "public/g1.zip").await?;
            assert!(!before.steps.concat().contains("29 January 2027"));
            let enter = "const field = document.querySelector('.deadline input'); \
                field.value = '2027-01-29'; field.dispatchEvent(new Event('change', { bubbles: true })); return ''";
            driver.execute(enter, Vec::new()).await?;
            let save = "return document.querySelector('.deadline button')?.textContent ?? null";
            let label = page::wait_for_text(driver, save).await?;
            assert!(label.contains(".ics"), "{label}");
            let now = shown_now(driver).await?;
            assert!(now.steps.concat().contains("29 January 2027"), "{now:?}");

            let calendar = page::save_calendar(driver, &downloads).await?;
            let calendar = String::from_utf8(calendar)?;
            assert!(
                calendar.contains("\r\nDTSTART;VALUE=DATE:20270129\r\n"),
                "{calendar}"
            );
            let stored = "return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])";
            let stored = page::wait_for_text(driver, stored).await?;
            assert!(!stored.contains("2027"), "{stored}");
            Ok(())
        };
        browser.run(steps).await?;
        Ok(())
    })
}

#[test]
fn a_command_names_its_shell_and_is_copied_by_its_button() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            page::check_file(driver, &files::fixtures().join("public/g1.zip")).await?;
            let script = "const block = document.querySelector('.command'); \
                const button = block.querySelector('button'); \
                window.copiedText = null; \
                navigator.clipboard.writeText = (text) => { window.copiedText = text; return Promise.resolve(); }; \
                button.click(); \
                return JSON.stringify([block.firstChild.textContent, button.getAttribute('aria-label')])";
            let text = page::wait_for_text(driver, script).await?;
            let (shell, name): (String, String) = serde_json::from_str(&text)?;
            assert!(shell.starts_with("PowerShell"), "{shell}");
            assert!(name.contains("PowerShell"), "{name}");
            let spoken = "const said = document.querySelectorAll('[role=status]')[1].textContent; \
                return said === '' ? null : said";
            let spoken = page::wait_for_text(driver, spoken).await?;
            assert!(spoken.starts_with("Copied: "), "{spoken}");
            let is_copied = "return String(window.copiedText === document.querySelector('.command code').textContent)";
            assert_eq!(page::wait_for_text(driver, is_copied).await?, "true");

            page::check_file(driver, &files::fixtures().join("wrong/document.pdf")).await?;
            let count = "return String(document.querySelectorAll('.command').length)";
            assert_eq!(page::wait_for_text(driver, count).await?, "0");
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn files_that_are_given_on_another_page_are_answered_on_the_check_page() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en#/about")).await?;
            let drop = "const data = new DataTransfer(); \
                data.items.add(new File(['-'], 'notes.txt')); \
                document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); \
                return ''";
            driver.execute(drop, Vec::new()).await?;
            let there = "return document.documentElement.dataset.route === 'answer' \
                && document.querySelector('.result')?.dataset.inputName || null";
            assert_eq!(page::wait_for_text(driver, there).await?, "notes.txt");
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn every_migration_package_says_what_to_do() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let cases = p2s_fixtures::cases();
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            for case in cases
                .iter()
                .filter(|case| case.path.starts_with("migration/"))
            {
                let displayed =
                    page::check_file(driver, &files::fixtures().join(&case.path)).await?;
                assert_eq!(displayed.root_today, case.today, "{}", case.path);
                assert_eq!(displayed.rule, case.rule, "{}", case.path);
                let shown = shown_now(driver).await?;
                let steps = shown.steps.concat();
                let may_be_good = case.rule == "all-public" && case.today == "current";
                let says = |step: &str| steps.contains(step);
                let has_step = match case.today {
                    "ready" => says("Import every root certificate"),
                    _ if case.error.is_some() => says("Download the package (portal"),
                    _ => {
                        says("Download the VPN client package again")
                            || may_be_good && says("If Microsoft has notified you")
                    }
                };
                assert!(has_step, "{}: {shown:?}", case.path);
                let is_good = shown.classes.concat().starts_with("card tone-good");
                assert!(may_be_good || !is_good, "{}: {shown:?}", case.path);
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

/// Whether cards, evidence and controls end at one line, and whether the sentences in the cards do, in pixels.
const RIGHT_EDGES: &str = "const right = (element) => element.getBoundingClientRect().right; \
    const edges = (selector) => [...document.querySelectorAll(selector)].map(right); \
    const spread = (values) => Math.max(...values) - Math.min(...values); \
    const blocks = edges('.result > .card, .result > .line, .result .item, .result .top, #zone'); \
    const [inner] = edges('.card'); \
    return JSON.stringify([spread(blocks), inner - Math.max(...edges('.card .first, .card .second'))])";

#[test]
fn everything_in_an_answer_ends_at_one_line_and_dates_have_the_form_of_the_language() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for (tag, date) in [
                ("ja", "2026 年 11 月 24 日 3:00 UTC"),
                ("en", "24 November 2026, 03:00 UTC"),
            ] {
                page::open(driver, &host.address_at_now(&format!("&lang={tag}"))).await?;
                page::check_file(driver, &files::fixtures().join("public/g1.zip")).await?;
                for place in ["#banner", ".checked"] {
                    let script = format!(
                        "return document.querySelector('{place}').textContent.replaceAll('\\u00a0', ' ')"
                    );
                    let text = page::wait_for_text(driver, &script).await?;
                    assert!(text.contains(date), "{place} in {tag}: {text}");
                }
                let edges = page::wait_for_text(driver, RIGHT_EDGES).await?;
                let [blocks, inner]: [f64; 2] = serde_json::from_str(&edges)?;
                assert!(blocks < 1.0, "{tag}: {blocks}");
                // The side of a card.
                assert!((24.0..=32.0).contains(&inner), "{tag}: {inner}");
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}
