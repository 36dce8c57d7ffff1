//! The page from the keyboard alone: every control is reached, is seen to have the focus, and does its work.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, host, in_both, page, run};
use thirtyfour::{Key, WebDriver};
use xtask::server::Policy;

in_both!(every_control_is_reached_and_seen_to_be, reached);
in_both!(the_whole_way_goes_by_keys, by_keys);

/// More stops than any page has: a field for a date has several.
const MOST: usize = 1500;

/// Everything that a person can work with, in its order, kept on the window; the first of it has the focus.
const CONTROLS: &str = "const all = 'a[href], button, input, select, textarea, summary, [tabindex=\"0\"]'; \
    window.controls = [...document.querySelectorAll(all)] \
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0); \
    window.controls[0].focus(); return window.controls.length";

/// Which of them has the focus, and whether there is a line around it or around what stands for it.
const FOCUSED: &str = "const one = document.activeElement; \
    const lined = (each) => each && getComputedStyle(each).outlineStyle !== 'none' && parseFloat(getComputedStyle(each).outlineWidth) >= 2; \
    return [window.controls.indexOf(one), Boolean(lined(one) || lined(one.closest('.main-control'))), \
    (one.id || one.textContent || one.tagName).trim().slice(0, 60)]";

/// A date before the windows: the request has all its fields then.
const BEFORE: &str = "2019-02-20T00:00:00Z";

fn reached(engine: Engine) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for route in ["#/", "#/maintenance", "#/about"] {
                let address = format!("{}?lang=en&now={BEFORE}{route}", host.address);
                page::open(driver, &address).await?;
                all_of(driver, route).await?;
            }
            page::open(driver, &host.pinned("")).await?;
            go_to(driver, "Try an example", "Enter").await?;
            answered(driver).await?;
            all_of(driver, "an answer").await?;
            Ok(())
        };
        Browser::of(engine).run(steps).await?;
        Ok(())
    })
}

/// Goes through all controls with the key, in their order.
async fn all_of(driver: &WebDriver, what: &str) -> Result {
    let count = page::wait(driver, CONTROLS, "the controls").await?;
    let count = usize::try_from(count.as_u64().ok_or("no count")?)?;
    assert!(count > 5, "{what}: {count} controls");
    let mut next = 0;
    let mut last = String::new();
    for _ in 0..MOST {
        let at = focused(driver).await?;
        // Beside the controls there are stops of the browser's own: parts that scroll.
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

/// From the example to its answer in the other language, to a request and a code, without a pointer.
fn by_keys(engine: Engine) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.pinned("&lang=en")).await?;
            go_to(driver, "Try an example", "Enter").await?;
            answered(driver).await?;
            go_to(driver, "language", "Enter").await?;
            let japanese = "return document.documentElement.lang === 'ja' \
                && /[ぁ-ん]/.test(document.querySelector('.card .first').textContent) || null";
            page::wait(driver, japanese, "the answer in Japanese").await?;
            go_to(driver, "language", " ").await?;
            go_to(driver, "Maintenance", "Enter").await?;
            let there = "return document.documentElement.dataset.route === 'maintenance' || null";
            page::wait(driver, there, "the maintenance").await?;

            go_to(driver, "request-gateway", "vpn-gw-7").await?;
            let written =
                "return document.getElementById('request-text').value.includes('vpn-gw-7') || null";
            page::wait(driver, written, "the request with its name").await?;
            go_to(driver, "error-code", "13801").await?;
            let found = "return document.querySelector('[data-found]')?.dataset.code ?? null";
            assert_eq!(page::wait(driver, found, "the code").await?, "13801");

            // A link to a section takes the focus along: the next stop is inside it.
            page::open(driver, &host.pinned("&lang=en#/maintenance")).await?;
            go_to(driver, "How to check by hand", "Enter").await?;
            let there = "return document.activeElement.dataset.section === 'by-hand' || null";
            page::wait(driver, there, "the section to have the focus").await?;
            press(driver, Key::Tab).await?;
            let inside =
                "return document.activeElement.closest('[data-section]')?.dataset.section ?? null";
            assert_eq!(page::wait(driver, inside, "a stop").await?, "by-hand");
            Ok(())
        };
        Browser::of(engine).run(steps).await?;
        Ok(())
    })
}

/// Goes on until the control with this id or text has the focus, and presses keys there: a key by its name, or a text.
async fn go_to(driver: &WebDriver, control: &str, keys: &str) -> Result {
    page::wait(driver, CONTROLS, "the controls").await?;
    for _ in 0..MOST {
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

/// What has the focus.
struct Focused {
    /// The place among the controls; `None`: a stop of the browser's own.
    control: Option<usize>,
    lined: bool,
    name: String,
}

async fn focused(driver: &WebDriver) -> Result<Focused> {
    let at = page::wait(driver, FOCUSED, "the focus").await?;
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
    page::wait(driver, there, "an answer").await?;
    Ok(())
}
