//! The support request: what was put in, and the text made of it. Nothing of it is stored, sent, or put into the
//! address. How it looks is not here.

use crate::app::App;
use p2s_package::Timestamp;
use p2s_report::{GatewayDetails, Language, PackageDetails, Request, request_text};

/// More gateways than this make no request that anybody reads.
const MOST: usize = 50;

/// What the person does.
pub(crate) enum Act {
    Name(usize, String),
    Subscription(usize, String),
    Window(String),
    OnGateway,
    Add,
    Remove,
    Language(Language),
    Save,
}

/// What was put in.
pub(crate) struct Draft {
    pub(crate) request: Request,
    /// The language of the text, if it is not the page's.
    pub(crate) language: Option<Language>,
}

impl Draft {
    /// One gateway, nothing said of it.
    pub(crate) fn new() -> Self {
        let request = Request {
            gateways: vec![GatewayDetails::default()],
            ..Request::default()
        };
        Draft {
            request,
            language: None,
        }
    }

    /// Takes what the person did; a wish to save is the page's.
    pub(crate) fn take(&mut self, act: Act) {
        let gateways = &mut self.request.gateways;
        match act {
            Act::Name(number, name) => {
                if let Some(gateway) = gateways.get_mut(number) {
                    gateway.name = name;
                }
            }
            Act::Subscription(number, subscription) => {
                if let Some(gateway) = gateways.get_mut(number) {
                    gateway.subscription = subscription;
                }
            }
            Act::Window(window) => self.request.window = Some(window),
            Act::OnGateway => self.request.on_gateway = !self.request.on_gateway,
            Act::Add if gateways.len() < MOST => gateways.push(GatewayDetails::default()),
            Act::Remove if gateways.len() > 1 => drop(gateways.pop()),
            Act::Language(language) => self.language = Some(language),
            Act::Add | Act::Remove | Act::Save => {}
        }
    }
}

/// The text as a file.
pub(crate) const FILE: &str = "p2s-support-request.txt";

impl App {
    /// The text of the request at a moment.
    pub(crate) fn request_text(&self, now: Timestamp) -> String {
        let request = Request {
            packages: what_was_read(self),
            ..self.request.request.clone()
        };
        request_text(
            &request,
            now,
            self.request.language.unwrap_or(self.language),
        )
    }
}

/// What was read, beside what the person has to find.
pub(crate) fn what_was_read(app: &App) -> Vec<PackageDetails> {
    let inputs = app.report.iter().flat_map(|report| &report.inputs);
    let named =
        inputs.filter(|input| input.gateway.server.is_some() || input.gateway.vnet.is_some());
    named
        .map(|input| PackageDetails {
            server: input.gateway.server.clone(),
            network: input.gateway.vnet.clone(),
            roots: input
                .root_today
                .roots
                .iter()
                .map(|root| root.name.clone())
                .collect(),
        })
        .collect()
}
