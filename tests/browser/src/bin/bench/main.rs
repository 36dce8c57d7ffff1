//! Measures the released page beside a JavaScript page for the same job: `bench ROUNDS FOLDER`, where FOLDER contains the
//! JavaScript page. Prints Markdown for docs/performance.md. `cargo xtask bench` runs it.
//!
//! Each measurement starts a browser with a new profile. The pages take turns, so that whatever else the machine does
//! affects both.

mod inputs;
mod measure;
mod memory;
mod samples;

use inputs::Inputs;
use p2s_browser_tests::browser::Engine;
use p2s_browser_tests::nginx::Nginx;
use p2s_browser_tests::{Result, run};
use samples::{Row, Samples};
use std::path::Path;
use std::process::ExitCode;
use xtask::bench::{Summary, markdown_table, ratio};
use xtask::system_packages::{CHROMEDRIVER, CHROMIUM, FIREFOX};

/// How often a measurement is repeated if the browser fails.
const ATTEMPTS: usize = 3;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.as_slice() {
        [rounds, folder] => run(async { compare(rounds.parse()?, Path::new(folder)).await }),
        _ => Err("usage: bench ROUNDS FOLDER".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Values of the three pages in one browser.
#[derive(Default)]
struct Pages {
    site: Samples,
    peer: Samples,
    one_file: Samples,
}

async fn compare(rounds: usize, peer: &Path) -> Result {
    let inputs = Inputs::create()?;
    let site = Nginx::serve(&xtask::paths::site()).await?;
    let peer = Nginx::serve(&peer.canonicalize()?).await?;
    let (site, peer) = (&site.host.address, &peer.host.address);
    let one_file = format!("file://{}", xtask::paths::one_file().display());
    println!(
        "Medians of {rounds} rounds, with quartiles. One package at a time: {}.",
        inputs.about_packages
    );
    for engine in [Engine::Chromium, Engine::Firefox] {
        if let Some(reason) = missing(engine) {
            println!("\n{engine:?} wasn't measured: {reason}");
            continue;
        }
        let mut pages = Pages::default();
        for round in 1..=rounds {
            eprintln!("{engine:?}: round {round} of {rounds}");
            pages
                .site
                .append(measured(engine, site, Some(&inputs)).await?);
            pages
                .peer
                .append(measured(engine, peer, Some(&inputs)).await?);
            pages
                .one_file
                .append(measured(engine, &one_file, None).await?);
        }
        print!("{}", render(engine, &pages));
    }
    Ok(())
}

/// Measures a page. Repeats the measurement if the browser fails.
async fn measured(engine: Engine, address: &str, inputs: Option<&Inputs>) -> Result<Samples> {
    for _ in 1..ATTEMPTS {
        match measure::in_fresh_browser(engine, address, inputs).await {
            Ok(samples) => return Ok(samples),
            Err(error) => eprintln!("again, because of: {error}"),
        }
    }
    measure::in_fresh_browser(engine, address, inputs).await
}

/// Returns why the browser can't be measured.
fn missing(engine: Engine) -> Option<String> {
    let found = match engine {
        Engine::Chromium => CHROMIUM.find().and_then(|_| CHROMEDRIVER.find()),
        _ => FIREFOX.find().and_then(|_| xtask::browsers::geckodriver()),
    };
    found.err().map(|failure| failure.to_string())
}

/// Returns the two tables of a browser.
fn render(engine: Engine, pages: &Pages) -> String {
    let is_measured = |row: &Row| !pages.site.of(*row).is_empty();
    let compared = Row::COMPARED.into_iter().filter(is_measured).map(|row| {
        let [site, peer] = [&pages.site, &pages.peer].map(|page| Summary::of(page.of(row)));
        let cells = [cell(row, site), cell(row, peer), ratio(site, peer)];
        [vec![row.label().to_owned()], cells.to_vec()].concat()
    });
    let compared: Vec<Vec<String>> = compared.collect();
    let start = Row::START.into_iter().map(|row| {
        let cells = [&pages.site, &pages.one_file, &pages.peer]
            .map(|page| cell(row, Summary::of(page.of(row))));
        [vec![row.label().to_owned()], cells.to_vec()].concat()
    });
    let start: Vec<Vec<String>> = start.collect();
    let columns = [&format!("{engine:?}"), "this page", "JavaScript", "ratio"];
    let parts = [
        &format!("{engine:?}, start"),
        "site",
        "one file, from the disk",
        "JavaScript",
    ];
    format!(
        "\n{}\n{}{}",
        markdown_table(&columns, &compared),
        markdown_table(&parts, &start),
        empty_page(pages)
    )
}

fn cell(row: Row, summary: Option<Summary>) -> String {
    match summary {
        Some(summary) if row.is_task() && summary.upper == 0.0 => "under 50".to_owned(),
        Some(summary) => summary.render(),
        None => "—".to_owned(),
    }
}

/// Returns a sentence about the memory that a page costs even if it is empty.
fn empty_page(pages: &Pages) -> String {
    let summary = Summary::of(pages.site.of(Row::EmptyPageMemory));
    summary.map_or_else(String::new, |summary| {
        format!(
            "\nThe process of an empty page has {} MiB.\n",
            summary.render()
        )
    })
}
