//! Files that unpack to far more than their size.

use crate::Case;
use crate::zip::{Archive, Entry};
use flate2::{Compress, Compression, FlushCompress};

pub fn cases() -> Vec<Case> {
    let packed = zeros_packed(1 << 20, 1_024);
    let mut bomb = Entry::new("Generic\\VpnSettings.xml", "");
    bomb.packed = Some(packed);
    bomb.local = Some(|header| declare(header, 14));
    bomb.listed = Some(|header| declare(header, 16));
    let archive = Archive::of(vec![bomb]).note("VpnSettings.xml unpacks to 1 GiB of zeros");
    vec![
        Case::error(
            "bombs/one-gigabyte.zip",
            "1 MB that unpacks to 1 GB",
            "unreadable",
            "limit-part",
        )
        .zip(&archive),
    ]
}

/// Returns the DEFLATE stream of `count` times `length` zeros. Each piece is flushed, so that one piece can be
/// repeated.
fn zeros_packed(length: usize, count: usize) -> Vec<u8> {
    let zeros = vec![0; length];
    let mut compress = Compress::new(Compression::best(), false);
    let mut buffer = vec![0; 64 * 1024];
    let outcome = compress.compress(&zeros, &mut buffer, FlushCompress::Full);
    assert!(
        outcome.is_ok() && compress.total_in() == length as u64,
        "a piece fits into the room"
    );
    let piece = &buffer[..compress.total_out() as usize];
    let mut packed = piece.repeat(count);
    // An empty last block with fixed codes (RFC 1951 section 3.2.6).
    packed.extend([0x03, 0x00]);
    packed
}

/// Declares 1 GiB of zeros with their checksum.
fn declare(header: &mut [u8], at: usize) {
    let crc_of_zeros: u32 = 0xD202_D277;
    header[at..at + 4].copy_from_slice(&crc_of_zeros.to_le_bytes());
    header[at + 8..at + 12].copy_from_slice(&(1_u32 << 30).to_le_bytes());
}
