//! One run: what came in together, taken apart into jobs, read one after the other, and the answers so far.

use crate::intake::{Folder, Found};
use crate::worker::{Files, Job};
use p2s_package::{Error, ErrorKind, Package, sort_folder};
use p2s_verdict::{InputReport, Question, Report, assemble, is_no_package, judge};
use web_sys::File;

/// What came in, the question about it, and what has been answered.
pub(crate) struct Run {
    /// What is asked.
    pub(crate) question: Question,
    found: Vec<Found>,
    jobs: Vec<Planned>,
    done: usize,
    inputs: Vec<InputReport>,
    skipped: u64,
}

/// A job to be.
struct Planned {
    name: String,
    files: Files,
    /// An input even if nothing of a package is in it; else it is counted as skipped then.
    named: bool,
}

impl Run {
    /// Nothing has been read yet.
    pub(crate) fn new(found: Vec<Found>, question: Question) -> Self {
        let mut run = Run {
            question,
            found: Vec::new(),
            jobs: Vec::new(),
            done: 0,
            inputs: Vec::new(),
            skipped: 0,
        };
        for found in &found {
            match found {
                Found::File(file) => run.jobs.push(Planned {
                    name: file.name(),
                    files: Files::One(file.clone().into()),
                    named: true,
                }),
                Found::Folder(folder) => run.folder(folder),
            }
        }
        run.found = found;
        run
    }

    fn folder(&mut self, folder: &Folder) {
        if folder.too_much {
            self.refuse(&folder.name, None, ErrorKind::LimitFolder);
            return;
        }
        for path in &folder.unreadable {
            let name = if path.is_empty() { &folder.name } else { path };
            self.refuse(name, None, ErrorKind::ReadFailed);
        }
        let paths: Vec<String> = folder.files.iter().map(|(path, _)| path.clone()).collect();
        for input in sort_folder(&folder.name, &paths) {
            let members = input
                .files
                .iter()
                .filter_map(|index| folder.files.get(*index));
            let blob = |file: &File| file.clone().into();
            if input.unpacked {
                self.jobs.push(Planned {
                    name: input.name,
                    files: Files::Unpacked(
                        members
                            .map(|(path, file)| (path.clone(), blob(file)))
                            .collect(),
                    ),
                    named: true,
                });
            } else {
                self.jobs.extend(members.map(|(_, file)| Planned {
                    name: input.name.clone(),
                    files: Files::One(blob(file)),
                    named: input.named,
                }));
            }
        }
    }

    /// The number of the job whose turn it is, and the job to give to the reader; `None` at the end.
    pub(crate) fn next(&self) -> Option<(usize, Job)> {
        let planned = self.jobs.get(self.done)?;
        Some((
            self.done,
            Job {
                name: planned.name.clone(),
                files: planned.files.clone(),
                question: self.question,
            },
        ))
    }

    /// The name of the input whose turn it is.
    pub(crate) fn reading(&self) -> Option<&str> {
        self.jobs
            .get(self.done)
            .map(|planned| planned.name.as_str())
    }

    /// How many jobs are done, and how many there are.
    pub(crate) fn progress(&self) -> (usize, usize) {
        (self.done, self.jobs.len())
    }

    /// The current job is answered.
    pub(crate) fn answered(&mut self, inputs: Vec<InputReport>) {
        let named = self.jobs.get(self.done).is_none_or(|planned| planned.named);
        if named || !is_no_package(&inputs) {
            self.inputs.extend(inputs);
        } else {
            self.skipped = self.skipped.saturating_add(1);
        }
        self.done = self.done.saturating_add(1);
    }

    /// The current job can't be answered.
    pub(crate) fn refused(&mut self, kind: ErrorKind) {
        if let Some(planned) = self.jobs.get(self.done) {
            let size = match &planned.files {
                Files::One(blob) => Some(blob.size() as u64),
                Files::Unpacked(_) => None,
            };
            let name = planned.name.clone();
            self.refuse(&name, size, kind);
            self.done = self.done.saturating_add(1);
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
        assemble(self.inputs.clone(), &self.question, self.skipped)
    }

    /// What came in, for another question.
    pub(crate) fn into_found(self) -> Vec<Found> {
        self.found
    }

    fn refuse(&mut self, name: &str, size: Option<u64>, kind: ErrorKind) {
        let package = Package::refused(name, size, Error::whole(kind));
        self.inputs.push(judge(&package, &self.question));
    }
}
