//! Public evidence that every reader sees, and the gateway's own CA where only some readers see it.

use crate::Case;
use crate::own::{own_ca, own_name, package, public_with};
use crate::parts::*;
use crate::pe::Program;
use crate::zip::{Archive, Entry};

pub fn cases() -> Vec<Case> {
    let own = own_ca().der();
    let own_settings = Settings::new(Schema::Plural, &[&own], &own_name()).xml();
    let (own_package, source) = Archive::of(vec![
        Entry::new("Generic/VpnSettings.xml", own_settings).stored(),
    ])
    .build();
    let before_zip = |text: String| -> Vec<u8> {
        // A zip with ASCII bytes alone would also be text. This one has other bytes.
        [text.into_bytes(), own_package.clone()].concat()
    };
    let public_zip = || {
        package(&good_settings(), "VpnServerRoot.cer_0", G2)
            .build()
            .0
    };
    let blanks = "\r\n".repeat(40 * 1024);
    let public_script = profile_script(GUID, &sha1_pairs(G2));
    let own_script = profile_script(GUID, &sha1_pairs(&own));
    let with = |name: &str, text: String| public_with([Entry::new(name, text)]);
    let own_in_block = ovpn(GUID, &[G2]).replace(
        "</tls-auth>\r\n",
        &format!(
            "</tls-auth> # closed\r\n<ca>\r\n{}</ca>\r\n</tls-auth>\r\n",
            pem(&own)
        ),
    );
    let note = |text: &str| format!("{text}\n{source}");
    vec![
        Case::error(
            "hiding/certificate-before-zip.pem",
            "a public certificate, then a zip of an own CA",
            "ambiguous-archive",
            "zip-and-document",
        )
        .binary(
            before_zip(pem(G2) + &blanks),
            note("G2 as PEM, 80 KiB of newlines, then this zip:"),
        ),
        Case::error(
            "hiding/ovpn-before-zip.ovpn",
            "an .ovpn under G2, then a zip of an own CA",
            "ambiguous-archive",
            "zip-and-document",
        )
        .binary(
            before_zip(ovpn(GUID, &[G2]) + &blanks),
            note("an .ovpn under G2, 80 KiB of newlines, then this zip:"),
        ),
        Case::error(
            "hiding/certificate-before-damaged-zip.pem",
            "a public certificate, then a zip with data behind it",
            "ambiguous-archive",
            "zip-and-document",
        )
        .binary(
            [before_zip(pem(G2) + &blanks), b"behind".to_vec()].concat(),
            note("G2 as PEM, newlines, this zip, a word:"),
        ),
        Case::error(
            "hiding/certificate-right-before-zip.pem",
            "a certificate of an own CA, and right behind it a public package as a zip",
            "ambiguous-archive",
            "zip-and-document",
        )
        .binary(
            [pem(&own).into_bytes(), public_zip()].concat(),
            "an own CA as PEM, then the zip of public/g2.zip\n",
        ),
        Case::error(
            "hiding/ovpn-right-before-zip.ovpn",
            "an .ovpn under an own CA, and right behind it a public package as a zip",
            "ambiguous-archive",
            "zip-and-document",
        )
        .binary(
            [ovpn(GUID, &[&own]).into_bytes(), public_zip()].concat(),
            "an .ovpn, then the zip of public/g2.zip\n",
        ),
        Case::error(
            "hiding/archive-before-zip.tar",
            "a tar archive whose last file is a public package",
            "ambiguous-archive",
            "zip-and-archive",
        )
        .binary(
            {
                let mut header = vec![0; 512];
                header[..7].copy_from_slice(b"new.zip");
                header[257..262].copy_from_slice(b"ustar");
                [header, public_zip(), vec![0; 1_024]].concat()
            },
            "a header of tar, the zip of public/g2.zip, zeros\n",
        ),
        Case::error(
            "hiding/old-archive-before-zip.zip",
            "an archive of a kind without letters of its own, and behind it a public package as a zip",
            "ambiguous-archive",
            "zip-and-archive",
        )
        .binary(
            [b"\xC7\x71\0\0\x01\0\xA4\x81\0\0\0\0\x01\0\0\0".to_vec(), own.clone(), public_zip()].concat(),
            "the beginning of cpio, a certificate of an own CA, the zip of public/g2.zip\n",
        ),
        Case::error(
            "hiding/letters-before-zip.zip",
            "a file in letters (uuencode) in front of a public package as a zip",
            "ambiguous-archive",
            "zip-and-document",
        )
        .binary(
            [b"begin 644 old.zip\n#0V%T\n`\nend\n".to_vec(), public_zip()].concat(),
            "three letters in uuencode, the zip of public/g2.zip\n",
        ),
        Case::error(
            "hiding/program-and-archive-before-zip.exe",
            "a program, a 7z archive and a public package as a zip, one behind the other",
            "ambiguous-archive",
            "zip-and-document",
        )
        .zip(&Archive {
            before: [
                Program::of(true, vec![]).build(),
                b"7z\xBC\xAF\x27\x1C\0\x04".to_vec(),
            ]
            .concat(),
            ..package(&good_settings(), "VpnServerRoot.cer_0", G2)
        }),
        Case::new(
            "hiding/letters-of-a-program-before-zip.exe",
            "the two letters of a program and bytes without meaning in front of a public package's zip",
            "all-public",
            "current",
        )
        .zip(&Archive {
            before: [b"MZ\x90\0\x03\0".as_slice(), &[0x90; 600]].concat(),
            ..package(&good_settings(), "VpnServerRoot.cer_0", G2)
        }),
        Case::error(
            "hiding/certificate-behind-letters-before-zip.zip",
            "the two letters of a program, a certificate of an own CA as PEM, and a public package as a zip",
            "ambiguous-archive",
            "zip-and-document",
        )
        .zip(&Archive {
            before: format!("MZ\n{}", pem(&own)).into_bytes(),
            ..package(&good_settings(), "VpnServerRoot.cer_0", G2)
        }),
        Case::error(
            "hiding/entry-behind-program-before-zip.exe",
            "a program, an entry with odd flags, version and name that the directory lacks, and a public package as a zip",
            "ambiguous-archive",
            "zip-hidden-data",
        )
        .zip(&Archive {
            before: {
                let mut entry = Entry::new("\u{1}\\VpnServerRoot.cer", own.clone()).stored();
                entry.local = Some(|header| {
                    header[4..6].copy_from_slice(&[70, 0]);
                    header[6..8].copy_from_slice(&[0, 0x80]);
                });
                let (bytes, _) = Archive::of(vec![entry]).build();
                let end = bytes.windows(4).position(|window| window == b"PK\x01\x02");
                let entry = bytes[..end.unwrap_or(0)].to_vec();
                [Program::of(true, vec![]).build(), entry].concat()
            },
            ..package(&good_settings(), "VpnServerRoot.cer_0", G2)
        }),
        Case::error(
            "hiding/old-tar-before-zip.zip",
            "an old tar archive (no ustar) whose first file's name begins like a program, then a public package as a zip",
            "ambiguous-archive",
            "zip-and-archive",
        )
        .zip(&Archive {
            before: {
                let mut header = vec![0; 512];
                header[..6].copy_from_slice(b"MZ.cer");
                header[124..136].copy_from_slice(b"00000000000\0");
                let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum::<u32>() + 8 * 32;
                header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
                header
            },
            ..package(&good_settings(), "VpnServerRoot.cer_0", G2)
        }),
        Case::new(
            "hiding/script-before-zip.zip",
            "a script of a shell in front of a public package's zip: a self-extracting one for Unix",
            "all-public",
            "current",
        )
        .zip(&Archive {
            before: b"#!/bin/sh\nexec unzip \"$0\"\n".to_vec(),
            ..package(&good_settings(), "VpnServerRoot.cer_0", G2)
        }),
        Case::error(
            "hiding/ovpn-without-ca.zip",
            "an .ovpn without <ca> whose roots lie in another file",
            "part-unreadable",
            "ovpn-broken",
        )
        .today("current")
        .zip(&with(
            "OpenVPN\\vpnconfig.ovpn",
            ovpn(GUID, &[]).replace("<ca>\r\n</ca>\r\n", "pkcs12 own.p12\r\n"),
        )),
        Case::error(
            "hiding/seven-zip-before-zip.7z",
            "a 7z archive, and behind it a public package as a zip",
            "ambiguous-archive",
            "zip-and-archive",
        )
        .binary(
            [b"7z\xBC\xAF\x27\x1C\0\x04".to_vec(), public_zip()].concat(),
            "the letters of 7z, the zip of public/g2.zip\n",
        ),
        Case::error(
            "hiding/cabinet-before-zip.zip",
            "a word, a cabinet under an own CA, and a public package as a zip",
            "ambiguous-archive",
            "zip-and-document",
        )
        .binary(
            [b"hello\n".to_vec(), crate::programs::cabinet(&own), public_zip()].concat(),
            "hello, a cabinet under an own CA, the zip of public/g2.zip\n",
        ),
        Case::new(
            "hiding/nothing-before-zip.zip",
            "words in front of a public package's zip: nobody finds anything in them",
            "all-public",
            "current",
        )
        .binary(
            [b"hello\n".to_vec(), public_zip()].concat(),
            "hello, the zip of public/g2.zip\n",
        ),
        Case::error(
            "hiding/ovpn-long-line.zip",
            "a line that OpenVPN reads in two, the second of which closes its block; <ca> of an own CA behind it",
            "part-unreadable",
            "ovpn-broken",
        )
        .today("current")
        .zip(&with(
            "OpenVPN\\vpnconfig.ovpn",
            ovpn(GUID, &[G2])
                + &format!(
                    "<extra-certs>\r\n{}</extra-certs>\r\n{}<ca>\r\n{}</ca>\r\n</extra-certs>\r\n",
                    "x".repeat(255),
                    "x".repeat(255),
                    pem(&own)
                ),
        )),
        Case::error(
            "hiding/ovpn-another-file.zip",
            "an .ovpn with <ca> under G2, and then another file of certificates",
            "part-unreadable",
            "ovpn-broken",
        )
        .today("current")
        .zip(&with(
            "OpenVPN\\vpnconfig.ovpn",
            ovpn(GUID, &[G2]) + "setenv opt \"ca\" own.crt\r\n",
        )),
        Case::error(
            "hiding/another-document.zip",
            "an azurevpnconfig.xml that is a VpnSettings.xml under an own CA",
            "part-unreadable",
            "other-document",
        )
        .today("current")
        .zip(&with(
            "AzureVPN\\azurevpnconfig.xml",
            Settings::new(Schema::Plural, &[&own], &own_name()).xml(),
        )),
        Case::error(
            "hiding/another-namespace.zip",
            "a second VpnSettings.xml, in a namespace, under an own CA",
            "part-unreadable",
            "other-document",
        )
        .today("current")
        .zip(&with(
            "Copy\\VpnSettings.xml",
            Settings::new(Schema::Plural, &[&own], &own_name())
                .xml()
                .replace("<VpnProfile ", "<VpnProfile xmlns=\"urn:x\" "),
        )),
        Case::error(
            "hiding/page-as-script.zip",
            "a web page under the script's name",
            "part-unreadable",
            "other-document",
        )
        .today("current")
        .zip(&with(
            "WindowsPowershell\\VpnProfileSetup.ps1",
            "<html><title>Sign in</title></html>\r\n".to_owned(),
        )),
        Case::new(
            "hiding/script-in-ovpn-comment.ovpn",
            "an .ovpn under an own CA with a public thumbprint in a comment, which is no script",
            "own-ca",
            "self-signed",
        )
        .text(format!(
            "; <TrustedRootCA>{}</TrustedRootCA>\r\n{}",
            sha1_pairs(G2),
            ovpn(GUID, &[&own])
        )),
        Case::error(
            "hiding/certificate-in-script.ps1",
            "a script that trusts an own CA with a public certificate in it",
            "not-a-package",
            "text",
        )
        .text(
            format!("<#\r\n{}#>\r\n{own_script}", pem(G2))
                .replacen("<#\r\n", "$X = @'\r\n", 1)
                .replacen("#>", "'@", 1),
        ),
        Case::error(
            "hiding/late-ovpn.ps1",
            "a script under G2 whose 64 KiB are followed by an .ovpn of an own CA",
            "not-a-package",
            "text",
        )
        .text(format!("{public_script}{blanks}{}", ovpn(GUID, &[&own]))),
        Case::error(
            "hiding/ovpn-nul.ovpn",
            "an .ovpn with a NUL",
            "part-unreadable",
            "encoding",
        )
        .binary(
            format!("{}{blanks}\0", ovpn(GUID, &[G2])).into_bytes(),
            "an .ovpn under G2, newlines, a NUL\n",
        ),
        Case::error(
            "hiding/ovpn-loose-end.zip",
            "a <ca> behind a line that closes a block for OpenVPN alone",
            "part-unreadable",
            "ovpn-broken",
        )
        .today("current")
        .zip(&with("OpenVPN\\vpnconfig.ovpn", own_in_block)),
        Case::error(
            "hiding/ovpn-quoted-tag.zip",
            "a second <ca> that OpenVPN reads, with a comment behind its tag",
            "part-unreadable",
            "ovpn-broken",
        )
        .today("current")
        .zip(&with(
            "OpenVPN\\vpnconfig.ovpn",
            ovpn(GUID, &[G2]) + &format!("<ca> # own\r\n{}</ca>\r\n", pem(&own)),
        )),
        Case::error(
            "hiding/script-false-comment.zip",
            "an own root behind what begins a comment only outside of strings",
            "part-unreadable",
            "script-comment",
        )
        .today("current")
        .zip(&with(
            "WindowsPowershell\\VpnProfileSetup.ps1",
            format!("$Mark = '<#'\r\n{own_script}"),
        )),
        Case::error(
            "hiding/pem-odd-boundary.zip",
            "an own root between boundaries with a letter behind them, which OpenSSL takes",
            "part-unreadable",
            "pem",
        )
        .today("current")
        .zip(&with(
            "Generic\\VpnServerRoot.cer_1",
            pem(G2) + &pem(&own).replace(" CERTIFICATE-----", " CERTIFICATE-----\u{E9}"),
        )),
        Case::error(
            "hiding/ovpn-odd-blank.zip",
            "an end of <ca> behind a blank that is none to OpenVPN",
            "part-unreadable",
            "ovpn-broken",
        )
        .today("current")
        .zip(&with(
            "OpenVPN\\vpnconfig.ovpn",
            ovpn(GUID, &[G2]).replace(
                "</ca>",
                &format!("\u{A0}</ca>\r\n{}<ca>\r\n{}</ca>", pem(&own), pem(G2)),
            ),
        )),
        Case::error(
            "hiding/script-cut-off.zip",
            "an own root in a script, its end tag cut off",
            "part-unreadable",
            "xml-broken",
        )
        .today("current")
        .zip(&with(
            "WindowsPowershell\\VpnProfileSetup.ps1",
            own_script.replace("</TrustedRootCA>", ""),
        )),
        Case::error(
            "hiding/script-attribute.zip",
            "an own root in a script, with an attribute in its tag",
            "part-unreadable",
            "xml-broken",
        )
        .today("current")
        .zip(&with(
            "WindowsPowershell\\VpnProfileSetup.ps1",
            own_script.replace("<TrustedRootCA>", "<TrustedRootCA a=\"b\">"),
        )),
        Case::error(
            "hiding/list-with-text.xml",
            "a certificate in a list's own text, where the older schema has it",
            "part-unreadable",
            "xml-broken",
        )
        .text(good_settings().replace("</CaCerts>", &format!("{}</CaCerts>", base64(&own)))),
        Case::new(
            "hiding/script-commented-twice.ps1",
            "the same root in a comment as outside",
            "all-public",
            "current",
        )
        .text(format!(
            "# <TrustedRootCA>{}</TrustedRootCA>\r\n{public_script}",
            sha1_pairs(G2)
        )),
    ]
}
