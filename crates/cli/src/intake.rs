//! Opens the files, folders and streams on the command line for p2s-batch.

use crate::arguments::CheckArguments;
use crate::file::{Handle, STANDARD_INPUT};
use crate::output::{Output, Written, has_color};
use crate::progress::Progress;
use crate::{errors, walk};
use p2s_batch::{Answer, Batch, Job, Outcome, Schedule, Source, Work};
use p2s_package::{ErrorKind, Input, Limits, Package, open_unpacked};
use p2s_report::escape_invisible;
use p2s_verdict::InputReport;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::ops::Range;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Most threads that read at once.
const MOST_THREADS: usize = 8;

/// Inputs that are read before any of them is written. So many reports are in memory at most.
const ROUND: usize = 64;

/// Checks everything on the command line and writes the inputs, but not the end of the report. Returns messages for
/// standard error about what can't be read, in the order of the arguments.
pub(crate) fn check(arguments: &CheckArguments, output: &mut Output) -> Vec<String> {
    let reader = Reader {
        arguments,
        limits: Limits::default(),
        output: arguments
            .output
            .as_ref()
            .and_then(|path| fs::canonicalize(path).ok()),
        has_color: has_color(arguments),
    };
    let mut progress = Progress::new(arguments);
    let mut messages = Vec::new();
    let schedule = reader.schedule(&arguments.paths, &mut messages);
    let mut streams = reader.streams(&schedule);
    let threads = thread::available_parallelism().map_or(1, |cores| cores.get().min(MOST_THREADS));
    for first in (0..schedule.len()).step_by(ROUND) {
        let numbers = first..first.saturating_add(ROUND).min(schedule.len());
        progress.show(first.saturating_add(1), schedule.len());
        let round = reader.round(&schedule, numbers, &mut streams, threads);
        progress.clear();
        for (number, done) in round {
            if let Some((_, place)) = schedule.position(number) {
                messages.extend(done.message.map(|message| (place, message)));
                output.skip(done.skipped);
                output.add(place, done.inputs);
            }
            output.write_until(schedule.position(number.saturating_add(1)));
        }
    }
    messages.sort_by_key(|(place, _)| *place);
    messages.into_iter().map(|(_, message)| message).collect()
}

/// What reads the inputs. Threads share it.
struct Reader<'a> {
    arguments: &'a CheckArguments,
    limits: Limits,
    /// The file that the report is written to, resolved.
    output: Option<PathBuf>,
    has_color: bool,
}

/// A message for standard error, with the place of what it is about among what was given.
type Placed = ((usize, usize), String);

/// What a job gave.
struct Done {
    inputs: Vec<Written>,
    skipped: u64,
    message: Option<String>,
}

impl Reader<'_> {
    /// Returns what an argument is, and adds messages about what can't be read.
    fn source(&self, argument: &OsString, messages: &mut Vec<String>) -> Source<Handle> {
        if argument == STANDARD_INPUT {
            return Source::File {
                name: STANDARD_INPUT.to_owned(),
                file: Handle::StandardInput,
            };
        }
        let path = PathBuf::from(argument);
        let name = name_of(&path);
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => self.folder(&path, &name, messages),
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
                messages.push(self.message(&path, error));
                Source::Unavailable { name, error }
            }
        }
    }

    fn folder(&self, root: &Path, name: &str, messages: &mut Vec<String>) -> Source<Handle> {
        let listing = walk::list(root, name, self.output.as_deref(), &self.limits);
        let mut unreadable = listing.unreadable().to_vec();
        unreadable.sort();
        for path in &unreadable {
            let parts = path.split('/').filter(|part| !part.is_empty());
            let path = parts.fold(root.to_owned(), |folder, part| folder.join(part));
            messages.push(self.message(&path, ErrorKind::ReadFailed));
        }
        Source::Folder(listing)
    }

    /// Lists everything that was given, so that all names are known and sorted before a file is opened.
    fn schedule(&self, paths: &[OsString], messages: &mut Vec<Placed>) -> Schedule<Handle> {
        let mut batch = Batch::new(self.arguments.options, |_| None);
        for (source, path) in paths.iter().enumerate() {
            let mut found = Vec::new();
            batch.add(self.source(path, &mut found));
            messages.extend(found.into_iter().map(|message| ((source, 0), message)));
        }
        while let Some((id, job)) = batch.start_job() {
            let Work::ReadHeads(files) = job.work else {
                break;
            };
            let kinds = files.iter().map(|(_, file)| file.head_kind(&self.limits));
            let answer = Answer::Heads(kinds.collect());
            batch.answer(id, answer);
        }
        batch.into_schedule()
    }

    /// Reads pipes in the order given: whatever writes to several of them can depend on that.
    fn streams(&self, schedule: &Schedule<Handle>) -> BTreeMap<usize, Done> {
        let is_stream = |number: &usize| {
            let job = schedule.job(*number);
            job.is_some_and(|job| matches!(job.work, Work::Open(file) if file.is_stream()))
        };
        let mut numbers: Vec<usize> = (0..schedule.len()).filter(is_stream).collect();
        numbers.sort_by_key(|number| schedule.position(*number).map(|(_, place)| place));
        let done = |number| (number, self.done(schedule, number));
        numbers.into_iter().map(done).collect()
    }

    /// Does some of the jobs, on several threads. Returns what each gave, in order.
    fn round(
        &self,
        schedule: &Schedule<Handle>,
        numbers: Range<usize>,
        streams: &mut BTreeMap<usize, Done>,
        threads: usize,
    ) -> BTreeMap<usize, Done> {
        let mut all = streams.split_off(&numbers.start);
        streams.append(&mut all.split_off(&numbers.end));
        let left: Vec<usize> = numbers.filter(|number| !all.contains_key(number)).collect();
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            while let Some(number) = left.get(next.fetch_add(1, Ordering::Relaxed)) {
                done.push((*number, self.done(schedule, *number)));
            }
            done
        };
        thread::scope(|scope| {
            // A thread that can't be started leaves its work to the others.
            let spawn = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
            let helpers: Vec<_> = (1..threads.min(left.len())).filter_map(spawn).collect();
            all.extend(work());
            for helper in helpers {
                all.extend(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
            }
        });
        all
    }

    fn done(&self, schedule: &Schedule<Handle>, number: usize) -> Done {
        let (mut message, mut sha256) = (None, None);
        let job = schedule.job(number);
        let file_name = job.as_ref().map(|job| job.name);
        let answer = job
            .as_ref()
            .map(|job| self.answer(job, &mut message, &mut sha256));
        let (inputs, skipped) = match schedule.outcome(number, answer) {
            Outcome::Inputs(inputs) => (inputs, 0),
            Outcome::Skipped(files) => (Vec::new(), files),
        };
        let written = |input: InputReport| {
            // A package inside the file has a longer name, and isn't what the SHA-256 is of.
            let is_file = file_name == Some(&input.name);
            let sha256 = sha256.as_deref().filter(|_| is_file);
            Written::new(input, sha256, self.arguments, self.has_color)
        };
        Done {
            inputs: inputs.into_iter().map(written).collect(),
            skipped,
            message,
        }
    }

    fn answer(
        &self,
        job: &Job<'_, Handle>,
        message: &mut Option<String>,
        sha256: &mut Option<String>,
    ) -> Answer {
        let packages = match &job.work {
            Work::ReadHeads(_) => return Answer::Heads(Vec::new()),
            Work::Open(file) => {
                let with_sha256 = self.arguments.format.has_supplements();
                match file.open(job.name, &self.limits, with_sha256) {
                    Ok(opened) => {
                        *sha256 = opened.sha256;
                        opened.packages
                    }
                    Err(error) => {
                        if error == ErrorKind::ReadFailed {
                            *message = Some(self.message(file.path(), error));
                        }
                        return Answer::Refused(error);
                    }
                }
            }
            Work::OpenUnpacked(files) => self.open_unpacked(job.name, files, message),
        };
        Answer::judge(&packages, &self.arguments.options)
    }

    fn open_unpacked(
        &self,
        name: &str,
        files: &[(&str, &Handle)],
        message: &mut Option<String>,
    ) -> Vec<Package> {
        let paths: Vec<String> = files.iter().map(|(path, _)| (*path).to_owned()).collect();
        let mut unreadable = None;
        let mut reader = |index: usize| {
            let (_, file) = files.get(index).ok_or(io::ErrorKind::NotFound)?;
            let opened = file.reader();
            let opened = opened.inspect_err(|_| unreadable = Some(file.path()))?;
            Ok(Box::new(opened) as Box<dyn Input>)
        };
        let packages = open_unpacked(name, &paths, &mut reader, &self.limits);
        *message = unreadable.map(|path| self.message(path, ErrorKind::ReadFailed));
        packages
    }

    /// Returns the message that a path can't be read.
    fn message(&self, path: &Path, error: ErrorKind) -> String {
        let path = escape_invisible(&path.to_string_lossy());
        let sentence = errors::error_sentence(error, self.arguments.language);
        format!("{path}: {sentence}")
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
