//! `cargo xtask sizes`: prints raw and compressed sizes of the released files, the parts of the one-file page and its
//! time to ready. Checks the limits.

use crate::{Failure, Result, build, compress, dist, html, paths, process, system_packages};
use std::fs;

/// Size limits in bytes. Mail systems and wikis accept attachments of the size of the one-file page.
const LIMITS: [(&str, usize); 2] = [
    ("p2s-check.html", 440_000),
    ("site/p2s-web_bg.wasm", 740_000),
];

/// Files that a first visit to the site loads.
const FIRST_VISIT: [&str; 5] = [
    "site/index.html",
    "site/styles.css",
    "site/p2s-web.js",
    "site/boot.js",
    "site/p2s-web_bg.wasm",
];

/// Prints the sizes of what `dist` wrote. Fails if one exceeds its limit.
pub fn run() -> Result<()> {
    let no_dist = || Failure::new("There is no dist/ yet. Run `cargo xtask dist` first.");
    let files = dist::artefacts().map_err(|_| no_dist())?;
    println!("{:<28}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli");
    let mut first_visit = [0; 3];
    for path in files {
        let name = dist::relative_name(&path);
        if name.ends_with(".gz") || name.ends_with(".br") {
            continue;
        }
        let bytes = fs::read(&path).map_err(|_| no_dist())?;
        let sizes = [
            bytes.len(),
            compress::gzip(&bytes)?.len(),
            compress::brotli(&bytes)?.len(),
        ];
        print_row(&name, sizes);
        if FIRST_VISIT.contains(&name.as_str()) {
            first_visit
                .iter_mut()
                .zip(sizes)
                .for_each(|(sum, size)| *sum += size);
        }
    }
    print_row("first visit to the site", first_visit);
    print_parts()?;
    print_time_to_ready()?;
    for (name, limit) in LIMITS {
        let path = paths::dist().join(name);
        let size = fs::metadata(&path).map_err(|_| no_dist())?.len() as usize;
        if size > limit {
            return Err(Failure::new(format!(
                "{name} has {size} bytes; the limit is {limit}."
            )));
        }
    }
    Ok(())
}

fn print_row(name: &str, sizes: [usize; 3]) {
    let cells: String = sizes.iter().map(|size| format!("{size:>10}")).collect();
    println!("{name:<28}{cells}");
}

/// Prints the sizes of the one-file page's parts, with program and prose separated.
fn print_parts() -> Result<()> {
    let page = build::read(&paths::one_file())?;
    let (mut module, mut scripts, mut style) = (0, 0, 0);
    for tag in html::tags(&page) {
        let size = tag.element_range(&page).len();
        match tag.name.as_str() {
            "script" if tag.attribute("id") == Some("wasm") => module += size,
            "script" => scripts += size,
            "style" => style += size,
            _ => {}
        }
    }
    let text = page.len() - module - scripts - style;
    // Prose, glue and module are compressed together. The size of the module compressed alone counts as its share.
    let path = paths::site().join("p2s-web_bg.wasm");
    let bytes = fs::read(&path).map_err(Failure::file("read", &path))?;
    let module_share = compress::encode_base85(&compress::lzma(&bytes)?)
        .len()
        .min(module);
    println!("\np2s-check.html, {} bytes:", page.len());
    for (name, size) in [
        ("program: module", module_share),
        ("program: scripts", scripts),
        ("program: style", style),
        ("prose and glue, compressed", module - module_share),
        ("prose and text, readable", text),
    ] {
        println!("  {name:<28}{size:>10}");
    }
    Ok(())
}

/// Prints the time until the one-file page accepts a package, measured in a browser.
fn print_time_to_ready() -> Result<()> {
    system_packages::ensure_installed(&[system_packages::CHROMIUM, system_packages::CHROMEDRIVER])?;
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
