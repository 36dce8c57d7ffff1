//! Zips that are several inputs: packages inside them, one level deep.

use crate::Case;
use crate::own::{own_ca, own_name, package, public_with};
use crate::parts::*;
use crate::pe::Program;
use crate::zip::{Archive, Entry};

pub fn cases() -> Vec<Case> {
    let built = |archive: &Archive| archive.build().0;
    let good = built(&package(&good_settings(), "VpnServerRoot.cer_0", G2));
    let ca = own_ca().der();
    let own_settings = Settings::new(Schema::Plural, &[&ca], &own_name()).xml();
    let own = built(&package(&own_settings, "VpnServerRoot.cer_0", &ca));
    let hub = built(&Archive::of(vec![Entry::new(
        "Generic\\VpnSettings.xml",
        hub_settings(),
    )]));
    let twice = built(&Archive::of(vec![
        Entry::new("Generic\\VpnSettings.xml", good_settings()),
        Entry::new("generic\\vpnsettings.xml", own_settings.clone()),
    ]));
    let cut = &good[..good.len() / 2];
    // Four mebibytes of blanks at a program's path. One is harmless; eight packages of them exceed the limit on
    // unpacked data.
    let wide = built(&Archive::of(vec![
        Entry::new("Generic\\VpnSettings.xml", good_settings()),
        Entry::new("WindowsAmd64\\VpnClientSetupAmd64.exe", vec![b' '; 4 << 20]),
    ]));
    let with_older = || public_with([Entry::new("old/vpn.zip", own.clone())]);
    let nested = built(&Archive::of(vec![
        Entry::new("older/vpn.zip", own.clone()),
        Entry::new("oldest/vpn.zip", own.clone()),
    ]));
    let case = |name: &str, condition: &str, rule, today| {
        Case::new(&format!("several/{name}.zip"), condition, rule, today)
    };
    let public = ("all-public", "current", None);
    let affected = ("own-ca", "self-signed", None);
    let refused = |rule, error| (rule, "unknown", Some(error));
    let mut too_much = Case::new(
        "bombs/packages-inside.zip",
        "ten packages that unpack to 40 MiB together",
        "all-public",
        "current",
    );
    for number in 1..10 {
        too_much = too_much.and(match number {
            1..7 => public,
            _ => refused("unreadable", "limit-unpacked"),
        });
    }
    let self_extractor = Archive {
        before: Program::of(true, vec![]).build(),
        ..package(&own_settings, "VpnServerRoot.cer_0", &ca)
    };
    vec![
        case(
            "self-extractor",
            "a package, and another as a self-extracting zip",
            "all-public",
            "current",
        )
        .and(affected)
        .zip(&Archive::of(vec![
            Entry::new("vpn.zip (1)", good.clone()),
            Entry::new("downloads/setup.exe", built(&self_extractor)),
        ])),
        case(
            "zip-as-a-program",
            "a package, another under a program's name, and a self-extracting one with a word behind it",
            "all-public",
            "current",
        )
        .and(affected)
        .and(refused("ambiguous-archive", "zip-trailing-data"))
        .zip(&{
            let with_overlay = [built(&self_extractor), b"word".to_vec()].concat();
            public_with([
                Entry::new("downloads/vpn.exe", own.clone()),
                Entry::new("downloads/setup.exe", with_overlay),
            ])
        }),
        case(
            "deep-beside-a-package",
            "a package with a zip two zips deep beside it: what was not read is told",
            "all-public",
            "current",
        )
        .zip(&Archive::of(vec![Entry::new("vpn.zip", built(&with_older()))])),
        case(
            "two-gateways",
            "packages of two gateways, and notes",
            "all-public",
            "current",
        )
        .and(affected)
        .zip(&Archive::of(vec![
            Entry::new("Tokyo/vpn.zip", good.clone()),
            Entry::new("Osaka/vpn.zip", own.clone()),
            Entry::new("readme.txt", "nothing of a package"),
        ])),
        case(
            "gateway-and-hub",
            "packages of a gateway and of a hub of Virtual WAN",
            "all-public",
            "current",
        )
        .and(public)
        .zip(&Archive::of(vec![
            Entry::new("vpn.zip", good.clone()),
            Entry::new("hub.zip", hub),
        ])),
        case(
            "package-and-an-older-one",
            "a package with an older one beside its folders",
            "all-public",
            "current",
        )
        .and(affected)
        .zip(&with_older()),
        case(
            "some-cannot-be-read",
            "packages of which one is cut off and one ambiguous",
            "all-public",
            "current",
        )
        .and(refused("unreadable", "zip-truncated"))
        .and(refused("ambiguous-archive", "zip-duplicate-name"))
        .zip(&Archive::of(vec![
            Entry::new("good.zip", good.clone()),
            Entry::new("cut.zip", cut),
            Entry::new("twice.zip", twice),
        ])),
        case(
            "too-deep",
            "a package, and two in a zip in the zip",
            "all-public",
            "current",
        )
        .and(refused("unreadable", "limit-nesting"))
        .zip(&Archive::of(vec![
            Entry::new("vpn.zip", good),
            Entry::new("archive.zip", nested),
        ])),
        too_much.zip(&Archive::of(
            (0..10)
                .map(|number| Entry::new(&format!("{number}/vpn.zip"), wide.clone()))
                .collect(),
        )),
    ]
}

/// Returns settings of a Virtual WAN hub with DigiCert Global Root G2.
fn hub_settings() -> String {
    let server = "hub0.0123456789abcdefghijklmn.vpn.azure.com";
    good_settings().replace(&crate::parts::server(GUID), server)
}
