//! The small server behind `serve`, and behind the browser tests: files of one folder, each with its type and
//! the page's policy.

use crate::{Failure, Result, policy, servers};
use bytes::Bytes;
use http_body_util::Full;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode, header};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tokio::net::TcpListener;

/// What the server tells the browser of what the page may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// The site's policy in a header, as in the release.
    Site,
    /// None at all, not even the page's own meta element: for the controls of the tests.
    None,
}

/// A server that listens, and serves nothing yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    folder: Arc<PathBuf>,
    policy: Policy,
}

impl Server {
    /// Listens on 127.0.0.1; port 0 is any free one.
    pub async fn bind(folder: &Path, port: u16, policy: Policy) -> Result<Self> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let listener = TcpListener::bind(address).await.map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => Failure::new(format!(
                "Port {port} is taken by another program. `cargo xtask serve --port {}` uses another one.",
                port.saturating_add(1)
            )),
            _ => Failure::new(format!("Can't listen on {address}: {error}.")),
        })?;
        Ok(Server {
            listener,
            folder: Arc::new(folder.to_owned()),
            policy,
        })
    }

    /// `http://127.0.0.1:8080/`
    pub fn address(&self) -> Result<String> {
        let address = self.listener.local_addr();
        let address = address
            .map_err(|error| Failure::new(format!("The server has no address: {error}.")))?;
        Ok(format!("http://{address}/"))
    }

    /// Serves until it is dropped.
    pub async fn run(self) -> Result<()> {
        loop {
            // A connection that breaks off is the other side's matter.
            let Ok((stream, _)) = self.listener.accept().await else {
                continue;
            };
            let (folder, policy) = (Arc::clone(&self.folder), self.policy);
            let service = service_fn(move |request| {
                let folder = Arc::clone(&folder);
                async move { Ok::<_, Infallible>(answer(&folder, policy, &request)) }
            });
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    }
}

fn answer<B>(folder: &Path, policy: Policy, request: &Request<B>) -> Response<Full<Bytes>> {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET is answered here.");
    }
    let Some(file) = file(folder, request.uri().path()) else {
        return plain(StatusCode::NOT_FOUND, "There is nothing here.");
    };
    let Ok(mut bytes) = std::fs::read(&file) else {
        return plain(StatusCode::NOT_FOUND, "There is nothing here.");
    };
    let kind = media_type(&file);
    if policy == Policy::None && kind.starts_with("text/html") {
        let page = String::from_utf8_lossy(&bytes).replace(&policy::meta(policy::SITE), "");
        bytes = page.into_bytes();
    }
    let mut response = Response::builder().header(header::CONTENT_TYPE, kind);
    for (name, value) in servers::HEADERS {
        response = match name {
            // Nothing is kept: what is served changes with each build.
            "Cache-Control" => response.header(name, "no-store"),
            "Content-Security-Policy" if policy == Policy::None => response,
            _ => response.header(name, value),
        };
    }
    response
        .body(Full::from(bytes))
        .unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "Sorry."))
}

fn plain(status: StatusCode, text: &'static str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(text));
    *response.status_mut() = status;
    response
}

/// The file that a path of an address means; nothing outside the folder, and no percent-escapes: our files have
/// plain names.
fn file(folder: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path.strip_prefix('/')?);
    let inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(relative);
    match inside {
        true if file.is_dir() => Some(file.join("index.html")),
        true => Some(file),
        false => None,
    }
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_means_its_index() {
        let root = crate::paths::root();
        assert_eq!(file(&root, "/"), Some(root.join("index.html")));
        assert_eq!(file(&root, "/a.js"), Some(root.join("a.js")));
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for path in [
            "/../secret",
            "/a/../../secret",
            "//etc/passwd",
            "a.js",
            "/./..",
        ] {
            assert_eq!(file(Path::new("/site"), path), None, "{path}");
        }
    }
}
