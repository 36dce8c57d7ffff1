//! Runs through the packed bytes of entries, before anything is unpacked for good.
//!
//! A stream must end where the headers say, or else a reader of streams finds something else behind it. What
//! comes out is counted; nothing is kept.

use super::directory::{self, Entry};
use super::name::Resolved;
use crate::place;
use crate::source::Source;
use crate::{ErrorKind, Limits};
use flate2::{Decompress, FlushDecompress, Status};
use std::io::{Read, Seek};

/// Packed bytes taken at once, and room for what comes out of them.
const STEP: usize = 32 * 1024;

/// Checks every entry that matters: those with a place or a certificate, and those whose sizes follow their
/// data. A limit ends all further work.
pub(super) fn check<R: Read + Seek>(
    source: &mut Source<R>,
    entries: &[(Entry, Resolved)],
    limits: &Limits,
) -> Vec<Result<(), ErrorKind>> {
    let mut budget = limits.unpacked_bytes;
    let mut outcomes = Vec::with_capacity(entries.len());
    let mut stopped = None;
    for (entry, resolved) in entries {
        let outcome = match stopped {
            Some(kind) => Err(kind),
            None => check_entry(source, entry, resolved, limits, &mut budget),
        };
        if let Err(kind) = outcome {
            // A zip inside is an input of its own; its size is no reason to give up the others.
            stopped = stopped.or((super::is_limit(kind) && !resolved.inner).then_some(kind));
        }
        outcomes.push(outcome);
    }
    outcomes
}

fn check_entry<R: Read + Seek>(
    source: &mut Source<R>,
    entry: &Entry,
    resolved: &Resolved,
    limits: &Limits,
    budget: &mut u64,
) -> Result<(), ErrorKind> {
    let passed_over = passed_over(entry, resolved, limits);
    let wanted = (resolved.kind.is_some() || resolved.inner) && !passed_over;
    if !wanted && !entry.has_descriptor() {
        return Ok(());
    }
    let encrypted = entry.flags & directory::FLAG_ENCRYPTED != 0;
    if entry.has_descriptor() && (encrypted || entry.method != 8) {
        check_unmarked_end(source, entry, limits, budget)?;
    }
    if encrypted {
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

/// What is no place by its name is looked at if that is cheap: no real profile's program is as large as that.
pub(super) fn passed_over(entry: &Entry, resolved: &Resolved, limits: &Limits) -> bool {
    let place = resolved.kind.is_none_or(place::is_place);
    !place && entry.unpacked > limits.part_bytes
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
    directory::no_entries_within(source, entry.data, end)
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
