//! What a batch asks of its caller, and what the caller answers.

use p2s_package::{ErrorKind, HeadKind, Package};
use p2s_verdict::{InputReport, Options, judge};

/// The most files whose heads one job reads: a caller's time limit applies to all of them together.
pub const HEADS_PER_JOB: usize = 1_000;

/// One thing to do, see [`Batch::start_job`](crate::Batch::start_job).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job<'a, F> {
    /// Name of the input in the report; while heads are read, the folder's name.
    pub name: &'a str,
    /// What to do.
    pub work: Work<'a, F>,
}

/// What a job does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work<'a, F> {
    /// Read the first [`Limits::look_bytes`](p2s_package::Limits::look_bytes) of each file, given with its path below
    /// the folder, and answer [`Answer::Heads`].
    ReadHeads(Vec<(&'a str, &'a F)>),
    /// Open this file ([`open`](p2s_package::open)) and answer [`Answer::Inputs`].
    Open(&'a F),
    /// Open these files, given with their paths below the folder, as one package
    /// ([`open_unpacked`](p2s_package::open_unpacked)) and answer [`Answer::Inputs`].
    OpenUnpacked(Vec<(&'a str, &'a F)>),
}

/// The outcome of a job.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// What each file begins with, in the order of the job; `None` if it couldn't be read or isn't recognized.
    Heads(Vec<Option<HeadKind>>),
    /// The packages that were opened, judged.
    Inputs(Vec<InputReport>),
    /// The job failed as a whole: its input is refused with this error.
    Refused(ErrorKind),
}

impl Answer {
    /// Judges the packages that a job opened.
    pub fn judge(packages: &[Package], options: &Options) -> Self {
        let inputs = packages.iter().map(|package| judge(package, options));
        Answer::Inputs(inputs.collect())
    }
}
