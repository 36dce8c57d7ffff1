//! Compression of released bytes: gzip and Brotli for servers, LZMA for the one-file page.
//!
//! All three are deterministic: no time and no file name enters the output.

use crate::{Failure, Result};
use flate2::{Compression, GzBuilder};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::io::{self, Write};

/// Compresses with gzip, which every server and browser supports.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new()
        .mtime(0)
        .write(Vec::new(), Compression::best());
    map_error(encoder.write_all(bytes).and_then(|()| encoder.finish()))
}

/// Compresses with Brotli, which browsers accept over HTTPS and which is smaller than gzip.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut output = Vec::new();
    map_error(brotli::BrotliCompress(
        &mut io::Cursor::new(bytes),
        &mut output,
        &parameters,
    ))?;
    Ok(output)
}

/// Compresses to raw LZMA in the form that web/boot.js decompresses: lc=3, lp=0, pb=0, without header and end marker. A
/// fifth smaller than gzip, and it needs no recent browser.
pub(crate) fn lzma(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (3, 0, 0);
    options.dict_size = 1 << 22;
    options.nice_len = 273;
    options.depth_limit = 512;
    let writer = LzmaWriter::new_no_header(Vec::new(), &options, false);
    map_error(writer.and_then(|mut writer| {
        writer.write_all(bytes)?;
        writer.finish()
    }))
}

/// Encodes bytes as text for a script element: a base-85 code with five characters for four bytes, most significant
/// first.
///
/// It adds a fifth less than Base64. The digits start at `#`; `x` and `y` replace `<` and `&`, so that HTML sees plain
/// text. The last group is padded with zeros.
pub(crate) fn encode_base85(bytes: &[u8]) -> String {
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

fn map_error<T>(result: io::Result<T>) -> Result<T> {
    result.map_err(|error| Failure::new(format!("Can't compress: {error}.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base85_text_has_five_characters_for_four_bytes_and_no_markup() {
        assert_eq!(encode_base85(&[]), "");
        assert_eq!(encode_base85(&[0, 0, 0, 0, 0, 0, 0, 1]), "#########$");
        assert_eq!(encode_base85(&[255]).len(), 5);
        let all: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_be_bytes).collect();
        let all = encode_base85(&all);
        assert!(all.bytes().all(|byte| (b'#'..=b'y').contains(&byte)));
        assert!(!all.contains(['<', '&', '"']));
    }

    #[test]
    fn compression_is_deterministic() {
        let bytes: Vec<u8> = (0..40_000_u32)
            .flat_map(|number| (number / 7).to_le_bytes())
            .collect();
        for pack in [gzip, brotli, lzma] {
            let (first, second) = (pack(&bytes), pack(&bytes));
            assert!(
                first
                    .as_ref()
                    .is_ok_and(|compressed| compressed.len() < bytes.len() / 4)
            );
            assert_eq!(first, second);
        }
    }
}
