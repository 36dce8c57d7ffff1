//! The HTTP server of `serve` and of the browser tests: serves the files of one folder with media types and the page's
//! policy.

use crate::{Failure, Result, policy, server_config};
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

/// Policy that the server sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// The site's policy in a header, as in the release.
    Site,
    /// No policy, not even the page's meta element: for control experiments in tests.
    None,
}

/// A bound server that does not accept connections yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    folder: Arc<PathBuf>,
    policy: Policy,
}

impl Server {
    /// Binds to 127.0.0.1. Port 0 selects any free port.
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

    /// Returns the address in the form `http://127.0.0.1:8080/`.
    pub fn address(&self) -> Result<String> {
        let address = self.listener.local_addr();
        let address = address
            .map_err(|error| Failure::new(format!("The server has no address: {error}.")))?;
        Ok(format!("http://{address}/"))
    }

    /// Serves until it is dropped.
    pub async fn run(self) -> Result<()> {
        loop {
            // A client that disconnects early is no reason to stop.
            let Ok((stream, _)) = self.listener.accept().await else {
                continue;
            };
            let (folder, policy) = (Arc::clone(&self.folder), self.policy);
            let service = service_fn(move |request| {
                let folder = Arc::clone(&folder);
                async move { Ok::<_, Infallible>(respond(&folder, policy, &request)) }
            });
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    }
}

fn respond<B>(folder: &Path, policy: Policy, request: &Request<B>) -> Response<Full<Bytes>> {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return text_response(StatusCode::METHOD_NOT_ALLOWED, "Only GET is supported.");
    }
    let Some(file) = resolve(folder, request.uri().path()) else {
        return text_response(StatusCode::NOT_FOUND, "Not found.");
    };
    let Ok(mut bytes) = std::fs::read(&file) else {
        return text_response(StatusCode::NOT_FOUND, "Not found.");
    };
    let kind = media_type(&file);
    if policy == Policy::None && kind.starts_with("text/html") {
        let page = String::from_utf8_lossy(&bytes).replace(&policy::meta(policy::SITE), "");
        bytes = page.into_bytes();
    }
    let mut response = Response::builder().header(header::CONTENT_TYPE, kind);
    for (name, value) in server_config::HEADERS {
        response = match name {
            // Every build changes what is served, so browsers must not cache it.
            "Cache-Control" => response.header(name, "no-store"),
            "Content-Security-Policy" if policy == Policy::None => response,
            _ => response.header(name, value),
        };
    }
    response
        .body(Full::from(bytes))
        .unwrap_or_else(|_| text_response(StatusCode::INTERNAL_SERVER_ERROR, "Internal error."))
}

fn text_response(status: StatusCode, text: &'static str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(text));
    *response.status_mut() = status;
    response
}

/// Maps the path of a URL to a file in the folder. Rejects paths that leave the folder. Does not decode
/// percent-escapes: the site's files have plain names.
fn resolve(folder: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path.strip_prefix('/')?);
    let is_inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(relative);
    match is_inside {
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
    fn a_folder_resolves_to_its_index() {
        let root = crate::paths::root();
        assert_eq!(resolve(&root, "/"), Some(root.join("index.html")));
        assert_eq!(resolve(&root, "/a.js"), Some(root.join("a.js")));
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
            assert_eq!(resolve(Path::new("/site"), path), None, "{path}");
        }
    }
}
