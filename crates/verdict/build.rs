//! Writes the table of public roots: Mozilla's TLS roots from webpki-root-certs, sorted by the SHA-256 of the whole
//! certificate, with names and end of validity.

use sha2::Digest as _;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut rows: Vec<([u8; 32], Option<String>, String, i64)> = Vec::new();
    for der in webpki_root_certs::TLS_SERVER_ROOT_CERTS {
        let Ok((_, certificate)) = x509_parser::parse_x509_certificate(der) else {
            return Err(io::Error::other(
                "a root of webpki-root-certs can't be parsed",
            ));
        };
        let subject = certificate.subject();
        let first = |names: Option<&x509_parser::x509::AttributeTypeAndValue<'_>>| {
            names.and_then(|name| name.as_str().ok()).map(str::to_owned)
        };
        let common_name = first(subject.iter_common_name().next());
        // Some roots have no common name, and several share the name GlobalSign. Their organizational unit identifies
        // them.
        let name = common_name
            .clone()
            .filter(|name| name != "GlobalSign")
            .or_else(|| first(subject.iter_organizational_unit().next()))
            .or_else(|| first(subject.iter_organization().next()))
            .unwrap_or_default();
        let digest = sha2::Sha256::digest(der).into();
        rows.push((
            digest,
            common_name,
            name,
            certificate.validity().not_after.timestamp(),
        ));
    }
    rows.sort();
    let names: BTreeSet<&String> = rows.iter().map(|(_, _, name, _)| name).collect();
    if names.len() < rows.len() {
        return Err(io::Error::other(
            "two roots of webpki-root-certs have the same name",
        ));
    }
    let mut text = String::from("pub(super) static TABLE: &[TableRoot] = &[\n");
    for (digest, common_name, name, end) in &rows {
        let _ = writeln!(
            text,
            "    TableRoot {{ sha256: {digest:?}, common_name: {common_name:?}, name: {name:?}, not_after: {end} }},"
        );
    }
    text.push_str("];\n");
    let out = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .ok_or(io::ErrorKind::NotFound)?;
    fs::write(out.join("table.rs"), text)
}
