//! Packages of a root certificate migration, the roots that can occur in one, and the dates of packages.

use crate::Case;
use crate::der::Certificate;
use crate::own::{long_lived, own_ca, own_name, package};
use crate::parts::*;
use crate::programs;
use crate::zip::{Archive, Entry};

const MICROSOFT_TLS_NAME: &str = "Microsoft TLS RSA Root G2";
const MICROSOFT_RSA_NAME: &str = "Microsoft RSA Root Certificate Authority 2017";
const D_TRUST_NAME: &str = "D-TRUST Root Class 3 CA 2 2009";
const BALTIMORE_NAME: &str = "Baltimore CyberTrust Root";

pub fn cases() -> Vec<Case> {
    let mut cases = everywhere();
    cases.extend(one_form());
    cases.extend(each_root());
    cases.extend(next_root());
    cases.extend(lists());
    cases.extend(unknown_roots());
    cases.extend(no_second_root());
    cases.extend(dates());
    cases
}

fn case(name: &str, condition: &str, rule: &'static str, today: &'static str) -> Case {
    Case::new(&format!("migration/{name}"), condition, rule, today)
}

fn ready(name: &str, condition: &str) -> Case {
    case(name, condition, "all-public", "ready")
}

/// Returns a VpnSettings.xml with these certificates and names.
fn settings(certificates: &[&[u8]], names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    Settings {
        roots: names.clone(),
        issuers: names,
        ..Settings::new(Schema::Plural, certificates, "")
    }
    .xml()
}

/// Returns a package with VpnSettings.xml and the files VpnServerRoot.cer_N of the same certificates.
fn native(certificates: &[&[u8]], names: &[&str]) -> Archive {
    let mut entries = vec![Entry::new(
        "Generic\\VpnSettings.xml",
        settings(certificates, names),
    )];
    entries.extend(
        certificates
            .iter()
            .enumerate()
            .map(|(number, der)| Entry::new(&format!("Generic\\VpnServerRoot.cer_{number}"), *der)),
    );
    Archive::of(entries)
}

fn with(mut archive: Archive, entries: impl IntoIterator<Item = Entry>) -> Archive {
    archive.entries.extend(entries);
    archive
}

/// Returns an azurevpnconfig.xml with a hash for each of these certificates.
fn azure(certificates: &[&[u8]]) -> String {
    let hashes: Vec<String> = certificates.iter().map(|der| sha1_hex(der)).collect();
    azure_vpn(
        &server(GUID),
        "Cert",
        &hashes.join("</hash>\r\n      <hash>"),
    )
}

fn azure_entry(certificates: &[&[u8]]) -> Entry {
    Entry::new("AzureVPN\\azurevpnconfig.xml", azure(certificates))
}

fn ovpn_entry(certificates: &[&[u8]]) -> Entry {
    Entry::new("OpenVPN\\vpnconfig.ovpn", ovpn(GUID, certificates))
}

fn script_entry(certificates: &[&[u8]]) -> Entry {
    let thumbprints: Vec<String> = certificates.iter().map(|der| sha1_pairs(der)).collect();
    let script = profile_script(
        GUID,
        &thumbprints.join(" </TrustedRootCA>\r\n<TrustedRootCA>"),
    );
    Entry::new("WindowsPowershell\\VpnProfileSetup.ps1", script)
}

/// Both roots in all parts, and in all parts except one.
fn everywhere() -> Vec<Case> {
    let both: &[&[u8]] = &[G1, G2];
    let names = &[G1_NAME, G2_NAME];
    let whole = |parts: [&[&[u8]]; 3]| {
        let [azure, ovpn, script] = parts;
        let entries = [azure_entry(azure), ovpn_entry(ovpn), script_entry(script)];
        with(native(both, names), entries)
    };
    let old: &[&[u8]] = &[G1];
    vec![
        ready("both-roots-everywhere.zip", "G1 and G2 in every part").zip(&whole([both; 3])),
        ready(
            "old-root-in-the-hash.zip",
            "one hash, of G1, beside two roots",
        )
        .zip(&whole([old, both, both])),
        ready(
            "old-root-in-the-ovpn.zip",
            "only G1 in <ca>, beside two roots",
        )
        .zip(&whole([both, old, both])),
        ready(
            "old-root-in-the-script.zip",
            "only G1 in the script, beside two roots",
        )
        .zip(&whole([both, both, old])),
        ready(
            "new-root-in-the-ovpn.zip",
            "only G2 in <ca>, beside two roots",
        )
        .zip(&whole([both, &[G2], both])),
        ready(
            "old-root-in-the-program.zip",
            "only G1 in the setup program, beside two roots",
        )
        .zip(&with(
            native(both, names),
            [Entry::new(
                "WindowsAmd64\\VpnClientSetupAmd64.exe",
                programs::setup(G1),
            )],
        )),
        ready(
            "old-root-in-the-settings.zip",
            "G1 in the settings, both roots as files",
        )
        .zip(&with(
            native(&[G1], &[G1_NAME]),
            [Entry::new("Generic\\VpnServerRoot.cer_1", G2)],
        )),
        ready("two-hashes.xml", "hashes of G1 and G2, nothing else").text(azure(both)),
        case(
            "two-gateways.zip",
            "G1 of one gateway beside G2 of another is no migration",
            "two-gateways",
            "retiring",
        )
        .zip(&with(
            native(old, &[G1_NAME]),
            [Entry::new(
                "OpenVPN\\vpnconfig.ovpn",
                ovpn(OTHER_GUID, &[G2]),
            )],
        )),
        Case::error(
            "migration/one-root-broken.zip",
            "G1, G2 and a root file that is cut off",
            "part-unreadable",
            "certificate",
        )
        .today("retiring")
        .zip(&with(
            native(both, names),
            [Entry::new(
                "Generic\\VpnServerRoot.cer_2",
                &MICROSOFT_TLS[..MICROSOFT_TLS.len() / 2],
            )],
        )),
    ]
}

/// Both roots in one form and nothing else.
fn one_form() -> Vec<Case> {
    let both: &[&[u8]] = &[G1, G2];
    let files = |certificates: &[&[u8]]| {
        let mut archive = native(certificates, &[]);
        archive.entries.remove(0);
        archive
    };
    let script = |thumbprints: &[&[u8]]| {
        String::from_utf8_lossy(&script_entry(thumbprints).data).into_owned()
    };
    let no_root = || {
        let script = script(&[G2]).replace(
            &format!("<TrustedRootCA>{} </TrustedRootCA>", sha1_pairs(G2)),
            "<PerformServerValidation>false</PerformServerValidation>",
        );
        Entry::new(
            "WindowsPowershell\\VpnProfileSetup.ps1",
            script.replace("EapType", "EapHostConfig"),
        )
    };
    let settings_without_root = || Entry::new("Generic\\VpnSettings.xml", settings(&[], &[]));
    vec![
        ready(
            "two-root-files.zip",
            "VpnServerRoot.cer_0 of G1 and .cer_1 of G2, nothing else",
        )
        .zip(&files(both)),
        ready("two-strings.xml", "two strings in CaCerts, nothing else").text(settings(both, &[])),
        ready(
            "two-strings-and-names.xml",
            "two strings in CaCerts, with both names",
        )
        .text(settings(both, &[G1_NAME, G2_NAME])),
        ready("two-in-the-ovpn.ovpn", "G1 and G2 in <ca>").text(ovpn(GUID, both)),
        ready("two-in-the-script.ps1", "G1 and G2 in the script").text(script(both)),
        ready(
            "two-roots-and-a-script-without-a-root.zip",
            "G1 and G2, and a script of autumn 2026",
        )
        .zip(&with(
            native(both, &[G1_NAME, G2_NAME]),
            [azure_entry(both), no_root()],
        )),
        ready(
            "next-roots-and-a-script-without-a-root.zip",
            "G2 and Microsoft TLS RSA Root G2, and a script of autumn 2026",
        )
        .zip(&with(
            native(&[G2, MICROSOFT_TLS], &[G2_NAME, MICROSOFT_TLS_NAME]),
            [no_root()],
        )),
        case(
            "old-root-only-in-the-script.ps1",
            "G1 in the script alone",
            "all-public",
            "retiring",
        )
        .text(script(&[G1])),
        case(
            "next-root-only-in-the-script.ps1",
            "Microsoft TLS RSA Root G2 in the script alone",
            "all-public",
            "current",
        )
        .text(script(&[MICROSOFT_TLS])),
        case(
            "root-only-in-the-script.zip",
            "settings without a root, and G2 in the script",
            "all-public",
            "current",
        )
        .zip(&Archive::of(vec![
            settings_without_root(),
            script_entry(&[G2]),
        ])),
        ready(
            "next-root-only-in-the-script.zip",
            "G2 everywhere, and both roots in the script",
        )
        .zip(&with(
            native(&[G2], &[G2_NAME]),
            [script_entry(&[G2, MICROSOFT_TLS])],
        )),
        case(
            "no-root-anywhere.zip",
            "settings without a root, and a script of autumn 2026",
            "no-evidence",
            "unknown",
        )
        .zip(&Archive::of(vec![settings_without_root(), no_root()])),
    ]
}

/// Packages with one root in every part.
fn each_root() -> Vec<Case> {
    let roots: [(&str, &str, &[u8], &str, &'static str); 7] = [
        ("g1", "G1", G1, G1_NAME, "retiring"),
        ("g2", "G2", G2, G2_NAME, "current"),
        ("g3", "G3", G3, "DigiCert Global Root G3", "current"),
        (
            "microsoft-rsa",
            "Microsoft's RSA root of 2017",
            MICROSOFT_RSA,
            MICROSOFT_RSA_NAME,
            "current",
        ),
        (
            "microsoft-ecc",
            "Microsoft's ECC root of 2017",
            MICROSOFT_ECC,
            "Microsoft ECC Root Certificate Authority 2017",
            "current",
        ),
        (
            "microsoft-tls",
            "Microsoft TLS RSA Root G2",
            MICROSOFT_TLS,
            MICROSOFT_TLS_NAME,
            "current",
        ),
        (
            "g5-rsa",
            "the RSA root G5",
            G5_RSA,
            "DigiCert TLS RSA4096 Root G5",
            "current",
        ),
    ];
    let whole =
        |(name, condition, root, root_name, today): (&str, &str, &[u8], &str, &'static str)| {
            let condition = format!("{condition} in every part");
            let roots: &[&[u8]] = &[root];
            let entries = [azure_entry(roots), ovpn_entry(roots), script_entry(roots)];
            case(
                &format!("everywhere-{name}.zip"),
                &condition,
                "all-public",
                today,
            )
            .zip(&with(native(roots, &[root_name]), entries))
        };
    roots.into_iter().map(whole).collect()
}

/// The next expected root, alone and beside G2.
fn next_root() -> Vec<Case> {
    let both: &[&[u8]] = &[G2, MICROSOFT_TLS];
    vec![
        case(
            "microsoft-tls.zip",
            "Microsoft TLS RSA Root G2 alone",
            "all-public",
            "current",
        )
        .zip(&native(&[MICROSOFT_TLS], &[MICROSOFT_TLS_NAME])),
        ready(
            "g2-and-microsoft-tls-old-name.zip",
            "both roots, the names are those of G2",
        )
        .zip(&native(both, &[G2_NAME])),
        ready(
            "g2-and-microsoft-tls-new-name.zip",
            "both roots, the names are those of the newer one",
        )
        .zip(&native(both, &[MICROSOFT_TLS_NAME])),
        ready("g2-and-microsoft-tls.zip", "both roots with both names")
            .zip(&native(both, &[G2_NAME, MICROSOFT_TLS_NAME])),
        ready(
            "g1-and-microsoft-tls.zip",
            "G1 and the newer root, without G2",
        )
        .zip(&native(
            &[G1, MICROSOFT_TLS],
            &[G1_NAME, MICROSOFT_TLS_NAME],
        )),
        ready(
            "g2-and-microsoft-rsa.zip",
            "G2 and Microsoft's RSA root of 2017 with both names",
        )
        .zip(&native(
            &[G2, MICROSOFT_RSA],
            &[G2_NAME, MICROSOFT_RSA_NAME],
        )),
        ready(
            "g2-and-microsoft-rsa-old-name.zip",
            "the same with the names of G2",
        )
        .zip(&native(&[G2, MICROSOFT_RSA], &[G2_NAME])),
        ready(
            "g2-and-microsoft-rsa-new-name.zip",
            "the same with the names of Microsoft's root",
        )
        .zip(&native(&[G2, MICROSOFT_RSA], &[MICROSOFT_RSA_NAME])),
        ready("g2-in-the-ovpn.zip", "both roots, but only G2 in <ca>").zip(&with(
            native(both, &[G2_NAME, MICROSOFT_TLS_NAME]),
            [ovpn_entry(&[G2])],
        )),
        ready("g2-and-microsoft-tls.ovpn", "both roots in <ca>").text(ovpn(GUID, both)),
    ]
}

/// Roots that joined Azure's list, roots that left it, and roots that were never on it.
fn lists() -> Vec<Case> {
    let public = |name: &str, condition: &str, today| case(name, condition, "all-public", today);
    let names_only = |name: &str| settings(&[], &[name]);
    vec![
        public(
            "g5-rsa-thumbprint.xml",
            "the RSA root G5 by its thumbprint",
            "current",
        )
        .text(azure(&[G5_RSA])),
        public(
            "g5-ecc-thumbprint.xml",
            "the ECC root G5 by its thumbprint",
            "current",
        )
        .text(azure(&[G5_ECC])),
        ready("g2-and-g5.zip", "G2 and the RSA root G5").zip(&native(
            &[G2, G5_RSA],
            &[G2_NAME, "DigiCert TLS RSA4096 Root G5"],
        )),
        public(
            "d-trust.zip",
            "a root that has left Azure's list",
            "public-unlisted",
        )
        .zip(&native(&[D_TRUST], &[D_TRUST_NAME])),
        public(
            "d-trust-thumbprint.xml",
            "the same by its thumbprint",
            "public-unlisted",
        )
        .text(azure(&[D_TRUST])),
        public(
            "d-trust-names.xml",
            "the same by its name",
            "public-unlisted",
        )
        .text(names_only(D_TRUST_NAME)),
        public(
            "baltimore-names.xml",
            "a root that has left the list and has ended, by its name",
            "expired",
        )
        .text(names_only(BALTIMORE_NAME)),
        public(
            "unlisted.zip",
            "a public root that never was on the list",
            "public-unlisted",
        )
        .zip(&native(&[ISRG_X1], &["ISRG Root X1"])),
        ready(
            "g2-and-unlisted.zip",
            "G2 and a public root that is not on the list",
        )
        .zip(&native(&[G2, ISRG_X1], &[G2_NAME, "ISRG Root X1"])),
        ready("expired-and-g2.zip", "an expired root and G2")
            .zip(&native(&[BALTIMORE, G2], &[BALTIMORE_NAME, G2_NAME])),
        public(
            "expired-and-g1.zip",
            "an expired root and one that is being retired",
            "retiring",
        )
        .zip(&native(&[BALTIMORE, G1], &[BALTIMORE_NAME, G1_NAME])),
    ]
}

/// Unknown roots, beside public ones and alone.
fn unknown_roots() -> Vec<Case> {
    let mixed = |name: &str, condition: &str| case(name, condition, "mixed", "unknown");
    let newer = Certificate::own("Invented TLS Root 2027")
        .valid("20270101000000Z", "20420101000000Z")
        .der();
    let cross = Certificate::own(MICROSOFT_TLS_NAME)
        .issued_by(G2_NAME)
        .valid("20250619000000Z", "20290619000000Z")
        .der();
    let old_impostor = Certificate::own(G1_NAME).der();
    let impostor = Certificate::own(MICROSOFT_TLS_NAME).der();
    let contradiction =
        |name: &str, condition: &str| case(name, condition, "contradiction", "unknown");
    vec![
        mixed("g2-and-unknown.zip", "G2 and a root that is newer than the checker, with both names")
            .zip(&native(&[G2, &newer], &[G2_NAME, "Invented TLS Root 2027"])),
        mixed("g2-and-unknown-old-name.zip", "the same with the names of G2")
            .zip(&native(&[G2, &newer], &[G2_NAME])),
        mixed("g1-and-g2-and-unknown.zip", "two known roots and an unknown one")
            .zip(&native(&[G1, G2, &newer], &[G1_NAME, G2_NAME])),
        mixed("unknown-in-the-ovpn.zip", "a package under G2, an unknown root in <ca>").zip(&with(
            native(&[G2], &[G2_NAME]),
            [ovpn_entry(&[G2, &long_lived()])],
        )),
        mixed("unknown-hash.zip", "a package under G2, an unknown hash beside that of G2").zip(&with(
            native(&[G2], &[G2_NAME]),
            [azure_entry(&[G2, &newer])],
        )),
        mixed("g2-and-unknown-name.zip", "G2 under names of an unknown root")
            .zip(&native(&[G2], &["Invented TLS Root 2027"])),
        mixed("unknown-under-a-public-name.zip", "an unknown root under the names of G2")
            .zip(&native(&[&newer], &[G2_NAME])),
        case(
            "g2-and-marked-name.zip",
            "G2 under the name of a gateway's own CA",
            "contradiction",
            "self-signed",
        )
        .zip(&native(&[G2], &[&own_name()])),
        contradiction("lookalike-as-second-root.zip", "G2 and a home-made root with the newer root's name")
            .zip(&native(&[G2, &impostor], &[G2_NAME, MICROSOFT_TLS_NAME])),
        contradiction("lookalike-as-third-root.zip", "G1, G2 and a home-made root with the newer root's name")
            .zip(&native(&[G1, G2, &impostor], &[G1_NAME, G2_NAME])),
        contradiction("lookalike-of-the-old-root.zip", "a home-made root with G1's name, and G2")
            .zip(&native(&[&old_impostor, G2], &[G1_NAME, G2_NAME])),
        contradiction("lookalike-in-the-ovpn.zip", "G1 and G2, a home-made root with G2's name in <ca>")
            .zip(&with(native(&[G1, G2], &[G1_NAME, G2_NAME]), [ovpn_entry(&[G1, &Certificate::own(G2_NAME).der()])])),
        contradiction("intermediate-and-lookalike.zip", "a listed intermediate of G1, and a home-made root with G2's name")
            .zip(&native(&[SECURE_SERVER_2020, &Certificate::own(G2_NAME).der()], &[G1_NAME, G2_NAME])),
        mixed("new-thumbprint-beside-own-ca.zip", "a hash of Microsoft TLS RSA Root G2, and the gateway's own CA in the settings")
            .today("self-signed")
            .zip(&with(native(&[&own_ca().der()], &[&own_name()]), [azure_entry(&[MICROSOFT_TLS])])),
        mixed("new-root-beside-own-thumbprint.zip", "G1 and G2, and a hash of the gateway's own CA, whose certificate is missing")
            .zip(&with(native(&[G1, G2], &[G1_NAME, G2_NAME]), [azure_entry(&[&own_ca().der()])])),
        mixed("both-roots-and-own-ca.zip", "G1 and G2 in the settings, the gateway's own CA as a file")
            .today("self-signed")
            .zip(&with(native(&[G1, G2], &[G1_NAME, G2_NAME]), [Entry::new("Generic\\VpnServerRoot.cer_2", own_ca().der())])),
        case("marked-issuer-beside-new-root.zip", "G2 and Microsoft TLS RSA Root G2, issuer name of the gateway's own CA", "contradiction", "self-signed")
            .zip(&{
                let text = settings(&[G2, MICROSOFT_TLS], &[G2_NAME]).replace(
                    &format!("<ServerCertsIssuerCn>\r\n    <string>{G2_NAME}"),
                    &format!("<ServerCertsIssuerCn>\r\n    <string>{}", own_name()),
                );
                Archive::of(vec![Entry::new("Generic\\VpnSettings.xml", text)])
            }),
        case("new-root-under-the-name-of-the-old.zip", "the certificate of Microsoft TLS RSA Root G2 under the name of G1: names make no second root", "all-public", "retiring")
            .zip(&native(&[MICROSOFT_TLS], &[G1_NAME])),
        case(
            "cross-certificate.zip",
            "an invented cross-certificate of the newer root, issued by the name of G2",
            "unknown-root",
            "unknown",
        )
        .zip(&native(&[&cross], &[])),
        case("cross-certificate.cer", "the same by itself", "unknown-root", "unknown").binary(
            cross.clone(),
            "certificate: subject CN=Microsoft TLS RSA Root G2, issuer CN=DigiCert Global Root G2; invented\n",
        ),
        mixed("g2-and-cross-certificate.zip", "G2 and the invented cross-certificate")
            .zip(&native(&[G2, &cross], &[G2_NAME, MICROSOFT_TLS_NAME])),
        mixed("cross-certificate-under-its-name.zip", "the cross-certificate under the newer root's name")
            .zip(&native(&[&cross], &[MICROSOFT_TLS_NAME])),
    ]
}

/// One root, in several copies and in several forms.
fn no_second_root() -> Vec<Case> {
    let names = |root: &str, issuer: &str| {
        Settings {
            issuers: vec![issuer.to_owned()],
            ..Settings::new(Schema::Plural, &[], root)
        }
        .xml()
    };
    vec![
        case(
            "names-of-two-roots.xml",
            "names only: the root is G2, the issuer Microsoft TLS RSA Root G2",
            "all-public",
            "current",
        )
        .text(names(G2_NAME, MICROSOFT_TLS_NAME)),
        case(
            "g1-under-the-names-of-g2.zip",
            "the names of another root are no second root",
            "all-public",
            "retiring",
        )
        .zip(&native(&[G1], &[G2_NAME])),
        case(
            "one-root-three-ways.zip",
            "G2 by certificate, thumbprint and name",
            "all-public",
            "current",
        )
        .zip(&with(
            native(&[G2], &[G2_NAME]),
            [azure_entry(&[G2, G2]), ovpn_entry(&[G2, G2])],
        )),
        case(
            "one-root-in-another-case.zip",
            "G2 by certificate, and by its name in another case",
            "mixed",
            "current",
        )
        .zip(&native(&[G2], &[&G2_NAME.to_lowercase()])),
        case(
            "root-and-its-intermediate.zip",
            "G1 and a listed intermediate of it",
            "all-public",
            "retiring",
        )
        .zip(&native(&[G1, SECURE_SERVER_2020], &[G1_NAME])),
    ]
}

/// Timestamps that give a package's date, and some that don't.
fn dates() -> Vec<Case> {
    const DAY: u32 = 1 << 21 | 1 << 16;
    let stamp = |year: u32| (year - 1980) << 25 | DAY;
    let dated = |name: &str, condition: &str, years: [u32; 2]| {
        let settings = Settings::new(Schema::Singular, &[G1], G1_NAME).xml();
        let mut archive = package(&settings, "VpnServerRoot.cer", G1);
        for (entry, year) in archive.entries.iter_mut().zip(years) {
            entry.stamp = stamp(year);
        }
        let path = format!("dates/{name}.zip");
        Case::new(&path, condition, "all-public", "retiring").zip(&archive)
    };
    vec![
        dated(
            "stamp-1980",
            "stamps of 1980-01-01 are no date",
            [1980, 1980],
        ),
        dated(
            "stamp-of-the-future",
            "stamps of 2027-01-01 are no date",
            [2027, 2027],
        ),
        dated(
            "stamp-2011",
            "stamps of 2011-01-01 are no date",
            [2011, 2011],
        ),
        dated("stamp-2018", "stamps of 2018-01-01", [2018, 2018]),
        dated(
            "stamps-1980-and-2018",
            "one entry of 1980-01-01, one of 2018-01-01",
            [1980, 2018],
        ),
        dated(
            "stamps-2018-and-2107",
            "one entry of 2018-01-01, one of 2107-01-01",
            [2018, 2107],
        ),
    ]
}
