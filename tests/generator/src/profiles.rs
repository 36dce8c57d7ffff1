//! The clients' own documents (azurevpnconfig, .ovpn, .ps1) in every form, and the items in them that never count.

use crate::Case;
use crate::der::Certificate;
use crate::own::{own_ca, own_name, package};
use crate::parts::*;
use crate::programs;
use crate::zip::{Archive, Entry};

const NAMESPACE: &str = " xmlns=\"http://schemas.datacontract.org/2004/07/\"";

pub fn cases() -> Vec<Case> {
    let mut cases = azure_vpn_forms();
    cases.extend(other_forms());
    cases.extend(never_counted());
    cases.extend(virtual_wan());
    cases
}

fn case(name: &str, condition: &str, rule: &'static str, today: &'static str) -> Case {
    Case::new(&format!("documents/{name}"), condition, rule, today)
}

fn azure(hash: &str) -> String {
    azure_vpn(&server(GUID), "Cert", hash)
}

/// Returns a profile with additional content in servervalidation.
fn validated(hash: &str, more: &str) -> String {
    azure(hash).replace("</Cert>\r\n", &format!("</Cert>\r\n    {more}\r\n"))
}

fn own_package() -> Archive {
    let own = own_ca().der();
    package(
        &Settings::new(Schema::Plural, &[&own], &own_name()).xml(),
        "VpnServerRoot.cer_0",
        &own,
    )
}

fn azure_vpn_forms() -> Vec<Case> {
    let own = own_ca().der();
    let data = |der: &[u8]| format!("<certificatedata>{}</certificatedata>", pem(der));
    let in_cert = |hash: &str, more: &str| {
        azure(hash).replace(
            "<issuer i:nil=\"true\" />\r\n    </Cert>",
            &format!("{more}\r\n    </Cert>"),
        )
    };
    vec![
        case(
            "azurevpn-no-namespace.xml",
            "the Azure VPN Client's profile in no namespace",
            "all-public",
            "current",
        )
        .text(azure(&sha1_hex(G2)).replace(NAMESPACE, "")),
        case(
            "azurevpn-other-namespace.xml",
            "the elements stand in another namespace",
            "no-evidence",
            "unknown",
        )
        .text(azure(&sha1_hex(G2)).replace(NAMESPACE, " xmlns=\"urn:invented\"")),
        case(
            "azurevpn-hash-in-other-namespace.xml",
            "the hash stands in another namespace",
            "no-evidence",
            "unknown",
        )
        .text(azure(&sha1_hex(G2)).replace("<Cert>", "<Cert xmlns=\"urn:invented\">")),
        case(
            "azurevpn-two-holders.xml",
            "cert and Cert beside each other both count",
            "mixed",
            "unknown",
        )
        .text(validated(
            &sha1_hex(G2),
            &format!("<cert><hash>{}</hash></cert>", "AB".repeat(20)),
        )),
        case(
            "azurevpn-pinned.xml",
            "usepinnedroot is true",
            "all-public",
            "current",
        )
        .text(validated(
            &sha1_hex(G2),
            "<usepinnedroot>true</usepinnedroot>",
        )),
        case(
            "azurevpn-not-pinned.xml",
            "usepinnedroot is false; the hash counts all the same",
            "all-public",
            "retiring",
        )
        .text(validated(
            &sha1_hex(G1),
            "<usepinnedroot>false</usepinnedroot>",
        )),
        case(
            "azurevpn-not-pinned-unknown.xml",
            "usepinnedroot is false over an unknown hash",
            "unknown-root",
            "unknown",
        )
        .text(validated(
            &"AB".repeat(20),
            "<usepinnedroot>false</usepinnedroot>",
        )),
        case(
            "azurevpn-data.xml",
            "certificatedata beside its hash",
            "all-public",
            "current",
        )
        .text(in_cert(&sha1_hex(G2), &data(G2))),
        case(
            "azurevpn-data-only.xml",
            "certificatedata alone, bare Base64",
            "own-ca",
            "self-signed",
        )
        .text(
            in_cert("", &data(&own))
                .replace("-----BEGIN CERTIFICATE-----\r\n", "")
                .replace("-----END CERTIFICATE-----\r\n", ""),
        ),
        case(
            "azurevpn-data-differs.xml",
            "certificatedata is an own CA, the hash a public root's",
            "mixed",
            "self-signed",
        )
        .text(in_cert(&sha1_hex(G2), &data(&own))),
        case(
            "azurevpn-data-of-another-root.xml",
            "certificatedata is G2, the hash that of G1",
            "all-public",
            "ready",
        )
        .text(in_cert(&sha1_hex(G1), &data(G2))),
        case(
            "azurevpn-nil.xml",
            "the hash is nil",
            "no-evidence",
            "unknown",
        )
        .text(azure("").replace("<hash></hash>", "<hash i:nil=\"true\" />")),
        Case::error(
            "documents/azurevpn-hash-in-two-pieces.xml",
            "an element in the hash",
            "part-unreadable",
            "xml-broken",
        )
        .text(azure(&sha1_hex(G2).replacen("DF", "DF<x/>", 1))),
        case(
            "azurevpn-aad-and-cert.zip",
            "profiles for both ways to sign in",
            "all-public",
            "current",
        )
        .zip(&Archive::of(vec![
            Entry::new("AzureVPN\\azurevpnconfig_aad.xml", azure(&sha1_hex(G2))),
            Entry::new("AzureVPN\\azurevpnconfig_cert.xml", azure(&sha1_hex(G2))),
            Entry::new("OpenVPN\\vpnconfig_cert.ovpn", ovpn(GUID, &[G2])),
        ])),
        case(
            "azurevpn-aad-differs.zip",
            "the profile for Entra ID is under another root",
            "all-public",
            "ready",
        )
        .zip(&Archive::of(vec![
            Entry::new("AzureVPN\\azurevpnconfig_aad.xml", azure(&sha1_hex(G1))),
            Entry::new("AzureVPN\\azurevpnconfig_cert.xml", azure(&sha1_hex(G2))),
        ])),
        case(
            "azurevpn-comment.xml",
            "the hash with a comment and a reference in it",
            "all-public",
            "current",
        )
        .text(azure(&sha1_hex(G2).replacen(
            "DF3C",
            "DF<!-- AB -->&#51;C",
            1,
        ))),
    ]
}

fn other_forms() -> Vec<Case> {
    let own = own_ca().der();
    let two_blocks =
        |one: &[u8], other: &[u8]| ovpn(GUID, &[one]) + &format!("<ca>\r\n{}</ca>\r\n", pem(other));
    vec![
        case(
            "ovpn-two-blocks.ovpn",
            "two <ca> blocks",
            "all-public",
            "ready",
        )
        .text(two_blocks(G1, G2)),
        case(
            "ovpn-two-blocks-differ.ovpn",
            "an own CA in the second <ca> block",
            "mixed",
            "self-signed",
        )
        .text(two_blocks(G2, &own)),
        case(
            "ovpn-second-certificate.ovpn",
            "an own CA behind a public one in one <ca>",
            "mixed",
            "self-signed",
        )
        .text(ovpn(GUID, &[G2, &own])),
        case(
            "ovpn-comment.ovpn",
            "a <ca> in comments does not count",
            "no-evidence",
            "unknown",
        )
        .text(
            ovpn(GUID, &[G2])
                .lines()
                .map(|line| format!("# {line}\r\n"))
                .collect::<String>()
                + &format!("client\r\nremote {} 443\r\n", server(GUID)),
        ),
        case(
            "ovpn-lf.ovpn",
            "newlines as git leaves them",
            "all-public",
            "current",
        )
        .text(ovpn(GUID, &[G2]).replace("\r\n", "\n")),
        case(
            "ovpn-no-certificate.ovpn",
            "an empty <ca>",
            "no-evidence",
            "unknown",
        )
        .text(ovpn(GUID, &[])),
        case(
            "ovpn-in-the-tls-auth.ovpn",
            "a certificate in another block does not count",
            "no-evidence",
            "unknown",
        )
        .text(ovpn(GUID, &[]).replace("SECRET-MARKER", &pem(G2))),
        case(
            "script-own.zip",
            "the script trusts the own CA",
            "own-ca",
            "self-signed",
        )
        .zip(&with(
            own_package(),
            "WindowsPowershell\\VpnProfileSetup.ps1",
            profile_script(GUID, &sha1_pairs(&own)),
        )),
        case(
            "script-unknown.ps1",
            "the script trusts a root that nobody knows",
            "unknown-root",
            "unknown",
        )
        .text(profile_script(GUID, &"AB ".repeat(20))),
        Case::error(
            "documents/script-comment.ps1",
            "a thumbprint in a comment",
            "part-unreadable",
            "script-comment",
        )
        .text(profile_script(GUID, "").replace(
            "$Xml",
            &format!(
                "# <TrustedRootCA>{}</TrustedRootCA>\r\n$Xml",
                sha1_pairs(G2)
            ),
        )),
        case(
            "script-two-differ.ps1",
            "an own CA beside a public one",
            "mixed",
            "unknown",
        )
        .text(profile_script(
            GUID,
            &format!(
                "{} </TrustedRootCA>\r\n<TrustedRootCA>{}",
                sha1_pairs(G2),
                sha1_pairs(&crate::own::own_ca().der())
            ),
        )),
        case("script-two.ps1", "two trusted roots", "all-public", "ready").text(profile_script(
            GUID,
            &format!(
                "{} </TrustedRootCA>\r\n<TrustedRootCA>{}",
                sha1_pairs(G1),
                sha1_pairs(G2)
            ),
        )),
        Case::error(
            "documents/script-bad-hash.ps1",
            "a thumbprint that is none",
            "part-unreadable",
            "hex",
        )
        .text(profile_script(GUID, "${ServerCertificate}")),
    ]
}

fn with(mut archive: Archive, name: &str, data: impl Into<Vec<u8>>) -> Archive {
    archive.entries.push(Entry::new(name, data));
    archive
}

/// Client and RADIUS server certificates: public or private, they must not change the answer.
fn never_counted() -> Vec<Case> {
    let own = own_ca().der();
    let g2 = || package(&good_settings(), "VpnServerRoot.cer_0", G2);
    let client_side = |hash: &str, client: &str| {
        azure(hash)
            .replace("<hash i:nil=\"true\" />", &format!("<hash>{client}</hash>"))
            .replace("00112233445566778899aabbccddeeff00112233", client)
    };
    let issuer = |thumbprint: &str, issuer: &str| {
        profile_script(GUID, thumbprint).replace(
            "00 11 22 33 44 55 66 77 88 99 AA BB CC DD EE FF 00 11 22 33",
            issuer,
        )
    };
    let with_cert =
        |ca: &[&[u8]], cert: &[u8]| ovpn(GUID, ca).replace("$CLIENTCERTIFICATE\r\n", &pem(cert));
    vec![
        case(
            "never-clientauth-public.xml",
            "clientauth names a public root, servervalidation an unknown one",
            "unknown-root",
            "unknown",
        )
        .text(client_side(&"AB".repeat(20), &sha1_hex(G2).to_lowercase())),
        case(
            "never-clientauth-only.xml",
            "clientauth names a public root, servervalidation nothing",
            "no-evidence",
            "unknown",
        )
        .text(client_side("", &sha1_hex(G2).to_lowercase())),
        case(
            "never-clientauth-own.zip",
            "clientauth names the own CA of another gateway",
            "all-public",
            "current",
        )
        .zip(&with(
            g2(),
            "AzureVPN\\azurevpnconfig.xml",
            client_side(&sha1_hex(G2), &sha1_hex(&own)),
        )),
        case(
            "never-issuer-hash-public.ps1",
            "IssuerHash is a public root's, TrustedRootCA an unknown one's",
            "unknown-root",
            "unknown",
        )
        .text(issuer(&"AB ".repeat(20), &sha1_pairs(G2))),
        case(
            "never-issuer-hash-only.ps1",
            "IssuerHash is a public root's, TrustedRootCA is empty",
            "no-evidence",
            "unknown",
        )
        .text(issuer("", &sha1_pairs(G2))),
        case(
            "never-issuer-hash-own.zip",
            "IssuerHash is an own CA's",
            "all-public",
            "current",
        )
        .zip(&with(
            g2(),
            "WindowsPowershell\\VpnProfileSetup.ps1",
            issuer(&sha1_pairs(G2), &sha1_pairs(&own)),
        )),
        case(
            "never-cert-public.ovpn",
            "<cert> is a public root, <ca> an own CA",
            "own-ca",
            "self-signed",
        )
        .text(with_cert(&[&own], G2)),
        case(
            "never-cert-own.ovpn",
            "<cert> is an own CA, <ca> a public root",
            "all-public",
            "current",
        )
        .text(with_cert(&[G2], &own)),
        case(
            "never-cert-only.ovpn",
            "<cert> is a public root, <ca> is empty",
            "no-evidence",
            "unknown",
        )
        .text(with_cert(&[], G2)),
        case(
            "never-radius-public.zip",
            "RadiusServerRoot.cer is public, the rest under an own CA",
            "own-ca",
            "self-signed",
        )
        .zip(&with(own_package(), "Generic\\RadiusServerRoot.cer", G2)),
        case(
            "never-radius-own.zip",
            "RadiusServerRoot.cer is a gateway's own CA, the rest public",
            "all-public",
            "current",
        )
        .zip(&with(g2(), "Generic\\RadiusServerRoot.cer", own.clone())),
        case(
            "never-radius-broken.zip",
            "RadiusServerRoot.cer is broken",
            "all-public",
            "current",
        )
        .zip(&with(
            g2(),
            "Generic\\RadiusServerRoot.cer",
            G2[..100].to_vec(),
        )),
        case(
            "never-radius-script.zip",
            "the script trusts a RADIUS root that is public, the rest is under an own CA",
            "own-ca",
            "self-signed",
        )
        .zip(&with(
            with(own_package(), "Generic\\RadiusServerRoot.cer", G2),
            "WindowsPowershell\\VpnProfileSetup.ps1",
            profile_script(GUID, &sha1_pairs(G2)),
        )),
        case(
            "never-stray-public.zip",
            "a public root at no place, the rest under an own CA",
            "own-ca",
            "self-signed",
        )
        .zip(&with(own_package(), "DigiCertGlobalRootG2.cer", G2)),
        case(
            "never-stray-own.zip",
            "an own CA at no place, the rest public",
            "all-public",
            "current",
        )
        .zip(&with(g2(), "old/AzureRoot.cer", own.clone())),
        case(
            "never-pins-loose.zip",
            "pins in a profile's loose texts",
            "all-public",
            "current",
        )
        .zip(&{
            let files = programs::profile(GUID, &own, &[]);
            let texts = files.into_iter().filter(|(name, _)| {
                name.ends_with(".cms") || name.ends_with(".pbk") || name.ends_with(".inf")
            });
            texts.fold(g2(), |archive, (name, data)| {
                with(archive, &format!("Cm\\{name}"), data)
            })
        }),
    ]
}

/// Packages of hubs and WANs get the same answers and are identified as such.
fn virtual_wan() -> Vec<Case> {
    const HUB: &str = "hub0.abcdefghijklmnopqrstuvwx.vpn.azure.com";
    const WAN: &str = "wan.abcdefghijklmnopqrstuvwx.vpn.azure.com";
    let settings = |host: &str, guid: &str, der: &[u8], name: &str| {
        Settings {
            server: host.to_owned(),
            guid: guid.to_owned(),
            ..Settings::new(Schema::Plural, &[der], name)
        }
        .xml()
    };
    let hub = |guid: &str, profile_host: &str| {
        let archive = package(&settings(HUB, guid, G2, G2_NAME), "VpnServerRoot.cer_0", G2);
        with(
            archive,
            "AzureVPN\\azurevpnconfig.xml",
            azure_vpn(profile_host, "Cert", &sha1_hex(G2)),
        )
    };
    let unmarked = Certificate::own("Invented hub CA").der();
    vec![
        case(
            "virtual-wan-hub.zip",
            "a hub's package",
            "all-public",
            "current",
        )
        .zip(&hub(GUID, HUB)),
        case(
            "virtual-wan-global.zip",
            "a hub's package with the WAN's global profile",
            "all-public",
            "current",
        )
        .zip(&hub(GUID, WAN)),
        case(
            "virtual-wan-own.zip",
            "a hub under a CA of its own",
            "own-ca",
            "self-signed",
        )
        .zip(&package(
            &settings(HUB, GUID, &unmarked, "Invented hub CA"),
            "VpnServerRoot.cer_0",
            &unmarked,
        )),
        case(
            "virtual-wan-guids-differ.zip",
            "GUIDs are not compared in Virtual WAN",
            "all-public",
            "current",
        )
        .zip(&with(
            hub(GUID, HUB),
            "OpenVPN\\vpnconfig.ovpn",
            ovpn(OTHER_GUID, &[G2]).replace(&server(OTHER_GUID), HUB),
        )),
        case(
            "virtual-wan-another-hub.zip",
            "the profile is another hub's",
            "two-gateways",
            "current",
        )
        .zip(&hub(GUID, "hub0.zyxwvutsrqponmlkjihgfedc.vpn.azure.com")),
    ]
}
