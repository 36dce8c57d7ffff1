//! Writes certificates (RFC 5280) as DER by hand, so that invalid ones can be written as well.
//!
//! Keys and signatures are arbitrary bytes: the checker verifies no signature.

use sha2::{Digest as _, Sha256};

/// Builder for a certificate.
#[derive(Debug, Clone)]
pub struct Certificate {
    /// Common name of the subject.
    pub subject: String,
    /// Common name of the issuer.
    pub issuer: String,
    /// Organisation in the subject, if any. Names with equal common names can differ in it.
    pub subject_organisation: Option<String>,
    /// Organisation in the issuer, if any.
    pub issuer_organisation: Option<String>,
    /// Start of validity as GeneralizedTime: YYYYMMDDHHMMSSZ.
    pub from: String,
    /// End of validity as GeneralizedTime.
    pub to: String,
    /// Content of the serial number.
    pub serial: Vec<u8>,
    /// Extensions as pairs: content of the OID, content of the value.
    pub extensions: Vec<(Vec<u8>, Vec<u8>)>,
    /// ASN.1 tag of the common names: 12 UTF8String, 19 PrintableString, 26 VisibleString, 28 UniversalString,
    /// 30 BMPString.
    pub string_tag: u8,
}

impl Certificate {
    /// Returns a self-issued CA certificate that is valid for three years.
    pub fn own(common_name: &str) -> Self {
        Certificate {
            subject: common_name.to_owned(),
            issuer: common_name.to_owned(),
            subject_organisation: None,
            issuer_organisation: None,
            from: "20160601000000Z".to_owned(),
            to: "20190601000000Z".to_owned(),
            serial: vec![0x5A, 0x01],
            extensions: vec![(vec![0x55, 0x1D, 0x13], sequence(&[tlv(1, &[0xFF])]))],
            string_tag: 12,
        }
    }

    /// Sets another issuer.
    pub fn issued_by(mut self, common_name: &str) -> Self {
        self.issuer = common_name.to_owned();
        self
    }

    /// Sets the validity.
    pub fn valid(mut self, from: &str, to: &str) -> Self {
        (self.from, self.to) = (from.to_owned(), to.to_owned());
        self
    }

    /// Returns the certificate in DER.
    pub fn der(&self) -> Vec<u8> {
        let algorithm = sequence(&[tlv(6, &SHA256_WITH_RSA), tlv(5, &[])]);
        let key = sequence(&[
            sequence(&[tlv(6, &RSA), tlv(5, &[])]),
            tlv(
                3,
                &prefixed(
                    0,
                    &sequence(&[
                        tlv(2, &prefixed(0x00, &noise(&self.subject, "key", 256))),
                        tlv(2, &[1, 0, 1]),
                    ]),
                ),
            ),
        ]);
        let extensions: Vec<Vec<u8>> = self
            .extensions
            .iter()
            .map(|(oid, value)| sequence(&[tlv(6, oid), tlv(1, &[0xFF]), tlv(4, value)]))
            .collect();
        let mut fields = vec![
            tlv(0xA0, &tlv(2, &[2])),
            tlv(2, &self.serial),
            algorithm.clone(),
            self.name(&self.issuer, self.issuer_organisation.as_deref()),
            sequence(&[tlv(24, self.from.as_bytes()), tlv(24, self.to.as_bytes())]),
            self.name(&self.subject, self.subject_organisation.as_deref()),
            key,
        ];
        if !extensions.is_empty() {
            fields.push(tlv(0xA3, &sequence(&extensions)));
        }
        let signature = tlv(3, &prefixed(0, &noise(&self.subject, "signature", 256)));
        sequence(&[sequence(&fields), algorithm, signature])
    }

    fn name(&self, common_name: &str, organisation: Option<&str>) -> Vec<u8> {
        let attribute = |oid: u8, tag: u8, value: &[u8]| {
            tlv(0x31, &sequence(&[tlv(6, &[0x55, 4, oid]), tlv(tag, value)]))
        };
        let value: Vec<u8> = match self.string_tag {
            30 => common_name
                .encode_utf16()
                .flat_map(u16::to_be_bytes)
                .collect(),
            28 => common_name
                .chars()
                .flat_map(|c| u32::from(c).to_be_bytes())
                .collect(),
            _ => common_name.as_bytes().to_vec(),
        };
        let mut parts = Vec::new();
        if let Some(organisation) = organisation {
            parts.push(attribute(10, 12, organisation.as_bytes()));
        }
        parts.push(attribute(3, self.string_tag, &value));
        sequence(&parts)
    }

    /// Describes the certificate for people.
    pub fn describe(&self) -> String {
        format!(
            "certificate: subject CN={}, issuer CN={}, from {} to {}; invented\n",
            self.subject.escape_debug(),
            self.issuer.escape_debug(),
            self.from,
            self.to
        )
    }
}

const SHA256_WITH_RSA: [u8; 9] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 11];
const RSA: [u8; 9] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1];

/// Returns a value with its tag and length.
pub fn tlv(tag: u8, body: &[u8]) -> Vec<u8> {
    let mut bytes = vec![tag];
    let length = body.len().to_be_bytes();
    let digits: Vec<u8> = length.into_iter().skip_while(|byte| *byte == 0).collect();
    match body.len() {
        0..=127 => bytes.push(body.len() as u8),
        _ => {
            bytes.push(0x80 | digits.len() as u8);
            bytes.extend(digits);
        }
    }
    bytes.extend(body);
    bytes
}

/// Returns a SEQUENCE.
pub fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x30, &parts.concat())
}

fn prefixed(first: u8, rest: &[u8]) -> Vec<u8> {
    [&[first], rest].concat()
}

/// Returns arbitrary bytes, the same in every run. The first bit is set.
fn noise(seed: &str, use_: &str, length: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    for counter in 0_u32.. {
        if bytes.len() >= length {
            break;
        }
        bytes.extend(Sha256::digest(format!("{seed}/{use_}/{counter}")));
    }
    bytes.truncate(length);
    bytes[0] |= 0x80;
    bytes
}
