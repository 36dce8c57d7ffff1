//! Everything that a browser did on the network, by the browser's own log, written below page, worker and browser
//! alike, so that nothing in the browser can go around it.

mod chromium;
mod firefox;

pub use chromium::CHROMIUMS_OWN;

/// One thing that left, or tried to.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Milliseconds since 1970.
    pub at: f64,
    /// An address that was asked for, or one that was connected to, or a name that was looked up.
    pub what: String,
}

/// What pages and workers did on the network.
#[derive(Debug, Clone, Default)]
pub struct Network {
    /// Requests, by their addresses; the driver's own opening of a page is among them.
    pub requests: Vec<Event>,
    /// Connections by TCP, and UDP sockets that sent something, by the address at the other end.
    pub connections: Vec<Event>,
    /// Names that were looked up.
    pub names: Vec<Event>,
}

impl Network {
    /// All that went anywhere else than to these servers (`127.0.0.1:8080`), and requests there after this moment.
    pub fn beyond(&self, servers: &[&str], ready: f64) -> Vec<String> {
        let origins: Vec<String> = servers
            .iter()
            .map(|server| format!("http://{server}/"))
            .collect();
        let served = |what: &str| origins.iter().any(|origin| what.starts_with(origin));
        let requests = self
            .requests
            .iter()
            .filter(|event| event.at > ready || !served(&event.what));
        let connections = self
            .connections
            .iter()
            .filter(|event| !servers.contains(&event.what.as_str()));
        let here = |name: &str| {
            servers.iter().any(|server| name.ends_with(server)) || name.ends_with(chromium::NOWHERE)
        };
        let names = self.names.iter().filter(|event| !here(&event.what));
        requests
            .chain(connections)
            .chain(names)
            .map(|event| event.what.clone())
            .collect()
    }
}
