//! Starts WebKit's MiniBrowser and opens a page. If that fails, WebKit's tests are listed as not run.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, run};
use std::process::ExitCode;
use thirtyfour::WebDriver;

fn main() -> ExitCode {
    match run(opens_a_page()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn opens_a_page() -> Result {
    let steps = async |driver: &WebDriver| Ok(driver.goto("about:blank").await?);
    Browser::for_engine(Engine::WebKit).run(steps).await?;
    Ok(())
}
