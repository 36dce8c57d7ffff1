//! Packages of one gateway, and a folder of profiles that were collected from clients.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up fails by panicking"
)]

mod support;

use serde_json::{Value, json};
use support::{Folder, run, stdout};

/// The gateway of the fixtures.
const GUID: &str = "0badcafe-0000-4000-8000-00000000cafe";

/// An older package with one root, a newer one with two, and the profiles of four computers.
fn fleet(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.copy("dates/stamp-2018.zip", "z-old.zip");
    folder.copy("migration/both-roots-everywhere.zip", "a-new.zip");
    folder.copy("twins/azurevpn-aad-g1.xml", "PC1/azurevpnconfig.xml");
    folder.copy("certificates/g1.cer", &format!("PC2/Cm/{GUID}/{GUID}.cer"));
    folder.write(&format!("PC2/Cm/{GUID}/{GUID}.inf"), "[version]\r\n");
    folder.copy("migration/two-in-the-ovpn.ovpn", "PC3/vpnconfig.ovpn");
    folder.write("PC4/azurevpnconfig.xml", "<AzVpnProfile>");
    folder
}

fn report(folder: &Folder) -> Value {
    let text = stdout(&run(&["--json"], folder.path()));
    serde_json::from_str(&text).expect("a report")
}

#[test]
fn packages_are_compared_by_date_and_clients_with_the_newest() {
    let folder = fleet("fleet");
    let report = report(&folder);
    let gateway = &report["gateways"][0];
    assert_eq!(gateway["id"], GUID);
    let packages = gateway["packages"].as_array().expect("packages");
    let names: Vec<&Value> = packages.iter().map(|package| &package["name"]).collect();
    assert_eq!(names, ["z-old.zip", "a-new.zip"]);
    for package in packages {
        let position = package["input"]
            .as_u64()
            .and_then(|at| usize::try_from(at).ok());
        let input = &report["inputs"][position.expect("a position")];
        assert_eq!(input["name"], package["name"]);
    }
    let roots = json!({
        "aspect": "roots",
        "old": ["DigiCert Global Root CA"],
        "new": ["DigiCert Global Root CA", "DigiCert Global Root G2"],
    });
    assert_eq!(gateway["comparisons"][0]["differences"], json!([roots]));
    let states = |gateway: &Value| -> Vec<(String, String)> {
        let clients = gateway["clients"].as_array().expect("clients").iter();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let state = |client: &Value| (text(&client["computer"]), text(&client["state"]));
        clients.map(state).collect()
    };
    let expected = [
        ("PC1", "old-root-only"),
        ("PC2", "old-root-only"),
        ("PC3", "trusts-all"),
    ];
    let expected = expected.map(|(computer, state)| (computer.to_owned(), state.to_owned()));
    assert_eq!(states(gateway), expected);
    let unknown = &report["gateways"][1];
    assert_eq!(unknown["id"], Value::Null);
    assert_eq!(states(unknown), [("PC4".to_owned(), "unknown".to_owned())]);
    assert_eq!(unknown["clients"][0]["reason"], "profile-unreadable");
}

#[test]
fn the_text_says_what_differs_and_which_computers_trust_only_the_old_root() {
    let folder = fleet("fleet-text");
    for (language, expected) in [
        (
            "en",
            [
                "From z-old.zip (1 January 2018) to a-new.zip (20 January 2024)",
                "Root certificates: old: DigiCert Global Root CA · new: DigiCert Global Root CA and DigiCert Global Root G2",
                "Import both on every client. Clients with the old package need the new one before the deadline",
                "Of 3 client profiles, 2 trust only the old root.",
                "PC2 | PC2/Cm/0badcafe-0000-4000-8000-00000000cafe | Trusts only the old root | DigiCert Global Root CA\n",
                "Clients whose gateway isn't known",
            ],
        ),
        (
            "ja",
            [
                "z-old.zip (2018 年 1 月 1 日作成) から a-new.zip (2024 年 1 月 20 日作成) への変更点",
                "ルート証明書: 旧: DigiCert Global Root CA · 新: DigiCert Global Root CA、DigiCert Global Root G2",
                "すべてのクライアントに、両方のルート証明書をインポートしてください。",
                "クライアントのプロファイル 3 件のうち、古いルート証明書だけを信頼しているものは 2 件です。",
                "PC1 | PC1/azurevpnconfig.xml | 古いルート証明書だけを信頼しています | DigiCert Global Root CA\n",
                "ゲートウェイを特定できないクライアント",
            ],
        ),
    ] {
        let text = stdout(&run(&["--lang", language], folder.path()));
        for part in expected {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}
