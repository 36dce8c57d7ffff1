//! Chromium's log (`--log-net-log`).
//!
//! Chromium also speaks for itself: updates, its clock, its sign-in. Such a request has no initiator; one that a page
//! or a worker makes, by whatever means, has the origin of its maker.

use super::{Event, Network};
use crate::Result;
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// Where Chromium goes for itself, as its patterns of hosts. The tests send these nowhere, past the proxy too.
pub const CHROMIUMS_OWN: [&str; 6] = [
    "*.google.com",
    "*.googleapis.com",
    "*.gstatic.com",
    "*.gvt1.com",
    "*.duckduckgo.com",
    "*.chromium.org",
];

/// What is logged as the initiator of a request that no page made.
const NOBODY: &str = "not an origin";

/// What is looked up for a host of [`CHROMIUMS_OWN`].
pub(super) const NOWHERE: &str = "~notfound";

impl Network {
    /// Reads the log of a browser that has ended.
    pub(crate) fn of_chromium(path: &Path) -> Result<Self> {
        let log: Value = serde_json::from_slice(&std::fs::read(path)?)?;
        let constants = log
            .get("constants")
            .ok_or("the network log has no constants")?;
        let offset =
            number(constants.get("timeTickOffset")).ok_or("the network log has no clock")?;
        let types = constants
            .get("logEventTypes")
            .and_then(Value::as_object)
            .ok_or("no event types")?;
        let kinds: HashMap<u64, &str> = types
            .iter()
            .filter_map(|(name, number)| Some((number.as_u64()?, name.as_str())))
            .collect();
        let events = log
            .get("events")
            .and_then(Value::as_array)
            .ok_or("the network log has no events")?;
        let mut network = Network::default();
        let mut sockets: HashMap<u64, &str> = HashMap::new();
        for event in events {
            let kind = event
                .get("type")
                .and_then(Value::as_u64)
                .and_then(|kind| kinds.get(&kind));
            let text = |name: &str| event.get("params")?.get(name)?.as_str();
            let source = event
                .pointer("/source/id")
                .and_then(Value::as_u64)
                .unwrap_or_default();
            let (list, what) = match kind.copied() {
                Some("URL_REQUEST_START_JOB") => (
                    &mut network.requests,
                    request(text("initiator"), text("url")),
                ),
                Some("TCP_CONNECT_ATTEMPT") => (&mut network.connections, text("address")),
                // A socket that is connected and sends nothing only asks the system for a route.
                Some("UDP_CONNECT") => {
                    sockets.extend(text("address").map(|address| (source, address)));
                    continue;
                }
                Some("UDP_BYTES_SENT") => (
                    &mut network.connections,
                    sockets.get(&source).copied().or(Some("UDP")),
                ),
                Some("HOST_RESOLVER_MANAGER_REQUEST") => (&mut network.names, text("host")),
                _ => continue,
            };
            let at = number(event.get("time")).unwrap_or_default() + offset;
            list.extend(what.map(|what| Event {
                at,
                what: what.to_owned(),
            }));
        }
        Ok(network)
    }
}

/// The address of a request; `None` where Chromium made it for itself. What the driver opens has no initiator either,
/// so only its own hosts are its own.
fn request<'a>(initiator: Option<&str>, url: Option<&'a str>) -> Option<&'a str> {
    let url = url?;
    let host = url.split('/').nth(2).unwrap_or_default();
    let chromiums = CHROMIUMS_OWN
        .iter()
        .any(|pattern| host.ends_with(pattern.trim_start_matches('*')));
    (initiator != Some(NOBODY) || !chromiums).then_some(url)
}

fn number(value: Option<&Value>) -> Option<f64> {
    let value = value?;
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}
