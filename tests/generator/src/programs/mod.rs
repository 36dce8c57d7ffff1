//! Setup programs and cabinets: as the vendor makes them, with every compression, damaged, and from other installers.

mod damaged;
mod readers;
mod whole;
mod zips;

use crate::Case;
use crate::cabinet::{Cabinet, Folder, Packing};
use crate::der::Certificate;
use crate::lzx::Style;
use crate::own::{own_ca, own_name, package, public_with};
use crate::parts::*;
use crate::pe::{Program, Resource};
use crate::zip::{Archive, Entry};

const AMD64: &str = "WindowsAmd64\\VpnClientSetupAmd64.exe";
const X86: &str = "WindowsX86\\VpnClientSetupX86.exe";
const VERBATIM: Packing = Packing::Lzx(Style::Verbatim);

pub fn cases() -> Vec<Case> {
    let mut cases = whole::setup_programs();
    cases.extend(whole::packings());
    cases.extend(zips::in_zips());
    cases.extend(damaged::ambiguous());
    cases.extend(damaged::damaged());
    cases.extend(damaged::others());
    cases.extend(readers::readers());
    cases
}

/// Returns the files of a Connection Manager profile in the vendor's order. The certificate comes after 46 KB.
pub fn profile(guid: &str, pin: &[u8], certificates: &[(&str, &[u8])]) -> Vec<(String, Vec<u8>)> {
    let named = |ending: &str| format!("{guid}.{ending}");
    let pin = sha1_hex(pin);
    let mut files = vec![
        (named("inf"), inf(guid, &pin)),
        (
            named("cmp"),
            format!(
                "[Profile Settings]\r\nUserName=\r\n[Connection Manager]\r\nCMSFile={guid}.cms\r\n"
            )
            .into_bytes(),
        ),
        (
            named("cms"),
            auth_data("[Connection Manager]", "CustomAuthData0", &pin),
        ),
        (
            "routes.txt".to_owned(),
            b"ADD 10.0.0.0 MASK 255.255.0.0 default METRIC default IF default\r\n".to_vec(),
        ),
        ("cmroute.dll".to_owned(), library()),
    ];
    for (name, der) in certificates {
        files.push(((*name).to_owned(), der.to_vec()));
    }
    files.push((
        named("pbk"),
        auth_data("[invented-vnet]", "CustomAuthData", &pin),
    ));
    files
}

fn inf(guid: &str, pin: &str) -> Vec<u8> {
    format!(
        "[version]\r\nSignature=\"$CHICAGO$\"\r\n[RegisterOCX]\r\n\
         certutil -addstore root \"%APPDATA%\\Microsoft\\Network\\Connections\\Cm\\{guid}\\{guid}.cer\"\r\n\
         certutil -delstore root \"{pin}\"\r\n"
    )
    .into_bytes()
}

/// Returns EAP-TLS data: one trusted root, then the customer's own issuer.
fn auth_data(section: &str, key: &str, pin: &str) -> Vec<u8> {
    format!(
        "{section}\r\nTunnel=1\r\n{key}=1DBC00000D0000003200000014000000{pin}00000000FD0014\r\n"
    )
    .into_bytes()
}

/// Returns a library of 46 KB, the size of the one before the certificate.
fn library() -> Vec<u8> {
    library_of(720)
}

/// Returns a library without resources. Its code is repetitive, 65 bytes per function, with calls (E8).
pub fn library_of(functions: u32) -> Vec<u8> {
    let mut code = Vec::new();
    for number in 0..functions {
        code.extend(b"\x55\x8B\xEC\x83\xEC\x20\x53\x56\x57\xE8");
        code.extend((number.wrapping_mul(67) % 40_000).to_le_bytes());
        code.extend(b"\x85\xC0\x74\x09\x8B\x45\x08\x89\x45\xFC\xEB\x02\x33\xC0\x5F\x5E\x5B");
        code.extend(b"\xC9\xC2\x08\x00\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC");
        code.extend([0x90; 17]);
    }
    let library = Program {
        code,
        ..Program::of(true, vec![])
    };
    library.build()
}

/// Returns the profile of the invented gateway with this certificate.
fn client(der: &[u8], packing: Packing) -> Cabinet {
    client_of(GUID, der, packing)
}

fn client_of(guid: &str, der: &[u8], packing: Packing) -> Cabinet {
    Cabinet::of(
        profile(guid, der, &[(&format!("{guid}.cer"), der)]),
        packing,
    )
}

/// Returns the cabinet of a setup program with this certificate.
pub fn cabinet(der: &[u8]) -> Vec<u8> {
    client(der, VERBATIM).build()
}

/// Returns the setup program of the invented gateway with this certificate.
pub fn setup(der: &[u8]) -> Vec<u8> {
    Program::client(true, client(der, VERBATIM).build()).build()
}

/// Fills a case with a cabinet of these files.
pub fn bare_cabinet(case: Case, files: Vec<(String, Vec<u8>)>) -> Case {
    bare(case, &Cabinet::of(files, VERBATIM))
}

fn with_certificates(pin: &[u8], certificates: &[(&str, &[u8])]) -> Cabinet {
    Cabinet::of(profile(GUID, pin, certificates), VERBATIM)
}

fn program(case: Case, wide: bool, cabinet: &Cabinet) -> Case {
    let sort = if wide { "PE32+" } else { "PE32" };
    let source = format!("{sort} with RT_RCDATA CABINET:\n{}", cabinet.describe());
    case.binary(Program::client(wide, cabinet.build()).build(), source)
}

fn bare(case: Case, cabinet: &Cabinet) -> Case {
    case.binary(cabinet.build(), cabinet.describe())
}

fn cut(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() / 2);
    bytes
}
