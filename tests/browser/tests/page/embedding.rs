//! The page embedded in a third-party page: the messages that the host receives, and the separation of styles.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, command_line, files, host, in_both, page, run};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

in_both!(the_host_receives_the_answer_and_nothing_else, host_messages);
in_both!(styles_of_host_and_checker_do_not_mix, styles);
in_both!(the_frames_have_the_height_of_their_contents, heights);
in_both!(without_embed_the_host_receives_nothing, without_embed);

const HEARD: &str = "return JSON.parse(document.getElementById('heard').textContent || '{}')";

fn host_messages(engine: Engine) -> Result {
    run(async {
        let site = host::start(Policy::Site).await?;
        let wiki = host::serve_demonstration(&site.address).await?;
        let steps = async |driver: &WebDriver| {
            driver.goto(&wiki.address).await?;
            let public = files::twin("settings-ikev2-openvpn-g2.xml");
            let own = files::fixtures().join("own/singular.xml");
            let verdict = |verdict, rule, today| json!({ "verdict": verdict, "rule": rule, "rootToday": today });
            let expected = json!({ "schema": 1, "verdicts": [
                verdict("not-affected", "all-public", "current"),
                verdict("affected", "own-ca", "self-signed"),
            ] });
            for place in ["element", "plain"] {
                enter(driver, place).await?;
                page::choose_files(driver, &[&public, &own]).await?;
                page::wait_for_results(driver, &["settings-ikev2-openvpn-g2.xml", "singular.xml"])
                    .await?;
                driver.enter_default_frame().await?;
            }
            let host_messages = page::wait_for(driver, &format!("{HEARD}.messages?.length === 2 ? JSON.parse(document.getElementById('heard').textContent) : null"), "both answers").await?;
            let mut message = expected.clone();
            if let Some(fields) = message.as_object_mut() {
                fields.insert("type".into(), "p2s-check:result".into());
            }
            assert_eq!(
                host_messages,
                json!({
                    "messages": [{ "from": "element", "data": message }, { "from": "plain", "data": message }],
                    "events": [expected],
                })
            );
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

fn styles(engine: Engine) -> Result {
    run(async {
        let site = host::start(Policy::Site).await?;
        let wiki = host::serve_demonstration(&site.address).await?;
        let styles_in_frame = "return ['h1', '#zone', '.main-control', '#foot p'].map((one) => { \
            const style = getComputedStyle([...document.querySelectorAll(one)].find((found) => found.checkVisibility())); \
            return [style.fontStyle, style.letterSpacing, style.textTransform, style.float, style.visibility].join(' ') })";
        let host_style = "const style = getComputedStyle(document.getElementById('measure')); \
            return [style.fontSize, style.color, style.float].join(' ')";
        let steps = async |driver: &WebDriver| {
            driver.goto(&wiki.address).await?;
            let before = driver.execute(host_style, Vec::new()).await?.json().clone();
            assert_eq!(before, "40px rgb(255, 0, 255) right");
            for place in ["element", "plain"] {
                enter(driver, place).await?;
                // The heading of the first screen makes room for that of the answer.
                page::check_file(driver, &files::fixtures().join("own/singular.xml")).await?;
                let seen = driver.execute(styles_in_frame, Vec::new()).await?;
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
            let after = driver.execute(host_style, Vec::new()).await?;
            assert_eq!(*after.json(), before, "the host looks different");
            let globals = "return Object.keys(globalThis).filter((name) => /p2s|wasm/i.test(name))";
            assert_eq!(
                *driver.execute(globals, Vec::new()).await?.json(),
                json!([]),
                "the host has new names"
            );
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

fn heights(engine: Engine) -> Result {
    run(async {
        let site = host::start(Policy::Site).await?;
        let wiki = host::serve_demonstration(&site.address).await?;
        let steps = async |driver: &WebDriver| {
            driver.goto(&wiki.address).await?;
            for place in ["element", "plain"] {
                enter(driver, place).await?;
                let mut last = 0.0;
                for file in ["", "own/singular.xml"] {
                    if !file.is_empty() {
                        page::check_file(driver, &files::fixtures().join(file)).await?;
                    }
                    // Inside the frame, nothing scrolls and no space remains.
                    let fits = "const inner = document.body.getBoundingClientRect().height; \
                        return Math.abs(innerHeight - Math.ceil(inner)) <= 1 ? inner : null";
                    let height = page::wait_for(driver, fits, "the frame to fit").await?;
                    let height = height.as_f64().unwrap_or_default();
                    assert!(height > last, "{place}: {height} after {last}");
                    last = height;
                }
                driver.enter_default_frame().await?;
            }
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

fn without_embed(engine: Engine) -> Result {
    run(async {
        let site = host::start(Policy::Site).await?;
        let frame = format!(
            "<script>heard = []; onmessage = (event) => heard.push(event.data);</script>\
             <iframe width=\"1000\" height=\"700\" src=\"{}?lang=en&amp;now={}\"></iframe>",
            site.address,
            command_line::NOW
        );
        let wiki = host::serve_page(&frame).await?;
        let steps = async |driver: &WebDriver| {
            driver.goto(&wiki.address).await?;
            driver.find(By::Css("iframe")).await?.enter_frame().await?;
            page::wait_until_ready(driver).await?;
            page::check_file(driver, &files::fixtures().join("own/singular.xml")).await?;
            driver.enter_default_frame().await?;
            assert_eq!(
                *driver.execute("return heard", Vec::new()).await?.json(),
                json!([])
            );
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

/// Enters one of the demonstration's two frames and waits until the page in it is ready.
async fn enter(driver: &WebDriver, place: &str) -> Result<Value> {
    match place {
        "element" => {
            page::enter_element(driver).await?;
        }
        _ => {
            // Chromium doesn't lay out a frame that is out of view, so that frame reports no height.
            let frame = driver.find(By::Id("plain")).await?;
            frame.scroll_into_view().await?;
            frame.enter_frame().await?;
        }
    }
    page::wait_until_ready(driver).await
}
