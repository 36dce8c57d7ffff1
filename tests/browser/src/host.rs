//! The site as the tests' browser gets it: `dist/site`, from the same server as `cargo xtask serve`.

use crate::{Result, files};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use xtask::server::{Policy, Server};

/// A server for one test; it ends with the test's runtime.
#[derive(Debug, Clone)]
pub struct Host {
    /// `http://127.0.0.1:41231/`
    pub address: String,
    /// `127.0.0.1:41231`
    pub authority: String,
}

/// Serves the site that `cargo xtask dist` wrote.
pub async fn start(policy: Policy) -> Result<Host> {
    serve(&site()?, policy).await
}

/// Serves the site with one more script, which runs before the page's own. It is a file of the site, so that the
/// policy lets it run.
pub async fn with_script(policy: Policy, script: &str) -> Result<Host> {
    let folder = copy()?;
    std::fs::write(folder.join("injected.js"), script)?;
    let page = folder.join("index.html");
    let text = std::fs::read_to_string(&page)?;
    let (before, behind) = text
        .split_once("</title>")
        .ok_or("the page has no title to put a script behind")?;
    let script = "<script src=\"injected.js\"></script>";
    std::fs::write(&page, format!("{before}</title>{script}{behind}"))?;
    serve(&folder, policy).await
}

/// Serves a folder of the test's own.
pub async fn serve(folder: &Path, policy: Policy) -> Result<Host> {
    let server = Server::bind(folder, 0, policy).await?;
    let address = server.address()?;
    tokio::spawn(server.run());
    let authority = address
        .trim_start_matches("http://")
        .trim_end_matches('/')
        .to_owned();
    Ok(Host { address, authority })
}

/// The site's files in a new folder, for a test that changes them.
pub fn copy() -> Result<PathBuf> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let site = site()?;
    let to = xtask::paths::target()
        .join("browser/sites")
        .join(format!("{}-{number}", std::process::id()));
    for file in files::under(&site)? {
        let path = to.join(file.strip_prefix(&site)?);
        std::fs::create_dir_all(path.parent().unwrap_or(&to))?;
        std::fs::copy(&file, &path)?;
    }
    Ok(to)
}

fn site() -> Result<PathBuf> {
    let site = xtask::paths::site();
    match site.join("index.html").is_file() {
        true => Ok(site),
        false => Err("There is no dist/site. `cargo xtask dist` makes it.".into()),
    }
}
