//! Folders as a user gives them.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up fails by panicking"
)]

mod support;

use std::fs;
use support::{Folder, code, run, stderr, stdout};

/// A folder with an unpacked package, a zip and a text.
fn mixed(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.copy("xml/lf.xml", "vpn/Generic/VpnSettings.xml");
    folder.copy("certificates/g2.cer_0", "vpn/Generic/VpnServerRoot.cer_0");
    folder.copy("own/singular.zip", "old.zip");
    folder.write("notes.txt", "notes");
    folder
}

#[test]
fn a_folder_gives_unpacked_packages_and_files_and_counts_the_rest() {
    let folder = mixed("mixed");
    let output = run(&["--json"], folder.path());
    let text = stdout(&output);
    assert_eq!(code(&output), Some(1), "{text}");
    for part in [
        "\"name\": \"old.zip\"",
        "\"name\": \"vpn\"",
        "\"skipped\": 1",
        "\"not_affected\": 1",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn an_unpacked_package_has_the_name_of_its_folder() {
    let folder = mixed("named");
    for (path, name) in [
        ("vpn", "vpn"),
        ("vpn/Generic", "Generic"),
        ("vpn/.", "vpn"),
        ("vpn/Generic/..", "vpn"),
    ] {
        let output = run(&["--json"], &folder.path().join(path));
        let text = stdout(&output);
        assert!(
            text.contains(&format!("\"name\": \"{name}\"")),
            "{path}: {text}"
        );
        assert!(text.contains("\"size\": null"), "{path}: {text}");
        assert_eq!(code(&output), Some(0), "{path}");
    }
}

#[test]
fn an_empty_folder_exits_2_and_says_that_nothing_was_found() {
    let folder = Folder::new("empty");
    let output = run(&[], folder.path());
    assert_eq!(code(&output), Some(2));
    assert!(stderr(&output).contains("Nothing was found to check"));
}

#[test]
fn a_folder_of_other_files_exits_2_and_counts_them() {
    let folder = Folder::new("others");
    folder.write("notes.txt", "notes");
    folder.write("photos/a.png", b"\x89PNG\r\n\x1a\n");
    let output = run(&["--json"], folder.path());
    assert_eq!(code(&output), Some(2));
    assert!(stdout(&output).contains("\"skipped\": 2"));
}

#[test]
fn a_part_of_a_package_is_an_input_even_if_it_is_empty() {
    let folder = Folder::new("part");
    folder.write("VpnSettings.xml", "");
    folder.copy("public/g2.zip", "good.zip");
    let output = run(&["--json"], folder.path());
    let text = stdout(&output);
    assert_eq!(code(&output), Some(2), "{text}");
    assert!(
        text.contains("\"undetermined\": 1") && text.contains("\"skipped\": 0"),
        "{text}"
    );
}

#[test]
fn inputs_are_sorted_by_the_bytes_of_their_names() {
    let folder = Folder::new("order");
    for name in ["b.zip", "a/x.zip", "B.zip", "a.zip"] {
        folder.copy("public/g2.zip", name);
    }
    let text = stdout(&run(&["--json"], folder.path()));
    assert_eq!(names(&text), ["B.zip", "a.zip", "a/x.zip", "b.zip"]);
}

/// The names of the inputs in a report.
fn names(text: &str) -> Vec<&str> {
    let names = text
        .lines()
        .filter_map(|line| line.strip_prefix("      \"name\": \""));
    names.filter_map(|line| line.strip_suffix("\",")).collect()
}

#[test]
fn a_package_in_a_zip_stands_after_files_whose_names_come_between() {
    let folder = Folder::new("order-of-nested");
    folder.copy("several/two-gateways.zip", "a.zip");
    // More than are read before the first is written.
    for number in 0..100 {
        folder.copy("public/g2.zip", &format!("a.zip-{number:03}.zip"));
    }
    folder.copy("public/g2.zip", "a.zip0.zip");
    let text = stdout(&run(&["--json"], folder.path()));
    let names = names(&text);
    assert!(names.is_sorted(), "{names:?}");
    let nested: Vec<&str> = names
        .iter()
        .copied()
        .filter(|name| name.starts_with("a.zip/"))
        .collect();
    assert!(nested.len() > 1, "{names:?}");
    assert_eq!(names.last(), Some(&"a.zip0.zip"));
    assert_eq!(names.len(), 101 + nested.len());
}

#[test]
fn a_folder_too_deep_is_refused() {
    let folder = Folder::new("deep");
    let deep = "d/".repeat(40);
    folder.copy("public/g2.zip", &format!("{deep}vpn.zip"));
    let output = run(&["--json"], folder.path());
    assert_eq!(code(&output), Some(2));
    assert!(stdout(&output).contains("limit-folder"));
}

#[test]
fn a_folder_as_deep_as_the_limit_is_searched() {
    let folder = Folder::new("as-deep");
    let deep = "d/".repeat(32);
    folder.copy("public/g2.zip", &format!("{deep}vpn.zip"));
    let output = run(&["--json"], folder.path());
    assert_eq!(code(&output), Some(0));
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_not_in_a_circle() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new("links");
    let elsewhere = Folder::new("elsewhere");
    let good = elsewhere.copy("public/g2.zip", "good.zip");
    symlink(good, folder.path().join("linked.zip")).expect("a link");
    symlink(folder.path(), folder.path().join("round")).expect("a link");
    symlink(elsewhere.path(), folder.path().join("away")).expect("a link");
    let output = run(&["--json"], folder.path());
    let text = stdout(&output);
    assert_eq!(code(&output), Some(0), "{text}");
    assert!(
        text.contains("\"name\": \"linked.zip\"") && text.contains("\"name\": \"away/good.zip\""),
        "{text}"
    );
    assert_eq!(
        text.matches("\"name\": \"linked.zip\",\n      \"size\"")
            .count(),
        1,
        "{text}"
    );
    assert!(!text.contains("round"), "{text}");
}

#[cfg(unix)]
#[test]
fn a_vendors_folder_that_is_a_link_belongs_to_its_package() {
    let folder = Folder::new("linked-folder");
    let elsewhere = Folder::new("linked-generic");
    folder.copy("documents/ovpn-g2.ovpn", "OpenVPN/vpnconfig.ovpn");
    elsewhere.copy("own/plural.xml", "VpnSettings.xml");
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("Generic")).expect("a link");
    let output = run(&["--json"], folder.path());
    let text = stdout(&output);
    assert_eq!(code(&output), Some(2), "{text}");
    assert!(text.contains("\"rule\": \"mixed\""), "{text}");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_in_a_folder_is_an_input_with_its_error() {
    let folder = Folder::new("dangling");
    folder.copy("public/g2.zip", "good.zip");
    let nowhere = folder.path().join("nowhere");
    std::os::unix::fs::symlink(nowhere, folder.path().join("gone.zip")).expect("a link");
    let output = run(&["--json"], folder.path());
    let text = stdout(&output);
    assert_eq!(code(&output), Some(2), "{text}");
    assert!(
        text.contains("\"name\": \"gone.zip\"") && text.contains("read-failed"),
        "{text}"
    );
    assert!(stderr(&output).contains("gone.zip: "));
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_listed_is_an_input_with_its_error() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("closed");
    folder.copy("public/g2.zip", "good.zip");
    let closed = folder.path().join("closed");
    fs::create_dir_all(&closed).expect("a folder");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("closed");
    let listable = fs::read_dir(&closed).is_ok();
    let output = run(&["--json"], folder.path());
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).expect("opened");
    // Root can list it anyway.
    let expected = if listable { 0 } else { 2 };
    assert_eq!(code(&output), Some(expected));
    assert_eq!(stdout(&output).contains("read-failed"), !listable);
}

/// Name and rule of each input, in the report's order.
fn inputs(text: &str) -> Vec<(String, String)> {
    let field = |name: &str| -> Vec<String> {
        let start = format!("      \"{name}\": \"");
        text.lines()
            .filter_map(|line| line.strip_prefix(&start))
            .map(|rest| rest.trim_end_matches("\",").to_owned())
            .collect()
    };
    let (names, rules) = (field("name"), field("rule"));
    assert_eq!(names.len(), rules.len(), "{text}");
    names.into_iter().zip(rules).collect()
}

fn inputs_of(folder: &Folder, path: &str) -> Vec<(String, String)> {
    inputs(&stdout(&run(&["--json"], &folder.path().join(path))))
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(name, rule)| ((*name).to_owned(), (*rule).to_owned()))
        .collect()
}

/// Unpacks a fixture's zip into a folder.
fn unpack(folder: &Folder, fixture_path: &str, below: &str) {
    let bytes = fs::read(support::fixture(fixture_path)).expect("a fixture");
    for (name, content) in p2s_fixtures::entries(&bytes) {
        folder.write(&format!("{below}/{}", name.replace('\\', "/")), content);
    }
}

#[test]
fn an_unpacked_package_with_its_programs_is_answered_like_the_zip() {
    for (zip, rule) in [
        ("programs/zip-agrees.zip", "all-public"),
        ("programs/zip-own-agrees.zip", "own-ca"),
        ("programs/zip-disagrees.zip", "mixed"),
        ("programs/zip-another-gateway.zip", "two-gateways"),
        ("programs/zip-truncated-program.zip", "part-unreadable"),
        ("programs/zip-git-lfs-pointer.zip", "all-public"),
        ("documents/whole.zip", "all-public"),
        ("documents/virtual-wan-hub.zip", "all-public"),
        ("documents/never-radius-public.zip", "own-ca"),
    ] {
        let folder = Folder::new("like-the-zip");
        unpack(&folder, zip, "vpn");
        assert_eq!(inputs_of(&folder, "vpn"), pairs(&[("vpn", rule)]), "{zip}");
        assert_eq!(inputs_of(&folder, ""), pairs(&[("vpn", rule)]), "{zip}");
    }
}

#[test]
fn an_installed_profile_answers_for_its_client() {
    let guid = "0badcafe-0000-4000-8000-00000000cafe";
    for (zip, rule) in [
        ("programs/installed.zip", "all-public"),
        ("programs/installed-own.zip", "own-ca"),
    ] {
        let folder = Folder::new("installed");
        unpack(&folder, zip, "Connections");
        // The folder of the profile, and the folder that contains the profiles of all gateways.
        let own = format!("Connections/Cm/{guid}");
        assert_eq!(inputs_of(&folder, &own), pairs(&[(guid, rule)]), "{zip}");
        assert_eq!(
            inputs_of(&folder, "Connections/Cm"),
            pairs(&[(guid, rule)]),
            "{zip}"
        );
    }
}

#[test]
fn profiles_of_several_gateways_are_inputs_each() {
    let folder = Folder::new("profiles");
    unpack(&folder, "programs/installed.zip", "a");
    unpack(&folder, "programs/installed-own.zip", "b");
    let guid = "0badcafe-0000-4000-8000-00000000cafe";
    let expected = [
        (format!("a/Cm/{guid}"), "all-public".to_owned()),
        (format!("b/Cm/{guid}"), "own-ca".to_owned()),
    ];
    assert_eq!(inputs_of(&folder, ""), expected);
}

#[test]
fn loose_parts_are_inputs_each() {
    let folder = Folder::new("loose");
    folder.copy("xml/lf.xml", "VpnSettings.xml");
    folder.copy("programs/own.exe", "VpnClientSetupAmd64.exe");
    folder.copy("programs/g2.cab", "vpn.cab");
    folder.copy("documents/azurevpn-g2.xml", "azurevpnconfig.xml");
    folder.copy("documents/ovpn-own.ovpn", "vpnconfig.ovpn");
    folder.copy("documents/script-g2.ps1", "VpnProfileSetup.ps1");
    folder.copy("certificates/g2.cer_0", "VpnServerRoot.cer_0");
    folder.copy("programs/nsis.exe", "other.exe");
    let expected = pairs(&[
        ("VpnClientSetupAmd64.exe", "own-ca"),
        ("VpnProfileSetup.ps1", "all-public"),
        ("VpnServerRoot.cer_0", "all-public"),
        ("VpnSettings.xml", "all-public"),
        ("azurevpnconfig.xml", "all-public"),
        ("vpn.cab", "all-public"),
        ("vpnconfig.ovpn", "own-ca"),
    ]);
    assert_eq!(inputs_of(&folder, ""), expected);
}

#[test]
fn a_package_beside_an_unpacked_one_is_an_input_of_its_own() {
    let folder = Folder::new("beside");
    unpack(&folder, "documents/whole.zip", "vpn");
    folder.copy("own/plural.zip", "vpn/old.zip");
    folder.copy("certificates/client-root.cer", "vpn/MyRoot.cer");
    let text = stdout(&run(&["--json"], folder.path()));
    let expected = pairs(&[("vpn", "all-public"), ("vpn/old.zip", "own-ca")]);
    assert_eq!(inputs(&text), expected, "{text}");
}
