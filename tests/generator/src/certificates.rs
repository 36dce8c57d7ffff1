//! Single certificates, valid and broken.

use crate::Case;
use crate::der::{Certificate, sequence, tlv};
use crate::own::{own_ca, own_name};
use crate::parts::*;

pub fn cases() -> Vec<Case> {
    let own = own_ca();
    let der = |path: &str, condition: &str, rule, today, certificate: &Certificate| {
        Case::new(path, condition, rule, today).binary(certificate.der(), certificate.describe())
    };
    let plain = |path: &str, condition: &str, certificate: &[u8], today| {
        Case::new(path, condition, "all-public", today)
            .binary(certificate.to_vec(), "a file of tests/certificates\n")
    };
    let broken = |path: &str, condition: &str, bytes: Vec<u8>| {
        Case::error(path, condition, "part-unreadable", "certificate").binary(
            bytes,
            "a changed certificate of tests/certificates or of the invented gateway\n",
        )
    };
    let mut negative = Certificate::own("Negative serial");
    negative.serial = vec![0xFF];
    let mut huge = own.clone();
    huge.serial = vec![0x7F; 2_000];
    let mut absurd = own.clone();
    absurd.to = "99991231235959Z".to_owned();
    let mut crowded = own.clone();
    crowded.extensions = (0..2_000_u16)
        .map(|number| {
            (
                vec![
                    0x2A,
                    0x03,
                    0x81 | (number >> 7) as u8 & 0x0F,
                    (number & 0x7F) as u8,
                ],
                tlv(5, &[]),
            )
        })
        .collect();
    let mut bidi = Certificate::own(&format!("\u{202E}{}\u{0007}", own_name()));
    bidi.string_tag = 12;
    let mut wide = own.clone();
    wide.string_tag = 30;
    vec![
        plain(
            "certificates/g1.cer",
            "DigiCert Global Root CA by itself",
            G1,
            "retiring",
        ),
        plain(
            "certificates/g2.cer_0",
            "DigiCert Global Root G2 by itself",
            G2,
            "current",
        ),
        plain(
            "certificates/g3.cer",
            "DigiCert Global Root G3 by itself",
            G3,
            "current",
        ),
        plain(
            "certificates/intermediate-2013.cer",
            "a listed intermediate past its own end",
            SECURE_SERVER_2013,
            "expired",
        ),
        Case::new("certificates/g2.pem", "PEM", "all-public", "current").text(pem(G2)),
        Case::new(
            "certificates/g1-and-g2.pem",
            "two certificates in one PEM",
            "all-public",
            "ready",
        )
        .text(pem(G1) + &pem(G2)),
        der(
            "certificates/own.cer",
            "an own CA by itself",
            "own-ca",
            "self-signed",
            &own,
        ),
        der(
            "certificates/own-wide-name.cer",
            "an own CA whose name is a BMPString",
            "own-ca",
            "self-signed",
            &wide,
        ),
        der(
            "certificates/cloudapp-only.cer",
            "by itself, .cloudapp.net alone is no mark",
            "unknown-root",
            "unknown",
            &Certificate::own("myservice.cloudapp.net"),
        ),
        der(
            "certificates/client-root.cer",
            "a customer's client root by itself",
            "unknown-root",
            "unknown",
            &Certificate::own("P2SRootCert").valid("20240101000000Z", "20250101000000Z"),
        ),
        der(
            "certificates/lookalike.cer",
            "a home-made root with a public root's name",
            "contradiction",
            "unknown",
            &Certificate::own(G1_NAME),
        ),
        der(
            "certificates/unlisted-intermediate.cer",
            "issued by a public root's name",
            "unknown-root",
            "unknown",
            &Certificate::own("Some TLS CA 2024").issued_by(G2_NAME),
        ),
        der(
            "certificates/negative-serial.cer",
            "a negative serial number",
            "unknown-root",
            "unknown",
            &negative,
        ),
        der(
            "certificates/huge-serial.cer",
            "a serial number of 2,000 bytes",
            "own-ca",
            "self-signed",
            &huge,
        ),
        der(
            "certificates/absurd-end.cer",
            "an end in the year 9999",
            "own-ca",
            "self-signed",
            &absurd,
        ),
        der(
            "certificates/many-extensions.cer",
            "2,000 extensions",
            "own-ca",
            "self-signed",
            &crowded,
        ),
        der(
            "certificates/own-universal-name.cer",
            "a gateway's own certificate, its name a UniversalString",
            "own-ca",
            "self-signed",
            &Certificate {
                string_tag: 28,
                ..own_ca()
            },
        ),
        der(
            "certificates/lookalike-visible-name.cer",
            "a home-made root with a public root's name as a VisibleString",
            "contradiction",
            "unknown",
            &Certificate {
                string_tag: 26,
                ..Certificate::own(G2_NAME)
            },
        ),
        der(
            "certificates/bidi-name.cer",
            "bidi and control characters around the name",
            "own-ca",
            "self-signed",
            &bidi,
        ),
        broken(
            "certificates/truncated.cer",
            "cut off",
            G2[..G2.len() / 2].to_vec(),
        ),
        broken(
            "certificates/trailing.cer",
            "a byte behind the certificate",
            [G2, b"\0"].concat(),
        ),
        broken(
            "certificates/endless-length.cer",
            "a length of 2^32",
            [&[0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF], &G2[4..]].concat(),
        ),
        broken(
            "certificates/indefinite.cer",
            "an indefinite length",
            [&[0x30, 0x80], &G2[4..], &[0, 0]].concat(),
        ),
        broken(
            "certificates/deep.cer",
            "thousands of sequences in one another",
            deep(),
        ),
        broken(
            "certificates/no-certificate.cer",
            "a sequence of sequences that is no certificate",
            sequence(&[sequence(&[tlv(5, &[])]), sequence(&[]), tlv(3, &[0])]),
        ),
        Case::error(
            "certificates/bad-base64.pem",
            "PEM with a character that is no Base64",
            "part-unreadable",
            "base64",
        )
        .text(pem(G2).replacen("MIID", "MI*D", 1)),
        Case::error(
            "certificates/open.pem",
            "PEM without its end",
            "part-unreadable",
            "pem",
        )
        .text(pem(G2).replace("-----END CERTIFICATE-----", "")),
    ]
}

fn deep() -> Vec<u8> {
    // Each level adds its own header. 4,000 levels stay below the 64 KB limit of a certificate.
    (0..4_000).fold(Vec::new(), |inner, _| tlv(0x30, &inner))
}
