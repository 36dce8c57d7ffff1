//! `cargo xtask serve`: the released page, on this machine alone; with `--watch` built again at every change.

use crate::server::{Policy, Server};
use crate::tools::Tools;
use crate::{Failure, Result, build, paths};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{fs, thread};

/// How often `--watch` looks. The page's sources are some hundred files; a look takes under a millisecond.
const LOOK_EVERY: Duration = Duration::from_millis(400);

/// What the page is made of.
const SOURCES: [&str; 9] = [
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "web",
    "crates/package",
    "crates/verdict",
    "crates/batch",
    "crates/report",
];

/// Builds, serves, and prints the address.
pub fn run(port: u16, watch: bool) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build();
    let runtime =
        runtime.map_err(|error| Failure::new(format!("The server can't start: {error}.")))?;
    let folder = if watch {
        paths::root().join("target/watch")
    } else {
        paths::site()
    };
    // The port first: nobody should wait for a build to hear that it is taken.
    let server = runtime.block_on(Server::bind(&folder, port, Policy::Site))?;
    let address = server.address()?;
    if !watch {
        build::site()?;
        println!("{address}");
        println!("Serving the page as it is released. Ctrl+C ends it.");
        return runtime.block_on(server.run());
    }
    let tools = Tools::ready()?;
    runtime.spawn(server.run());
    println!("{address}");
    rebuild_for_ever(&tools, &folder)
}

fn rebuild_for_ever(tools: &Tools, folder: &Path) -> Result<()> {
    loop {
        let seen = newest();
        match build::quick_site(tools, folder) {
            Ok(()) => println!("Built. Load the page again; Ctrl+C ends this."),
            Err(failure) => println!("{failure}"),
        }
        while newest() == seen {
            thread::sleep(LOOK_EVERY);
        }
    }
}

/// The newest change of the sources, and how many there are (one may have been taken away).
fn newest() -> (Option<SystemTime>, usize) {
    let mut folders: Vec<PathBuf> = SOURCES
        .iter()
        .map(|source| paths::root().join(source))
        .collect();
    let (mut newest, mut count) = (None, 0);
    while let Some(path) = folders.pop() {
        if let Ok(entries) = fs::read_dir(&path) {
            folders.extend(entries.flatten().map(|entry| entry.path()));
        } else if let Ok(changed) = fs::metadata(&path).and_then(|about| about.modified()) {
            newest = newest.max(Some(changed));
            count += 1;
        }
    }
    (newest, count)
}
