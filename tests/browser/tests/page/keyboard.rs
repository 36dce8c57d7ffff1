//! Keyboard operation: every control can be reached, shows its focus and works.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, host, in_both, page, run};
use thirtyfour::{Key, WebDriver};
use xtask::server::Policy;

in_both!(every_control_can_be_reached_and_shows_its_focus, reached);
in_both!(the_complete_flow_works_from_the_keyboard, by_keys);

/// Maximum number of tab stops, more than any page has. A date field has several.
const MAX_STOPS: usize = 1500;

/// Script that collects all controls in tab order on the window and focuses the first one.
const CONTROLS: &str = "const all = 'a[href], button, input, select, textarea, summary, [tabindex=\"0\"]'; \
    window.controls = [...document.querySelectorAll(all)] \
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0); \
    window.controls[0].focus(); return window.controls.length";

/// Script that returns the focused control, and whether it or its stand-in has a visible outline.
const FOCUSED: &str = "const one = document.activeElement; \
    const lined = (each) => each && getComputedStyle(each).outlineStyle !== 'none' && parseFloat(getComputedStyle(each).outlineWidth) >= 2; \
    return [window.controls.indexOf(one), Boolean(lined(one) || lined(one.closest('.main-control'))), \
    (one.id || one.textContent || one.tagName).trim().slice(0, 60)]";

/// A date before the windows, when the support request has all its fields.
const BEFORE: &str = "2019-02-20T00:00:00Z";

fn reached(engine: Engine) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for route in ["#/", "#/migration", "#/maintenance", "#/about"] {
                let address = format!("{}?lang=en&now={BEFORE}{route}", host.address);
                page::open(driver, &address).await?;
                visit_all_controls(driver, route).await?;
            }
            page::open(driver, &host.address_at_now("")).await?;
            go_to(driver, "Examples", "Enter").await?;
            go_to(driver, "Retiring root", "Enter").await?;
            answered(driver).await?;
            visit_all_controls(driver, "an answer").await?;
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

/// Moves through all controls in order with the Tab key.
async fn visit_all_controls(driver: &WebDriver, what: &str) -> Result {
    let count = page::wait_for(driver, CONTROLS, "the controls").await?;
    let count = usize::try_from(count.as_u64().ok_or("no count")?)?;
    assert!(count > 5, "{what}: {count} controls");
    let mut next = 0;
    let mut last = String::new();
    for _ in 0..MAX_STOPS {
        let at = focused(driver).await?;
        // Browsers add tab stops of their own, such as scrollable areas.
        if at.control == Some(next) {
            assert!(at.lined, "{what}: no line around {}", at.name);
            next = next.saturating_add(1);
        }
        if next == count {
            return Ok(());
        }
        last = at.name;
        press(driver, Key::Tab).await?;
    }
    Err(format!("{what}: {next} of {count} controls reached; the last stop was {last}").into())
}

/// Goes from the example to its answer in the other language, to a support request and to a code, without a pointer.
fn by_keys(engine: Engine) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            go_to(driver, "Examples", "Enter").await?;
            go_to(driver, "Retiring root", "Enter").await?;
            answered(driver).await?;
            go_to(driver, "language", "Enter").await?;
            let japanese = "return document.documentElement.lang === 'ja' \
                && /[ぁ-ん]/.test(document.querySelector('.card .first').textContent) || null";
            page::wait_for(driver, japanese, "the answer in Japanese").await?;
            go_to(driver, "language", " ").await?;
            go_to(driver, "2026 migration", "Enter").await?;
            let there = "return document.documentElement.dataset.route === 'migration' || null";
            page::wait_for(driver, there, "the migration").await?;

            go_to(driver, "request-gateway", "vpn-gw-7").await?;
            let written =
                "return document.getElementById('request-text').value.includes('vpn-gw-7') || null";
            page::wait_for(driver, written, "the request with its name").await?;
            go_to(driver, "error-code", "13801").await?;
            let found = "return document.querySelector('[data-found]')?.dataset.code ?? null";
            assert_eq!(page::wait_for(driver, found, "the code").await?, "13801");

            // A link to a section moves the focus, so the next tab stop is inside the section.
            page::open(driver, &host.address_at_now("&lang=en#/maintenance")).await?;
            go_to(driver, "How to check by hand", "Enter").await?;
            let there = "return document.activeElement.dataset.section === 'by-hand' || null";
            page::wait_for(driver, there, "the section to have the focus").await?;
            press(driver, Key::Tab).await?;
            let inside =
                "return document.activeElement.closest('[data-section]')?.dataset.section ?? null";
            assert_eq!(page::wait_for(driver, inside, "a stop").await?, "by-hand");
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

/// Presses Tab until the control with this id or text has the focus, then sends it keys: a key by name, or text.
async fn go_to(driver: &WebDriver, control: &str, keys: &str) -> Result {
    page::wait_for(driver, CONTROLS, "the controls").await?;
    for _ in 0..MAX_STOPS {
        if focused(driver).await?.name == control {
            return match keys {
                "Enter" => press(driver, Key::Enter).await,
                text => Ok(driver.action_chain().send_keys(text).perform().await?),
            };
        }
        press(driver, Key::Tab).await?;
    }
    Err(format!("{control:?} is not reached").into())
}

/// The focused element.
struct Focused {
    /// Index among the controls, or `None` for a tab stop of the browser.
    control: Option<usize>,
    lined: bool,
    name: String,
}

async fn focused(driver: &WebDriver) -> Result<Focused> {
    let at = page::wait_for(driver, FOCUSED, "the focus").await?;
    let (control, lined, name): (i64, bool, String) = serde_json::from_value(at)?;
    Ok(Focused {
        control: usize::try_from(control).ok(),
        lined,
        name,
    })
}

async fn press(driver: &WebDriver, key: Key) -> Result {
    let keys = driver.action_chain().key_down(key.clone()).key_up(key);
    Ok(keys.perform().await?)
}

async fn answered(driver: &WebDriver) -> Result {
    let there = "return document.querySelector('[data-verdict]')?.dataset.verdict ?? null";
    page::wait_for(driver, there, "an answer").await?;
    Ok(())
}
