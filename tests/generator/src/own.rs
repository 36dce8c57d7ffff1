//! Packages for the rules: a gateway's own CA, public roots, and contradictory evidence.

use crate::Case;
use crate::der::Certificate;
use crate::parts::{self, *};
use crate::zip::{Archive, Entry};

/// Returns the common name of an own CA in the format of the old troubleshooting page.
pub fn own_name() -> String {
    format!("AzureGateway-{GUID}.cloudapp.net")
}

/// Returns the invented gateway's own CA.
pub fn own_ca() -> Certificate {
    Certificate::own(&own_name())
}

/// Returns a package with the vendor's layout.
pub fn package(settings: &str, root_name: &str, root: &[u8]) -> Archive {
    Archive::of(vec![
        Entry::new("Generic\\VpnSettings.xml", settings),
        Entry::new(&format!("Generic\\{root_name}"), root),
    ])
}

/// Returns the package with DigiCert Global Root G2 and additional entries at the end.
pub fn public_with(entries: impl IntoIterator<Item = Entry>) -> Archive {
    let mut archive = package(&good_settings(), "VpnServerRoot.cer_0", G2);
    archive.entries.extend(entries);
    archive
}

pub fn cases() -> Vec<Case> {
    let own = own_ca().der();
    let singular = Settings::new(Schema::Singular, &[&own], &own_name());
    let plural = Settings::new(Schema::Plural, &[&own], &own_name());
    let mut cases = vec![
        Case::new(
            "own/singular.xml",
            "own CA, singular schema",
            "own-ca",
            "self-signed",
        )
        .text(singular.xml()),
        Case::new(
            "own/plural.xml",
            "own CA, plural schema",
            "own-ca",
            "self-signed",
        )
        .text(plural.xml()),
        Case::new(
            "own/singular.zip",
            "a package under its own CA, singular schema",
            "own-ca",
            "self-signed",
        )
        .zip(&package(&singular.xml(), "VpnServerRoot.cer", &own)),
        Case::new(
            "own/plural.zip",
            "a package under its own CA, plural schema",
            "own-ca",
            "self-signed",
        )
        .zip(&package(&plural.xml(), "VpnServerRoot.cer_0", &own)),
        Case::new(
            "own/root-only.zip",
            "only the root's file is in the zip",
            "own-ca",
            "self-signed",
        )
        .zip(&Archive::of(vec![Entry::new(
            "Generic\\VpnServerRoot.cer",
            own.clone(),
        )])),
        Case::new(
            "own/names-only.xml",
            "own names, no certificate",
            "own-ca",
            "self-signed",
        )
        .text(
            Settings {
                certificates: vec![],
                ..singular.clone()
            }
            .xml(),
        ),
        Case::new(
            "own/unknown-names.xml",
            "own certificate beside names of another form",
            "own-ca",
            "self-signed",
        )
        .text(Settings::new(Schema::Singular, &[&own], "AzureRoot.cer").xml()),
        Case::new(
            "own/old.zip",
            "made before the notice",
            "own-ca",
            "self-signed",
        )
        .zip(&{
            let mut archive = package(&singular.xml(), "VpnServerRoot.cer", &own);
            archive
                .entries
                .iter_mut()
                .for_each(|entry| entry.stamp = 38 << 25 | 6 << 21 | 1 << 16);
            archive
        }),
        Case::new(
            "own/leaf.zip",
            "a certificate that the own CA issued",
            "own-ca",
            "self-signed",
        )
        .zip(&{
            let leaf = Certificate::own(&format!("{GUID}.cloudapp.net"))
                .issued_by(&own_name())
                .der();
            Archive::of(vec![Entry::new("Generic\\VpnServerRoot.cer", leaf)])
        }),
        Case::new(
            "own/unmarked-by-place.zip",
            "no mark, but three years and self-issued at a place",
            "own-ca",
            "self-signed",
        )
        .zip(&Archive::of(vec![Entry::new(
            "Generic\\VpnServerRoot.cer",
            Certificate::own("AzureRoot").der(),
        )])),
    ];
    cases.extend(public());
    cases.extend(disagreeing(&own));
    cases.extend(documents(&own));
    cases.extend(hidden());
    cases
}

fn public() -> Vec<Case> {
    let both = |one: &str, other: &str| Settings {
        roots: vec![one.to_owned(), other.to_owned()],
        issuers: vec![one.to_owned(), other.to_owned()],
        ..Settings::new(Schema::Plural, &[G1, G2], one)
    };
    let g2 = Settings::new(Schema::Plural, &[G2], G2_NAME).xml();
    let g1 = Settings::new(Schema::Singular, &[G1], G1_NAME);
    vec![
        Case::new(
            "public/g2.zip",
            "a package under DigiCert Global Root G2",
            "all-public",
            "current",
        )
        .zip(&package(&g2, "VpnServerRoot.cer_0", G2)),
        Case::new(
            "public/g1.zip",
            "a package under DigiCert Global Root CA",
            "all-public",
            "retiring",
        )
        .zip(&package(&g1.xml(), "VpnServerRoot.cer", G1)),
        Case::new(
            "public/g1-and-g2.zip",
            "a rotation: both roots",
            "all-public",
            "ready",
        )
        .zip(&{
            let mut archive = package(&both(G1_NAME, G2_NAME).xml(), "VpnServerRoot.cer_0", G1);
            archive
                .entries
                .push(Entry::new("Generic\\VpnServerRoot.cer_1", G2));
            archive
        }),
        Case::new(
            "public/baltimore.xml",
            "an expired public root",
            "all-public",
            "expired",
        )
        .text(Settings::new(Schema::Singular, &[BALTIMORE], "Baltimore CyberTrust Root").xml()),
        Case::new(
            "public/names-only.xml",
            "public names, no certificate",
            "all-public",
            "retiring",
        )
        .text(
            Settings {
                certificates: vec![],
                ..g1.clone()
            }
            .xml(),
        ),
        Case::new(
            "public/certificate-only.xml",
            "a public certificate, no names",
            "all-public",
            "retiring",
        )
        .text(
            Settings {
                roots: vec![],
                issuers: vec![],
                ..g1.clone()
            }
            .xml(),
        ),
        Case::new(
            "public/intermediate-2020.xml",
            "a listed intermediate counts as its root",
            "all-public",
            "retiring",
        )
        .text(
            Settings {
                issuers: vec!["DigiCert SHA2 Secure Server CA".to_owned()],
                ..Settings::new(Schema::Singular, &[SECURE_SERVER_2020], G1_NAME)
            }
            .xml(),
        ),
        Case::new(
            "public/microsoft-rsa.xml",
            "another listed root",
            "all-public",
            "current",
        )
        .text(
            Settings::new(
                Schema::Plural,
                &[MICROSOFT_RSA],
                "Microsoft RSA Root Certificate Authority 2017",
            )
            .xml(),
        ),
        Case::new(
            "public/names-of-the-other-root.xml",
            "certificate G2, names G1",
            "all-public",
            "retiring",
        )
        .text(Settings::new(Schema::Plural, &[G2], G1_NAME).xml()),
        Case::new(
            "public/places-differ.zip",
            "G1 in the XML, G2 beside it",
            "all-public",
            "ready",
        )
        .zip(&package(&g1.xml(), "VpnServerRoot.cer", G2)),
        Case::new(
            "public/two-folders.zip",
            "one file name in two folders: both are places",
            "all-public",
            "current",
        )
        .zip(&Archive::of(vec![
            Entry::new("Generic/VpnSettings.xml", g2.clone()),
            Entry::new("b/Generic/VpnSettings.xml", g2.clone()),
        ])),
        Case::new(
            "public/virtual-wan.xml",
            "a hub of Virtual WAN",
            "all-public",
            "current",
        )
        .text(
            Settings {
                server: "hub0.abcdefghijklmnopqrstuvwx.vpn.azure.com".to_owned(),
                ..Settings::new(Schema::Plural, &[G2], G2_NAME)
            }
            .xml(),
        ),
        Case::new(
            "public/radius.zip",
            "a RADIUS root beside a public one does not count",
            "all-public",
            "current",
        )
        .zip(&{
            let mut archive = package(&g2, "VpnServerRoot.cer_0", G2);
            let radius = Certificate::own("Invented RADIUS CA").der();
            archive
                .entries
                .push(Entry::new("Generic\\RadiusServerRoot.cer", radius));
            archive
        }),
        Case::new(
            "public/stray-certificate.zip",
            "a customer's own certificate at no place does not count",
            "all-public",
            "current",
        )
        .zip(&{
            let mut archive = package(&g2, "VpnServerRoot.cer_0", G2);
            archive.entries.push(Entry::new(
                "MyRootCert.cer",
                Certificate::own("P2SRootCert").der(),
            ));
            archive
        }),
    ]
}

fn disagreeing(own: &[u8]) -> Vec<Case> {
    let g2 = parts::good_settings();
    let impostor = Certificate::own(G2_NAME).der();
    let one_root_name = |settings: Settings| Settings {
        roots: vec!["Some CA".to_owned()],
        ..settings
    };
    vec![
        Case::new(
            "disagree/own-file-beside-public-xml.zip",
            "public XML, own root file",
            "mixed",
            "self-signed",
        )
        .zip(&package(&g2, "VpnServerRoot.cer_0", own)),
        Case::new(
            "disagree/public-file-beside-own-xml.zip",
            "own XML, public root file",
            "mixed",
            "self-signed",
        )
        .zip(&package(
            &Settings::new(Schema::Plural, &[own], &own_name()).xml(),
            "VpnServerRoot.cer_0",
            G2,
        )),
        Case::new(
            "disagree/public-and-unknown.xml",
            "one public and one unknown certificate",
            "mixed",
            "unknown",
        )
        .text(Settings::new(Schema::Plural, &[G2, &long_lived()], G2_NAME).xml()),
        Case::new(
            "disagree/public-and-own.xml",
            "one public and one own certificate, names public",
            "contradiction",
            "self-signed",
        )
        .text(Settings::new(Schema::Plural, &[G2, own], G2_NAME).xml()),
        Case::new(
            "disagree/public-names-over-own.xml",
            "own certificate under public names",
            "contradiction",
            "self-signed",
        )
        .text(Settings::new(Schema::Singular, &[own], G1_NAME).xml()),
        Case::new(
            "disagree/own-names-over-public.xml",
            "public certificate under own names",
            "contradiction",
            "self-signed",
        )
        .text(Settings::new(Schema::Singular, &[G1], &own_name()).xml()),
        Case::new(
            "disagree/one-name-unknown.xml",
            "public certificate, root name of another CA",
            "mixed",
            "unknown",
        )
        .text(one_root_name(Settings::new(Schema::Singular, &[G1], G1_NAME)).xml()),
        Case::new(
            "disagree/root-name-against-issuer-name.xml",
            "names only: root public, issuer not",
            "mixed",
            "unknown",
        )
        .text(
            Settings {
                certificates: vec![],
                issuers: vec!["Some CA".to_owned()],
                ..Settings::new(Schema::Singular, &[], G1_NAME)
            }
            .xml(),
        ),
        Case::new(
            "public/names-of-two-roots.xml",
            "names only: the root is G1, the issuer G2",
            "all-public",
            "retiring",
        )
        .text(
            Settings {
                certificates: vec![],
                issuers: vec![G2_NAME.to_owned()],
                ..Settings::new(Schema::Singular, &[], G1_NAME)
            }
            .xml(),
        ),
        Case::new(
            "disagree/lookalike.xml",
            "a home-made root with a public root's name",
            "contradiction",
            "unknown",
        )
        .text(Settings::new(Schema::Plural, &[&impostor], G2_NAME).xml()),
        Case::new(
            "disagree/lookalike-beside-public.zip",
            "public XML, a home-made root of the same name beside it",
            "contradiction",
            "unknown",
        )
        .zip(&package(&g2, "VpnServerRoot.cer_0", &impostor)),
        Case::new(
            "disagree/marked-under-public-name.zip",
            "marked, and says that a public root issued it",
            "contradiction",
            "unknown",
        )
        .zip(&Archive::of(vec![Entry::new(
            "Generic\\VpnServerRoot.cer",
            Certificate::own(&own_name()).issued_by(G1_NAME).der(),
        )])),
        Case::new(
            "disagree/unlisted-intermediate.zip",
            "not listed, not self-issued, issued by a public root's name",
            "unknown-root",
            "unknown",
        )
        .zip(&Archive::of(vec![Entry::new(
            "Generic\\VpnServerRoot.cer",
            Certificate::own("Some TLS CA 2024")
                .issued_by(G2_NAME)
                .der(),
        )])),
        Case::new(
            "disagree/root-name-alone.xml",
            "a public root name without an issuer name",
            "unknown-root",
            "retiring",
        )
        .text(
            Settings {
                certificates: vec![],
                issuers: vec![],
                ..Settings::new(Schema::Singular, &[], G1_NAME)
            }
            .xml(),
        ),
        Case::new(
            "disagree/unknown-root.xml",
            "a root that lives long and is not listed",
            "unknown-root",
            "unknown",
        )
        .text(
            Settings {
                roots: vec![],
                issuers: vec![],
                ..Settings::new(Schema::Plural, &[&long_lived()], "")
            }
            .xml(),
        ),
        Case::new(
            "disagree/unknown-names.xml",
            "names of an unknown CA, nothing else",
            "unknown-root",
            "unknown",
        )
        .text(
            Settings {
                certificates: vec![],
                ..Settings::new(Schema::Singular, &[], "Some CA")
            }
            .xml(),
        ),
        Case::new(
            "disagree/name-in-another-case.xml",
            "a public name in another case is not that name",
            "unknown-root",
            "unknown",
        )
        .text(
            Settings {
                certificates: vec![],
                ..Settings::new(Schema::Singular, &[], "digicert global root ca")
            }
            .xml(),
        ),
        Case::new(
            "disagree/two-gateways.zip",
            "the parts name two gateways",
            "two-gateways",
            "current",
        )
        .zip(&Archive::of(vec![
            Entry::new("Generic\\VpnSettings.xml", g2.clone()),
            Entry::new(
                "b\\Generic\\VpnSettings.xml",
                Settings {
                    server: server(OTHER_GUID),
                    guid: OTHER_GUID.to_owned(),
                    ..Settings::new(Schema::Plural, &[G2], G2_NAME)
                }
                .xml(),
            ),
        ])),
        Case::new(
            "disagree/no-evidence.xml",
            "settings without certificate and names",
            "no-evidence",
            "unknown",
        )
        .text(
            Settings {
                certificates: vec![],
                roots: vec![],
                issuers: vec![],
                ..Settings::new(Schema::Plural, &[], "")
            }
            .xml(),
        ),
        Case::new(
            "disagree/other-namespace.xml",
            "the elements stand in a namespace",
            "no-evidence",
            "unknown",
        )
        .text(g2.replace("<VpnProfile ", "<VpnProfile xmlns=\"urn:invented\" ")),
        Case::new(
            "disagree/in-a-comment.xml",
            "the evidence stands in a comment",
            "no-evidence",
            "unknown",
        )
        .text(
            g2.replace("<CaCerts>", "<!--<CaCerts>")
                .replace("</ServerCertsIssuerCn>", "</ServerCertsIssuerCn>-->"),
        ),
        Case::new(
            "disagree/in-another-element.xml",
            "the evidence stands in another element",
            "no-evidence",
            "unknown",
        )
        .text(
            g2.replace("<CaCerts>", "<Backup><CaCerts>")
                .replace("</ServerCertsIssuerCn>", "</ServerCertsIssuerCn></Backup>"),
        ),
    ]
}

/// Names with invisible characters or characters that reverse the text direction.
fn hidden() -> Vec<Case> {
    let g2 = good_settings();
    let case = |name: &str, condition: &str| {
        Case::new(
            &format!("disagree/{name}"),
            condition,
            "all-public",
            "current",
        )
    };
    vec![
        case("bidi-network.xml", "bidi controls in the network's name")
            .text(g2.replace("invented-vnet", "invented-\u{202E}tenv\u{2066}")),
        case(
            "bidi-server.xml",
            "a zero-width blank and a tab in the server's name",
        )
        .text(g2.replace(&server(GUID), &format!("\u{200B}{}&#9;x", server(GUID)))),
        case("bidi-folder.zip", "bidi controls in the folder's name").zip(&Archive::of(vec![
            Entry::new("\u{202E}piz/Generic/VpnSettings.xml", g2.clone()),
        ])),
    ]
}

fn documents(own: &[u8]) -> Vec<Case> {
    let host = server(GUID);
    let g2 = good_settings();
    let with = |name: &str, text: String| {
        let mut archive = package(&g2, "VpnServerRoot.cer_0", G2);
        archive.entries.push(Entry::new(name, text));
        archive
    };
    vec![
        Case::new("documents/azurevpn-g2.xml", "the Azure VPN Client's profile under G2", "all-public", "current")
            .text(azure_vpn(&host, "Cert", &sha1_hex(G2))),
        Case::new("documents/azurevpn-lower-case.xml", "old element name, hash in lower case", "all-public", "retiring")
            .text(azure_vpn(&host, "cert", &sha1_hex(G1).to_lowercase())),
        Case::new("documents/azurevpn-prefix.xml", "the namespace bound to a prefix", "all-public", "current").text(
            "<a:AzVpnProfile xmlns:a=\"http://schemas.datacontract.org/2004/07/\"><a:servervalidation><a:Cert><a:hash>"
                .to_owned() + &sha1_hex(G2) + "</a:hash></a:Cert></a:servervalidation></a:AzVpnProfile>"),
        Case::new("documents/azurevpn-unknown.xml", "a thumbprint that nobody knows", "unknown-root", "unknown")
            .text(azure_vpn(&host, "Cert", &"AB".repeat(20))),
        Case::new("documents/azurevpn-client-side-only.xml", "only the client's side has a hash", "no-evidence", "unknown")
            .text(azure_vpn(&host, "Cert", "")),
        Case::error("documents/azurevpn-bad-hash.xml", "a hash that is no hexadecimal", "part-unreadable", "hex")
            .text(azure_vpn(&host, "Cert", "not a thumbprint")),
        Case::error("documents/azurevpn-placeholder.xml", "a placeholder that breaks the XML", "part-unreadable", "xml-broken")
            .text(azure_vpn(&host, "Cert", &sha1_hex(G2)).replace("invented-vnet", "<TENANTID>")),
        Case::new("documents/azurevpn-own.zip", "own root in the XML and by thumbprint", "own-ca", "self-signed").zip(&{
            let mut archive = package(&Settings::new(Schema::Plural, &[own], &own_name()).xml(), "VpnServerRoot.cer_0", own);
            archive.entries.push(Entry::new("AzureVPN\\azurevpnconfig.xml", azure_vpn(&host, "Cert", &sha1_hex(own))));
            archive
        }),
        Case::new("documents/ovpn-g2.ovpn", "the OpenVPN profile under G2", "all-public", "current").text(ovpn(GUID, &[G2])),
        Case::new("documents/ovpn-two.ovpn", "two certificates in <ca>", "all-public", "ready").text(ovpn(GUID, &[G1, G2])),
        Case::new("documents/ovpn-own.ovpn", "the OpenVPN profile under an own CA", "own-ca", "self-signed").text(ovpn(GUID, &[own])),
        Case::new("documents/ovpn-unmarked.ovpn", "a self-issued CA without a mark in an .ovpn is not the gateway's", "unknown-root", "unknown")
            .text(ovpn(GUID, &[&Certificate::own("Home VPN CA").der()])),
        Case::error("documents/ovpn-open-block.ovpn", "a block that is not closed", "part-unreadable", "ovpn-broken")
            .text(ovpn(GUID, &[G2]).replace("</key>", "")),
        Case::error("documents/ovpn-bad-label.ovpn", "another label in <ca>", "part-unreadable", "pem")
            .text(ovpn(GUID, &[G2]).replace("BEGIN CERTIFICATE", "BEGIN TRUSTED CERTIFICATE")),
        Case::new("documents/script-g2.ps1", "the PowerShell profile under G2", "all-public", "current")
            .text(profile_script(GUID, &sha1_pairs(G2))),
        Case::new("documents/whole.zip", "all documents of one gateway", "all-public", "current").zip(&{
            let mut archive = with("OpenVPN\\vpnconfig.ovpn", ovpn(GUID, &[G2]));
            archive.entries.push(Entry::new("AzureVPN\\azurevpnconfig.xml", azure_vpn(&host, "Cert", &sha1_hex(G2))));
            archive.entries.push(Entry::new("WindowsPowershell\\VpnProfileSetup.ps1", profile_script(GUID, &sha1_pairs(G2))));
            archive
        }),
        Case::new("documents/ovpn-of-another-gateway.zip", "an .ovpn of another gateway", "two-gateways", "current")
            .zip(&with("OpenVPN\\vpnconfig.ovpn", ovpn(OTHER_GUID, &[G2]))),
        Case::new("documents/ovpn-own-beside-public.zip", "an own CA in the .ovpn only", "mixed", "self-signed")
            .zip(&with("OpenVPN\\vpnconfig.ovpn", ovpn(GUID, &[own]))),
        Case::new("documents/script-of-the-radius-root.zip", "the script trusts the RADIUS server's root", "all-public", "current").zip(&{
            let radius = Certificate::own("Invented RADIUS CA").der();
            let mut archive = with("WindowsPowershell\\VpnProfileSetup.ps1", profile_script(GUID, &sha1_pairs(&radius)));
            archive.entries.push(Entry::new("Generic\\RadiusServerRoot.cer", radius));
            archive
        }),
    ]
}

/// Returns a root that is valid too long for a gateway's own and is in no trust store.
pub fn long_lived() -> Vec<u8> {
    Certificate::own("Some Corporate Root")
        .valid("20100101000000Z", "20350101000000Z")
        .der()
}
