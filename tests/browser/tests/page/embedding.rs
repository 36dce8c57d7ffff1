//! The page in somebody else's: what the host hears, and that neither's style reaches the other.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, command_line, files, host, in_both, page, run};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

in_both!(the_host_hears_the_answer_and_nothing_else, heard);
in_both!(styles_reach_neither_in_nor_out, styles);
in_both!(the_frames_are_as_high_as_what_is_in_them, heights);
in_both!(without_embed_nobody_is_told_anything, untold);

const HEARD: &str = "return JSON.parse(document.getElementById('heard').textContent || '{}')";

fn heard(engine: Engine) -> Result {
    run(async {
        let site = host::start(Policy::Site).await?;
        let wiki = host::demonstration(&site.address).await?;
        let steps = async |driver: &WebDriver| {
            driver.goto(&wiki.address).await?;
            let public = files::twin("settings-ikev2-openvpn-g2.xml");
            let own = files::fixtures().join("own/singular.xml");
            let said = |verdict, rule, today| json!({ "verdict": verdict, "rule": rule, "rootToday": today });
            let expected = json!({ "schema": 1, "verdicts": [
                said("not-affected", "all-public", "current"),
                said("affected", "own-ca", "self-signed"),
            ] });
            for place in ["element", "plain"] {
                enter(driver, place).await?;
                page::choose(driver, &[&public, &own]).await?;
                page::results(driver, &["settings-ikev2-openvpn-g2.xml", "singular.xml"]).await?;
                driver.enter_default_frame().await?;
            }
            let heard = page::wait(driver, &format!("{HEARD}.messages?.length === 2 ? JSON.parse(document.getElementById('heard').textContent) : null"), "both answers").await?;
            let mut message = expected.clone();
            if let Some(fields) = message.as_object_mut() {
                fields.insert("type".into(), "p2s-check:result".into());
            }
            assert_eq!(
                heard,
                json!({
                    "messages": [{ "from": "element", "data": message }, { "from": "plain", "data": message }],
                    "events": [expected],
                })
            );
            Ok(())
        };
        Browser::of(engine).run(steps).await?;
        Ok(())
    })
}

fn styles(engine: Engine) -> Result {
    run(async {
        let site = host::start(Policy::Site).await?;
        let wiki = host::demonstration(&site.address).await?;
        let look = "return ['h1', '#zone', '.main-control', '#foot p'].map((one) => { \
            const style = getComputedStyle([...document.querySelectorAll(one)].find((found) => found.checkVisibility())); \
            return [style.fontStyle, style.letterSpacing, style.textTransform, style.float, style.visibility].join(' ') })";
        let host_look = "const style = getComputedStyle(document.getElementById('measure')); \
            return [style.fontSize, style.color, style.float].join(' ')";
        let steps = async |driver: &WebDriver| {
            driver.goto(&wiki.address).await?;
            let before = driver.execute(host_look, Vec::new()).await?.json().clone();
            assert_eq!(before, "40px rgb(255, 0, 255) right");
            for place in ["element", "plain"] {
                enter(driver, place).await?;
                // In an embedded page the first heading is not seen; an answer's is.
                page::check(driver, &files::fixtures().join("own/singular.xml")).await?;
                let seen = driver.execute(look, Vec::new()).await?;
                let plain = vec!["normal normal none none visible"; 4];
                assert_eq!(*seen.json(), json!(plain), "{place}");
                driver.enter_default_frame().await?;
            }
            let size = "const box = document.querySelector('p2s-check').getBoundingClientRect(); return box.width > 400 && box.height > 200";
            assert_eq!(
                driver.execute(size, Vec::new()).await?.json(),
                true,
                "the element is hidden"
            );
            let after = driver.execute(host_look, Vec::new()).await?;
            assert_eq!(*after.json(), before, "the host looks different");
            let globals = "return Object.keys(globalThis).filter((name) => /p2s|wasm/i.test(name))";
            assert_eq!(
                *driver.execute(globals, Vec::new()).await?.json(),
                json!([]),
                "the host has new names"
            );
            Ok(())
        };
        Browser::of(engine).run(steps).await?;
        Ok(())
    })
}

fn heights(engine: Engine) -> Result {
    run(async {
        let site = host::start(Policy::Site).await?;
        let wiki = host::demonstration(&site.address).await?;
        let steps = async |driver: &WebDriver| {
            driver.goto(&wiki.address).await?;
            for place in ["element", "plain"] {
                enter(driver, place).await?;
                let mut last = 0.0;
                for file in ["", "own/singular.xml"] {
                    if !file.is_empty() {
                        page::check(driver, &files::fixtures().join(file)).await?;
                    }
                    // Inside, nothing is left to scroll, and nothing is left over.
                    let fits = "const inner = document.body.getBoundingClientRect().height; \
                        return Math.abs(innerHeight - Math.ceil(inner)) <= 1 ? inner : null";
                    let height = page::wait(driver, fits, "the frame to fit").await?;
                    let height = height.as_f64().unwrap_or_default();
                    assert!(height > last, "{place}: {height} after {last}");
                    last = height;
                }
                driver.enter_default_frame().await?;
            }
            Ok(())
        };
        Browser::of(engine).run(steps).await?;
        Ok(())
    })
}

fn untold(engine: Engine) -> Result {
    run(async {
        let site = host::start(Policy::Site).await?;
        let frame = format!(
            "<script>heard = []; onmessage = (event) => heard.push(event.data);</script>\
             <iframe width=\"1000\" height=\"700\" src=\"{}?lang=en&amp;now={}\"></iframe>",
            site.address,
            command_line::NOW
        );
        let wiki = host::page(&frame).await?;
        let steps = async |driver: &WebDriver| {
            driver.goto(&wiki.address).await?;
            driver.find(By::Css("iframe")).await?.enter_frame().await?;
            page::ready(driver).await?;
            page::check(driver, &files::fixtures().join("own/singular.xml")).await?;
            driver.enter_default_frame().await?;
            assert_eq!(
                *driver.execute("return heard", Vec::new()).await?.json(),
                json!([])
            );
            Ok(())
        };
        Browser::of(engine).run(steps).await?;
        Ok(())
    })
}

/// Into one of the demonstration's two frames, once it takes files.
async fn enter(driver: &WebDriver, place: &str) -> Result<Value> {
    match place {
        "element" => {
            page::enter_element(driver).await?;
        }
        _ => {
            // Chromium draws nothing, and so tells no height, in a frame that is out of sight.
            let frame = driver.find(By::Id("plain")).await?;
            frame.scroll_into_view().await?;
            frame.enter_frame().await?;
        }
    }
    page::ready(driver).await
}
