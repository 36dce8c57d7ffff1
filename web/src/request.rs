//! The support request: the user's input and the text made from it. Nothing is stored, sent, or put into the URL.

use crate::app::App;
use p2s_package::Timestamp;
use p2s_report::{GatewayDetails, Language, PackageDetails, Request, request_text};

/// The most gateways in one request: support wouldn't read a longer one.
const MAX_GATEWAYS: usize = 50;

/// What the user does in the form.
pub(crate) enum Edit {
    Name(usize, String),
    Subscription(usize, String),
    Window(String),
    ToggleOnGateway,
    Add,
    Remove,
    Language(Language),
    Save,
}

/// The input so far.
pub(crate) struct Draft {
    pub(crate) request: Request,
    /// Language of the text if it isn't the page's.
    pub(crate) language: Option<Language>,
}

impl Draft {
    /// Makes an empty form for one gateway.
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

    /// Applies an edit. [`Edit::Save`] changes nothing here: the page saves the text.
    pub(crate) fn apply(&mut self, edit: Edit) {
        let gateways = &mut self.request.gateways;
        match edit {
            Edit::Name(number, name) => {
                if let Some(gateway) = gateways.get_mut(number) {
                    gateway.name = name;
                }
            }
            Edit::Subscription(number, subscription) => {
                if let Some(gateway) = gateways.get_mut(number) {
                    gateway.subscription = subscription;
                }
            }
            Edit::Window(window) => self.request.window = Some(window),
            Edit::ToggleOnGateway => self.request.on_gateway = !self.request.on_gateway,
            Edit::Add if gateways.len() < MAX_GATEWAYS => gateways.push(GatewayDetails::default()),
            Edit::Remove if gateways.len() > 1 => drop(gateways.pop()),
            Edit::Language(language) => self.language = Some(language),
            Edit::Add | Edit::Remove | Edit::Save => {}
        }
    }
}

/// Name of the file with the text.
pub(crate) const FILE_NAME: &str = "p2s-support-request.txt";

impl App {
    /// Returns the text of the request at a time.
    pub(crate) fn request_text(&self, now: Timestamp) -> String {
        let request = Request {
            packages: known_gateways(self),
            ..self.request.request.clone()
        };
        request_text(
            &request,
            now,
            self.request.language.unwrap_or(self.language),
        )
    }
}

/// Returns what the report says about gateways, so that the user doesn't have to look it up.
pub(crate) fn known_gateways(app: &App) -> Vec<PackageDetails> {
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
