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

fn utf8(bytes: &[u8]) -> Result<String, ErrorKind> {
    std::str::from_utf8(bytes)
        .map(str::to_owned)
        .map_err(|_| ErrorKind::Encoding)
}
