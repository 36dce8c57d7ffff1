//! Misleading or costly names, bombs, and parts of several megabytes.

use crate::Case;
use crate::der::Certificate;
use crate::own::{own_name, package};
use crate::parts::*;
use crate::zip::{Archive, Entry};

pub fn cases() -> Vec<Case> {
    let good = good_settings();
    let names = |name: &str| Settings::new(Schema::Plural, &[], name).xml();
    let in_zip = |settings: String| {
        Archive::of(vec![
            Entry::new("Generic\\VpnSettings.xml", settings),
            Entry::new("Generic\\VpnServerRoot.cer_0", G2),
        ])
    };
    let below = |folder: &str| {
        let mut archive = package(&good, "VpnServerRoot.cer_0", G2);
        for entry in &mut archive.entries {
            let name = String::from_utf8_lossy(&entry.name).replace('\\', "/");
            entry.name = format!("{folder}/{name}").into_bytes();
        }
        archive
    };
    let mut cases = vec![
        Case::new(
            "misleading/homoglyph.xml",
            "a public root's name with a Greek letter in it",
            "unknown-root",
            "unknown",
        )
        .text(names("DigiCert Global R\u{3BF}ot G2")),
        Case::new(
            "misleading/blank-in-the-name.xml",
            "a public root's name with a blank that is none",
            "unknown-root",
            "unknown",
        )
        .text(names("DigiCert Global Root\u{A0}G2")),
        Case::new(
            "misleading/nul-in-the-name.cer",
            "a name with a NUL in the middle: what C takes for the public root's",
            "unknown-root",
            "unknown",
        )
        .binary(
            Certificate::own("DigiCert Global Root G2\0.invalid").der(),
            "a self-issued certificate with this name; invented\n",
        ),
        Case::new(
            "misleading/html-and-shell.xml",
            "HTML, a script's address and commands of shells where names are",
            "all-public",
            "current",
        )
        .text(good.replace(
            "invented-vnet",
            "&lt;img src=x onerror=alert(1)&gt; javascript:alert(1) $(id) `id` \"; rm -rf ~; '",
        )),
        Case::new(
            "misleading/fluent-and-placeholders.xml",
            "Fluent syntax and placeholders of the page where names are",
            "all-public",
            "current",
        )
        .text(good.replace("invented-vnet", "{ $gateway }{-term}{draw: windows}")),
        Case::new(
            "misleading/formula-folder.zip",
            "a folder named like a formula",
            "all-public",
            "current",
        )
        .zip(&below("=cmd|'/C calc'!A0")),
        Case::new(
            "misleading/formula-folder-with-an-at-sign.zip",
            "a folder named like a formula in another form",
            "all-public",
            "current",
        )
        .zip(&below("@SUM(A1)")),
    ];
    cases.push(
        Case::new(
            "misleading/signature-of-another.zip",
            "issuer and subject of a marked CA, a key and signature of nobody",
            "own-ca",
            "self-signed",
        )
        .zip(&Archive::of(vec![Entry::new(
            "Generic\\VpnServerRoot.cer",
            Certificate::own(&own_name()).der(),
        )])),
    );
    cases.push(
        Case::error(
            "bombs/overlapping.zip",
            "two hundred entries of a megabyte that share one run of packed bytes",
            "ambiguous-archive",
            "zip-overlap",
        )
        .zip(&overlapping()),
    );
    let too_deep = ("unreadable", "unknown", Some("limit-nesting"));
    cases.push(
        Case::error(
            "bombs/nested.zip",
            "zips in zips in zips, four each, with a megabyte of zeros at the bottom",
            "unreadable",
            "limit-nesting",
        )
        .and(too_deep)
        .and(too_deep)
        .and(too_deep)
        .zip(&nested()),
    );
    cases.push(
        Case::error(
            "bombs/claims-65535-entries.zip",
            "an end record that tells of 65,535 entries",
            "unreadable",
            "limit-entries",
        )
        .zip(&Archive {
            end: Some(|end| end[8..12].fill(0xFF)),
            ..in_zip(good.clone())
        }),
    );
    cases.push(
        Case::new(
            "bombs/giant-text.zip",
            "an element with almost 4 MiB of text",
            "all-public",
            "current",
        )
        .zip(&in_zip(good.replace("10.0.0.0/16", &"1".repeat(4_000_000)))),
    );
    cases.push(
        Case::error(
            "bombs/base64-megabytes.zip",
            "a certificate of 3 MB of Base64",
            "unreadable",
            "limit-certificate",
        )
        .zip(&in_zip(good.replacen(
            "<string>M",
            &format!("<string>{}M", "MIID".repeat(750_000)),
            1,
        ))),
    );
    cases
}

/// Returns a zip whose directory lists one local entry two hundred times.
fn overlapping() -> Archive {
    let first = Entry::new("zeros.bin", vec![0; 1 << 20]);
    let again = Entry {
        // Without a local header and data, every central header leads to the first entry's.
        local: Some(Vec::clear),
        listed: Some(|header| header[42..46].fill(0)),
        after: Vec::new(),
        ..first.clone()
    };
    let mut archive = Archive::of(vec![first]);
    archive.entries.extend(vec![again; 199]);
    archive
}

fn nested() -> Archive {
    let level = |inside: Vec<u8>, ending: &str| {
        let entries =
            (0..4).map(|number| Entry::new(&format!("{number}.{ending}"), inside.clone()));
        Archive::of(entries.collect())
    };
    let (bottom, _) = level(vec![0; 1 << 20], "dll").build();
    let (middle, _) = level(bottom, "zip").build();
    level(middle, "zip")
}
