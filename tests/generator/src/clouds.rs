//! Packages of the clouds besides the public one, which audience and tenant show.

use crate::Case;
use crate::own::package;
use crate::parts::*;
use crate::zip::Entry;

const TENANT: &str = "0badcafe-0000-4000-8000-0000000000aa";
const GOVERNMENT: [&str; 2] = [
    "51bb15d4-3a4f-4ebf-9dca-40096fe32426",
    "login.microsoftonline.us",
];
const CHINA: [&str; 2] = [
    "49f817b6-84ae-4cc0-928c-73f27289b3aa",
    "login.chinacloudapi.cn",
];
const GERMANY: [&str; 2] = [
    "538ee9e6-310a-468d-afef-ea97365856a9",
    "login-us.microsoftonline.de",
];
const ALL_CLOUDS: &str = "c632b3df-fb67-4d84-bdcf-b95ad541b5c8";
const PUBLIC_HOST: &str = "login.microsoftonline.com";

/// Returns an azurevpnconfig.xml that signs in to this tenant for this audience.
fn azure(root: &[u8], audience: &str, host: &str) -> String {
    azure_vpn(&server(GUID), "Cert", &sha1_hex(root)).replace(
        "<aad i:nil=\"true\" />",
        &format!(
            "<aad>\r\n      <audience>{audience}</audience>\r\n      <issuer>https://sts.windows.net/{TENANT}/</issuer>\
             \r\n      <tenant>https://{host}/{TENANT}/</tenant>\r\n    </aad>"
        ),
    )
}

/// Returns a VpnSettings.xml that signs in to this tenant for this audience.
fn settings(root: &[u8], name: &str, audience: &str, host: &str) -> String {
    Settings::new(Schema::Plural, &[root], name).xml().replace(
        "  <CustomDnsServers />",
        &format!(
            "  <AadIssuer>https://sts.windows.net/{TENANT}/</AadIssuer>\r\n  \
             <AadTenant>https://{host}/{TENANT}/</AadTenant>\r\n  <AadAudience>{audience} </AadAudience>\r\n  \
             <CustomDnsServers />"
        ),
    )
}

pub fn cases() -> Vec<Case> {
    let g1 = |name: &str, condition: &str| {
        Case::new(
            &format!("clouds/{name}"),
            condition,
            "all-public",
            "retiring",
        )
    };
    let g2 = |name: &str, condition: &str| {
        Case::new(
            &format!("clouds/{name}"),
            condition,
            "all-public",
            "current",
        )
    };
    let [audience, host] = GOVERNMENT;
    let whole = |root: &[u8], name: &str| {
        let mut archive = package(
            &settings(root, name, audience, host),
            "VpnServerRoot.cer_0",
            root,
        );
        let config = azure(root, audience, host);
        archive
            .entries
            .push(Entry::new("AzureVPN\\azurevpnconfig.xml", config));
        archive
    };
    vec![
        g1("government.zip", "a package of Azure Government under G1").zip(&whole(G1, G1_NAME)),
        g2(
            "government-g2.zip",
            "a package of Azure Government under G2",
        )
        .zip(&whole(G2, G2_NAME)),
        g1("china.xml", "a profile of Azure in China under G1").text(azure(G1, CHINA[0], CHINA[1])),
        g2(
            "germany.xml",
            "a profile of Microsoft Cloud Germany under G2",
        )
        .text(azure(G2, GERMANY[0], GERMANY[1])),
        g1(
            "government-tenant.xml",
            "the audience of all clouds, a tenant of Azure Government",
        )
        .text(azure(G1, ALL_CLOUDS, host)),
        g1(
            "public.xml",
            "the audience of all clouds, a tenant of the public cloud",
        )
        .text(azure(G1, ALL_CLOUDS, PUBLIC_HOST)),
        g1(
            "two-clouds.xml",
            "the audience of one cloud and the tenant of another",
        )
        .text(settings(G1, G1_NAME, audience, CHINA[1])),
    ]
}
