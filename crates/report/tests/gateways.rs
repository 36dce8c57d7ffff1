//! The words about the packages and clients of a gateway.

#![allow(
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

mod support;

use p2s_report::{
    Language, client_table, client_words, clients_csv, comparison_words, text_gateways,
    unordered_words,
};
use p2s_verdict::{
    Aspect, Client, ClientReason, ClientState, Comparison, Difference, GatewayReport, PackageRef,
    State,
};

const G1: &str = "DigiCert Global Root CA";
const G2: &str = "DigiCert Global Root G2";

fn package(name: &str, root_today: State) -> PackageRef {
    PackageRef {
        input: 0,
        name: name.to_owned(),
        packaged: Some(support::now()),
        root_today,
    }
}

fn client(computer: &str, state: ClientState, reason: Option<ClientReason>) -> Client {
    Client {
        input: 0,
        name: format!("{computer}/azurevpnconfig.xml"),
        computer: computer.to_owned(),
        state,
        reason,
        roots: vec![G1.to_owned()],
    }
}

/// Two packages with these roots; the newer one's are in this state together.
fn compared(old: &[&str], new: &[&str], state: State) -> GatewayReport {
    let roots = |roots: &[&str]| roots.iter().map(|root| (*root).to_owned()).collect();
    GatewayReport {
        id: Some("gateway".to_owned()),
        packages: vec![
            package("old.zip", State::Retiring),
            package("new.zip", state),
        ],
        unordered: Vec::new(),
        comparisons: vec![Comparison {
            old: 0,
            new: 1,
            differences: vec![Difference {
                aspect: Aspect::Roots,
                old: roots(old),
                new: roots(new),
            }],
            unknown: Vec::new(),
        }],
        clients: Vec::new(),
    }
}

fn lines(gateway: &GatewayReport) -> Vec<String> {
    let comparisons = comparison_words(gateway, Language::En);
    comparisons.into_iter().flat_map(|one| one.lines).collect()
}

#[test]
fn only_new_roots_that_are_good_are_to_be_imported() {
    let advises = |old: &[&str], new: &[&str], state| {
        let lines = lines(&compared(old, new, state));
        assert!(
            lines
                .first()
                .expect("a line")
                .starts_with("Root certificates: old: ")
        );
        lines.get(1).is_some_and(|line| line.contains("Import"))
    };
    assert!(advises(&[G1], &[G1, G2], State::Ready));
    assert!(advises(&[G1], &[G2], State::Current));
    assert!(!advises(&[G1, G2], &[G2], State::Current), "nothing is new");
    for state in [
        State::Retiring,
        State::Expired,
        State::SelfSigned,
        State::PublicUnlisted,
        State::Unknown,
    ] {
        assert!(!advises(&[G1], &[G1, G2], state), "{}", state.code());
    }
}

#[test]
fn no_difference_is_claimed_only_if_everything_was_compared() {
    let mut same = compared(&[], &[], State::Current);
    same.comparisons[0].differences.clear();
    assert!(lines(&same).concat().starts_with("No differences"));
    same.comparisons[0].unknown.push(Aspect::Roots);
    assert_eq!(
        lines(&same),
        ["Not compared, because a package doesn't show it with certainty: Root certificates."]
    );
}

#[test]
fn codes_are_shown_in_words() {
    let mut gateway = compared(&[G1], &[G1], State::Retiring);
    let difference = |aspect, old: &str, new: &str| Difference {
        aspect,
        old: vec![old.to_owned()],
        new: vec![new.to_owned()],
    };
    gateway.comparisons[0].differences = vec![
        difference(Aspect::Authentication, "certificate", "eap-mschapv2"),
        difference(Aspect::TunnelTypes, "sstp", "ikev2"),
    ];
    assert_eq!(
        lines(&gateway),
        [
            "Authentication type: old: Azure certificate · new: RADIUS with passwords (EAP-MSCHAPv2)",
            "Tunnel type: old: SSTP (SSL) · new: IKEv2",
        ]
    );
}

#[test]
fn clients_are_counted_by_what_they_trust_and_what_is_unknown_is_said() {
    let mut gateway = compared(&[G1], &[G1, G2], State::Ready);
    assert_eq!(client_words(&gateway, Language::En), "");
    gateway.clients = vec![
        client("PC1", ClientState::OldRootOnly, None),
        client("PC2", ClientState::LacksRoot, None),
        client("PC3", ClientState::Unknown, Some(ClientReason::NotPinned)),
        client("PC4", ClientState::TrustsAll, None),
    ];
    let counts = "Of 4 client profiles, 1 trusts only the old root. Install the newest package on \
                  these computers before the deadline in your notification. 1 lacks a root of the \
                  newest package. 1 can't be determined.";
    assert_eq!(client_words(&gateway, Language::En), counts);
    gateway.packages[1].root_today = State::Retiring;
    assert!(client_words(&gateway, Language::En).ends_with("download it again."));
    let table = client_table(std::slice::from_ref(&gateway), Language::En);
    let computers: Vec<&str> = table.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(computers, ["PC1", "PC2", "PC3", "PC4"]);
    for (row, client) in table.iter().zip(&gateway.clients) {
        assert_eq!(row[5].is_empty(), client.reason.is_none());
    }
}

#[test]
fn no_words_call_a_client_fine() {
    let mut gateway = compared(&[G1], &[G1], State::Retiring);
    gateway.clients = vec![client("PC1", ClientState::TrustsAll, None)];
    let text = text_gateways(std::slice::from_ref(&gateway), Language::En).to_lowercase();
    for word in ["not affected", "fine", "nothing to do", "ready"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn packages_that_are_not_ordered_are_named() {
    let mut gateway = compared(&[G1], &[G1], State::Retiring);
    assert_eq!(unordered_words(&gateway, Language::En), "");
    gateway.unordered = vec![
        package("a.zip", State::Current),
        package("b.zip", State::Current),
    ];
    assert_eq!(
        unordered_words(&gateway, Language::En),
        "Not compared, because their date or content isn't certain: a.zip and b.zip."
    );
}

#[test]
fn the_table_of_clients_is_csv_with_a_row_for_each() {
    let mut gateway = compared(&[G1], &[G1, G2], State::Ready);
    gateway.clients = vec![client("=PC1", ClientState::OldRootOnly, None)];
    let csv = clients_csv(&[gateway], Language::En);
    let expected = "\u{feff}\"Computer\",\"Profile\",\"Gateway\",\"Root certificates compared with the \
                    newest package\",\"Root certificates\",\"Reason\"\r\n\"'=PC1\",\
                    \"'=PC1/azurevpnconfig.xml\",\"gateway\",\"Trusts only the old root\",\
                    \"DigiCert Global Root CA\",\"\"\r\n";
    assert_eq!(csv, expected);
}
