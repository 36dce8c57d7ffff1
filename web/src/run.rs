//! One run: the files that came in together, read one after the other, and the answers so far.

use crate::intake::Found;
use crate::worker::Job;
use p2s_package::{Error, ErrorKind, Package};
use p2s_verdict::{InputReport, Question, Report, assemble, judge};

/// Files, the question about them, and what has been answered.
pub(crate) struct Run {
    /// What is asked.
    pub(crate) question: Question,
    found: Vec<Found>,
    done: usize,
    inputs: Vec<InputReport>,
}

impl Run {
    /// Nothing has been read yet.
    pub(crate) fn new(found: Vec<Found>, question: Question) -> Self {
        Run {
            question,
            found,
            done: 0,
            inputs: Vec::new(),
        }
    }

    /// The number of the file whose turn it is, and the job to give to the reader; `None` at the end.
    pub(crate) fn next(&self) -> Option<(usize, Job)> {
        let found = self.found.get(self.done)?;
        let blob = found.file.clone().into();
        Some((
            self.done,
            Job {
                blob,
                name: found.path.clone(),
                question: self.question,
            },
        ))
    }

    /// The path of the file whose turn it is.
    pub(crate) fn reading(&self) -> Option<&str> {
        self.found.get(self.done).map(|found| found.path.as_str())
    }

    /// How many files are done, and how many there are.
    pub(crate) fn progress(&self) -> (usize, usize) {
        (self.done, self.found.len())
    }

    /// The current file is answered.
    pub(crate) fn answered(&mut self, inputs: Vec<InputReport>) {
        self.inputs.extend(inputs);
        self.done = self.done.saturating_add(1);
    }

    /// The current file can't be answered.
    pub(crate) fn refused(&mut self, kind: ErrorKind) {
        if let Some(found) = self.found.get(self.done) {
            let size = Some(found.file.size() as u64);
            let package = Package::refused(&found.path, size, Error::whole(kind));
            self.answered(vec![judge(&package, &self.question)]);
        }
    }

    /// Nothing more is read: what is left is refused as cancelled.
    pub(crate) fn cancelled(&mut self) {
        while self.reading().is_some() {
            self.refused(ErrorKind::Cancelled);
        }
    }

    /// The report, once everything is done.
    pub(crate) fn report(&self) -> Report {
        assemble(self.inputs.clone(), &self.question, 0)
    }

    /// The same files, for another question.
    pub(crate) fn into_files(self) -> Vec<Found> {
        self.found
    }
}
