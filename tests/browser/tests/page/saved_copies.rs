//! Copies made with the browser's "save page as". A copy of the one-file page works; a copy of the site explains how to
//! get the file. The browser saves the page in its current state, including results and settings.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, command_line, files, host, in_both, page, run};
use std::path::Path;
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

in_both!(
    a_saved_copy_of_the_one_file_works_as_the_file_does,
    one_file
);
in_both!(a_saved_copy_of_the_site_says_how_to_get_the_file, site);
in_both!(
    the_saved_page_of_the_site_alone_says_how_to_get_the_file,
    page_alone
);

const PAGE: &str = "return '<!DOCTYPE html>' + document.documentElement.outerHTML";

async fn save(driver: &WebDriver) -> Result<String> {
    let text = driver.execute(PAGE, Vec::new()).await?;
    Ok(text.json().as_str().ok_or("no page")?.to_owned())
}

fn address(file: &Path) -> String {
    format!(
        "file://{}?lang=en&now={}",
        file.display(),
        command_line::NOW
    )
}

fn one_file(engine: Engine) -> Result {
    run(async {
        let sample = files::fixtures().join("own/singular.xml");
        let steps = async |driver: &WebDriver| {
            page::open(driver, &address(&xtask::paths::one_file())).await?;
            page::check_file(driver, &sample).await?;
            let saved =
                files::create_file("P2S certificate check.html", save(driver).await?.as_bytes())?;
            page::open(driver, &address(&saved)).await?;
            assert_eq!(
                page::displayed_results(driver).await?,
                [],
                "the old answer is still there"
            );
            let controls = driver
                .find_all(By::Css("#language, #intake, #foot-facts li"))
                .await?;
            assert_eq!(controls.len(), 5, "something is there twice");
            assert_eq!(page::check_file(driver, &sample).await?.verdict, "affected");
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

/// Simulates "complete page" in both engines: the current document, with its files in a folder beside it.
fn site(engine: Engine) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            page::check_file(driver, &files::fixtures().join("own/singular.xml")).await?;
            let mut text = save(driver).await?;
            for name in ["boot.js", "p2s-web.js", "styles.css"] {
                let bytes = std::fs::read(xtask::paths::site().join(name))?;
                files::create_file(&format!("saved-{name}"), &bytes)?;
                for attribute in ["src", "href"] {
                    text = text.replace(
                        &format!("{attribute}=\"./{name}"),
                        &format!("{attribute}=\"./saved-{name}"),
                    );
                    text = text.replace(
                        &format!("{attribute}=\"{name}"),
                        &format!("{attribute}=\"saved-{name}"),
                    );
                }
            }
            // Browsers make the addresses of links absolute.
            text = text.replace(
                "href=\"p2s-check.html\"",
                &format!("href=\"{}p2s-check.html\"", host.address),
            );
            let saved = files::create_file("saved-site.html", text.as_bytes())?;
            driver.goto(address(&saved)).await?;
            let sentence = "const one = document.querySelector('#failed [lang=en] [data-why=saved]'); \
                return one?.checkVisibility() ? [one.innerText, one.querySelector('a').href, document.documentElement.dataset.failed] : null";
            let sentence =
                page::wait_for(driver, sentence, "the sentence about saved copies").await?;
            let (text, link, failed): (String, String, String) = serde_json::from_value(sentence)?;
            assert!(text.contains("one-file version"), "{text}");
            assert_eq!(link, format!("{}p2s-check.html", host.address));
            assert_eq!(failed, "saved");
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

/// Simulates "HTML only": index.html without any other file.
fn page_alone(engine: Engine) -> Result {
    run(async {
        let text = std::fs::read(xtask::paths::site().join("index.html"))?;
        let saved = files::create_file("index-alone.html", &text)?;
        let steps = async |driver: &WebDriver| {
            driver.goto(address(&saved)).await?;
            let text = driver.find(By::Id("stalled")).await?.text().await?;
            for words in [
                "p2s-check.html",
                "The checker has not started yet.",
                "確認機能がまだ開始していません",
            ] {
                assert!(text.contains(words), "{words} can't be read: {text}");
            }
            let others = driver.find(By::Id("failed")).await?.text().await?;
            assert_eq!(others, "", "reasons that don't apply");
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}
