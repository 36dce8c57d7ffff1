//! ProfileXML of Windows, as Intune distributes it.

use crate::Case;
use crate::own::{own_ca, public_with};
use crate::parts::*;
use crate::zip::Entry;

/// Returns a ProfileXML with a configuration of a VPN app, and anything else.
fn profile_xml(configuration: &str, other: &str) -> String {
    format!(
        "<VPNProfile>\r\n  <RememberCredentials>true</RememberCredentials>\r\n  <AlwaysOn>true</AlwaysOn>\r\n  \
         <PluginProfile>\r\n    <ServerUrlList>{}</ServerUrlList>\r\n    <CustomConfiguration>{configuration}\
         </CustomConfiguration>\r\n    <PluginPackageFamilyName>Microsoft.AzureVpn_8wekyb3d8bbwe\
         </PluginPackageFamilyName>\r\n  </PluginProfile>\r\n{other}</VPNProfile>\r\n",
        server(GUID)
    )
}

/// Returns an EAP configuration that trusts a root.
fn eap(thumbprint: &str) -> String {
    format!(
        "<EapHostConfig xmlns=\"http://www.microsoft.com/provisioning/EapHostConfig\"><EapMethod><Type>13</Type>\
         </EapMethod><Config><Eap xmlns=\"http://www.microsoft.com/provisioning/BaseEapConnectionPropertiesV1\">\
         <EapType xmlns=\"http://www.microsoft.com/provisioning/EapTlsConnectionPropertiesV1\"><ServerValidation>\
         <TrustedRootCA>{thumbprint} </TrustedRootCA></ServerValidation></EapType></Eap></Config></EapHostConfig>"
    )
}

fn native(thumbprint: &str) -> String {
    format!(
        "  <NativeProfile><Servers>vpn.example.com</Servers><Authentication><Eap><Configuration>{}\
         </Configuration></Eap></Authentication></NativeProfile>\r\n",
        eap(thumbprint)
    )
}

pub fn cases() -> Vec<Case> {
    let own = own_ca().der();
    let azure = azure_vpn(&server(GUID), "cert", &sha1_hex(G2));
    let azure_own = azure_vpn(&server(GUID), "cert", &sha1_hex(&own));
    let inside = azure
        .split_once('>')
        .and_then(|(_, rest)| rest.strip_suffix("</AzVpnProfile>"))
        .unwrap_or_default();
    let lower = format!("<azvpnprofile>{inside}</azvpnprofile>");
    let escaped = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
    };
    let fine = |name: &str, condition: &str, text: String| {
        Case::new(
            &format!("profile-xml/{name}"),
            condition,
            "all-public",
            "current",
        )
        .text(text)
    };
    let refused = |name: &str, condition: &str, rule, error, text: String| {
        Case::error(&format!("profile-xml/{name}"), condition, rule, error).text(text)
    };
    let eap_only = format!(
        "<VPNProfile>\r\n{}</VPNProfile>\r\n",
        native(&sha1_pairs(G2))
    );
    vec![
        fine(
            "azure.xml",
            "an Azure VPN profile in ProfileXML",
            profile_xml(&azure, ""),
        ),
        fine(
            "lower-case.xml",
            "the profile's root element in lower case, the prefix i not declared",
            profile_xml(&lower, ""),
        ),
        fine(
            "without-root.xml",
            "the profile without its root element, as in Azure's instructions",
            profile_xml(inside, ""),
        ),
        fine(
            "escaped.xml",
            "the profile as escaped text",
            profile_xml(&escaped(&azure), ""),
        ),
        fine(
            "escaped-lower-case.xml",
            "the profile as escaped text, in lower case",
            profile_xml(&escaped(&lower), ""),
        ),
        fine(
            "cdata.xml",
            "the profile in CDATA",
            profile_xml(&format!("<![CDATA[{azure}]]>"), ""),
        ),
        fine(
            "eap-beside.xml",
            "an EAP configuration beside the profile, with another root",
            profile_xml(&azure, &native(&sha1_pairs(&own))),
        ),
        Case::new(
            "profile-xml/unknown.xml",
            "a thumbprint that isn't known",
            "unknown-root",
            "unknown",
        )
        .text(profile_xml(&azure_own, "")),
        Case::new(
            "profile-xml/two-profiles.xml",
            "two profiles, one with a thumbprint that isn't known",
            "mixed",
            "unknown",
        )
        .text(profile_xml(&format!("{azure}{azure_own}"), "")),
        Case::new(
            "profile-xml/second-escaped.xml",
            "two configurations, the second one escaped, without root element and with a thumbprint that isn't known",
            "mixed",
            "unknown",
        )
        .text(profile_xml(
            &format!(
                "{azure}</CustomConfiguration><CustomConfiguration>{}",
                escaped(&inside.replace(&sha1_hex(G2), &sha1_hex(&own)))
            ),
            "",
        )),
        Case::new(
            "profile-xml/no-hash.xml",
            "a profile without a hash, beside an EAP configuration",
            "no-evidence",
            "unknown",
        )
        .text(profile_xml(
            &azure.replace(&sha1_hex(G2), ""),
            &native(&sha1_pairs(G2)),
        )),
        refused(
            "bad-hash.xml",
            "a hash that isn't hexadecimal",
            "part-unreadable",
            "hex",
            profile_xml(&azure.replace(&sha1_hex(G2), "DF3C"), ""),
        ),
        refused(
            "text-beside.xml",
            "text beside the profile",
            "part-unreadable",
            "xml-broken",
            profile_xml(&format!("{azure}text"), ""),
        ),
        refused(
            "hash-elsewhere.xml",
            "a second hash, deeper than a profile has it",
            "part-unreadable",
            "xml-broken",
            profile_xml(
                &azure.replace(
                    "<servervalidation>",
                    &format!("<servervalidation><x><hash>{}</hash></x>", sha1_hex(&own)),
                ),
                "",
            ),
        ),
        refused(
            "validation-in-other-case.xml",
            "a second validation, its name in another case",
            "part-unreadable",
            "xml-broken",
            profile_xml(
                &azure.replace("<servervalidation>", "<ServerValidation/><servervalidation>"),
                "",
            ),
        ),
        refused(
            "nil-hash.xml",
            "a hash that is declared nil",
            "part-unreadable",
            "xml-broken",
            profile_xml(&lower.replace("<hash>", "<hash i:nil=\"true\">"), ""),
        ),
        refused(
            "other-app-beside.xml",
            "the configuration of another VPN app beside the profile",
            "part-unreadable",
            "xml-broken",
            profile_xml(
                &format!("{azure}</CustomConfiguration><CustomConfiguration>text"),
                "",
            ),
        ),
        refused(
            "escaped-broken.xml",
            "escaped text that is cut off",
            "part-unreadable",
            "xml-broken",
            profile_xml(&escaped(&azure[..400]), ""),
        ),
        refused(
            "cut-off.xml",
            "a ProfileXML that is cut off",
            "part-unreadable",
            "xml-broken",
            profile_xml(&azure, "")[..900].to_owned(),
        ),
        refused(
            "eap-only.xml",
            "ProfileXML with an EAP configuration only",
            "not-a-package",
            "eap-configuration",
            eap_only.clone(),
        ),
        refused(
            "eap.xml",
            "an EAP configuration on its own",
            "not-a-package",
            "eap-configuration",
            eap(&sha1_pairs(G2)),
        ),
        refused(
            "other-app.xml",
            "the configuration of another VPN app",
            "not-a-package",
            "other-xml",
            profile_xml("<pulse-schema/>", ""),
        ),
        Case::new(
            "profile-xml/beside-a-package.zip",
            "a ProfileXML with a thumbprint that isn't known, in a public package",
            "mixed",
            "unknown",
        )
        .zip(&public_with([Entry::new(
            "Generic/intune.xml",
            profile_xml(&lower.replace(&sha1_hex(G2), &sha1_hex(&own)), ""),
        )])),
        Case::new(
            "profile-xml/eap-beside-a-package.zip",
            "an EAP configuration in a public package, which counts like that of VpnProfileSetup.ps1",
            "all-public",
            "current",
        )
        .zip(&public_with([Entry::new("Generic/eap.xml", eap_only)])),
    ]
}
