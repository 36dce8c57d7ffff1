//! Runs through the packed bytes of entries, before anything is unpacked for good.
//!
//! A stream must end where the headers say, or else a reader of streams finds something else behind it. What
//! comes out is counted; nothing is kept.

use super::directory::{self, Entry};
use super::name::Nested;
use super::{Archive, Member, Rank};
use crate::source::Source;
use crate::{Error, ErrorKind, Limits, Severity};
use flate2::{Decompress, FlushDecompress, Status};
use std::io::{Read, Seek};

/// Packed bytes taken at once, and room for what comes out of them.
const STEP: usize = 32 * 1024;

/// Checks every entry that matters: those that are unpacked, and those whose sizes follow their data. First those that
/// belong to a package: what limits them, or makes readers disagree about them, refuses the whole zip.
pub(super) fn check<R: Read + Seek>(
    source: &mut Source<R>,
    archive: &Archive,
    limits: &Limits,
) -> Result<Vec<Result<(), ErrorKind>>, Error> {
    let mut budget = limits.unpacked_bytes;
    let mut outcomes = vec![Ok(()); archive.members.len()];
    for rank in [Rank::InPackage, Rank::Named, Rank::Other] {
        for (index, member) in archive.members.iter().enumerate() {
            let Some(outcome) = outcomes.get_mut(index).filter(|_| member.rank() == rank) else {
                continue;
            };
            *outcome = check_entry(source, member, limits, &mut budget);
            // A file by itself is an input of its own: its size is no reason to give up the others, and a zip is
            // ambiguous by itself.
            let zip = member.name.nested == Some(Nested::NamedZip);
            let own = rank != Rank::InPackage && member.is_opened();
            if let Err(kind) = *outcome
                && kind.severity() <= Severity::Ambiguous
                && !(own && (zip || kind.severity() < Severity::Ambiguous))
            {
                return Err(Error::at(kind, member.name.path.clone()));
            }
        }
    }
    Ok(outcomes)
}

fn check_entry<R: Read + Seek>(
    source: &mut Source<R>,
    member: &Member,
    limits: &Limits,
    budget: &mut u64,
) -> Result<(), ErrorKind> {
    let Member { entry, name, .. } = member;
    let wanted = member.is_opened() && !member.is_passed_over(limits);
    if !wanted && !entry.has_descriptor() {
        return Ok(());
    }
    // The entries in a zip that is opened are that zip's own, and checked with it.
    let nested = wanted && name.nested == Some(Nested::NamedZip);
    if entry.has_descriptor() && (entry.is_encrypted() || entry.method != 8) && !nested {
        check_unmarked_end(source, entry, limits, budget)?;
    }
    if entry.is_encrypted() {
        return Err(ErrorKind::ZipEncrypted);
    }
    if entry.is_link() {
        return Err(ErrorKind::ZipLink);
    }
    let most = if wanted {
        limits.part_bytes
    } else {
        limits.unpacked_bytes
    };
    match entry.method {
        0 => stored(entry, most, budget),
        8 => deflated(source, entry, most, budget),
        _ => Err(ErrorKind::ZipMethod),
    }
}

/// Returns the first unpacked bytes of an entry: [`Limits::look_bytes`] of a text, fewer of anything else, none of an entry
/// that can't be unpacked. `None`: its first packed bytes unpack to too little to know.
pub(super) fn head<R: Read + Seek>(
    source: &mut Source<R>,
    entry: &Entry,
    limits: &Limits,
) -> Result<Option<Vec<u8>>, ErrorKind> {
    let unreadable = entry.is_encrypted() || entry.is_link() || !matches!(entry.method, 0 | 8);
    if unreadable {
        return Ok(Some(Vec::new()));
    }
    let unpacked = |packed: &[u8]| -> Vec<u8> {
        if entry.method == 0 {
            return packed.to_vec();
        }
        let mut unpacked = Vec::with_capacity(limits.look_bytes);
        // What is broken is said where it is unpacked.
        let _ = Decompress::new(false).decompress_vec(packed, &mut unpacked, FlushDecompress::None);
        unpacked
    };
    let length = usize::try_from(entry.unpacked).unwrap_or(usize::MAX);
    let wanted = limits.look_bytes.min(length);
    let mut head = unpacked(&entry.head);
    let mut packed = entry.head.len();
    let all = usize::try_from(entry.packed).unwrap_or(usize::MAX);
    // Blocks without content may come first.
    while head.len() < wanted && packed < all && !is_binary(&head) {
        if packed >= MOST_PACKED_HEAD {
            return Ok(None);
        }
        packed = packed.saturating_mul(4).max(limits.look_bytes).min(all);
        head = unpacked(&source.bytes_at(entry.data, packed)?);
    }
    head.truncate(limits.look_bytes);
    Ok(Some(head))
}

/// Packed bytes of an entry that are read to see what it begins with.
const MOST_PACKED_HEAD: usize = 64 * 1024;

/// Returns true for bytes with more control characters than a text has. In UTF-16 the letters of other scripts contain
/// such bytes.
fn is_binary(bytes: &[u8]) -> bool {
    let control = |byte: &&u8| matches!(**byte, 1..=8 | 0xE..=0x1A);
    !crate::text::is_utf16(bytes) && bytes.iter().filter(control).count() > bytes.len() / 16
}

/// Only a DEFLATE stream says itself where it ends. Of another entry whose sizes follow its data, a reader of streams
/// has to search the end: there must be nothing in it to mistake.
fn check_unmarked_end<R: Read + Seek>(
    source: &mut Source<R>,
    entry: &Entry,
    limits: &Limits,
    budget: &mut u64,
) -> Result<(), ErrorKind> {
    take(budget, entry.packed, limits.unpacked_bytes, entry.packed)?;
    let end = entry.data_end().ok_or(ErrorKind::ZipDamaged)?;
    directory::no_parts_within(source, entry.data, end)
}

fn stored(entry: &Entry, most: u64, budget: &mut u64) -> Result<(), ErrorKind> {
    if entry.packed != entry.unpacked {
        return Err(ErrorKind::ZipContent);
    }
    take(budget, entry.packed, most, entry.packed)
}

fn deflated<R: Read + Seek>(
    source: &mut Source<R>,
    entry: &Entry,
    most: u64,
    budget: &mut u64,
) -> Result<(), ErrorKind> {
    let mut inflater = Decompress::new(false);
    let mut room = vec![0; STEP];
    let mut at = entry.data;
    let end = entry.data_end().ok_or(ErrorKind::ZipDamaged)?;
    loop {
        let step = usize::try_from(end.saturating_sub(at))
            .unwrap_or(STEP)
            .min(STEP);
        let packed = source.bytes_at(at, step)?;
        let (before_in, before_out) = (inflater.total_in(), inflater.total_out());
        let status = inflater
            .decompress(&packed, &mut room, FlushDecompress::None)
            .map_err(|_| ErrorKind::ZipContent)?;
        let taken = inflater.total_in().saturating_sub(before_in);
        let given = inflater.total_out().saturating_sub(before_out);
        at = at.saturating_add(taken);
        take(budget, given, most, inflater.total_out())?;
        if status == Status::StreamEnd {
            return match (at == end, inflater.total_out() == entry.unpacked) {
                (true, true) => Ok(()),
                (false, _) => Err(ErrorKind::ZipHiddenData),
                (true, false) => Err(ErrorKind::ZipContent),
            };
        }
        if taken == 0 && given == 0 {
            return Err(ErrorKind::ZipContent);
        }
    }
}

/// Counts bytes that came out: against what one part may have, and all together.
fn take(budget: &mut u64, given: u64, most: u64, total: u64) -> Result<(), ErrorKind> {
    if total > most {
        return Err(ErrorKind::LimitPart);
    }
    *budget = budget.checked_sub(given).ok_or(ErrorKind::LimitUnpacked)?;
    Ok(())
}
