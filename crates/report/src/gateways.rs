//! The packages of one gateway compared, and its clients, in the words of one language.

use crate::message::codes::{
    aspect_words, client_reason_words, client_state_words, day_words, sign_in_words, tunnel_words,
};
use crate::message::{list, paragraph, short_list};
use crate::{Language, Message, escape_invisible, words};
use p2s_package::{Authentication, TunnelType};
use p2s_verdict::{
    Aspect, Client, ClientState, Comparison, Difference, GatewayReport, PackageRef, State,
};

/// The titles of the columns of [`client_table`].
const TITLES: [Message; 6] = [
    Message::ColumnComputer,
    Message::ColumnProfile,
    Message::ColumnGateway,
    Message::ColumnTrust,
    Message::ColumnRoots,
    Message::ColumnReason,
];

/// A row of the table of clients.
pub type ClientRow = [String; TITLES.len()];

/// A package compared with the one before, in the words of one language. All text from files is escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonWords {
    /// Which packages are compared.
    pub packages: String,
    /// What differs, one difference each, then what isn't compared, then what to do.
    pub lines: Vec<String>,
}

/// Returns the heading above the packages and clients of a gateway.
pub fn gateway_heading(gateway: &GatewayReport, language: Language) -> String {
    match &gateway.id {
        Some(id) => {
            let id = &escape_invisible(id);
            words::GatewayHeading { id }.text(language)
        }
        None => Message::GatewayUnknown.text(language).to_owned(),
    }
}

/// Returns the differences of a gateway's packages, oldest to newest.
pub fn comparison_words(gateway: &GatewayReport, language: Language) -> Vec<ComparisonWords> {
    let package = |position: u64| gateway.packages.get(usize::try_from(position).ok()?);
    let comparisons = gateway.comparisons.iter();
    let words = comparisons.filter_map(|comparison| {
        let (old, new) = (package(comparison.old)?, package(comparison.new)?);
        Some(ComparisonWords {
            packages: compared_packages(old, new, language),
            lines: comparison_lines(comparison, new.root_today, language),
        })
    });
    words.collect()
}

/// Returns a sentence about a gateway's packages that aren't compared; nothing if all are.
pub fn unordered_words(gateway: &GatewayReport, language: Language) -> String {
    let packages = gateway.unordered.iter();
    let packages: Vec<String> = packages.map(|one| escape_invisible(&one.name)).collect();
    if packages.is_empty() {
        return String::new();
    }
    let packages = &short_list(&packages, language);
    words::CompareUnordered { packages }.text(language)
}

/// Returns how many of a gateway's clients trust what, and what to do; nothing if it has no clients.
pub fn client_words(gateway: &GatewayReport, language: Language) -> String {
    let clients = &gateway.clients;
    let number = |state| {
        let is_in_state = |client: &&Client| client.state == state;
        clients.iter().filter(is_in_state).count()
    };
    if clients.is_empty() {
        return String::new();
    }
    let [old, lacking, unknown] = [
        ClientState::OldRootOnly,
        ClientState::LacksRoot,
        ClientState::Unknown,
    ]
    .map(number);
    let newest = gateway.packages.last().map(|newest| newest.root_today);
    let is_outgoing = matches!(newest, Some(State::Retiring | State::Expired));
    let counted = words::ClientsCounted {
        old_root_only: &old.to_string(),
        total: &clients.len().to_string(),
    };
    let mut sentences = vec![counted.text(language)];
    if old > 0 {
        sentences.push(Message::ClientsToDo.text(language).to_owned());
    }
    if lacking > 0 {
        let count = &lacking.to_string();
        sentences.push(words::ClientsLacking { count }.text(language));
    }
    if unknown > 0 {
        let count = &unknown.to_string();
        sentences.push(words::ClientsUnknown { count }.text(language));
    }
    if is_outgoing && unknown < clients.len() {
        sentences.push(Message::ClientsNewestOld.text(language).to_owned());
    }
    paragraph(&sentences, language)
}

/// Returns the titles of the table of clients.
pub fn client_titles(language: Language) -> [&'static str; TITLES.len()] {
    TITLES.map(|title| title.text(language))
}

/// Returns the table of clients, grouped by gateway and listed by computer. All text from files is escaped.
pub fn client_table(gateways: &[GatewayReport], language: Language) -> Vec<ClientRow> {
    let clients = gateways.iter().flat_map(|gateway| {
        let clients = gateway.clients.iter();
        clients.map(|client| (gateway.id.as_deref().unwrap_or_default(), client))
    });
    let row = |(gateway, client): (&str, &Client)| {
        let roots: Vec<String> = client
            .roots
            .iter()
            .map(|root| escape_invisible(root))
            .collect();
        let reason = client.reason;
        [
            escape_invisible(&client.computer),
            escape_invisible(&client.name),
            escape_invisible(gateway),
            client_state_words(client.state, language).to_owned(),
            list(&roots, language),
            reason
                .map_or("", |reason| client_reason_words(reason, language))
                .to_owned(),
        ]
    };
    clients.map(row).collect()
}

fn compared_packages(old: &PackageRef, new: &PackageRef, language: Language) -> String {
    let [old_day, new_day] = [old, new].map(|package| {
        let packaged = package.packaged;
        packaged
            .map(|moment| day_words(language, moment))
            .unwrap_or_default()
    });
    let [old, new] = [old, new].map(|package| escape_invisible(&package.name));
    words::ComparePackages {
        new: &new,
        new_day: &new_day,
        old: &old,
        old_day: &old_day,
    }
    .text(language)
}

/// Returns the lines about two packages. `root_today` is the state of the newer one's roots.
fn comparison_lines(comparison: &Comparison, root_today: State, language: Language) -> Vec<String> {
    let differences = &comparison.differences;
    let mut lines: Vec<String> = differences
        .iter()
        .map(|difference| difference_words(difference, language))
        .collect();
    let unknown = comparison.unknown.iter();
    let unknown: Vec<String> = unknown
        .map(|aspect| aspect_words(*aspect, language).to_owned())
        .collect();
    if !unknown.is_empty() {
        let aspects = &list(&unknown, language);
        lines.push(words::CompareUnknown { aspects }.text(language));
    } else if differences.is_empty() {
        lines.push(Message::CompareSame.text(language).to_owned());
    }
    let mut roots = differences.iter();
    if let Some(roots) = roots.find(|difference| difference.aspect == Aspect::Roots) {
        lines.push(root_advice(roots, root_today, language));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn difference_words(difference: &Difference, language: Language) -> String {
    let [old, new] = [&difference.old, &difference.new].map(|values| {
        let values = values.iter();
        let values: Vec<String> = values
            .map(|value| value_words(difference.aspect, value, language))
            .collect();
        list(&values, language)
    });
    words::CompareDifference {
        aspect: aspect_words(difference.aspect, language),
        new: &new,
        old: &old,
    }
    .text(language)
}

/// Returns a value of an aspect: a code in words, or what the package has.
fn value_words(aspect: Aspect, value: &str, language: Language) -> String {
    let words = match aspect {
        Aspect::Roots | Aspect::Addresses => None,
        Aspect::Authentication => {
            let mut all = Authentication::ALL.iter();
            let found = all.find(|one| one.code() == value);
            found.map(|one| sign_in_words(*one, language))
        }
        Aspect::TunnelTypes => {
            let mut all = TunnelType::ALL.iter();
            let found = all.find(|one| one.code() == value);
            found.map(|one| tunnel_words(*one, language))
        }
    };
    words.map_or_else(|| escape_invisible(value), str::to_owned)
}

/// Returns what to do about new roots; nothing unless the newer package is known to be good.
fn root_advice(roots: &Difference, root_today: State, language: Language) -> String {
    let is_good = matches!(root_today, State::Ready | State::Current);
    if !is_good || roots.new.iter().all(|root| roots.old.contains(root)) {
        return String::new();
    }
    let import = words::CompareImport {
        count: &roots.new.len().to_string(),
    };
    let clients = Message::CompareClients.text(language).to_owned();
    paragraph(&[import.text(language), clients], language)
}
