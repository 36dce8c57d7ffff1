//! Failures to start: each is named in the user's language, with the check by hand as the alternative, and no page
//! stays in its loading state.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::host::{self, Host};
use p2s_browser_tests::{Result, in_both, page, run};
use std::path::Path;
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

in_both!(without_webassembly, no_webassembly);
in_both!(in_an_old_browser, old_browser);
in_both!(
    where_a_policy_forbids_webassembly,
    policy_forbids_webassembly
);
in_both!(where_a_policy_forbids_workers, policy_forbids_workers);
in_both!(with_the_module_missing, module_missing);
in_both!(with_the_glue_missing, glue_missing);
in_both!(with_a_script_of_the_wrong_type, script_of_wrong_type);
in_both!(with_something_else_for_the_module, other_module);
in_both!(where_a_part_of_the_browser_fails, part_fails);
in_both!(after_the_page_itself_has_crashed, crashed);
in_both!(without_the_script_that_starts_it, nothing_runs);

fn no_webassembly(engine: Engine) -> Result {
    run(async {
        let host = host::start_with_script(Policy::Site, "delete globalThis.WebAssembly;").await?;
        assert_reason(engine, &host, "wasm").await
    })
}

fn old_browser(engine: Engine) -> Result {
    run(async {
        let host =
            host::start_with_script(Policy::Site, "delete globalThis.BigInt64Array;").await?;
        assert_reason(engine, &host, "browser").await
    })
}

fn part_fails(engine: Engine) -> Result {
    run(async {
        let script = "URL.createObjectURL = () => { throw new Error('out of order'); };";
        let host = host::start_with_script(Policy::Site, script).await?;
        assert_reason(engine, &host, "start").await
    })
}

/// When it is ready, the page's module is asked for more memory than it can have, and traps.
fn crashed(engine: Engine) -> Result {
    run(async {
        let script = "const make = WebAssembly.instantiate; \
            WebAssembly.instantiate = async (...given) => { \
            const made = await make(...given); \
            new MutationObserver(() => setTimeout(() => made.exports.__wbindgen_malloc(-1, 1))) \
            .observe(document.documentElement, { attributeFilter: ['data-ready'] }); \
            return made; };";
        let host = host::start_with_script(Policy::Site, script).await?;
        assert_reason(engine, &host, "crash").await
    })
}

fn policy_forbids_webassembly(engine: Engine) -> Result {
    with_policy(engine, "script-src 'self'")
}

fn policy_forbids_workers(engine: Engine) -> Result {
    with_policy(engine, "worker-src 'none'")
}

/// Serves the page with an additional policy of the host.
fn with_policy(engine: Engine, policy: &str) -> Result {
    let meta =
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"></title>");
    with_changed_site(
        engine,
        "policy",
        |_| Ok(()),
        ("</title>", &meta.replace("</title>", "")),
    )
}

fn module_missing(engine: Engine) -> Result {
    let remove = |site: &Path| Ok(std::fs::remove_file(site.join("p2s-web_bg.wasm"))?);
    with_changed_site(engine, "missing", remove, ("", ""))
}

fn glue_missing(engine: Engine) -> Result {
    let remove = |site: &Path| Ok(std::fs::remove_file(site.join("p2s-web.js"))?);
    with_changed_site(engine, "missing", remove, ("", ""))
}

/// The server derives media types from file extensions.
fn script_of_wrong_type(engine: Engine) -> Result {
    let rename = |site: &Path| {
        Ok(std::fs::rename(
            site.join("p2s-web.js"),
            site.join("p2s-web.txt"),
        )?)
    };
    with_changed_site(engine, "type", rename, ("p2s-web.js", "p2s-web.txt"))
}

/// Some servers answer with their start page for a missing file.
fn other_module(engine: Engine) -> Result {
    let write = |site: &Path| {
        Ok(std::fs::write(
            site.join("p2s-web_bg.html"),
            "<!doctype html>",
        )?)
    };
    with_changed_site(
        engine,
        "type",
        write,
        ("p2s-web_bg.wasm", "p2s-web_bg.html"),
    )
}

/// Serves the site with changed files and a replacement in its page.
fn with_changed_site(
    engine: Engine,
    reason: &str,
    change: impl FnOnce(&Path) -> Result,
    (from, to): (&str, &str),
) -> Result {
    run(async {
        let site = host::copy_site()?;
        change(&site)?;
        let path = site.join("index.html");
        let page = std::fs::read_to_string(&path)?;
        let page = match from {
            "" => page,
            "</title>" => page.replace(from, &format!("{from}{to}")),
            _ => page.replace(from, to),
        };
        std::fs::write(&path, page)?;
        let host = host::serve(&site, Policy::Site).await?;
        assert_reason(engine, &host, reason).await
    })
}

/// Checks in both languages that the page shows this reason and no other, and that its link leads to the check by hand.
async fn assert_reason(engine: Engine, host: &Host, reason: &str) -> Result {
    let steps = async |driver: &WebDriver| {
        for (language, other) in [("en", "ja"), ("ja", "en")] {
            driver
                .goto(format!("{}?lang={language}", host.address))
                .await?;
            let reasons = "const all = [...document.querySelectorAll('[data-why]')].filter((one) => one.checkVisibility()); \
                return all.length ? all.map((one) => one.dataset.why + ' ' + one.parentElement.lang) : null";
            let reasons = page::wait_for(driver, reasons, "a reason").await?;
            assert_eq!(reasons, serde_json::json!([format!("{reason} {language}")]));
            let text = driver.find(By::Id("failed")).await?.text().await?;
            assert!(text.len() > 60, "{text}");
            let starting = driver
                .find(By::Css("#loading"))
                .await?
                .is_displayed()
                .await?;
            assert!(!starting, "still loading");
            let link = driver
                .find(By::Css(format!(
                    "#failed [lang={language}] a[href^='#/maintenance']"
                )))
                .await?;
            let target = link.attr("href").await?.unwrap_or_default();
            link.click().await?;
            let by_hand = driver.find(By::Id(target.trim_start_matches('#'))).await?;
            assert!(by_hand.is_displayed().await?, "the check by hand is hidden");
            let hidden = format!("[data-section=by-hand][lang={other}]");
            let hidden = driver.find(By::Css(hidden)).await?;
            assert!(!hidden.is_displayed().await?, "both languages are seen");
        }
        Ok(())
    };
    Browser::for_engine(engine).run(steps).await?;
    Ok(())
}

/// Not even boot.js runs. The page shows that it is loading, and an explanation after ten seconds.
fn nothing_runs(engine: Engine) -> Result {
    run(async {
        let site = host::copy_site()?;
        std::fs::remove_file(site.join("boot.js"))?;
        let host = host::serve(&site, Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            driver.goto(&host.address).await?;
            let (loading, stalled) = (
                driver.find(By::Id("loading")).await?,
                driver.find(By::Id("stalled")).await?,
            );
            assert!(
                loading.is_displayed().await?,
                "the loading screen is missing"
            );
            assert!(
                !stalled.is_displayed().await?,
                "the explanation came too early"
            );
            let visible = "const seen = (id) => getComputedStyle(document.getElementById(id)); \
                return seen('stalled').visibility === 'visible' && seen('loading').visibility === 'hidden' || null";
            page::wait_for(driver, visible, "the sentence").await?;
            let text = stalled.text().await?;
            assert!(
                text.contains("The checker has not started yet.") && text.contains("手動で確認"),
                "{text}"
            );
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}
