//! Text decoding: UTF-8, with or without byte order mark, and UTF-16 with one. Any other encoding is rejected.

use crate::model::ErrorKind;

/// Decodes a document.
///
/// # Errors
///
/// [`ErrorKind::Encoding`].
pub(crate) fn decode(bytes: &[u8]) -> Result<String, ErrorKind> {
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, odd) = rest.as_chunks::<2>();
        if !odd.is_empty() {
            return Err(ErrorKind::Encoding);
        }
        char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
            .collect::<Result<String, _>>()
            .map_err(|_| ErrorKind::Encoding)
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

/// Decodes a document of lines. Rejects text with a NUL character: readers disagree about where it ends.
pub(crate) fn lines(bytes: &[u8]) -> Result<String, ErrorKind> {
    decode(bytes).and_then(|text| {
        if text.contains('\0') {
            Err(ErrorKind::Encoding)
        } else {
            Ok(text)
        }
    })
}

/// Returns true for text with a byte order mark of UTF-16, whatever encoding it declares.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..])
}

/// Returns bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len().saturating_mul(2));
    for byte in bytes {
        for value in [byte >> 4, byte & 0xF] {
            digits.extend(char::from_digit(value.into(), 16));
        }
    }
    digits
}

fn utf8(bytes: &[u8]) -> Result<String, ErrorKind> {
    std::str::from_utf8(bytes)
        .map(str::to_owned)
        .map_err(|_| ErrorKind::Encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_decoded_from_each_encoding() {
        for bytes in [
            "é😀".as_bytes(),
            "\u{FEFF}é😀".as_bytes(),
            b"\xFF\xFE\xE9\0\x3D\xD8\x00\xDE",
            b"\xFE\xFF\0\xE9\xD8\x3D\xDE\x00",
        ] {
            assert_eq!(decode(bytes).as_deref(), Ok("é😀"), "{bytes:?}");
        }
    }

    #[test]
    fn a_text_in_no_known_encoding_is_rejected() {
        for bytes in [
            &b"\x8A\x4A"[..],
            b"\xE9",
            b"\xFF\xFE\xE9",
            b"\xFF\xFE\x3D\xD8",
            b"\xFE\xFF\xDE\x00",
        ] {
            assert_eq!(decode(bytes), Err(ErrorKind::Encoding), "{bytes:?}");
        }
    }

    #[test]
    fn each_byte_is_two_lower_case_digits() {
        assert_eq!(hex(&[0, 0x0A, 0xF9, 0xFF]), "000af9ff");
    }

    #[test]
    fn a_text_of_lines_has_no_nul() {
        assert_eq!(decode(b"a\0b").as_deref(), Ok("a\0b"));
        assert_eq!(lines(b"a\0b"), Err(ErrorKind::Encoding));
        assert_eq!(lines(b"a\nb").as_deref(), Ok("a\nb"));
    }

    #[test]
    fn only_a_byte_order_mark_shows_utf_16() {
        assert!(is_utf16(b"\xFF\xFE") && is_utf16(b"\xFE\xFF"));
        assert!(!is_utf16(b"a\0") && !is_utf16(b"\xEF\xBB\xBF") && !is_utf16(b"\xFF"));
    }
}
