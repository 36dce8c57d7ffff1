//! The site as the tests' browser gets it: `dist/site`, from the same server as `cargo xtask serve`.

use crate::command_line::NOW;
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

impl Host {
    /// The page's address as of [`NOW`], followed by more of the query or the route (`&lang=en#/about`), so that no test
    /// depends on the day on which it runs.
    pub fn pinned(&self, more: &str) -> String {
        format!("{}?now={NOW}{more}", self.address)
    }
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

/// A page of somebody else with this in it.
pub async fn page(body: &str) -> Result<Host> {
    let folder = folder()?;
    let text = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>host</title><link rel=\"icon\" href=\"data:,\">{body}"
    );
    std::fs::write(folder.join("index.html"), text)?;
    serve(&folder, Policy::None).await
}

/// The demonstration of embedding, `tests/browser/host/`, about the site at this address.
pub async fn demonstration(site: &str) -> Result<Host> {
    let folder = folder()?;
    let from = xtask::paths::root().join("tests/browser/host");
    for name in ["index.html", "host.css", "host.js"] {
        let text = std::fs::read_to_string(from.join(name))?;
        let text = text
            .replace("{site}", site)
            .replace("{query}", &format!("now={NOW}"));
        std::fs::write(folder.join(name), text)?;
    }
    serve(&folder, Policy::None).await
}

/// The site's files in a new folder, for a test that changes them.
pub fn copy() -> Result<PathBuf> {
    copy_to("")
}

/// A new folder with the site's files in it, further down.
pub fn copy_to(under: &str) -> Result<PathBuf> {
    let (site, folder) = (site()?, folder()?);
    let to = folder.join(under);
    for file in files::under(&site)? {
        let path = to.join(file.strip_prefix(&site)?);
        std::fs::create_dir_all(path.parent().unwrap_or(&to))?;
        std::fs::copy(&file, &path)?;
    }
    Ok(folder)
}

/// A new folder of the test's own.
fn folder() -> Result<PathBuf> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = xtask::paths::target()
        .join("browser/sites")
        .join(format!("{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn site() -> Result<PathBuf> {
    let site = xtask::paths::site();
    match site.join("index.html").is_file() {
        true => Ok(site),
        false => Err("There is no dist/site. `cargo xtask dist` makes it.".into()),
    }
}
