//! `cargo xtask sizes`: what each released file weighs, raw and packed; what the one file is made of, and its limit;
//! how soon it is ready.

use crate::{Failure, Result, build, dist, html, pack, paths, process, system};
use std::fs;

/// Most bytes that the one file may have: what mail and wikis still take without a word.
const MOST: usize = 460_000;

/// What a first visit to the site brings.
const FIRST_VISIT: [&str; 5] = [
    "site/index.html",
    "site/styles.css",
    "site/p2s-web.js",
    "site/boot.js",
    "site/p2s-web_bg.wasm",
];

/// Prints what `dist` wrote weighs; fails where the one file is too large.
pub fn run() -> Result<()> {
    let none = || Failure::new("There is no dist/ yet. `cargo xtask dist` makes it.");
    let files = dist::artefacts().map_err(|_| none())?;
    println!("{:<28}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli");
    let mut visit = [0; 3];
    for path in files {
        let name = dist::name(&path);
        if name.ends_with(".gz") || name.ends_with(".br") {
            continue;
        }
        let bytes = fs::read(&path).map_err(|_| none())?;
        let sizes = [
            bytes.len(),
            pack::gzip(&bytes)?.len(),
            pack::brotli(&bytes)?.len(),
        ];
        row(&name, sizes);
        if FIRST_VISIT.contains(&name.as_str()) {
            visit
                .iter_mut()
                .zip(sizes)
                .for_each(|(sum, size)| *sum += size);
        }
    }
    row("first visit to the site", visit);
    parts()?;
    ready()?;
    let size = fs::metadata(paths::one_file()).map_or(usize::MAX, |about| about.len() as usize);
    match size <= MOST {
        true => Ok(()),
        false => Err(Failure::new(format!(
            "p2s-check.html has {size} bytes; {MOST} is the most it may have."
        ))),
    }
}

fn row(name: &str, sizes: [usize; 3]) {
    let cells: String = sizes.iter().map(|size| format!("{size:>10}")).collect();
    println!("{name:<28}{cells}");
}

/// The one file's parts: program and prose apart.
fn parts() -> Result<()> {
    let page = build::read(&paths::one_file())?;
    let (mut module, mut scripts, mut style) = (0, 0, 0);
    for tag in html::tags(&page) {
        let size = tag.element(&page).len();
        match tag.name.as_str() {
            "script" if tag.attribute("id") == Some("wasm") => module += size,
            "script" => scripts += size,
            "style" => style += size,
            _ => {}
        }
    }
    let text = page.len() - module - scripts - style;
    // Prose and module are packed as one; what the module takes by itself is its share.
    let path = paths::site().join("p2s-web_bg.wasm");
    let bytes = fs::read(&path).map_err(Failure::file("read", &path))?;
    let alone = pack::text(&pack::lzma(&bytes)?).len().min(module);
    println!("\np2s-check.html, {} bytes of at most {MOST}:", page.len());
    for (name, size) in [
        ("program: module", alone),
        ("program: scripts", scripts),
        ("program: style", style),
        ("prose, packed", module - alone),
        ("prose and text, readable", text),
    ] {
        println!("  {name:<26}{size:>10}");
    }
    Ok(())
}

/// The time until the one file takes a package, in a browser.
fn ready() -> Result<()> {
    system::ready(&[system::CHROMIUM, system::CHROMEDRIVER])?;
    let mut command = process::cargo(&paths::root());
    println!();
    process::run(command.args([
        "run",
        "--quiet",
        "--package",
        "p2s-browser-tests",
        "--bin",
        "ready",
    ]))
}
