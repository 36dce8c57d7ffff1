//! Twins of real files: the same layout, similar sizes and the same public root, with invented gateway, network, tenant
//! and secrets. Real packages can't be published, so the tests use these instead.

use crate::Case;
use crate::parts::{G1, G1_NAME, G2, G2_NAME, GUID, Schema, Settings, pem, server, sha1_hex};
use crate::secrets::MARKER;
use crate::zip::{Archive, Entry};

const TENANT: &str = "0badcafe-0000-4000-8000-000000000aad";
const AUDIENCE: &str = "0badcafe-0000-4000-8000-0000000a0d1e";
const HUB: &str = "hub0.0123456789abcdefghijklmn.vpn.azure.com";

/// The lines about Microsoft Entra ID in a VpnSettings.xml without a tenant.
const NO_TENANT: &str = "  <AadIssuer />\r\n  <AadTenant />\r\n  <AadAudience />\r\n";
/// The last setting of a VpnSettings.xml since about 2020.
const DNS: &str = "  <CustomDnsServers />\r\n";

/// 13 April 2022, 10:30.
const STAMP: u32 = (42 << 25 | 4 << 21 | 13 << 16) | (10 << 11 | 30 << 5);

pub fn cases() -> Vec<Case> {
    let case = |file: &str, condition: &str, today: &'static str| {
        let path = format!("twins/{file}");
        Case::new(&path, condition, "all-public", today)
    };
    vec![
        case(
            "openvpn-cert-g1.zip",
            "a 2022 package: OpenVPN, certificate authentication",
            "retiring",
        )
        .zip(&package(vec![
            ("Generic\\VpnSettings.xml", openvpn(NO_TENANT).into_bytes()),
            ("Generic\\VpnServerRoot.cer", G1.to_vec()),
            ("OpenVPN\\vpnconfig.ovpn", ovpn().into_bytes()),
            (
                "AzureVPN\\azurevpnconfig.xml",
                azure_vpn_2022(&client_certificate(), "cert").into_bytes(),
            ),
        ])),
        case(
            "openvpn-aad-only-g1.zip",
            "a 2022 package: OpenVPN, Microsoft Entra ID authentication only",
            "retiring",
        )
        .zip(&package(vec![
            (
                "Generic\\VpnSettings.xml",
                audience_with_blank(&openvpn(&tenant())).into_bytes(),
            ),
            ("Generic\\VpnServerRoot.cer", G1.to_vec()),
            (
                "AzureVPN\\azurevpnconfig.xml",
                audience_with_blank(&azure_vpn_2022(
                    &entra_id("      <enablegrouptoken>false</enablegrouptoken>\r\n"),
                    "aad",
                ))
                .into_bytes(),
            ),
        ])),
        case(
            "settings-sstp-ikev2-g1.xml",
            "VpnSettings.xml of a 2019 gateway: SSTP and IKEv2",
            "retiring",
        )
        .text(
            singular("SSTP,IkeV2", "")
                .replace("10.0.0.0/16", "10.0.0.0/24,10.0.1.0/24")
                .replace(
                    "  <VpnClientAddressPool>172.16.0.0/24</VpnClientAddressPool>\r\n",
                    "",
                )
                .replace(DNS, ""),
        ),
        case(
            "settings-openvpn-aad-g1.xml",
            "VpnSettings.xml of a 2022 gateway: OpenVPN, Microsoft Entra ID authentication",
            "retiring",
        )
        .text(openvpn(&tenant())),
        case(
            "settings-radius-eapmschapv2-g1.xml",
            "VpnSettings.xml of a 2022 gateway: RADIUS with passwords",
            "retiring",
        )
        .text(singular("SSTP,IkeV2", NO_TENANT).replace("EAPTLS", "EAPMSCHAPV2")),
        case(
            "settings-ikev2-openvpn-g2.xml",
            "VpnSettings.xml of a 2024 gateway: IKEv2 and OpenVPN",
            "current",
        )
        .text(plural(server(GUID), NO_TENANT)),
        case(
            "settings-virtual-wan-g2.xml",
            "VpnSettings.xml of a 2024 Virtual WAN hub",
            "current",
        )
        .text(plural(HUB.to_owned(), "").replace(
            "10.0.0.0/16",
            "192.168.1.0/24,10.1.0.0/20,10.1.16.0/20,10.2.0.0/20",
        )),
        case(
            "azurevpn-aad-g1.xml",
            "azurevpnconfig.xml of 2020: Microsoft Entra ID authentication",
            "retiring",
        )
        .text(azure_vpn_2022(&entra_id(""), "aad")),
        case(
            "azurevpn-cert-g2.xml",
            "azurevpnconfig.xml of 2024: certificate authentication",
            "current",
        )
        .text(azure_vpn_2024(&server(GUID), "invented-vnet")),
        case(
            "azurevpn-virtual-wan-g2.xml",
            "azurevpnconfig.xml of 2024: a Virtual WAN hub",
            "current",
        )
        .text(azure_vpn_2024(HUB, "invented-vwan_invented-hub")),
        case(
            "VpnServerRoot.cer",
            "VpnServerRoot.cer of a 2022 package",
            "retiring",
        )
        .binary(G1.to_vec(), "DigiCert Global Root CA in DER\n"),
        case(
            "VpnServerRoot.cer_0",
            "VpnServerRoot.cer_0 of a 2024 package",
            "current",
        )
        .binary(G2.to_vec(), "DigiCert Global Root G2 in DER\n"),
    ]
}

/// Returns a zip whose entries all have the same time.
fn package(files: Vec<(&str, Vec<u8>)>) -> Archive {
    let entry = |(name, data)| Entry {
        stamp: STAMP,
        ..Entry::new(name, data)
    };
    Archive::of(files.into_iter().map(entry).collect())
}

/// Returns a VpnSettings.xml of the singular schema that names DigiCert Global Root CA.
fn singular(protocols: &str, entra_id: &str) -> String {
    Settings::new(Schema::Singular, &[G1], G1_NAME)
        .xml()
        .replace("IkeV2,OpenVPN", protocols)
        .replace(DNS, &format!("{entra_id}{DNS}"))
}

/// Returns the VpnSettings.xml of an OpenVPN gateway.
fn openvpn(entra_id: &str) -> String {
    singular("OpenVPN", entra_id)
}

/// Returns a VpnSettings.xml of the plural schema that names DigiCert Global Root G2.
fn plural(server: String, entra_id: &str) -> String {
    let settings = Settings::new(Schema::Plural, &[G2], G2_NAME);
    Settings { server, ..settings }
        .xml()
        .replace(DNS, &format!("{entra_id}{DNS}"))
}

/// Returns the lines about Microsoft Entra ID in a VpnSettings.xml.
fn tenant() -> String {
    format!(
        "  <AadIssuer>https://sts.windows.net/{TENANT}/</AadIssuer>\r\n  \
         <AadTenant>https://login.microsoftonline.com/{TENANT}/</AadTenant>\r\n  \
         <AadAudience>{AUDIENCE}</AadAudience>\r\n"
    )
}

/// Adds a blank after the audience, as in some packages.
fn audience_with_blank(text: &str) -> String {
    text.replace(AUDIENCE, &format!("{AUDIENCE} "))
}

/// Returns the `clientauth` of a profile for Microsoft Entra ID, with these lines about groups.
fn entra_id(groups: &str) -> String {
    format!(
        "    <aad>\r\n      <audience>{AUDIENCE}</audience>\r\n      <cachesigninuser>true</cachesigninuser>\r\n\
         {groups}      <issuer>https://sts.windows.net/{TENANT}/</issuer>\r\n      \
         <tenant>https://login.microsoftonline.com/{TENANT}/</tenant>\r\n    </aad>\r\n    <cert i:nil=\"true\" />\r\n"
    )
}

/// Returns the `clientauth` of a profile for client certificates.
fn client_certificate() -> String {
    "    <aad i:nil=\"true\" />\r\n    <cert>\r\n      <hash i:nil=\"true\" />\r\n      \
     <issuer>00112233445566778899aabbccddeeff00112233</issuer>\r\n    </cert>\r\n"
        .to_owned()
}

/// Returns an azurevpnconfig.xml in the format used until 2022: a line break before each `i:nil`, `cert` in lower case.
fn azure_vpn_2022(client: &str, kind: &str) -> String {
    let text = azure_vpn(client, kind, "invented-vnet", &server(GUID), "cert", G1);
    let mut broken = String::new();
    for line in text.split_inclusive('\n') {
        let indent = " ".repeat(line.len() - line.trim_start().len() + 2);
        broken += &line.replace(" i:nil", &format!("\r\n{indent}i:nil"));
    }
    broken
}

/// Returns an azurevpnconfig.xml in the format of 2024: `i:nil` on its element's line, `Cert` with a capital.
fn azure_vpn_2024(host: &str, name: &str) -> String {
    azure_vpn(&client_certificate(), "cert", name, host, "Cert", G2)
}

fn azure_vpn(
    client: &str,
    kind: &str,
    name: &str,
    host: &str,
    element: &str,
    root: &[u8],
) -> String {
    let hash = sha1_hex(root);
    format!(
        "<AzVpnProfile xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns=\"http://schemas.datacontract.org/2004/07/\">\r\n  \
         <any xmlns:d2p1=\"http://schemas.datacontract.org/2004/07/System.Xml\" i:nil=\"true\" />\r\n  \
         <clientauth>\r\n{client}    <type>{kind}</type>\r\n    <usernamepass i:nil=\"true\" />\r\n  \
         </clientauth>\r\n  <clientconfig i:nil=\"true\" />\r\n  <name>{name}</name>\r\n  <protocolconfig>\r\n    \
         <sslprotocolConfig>\r\n      <transportprotocol>tcp</transportprotocol>\r\n    </sslprotocolConfig>\r\n  \
         </protocolconfig>\r\n  <serverlist>\r\n    <ServerEntry>\r\n      <displayname i:nil=\"true\" />\r\n      \
         <fqdn>{host}</fqdn>\r\n    </ServerEntry>\r\n  </serverlist>\r\n  <servervalidation>\r\n    <{element}>\r\n      \
         <hash>{hash}</hash>\r\n      <issuer i:nil=\"true\" />\r\n    </{element}>\r\n    \
         <serversecret>{MARKER}</serversecret>\r\n    <type>cert</type>\r\n  </servervalidation>\r\n  \
         <version>1</version>\r\n</AzVpnProfile>"
    )
}

/// Returns a vpnconfig.ovpn with every directive and comment that Azure writes.
fn ovpn() -> String {
    let ca = pem(G1);
    let server = server(GUID);
    format!(
        "client\r\nremote {server} 443\r\nverify-x509-name '{GUID}.vpn.azure.com' name\r\nremote-cert-tls server\r\n\r\n\
         dev tun\r\nproto tcp\r\nresolv-retry infinite\r\nnobind\r\n\r\n\
         auth SHA256\r\ncipher AES-256-GCM\r\npersist-key\r\npersist-tun\r\n\r\n\
         tls-timeout 30\r\ntls-version-min 1.2\r\nkey-direction 1\r\n\r\n\
         log openvpn.log\r\nverb 3\r\n\r\n\
         # P2S CA root certificate\r\n<ca>\r\n{ca}</ca>\r\n\r\n\
         # Pre Shared Key\r\n<tls-auth>\r\n{MARKER}\r\n</tls-auth>\r\n\r\n\
         # P2S client certificate\r\n\
         # Please fill this field with a PEM formatted client certificate\r\n\
         # Alternatively, configure 'cert PATH_TO_CLIENT_CERT' to use input from a PEM certificate file.\r\n\
         <cert>\r\n$CLIENTCERTIFICATE\r\n</cert>\r\n\r\n\
         # P2S client certificate private key\r\n\
         # Please fill this field with a PEM formatted private key of the client certificate.\r\n\
         # Alternatively, configure 'key PATH_TO_CLIENT_KEY' to use input from a PEM key file.\r\n\
         <key>\r\n$PRIVATEKEY\r\n</key>\r\n"
    )
}
