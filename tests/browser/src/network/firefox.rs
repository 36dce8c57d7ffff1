//! Reads the network log of Firefox's main process (`MOZ_LOG`), which makes every request, including those of workers.

use super::{Event, Network};
use crate::Result;
use std::net::IpAddr;
use std::path::Path;
use time::PrimitiveDateTime;
use time::macros::format_description;

impl Network {
    /// Reads the log of a browser that has exited.
    pub(crate) fn from_firefox_log(path: &Path) -> Result<Self> {
        let log = std::fs::read(path)?;
        let mut network = Network::default();
        for line in String::from_utf8_lossy(&log).lines() {
            let Some((timestamp, target)) = line.split_once(" UTC - [") else {
                continue;
            };
            let Some((_, target)) = target.split_once("]: ") else {
                continue;
            };
            if let Some((list_for_line, target)) = network.list_for_line(target) {
                let time = milliseconds(timestamp)?;
                let target = target.to_owned();
                list_for_line.push(Event { time, target });
            }
        }
        Ok(network)
    }

    /// Returns the list that a line belongs to, and the address or name in it.
    fn list_for_line<'a>(&mut self, line: &'a str) -> Option<(&mut Vec<Event>, &'a str)> {
        // "D/nsHttp uri=http://127.0.0.1:8080/": a request starts.
        if let Some(address) = line.strip_prefix("D/nsHttp uri=") {
            return Some((&mut self.requests, address));
        }
        // "E/nsSocketTransport nsSocketTransport::Init [this=7fa0 host=127.0.0.1:8080 origin=…": a connection opens.
        if let Some((_, rest)) = line.split_once(" nsSocketTransport::Init [") {
            let host = rest.split_once("host=")?.1;
            return Some((&mut self.connections, host.split(' ').next()?));
        }
        // "D/nsHostResolver Resolving host [example.com]<…": a lookup, also logged for IP addresses.
        let (_, rest) = line.split_once("nsHostResolver Resolving host [")?;
        let name = rest.split(']').next()?;
        let is_name = name.parse::<IpAddr>().is_err();
        is_name.then_some((&mut self.names, name))
    }
}

/// Converts "2026-11-24 22:16:08.093232" to milliseconds since 1970.
fn milliseconds(timestamp: &str) -> Result<f64> {
    let format = format_description!("[year]-[month]-[day] [hour]:[minute]:[second].[subsecond]");
    let moment = PrimitiveDateTime::parse(timestamp, format)?.assume_utc();
    let microseconds = moment.unix_timestamp_nanos() / 1000;
    Ok(microseconds as f64 / 1e3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_requests_connections_and_names_are_read() -> Result {
        let lines = "\
2026-11-24 22:16:08.093232 UTC - [(null) 7: Main Thread]: D/nsSocketTransport STS dispatch [7fa0]\n\
2026-11-24 22:16:10.250000 UTC - [Parent 7: Main Thread]: D/nsHttp uri=http://127.0.0.1:8080/a\n\
2026-11-24 22:16:10.250000 UTC - [Parent 7: Socket Thread]: D/nsHostResolver Resolving host [127.0.0.1]<> type 0. [this=7fa0]\n\
2026-11-24 22:16:10.250000 UTC - [Parent 7: Socket Thread]: D/nsHostResolver Resolving host [nowhere.example]<> type 0. [this=7fa0]\n\
2026-11-24 22:16:10.250000 UTC - [Parent 7: Socket Thread]: E/nsSocketTransport nsSocketTransport::Init [this=7fa0 host=127.0.0.1:8080 origin=127.0.0.1:8080 proxy=:0]\n";
        let path = crate::files::create_file("firefox.moz_log", lines.as_bytes())?;
        let network = Network::from_firefox_log(&path)?;
        let event = |target: &str| {
            let target = target.to_owned();
            vec![Event {
                time: 1_795_558_570_250.0,
                target,
            }]
        };
        assert_eq!(network.requests, event("http://127.0.0.1:8080/a"));
        assert_eq!(network.connections, event("127.0.0.1:8080"));
        assert_eq!(network.names, event("nowhere.example"));
        Ok(())
    }
}
