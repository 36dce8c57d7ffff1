//! One run: what came in together, taken apart into jobs, read one after the other, and the answers so far.

use crate::intake::{Folder, Found};
use crate::worker::{Files, Job};
use p2s_package::{Error, ErrorKind, Look, Package, needs_look, sort_folder};
use p2s_verdict::{InputReport, Options, Report, assemble, is_no_package, judge};
use web_sys::{Blob, File};

/// How many files are looked at in one job: the time limit is for all of them.
const LOOKS: usize = 1_000;

/// What came in, the options for it, and what has been answered.
pub(crate) struct Run {
    /// What is asked.
    pub(crate) options: Options,
    found: Vec<Found>,
    /// Folders whose files are being looked at.
    folders: Vec<Sorting>,
    jobs: Vec<Planned>,
    done: usize,
    inputs: Vec<InputReport>,
    skipped: u64,
}

/// A folder, and what its files begin with, as far as they were looked at.
struct Sorting {
    folder: Folder,
    /// Indices of the files that are looked at.
    wanted: Vec<usize>,
    looks: Vec<Option<Look>>,
}

/// A job to be.
struct Planned {
    name: String,
    files: Files,
    task: Task,
}

/// What is done with the files of a job.
#[derive(Clone, Copy, PartialEq)]
enum Task {
    /// They are an input, even if nothing of a package is in it.
    Named,
    /// They are an input, or are counted as skipped if nothing of a package is in them.
    Unnamed,
    /// They are some of the files of a folder (by its index) that is not sorted yet.
    Look(usize),
}

impl Run {
    /// Nothing has been read yet.
    pub(crate) fn new(found: Vec<Found>, options: Options) -> Self {
        let mut run = Run {
            options,
            found: Vec::new(),
            folders: Vec::new(),
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
                    task: Task::Named,
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
        let files = folder.files.iter().enumerate();
        let wanted = files.filter(|(_, (path, _))| needs_look(path));
        let wanted: Vec<usize> = wanted.map(|(index, _)| index).collect();
        let number = self.folders.len();
        for indices in wanted.chunks(LOOKS) {
            let files = indices.iter().filter_map(|index| folder.files.get(*index));
            self.jobs.push(Planned {
                name: folder.name.clone(),
                files: Files::Heads(files.map(member).collect()),
                task: Task::Look(number),
            });
        }
        self.folders.push(Sorting {
            folder: folder.clone(),
            wanted,
            looks: Vec::new(),
        });
        self.sort(number);
    }

    /// The jobs of a folder, if all of its files have been looked at that must be.
    fn sort(&mut self, number: usize) {
        let Some(Sorting {
            folder,
            wanted,
            looks,
        }) = self.folders.get(number)
        else {
            return;
        };
        if looks.len() < wanted.len() {
            return;
        }
        let mut all = vec![None; folder.files.len()];
        for (index, look) in wanted.iter().zip(looks) {
            if let Some(place) = all.get_mut(*index) {
                *place = *look;
            }
        }
        let paths: Vec<String> = folder.files.iter().map(|(path, _)| path.clone()).collect();
        for input in sort_folder(&folder.name, &paths, &all) {
            let members = input
                .files
                .iter()
                .filter_map(|index| folder.files.get(*index));
            let task = if input.named {
                Task::Named
            } else {
                Task::Unnamed
            };
            if input.unpacked {
                self.jobs.push(Planned {
                    name: input.name,
                    files: Files::Unpacked(members.map(member).collect()),
                    task,
                });
            } else {
                self.jobs.extend(members.map(|(_, file)| Planned {
                    name: input.name.clone(),
                    files: Files::One(file.clone().into()),
                    task,
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
                options: self.options,
            },
        ))
    }

    /// The number of the job whose turn it is.
    pub(crate) fn current(&self) -> Option<usize> {
        self.jobs.get(self.done).map(|_| self.done)
    }

    /// The name of the input whose turn it is.
    pub(crate) fn reading(&self) -> Option<&str> {
        self.jobs
            .get(self.done)
            .map(|planned| planned.name.as_str())
    }

    /// How many inputs are read, and how many there are, as far as that is known.
    pub(crate) fn progress(&self) -> (usize, usize) {
        let is_input = |planned: &&Planned| !planned.files.are_heads();
        let done = self.jobs.iter().take(self.done);
        (
            done.filter(is_input).count(),
            self.jobs.iter().filter(is_input).count(),
        )
    }

    /// The current job is answered.
    pub(crate) fn answered(&mut self, inputs: Vec<InputReport>) {
        let planned = self.jobs.get(self.done);
        let unnamed = planned.is_some_and(|planned| planned.task == Task::Unnamed);
        if unnamed && is_no_package(&inputs) {
            let files = match planned.map(|planned| &planned.files) {
                Some(Files::Unpacked(files)) => files.len() as u64,
                _ => 1,
            };
            self.skipped = self.skipped.saturating_add(files);
        } else {
            self.inputs.extend(inputs);
        }
        self.done = self.done.saturating_add(1);
    }

    /// The files of the current job have been looked at.
    pub(crate) fn looked(&mut self, looks: Vec<Option<Look>>) {
        let planned = self.jobs.get(self.done);
        if let Some(Task::Look(number)) = planned.map(|planned| planned.task) {
            if let Some(sorting) = self.folders.get_mut(number) {
                sorting.looks.extend(looks);
            }
            self.done = self.done.saturating_add(1);
            self.sort(number);
        }
    }

    /// The current job can't be answered.
    pub(crate) fn refused(&mut self, kind: ErrorKind) {
        if let Some(planned) = self.jobs.get(self.done) {
            let size = match &planned.files {
                Files::One(blob) => Some(blob.size() as u64),
                Files::Unpacked(_) | Files::Heads(_) => None,
            };
            let (name, task) = (planned.name.clone(), planned.task);
            self.refuse(&name, size, kind);
            self.done = self.done.saturating_add(1);
            // Of a folder that can't be sorted nothing more is looked at.
            if let Task::Look(_) = task {
                let rest = self.jobs.get(self.done..).unwrap_or_default();
                let same = rest.iter().take_while(|planned| planned.task == task);
                self.done = self.done.saturating_add(same.count());
            }
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
        assemble(self.inputs.clone(), &self.options, self.skipped)
    }

    /// Returns what came in, for a run with other options.
    pub(crate) fn into_found(self) -> Vec<Found> {
        self.found
    }

    fn refuse(&mut self, name: &str, size: Option<u64>, kind: ErrorKind) {
        let package = Package::refused(name, size, Error::whole(kind));
        self.inputs.push(judge(&package, &self.options));
    }
}

fn member((path, file): &(String, File)) -> (String, Blob) {
    (path.clone(), file.clone().into())
}
