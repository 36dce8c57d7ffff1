//! The three ways in which released bytes are made smaller: gzip and Brotli for servers, LZMA for the one file. Each
//! gives the same bytes for the same bytes, whenever and wherever: no time and no name goes in.

use crate::{Failure, Result};
use flate2::{Compression, GzBuilder};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::io::{self, Write};

/// As every server and browser has it.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new()
        .mtime(0)
        .write(Vec::new(), Compression::best());
    packed(encoder.write_all(bytes).and_then(|()| encoder.finish()))
}

/// Smaller, for browsers over https.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut output = Vec::new();
    packed(brotli::BrotliCompress(
        &mut io::Cursor::new(bytes),
        &mut output,
        &parameters,
    ))?;
    Ok(output)
}

/// Raw LZMA as web/boot.js unpacks it: three bits of context for literals, none for positions, without a header and
/// without an end marker. A fifth smaller than gzip, and no browser has to be new for it.
pub(crate) fn lzma(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (3, 0, 0);
    options.dict_size = 1 << 22;
    options.nice_len = 273;
    options.depth_limit = 512;
    let writer = LzmaWriter::new_no_header(Vec::new(), &options, false);
    packed(writer.and_then(|mut writer| {
        writer.write_all(bytes)?;
        writer.finish()
    }))
}

/// Bytes as text for a script element: five characters for four bytes, the highest first (a fifth less than Base64
/// adds). From `#` on, with `x` and `y` for `<` and `&`, so that HTML makes nothing of it; filled up with zeros.
pub(crate) fn text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 4 * 5 + 5);
    for group in bytes.chunks(4) {
        let mut value = (0..4).fold(0_u32, |value, index| {
            (value << 8) | u32::from(group.get(index).copied().unwrap_or_default())
        });
        let mut digits = ['#'; 5];
        for digit in digits.iter_mut().rev() {
            let code = u8::try_from(value % 85 + 35).unwrap_or(b'#');
            *digit = match code {
                b'<' => 'x',
                b'&' => 'y',
                code => char::from(code),
            };
            value /= 85;
        }
        text.extend(digits);
    }
    text
}

fn packed<T>(result: io::Result<T>) -> Result<T> {
    result.map_err(|error| Failure::new(format!("Can't compress: {error}.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_five_characters_for_four_bytes_and_nothing_to_html() {
        assert_eq!(text(&[]), "");
        assert_eq!(text(&[0, 0, 0, 0, 0, 0, 0, 1]), "#########$");
        assert_eq!(text(&[255]).len(), 5);
        let all: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_be_bytes).collect();
        let all = text(&all);
        assert!(all.bytes().all(|byte| (b'#'..=b'y').contains(&byte)));
        assert!(!all.contains(['<', '&', '"']));
    }

    #[test]
    fn the_same_bytes_are_packed_the_same() {
        let bytes: Vec<u8> = (0..40_000_u32)
            .flat_map(|number| (number / 7).to_le_bytes())
            .collect();
        for pack in [gzip, brotli, lzma] {
            let (first, second) = (pack(&bytes), pack(&bytes));
            assert!(
                first
                    .as_ref()
                    .is_ok_and(|packed| packed.len() < bytes.len() / 4)
            );
            assert_eq!(first, second);
        }
    }
}
