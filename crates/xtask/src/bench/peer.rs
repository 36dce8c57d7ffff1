//! Builds the JavaScript page that ours is compared with: its libraries in the versions of its lock file, bundled and
//! minified by the same esbuild.

use crate::tools::Tools;
use crate::{Failure, Result, dist, paths, process, system_packages};
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Files that npm and esbuild need.
const SOURCES: [&str; 5] = [
    "index.html",
    "peer.css",
    "peer.js",
    "package.json",
    "package-lock.json",
];

/// Builds the page and compresses it like the site. Returns its folder in Cargo's target folder.
pub(super) fn build() -> Result<PathBuf> {
    system_packages::ensure_installed(&[system_packages::NODE, system_packages::NPM])?;
    let sources = paths::root().join("tests/bench/peer");
    let build = paths::target().join("bench/peer");
    let site = paths::target().join("bench/peer-site");
    for folder in [&build, &site] {
        fs::create_dir_all(folder).map_err(Failure::file("create", folder))?;
    }
    for name in SOURCES {
        let source = sources.join(name);
        fs::copy(&source, build.join(name)).map_err(Failure::file("copy", &source))?;
    }
    println!("Building the JavaScript page (about 20 seconds) …");
    let mut npm = Command::new("npm");
    npm.current_dir(&build).arg("ci");
    npm.arg("--cache").arg(paths::cache()?.join("npm"));
    process::run(npm.args([
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--no-update-notifier",
        "--loglevel=error",
    ]))?;
    let mut esbuild = Tools::find_or_install()?.command("esbuild")?;
    let mut folder = OsString::from("--outdir=");
    folder.push(&site);
    esbuild.current_dir(&build).args(["peer.js", "peer.css"]);
    esbuild.args(["--bundle", "--minify", "--format=esm", "--target=es2022"]);
    process::run(
        esbuild
            .args(["--charset=utf8", "--log-level=warning"])
            .arg(folder),
    )?;
    let page = build.join("index.html");
    fs::copy(&page, site.join("index.html")).map_err(Failure::file("copy", &page))?;
    for name in ["index.html", "peer.css", "peer.js"] {
        dist::write_compressed(&site.join(name))?;
    }
    Ok(site)
}
