//! Reads Chromium's network log (`--log-net-log`).
//!
//! Chromium also makes requests of its own: updates, clock, sign-in. These have no initiator. A request by a page or
//! worker always has the origin of its maker.

use super::{Event, Network};
use crate::Result;
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// Host patterns of Chromium's own services. The tests make their names unresolvable, also for requests that bypass the
/// proxy.
pub const CHROMIUM_SERVICES: [&str; 6] = [
    "*.google.com",
    "*.googleapis.com",
    "*.gstatic.com",
    "*.gvt1.com",
    "*.duckduckgo.com",
    "*.chromium.org",
];

/// Logged initiator of a request that no page made.
const NO_INITIATOR: &str = "not an origin";

/// Host to which the names in [`CHROMIUM_SERVICES`] are mapped.
pub(super) const UNRESOLVABLE: &str = "~notfound";

impl Network {
    /// Reads the log of a browser that has exited.
    pub(crate) fn from_chromium_log(path: &Path) -> Result<Self> {
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
        let event_types: HashMap<u64, &str> = types
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
                .and_then(|kind| event_types.get(&kind));
            let text = |name: &str| event.get("params")?.get(name)?.as_str();
            let source = event
                .pointer("/source/id")
                .and_then(Value::as_u64)
                .unwrap_or_default();
            let (list, target) = match kind.copied() {
                Some("URL_REQUEST_START_JOB") => (
                    &mut network.requests,
                    request(text("initiator"), text("url")),
                ),
                Some("TCP_CONNECT_ATTEMPT") => (&mut network.connections, text("address")),
                // A UDP socket that is connected and sends nothing only asks the system for a route.
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
            let time = number(event.get("time")).unwrap_or_default() + offset;
            list.extend(target.map(|target| Event {
                time,
                target: target.to_owned(),
            }));
        }
        Ok(network)
    }
}

/// Returns the address of a request, or `None` if Chromium made it for its own services. A page that the driver opens
/// has no initiator either, so both initiator and host decide.
fn request<'a>(initiator: Option<&str>, url: Option<&'a str>) -> Option<&'a str> {
    let url = url?;
    let host = url.split('/').nth(2).unwrap_or_default();
    let is_service = CHROMIUM_SERVICES
        .iter()
        .any(|pattern| host.ends_with(pattern.trim_start_matches('*')));
    (initiator != Some(NO_INITIATOR) || !is_service).then_some(url)
}

fn number(value: Option<&Value>) -> Option<f64> {
    let value = value?;
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}
