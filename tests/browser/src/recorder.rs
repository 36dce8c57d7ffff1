//! A listener that writes down who comes: the silent proxy, and the origin that nothing may reach.

use crate::Result;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// Says yes to everything, so that whoever asked knows that it got through.
const ANSWER: &[u8] =
    b"HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// A listener on 127.0.0.1; it ends with the test's runtime.
#[derive(Debug, Clone)]
pub struct Recorder {
    /// `127.0.0.1:41231`
    pub authority: String,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Recorder {
    /// Listens on any free port.
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let heard = Arc::new(Mutex::new(Vec::new()));
        let recorder = Recorder {
            authority: listener.local_addr()?.to_string(),
            heard: Arc::clone(&heard),
        };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(listen(stream, Arc::clone(&heard)));
            }
        });
        Ok(recorder)
    }

    /// The first line of every request so far; a connection that said nothing is an empty one.
    pub fn heard(&self) -> Vec<String> {
        self.heard
            .lock()
            .map(|heard| heard.clone())
            .unwrap_or_default()
    }
}

async fn listen(mut stream: TcpStream, heard: Arc<Mutex<Vec<String>>>) {
    let mut bytes = vec![0; 4096];
    let count = stream.read(&mut bytes).await.unwrap_or(0);
    let text = String::from_utf8_lossy(bytes.get(..count).unwrap_or_default()).into_owned();
    if let Ok(mut heard) = heard.lock() {
        heard.push(text.lines().next().unwrap_or_default().to_owned());
    }
    let _ = stream.write_all(ANSWER).await;
}
