//! Files of other kinds that people choose instead of a package, or that contain one in a form that isn't opened.

use crate::Case;
use crate::der::Certificate;
use crate::parts::*;
use crate::wrong::compound;
use crate::zip::{Archive, Descriptor, Entry};

pub fn cases() -> Vec<Case> {
    let mut cases = messages();
    cases.extend(images());
    cases.extend(parts_of_zips());
    cases.extend(encoded());
    cases.extend(texts());
    cases.extend(archives());
    cases
}

fn wrong(name: &str, condition: &str, error: &'static str) -> Case {
    Case::error(&format!("wrong/{name}"), condition, "not-a-package", error)
}

fn package() -> Archive {
    Archive::of(vec![
        Entry::new("Generic\\VpnSettings.xml", good_settings()),
        Entry::new("Generic\\VpnServerRoot.cer_0", G2),
    ])
}

fn zip() -> Vec<u8> {
    package().build().0
}

/// Returns Base64 in lines of 76 characters.
fn lines(bytes: &[u8]) -> String {
    let text = base64(bytes);
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(76)
        .filter_map(|line| std::str::from_utf8(line).ok())
        .collect();
    lines.join("\r\n") + "\r\n"
}

/// Returns bytes of zero with others at some offsets.
fn sparse(length: usize, parts: &[(usize, &[u8])]) -> Vec<u8> {
    let mut bytes = vec![0; length];
    for (start, part) in parts {
        bytes[*start..*start + part.len()].copy_from_slice(part);
    }
    bytes
}

fn messages() -> Vec<Case> {
    let mail = |fields: &str, attachment: &str| {
        format!(
            "{fields}From: a@example.com\r\nTo: b@example.com\r\nSubject: VPN\r\nDate: Fri, 27 Nov 2026 10:00:00 +0900\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"=_x\"\r\n\r\n--=_x\r\n\
             Content-Type: text/plain\r\n\r\nThe package is attached.\r\n--=_x\r\n{attachment}\r\n--=_x--\r\n"
        )
    };
    let attached = format!(
        "Content-Type: application/zip; name=\"vpn.zip\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        lines(&zip())
    );
    let received = "Received: from x (x [192.0.2.1])\r\n\tby y; Fri, 27 Nov 2026 10:00:00 +0900\r\nX-MS-Has-Attach: yes\r\n";
    let web_page = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://portal.azure.com/\r\nSubject: Azure\r\n\
         Date: Fri, 27 Nov 2026 10:00:00 +0900\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html></html>\r\n";
    let class = |first: [u8; 3]| {
        let mut class = [0, 0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];
        class[..3].copy_from_slice(&first);
        compound(&class)
    };
    vec![
        wrong("message.eml", "an email with a package attached", "mail")
            .text(mail(received, &attached)),
        wrong(
            "message-with-certificate.eml",
            "an email with G2 as PEM in it",
            "mail",
        )
        .text(mail("", &pem(G2))),
        wrong("messages.mbox", "a mailbox", "mail").text(format!(
            "From a@example.com Fri Nov 27 10:00:00 2026\n{}",
            mail("", &attached)
        )),
        wrong("message.msg", "a message of Outlook", "mail").binary(
            class([0x0B, 0x0D, 2]),
            "a compound file with the class of a message\n",
        ),
        wrong(
            "message-renamed.zip",
            "a message of Outlook, renamed",
            "mail",
        )
        .binary(
            class([0x0B, 0x0D, 2]),
            "a compound file with the class of a message\n",
        ),
        wrong("template.oft", "a message template of Outlook", "mail").binary(
            class([0x46, 0xF0, 6]),
            "a compound file with the class of a template\n",
        ),
        wrong(
            "report.msg",
            "an Office document under the name of a message",
            "office",
        )
        .binary(
            class([6, 9, 2]),
            "a compound file with the class of a Word document\n",
        ),
        wrong(
            "winmail.dat",
            "a message as Outlook sends it to others",
            "mail",
        )
        .binary(
            b"\x78\x9F\x3E\x22\x01\0\x06\x90\x08\0".to_vec(),
            "the signature of TNEF\n",
        ),
        wrong(
            "page.mht",
            "a web page that a browser saved as a message",
            "web-page",
        )
        .text(web_page),
        wrong("letter.txt", "a text with two fields of a message", "text")
            .text("From: Tokyo\r\nTo: Osaka\r\n\r\nAbout the VPN.\r\n"),
    ]
}

fn images() -> Vec<Case> {
    let image = |name: &str, condition: &str, bytes: Vec<u8>, what: &str| {
        wrong(name, condition, "disk-image").binary(bytes, format!("{what}\n"))
    };
    let mark: (usize, &[u8]) = (510, b"\x55\xAA");
    let noise: Vec<u8> = (0..2_048_u32)
        .map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0])
        .collect();
    let with_trailer = |trailer: &[u8]| [noise.clone(), sparse(512, &[(0, trailer)])].concat();
    let iso = sparse(40_000, &[(32_768, b"\x01CD001\x01")]);
    vec![
        image(
            "disc.iso",
            "an image of a CD",
            iso.clone(),
            "16 empty sectors, then the signature of ISO 9660",
        ),
        image(
            "disc-udf.iso",
            "an image of a DVD",
            sparse(40_000, &[(32_768, b"\0BEA01\x01")]),
            "16 empty sectors, then the signature of UDF",
        ),
        image(
            "disk.vhdx",
            "a virtual disk of Hyper-V",
            sparse(1_024, &[(0, b"vhdxfile")]),
            "the signature of VHDX",
        ),
        image(
            "disk.vhd",
            "a virtual disk of fixed size",
            with_trailer(b"conectix"),
            "other bytes, then the footer of VHD",
        ),
        image(
            "disk-dynamic.vhd",
            "a virtual disk of dynamic size",
            sparse(1_024, &[(0, b"conectix")]),
            "the copy of the footer of VHD",
        ),
        image(
            "disk.dmg",
            "a disk image of macOS",
            with_trailer(b"koly\0\0\0\x04"),
            "other bytes, then the trailer of UDIF",
        ),
        image(
            "disk.img",
            "an image of a partitioned disk",
            sparse(1_024, &[mark, (446, b"\x80\0\0\0\x07")]),
            "a partition table",
        ),
        image(
            "stick.img",
            "an image of a USB stick",
            sparse(1_024, &[mark, (0, b"\xEB\x3C\x90MSDOS5.0")]),
            "a boot sector of FAT",
        ),
        image(
            "disk.vmdk",
            "a virtual disk of VMware",
            sparse(1_024, &[(0, b"KDMV")]),
            "the signature of VMDK",
        ),
        Case::error(
            "wrong/disc-with-a-zip.iso",
            "an image of a CD with a package at its end",
            "ambiguous-archive",
            "zip-and-archive",
        )
        .binary(
            [iso, zip()].concat(),
            "an ISO 9660 image, then a package under G2\n",
        ),
        wrong(
            "zeros.zip",
            "only zeros, as a cloud storage service leaves in a file's place",
            "empty",
        )
        .binary(vec![0; 5_000], "5,000 zeros\n"),
    ]
}

fn parts_of_zips() -> Vec<Case> {
    let split = |name: &str, condition: &str, bytes: &[u8], what: &str| {
        Case::error(
            &format!("wrong/{name}"),
            condition,
            "unreadable",
            "zip-split",
        )
        .binary(bytes.to_vec(), format!("{what}\n"))
    };
    let outer = Archive::of(vec![Entry::new("vpn.zip", zip()).stored()])
        .build()
        .0;
    let marked = [b"PK\x07\x08".to_vec(), outer.clone()].concat();
    let end = outer.len() - 22;
    let mut last = outer[end..].to_vec();
    last[4] = 2;
    last[6] = 2;
    let last = [&outer[end - 60..end], &last].concat();
    let cut = outer.len() - 30;
    vec![
        split("split.z01", "the first part of a split zip, with a whole zip in it", &marked[..marked.len() - 30], "the signature of a split zip, and a zip without its end"),
        split("renamed-first-part.zip", "the first part of a split zip, renamed", &marked[..marked.len() - 30], "the signature of a split zip, and a zip without its end"),
        split("split.zip", "the last part of a split zip", &last, "the end of a directory, and an end record with disk number 2"),
        split("split.z02", "a middle part of a split zip", &outer[40..400], "bytes from the middle of a zip"),
        split("cut.zip.001", "the first part of a zip that was cut", &outer[..cut], "a zip without its end"),
        split("cut.zip.002", "the second part of a zip that was cut", &outer[41..cut], "bytes from the middle of a zip"),
        wrong("noise.z1", "bytes of no known kind under another ending", "unknown-content").binary(outer[41..cut].to_vec(), "bytes from the middle of a zip\n"),
        Case::error("wrong/encrypted-outer.zip", "an encrypted zip around the package", "part-unreadable", "zip-encrypted").zip(&{
            let mut entry = Entry::new("vpn.zip", zip());
            entry.flags = 1;
            Archive::of(vec![entry])
        }),
        Case::new("wrong/of-cloud-storage.zip", "a cloud storage service's zip around the package: stored, with data descriptors and zip64 records", "all-public", "current").zip(&{
            let mut archive = Archive::of(vec![
                Entry::new("vpn.zip", zip()).stored().streamed(Descriptor::Wide),
                Entry::new("notes.txt", "notes").streamed(Descriptor::Wide),
            ]);
            archive.zip64 = true;
            archive
        }),
        Case::error("wrong/of-cloud-storage-renamed.zip", "the same, the package without its ending", "ambiguous-archive", "zip-in-zip")
            .zip(&Archive::of(vec![Entry::new("vpn", zip()).stored().streamed(Descriptor::Signed)])),
    ]
}

fn encoded() -> Vec<Case> {
    let own = Certificate::own("P2SRootCert").der();
    vec![
        wrong(
            "root.b64",
            "a certificate in Base64, in one line",
            "base64-certificate",
        )
        .text(base64(&own)),
        wrong(
            "root-lines.txt",
            "a certificate in Base64, in lines",
            "base64-certificate",
        )
        .text(lines(&own)),
        wrong(
            "root-quoted.txt",
            "a certificate in Base64, in quotation marks",
            "base64-certificate",
        )
        .text(format!("\"{}\"\r\n", base64(G2))),
        wrong("package.b64", "a package in Base64", "base64-package").text(lines(&zip())),
        wrong(
            "package-data-url.txt",
            "a package in a data URL",
            "base64-package",
        )
        .text(format!("data:application/zip;base64,{}", base64(&zip()))),
        wrong(
            "package-encoded.cer",
            "a package as certutil encodes it",
            "base64-package",
        )
        .text(format!(
            "-----BEGIN CERTIFICATE-----\r\n{}-----END CERTIFICATE-----\r\n",
            lines(&zip())
        )),
        wrong("word.txt", "a word that is Base64 as well", "text").text("abcd"),
    ]
}

fn texts() -> Vec<Case> {
    let profile: String = azure_vpn(&server(GUID), "cert", &sha1_hex(G2))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let eap = "<EapHostConfig xmlns=\"http://www.microsoft.com/provisioning/EapHostConfig\"><Config><TrustedRootCA>\
               df 3c 24 f9 bf d6 66 76 1b 26 80 73 fe 06 d1 cc 8d 4f 82 a4 </TrustedRootCA></Config></EapHostConfig>";
    let plist = |content: &str| {
        format!(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"\">\n<plist version=\"1.0\"><dict>{content}</dict></plist>\n"
        )
    };
    let address = "https://example.blob.core.windows.net/vpn/vpn.zip?sig=invented";
    vec![
        wrong("rasphone.pbk", "the phone book of the Azure VPN Client", "phone-book")
            .text(format!("[invented]\r\nEncoding=1\r\nPBVersion=8\r\nThirdPartyProfileInfo={profile}\r\n")),
        wrong("other.pbk", "a phone book without a profile", "phone-book")
            .text(format!("[invented]\r\nEncoding=1\r\nPBVersion=4\r\nVpnStrategy=7\r\nPhoneNumber={}\r\n", server(GUID))),
        wrong("eap.xml", "an EAP configuration", "eap-configuration").text(eap),
        wrong("vpn.lnk", "a shortcut of Windows", "shortcut").binary(
            [&b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xC0\0\0\0\0\0\0\x46"[..], &[0x9B, 0, 8, 0], &[0; 52]].concat(), "the header of a shell link\n"),
        wrong("portal.url", "a link of Windows", "shortcut").text("[InternetShortcut]\r\nURL=https://portal.azure.com/\r\n"),
        wrong("portal.webloc", "a link of macOS", "shortcut").text(plist("<key>URL</key><string>https://portal.azure.com/</string>")),
        wrong("vpn.zip.icloud", "what iCloud leaves in a file's place", "shortcut").binary(b"bplist00\xD1\x01\x02\x57NSURLNameKey\x57vpn.zip".to_vec(), "a binary property list\n"),
        wrong("address.txt", "the address that the Azure CLI prints", "shortcut").text(format!("\"{address}\"\r\n")),
        wrong("document.gdoc", "a link to a document of Google Drive", "shortcut").text("{\"url\":\"https://docs.google.com/open?id=x\",\"doc_id\":\"x\"}"),
        wrong("settings.plist", "a property list of another kind", "other-xml").text(plist("<key>x</key><string>y</string>")),
        wrong("expired.zip", "Azure Storage's message about an expired link", "download-error")
            .text("\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>AuthenticationFailed</Code><Message>Signature not valid in the specified time frame</Message></Error>"),
        wrong("failed.zip", "Azure Resource Manager's message", "download-error").text("{\"error\":{\"code\":\"VpnProfileGenerationFailed\",\"message\":\"x\"}}"),
        wrong("sign-in.zip", "a sign-in page, saved as a zip", "web-page")
            .text("\r\n\r\n<!-- Copyright (C) Microsoft Corporation. All rights reserved. -->\r\n<!DOCTYPE html>\r\n<html lang=\"en\"><head><title>Sign in</title></head></html>\r\n"),
        wrong("cisco.pcf", "a profile of Cisco's VPN client", "other-vpn").text("[main]\r\nDescription=x\r\nHost=192.0.2.1\r\nGroupName=x\r\n"),
        wrong("anyconnect.xml", "a profile of Cisco's AnyConnect", "other-vpn")
            .text("<?xml version=\"1.0\"?>\n<AnyConnectProfile xmlns=\"http://schemas.xmlsoap.org/encoding/\"><ServerList/></AnyConnectProfile>"),
        wrong("wireguard.conf", "a configuration of WireGuard", "other-vpn").text("[Interface]\nPrivateKey = SECRET-MARKER\nAddress = 192.0.2.2/32\n[Peer]\n"),
    ]
}

fn archives() -> Vec<Case> {
    let around = |name: &str, condition: &str, before: &[u8]| {
        Case::error(
            &format!("wrong/{name}"),
            condition,
            "ambiguous-archive",
            "zip-and-archive",
        )
        .binary(
            [before.to_vec(), zip()].concat(),
            format!("{} and a package under G2\n", before.escape_ascii()),
        )
    };
    let other = |name: &str, condition: &str, error, bytes: &[u8]| {
        wrong(name, condition, error).binary(bytes.to_vec(), format!("{}\n", bytes.escape_ascii()))
    };
    let app = |name: &str, condition: &str, files: &[&str]| {
        let entries = files.iter().map(|file| Entry::new(file, "x")).collect();
        wrong(name, condition, "app").zip(&Archive::of(entries))
    };
    vec![
        around(
            "stored.7z",
            "a 7z archive with the package stored in it",
            b"7z\xBC\xAF\x27\x1C\0\x04",
        ),
        around(
            "stored.rar",
            "a RAR archive with the package stored in it",
            b"Rar!\x1A\x07\x01\0",
        ),
        other(
            "archive.deb",
            "a package of Debian",
            "other-archive",
            b"!<arch>\ndebian-binary   ",
        ),
        other(
            "archive.rpm",
            "a package of Red Hat",
            "other-archive",
            b"\xED\xAB\xEE\xDB\x03\0",
        ),
        other(
            "archive.pkg",
            "a package of macOS",
            "other-archive",
            b"xar!\0\x1C\0\x01",
        ),
        other(
            "archive.wim",
            "an image of Windows",
            "other-archive",
            b"MSWIM\0\0\0\xD0\0",
        ),
        other(
            "archive.lzh",
            "an LHA archive",
            "other-archive",
            b"\x22\x10-lh5-\0",
        ),
        other(
            "picture.heic",
            "a picture of an iPhone",
            "picture",
            b"\0\0\0\x18ftypheic\0\0\0\0",
        ),
        other(
            "picture.ico",
            "an icon",
            "picture",
            b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0",
        ),
        other(
            "trace.etl",
            "a trace whose first bytes are those of an icon",
            "unknown-content",
            b"\0\0\x01\0\xF8\x1F\0\0\x90\xFF",
        ),
        app(
            "app.apk",
            "an app for Android",
            &["AndroidManifest.xml", "classes.dex"],
        ),
        app(
            "app.msix",
            "an app for Windows",
            &["AppxManifest.xml", "AppxBlockMap.xml"],
        ),
        app(
            "program.jar",
            "a Java archive",
            &["META-INF/MANIFEST.MF", "a/B.class"],
        ),
    ]
}
