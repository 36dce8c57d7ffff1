//! A marker at every place of every document that contains a secret. It must not appear in any output.

use crate::Case;
use crate::der::{sequence, tlv};
use crate::parts::*;
use crate::programs;
use crate::zip::{Archive, Entry};

/// The marker, and its Base64 form.
pub const MARKER: &str = "SECRET-MARKER";
pub const MARKER_BASE64: &str = "U0VDUkVULU1BUktFUg";

pub fn cases() -> Vec<Case> {
    let case = |name: &str, condition: &str, rule, today| {
        Case::new(&format!("secrets/{name}"), condition, rule, today)
    };
    let error = |name: &str, condition: &str, rule, error| {
        Case::error(&format!("secrets/{name}"), condition, rule, error)
    };
    let azure = azure_vpn(&server(GUID), "Cert", &sha1_hex(G2));
    let azure_full = azure
        .replace("<aad i:nil=\"true\" />", &format!("<aad><token>{MARKER}</token></aad><usernamepass><password>{MARKER}</password></usernamepass>"))
        .replace("<type>cert</type>", &format!("<privatekey>{MARKER}</privatekey><presharedkey>{MARKER}</presharedkey><type>cert</type>"));
    let key = private_key("PRIVATE KEY");
    let ovpn_full = ovpn(GUID, &[G2]).replace("$PRIVATEKEY\r\n", &key)
        + &[
            "tls-crypt",
            "tls-crypt-v2",
            "secret",
            "auth-user-pass",
            "http-proxy-user-pass",
        ]
        .map(|tag| format!("<{tag}>\r\n{MARKER}\r\n</{tag}>\r\n"))
        .concat()
        + &format!("# password {MARKER}\r\nsetenv PASSWORD {MARKER}\r\n");
    let script = profile_script(GUID, &sha1_pairs(G2))
        .replace("$Xml", &format!("$PreSharedKey = '{MARKER}'\r\n$Xml"))
        .replace(
            "<EapType>",
            &format!("<EapType><PreSharedKey>{MARKER}</PreSharedKey>"),
        );
    let settings = good_settings().replace("<Routes>", &format!("<PreSharedKey>{MARKER}</PreSharedKey>\r\n  <RadiusServer><Secret>{MARKER}</Secret></RadiusServer>\r\n  <Routes>"));
    let mut files = programs::profile(GUID, G2, &[(&format!("{GUID}.cer"), G2)]);
    for (name, data) in &mut files {
        if name.ends_with(".cms")
            || name.ends_with(".pbk")
            || name.ends_with(".inf")
            || name.ends_with(".cmp")
        {
            data.extend(format!("PresharedKey={MARKER}\r\nCustomAuthData1={MARKER}\r\ncertutil -p {MARKER} -importpfx\r\n").bytes());
        }
    }
    let mut whole = Archive::of(vec![
        Entry::new("Generic\\VpnSettings.xml", settings.clone()),
        Entry::new("OpenVPN\\vpnconfig.ovpn", ovpn_full.clone()),
        Entry::new("AzureVPN\\azurevpnconfig.xml", azure_full.clone()),
        Entry::new("WindowsPowershell\\VpnProfileSetup.ps1", script.clone()),
        Entry::new("client.key.pem", key.clone()),
        Entry::new("psk.txt", MARKER),
    ]);
    whole.entries.extend(
        files
            .iter()
            .map(|(name, data)| Entry::new(&format!("Cm\\{name}"), data.clone())),
    );
    let plist = |body: &str| {
        format!("<?xml version=\"1.0\"?>\n<plist version=\"1.0\"><dict>{body}</dict></plist>\n")
    };
    vec![
        case(
            "settings.xml",
            "pre-shared keys in VpnSettings.xml",
            "all-public",
            "current",
        )
        .text(settings.clone()),
        case(
            "azurevpn.xml",
            "serversecret, token, password, keys",
            "all-public",
            "current",
        )
        .text(azure_full.clone()),
        case(
            "ovpn.ovpn",
            "tls-auth, key and every other secret block",
            "all-public",
            "current",
        )
        .text(ovpn_full.clone()),
        case(
            "script.ps1",
            "a pre-shared key in the script",
            "all-public",
            "current",
        )
        .text(script.clone()),
        case(
            "profile.cab",
            "pre-shared keys in a profile's texts",
            "all-public",
            "current",
        )
        .binary(
            crate::cabinet::Cabinet::of(files, crate::cabinet::Packing::Stored).build(),
            "a profile whose .inf, .cmp, .cms and .pbk hold the marker\n",
        ),
        case(
            "whole.zip",
            "all of them in one package",
            "all-public",
            "current",
        )
        .zip(&whole),
        error(
            "settings-cut.xml",
            "cut off in the secret",
            "part-unreadable",
            "xml-broken",
        )
        .text(cut_in_marker(&settings)),
        error(
            "azurevpn-cut.xml",
            "cut off in the secret",
            "part-unreadable",
            "xml-broken",
        )
        .text(cut_in_marker(&azure)),
        error(
            "azurevpn-in-the-hash.xml",
            "the secret where the hash should be",
            "part-unreadable",
            "hex",
        )
        .text(azure_vpn(&server(GUID), "Cert", MARKER)),
        error(
            "azurevpn-in-the-data.xml",
            "a private key where the certificate should be",
            "part-unreadable",
            "base64",
        )
        .text(azure.replace(
            "</hash>",
            &format!("</hash><certificatedata>{MARKER}</certificatedata>"),
        )),
        error(
            "settings-in-the-certificate.xml",
            "a private key where the certificate should be",
            "part-unreadable",
            "certificate",
        )
        .text(good_settings().replace(
            "<CaCerts>",
            &format!("<CaCerts><string>{MARKER_BASE64}==</string>"),
        )),
        error(
            "ovpn-cut.ovpn",
            "cut off in tls-auth",
            "part-unreadable",
            "ovpn-broken",
        )
        .text(cut_in_marker(&ovpn_full)),
        error(
            "ovpn-key-in-ca.ovpn",
            "a private key in <ca>",
            "part-unreadable",
            "pem",
        )
        .text(ovpn(GUID, &[]).replace("<ca>\r\n", &format!("<ca>\r\n{key}"))),
        error(
            "script-in-the-hash.ps1",
            "the secret where the hash should be",
            "part-unreadable",
            "hex",
        )
        .text(profile_script(GUID, MARKER)),
        error("key.pem", "a private key", "not-a-package", "private-key")
            .text(private_key("RSA PRIVATE KEY")),
        error(
            "openssh.pem",
            "a private key of OpenSSH",
            "not-a-package",
            "private-key",
        )
        .text(private_key("OPENSSH PRIVATE KEY")),
        error(
            "certificate-and-key.pem",
            "a certificate with its private key",
            "not-a-package",
            "private-key",
        )
        .text(pem(G2) + &key),
        error(
            "key.der",
            "a private key in DER",
            "not-a-package",
            "private-key",
        )
        .binary(
            sequence(&[tlv(2, &[0]), tlv(2, MARKER.as_bytes()), tlv(2, &[3])]),
            "PKCS #1 with the marker as its modulus\n",
        ),
        error(
            "encrypted-key.der",
            "an encrypted private key in DER, by a method of PKCS #12",
            "not-a-package",
            "private-key",
        )
        .binary(
            sequence(&[
                sequence(&[tlv(6, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 12, 1, 3])]),
                tlv(4, MARKER.as_bytes()),
            ]),
            "PKCS #8 with the marker as what is encrypted\n",
        ),
        error(
            "client.pfx",
            "a certificate with its key",
            "not-a-package",
            "pkcs12",
        )
        .binary(
            sequence(&[
                tlv(2, &[3]),
                sequence(&[
                    tlv(6, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1]),
                    tlv(0xA0, &tlv(4, MARKER.as_bytes())),
                ]),
            ]),
            "PKCS #12 with the marker as its content\n",
        ),
        error(
            "putty.ppk",
            "a private key of PuTTY",
            "not-a-package",
            "private-key",
        )
        .text(format!(
            "PuTTY-User-Key-File-3: ssh-rsa\r\nEncryption: none\r\nPrivate-Lines: 1\r\n{MARKER}\r\n"
        )),
        error(
            "static.key",
            "the key that servers and clients of OpenVPN share",
            "not-a-package",
            "private-key",
        )
        .text(format!(
            "-----BEGIN OpenVPN Static key V1-----\n{MARKER}\n-----END OpenVPN Static key V1-----\n"
        )),
        error(
            "profile.mobileconfig",
            "a shared secret in an Apple profile",
            "not-a-package",
            "mobile-config",
        )
        .text(plist(&format!(
            "<key>PayloadType</key><string>com.apple.vpn.managed</string><key>SharedSecret</key><string>{MARKER}</string>"
        ))),
        error(
            "notes.txt",
            "a pre-shared key in notes",
            "not-a-package",
            "text",
        )
        .text(format!("The pre-shared key is {MARKER}\n")),
    ]
}

fn private_key(label: &str) -> String {
    format!("-----BEGIN {label}-----\r\n{MARKER_BASE64}==\r\n-----END {label}-----\r\n")
}

fn cut_in_marker(text: &str) -> String {
    let (before, _) = text.split_once(MARKER).unwrap_or((text, ""));
    format!("{before}{MARKER}")
}
