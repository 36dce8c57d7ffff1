//! Every pair of places that can disagree: one has an own CA, the other a public root.

use crate::Case;
use crate::own::{own_ca, own_name};
use crate::parts::*;
use crate::programs;
use crate::zip::{Archive, Entry};

/// A place, or a part of one, with evidence about the gateway's root.
struct Place {
    name: &'static str,
    entry: fn(&[u8], &str) -> Entry,
    /// True if the evidence is a certificate, not a thumbprint or a name.
    certificate: bool,
}

const PLACES: [Place; 9] = [
    Place {
        name: "settings-certificate",
        entry: settings_certificate,
        certificate: true,
    },
    Place {
        name: "settings-names",
        entry: settings_names,
        certificate: false,
    },
    Place {
        name: "root-file",
        entry: |der, _| Entry::new("Generic\\VpnServerRoot.cer_0", der),
        certificate: true,
    },
    Place {
        name: "azurevpn-hash",
        entry: |der, _| {
            azure_entry(
                "azurevpnconfig.xml",
                azure_vpn(&server(GUID), "Cert", &sha1_hex(der)),
            )
        },
        certificate: false,
    },
    Place {
        name: "azurevpn-data",
        entry: azure_data,
        certificate: true,
    },
    Place {
        name: "ovpn",
        entry: |der, _| Entry::new("OpenVPN\\vpnconfig.ovpn", ovpn(GUID, &[der])),
        certificate: true,
    },
    Place {
        name: "script",
        entry: |der, _| {
            Entry::new(
                "WindowsPowershell\\VpnProfileSetup.ps1",
                profile_script(GUID, &sha1_pairs(der)),
            )
        },
        certificate: false,
    },
    Place {
        name: "program",
        entry: |der, _| {
            Entry::new(
                "WindowsAmd64\\VpnClientSetupAmd64.exe",
                programs::setup(der),
            )
        },
        certificate: true,
    },
    Place {
        name: "profile",
        entry: |der, _| Entry::new(&format!("Cm\\{GUID}.cer"), der),
        certificate: true,
    },
];

/// Returns both orders of each pair, because it must not matter which of them is public.
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for own in &PLACES {
        cases.extend(
            PLACES
                .iter()
                .filter(|public| public.name != own.name)
                .map(|public| pair(own, public)),
        );
    }
    cases.extend(PLACES.iter().map(twice));
    cases.push(signature());
    cases
}

/// Returns a case with two copies of one place: an own CA in one folder, a public root in another.
fn twice(place: &Place) -> Case {
    let ca = own_ca().der();
    let today = match place.certificate || place.name == "settings-names" {
        true => "self-signed",
        false => "unknown",
    };
    let mut public = (place.entry)(G2, G2_NAME);
    public.name = [b"Copy\\".as_slice(), &public.name].concat();
    let mut entries = vec![(place.entry)(&ca, &own_name()), public];
    if place.name == "profile" {
        let texts = ["", "Copy\\"].map(|folder| format!("{folder}Cm\\{GUID}.cmp"));
        entries.extend(texts.map(|name| Entry::new(&name, "[Profile Settings]\r\n")));
    }
    let case = |rule| {
        let path = format!("pairs/two-{}.zip", place.name);
        let condition = format!("{} twice, under an own CA and public", place.name);
        Case::new(&path, &condition, rule, today)
    };
    // Each unpacked profile is a package of its own.
    let case = match place.name {
        "profile" => case("own-ca").and(("all-public", "current", None)),
        _ => case("mixed"),
    };
    case.zip(&Archive::of(entries))
}

fn pair(own: &Place, public: &Place) -> Case {
    let ca = own_ca().der();
    let path = format!("pairs/{}-own-{}-public.zip", own.name, public.name);
    let condition = format!("{} under an own CA, {} public", own.name, public.name);
    // Certificate and names of one document contradict each other. A thumbprint alone doesn't identify its certificate.
    let one_document = own.name.starts_with("settings") && public.name.starts_with("settings");
    let known = own.certificate || own.name == "settings-names";
    let rule = if one_document {
        "contradiction"
    } else {
        "mixed"
    };
    let today = match (known, public.name) {
        (false, _) => "unknown",
        (true, _) => "self-signed",
    };
    let entries = if one_document {
        let (der, name) = if own.certificate {
            (ca.as_slice(), G2_NAME.to_owned())
        } else {
            (G2, own_name())
        };
        vec![Entry::new(
            "Generic\\VpnSettings.xml",
            Settings::new(Schema::Plural, &[der], &name).xml(),
        )]
    } else {
        vec![(own.entry)(&ca, &own_name()), (public.entry)(G2, G2_NAME)]
    };
    let mut entries = entries;
    if [own.name, public.name].contains(&"profile") {
        entries.push(Entry::new(
            &format!("Cm\\{GUID}.cmp"),
            "[Profile Settings]\r\n",
        ));
    }
    Case::new(&path, &condition, rule, today).zip(&Archive::of(entries))
}

fn settings_certificate(der: &[u8], _: &str) -> Entry {
    let settings = Settings {
        roots: vec![],
        issuers: vec![],
        ..Settings::new(Schema::Plural, &[der], "")
    };
    Entry::new("Generic\\VpnSettings.xml", settings.xml())
}

fn settings_names(_: &[u8], name: &str) -> Entry {
    Entry::new(
        "Generic\\VpnSettings.xml",
        Settings::new(Schema::Singular, &[], name).xml(),
    )
}

fn azure_data(der: &[u8], _: &str) -> Entry {
    let data = format!("<certificatedata>{}</certificatedata>", pem(der));
    let text = azure_vpn(&server(GUID), "Cert", "").replace("<hash></hash>", &data);
    azure_entry("azurevpnconfig_cert.xml", text)
}

fn azure_entry(name: &str, text: String) -> Entry {
    Entry::new(&format!("AzureVPN\\{name}"), text)
}

/// Issuer and subject match, but another key made the signature. The checker verifies no signature; the bytes differ
/// from the public root's.
fn signature() -> Case {
    let mut der = G2.to_vec();
    let last = der.len() - 1;
    der[last] ^= 1;
    let settings = Settings::new(Schema::Plural, &[&der], G2_NAME);
    Case::new(
        "pairs/another-signature.zip",
        "DigiCert Global Root G2 with another signature",
        "contradiction",
        "unknown",
    )
    .zip(&crate::own::package(
        &settings.xml(),
        "VpnServerRoot.cer_0",
        &der,
    ))
}

/// Returns a function per place that gives the file's name and content with the first or the second of two public
/// roots. It returns `None` for a place inside another's file, and for a place with names only.
pub fn places() -> Vec<impl Fn(usize) -> Option<(String, Vec<u8>)>> {
    PLACES
        .iter()
        .map(|place| {
            move |which: usize| {
                let (der, name) = if which == 0 {
                    (G1, G1_NAME)
                } else {
                    (G2, G2_NAME)
                };
                let entry = (place.entry)(der, name);
                let wanted = !["settings-names", "azurevpn-data"].contains(&place.name);
                wanted.then(|| {
                    (
                        String::from_utf8_lossy(&entry.name).into_owned(),
                        entry.data,
                    )
                })
            }
        })
        .collect()
}
