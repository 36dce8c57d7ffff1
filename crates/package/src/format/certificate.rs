//! X.509 certificates (RFC 5280), in DER and PEM (RFC 7468). No signature is verified here or elsewhere.

use crate::bytes::text::{self, hex};
use crate::model::{Certificate, ErrorKind, Limit, Limits, Name, Timestamp};
use crate::signature::pem;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha1::Digest as _;
use std::cell::RefCell;
use x509_parser::certificate::X509CertificateParser;
use x509_parser::nom::Parser as _;
use x509_parser::x509::{AttributeTypeAndValue, X509Name};

/// Parses one certificate to its last byte.
///
/// # Errors
///
/// [`ErrorKind::Certificate`], or [`Limit::Certificate`].
pub(crate) fn from_der(der: &[u8], limits: &Limits) -> Result<Certificate, ErrorKind> {
    if der.len() > limits.certificate_bytes {
        return Err(ErrorKind::Limit(Limit::Certificate));
    }
    LAST.with_borrow_mut(|last| {
        if let Some((bytes, shown, certificate)) = last
            && bytes == der
            && *shown == limits.shown_characters
        {
            return Ok(certificate.clone());
        }
        let certificate = parse(der, limits)?;
        *last = Some((der.to_vec(), limits.shown_characters, certificate.clone()));
        Ok(certificate)
    })
}

thread_local! {
    /// The certificate that was parsed last, with its bytes and the limit that it depends on. The files of a package contain
    /// the same root, and parsing it again and hashing it would cost a tenth of the package.
    static LAST: RefCell<Option<(Vec<u8>, usize, Certificate)>> = const { RefCell::new(None) };
}

fn parse(der: &[u8], limits: &Limits) -> Result<Certificate, ErrorKind> {
    let mut parser = X509CertificateParser::new().with_deep_parse_extensions(false);
    let (rest, certificate) = parser.parse(der).map_err(|_| ErrorKind::Certificate)?;
    if !rest.is_empty() {
        return Err(ErrorKind::Certificate);
    }
    let fields = &certificate.tbs_certificate;
    Ok(Certificate {
        sha256: sha2::Sha256::digest(der).into(),
        sha1: sha1::Sha1::digest(der).into(),
        subject: name(&fields.subject, limits),
        issuer: name(&fields.issuer, limits),
        serial: serial(fields.raw_serial()),
        not_before: Timestamp::from_unix(fields.validity.not_before.timestamp()),
        not_after: Timestamp::from_unix(fields.validity.not_after.timestamp()),
    })
}

/// Reads a certificate file: DER, or PEM with one certificate or more.
///
/// # Errors
///
/// [`ErrorKind::Certificate`] for content without a certificate, else those of [`from_der`], [`from_pem`] and the text's
/// encoding.
pub(crate) fn from_file(bytes: &[u8], limits: &Limits) -> Result<Vec<Certificate>, ErrorKind> {
    if bytes.first() == Some(&0x30) {
        return Ok(vec![from_der(bytes, limits)?]);
    }
    let text = text::lines(bytes)?;
    let certificates = from_pem(&text, limits)?;
    if certificates.is_empty() {
        return Err(ErrorKind::Certificate);
    }
    Ok(certificates)
}

/// Reads Base64 of one certificate, ignoring white space.
///
/// # Errors
///
/// [`ErrorKind::Base64`], else those of [`from_der`].
pub(crate) fn from_base64(text: &str, limits: &Limits) -> Result<Certificate, ErrorKind> {
    from_der(&base64(text)?, limits)
}

/// Reads every certificate of a PEM text. Text around the blocks is explanatory (RFC 7468 section 2).
///
/// # Errors
///
/// [`ErrorKind::Pem`] for another label than CERTIFICATE, a label that doesn't fit its end, a block that isn't closed, or
/// a boundary that isn't a whole line, which other readers accept; [`Limit::Items`]; else those of [`from_base64`].
pub(crate) fn from_pem(text: &str, limits: &Limits) -> Result<Vec<Certificate>, ErrorKind> {
    let mut certificates = Vec::new();
    let mut open: Option<String> = None;
    let lines = text.lines();
    for line in lines.map(|line| line.trim_matches([' ', '\t', '\r'])) {
        if let Some(label) = pem::label(line, "-----BEGIN ") {
            if open.is_some() || label != "CERTIFICATE" {
                return Err(ErrorKind::Pem);
            }
            open = Some(String::new());
        } else if let Some(label) = pem::label(line, "-----END ") {
            let body = open
                .take()
                .filter(|_| label == "CERTIFICATE")
                .ok_or(ErrorKind::Pem)?;
            certificates.push(from_base64(&body, limits)?);
            if certificates.len() > limits.items {
                return Err(ErrorKind::Limit(Limit::Items));
            }
        } else if line.contains('-') && (line.contains("-----BEGIN") || line.contains("-----END")) {
            return Err(ErrorKind::Pem);
        } else if let Some(body) = &mut open {
            body.push_str(line);
        }
    }
    if open.is_some() {
        Err(ErrorKind::Pem)
    } else {
        Ok(certificates)
    }
}

/// Decodes standard Base64 (RFC 4648 section 4) with padding, ignoring white space.
pub(crate) fn base64(text: &str) -> Result<Vec<u8>, ErrorKind> {
    let compact: Vec<u8> = text.bytes().filter(|c| !c.is_ascii_whitespace()).collect();
    STANDARD.decode(compact).map_err(|_| ErrorKind::Base64)
}

/// Parses a SHA-1 thumbprint: 40 hexadecimal digits, ignoring white space.
///
/// # Errors
///
/// [`ErrorKind::Hex`].
pub(crate) fn thumbprint(text: &str) -> Result<[u8; 20], ErrorKind> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .filter(|c| !c.is_ascii_whitespace())
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    let bytes: Vec<u8> = digits
        .filter(|digits| digits.len() == 40)
        .ok_or(ErrorKind::Hex)?
        .chunks(2)
        .map(|pair| pair.iter().fold(0_u8, |byte, digit| (byte << 4) | digit))
        .collect();
    bytes.try_into().map_err(|_| ErrorKind::Hex)
}

fn serial(raw: &[u8]) -> String {
    let digits = match raw {
        [0, rest @ ..] if !rest.is_empty() => rest,
        all => all,
    };
    // RFC 5280 allows 20 bytes. A longer one is cut off there, so that no report grows without bound.
    hex(digits.get(..20).unwrap_or(digits))
}

fn name(name: &X509Name<'_>, limits: &Limits) -> Name {
    // One more than is shown, so that the report can mark the text as cut off.
    let most = limits.shown_characters.saturating_add(1);
    let common_names = common_names(name, limits);
    let mut text = String::new();
    // RFC 4514 section 2.1 starts with the last RDN.
    'parts: for rdn in name.iter_rdn().collect::<Vec<_>>().into_iter().rev() {
        for (index, attribute) in rdn.iter().enumerate() {
            if text.chars().count() > most {
                break 'parts;
            }
            if !text.is_empty() {
                text.push(if index == 0 { ',' } else { '+' });
            }
            push_attribute(&mut text, attribute, most);
        }
    }
    Name {
        der: name.as_raw().to_vec(),
        text,
        common_names,
    }
}

fn push_attribute(text: &mut String, attribute: &AttributeTypeAndValue<'_>, most: usize) {
    // 2.5.4 and 0.9.2342.19200300.100.1 (RFC 4514 section 3).
    match attribute.attr_type().as_bytes() {
        [0x55, 4, 3] => text.push_str("CN"),
        [0x55, 4, 6] => text.push('C'),
        [0x55, 4, 7] => text.push('L'),
        [0x55, 4, 8] => text.push_str("ST"),
        [0x55, 4, 9] => text.push_str("STREET"),
        [0x55, 4, 10] => text.push('O'),
        [0x55, 4, 11] => text.push_str("OU"),
        b"\x09\x92\x26\x89\x93\xF2\x2C\x64\x01\x01" => text.push_str("UID"),
        b"\x09\x92\x26\x89\x93\xF2\x2C\x64\x01\x19" => text.push_str("DC"),
        _ => text.push_str(&attribute.attr_type().to_id_string()),
    }
    text.push('=');
    match text_of(attribute) {
        Some(value) => {
            let kept: String = value.chars().take(most).collect();
            push_escaped(text, &kept);
        }
        None => {
            text.push('#');
            let bytes = attribute.as_slice();
            text.push_str(&hex(bytes.get(..64).unwrap_or(bytes)));
        }
    }
}

/// Returns the common names, up to a limit: no real name has thousands, and each is compared.
fn common_names(name: &X509Name<'_>, limits: &Limits) -> Vec<String> {
    /// Characters that a short one counts as.
    const LEAST: usize = 16;
    let mut left = limits.shown_characters;
    let mut names = Vec::new();
    for text in name.iter_common_name().filter_map(text_of) {
        match left.checked_sub(text.chars().count().max(LEAST)) {
            Some(rest) => {
                left = rest;
                names.push(text);
            }
            // A name that is cut off must not equal any other.
            None => {
                let kept: String = text.chars().take(left).collect();
                names.push(format!("{kept}…"));
                break;
            }
        }
    }
    names
}

/// Appends a value with the escapes of RFC 4514 section 2.4.
fn push_escaped(text: &mut String, value: &str) {
    let last = value.chars().count().saturating_sub(1);
    for (index, c) in value.chars().enumerate() {
        let edge = c == ' ' && (index == 0 || index == last) || c == '#' && index == 0;
        if c == '\0' {
            text.push_str("\\00");
        } else {
            if edge || matches!(c, '"' | '+' | ',' | ';' | '<' | '>' | '\\') {
                text.push('\\');
            }
            text.push(c);
        }
    }
}

/// Returns the text of a value in the string types of RFC 5280 section 4.1.2.4.
fn text_of(attribute: &AttributeTypeAndValue<'_>) -> Option<String> {
    const BMP_STRING: u32 = 30;
    const UNIVERSAL_STRING: u32 = 28;
    const LATIN: [u32; 4] = [20, 19, 22, 26];
    let bytes = attribute.as_slice();
    let tag = attribute.attr_value().tag().0;
    if tag == BMP_STRING {
        let units = bytes.chunks(2).map(|pair| {
            pair.iter()
                .fold(0, |unit, byte| (unit << 8) | u16::from(*byte))
        });
        return char::decode_utf16(units).collect::<Result<_, _>>().ok();
    }
    if tag == UNIVERSAL_STRING {
        let (units, rest) = bytes.as_chunks::<4>();
        let whole = rest.is_empty().then_some(units)?;
        let units = whole
            .iter()
            .map(|unit| char::from_u32(u32::from_be_bytes(*unit)));
        return units.collect();
    }
    match (tag, std::str::from_utf8(bytes)) {
        (12, Ok(text)) => Some(text.to_owned()),
        (tag, Ok(text)) if LATIN.contains(&tag) => Some(text.to_owned()),
        (tag, Err(_)) if LATIN.contains(&tag) => {
            Some(bytes.iter().map(|byte| char::from(*byte)).collect())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: &[u8] =
        include_bytes!("../../../../tests/certificates/digicert-global-root-g2.der");

    fn block(der: &[u8]) -> String {
        let body = STANDARD.encode(der);
        format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n")
    }

    /// The root with some bytes in the place of others.
    fn changed(from: &[u8], to: &[u8]) -> Vec<u8> {
        let at = ROOT
            .windows(from.len())
            .position(|window| window == from)
            .unwrap();
        let (before, rest) = ROOT.split_at(at);
        [before, to, rest.strip_prefix(from).unwrap()].concat()
    }

    fn subject(der: &[u8]) -> Name {
        from_der(der, &Limits::default()).unwrap().subject
    }

    #[test]
    fn the_fields_of_a_certificate_are_read() {
        let root = from_der(ROOT, &Limits::default()).unwrap();
        let text = "CN=DigiCert Global Root G2,OU=www.digicert.com,O=DigiCert Inc,C=US";
        assert_eq!(
            (root.subject.text.as_str(), &root.subject),
            (text, &root.issuer)
        );
        assert_eq!(root.subject.common_names, ["DigiCert Global Root G2"]);
        assert_eq!(root.serial, "033af1e6a711a9a0bb2864b11d09fae5");
        assert_eq!(
            Ok(root.sha1),
            thumbprint("DF3C24F9 BFD666761B268073FE06D1CC8D4F82A4")
        );
        assert_eq!(root.sha256[..4], [0xCB, 0x3C, 0xCB, 0xB7]);
        let times = [root.not_before, root.not_after].map(|time| time.unwrap().to_string());
        assert_eq!(times, ["2013-08-01T12:00:00Z", "2038-01-15T12:00:00Z"]);
    }

    #[test]
    fn der_that_is_not_one_whole_certificate_is_rejected() {
        let limits = Limits::default();
        for der in [
            &ROOT[..400],
            &[ROOT, &[0]].concat(),
            b"",
            b"\x30\x03\x02\x01\x00",
        ] {
            assert_eq!(from_der(der, &limits).err(), Some(ErrorKind::Certificate));
        }
    }

    #[test]
    fn a_certificate_larger_than_the_limit_is_refused() {
        let limits = |certificate_bytes| Limits {
            certificate_bytes,
            ..Limits::default()
        };
        assert!(from_der(ROOT, &limits(ROOT.len())).is_ok());
        let error = from_der(ROOT, &limits(ROOT.len() - 1)).err();
        assert_eq!(error, Some(ErrorKind::Limit(Limit::Certificate)));
    }

    #[test]
    fn a_file_is_der_or_pem_with_text_around_it() {
        let pem = format!("Subject: a\r\n {}\t{}", block(ROOT), block(ROOT));
        for (bytes, count) in [(ROOT, 1), (pem.as_bytes(), 2)] {
            let found = from_file(bytes, &Limits::default());
            assert_eq!(found.map(|found| found.len()), Ok(count));
        }
    }

    #[test]
    fn each_fault_of_a_file_gives_its_error() {
        let pem = block(ROOT);
        for (text, error) in [
            ("text".to_owned(), ErrorKind::Certificate),
            (
                "-----BEGIN CERTIFICATE-----\nA\0".to_owned(),
                ErrorKind::Encoding,
            ),
            (pem.replace("CERTIFICATE", "PKCS7"), ErrorKind::Pem),
            (pem.replacen("END CERTIFICATE", "END X", 1), ErrorKind::Pem),
            (pem.replacen("-----END", "", 1), ErrorKind::Pem),
            (
                format!("-----BEGIN CERTIFICATE-----\n{pem}"),
                ErrorKind::Pem,
            ),
            (format!("{pem}-----END CERTIFICATE-----"), ErrorKind::Pem),
            (format!("x {pem}"), ErrorKind::Pem),
            (pem.replacen("\nMII", "\nM*I", 1), ErrorKind::Base64),
            (block(&ROOT[..400]), ErrorKind::Certificate),
        ] {
            assert_eq!(
                from_file(text.as_bytes(), &Limits::default()).err(),
                Some(error),
                "{text}"
            );
        }
        let limits = Limits {
            items: 1,
            ..Limits::default()
        };
        let error = from_pem(&block(ROOT).repeat(2), &limits).err();
        assert_eq!(error, Some(ErrorKind::Limit(Limit::Items)));
    }

    #[test]
    fn base64_needs_its_padding_and_ignores_white_space() {
        assert_eq!(base64(" A\r\nA =\t="), Ok(vec![0]));
        for text in ["AA", "AA=", "A-A=", "AB=="] {
            assert_eq!(base64(text), Err(ErrorKind::Base64), "{text}");
        }
    }

    #[test]
    fn a_thumbprint_has_forty_digits() {
        let digits = "0123456789abcdefABCD0123456789abcdefABCD";
        assert_eq!(
            thumbprint(digits).map(|bytes| bytes[..2].to_vec()),
            Ok(vec![0x01, 0x23])
        );
        let wide = "０".repeat(40);
        for text in [
            &digits[1..],
            &digits[2..],
            &format!("{digits}0"),
            &digits.replace('a', "g"),
            &wide,
        ] {
            assert_eq!(thumbprint(text), Err(ErrorKind::Hex), "{text}");
        }
    }

    #[test]
    fn special_characters_in_a_name_are_escaped() {
        let der = changed(b"Global Root G2", b"#,+\"\\<>; R oo ");
        let issuer = from_der(&der, &Limits::default()).unwrap().issuer;
        assert!(
            issuer
                .text
                .starts_with("CN=DigiCert #\\,\\+\\\"\\\\\\<\\>\\; R oo\\ ,OU="),
            "{}",
            issuer.text
        );
        let der = changed(b"DigiCert Inc", b"# igiCer\0Inc");
        let issuer = from_der(&der, &Limits::default()).unwrap().issuer;
        assert!(
            issuer.text.contains(",O=\\# igiCer\\00Inc,"),
            "{}",
            issuer.text
        );
    }

    #[test]
    fn a_value_of_another_type_is_shown_in_hexadecimal() {
        // PrintableString, then an OCTET STRING in its place.
        let der = changed(b"\x13\x02US", b"\x04\x02US");
        let issuer = from_der(&der, &Limits::default()).unwrap().issuer;
        assert!(issuer.text.ends_with(",C=#5553"), "{}", issuer.text);
    }

    #[test]
    fn each_string_type_is_decoded() {
        for (tag, bytes, expected) in [
            (
                12,
                &b"DigiCert \xE6\x9D\xB1 Root G2 "[..],
                Some("DigiCert 東 Root G2 "),
            ),
            (12, b"DigiCert \xFF Global Root G2", None),
            (
                19,
                b"DigiCert \xE9lobal Root G2",
                Some("DigiCert élobal Root G2"),
            ),
            (30, b"\x67\x71\x4E\xAC", Some("東京")),
            (30, b"\xD8\x00\x4E\xAC", None),
            (28, b"\0\0\x67\x71\0\0\x4E\xAC", Some("東京")),
            (28, b"\0\0\x67\x71\0", None),
        ] {
            let value = x509_parser::der_parser::asn1_rs::Any::from_tag_and_data(
                x509_parser::der_parser::asn1_rs::Tag(tag),
                bytes,
            );
            let oid = x509_parser::oid_registry::OID_X509_COMMON_NAME;
            let attribute = AttributeTypeAndValue::new(oid, value);
            assert_eq!(text_of(&attribute).as_deref(), expected, "{tag} {bytes:?}");
        }
    }

    #[test]
    fn a_common_name_longer_than_the_limit_is_cut_and_marked() {
        let limits = Limits {
            shown_characters: 20,
            ..Limits::default()
        };
        let root = from_der(ROOT, &limits).unwrap();
        assert_eq!(root.subject.common_names, ["DigiCert Global Root…"]);
        assert!(subject(ROOT).text.len() > root.subject.text.len());
    }

    #[test]
    fn a_serial_number_is_written_without_its_sign_byte_and_with_twenty_bytes_at_most() {
        for (raw, expected) in [
            (&[0, 0x80][..], "80"),
            (&[0], "00"),
            (&[0x5A, 1], "5a01"),
            (&[0x11; 30], &"11".repeat(20)),
        ] {
            assert_eq!(serial(raw), expected);
        }
    }
}
