//! Magic numbers: recognizes the signatures of all kinds of files, at the start of bytes or inside them.

pub(crate) mod archive;
pub(crate) mod cabinet;
pub(crate) mod compound_file;
mod der;
pub(crate) mod disk_image;
pub(crate) mod document;
pub(crate) mod foreign;
pub(crate) mod key;
pub(crate) mod pem;
pub(crate) mod program;
pub(crate) mod zip;

use crate::bytes::contains;
use crate::model::ErrorKind;

/// What the first bytes of a file show it to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signature {
    /// A zip.
    Zip,
    /// A Windows program.
    Program,
    /// A Microsoft cabinet.
    Cabinet,
    /// A certificate in DER.
    Certificate,
    /// Another kind of file, which isn't a part of any package.
    Other(ErrorKind),
}

/// Returns what the first bytes of a file show it to be, or `None` if it can be a text.
pub(crate) fn of(head: &[u8]) -> Option<Signature> {
    magic(head).or_else(|| der::looks_like_der(head).then(|| der::kind(head)))
}

fn magic(head: &[u8]) -> Option<Signature> {
    const MAGIC: &[(&[u8], Signature)] = &[
        (zip::LOCAL_MAGIC, Signature::Zip),
        (zip::EOCD_MAGIC, Signature::Zip),
        (zip::DESCRIPTOR_MAGIC, Signature::Zip),
        (b"PK00PK", Signature::Zip),
        (program::MAGIC, Signature::Program),
        (cabinet::MAGIC, Signature::Cabinet),
        (b"\x89PNG", Signature::Other(ErrorKind::Picture)),
        (b"\xFF\xD8\xFF", Signature::Other(ErrorKind::Picture)),
        (b"GIF8", Signature::Other(ErrorKind::Picture)),
        (b"II*\0", Signature::Other(ErrorKind::Picture)),
        (b"MM\0*", Signature::Other(ErrorKind::Picture)),
        (compound_file::MAGIC, Signature::Other(ErrorKind::Office)),
        (b"%PDF-", Signature::Other(ErrorKind::Pdf)),
        (archive::SEVEN_ZIP, Signature::Other(ErrorKind::SevenZip)),
        (archive::RAR, Signature::Other(ErrorKind::Rar)),
        // A shell link ([MS-SHLLINK] 2.1) and a message as Outlook sends it to others ([MS-OXTNEF] 2.1.3.2).
        (
            b"L\0\0\0\x01\x14\x02\0",
            Signature::Other(ErrorKind::Shortcut),
        ),
        (b"\x78\x9F\x3E\x22", Signature::Other(ErrorKind::Mail)),
    ];
    if archive::is_compressed(head)
        || archive::is_installation_archive(head)
        || head.get(257..262) == Some(b"ustar")
    {
        return Some(Signature::Other(ErrorKind::OtherArchive));
    }
    if disk_image::begins(head) {
        return Some(Signature::Other(ErrorKind::DiskImage));
    }
    if head.starts_with(b"bplist0") {
        let word = |word: &str| contains(head, word.as_bytes());
        return Some(Signature::Other(foreign::property_list(word)));
    }
    // An icon: its number of images, and a reserved byte of zero in the entry of the first.
    if head.starts_with(b"\0\0\x01\0") && head.get(5..6) == Some(&[0]) && head.get(9) == Some(&0) {
        return Some(Signature::Other(ErrorKind::Picture));
    }
    // HEIF: the brand of the file type box.
    let brand = head
        .get(4..12)
        .and_then(|brand| brand.strip_prefix(b"ftyp"));
    if let Some(b"heic" | b"heix" | b"mif1" | b"avif") = brand {
        return Some(Signature::Other(ErrorKind::Picture));
    }
    // BITMAPFILEHEADER: two reserved words of zero.
    if head.starts_with(b"BM") && head.get(6..10) == Some(&[0; 4]) {
        return Some(Signature::Other(ErrorKind::Picture));
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Some(Signature::Other(ErrorKind::Picture));
    }
    let known = |(start, _): &&(&[u8], Signature)| head.starts_with(start);
    MAGIC.iter().find(known).map(|(_, signature)| *signature)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_identified_by_their_first_bytes() {
        for (head, signature) in [
            (&b"PK\x03\x04"[..], Some(Signature::Zip)),
            (b"PK\x05\x06", Some(Signature::Zip)),
            (b"MZ\x90", Some(Signature::Program)),
            (b"MSCF\0", Some(Signature::Cabinet)),
            (
                b"\x1F\x8B\x08",
                Some(Signature::Other(ErrorKind::OtherArchive)),
            ),
            (b"%PDF-1.7", Some(Signature::Other(ErrorKind::Pdf))),
            (
                b"BM\0\0\0\0\0\0\0\0",
                Some(Signature::Other(ErrorKind::Picture)),
            ),
            (b"BM is a text", None),
            (
                b"RIFF\0\0\0\0WEBP",
                Some(Signature::Other(ErrorKind::Picture)),
            ),
            (b"\x30\x82\x03\x8E\x30\x82", Some(Signature::Certificate)),
            (b"0 is a text", None),
            (b"", None),
        ] {
            assert_eq!(of(head), signature, "{head:?}");
        }
    }
}
