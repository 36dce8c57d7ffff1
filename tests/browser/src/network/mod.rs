//! Network activity of a browser according to its own log. The log is written below page and worker, so nothing in them
//! can bypass it.

mod chromium;
mod firefox;

pub use chromium::CHROMIUM_SERVICES;

/// A network event, attempted or completed.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Milliseconds since 1970.
    pub time: f64,
    /// Requested address, connected address or looked-up name.
    pub target: String,
}

/// Network activity of pages and workers.
#[derive(Debug, Clone, Default)]
pub struct Network {
    /// Requests by address, including the navigation by the driver.
    pub requests: Vec<Event>,
    /// TCP connections, and UDP sockets that sent data, by remote address.
    pub connections: Vec<Event>,
    /// Looked-up names.
    pub names: Vec<Event>,
}

impl Network {
    /// Returns all activity outside these servers (`127.0.0.1:8080`), and requests to these servers after the page was
    /// ready.
    pub fn outside(&self, servers: &[&str], ready: f64) -> Vec<String> {
        let origins: Vec<String> = servers
            .iter()
            .map(|server| format!("http://{server}/"))
            .collect();
        let is_served = |target: &str| origins.iter().any(|origin| target.starts_with(origin));
        let requests = self
            .requests
            .iter()
            .filter(|event| event.time > ready || !is_served(&event.target));
        let connections = self
            .connections
            .iter()
            .filter(|event| !servers.contains(&event.target.as_str()));
        let is_expected = |name: &str| {
            servers.iter().any(|server| name.ends_with(server))
                || name.ends_with(chromium::UNRESOLVABLE)
        };
        let names = self
            .names
            .iter()
            .filter(|event| !is_expected(&event.target));
        requests
            .chain(connections)
            .chain(names)
            .map(|event| event.target.clone())
            .collect()
    }
}
