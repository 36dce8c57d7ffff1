//! The support request: what it says, and what is wrong with what was put in. Nothing is kept.

use crate::{Language, en, ja, visible};
use p2s_package::Timestamp;
use p2s_verdict::notices::{Stage, WINDOWS, Window, maintenance_2019};

/// Azure allows a gateway's name no more characters.
const LONGEST_NAME: usize = 80;

/// What can still be asked for at a moment.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// One of the windows that have not begun.
    Window(Vec<&'static Window>),
    /// Every window has begun, the maintenance is not over: whether this gateway has had its turn.
    Moved,
    /// All of it is over: whether the rotation of its root has a date.
    Rotation,
}

/// A gateway, as the person names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Particulars {
    /// Its name.
    pub name: String,
    /// The ID of its subscription.
    pub subscription: String,
}

/// A gateway, as the package just read names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Its address.
    pub server: Option<String>,
    /// The name of its network.
    pub network: Option<String>,
    /// The roots that the package gives.
    pub roots: Vec<String>,
}

/// A request.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// The gateways, one at least.
    pub gateways: Vec<Particulars>,
    /// It is opened on the gateway itself: then neither name nor subscription is needed.
    pub on_gateway: bool,
    /// The window, by its number.
    pub window: Option<String>,
    /// What was read.
    pub known: Vec<Known>,
}

/// What is wrong with a field; each has a sentence that helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objection {
    /// It is not a GUID.
    NotAnId,
    /// Longer than a gateway's name can be.
    TooLong,
    /// Characters that no gateway's name has.
    OddName,
}

impl Purpose {
    /// What makes sense at this moment.
    pub fn at(now: Timestamp) -> Self {
        let upcoming = |window: &&Window| {
            window.id != "automatic" && window.stage(now.unix()) == Stage::Upcoming
        };
        let windows: Vec<&'static Window> = WINDOWS.iter().filter(upcoming).collect();
        match maintenance_2019(now.unix()) {
            Stage::Past => Purpose::Rotation,
            _ if windows.is_empty() => Purpose::Moved,
            _ => Purpose::Window(windows),
        }
    }
}

impl Objection {
    /// About a subscription's ID; nothing about an empty one.
    pub fn to_subscription(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty() && !is_guid(text)).then_some(Objection::NotAnId)
    }

    /// About a gateway's name; nothing about an empty one.
    pub fn to_name(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if text.chars().count() > LONGEST_NAME {
            Some(Objection::TooLong)
        } else if !text.chars().all(fits) {
            Some(Objection::OddName)
        } else {
            None
        }
    }

    /// What is wrong and what to do.
    pub fn text(self, language: Language) -> &'static str {
        match language {
            Language::Ja => ja::request::objection(self),
            Language::En => en::request::objection(self),
        }
    }
}

/// The request in words. What is missing or wrong in the particulars is left to be filled in.
pub fn request_text(request: &Request, now: Timestamp, language: Language) -> String {
    let words = words(language);
    let mut lines = Vec::new();
    match Purpose::at(now) {
        Purpose::Window(windows) => {
            lines.extend([
                words.window_subject.to_owned(),
                String::new(),
                words.window.to_owned(),
            ]);
            let chosen = windows
                .iter()
                .find(|window| request.window.as_deref() == Some(window.id));
            lines.push(match chosen {
                Some(window) => window_words(window, language),
                None => words.window_missing.to_owned(),
            });
        }
        Purpose::Moved => {
            lines.extend([
                words.moved_subject.to_owned(),
                String::new(),
                words.moved.to_owned(),
            ]);
        }
        Purpose::Rotation => {
            lines.extend([
                words.rotation_subject.to_owned(),
                String::new(),
                words.rotation.to_owned(),
            ]);
        }
    }
    lines.push(String::new());
    if request.on_gateway {
        lines.push(words.on_gateway.to_owned());
    }
    for (number, gateway) in (1..).zip(&request.gateways) {
        let name = usable(&gateway.name, Objection::to_name);
        let subscription = usable(&gateway.subscription, Objection::to_subscription);
        if request.on_gateway && name.is_none() && subscription.is_none() {
            continue;
        }
        let missing = || words.missing.to_owned();
        lines.push(format!(
            "{number}. {}: {}",
            words.name,
            name.unwrap_or_else(missing)
        ));
        lines.push(format!(
            "   {}: {}",
            words.subscription,
            subscription.unwrap_or_else(missing)
        ));
    }
    if !request.known.is_empty() {
        lines.extend([String::new(), words.known.to_owned()]);
        lines.extend(request.known.iter().map(|known| known_words(known, words)));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// A window with its start in both zones: for the text, and to choose from.
pub fn window_words(window: &Window, language: Language) -> String {
    match language {
        Language::Ja => ja::request::window(window),
        Language::En => en::request::window(window),
    }
}

/// The fixed words of a request.
pub(crate) struct Words {
    pub(crate) window_subject: &'static str,
    pub(crate) window: &'static str,
    pub(crate) window_missing: &'static str,
    pub(crate) moved_subject: &'static str,
    pub(crate) moved: &'static str,
    pub(crate) rotation_subject: &'static str,
    pub(crate) rotation: &'static str,
    pub(crate) on_gateway: &'static str,
    pub(crate) name: &'static str,
    pub(crate) subscription: &'static str,
    pub(crate) missing: &'static str,
    pub(crate) known: &'static str,
    pub(crate) server: &'static str,
    pub(crate) network: &'static str,
    pub(crate) root: &'static str,
}

fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &ja::request::WORDS,
        Language::En => &en::request::WORDS,
    }
}

/// Trimmed and safe to show; `None` where it is empty or can't be right.
fn usable(text: &str, objection: fn(&str) -> Option<Objection>) -> Option<String> {
    let text = text.trim();
    (!text.is_empty() && objection(text).is_none()).then(|| visible(text))
}

fn known_words(known: &Known, words: &Words) -> String {
    let mut parts = Vec::new();
    let mut part = |name: &str, value: &str| parts.push(format!("{name}: {}", visible(value)));
    if let Some(server) = &known.server {
        part(words.server, server);
    }
    if let Some(network) = &known.network {
        part(words.network, network);
    }
    if !known.roots.is_empty() {
        part(words.root, &known.roots.join(", "));
    }
    format!("- {}", parts.join(" / "))
}

/// 8-4-4-4-12 hexadecimal digits.
fn is_guid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let hex = |group: &&str| group.chars().all(|c| c.is_ascii_hexdigit());
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12]) && groups.iter().all(hex)
}
