//! Files that aren't packages, named after their kind.

use crate::Case;
use crate::der::{Certificate, sequence, tlv};
use crate::parts::*;
use crate::zip::{Archive, Entry};

pub fn cases() -> Vec<Case> {
    let wrong = |path: &str, condition: &str, error, bytes: &[u8]| {
        Case::error(path, condition, "not-a-package", error).binary(
            bytes.to_vec(),
            format!("bytes: {}\n", bytes[..bytes.len().min(64)].escape_ascii()),
        )
    };
    let client = Certificate::own("P2SChildCert")
        .issued_by("P2SRootCert")
        .der();
    let key = "-----BEGIN PRIVATE KEY-----\nU0VDUkVULU1BUktFUg==\n-----END PRIVATE KEY-----\n";
    let office = |folder: &str| {
        Archive::of(vec![
            Entry::new("[Content_Types].xml", "<Types/>"),
            Entry::new("_rels/.rels", "<Relationships/>"),
            Entry::new(&format!("{folder}/document.xml"), "<document/>"),
        ])
    };
    let readme = || Entry::new("readme.txt", "nothing of a package");
    vec![
        wrong("wrong/empty.zip", "an empty file", "empty", b""),
        wrong("wrong/picture.zip", "a picture, renamed", "picture", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06"),
        wrong("wrong/notes.txt", "a text", "text", b"These are notes about the VPN.\n"),
        wrong("wrong/japanese.txt", "a text in Japanese", "text", "VPN の設定メモ\n".as_bytes()),
        wrong("wrong/document.pdf", "a PDF document", "pdf", b"%PDF-1.7\n"),
        wrong("wrong/sign-in.html", "a web page", "web-page", b"<!DOCTYPE html>\n<html><title>Sign in</title></html>\n"),
        wrong("wrong/other.xml", "XML of another kind", "other-xml", b"<?xml version=\"1.0\"?><project><name>x</name></project>"),
        wrong("wrong/profile.mobileconfig", "an Apple configuration profile", "mobile-config",
            b"<?xml version=\"1.0\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"\">\n<plist version=\"1.0\"><dict><key>PayloadContent</key><array/></dict></plist>\n"),
        wrong("wrong/archive.7z", "a 7z archive", "seven-zip", b"7z\xBC\xAF\x27\x1C\0\x04"),
        wrong("wrong/archive.rar", "a RAR archive", "rar", b"Rar!\x1A\x07\x01\0"),
        wrong("wrong/archive.tar.gz", "a gzip file", "other-archive", b"\x1F\x8B\x08\0\0\0\0\0"),
        wrong("wrong/setup.msi", "a Windows Installer database", "msi", &compound(&[0x84, 0x10, 0x0C, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46])),
        wrong("wrong/old.doc", "an Office document", "office", &compound(&[6, 9, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46])),
        wrong("wrong/old-with-an-address.doc", "an Office document with letters in it that Windows Installer has as well", "office",
            &[compound(&[6, 9, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46]), b"somebody@Hotmail.invalid".to_vec()].concat()),
        wrong("wrong/bmc.txt", "a text that begins like a picture", "text", b"BMC is the name of a company.\n"),
        wrong("wrong/picture.bmp", "a picture for Windows", "picture", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"),
        wrong("wrong/client.pfx", "a certificate with its key", "pkcs12", &sequence(&[tlv(2, &[3]), sequence(&[tlv(6, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1])])])),
        wrong("wrong/chain.p7b", "a bundle of certificates", "pkcs7", &sequence(&[tlv(6, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2]), tlv(0xA0, &sequence(&[]))])),
        wrong("wrong/request.csr", "a signing request", "signing-request", &sequence(&[sequence(&[tlv(2, &[0]), sequence(&[])]), sequence(&[]), tlv(3, &[0])])),
        wrong("wrong/key.der", "a private key", "private-key", &sequence(&[tlv(2, &[0]), tlv(2, &[1]), tlv(2, &[3])])),
        Case::error("wrong/report.docx", "a Word document", "not-a-package", "office").zip(&office("word")),
        Case::error("wrong/gateways.xlsx", "an Excel workbook", "not-a-package", "office").zip(&office("xl")),
        Case::error("wrong/slides.pptx", "a PowerPoint presentation", "not-a-package", "office").zip(&office("ppt")),
        Case::error("wrong/text.odt", "an OpenDocument text", "not-a-package", "office").zip(&Archive::of(vec![
            Entry::new("mimetype", "application/vnd.oasis.opendocument.text").stored(), Entry::new("content.xml", "<document/>")])),
        Case::new("wrong/package-among-office-parts.zip", "a package with an Office document's parts beside it", "all-public", "current").zip(&{
            let mut archive = office("word");
            archive.entries.push(Entry::new("Generic/VpnSettings.xml", good_settings()));
            archive
        }),
        Case::error("wrong/chain.p7b.pem", "a bundle of certificates in PEM", "not-a-package", "pkcs7")
            .text("-----BEGIN PKCS7-----\nMAA=\n-----END PKCS7-----\n"),
        Case::error("wrong/encrypted-key.pem", "an encrypted private key", "not-a-package", "private-key")
            .text("-----BEGIN ENCRYPTED PRIVATE KEY-----\nU0VDUkVULU1BUktFUg==\n-----END ENCRYPTED PRIVATE KEY-----\n"),
        wrong("wrong/revoked.crl", "a list of revoked certificates", "revocation-list", &sequence(&[sequence(&[
            tlv(2, &[1]), sequence(&[]), sequence(&[]), tlv(0x17, b"261124030000Z"), tlv(0x17, b"261224030000Z")]), sequence(&[]), tlv(3, &[0])])),
        Case::error("wrong/revoked.pem", "a list of revoked certificates in PEM", "not-a-package", "revocation-list")
            .text("-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n"),
        wrong("wrong/public-key.der", "a public key", "public-key", &sequence(&[
            sequence(&[tlv(6, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1]), tlv(5, &[])]), tlv(3, &[0, 0x30, 0])])),
        Case::error("wrong/public-key.pem", "a public key in PEM", "not-a-package", "public-key")
            .text("-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n"),
        Case::error("wrong/id_ed25519.pub", "a public key of OpenSSH", "not-a-package", "public-key").text("ssh-ed25519 AAAA invented\n"),
        wrong("wrong/binary.mobileconfig", "an Apple configuration profile in binary", "mobile-config", b"bplist00\xD1\x01\x02\x5DPayloadContent\xA0\x08"),
        wrong("wrong/page-with-a-comment.html", "a web page that begins with a comment", "web-page", b"<!-- saved -->\n<head><title>x</title></head>\n"),
        Case::new("wrong/without-a-root.ovpn", "an OpenVPN configuration without a root, but with a shared key", "no-evidence", "unknown")
            .text(ovpn(GUID, &[]).replace("<ca>\r\n</ca>\r\n", "").replace("<cert>\r\n$CLIENTCERTIFICATE\r\n</cert>\r\n<key>\r\n$PRIVATEKEY\r\n</key>\r\n", "")),
        Case::new("wrong/long-comment.ovpn", "an OpenVPN configuration with a long comment in Japanese", "all-public", "current")
            .text(format!("# {}\r\n", "接続の設定 ".repeat(40)) + &ovpn(GUID, &[G2])),
        Case::error("wrong/shift-jis.ovpn", "an OpenVPN configuration with a comment in Shift_JIS", "part-unreadable", "encoding").binary(
            [b"# \x90\xDA\x91\xB1\r\n".to_vec(), ovpn(GUID, &[G2]).into_bytes()].concat(), "a line in Shift_JIS, then an .ovpn under G2\n"),
        Case::new("wrong/behind-a-long-comment.ovpn", "an OpenVPN configuration behind more comments than are looked at first", "all-public", "current")
            .text("# a comment\r\n".repeat(6_000) + &ovpn(GUID, &[G2])),
        Case::error("wrong/ec-key.pem", "a private key of an elliptic curve", "not-a-package", "private-key")
            .text("-----BEGIN EC PRIVATE KEY-----\nU0VDUkVULU1BUktFUg==\n-----END EC PRIVATE KEY-----\n"),
        Case::error("wrong/signed.mobileconfig", "a signed Apple configuration profile", "not-a-package", "mobile-config").binary(
            sequence(&[tlv(6, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2]), tlv(0xA0, &sequence(&[tlv(2, &[1]), tlv(4, b"<?xml version=\"1.0\"?><plist version=\"1.0\"><dict/></plist>")]))]), "CMS signed data\n"),
        Case::new("wrong/client.cer", "a customer's client certificate", "unknown-root", "unknown").binary(client.clone(), "CN=P2SChildCert, issued by CN=P2SRootCert; invented\n"),
        Case::error("wrong/key.pem", "a private key in PEM", "not-a-package", "private-key").text(key),
        Case::error("wrong/client-with-key.pem", "a client certificate with its key", "not-a-package", "private-key")
            .text(pem(&client) + key),
        wrong("wrong/noise.bin", "bytes of no known kind", "unknown-content", &[0x00, 0x01, 0xFE, 0xFF, 0x80, 0x81, 0x00, 0x02]),
        Case::error("wrong/no-settings.zip", "a zip without settings", "not-a-package", "no-place")
            .zip(&Archive::of(vec![readme()])),
        Case::error("wrong/no-entries.zip", "a zip without entries", "not-a-package", "no-place").zip(&Archive::of(vec![])),
        Case::error("wrong/only-macos-leftovers.zip", "only what macOS leaves beside files", "not-a-package", "no-place")
            .zip(&Archive::of(vec![Entry::new("__MACOSX/Generic/VpnSettings.xml", good_settings()), Entry::new("Generic/._VpnSettings.xml", "x")])),
        Case::new("wrong/RadiusServerRoot.cer", "the RADIUS server's root by itself: it comes out of a package, and is not the gateway's", "no-evidence", "unknown")
            .binary(G2.to_vec(), "DigiCert Global Root G2 under the name RadiusServerRoot.cer\n"),
        Case::new("wrong/radius-root-only.zip", "only the RADIUS server's root", "no-evidence", "unknown")
            .zip(&Archive::of(vec![Entry::new("Generic\\RadiusServerRoot.cer", Certificate::own("Invented RADIUS CA").der())])),
    ]
}

/// Returns a compound file ([MS-CFB]) of two sectors, whose root storage has this class.
pub fn compound(class: &[u8; 16]) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(1_024, 0);
    bytes[24..32].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0]);
    let name = "Root Entry".encode_utf16().flat_map(u16::to_le_bytes);
    for (at, byte) in name.enumerate() {
        bytes[512 + at] = byte;
    }
    bytes[592..608].copy_from_slice(class);
    bytes
}
