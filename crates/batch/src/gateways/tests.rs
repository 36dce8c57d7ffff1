use super::*;
use crate::assemble;
use p2s_package::{Authentication, Error, ErrorKind, Package, Timestamp, TunnelType};
use p2s_verdict::{
    Class, Evidence, Finding, FindingCode, Gateway, InputReport, Kind, Options, Origin,
    ReportError, RootToday, Rule, Verdict, judge,
};

const G1: &str = "DigiCert Global Root CA";
const G2: &str = "DigiCert Global Root G2";
const NEXT: &str = "Microsoft TLS RSA Root G2";
const ONE: &str = "4d6a3efa-f651-444a-8783-dad9d8e4e96e";
const TWO: &str = "00000000-f651-444a-8783-dad9d8e4e96e";

fn options() -> Options {
    Options {
        now: Timestamp::parse("2026-11-24T03:00:00Z").unwrap(),
        created: None,
    }
}

/// An input that proves these roots by certificates.
fn input(name: &str, origin: Origin, id: &str, roots: &[&str]) -> InputReport {
    let refused = Package::refused(name, None, Error::whole(ErrorKind::ReadFailed));
    let state = |name: &str| match name {
        G1 => State::Retiring,
        G2 | NEXT => State::Current,
        _ => State::SelfSigned,
    };
    let evidence = |name: &&str| Evidence {
        place: "Generic/VpnSettings.xml".to_owned(),
        item: "CaCert".to_owned(),
        kind: Kind::Certificate,
        class: match state(name) {
            State::SelfSigned => Class::Own,
            _ => Class::Public,
        },
        counted: true,
        value: String::new(),
        subject: None,
        issuer: None,
        serial: None,
        sha1: None,
        sha256: None,
        not_before: None,
        not_after: None,
        root: Some((*name).to_owned()),
        reason: None,
    };
    InputReport {
        verdict: Verdict::NotAffected,
        rule: Rule::AllPublic,
        origin,
        gateway: Gateway {
            id: Some(id.to_owned()),
            ..Gateway::default()
        },
        root_today: RootToday {
            state: State::Ready,
            roots: roots
                .iter()
                .map(|name| RootState {
                    name: (*name).to_owned(),
                    state: state(name),
                })
                .collect(),
        },
        evidence: roots.iter().map(evidence).collect(),
        error: None,
        ..judge(&refused, &options())
    }
}

fn package(name: &str, day: &str, roots: &[&str]) -> InputReport {
    InputReport {
        packaged: Timestamp::parse(&format!("{day}T00:00:00Z")),
        ..input(name, Origin::Package, ONE, roots)
    }
}

fn client(name: &str, roots: &[&str]) -> InputReport {
    input(name, Origin::Client, ONE, roots)
}

fn with_finding(mut input: InputReport, code: FindingCode) -> InputReport {
    input.findings.push(Finding { code, place: None });
    input
}

fn unreadable(mut input: InputReport) -> InputReport {
    input.verdict = Verdict::Undetermined;
    input.rule = Rule::PartUnreadable;
    input.error = Some(ReportError {
        code: ErrorKind::XmlBroken,
        place: None,
    });
    input
}

fn gateways(inputs: Vec<InputReport>) -> Vec<GatewayReport> {
    assemble(inputs, &options(), 0).gateways
}

fn names(packages: &[PackageRef]) -> Vec<&str> {
    packages.iter().map(|one| one.name.as_str()).collect()
}

/// The state of a client beside these packages.
fn state(client: InputReport, packages: Vec<InputReport>) -> (ClientState, Option<ClientReason>) {
    let mut inputs = packages;
    inputs.push(client);
    // So that the client isn't alone.
    inputs.push(input("x", Origin::Package, TWO, &[G2]));
    let gateways = gateways(inputs);
    let clients: Vec<&Client> = gateways.iter().flat_map(|one| &one.clients).collect();
    let [client] = clients.as_slice() else {
        panic!("{} clients", clients.len());
    };
    (client.state, client.reason)
}

#[test]
fn packages_are_compared_oldest_to_newest_whatever_their_names() {
    let inputs = vec![
        package("b", "2024-01-20", &[G1]),
        package("a", "2026-10-01", &[G1, G2]),
        package("c", "2025-01-01", &[G1]),
    ];
    let gateways = gateways(inputs);
    let [gateway] = gateways.as_slice() else {
        panic!("{} gateways", gateways.len());
    };
    assert_eq!(gateway.id.as_deref(), Some(ONE));
    assert_eq!(names(&gateway.packages), ["b", "c", "a"]);
    let positions: Vec<u64> = gateway.packages.iter().map(|one| one.input).collect();
    assert_eq!(positions, [1, 2, 0]);
    let [same, changed] = gateway.comparisons.as_slice() else {
        panic!("{} comparisons", gateway.comparisons.len());
    };
    assert_eq!((same.old, same.new), (0, 1));
    assert_eq!(same.differences, []);
    assert_eq!((changed.old, changed.new), (1, 2));
    let expected = Difference {
        aspect: Aspect::Roots,
        old: vec![G1.to_owned()],
        new: vec![G1.to_owned(), G2.to_owned()],
    };
    assert_eq!(changed.differences, [expected]);
}

#[test]
fn every_aspect_is_compared_and_what_one_package_does_not_show_is_unknown() {
    let mut old = package("old", "2024-01-20", &[G2]);
    old.gateway.server = Some("Old.vpn.azure.com".to_owned());
    old.gateway.address_pool = Some("172.16.0.0/24".to_owned());
    old.gateway.authentication = vec![Authentication::Certificate];
    old.gateway.tunnel_types = vec![TunnelType::IkeV2];
    let mut new = old.clone();
    new.name = "new".to_owned();
    new.packaged = options().now.into();
    let differences = |new: InputReport| {
        let gateways = gateways(vec![old.clone(), new]);
        let comparison = gateways[0].comparisons[0].clone();
        let aspects = comparison.differences.iter().map(|one| one.aspect);
        (aspects.collect::<Vec<_>>(), comparison.unknown)
    };
    assert_eq!(differences(new.clone()), (vec![], vec![]));
    let mut other = new.clone();
    other.gateway.server = Some("OLD.VPN.AZURE.COM".to_owned());
    assert_eq!(differences(other.clone()), (vec![], vec![]));
    other.gateway.address_pool = Some("10.0.0.0/24".to_owned());
    other.gateway.authentication = vec![Authentication::EapMschapV2];
    other.gateway.tunnel_types.push(TunnelType::OpenVpn);
    let expected = [
        Aspect::Addresses,
        Aspect::Authentication,
        Aspect::TunnelTypes,
    ];
    assert_eq!(differences(other), (expected.to_vec(), vec![]));
    let mut silent = new.clone();
    silent.gateway.authentication.clear();
    silent.root_today.roots[0].state = State::Unknown;
    silent.gateway.address_pool = Some("1".repeat(1_000));
    let mut without_pool = silent.clone();
    without_pool.gateway.address_pool = None;
    assert_eq!(differences(without_pool), differences(silent.clone()));
    for state in [State::PublicUnlisted, State::Unknown] {
        let mut other = new.clone();
        other.root_today.roots[0].state = state;
        assert_eq!(
            differences(other),
            (vec![], vec![Aspect::Roots]),
            "never known as the same"
        );
    }
    let unknown = [Aspect::Roots, Aspect::Addresses, Aspect::Authentication];
    assert_eq!(differences(silent), (vec![], unknown.to_vec()));
}

#[test]
fn only_certain_and_different_dates_order_packages() {
    let rezipped = with_finding(
        package("rezipped", "2026-11-01", &[G2]),
        FindingCode::Rezipped,
    );
    let inputs = vec![
        package("a", "2024-01-20", &[G1]),
        package("again", "2024-01-20", &[G1]),
        package("b", "2025-01-01", &[G1]),
        package("c", "2025-01-01", &[G2]),
        package("d", "2026-01-01", &[G2]),
        input("none", Origin::Package, ONE, &[G2]),
        rezipped,
        unreadable(package("broken", "2026-02-01", &[])),
    ];
    let gateways = gateways(inputs);
    let [gateway] = gateways.as_slice() else {
        panic!("{} gateways", gateways.len());
    };
    assert_eq!(names(&gateway.packages), ["a", "again", "d"]);
    let unordered = ["none", "rezipped", "b", "c", "broken"];
    assert_eq!(names(&gateway.unordered), unordered);
    let compared: Vec<(u64, u64)> = gateway
        .comparisons
        .iter()
        .map(|one| (one.old, one.new))
        .collect();
    assert_eq!(compared, [(0, 2)], "the same package twice is one");
}

#[test]
fn the_name_of_the_network_or_an_address_identifies_no_gateway() {
    let named = |id: Option<&str>, server: Option<&str>| {
        let mut input = package("x", "2024-01-20", &[G1]);
        input.gateway = Gateway {
            id: id.map(str::to_owned),
            server: server.map(str::to_owned),
            vnet: Some("HQ".to_owned()),
            ..Gateway::default()
        };
        input
    };
    let count = |one: InputReport, other: InputReport| gateways(vec![one, other]).len();
    assert_eq!(count(named(None, None), named(None, None)), 0);
    assert_eq!(count(named(Some(ONE), None), named(Some(TWO), None)), 0);
    let address = || named(None, Some("52.1.2.3"));
    assert_eq!(count(address(), address()), 0);
    let host = |host| named(None, Some(host));
    assert_eq!(count(host("vpn.example.com"), host("VPN.example.com")), 1);
    assert_eq!(
        count(host("a\u{1b}.example.com"), host("a\u{1b}.example.com")),
        0
    );
    // In Virtual WAN, packages have a GUID, and profiles don't.
    let hub = "hub0.5x6w19hufewneqh47on36x0q.vpn.azure.com";
    assert_eq!(
        count(named(Some(ONE), Some(hub)), named(None, Some(hub))),
        1
    );
    let mut two = named(Some(ONE), None);
    two.rule = Rule::TwoGateways;
    assert_eq!(count(two.clone(), two), 0);
}

#[test]
fn a_client_trusts_only_the_old_root_by_positive_evidence() {
    use ClientState::{LacksRoot, OldRootOnly, TrustsAll};
    let migrated = || vec![package("p", "2026-10-01", &[G1, G2])];
    let next = || {
        let old = package("old", "2026-10-01", &[G2]);
        vec![old, package("p", "2026-11-01", &[G2, NEXT])]
    };
    for (roots, packages, expected) in [
        (&[G1] as &[_], migrated(), OldRootOnly),
        (&["own"], migrated(), OldRootOnly),
        (&[G1, G2], migrated(), TrustsAll),
        (&[G1, G2, NEXT], migrated(), TrustsAll),
        // It trusts the new one.
        (&[G2], migrated(), LacksRoot),
        // That the root is old follows only from the older package.
        (&[G2], next(), OldRootOnly),
        (&[G2], next().split_off(1), LacksRoot),
        (&[NEXT], next(), LacksRoot),
        // The profile is newer than the package.
        (&[G2], vec![package("p", "2020-01-01", &[G1])], LacksRoot),
        (&["own"], vec![package("p", "2020-01-01", &[G1])], LacksRoot),
        (&[G1], vec![package("p", "2020-01-01", &[G1])], TrustsAll),
    ] {
        let found = state(client("PC1/azurevpnconfig.xml", roots), packages);
        assert_eq!(found, (expected, None), "{roots:?}");
    }
}

#[test]
fn what_is_not_certain_is_unknown_with_its_reason() {
    use ClientReason::{
        NoGateway, NoPackage, NotPinned, PackageUncertain, ProfileUncertain, ProfileUnreadable,
    };
    let old = || client("PC1/azurevpnconfig.xml", &[G1]);
    let new = || package("p", "2026-10-01", &[G1, G2]);
    let mut by_name = old();
    by_name.evidence[0].kind = Kind::Name;
    let mut unknown = old();
    unknown.root_today.roots[0].state = State::Unknown;
    let mut no_gateway = old();
    no_gateway.gateway = Gateway::default();
    let mut undetermined = new();
    undetermined.verdict = Verdict::Undetermined;
    let undated = InputReport {
        packaged: None,
        ..new()
    };
    let same_date = package("q", "2026-10-01", &[G1]);
    let own = package("p", "2018-10-01", &["own"]);
    for (client, packages, expected) in [
        (unreadable(old()), vec![new()], ProfileUnreadable),
        (by_name, vec![new()], ProfileUncertain),
        (unknown, vec![new()], ProfileUncertain),
        (
            with_finding(client("PC1", &[G1, G2]), FindingCode::RootsDiffer),
            vec![new()],
            ProfileUncertain,
        ),
        (no_gateway, vec![new()], NoGateway),
        (
            with_finding(old(), FindingCode::PinnedRootOff),
            vec![new()],
            NotPinned,
        ),
        (old(), vec![], NoPackage),
        (old(), vec![undated], NoPackage),
        (old(), vec![undetermined], PackageUncertain),
        (old(), vec![unreadable(new())], PackageUncertain),
        (old(), vec![new(), same_date], PackageUncertain),
        (old(), vec![own], PackageUncertain),
    ] {
        let name = client.name.clone();
        let found = state(client, packages);
        assert_eq!(found, (ClientState::Unknown, Some(expected)), "{name}");
    }
}

#[test]
fn clients_are_grouped_by_gateway_and_listed_by_computer() {
    let inputs = vec![
        client("PC2/azurevpnconfig.xml", &[G1]),
        client("PC1/azurevpnconfig.xml", &[G1]),
        input("PC1/Cm/x", Origin::Client, TWO, &[G1]),
        unreadable(input("PC3/azurevpnconfig.xml", Origin::Client, "", &[])),
        package("new.zip", "2026-10-01", &[G1, G2]),
    ];
    let mut inputs = inputs;
    inputs[3].gateway = Gateway::default();
    let gateways = gateways(inputs);
    let found: Vec<(Option<&str>, Vec<&str>)> = gateways
        .iter()
        .map(|gateway| {
            let clients = gateway.clients.iter();
            let computers = clients.map(|client| client.computer.as_str());
            (gateway.id.as_deref(), computers.collect())
        })
        .collect();
    let expected = [
        (Some(TWO), vec!["PC1"]),
        (Some(ONE), vec!["PC1", "PC2"]),
        (None, vec!["PC3"]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn one_input_is_compared_with_nothing() {
    assert_eq!(gateways(vec![client("azurevpnconfig.xml", &[G1])]), []);
}

#[test]
fn ten_thousand_inputs_are_small_and_each_is_compared_once() {
    let inputs = (0..10_000).map(|number| {
        let day = Timestamp::from_unix(1_700_000_000_i64 + i64::from(number)).unwrap();
        let roots: &[&str] = if number % 2 == 0 { &[G1] } else { &[G1, G2] };
        match number % 4 {
            3 => client(&format!("PC{number:05}/azurevpnconfig.xml"), roots),
            _ => InputReport {
                packaged: Some(day),
                ..package(&format!("{number:05}.zip"), "2024-01-20", roots)
            },
        }
    });
    let gateways = gateways(inputs.collect());
    assert_eq!(gateways[0].comparisons.len(), 7_499);
    assert_eq!(gateways[0].clients.len(), 2_500);
}

#[test]
fn the_facts_of_an_input_stay_below_a_kibibyte() {
    let mut input = package("vpn.zip", "2024-01-20", &[G1, G2]);
    input.gateway.server = Some(format!("azuregateway-{ONE}-9660b1857a0d.vpn.azure.com"));
    input.gateway.address_pool = Some("1".repeat(100_000));
    input.gateway.tunnel_types = TunnelType::ALL.to_vec();
    input.gateway.authentication = Authentication::ALL.to_vec();
    let facts = GatewayFacts::new(&input).unwrap();
    // Each shared slice has two counters beside its elements.
    const COUNTERS: usize = 2 * size_of::<usize>();
    let text = |text: &String| text.capacity() + size_of::<String>();
    let values: usize = facts
        .values
        .iter()
        .flatten()
        .map(|values| COUNTERS + values.iter().map(text).sum::<usize>())
        .sum();
    let root = |root: &RootState| root.name.capacity() + size_of::<RootState>();
    let roots = facts
        .roots
        .as_ref()
        .map_or(0, |roots| COUNTERS + roots.iter().map(root).sum::<usize>());
    let size = size_of::<GatewayFacts>() + facts.name.capacity() + ONE.len() + values + roots;
    assert!(size < 1_024, "{size} bytes");
}
