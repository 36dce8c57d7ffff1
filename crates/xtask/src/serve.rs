//! `cargo xtask serve`: serves the released page on the loopback address. With `--watch`, rebuilds at every change.

use crate::server::{Policy, Server};
use crate::tools::Tools;
use crate::{Failure, Result, build, paths};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{fs, thread};

/// Polling interval of `--watch`. One scan of the page's few hundred source files takes less than a millisecond.
const POLL_INTERVAL: Duration = Duration::from_millis(400);

/// Files and folders that the page is built from.
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

/// Builds the page, serves it and prints the address.
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
    // Binding comes before the build, so that a taken port is reported immediately.
    let server = runtime.block_on(Server::bind(&folder, port, Policy::Site))?;
    let address = server.address()?;
    if !watch {
        build::site()?;
        println!("{address}");
        println!("Serving the released page. Press Ctrl+C to stop.");
        return runtime.block_on(server.run());
    }
    let tools = Tools::find_or_install()?;
    runtime.spawn(server.run());
    println!("{address}");
    rebuild_on_change(&tools, &folder)
}

fn rebuild_on_change(tools: &Tools, folder: &Path) -> Result<()> {
    loop {
        let built_state = source_state();
        match build::development_site(tools, folder) {
            Ok(()) => println!("Built. Reload the page; press Ctrl+C to stop."),
            Err(failure) => println!("{failure}"),
        }
        while source_state() == built_state {
            thread::sleep(POLL_INTERVAL);
        }
    }
}

/// Returns the newest modification time of the sources and their number, which changes when a file is deleted.
fn source_state() -> (Option<SystemTime>, usize) {
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
