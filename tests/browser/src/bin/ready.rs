//! Measures in Chromium how soon the one-file page is ready when it is opened from a disk. Prints the median of twenty
//! loads for `cargo xtask sizes`. There is no limit, because a busy machine would break it.

use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::{Result, page, run};
use std::process::ExitCode;
use thirtyfour::WebDriver;

/// Number of loads. An empty page is opened before each.
const LOADS: usize = 20;

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
        for _ in 0..LOADS {
            page::open(driver, &address).await?;
            times.push(entry_time(driver, "ready").await?);
            paints.push(entry_time(driver, "first-contentful-paint").await?);
        }
        println!(
            "p2s-check.html shows its loading screen {}",
            summary(&mut paints)
        );
        println!("p2s-check.html is ready {}", summary(&mut times));
        Ok(())
    };
    Browser::new().run(steps).await?;
    Ok(())
}

/// Returns when the browser or the page recorded this entry, in milliseconds since the start of the navigation.
async fn entry_time(driver: &WebDriver, name: &str) -> Result<f64> {
    let script = format!("return performance.getEntriesByName('{name}')[0]?.startTime ?? null");
    let at = page::wait_for(driver, &script, name).await?;
    Ok(at.as_f64().ok_or("no time")?)
}

fn summary(times: &mut [f64]) -> String {
    times.sort_by(f64::total_cmp);
    let at = |index: usize| times.get(index).copied().unwrap_or_default();
    let median = f64::midpoint(at(LOADS / 2 - 1), at(LOADS / 2));
    format!(
        "{median:.0} ms after it was opened from the disk (median of {LOADS}; {:.0} to {:.0} ms)",
        at(0),
        at(LOADS - 1)
    )
}
