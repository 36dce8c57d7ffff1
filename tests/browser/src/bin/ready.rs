//! How soon the one file is ready when it is opened from a disk: the median of twenty, in Chromium, printed for
//! `cargo xtask sizes`. A busy machine fails nothing.

use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::{Result, page, run};
use std::process::ExitCode;
use thirtyfour::WebDriver;

/// Openings, each with an empty page between.
const TIMES: usize = 20;

fn main() -> ExitCode {
    match run(measure()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn measure() -> Result {
    let address = format!("file://{}", xtask::paths::one_file().display());
    let steps = async |driver: &WebDriver| {
        let (mut times, mut paints) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            page::open(driver, &address).await?;
            times.push(noted(driver, "ready").await?);
            paints.push(noted(driver, "first-contentful-paint").await?);
        }
        println!("p2s-check.html shows that it loads {}", told(&mut paints));
        println!("p2s-check.html is ready {}", told(&mut times));
        Ok(())
    };
    Browser::new().run(steps).await?;
    Ok(())
}

/// When the browser or the page noted this, in milliseconds since the browser was told to go there.
async fn noted(driver: &WebDriver, name: &str) -> Result<f64> {
    let script = format!("return performance.getEntriesByName('{name}')[0]?.startTime ?? null");
    let at = page::wait(driver, &script, name).await?;
    Ok(at.as_f64().ok_or("no time")?)
}

fn told(times: &mut [f64]) -> String {
    times.sort_by(f64::total_cmp);
    let at = |index: usize| times.get(index).copied().unwrap_or_default();
    let median = f64::midpoint(at(TIMES / 2 - 1), at(TIMES / 2));
    format!(
        "{median:.0} ms after it was opened from the disk (median of {TIMES}; {:.0} to {:.0} ms)",
        at(0),
        at(TIMES - 1)
    )
}
