//! Whether WebKit's small browser comes up here and opens a page: where it does not, its tests can't say anything.

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
    Browser::of(Engine::WebKit).run(steps).await?;
    Ok(())
}
