//! Serves `dist/site` to the browser, with the same server as `cargo xtask serve`.

use crate::command_line::NOW;
use crate::{Result, files};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use xtask::server::{Policy, Server};

/// A server for one test. It stops with the test's runtime.
#[derive(Debug, Clone)]
pub struct Host {
    /// Address in the form `http://127.0.0.1:41231/`.
    pub address: String,
    /// Authority in the form `127.0.0.1:41231`.
    pub authority: String,
}

impl Host {
    /// Returns the page's address at the time [`NOW`], followed by more of the query or the route (`&lang=en#/about`),
    /// so that no test depends on today's date.
    pub fn address_at_now(&self, more: &str) -> String {
        format!("{}?now={NOW}{more}", self.address)
    }
}

/// Serves the site that `cargo xtask dist` wrote.
pub async fn start(policy: Policy) -> Result<Host> {
    serve(&site()?, policy).await
}

/// Serves the site with an additional script, which runs before the page's own. It is a file of the site, so that the
/// policy allows it.
pub async fn start_with_script(policy: Policy, script: &str) -> Result<Host> {
    let folder = copy_site()?;
    std::fs::write(folder.join("injected.js"), script)?;
    let page = folder.join("index.html");
    let text = std::fs::read_to_string(&page)?;
    let (before, after) = text
        .split_once("</title>")
        .ok_or("the page has no title after which a script could be inserted")?;
    let script = "<script src=\"injected.js\"></script>";
    std::fs::write(&page, format!("{before}</title>{script}{after}"))?;
    serve(&folder, policy).await
}

/// Serves a folder that the test prepared.
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

/// Serves a third-party page with this body.
pub async fn serve_page(body: &str) -> Result<Host> {
    let folder = new_folder()?;
    let text = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>host</title><link rel=\"icon\" href=\"data:,\">{body}"
    );
    std::fs::write(folder.join("index.html"), text)?;
    serve(&folder, Policy::None).await
}

/// Serves the demonstration of embedding, `tests/browser/host/`, for the site at this address.
pub async fn serve_demonstration(site: &str) -> Result<Host> {
    let folder = new_folder()?;
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

/// Copies the site to a new folder, for a test that changes it.
pub fn copy_site() -> Result<PathBuf> {
    copy_site_to("")
}

/// Copies the site to a subfolder of a new folder. Returns the new folder.
pub fn copy_site_to(under: &str) -> Result<PathBuf> {
    let (site, folder) = (site()?, new_folder()?);
    let to = folder.join(under);
    for file in files::files_under(&site)? {
        let path = to.join(file.strip_prefix(&site)?);
        std::fs::create_dir_all(path.parent().unwrap_or(&to))?;
        std::fs::copy(&file, &path)?;
    }
    Ok(folder)
}

/// Creates a new folder for the test.
fn new_folder() -> Result<PathBuf> {
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
        false => Err("There is no dist/site. Run `cargo xtask dist` first.".into()),
    }
}
