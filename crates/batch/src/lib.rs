//! Many files in, one [`Report`](p2s_verdict::Report) out: the intake that the command line and the page share.
//!
//! The caller lists folders into a [`Listing`], adds every [`Source`] to a [`Batch`] in order, and runs one [`Job`] after
//! the other, or several at once. The batch decides which files of a folder are one unpacked package, what is skipped, the order of the
//! report, and which limits apply to folders.
//!
//! The crate reads nothing itself: no I/O, no clock, no threads. A file is an opaque handle that only the caller can
//! open: a path in the command line, a `File` object in the page, and a byte slice in this example:
//!
//! ```
//! use p2s_batch::{Answer, Batch, Listing, Source, Work};
//! use p2s_package::{Input, Limits, Timestamp, head_kind, open, open_unpacked};
//! use p2s_verdict::Options;
//! use std::io::Cursor;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let limits = Limits::default();
//! let now = Timestamp::parse("2026-11-24T03:00:00Z").ok_or("not a time")?;
//! let options = Options { now, created: None };
//!
//! let mut downloads: Listing<&[u8]> = Listing::new("Downloads".to_owned(), &limits);
//! downloads.add_file("vpn/Generic/VpnSettings.xml".to_owned(), b"<VpnProfile></VpnProfile>")?;
//! downloads.add_file("notes.txt".to_owned(), b"Nothing to see here.")?;
//!
//! let mut batch = Batch::new(options, |bytes: &&[u8]| Some(bytes.len() as u64));
//! batch.add(Source::Folder(downloads));
//! while let Some((id, job)) = batch.start_job() {
//!     let answer = match job.work {
//!         Work::ReadHeads(files) => Answer::Heads(
//!             files.iter().map(|(_, bytes)| head_kind(&mut &bytes[..], &limits)).collect(),
//!         ),
//!         Work::Open(bytes) => Answer::judge(&open(job.name, &mut Cursor::new(bytes), &limits), &options),
//!         Work::OpenUnpacked(files) => {
//!             let paths: Vec<String> = files.iter().map(|(path, _)| path.to_string()).collect();
//!             let mut open = |index: usize| Ok(Box::new(Cursor::new(files[index].1)) as Box<dyn Input>);
//!             Answer::judge(&open_unpacked(job.name, &paths, &mut open, &limits), &options)
//!         }
//!     };
//!     batch.answer(id, answer);
//! }
//! let report = batch.finish();
//! assert_eq!(report.inputs[0].name, "vpn");
//! assert_eq!(report.summary.skipped, 1);
//! # Ok(())
//! # }
//! ```

mod batch;
mod gateways;
mod job;
mod listing;
mod order;
mod report;
mod source;

pub use batch::{Batch, CancelledFile, JobId, Outcome, Progress, Schedule};
pub use gateways::{GatewayFacts, compare_gateways};
pub use job::{Answer, HEADS_PER_JOB, Job, Work};
pub use listing::{FolderLimitExceeded, Listing};
pub use report::{assemble, count};
pub use source::Source;
