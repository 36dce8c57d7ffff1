//! The text of a support request, and the checks of its input fields. No input is stored.

use crate::clock::JST_OFFSET_HOURS;
use crate::message::moment;
use crate::{Language, Message, escape_invisible, words};
use p2s_package::{Timestamp, guid};
use p2s_verdict::notices::{Stage, WINDOWS, Window, maintenance_2019};

/// The maximum number of characters of a gateway name in Azure.
const MAX_NAME_LENGTH: usize = 80;

/// What a support request can ask for at a moment.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// A maintenance window: one of those that haven't started.
    Window(Vec<&'static Window>),
    /// Whether Azure has switched the gateway: every window has started, but the maintenance isn't over.
    Status,
    /// The date of the gateway's root certificate rotation: the maintenance of 2019 is over.
    Rotation,
}

/// A gateway as the reader describes it. Either field can be empty or invalid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GatewayDetails {
    /// The gateway's name in Azure.
    pub name: String,
    /// The ID of the gateway's subscription.
    pub subscription: String,
}

/// A gateway as its package describes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PackageDetails {
    /// The gateway's host name.
    pub server: Option<String>,
    /// The name of the virtual network.
    pub network: Option<String>,
    /// The names of the root certificates in the package.
    pub roots: Vec<String>,
}

/// The content of a support request.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// The gateways: at least one.
    pub gateways: Vec<GatewayDetails>,
    /// True if the reader opens the request on the gateway's page in the portal, where the text needs no name or
    /// subscription.
    pub on_gateway: bool,
    /// The number of the chosen window.
    pub window: Option<String>,
    /// The packages that were checked.
    pub packages: Vec<PackageDetails>,
}

/// Why the value of an input field is invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldError {
    /// The subscription ID isn't a GUID.
    NotAGuid,
    /// The gateway name is longer than Azure allows.
    TooLong,
    /// The gateway name contains a character that Azure doesn't allow.
    InvalidCharacter,
}

impl Purpose {
    /// Returns what a request can ask for at `now`.
    pub fn at(now: Timestamp) -> Self {
        let upcoming = |window: &&Window| {
            window.id != "automatic" && window.stage(now.unix()) == Stage::Upcoming
        };
        let windows: Vec<&'static Window> = WINDOWS.iter().filter(upcoming).collect();
        match maintenance_2019(now.unix()) {
            Stage::Past => Purpose::Rotation,
            _ if windows.is_empty() => Purpose::Status,
            _ => Purpose::Window(windows),
        }
    }
}

impl FieldError {
    /// Checks a subscription ID. Returns `None` if it is valid or empty.
    pub fn in_subscription(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty() && guid(text).is_none()).then_some(FieldError::NotAGuid)
    }

    /// Checks a gateway name. Returns `None` if it is valid or empty.
    pub fn in_name(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if text.chars().count() > MAX_NAME_LENGTH {
            Some(FieldError::TooLong)
        } else if !text.chars().all(is_allowed) {
            Some(FieldError::InvalidCharacter)
        } else {
            None
        }
    }

    /// Returns the sentences that say what is wrong and what to do.
    pub fn text(self, language: Language) -> &'static str {
        let message = match self {
            FieldError::NotAGuid => Message::FieldNotAGuid,
            FieldError::TooLong => Message::FieldTooLong,
            FieldError::InvalidCharacter => Message::FieldInvalidCharacter,
        };
        message.text(language)
    }
}

/// Returns the text of a support request at `now`.
///
/// Missing and invalid values become placeholders for the reader to fill in.
pub fn request_text(request: &Request, now: Timestamp, language: Language) -> String {
    let text = |message: Message| message.text(language).to_owned();
    let mut lines = Vec::new();
    match Purpose::at(now) {
        Purpose::Window(windows) => {
            lines.extend([
                text(Message::RequestWindowSubject),
                String::new(),
                text(Message::RequestWindowText),
            ]);
            let chosen = windows
                .iter()
                .find(|window| request.window.as_deref() == Some(window.id));
            lines.push(match chosen {
                Some(window) => window_words(window, language),
                None => text(Message::RequestWindowMissing),
            });
        }
        Purpose::Status => {
            lines.extend([
                text(Message::RequestStatusSubject),
                String::new(),
                text(Message::RequestStatusText),
            ]);
        }
        Purpose::Rotation => {
            lines.extend([
                text(Message::RequestRotationSubject),
                String::new(),
                text(Message::RequestRotationText),
            ]);
        }
    }
    lines.push(String::new());
    if request.on_gateway {
        lines.push(text(Message::RequestOpenedOnGateway));
    }
    for (number, gateway) in (1..).zip(&request.gateways) {
        let name = escape_if_valid(&gateway.name, FieldError::in_name);
        let subscription = escape_if_valid(&gateway.subscription, FieldError::in_subscription);
        if request.on_gateway && name.is_none() && subscription.is_none() {
            continue;
        }
        let missing = || text(Message::RequestMissing);
        lines.push(format!(
            "{number}. {}: {}",
            text(Message::RequestGatewayName),
            name.unwrap_or_else(missing)
        ));
        lines.push(format!(
            "   {}: {}",
            text(Message::RequestSubscriptionId),
            subscription.unwrap_or_else(missing)
        ));
    }
    if !request.packages.is_empty() {
        lines.extend([String::new(), text(Message::RequestFromPackage)]);
        let packages = request.packages.iter();
        lines.extend(packages.map(|package| package_line(package, language)));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Returns the name of a window with its start in JST and UTC.
pub fn window_words(window: &Window, language: Language) -> String {
    let start = window.start.unix_timestamp();
    words::RequestWindowOf {
        japan: &moment(start, JST_OFFSET_HOURS, language),
        number: window.id,
        utc: &moment(start, 0, language),
    }
    .text(language)
}

/// Trims and escapes the value of a field. Returns `None` if it is empty or invalid.
fn escape_if_valid(text: &str, check: fn(&str) -> Option<FieldError>) -> Option<String> {
    let text = text.trim();
    (!text.is_empty() && check(text).is_none()).then(|| escape_invisible(text))
}

/// Returns the line about one package that was checked.
fn package_line(package: &PackageDetails, language: Language) -> String {
    let mut parts = Vec::new();
    let mut part = |name: Message, value: &str| {
        parts.push(format!(
            "{}: {}",
            name.text(language),
            escape_invisible(value)
        ));
    };
    if let Some(server) = &package.server {
        part(Message::RequestServer, server);
    }
    if let Some(network) = &package.network {
        part(Message::RequestNetwork, network);
    }
    if !package.roots.is_empty() {
        part(Message::RequestRoot, &package.roots.join(", "));
    }
    format!("- {}", parts.join(" / "))
}
