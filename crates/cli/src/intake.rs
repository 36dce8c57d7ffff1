//! Opens the files, folders and streams on the command line for p2s-batch.

use crate::file::{Handle, STANDARD_INPUT};
use crate::{help, walk};
use p2s_batch::{Answer, Batch, Job, Source, Work};
use p2s_package::{ErrorKind, Input, Limits, Package, open_unpacked};
use p2s_report::{Language, escape_invisible};
use p2s_verdict::{Options, Report};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Checks everything on the command line. Returns the report, and messages for standard error about what can't be read.
pub(crate) fn check(
    paths: &[OsString],
    options: Options,
    language: Language,
) -> (Report, Vec<String>) {
    let mut batch = Batch::new(options, |_| None);
    let mut reader = Reader {
        limits: Limits::default(),
        options,
        language,
        messages: Vec::new(),
    };
    for path in paths {
        batch.add(reader.source(path));
        // The messages follow the order of the arguments because each argument is done before the next one.
        while let Some(job) = batch.next_job() {
            let answer = reader.answer(&job);
            batch.answer(answer);
        }
    }
    (batch.finish(), reader.messages)
}

struct Reader {
    limits: Limits,
    options: Options,
    language: Language,
    messages: Vec<String>,
}

impl Reader {
    fn source(&mut self, argument: &OsString) -> Source<Handle> {
        if argument == STANDARD_INPUT {
            return Source::File {
                name: STANDARD_INPUT.to_owned(),
                file: Handle::StandardInput,
            };
        }
        let path = PathBuf::from(argument);
        let name = name_of(&path);
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => self.folder(&path, &name),
            Ok(metadata) => {
                let file = match metadata.is_file() {
                    true => Handle::Regular(path),
                    false => Handle::Stream(path),
                };
                Source::File { name, file }
            }
            Err(error) => {
                let error = match error.kind() {
                    io::ErrorKind::NotFound => ErrorKind::NotFound,
                    _ => ErrorKind::ReadFailed,
                };
                self.report(&path, error);
                Source::Unavailable { name, error }
            }
        }
    }

    fn folder(&mut self, root: &Path, name: &str) -> Source<Handle> {
        let listing = walk::list(root, name, &self.limits);
        let mut unreadable = listing.unreadable().to_vec();
        unreadable.sort();
        for path in &unreadable {
            let parts = path.split('/').filter(|part| !part.is_empty());
            let path = parts.fold(root.to_owned(), |folder, part| folder.join(part));
            self.report(&path, ErrorKind::ReadFailed);
        }
        Source::Folder(listing)
    }

    fn answer(&mut self, job: &Job<'_, Handle>) -> Answer {
        let packages = match &job.work {
            Work::ReadHeads(files) => {
                let kinds = files.iter().map(|(_, file)| file.head_kind(&self.limits));
                return Answer::Heads(kinds.collect());
            }
            Work::Open(file) => match file.open(job.name, &self.limits) {
                Ok(packages) => packages,
                Err(error) => {
                    if error == ErrorKind::ReadFailed {
                        self.report(file.path(), error);
                    }
                    return Answer::Refused(error);
                }
            },
            Work::OpenUnpacked(files) => self.open_unpacked(job.name, files),
        };
        Answer::judge(&packages, &self.options)
    }

    fn open_unpacked(&mut self, name: &str, files: &[(&str, &Handle)]) -> Vec<Package> {
        let paths: Vec<String> = files.iter().map(|(path, _)| (*path).to_owned()).collect();
        let mut unreadable = None;
        let mut reader = |index: usize| {
            let (_, file) = files.get(index).ok_or(io::ErrorKind::NotFound)?;
            let opened = file.reader();
            let opened = opened.inspect_err(|_| unreadable = Some(file.path()))?;
            Ok(Box::new(opened) as Box<dyn Input>)
        };
        let packages = open_unpacked(name, &paths, &mut reader, &self.limits);
        if let Some(path) = unreadable {
            self.report(path, ErrorKind::ReadFailed);
        }
        packages
    }

    /// Adds a message that a path can't be read.
    fn report(&mut self, path: &Path, error: ErrorKind) {
        let path = escape_invisible(&path.to_string_lossy());
        let sentence = help::error_sentence(error, self.language);
        self.messages.push(format!("{path}: {sentence}"));
    }
}

/// Returns a file's own name; for `.` and `..`, the name of the folder they stand for.
fn name_of(path: &Path) -> String {
    let own = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let resolved = || {
        let full = fs::canonicalize(path).ok()?;
        full.file_name()
            .map(|name| name.to_string_lossy().into_owned())
    };
    own.or_else(resolved)
        .unwrap_or_else(|| path.to_string_lossy().into_owned())
}
