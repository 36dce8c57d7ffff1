//! Measures one page in a fresh browser.

use crate::inputs::{Inputs, borrowed};
use crate::memory;
use crate::samples::{Row, Samples};
use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, page};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::time::Duration;
use thirtyfour::WebDriver;

/// Number of packages after the first one.
const LATER: usize = 8;

/// A page with nothing but a word, after which the browser has its fonts and a process for pages.
const EMPTY_PAGE: &str = "data:text/html,<title>empty</title><p>empty";

/// Longest wait for an answer. Below the time limit of the WebDriver client, whose error has no reason.
const SCRIPT_TIMEOUT: Duration = Duration::from_secs(100);

/// Times when the parts of the start ended, and what it cost.
#[derive(Deserialize)]
struct Start {
    fetched: f64,
    unpacked: Option<f64>,
    compiled: Option<f64>,
    instantiated: Option<f64>,
    painted: f64,
    ready: f64,
    longest: Option<f64>,
    transferred: f64,
}

/// Starts a browser and measures the start of the page, and with inputs its answers too.
pub(crate) async fn in_fresh_browser(
    engine: Engine,
    address: &str,
    inputs: Option<&Inputs>,
) -> Result<Samples> {
    let mut browser = Browser::for_engine(engine).without_network_log();
    if engine == Engine::Firefox {
        // Firefox otherwise rounds times to whole milliseconds.
        browser = browser.preference("privacy.reduceTimerPrecision", false.into());
    }
    let steps = async |driver: &WebDriver| {
        let mut samples = Samples::default();
        driver.set_script_timeout(SCRIPT_TIMEOUT).await?;
        settle(driver).await?;
        add_memory(&mut samples, Row::EmptyPageMemory);
        start(driver, address, &mut samples).await?;
        add_memory(&mut samples, Row::IdleMemory);
        if let Some(inputs) = inputs {
            answers(driver, address, inputs, &mut samples).await?;
        }
        Ok(samples)
    };
    Ok(browser.run(steps).await?.0)
}

/// Opens an empty page and waits until the browser has finished its own start.
async fn settle(driver: &WebDriver) -> Result {
    driver.goto(EMPTY_PAGE).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    Ok(())
}

/// Opens the page and adds the parts of its start.
async fn start(driver: &WebDriver, address: &str, samples: &mut Samples) -> Result {
    driver.goto(address).await?;
    let answer = driver.execute_async(include_str!("start.js"), []).await?;
    let start: Start = answer.convert()?;
    samples.add(Row::Transfer, start.transferred);
    samples.add(Row::Fetched, start.fetched);
    samples.add(Row::Painted, start.painted);
    samples.add(Row::Ready, start.ready);
    let others = [
        (Row::Unpacked, start.unpacked),
        (Row::Compiled, start.compiled),
        (Row::Instantiated, start.instantiated),
        (Row::TaskAtStart, start.longest),
    ];
    for (row, value) in others {
        if let Some(value) = value {
            samples.add(row, value);
        }
    }
    Ok(())
}

/// Chooses the files of each row and adds the times of the answers.
async fn answers(
    driver: &WebDriver,
    address: &str,
    inputs: &Inputs,
    samples: &mut Samples,
) -> Result {
    let engine_reports_tasks = !samples.of(Row::TaskAtStart).is_empty();
    let mut longest_for_package: f64 = 0.0;
    let mut later = Vec::new();
    for (index, package) in inputs.packages.iter().cycle().take(1 + LATER).enumerate() {
        let row = if index == 0 {
            Row::FirstVerdict
        } else {
            Row::LaterVerdict
        };
        let answer = choose(driver, std::slice::from_ref(package), row, samples).await?;
        longest_for_package = longest_for_package.max(answer.longest);
        match row {
            Row::FirstVerdict => samples.add(row, answer.took),
            _ => later.push(answer.took),
        }
    }
    // One value a round, as for the other rows.
    if let Some(summary) = xtask::bench::Summary::of(&later) {
        samples.add(Row::LaterVerdict, summary.median);
    }
    if engine_reports_tasks {
        samples.add(Row::TaskForPackage, longest_for_package);
    }
    add_memory(samples, Row::PackageMemory);

    let program = std::slice::from_ref(&inputs.program);
    let rows = [
        (Row::Program, None, program),
        (
            Row::Packages,
            Some(Row::TaskForPackages),
            &inputs.many_packages,
        ),
        (
            Row::Certificates,
            Some(Row::TaskForCertificates),
            &inputs.certificates,
        ),
    ];
    for (row, longest, files) in rows {
        let answer = choose(driver, files, row, samples).await?;
        samples.add(row, answer.took);
        if let Some(longest) = longest.filter(|_| engine_reports_tasks) {
            samples.add(longest, answer.longest);
        }
    }
    add_memory(samples, Row::ManyMemory);

    // Without the thousand answers, which would have to be removed first.
    page::open(driver, address).await?;
    let large = std::slice::from_ref(&inputs.large.path);
    let answer = choose(driver, large, Row::LargeFile, samples).await?;
    samples.add(Row::LargeFile, answer.took);
    add_memory(samples, Row::LargeFileMemory);
    Ok(())
}

/// Time of an answer and the longest task until then, in milliseconds.
#[derive(Deserialize)]
struct Answer {
    took: f64,
    longest: f64,
    refused: bool,
}

/// Chooses files and waits for their answers.
async fn choose(
    driver: &WebDriver,
    files: &[PathBuf],
    row: Row,
    samples: &mut Samples,
) -> Result<Answer> {
    let files: Vec<&Path> = borrowed(files);
    let observe = vec![files.len().into()];
    driver.execute(include_str!("observe.js"), observe).await?;
    page::choose_files(driver, &files).await?;
    // After the answer, time to paint it, which can be the longest task.
    let wait = "const done = arguments[0]; \
        window.bench.answered.then((took) => setTimeout(() => done({ took, longest: window.bench.longest, \
        refused: document.querySelector('[data-error]') !== null }), 300));";
    let answer = driver.execute_async(wait, []).await;
    let answer = answer.map_err(|error| format!("{}: {error}", row.label()))?;
    let answer: Answer = answer.convert()?;
    if answer.refused {
        samples.refuse(row);
    }
    Ok(answer)
}

fn add_memory(samples: &mut Samples, row: Row) {
    if let Some(peak) = memory::peak() {
        samples.add(row, peak);
    }
}
