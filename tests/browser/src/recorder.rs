//! A listener that records requests: the proxy that must receive nothing, and the origin that nothing may reach.

use crate::Result;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// Allows every request, so that a script can detect that it succeeded.
const ANSWER: &[u8] =
    b"HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// A listener on 127.0.0.1. It stops with the test's runtime.
#[derive(Debug, Clone)]
pub struct Recorder {
    /// Authority in the form `127.0.0.1:41231`.
    pub authority: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Recorder {
    /// Listens on any free port.
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let requests = Arc::new(Mutex::new(Vec::new()));
        let recorder = Recorder {
            authority: listener.local_addr()?.to_string(),
            requests: Arc::clone(&requests),
        };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(record(stream, Arc::clone(&requests)));
            }
        });
        Ok(recorder)
    }

    /// Returns the first line of every request so far. A connection without data gives an empty line.
    pub fn requests(&self) -> Vec<String> {
        self.requests
            .lock()
            .map(|requests| requests.clone())
            .unwrap_or_default()
    }
}

async fn record(mut stream: TcpStream, requests: Arc<Mutex<Vec<String>>>) {
    let mut bytes = vec![0; 4096];
    let count = stream.read(&mut bytes).await.unwrap_or(0);
    let text = String::from_utf8_lossy(bytes.get(..count).unwrap_or_default()).into_owned();
    if let Ok(mut requests) = requests.lock() {
        requests.push(text.lines().next().unwrap_or_default().to_owned());
    }
    let _ = stream.write_all(ANSWER).await;
}
