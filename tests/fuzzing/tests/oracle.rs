//! The oracle panics if a package isn't issued by a public root.

use p2s_fuzzing::oracle;
use p2s_package::{Limits, Package, open};
use std::io::Cursor;
use std::panic::catch_unwind;

fn packages(path: &str) -> Vec<Package> {
    let cases = p2s_fixtures::cases();
    let case = cases.into_iter().find(|case| case.path == path);
    let bytes = case.expect("the fixture").bytes;
    let name = path.rsplit('/').next().unwrap_or(path);
    open(name, &mut Cursor::new(bytes), &Limits::default())
}

fn agrees(path: &str) -> bool {
    catch_unwind(|| packages(path).iter().for_each(oracle::check)).is_ok()
}

#[test]
fn public_packages_pass() {
    for path in [
        "public/g2.zip",
        "public/names-only.xml",
        "public/intermediate-2020.xml",
        "documents/whole.zip",
        "documents/azurevpn-g2.xml",
        "certificates/g1.cer",
        "renamed/another-companys-beside.zip",
        "renamed/placeholder.ovpn",
    ] {
        assert!(agrees(path), "{path}");
    }
}

#[test]
fn packages_with_other_certificates_fail() {
    for path in [
        "own/singular.zip",
        "own/names-only.xml",
        "certificates/lookalike.cer",
        "disagree/public-and-own.xml",
        "disagree/own-file-beside-public-xml.zip",
        "disagree/root-name-alone.xml",
        "disagree/no-evidence.xml",
        "documents/azurevpn-unknown.xml",
        "documents/ovpn-own-beside-public.zip",
        "zip/b1-twice.zip",
        "renamed/another-companys.ovpn",
        "renamed/not-public-at-the-usual-place.zip",
        "renamed/gateway-by-its-certificate.ovpn",
    ] {
        assert!(!agrees(path), "{path}");
    }
}
