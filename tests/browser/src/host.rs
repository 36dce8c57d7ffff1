//! The site as the tests' browser gets it: `dist/site`, from the same server as `cargo xtask serve`.

use crate::Result;
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
    let site = xtask::paths::site();
    if !site.join("index.html").is_file() {
        return Err("There is no dist/site. `cargo xtask dist` makes it.".into());
    }
    let server = Server::bind(&site, 0, policy).await?;
    let address = server.address()?;
    tokio::spawn(server.run());
    let authority = address
        .trim_start_matches("http://")
        .trim_end_matches('/')
        .to_owned();
    Ok(Host { address, authority })
}
