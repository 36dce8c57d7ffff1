//! The parts of a package in the vendor's format.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha1::{Digest as _, Sha1};

/// GUID of the invented gateway.
pub const GUID: &str = "0badcafe-0000-4000-8000-00000000cafe";
/// GUID of another invented gateway.
pub const OTHER_GUID: &str = "0badcafe-0000-4000-8000-0000000beef0";

/// Public certificates under tests/certificates.
pub const G1: &[u8] = include_bytes!("../../certificates/digicert-global-root-ca.der");
pub const G2: &[u8] = include_bytes!("../../certificates/digicert-global-root-g2.der");
pub const G3: &[u8] = include_bytes!("../../certificates/digicert-global-root-g3.der");
pub const BALTIMORE: &[u8] = include_bytes!("../../certificates/baltimore-cybertrust-root.der");
pub const MICROSOFT_RSA: &[u8] = include_bytes!("../../certificates/microsoft-rsa-root-2017.der");
pub const MICROSOFT_ECC: &[u8] = include_bytes!("../../certificates/microsoft-ecc-root-2017.der");
pub const MICROSOFT_TLS: &[u8] = include_bytes!("../../certificates/microsoft-tls-rsa-root-g2.der");
pub const G5_RSA: &[u8] = include_bytes!("../../certificates/digicert-tls-rsa4096-root-g5.der");
pub const G5_ECC: &[u8] = include_bytes!("../../certificates/digicert-tls-ecc-p384-root-g5.der");
pub const D_TRUST: &[u8] = include_bytes!("../../certificates/d-trust-root-class-3-ca-2-2009.der");
/// A public root that was never on Azure's list.
pub const ISRG_X1: &[u8] = include_bytes!("../../certificates/unlisted/isrg-root-x1.der");
pub const SECURE_SERVER_2013: &[u8] =
    include_bytes!("../../certificates/digicert-sha2-secure-server-ca-2013.der");
pub const SECURE_SERVER_2020: &[u8] =
    include_bytes!("../../certificates/digicert-sha2-secure-server-ca-2020.der");

pub const G1_NAME: &str = "DigiCert Global Root CA";
pub const G2_NAME: &str = "DigiCert Global Root G2";

/// The two schemas of VpnSettings.xml.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    Singular,
    Plural,
}

/// Builder for a VpnSettings.xml.
#[derive(Clone)]
pub struct Settings {
    pub schema: Schema,
    pub server: String,
    pub guid: String,
    pub certificates: Vec<String>,
    pub roots: Vec<String>,
    pub issuers: Vec<String>,
}

impl Settings {
    /// Creates settings of the invented gateway with these certificates and one name for root and issuer.
    pub fn new(schema: Schema, certificates: &[&[u8]], name: &str) -> Self {
        Settings {
            schema,
            server: server(GUID),
            guid: GUID.to_owned(),
            certificates: certificates
                .iter()
                .map(|der| STANDARD.encode(der))
                .collect(),
            roots: vec![name.to_owned()],
            issuers: vec![name.to_owned()],
        }
    }

    /// Returns the file: CRLF, two blanks of indentation, no newline at the end.
    pub fn xml(&self) -> String {
        let list = |singular: &str, plural: &str, values: &[String]| -> String {
            match (self.schema, values) {
                (_, []) => String::new(),
                (Schema::Singular, values) => values
                    .iter()
                    .map(|value| format!("  <{singular}>{value}</{singular}>\r\n"))
                    .collect(),
                (Schema::Plural, values) => {
                    let strings: String = values
                        .iter()
                        .map(|value| format!("    <string>{value}</string>\r\n"))
                        .collect();
                    format!("  <{plural}>\r\n{strings}  </{plural}>\r\n")
                }
            }
        };
        format!(
            "<?xml version=\"1.0\"?>\r\n<VpnProfile xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" \
             xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\r\n  <VpnServer>{}</VpnServer>\r\n  \
             <VpnType>IkeV2,OpenVPN</VpnType>\r\n{}  <Routes>10.0.0.0/16</Routes>\r\n  <Auth>EAPTLS</Auth>\r\n  \
             <VnetName>invented-vnet</VnetName>\r\n  <VnetId>{}</VnetId>\r\n{}{}  \
             <VpnClientAddressPool>172.16.0.0/24</VpnClientAddressPool>\r\n  <CustomDnsServers />\r\n</VpnProfile>",
            self.server,
            list("CaCert", "CaCerts", &self.certificates),
            self.guid,
            list("ServerCertRootCn", "ServerCertsRootCn", &self.roots),
            list("ServerCertIssuerCn", "ServerCertsIssuerCn", &self.issuers),
        )
    }
}

/// Returns the host name of a gateway.
pub fn server(guid: &str) -> String {
    format!("azuregateway-{guid}-0123456789ab.vpn.azure.com")
}

/// Returns settings with DigiCert Global Root G2 in the plural schema.
pub fn good_settings() -> String {
    Settings::new(Schema::Plural, &[G2], G2_NAME).xml()
}

/// Returns an azurevpnconfig.xml with this server hash.
pub fn azure_vpn(host: &str, element: &str, hash: &str) -> String {
    format!(
        "<AzVpnProfile xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns=\"http://schemas.datacontract.org/2004/07/\">\r\n  <any i:nil=\"true\" />\r\n  <clientauth>\r\n    \
         <aad i:nil=\"true\" />\r\n    <cert>\r\n      <hash i:nil=\"true\" />\r\n      \
         <issuer>00112233445566778899aabbccddeeff00112233</issuer>\r\n    </cert>\r\n    <type>cert</type>\r\n  \
         </clientauth>\r\n  <name>invented-vnet</name>\r\n  <serverlist>\r\n    <ServerEntry>\r\n      \
         <displayname i:nil=\"true\" />\r\n      <fqdn>{host}</fqdn>\r\n    </ServerEntry>\r\n  </serverlist>\r\n  \
         <servervalidation>\r\n    <{element}>\r\n      <hash>{hash}</hash>\r\n      <issuer i:nil=\"true\" />\r\n    \
         </{element}>\r\n    <serversecret>SECRET-MARKER</serversecret>\r\n    <type>cert</type>\r\n  \
         </servervalidation>\r\n  <version>1</version>\r\n</AzVpnProfile>"
    )
}

/// Returns a vpnconfig.ovpn whose `<ca>` contains these certificates.
pub fn ovpn(guid: &str, certificates: &[&[u8]]) -> String {
    let ca: String = certificates.iter().map(|der| pem(der)).collect();
    format!(
        "client\r\nremote {} 443\r\nverify-x509-name '{guid}.vpn.azure.com' name\r\nremote-cert-tls server\r\n\
         dev tun\r\nproto tcp\r\n<ca>\r\n{ca}</ca>\r\n<tls-auth>\r\n-----BEGIN OpenVPN Static key V1-----\r\n\
         SECRET-MARKER\r\n-----END OpenVPN Static key V1-----\r\n</tls-auth>\r\n<cert>\r\n$CLIENTCERTIFICATE\r\n\
         </cert>\r\n<key>\r\n$PRIVATEKEY\r\n</key>\r\n",
        server(guid)
    )
}

/// Returns a VpnProfileSetup.ps1 that trusts this thumbprint.
pub fn profile_script(guid: &str, thumbprint: &str) -> String {
    format!(
        "# Sets up the VPN profile.\r\n$Server = '{}'\r\n$Xml = @'\r\n<EapType><ServerValidation>\r\n\
         <TrustedRootCA>{thumbprint} </TrustedRootCA>\r\n</ServerValidation>\r\n<TLSExtensions><FilteringInfo>\
         <CAHashList><IssuerHash>00 11 22 33 44 55 66 77 88 99 AA BB CC DD EE FF 00 11 22 33 </IssuerHash>\
         </CAHashList></FilteringInfo></TLSExtensions></EapType>\r\n'@\r\n",
        server(guid)
    )
}

/// Returns PEM (RFC 7468) with CRLF.
pub fn pem(der: &[u8]) -> String {
    let base64 = STANDARD.encode(der);
    let lines: Vec<&str> = base64
        .as_bytes()
        .chunks(64)
        .filter_map(|line| std::str::from_utf8(line).ok())
        .collect();
    format!(
        "-----BEGIN CERTIFICATE-----\r\n{}\r\n-----END CERTIFICATE-----\r\n",
        lines.join("\r\n")
    )
}

/// Returns the SHA-1 digest in the format of the Azure VPN Client.
pub fn sha1_hex(der: &[u8]) -> String {
    Sha1::digest(der)
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect()
}

/// Returns the SHA-1 digest in the format of VpnProfileSetup.ps1.
pub fn sha1_pairs(der: &[u8]) -> String {
    let pairs: Vec<String> = Sha1::digest(der)
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    pairs.join(" ")
}

/// Returns Base64 without line breaks.
pub fn base64(der: &[u8]) -> String {
    STANDARD.encode(der)
}
