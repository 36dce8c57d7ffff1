//! Everything that a browser did on the network: Chromium's own log (`--log-net-log`), written below page, worker and
//! browser alike, so that nothing in the browser can go around it.

use crate::Result;
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// One thing that left, or tried to.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Milliseconds since 1970.
    pub at: f64,
    /// An address that was asked for, or one that was connected to.
    pub what: String,
}

/// What a browser did on the network.
#[derive(Debug, Clone, Default)]
pub struct Network {
    /// Requests, by their addresses.
    pub requests: Vec<Event>,
    /// Connections, sockets of any kind, by the address at the other end.
    pub connections: Vec<Event>,
    /// Names that were looked up.
    pub names: Vec<Event>,
}

impl Network {
    /// Reads the log of a browser that has ended.
    pub fn read(path: &Path) -> Result<Self> {
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
        let names: HashMap<u64, &str> = types
            .iter()
            .filter_map(|(name, number)| Some((number.as_u64()?, name.as_str())))
            .collect();
        let events = log
            .get("events")
            .and_then(Value::as_array)
            .ok_or("the network log has no events")?;
        let mut network = Network::default();
        for event in events {
            let kind = event
                .get("type")
                .and_then(Value::as_u64)
                .and_then(|kind| names.get(&kind))
                .copied();
            let text = |name: &str| event.get("params")?.get(name)?.as_str();
            let (list, what) = match kind {
                Some("URL_REQUEST_START_JOB") => (&mut network.requests, text("url")),
                Some("TCP_CONNECT_ATTEMPT" | "UDP_CONNECT") => {
                    (&mut network.connections, text("address"))
                }
                Some("HOST_RESOLVER_MANAGER_REQUEST" | "HOST_RESOLVER_MANAGER_JOB") => {
                    (&mut network.names, text("host"))
                }
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

    /// All that went anywhere else than to this authority (`127.0.0.1:8080`), or there after this moment.
    pub fn beyond(&self, authority: &str, ready: f64) -> Vec<String> {
        let origin = format!("http://{authority}/");
        let elsewhere = |event: &&Event| event.at > ready || !event.what.starts_with(&origin);
        let others = |event: &&Event| event.at > ready || event.what != authority;
        let requests = self.requests.iter().filter(elsewhere);
        let connections = self.connections.iter().filter(others);
        let names = self
            .names
            .iter()
            .filter(|event| !event.what.contains(authority));
        requests
            .chain(connections)
            .chain(names)
            .map(|event| event.what.clone())
            .collect()
    }
}

fn number(value: Option<&Value>) -> Option<f64> {
    let value = value?;
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}
