//! The compression methods of a cabinet's folder: stored, MSZIP ([MS-MCI]), LZX ([MS-PATCH] 2.1).

use crate::bytes::{Inflater, Stop};
use crate::model::ErrorKind;
use lzxd::{Lzxd, WindowSize};

/// Unpacks a folder's blocks one after another. Some readers take bytes after a block's data for the next block, so a block
/// must have none.
pub(super) enum Decoder<'b> {
    Stored,
    Mszip,
    Lzx(Box<Lzx<'b>>),
}

impl<'b> Decoder<'b> {
    /// Creates the decoder for a folder's method ([MS-CAB] 2.2 typeCompress): the lower four bits; for LZX the window's bits
    /// above.
    pub(super) fn new(method: u16) -> Result<Self, ErrorKind> {
        match (method & 0x000F, method >> 8 & 0x1F) {
            (0, _) => Ok(Decoder::Stored),
            (1, _) => Ok(Decoder::Mszip),
            (3, bits) => {
                let window = window(bits)?;
                Ok(Decoder::Lzx(Box::new(Lzx {
                    window,
                    decoder: Lzxd::new(window),
                    blocks: Vec::new(),
                })))
            }
            _ => Err(ErrorKind::CabinetMethod),
        }
    }

    /// Unpacks one block and appends exactly `unpacked` bytes to `data`.
    pub(super) fn block(
        &mut self,
        block: &'b [u8],
        unpacked: usize,
        data: &mut Vec<u8>,
    ) -> Result<(), ErrorKind> {
        match self {
            Decoder::Stored if block.len() == unpacked => data.extend_from_slice(block),
            Decoder::Stored => return Err(ErrorKind::CabinetBroken),
            Decoder::Mszip => mszip(block, unpacked, data)?,
            Decoder::Lzx(lzx) => lzx.block(block, unpacked, data)?,
        }
        Ok(())
    }
}

/// LZX, with the blocks that it has unpacked: the decoder doesn't report how much of a block it read.
pub(super) struct Lzx<'b> {
    window: WindowSize,
    decoder: Lzxd,
    blocks: Vec<(&'b [u8], usize)>,
}

impl<'b> Lzx<'b> {
    fn block(
        &mut self,
        block: &'b [u8],
        unpacked: usize,
        data: &mut Vec<u8>,
    ) -> Result<(), ErrorKind> {
        let out = self.decoder.decompress_next(block, unpacked);
        let out = out.map_err(|_| ErrorKind::CabinetBroken)?;
        if out.len() != unpacked {
            return Err(ErrorKind::CabinetBroken);
        }
        data.extend_from_slice(out);
        if self.unpacks_without_its_end(block, unpacked) {
            return Err(ErrorKind::CabinetAmbiguous);
        }
        self.blocks.push((block, unpacked));
        Ok(())
    }

    /// Returns true if a block unpacks without its last word, so that the word isn't part of the data. LZX reads words of
    /// 16 bits.
    fn unpacks_without_its_end(&self, block: &[u8], unpacked: usize) -> bool {
        let Some(shorter) = block.len().checked_sub(2).and_then(|end| block.get(..end)) else {
            return false;
        };
        let mut decoder = Lzxd::new(self.window);
        let before = self.blocks.iter().copied();
        let mut all = before.chain([(shorter, unpacked)]);
        all.all(|(block, unpacked)| decoder.decompress_next(block, unpacked).is_ok())
    }
}

fn window(bits: u16) -> Result<WindowSize, ErrorKind> {
    Ok(match bits {
        15 => WindowSize::KB32,
        16 => WindowSize::KB64,
        17 => WindowSize::KB128,
        18 => WindowSize::KB256,
        19 => WindowSize::KB512,
        20 => WindowSize::MB1,
        21 => WindowSize::MB2,
        _ => return Err(ErrorKind::CabinetMethod),
    })
}

/// Unpacks `CK`, then DEFLATE that can refer back to the blocks before.
fn mszip(block: &[u8], unpacked: usize, data: &mut Vec<u8>) -> Result<(), ErrorKind> {
    let packed = block.strip_prefix(b"CK").ok_or(ErrorKind::CabinetBroken)?;
    let start = data.len();
    data.resize(start.saturating_add(unpacked), 0);
    let step = Inflater::new().step(packed, data, start);
    if step.stop != Stop::End || step.given != unpacked {
        return Err(ErrorKind::CabinetBroken);
    }
    match step.taken == packed.len() {
        true => Ok(()),
        false => Err(ErrorKind::CabinetAmbiguous),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::container::test_support::deflated;

    /// LZX with a window of 2^15.
    const LZX: u16 = 15 << 8 | 3;

    fn unpack(method: u16, blocks: &[(&[u8], usize)]) -> Result<Vec<u8>, ErrorKind> {
        let mut decoder = Decoder::new(method)?;
        let mut data = Vec::new();
        for (block, unpacked) in blocks {
            decoder.block(block, *unpacked, &mut data)?;
        }
        Ok(data)
    }

    /// A block of MSZIP.
    fn ck(stream: &[u8]) -> Vec<u8> {
        [b"CK", stream].concat()
    }

    /// An uncompressed block of LZX with four bytes: the bits of translation, type and size, then three offsets.
    fn lzx(content: [u8; 4]) -> Vec<u8> {
        [
            &[0x00, 0x30, 0x40, 0x00, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0],
            &content[..],
        ]
        .concat()
    }

    #[test]
    fn a_stored_block_is_as_long_as_it_declares() {
        assert_eq!(unpack(0, &[(b"abc", 3), (b"d", 1)]), Ok(b"abcd".to_vec()));
        assert_eq!(unpack(0, &[(b"abc", 2)]), Err(ErrorKind::CabinetBroken));
    }

    #[test]
    fn a_block_of_mszip_refers_back_to_the_one_before() {
        // Fixed codes (RFC 1951 section 3.2.6): length 3, distance 3, end of block.
        let again = ck(&[0x03, 0x22, 0x00]);
        let first = ck(&deflated(b"abc"));
        assert_eq!(
            unpack(1, &[(&first, 3), (&again, 3)]),
            Ok(b"abcabc".to_vec())
        );
        assert_eq!(unpack(1, &[(&again, 3)]), Err(ErrorKind::CabinetBroken));
    }

    #[test]
    fn each_fault_of_mszip_gives_its_error() {
        let stream = deflated(b"abc");
        for (block, unpacked, error) in [
            (stream.clone(), 3, ErrorKind::CabinetBroken),
            (ck(&stream[..6]), 3, ErrorKind::CabinetBroken),
            (ck(&stream), 2, ErrorKind::CabinetBroken),
            (ck(&stream), 4, ErrorKind::CabinetBroken),
            (ck(&[7]), 3, ErrorKind::CabinetBroken),
            (
                ck(&[&stream[..], b"x"].concat()),
                3,
                ErrorKind::CabinetAmbiguous,
            ),
        ] {
            assert_eq!(
                unpack(1, &[(&block, unpacked)]),
                Err(error),
                "{block:?} {unpacked}"
            );
        }
    }

    #[test]
    fn a_block_of_lzx_is_unpacked_to_its_end() {
        let block = lzx(*b"abcd");
        assert_eq!(unpack(LZX, &[(&block, 4)]), Ok(b"abcd".to_vec()));
        let longer = [&block[..], b"xx"].concat();
        for (block, unpacked, error) in [
            (&block[..10], 4, ErrorKind::CabinetBroken),
            (&block, 40_000, ErrorKind::CabinetBroken),
            (&[0; 20], 4, ErrorKind::CabinetBroken),
            (&longer, 4, ErrorKind::CabinetAmbiguous),
        ] {
            assert_eq!(
                unpack(LZX, &[(block, unpacked)]),
                Err(error),
                "{block:?} {unpacked}"
            );
        }
    }

    #[test]
    fn other_methods_and_windows_are_refused() {
        for bits in 15..=21 {
            assert!(Decoder::new(bits << 8 | 3).is_ok(), "{bits}");
        }
        for method in [2, 4, 14 << 8 | 3, 22 << 8 | 3] {
            let error = Decoder::new(method).err();
            assert_eq!(error, Some(ErrorKind::CabinetMethod), "{method:#x}");
        }
    }
}
