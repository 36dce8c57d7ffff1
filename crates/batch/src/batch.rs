//! The state machine between sources, jobs and the report.

mod schedule;

pub use schedule::{Outcome, Schedule};

use crate::job::{Answer, HEADS_PER_JOB, Job, Work};
use crate::report::assemble;
use crate::{Listing, Source};
use p2s_package::{Error, ErrorKind, HeadKind, Limit, Package, folder_inputs, needs_head};
use p2s_verdict::{InputReport, Options, Report, judge};
use schedule::task_at;

/// The sources of one run, their jobs, and the answers so far. `F` is the caller's handle of a file.
///
/// The heads of all folders are read first, so that the number of inputs is known early. Then every input is opened, in
/// the order of the sources. Several jobs can be done at once, and answered in any order. Sources can be added at any time.
#[derive(Debug, Clone)]
pub struct Batch<F> {
    options: Options,
    size_of: fn(&F) -> Option<u64>,
    sources: Vec<Planned<F>>,
    /// Index of the first source whose heads are still to be read.
    heads_position: usize,
    /// Index of the source whose tasks are being started.
    source_position: usize,
    /// Index of the task to start next.
    task_position: usize,
    /// The jobs that are started and not answered, the oldest first.
    running: Vec<JobId>,
    progress: Progress,
    /// The inputs of the report that is extended.
    inputs: Vec<InputReport>,
    skipped: u64,
    /// The outcomes since then, in the order of the sources.
    outcomes: Vec<(JobId, Outcome)>,
    /// The jobs that were cancelled.
    cancelled: Vec<JobId>,
}

/// Identifies a job among those of its batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct JobId {
    /// Index of the source.
    source: usize,
    /// Index of the source's task; `None` while heads are read.
    task: Option<usize>,
}

/// A file of a job that was cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CancelledFile {
    job: JobId,
    /// Index of the file in its source.
    index: usize,
}

/// How far a batch is, in inputs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Inputs that were to be opened and are answered.
    pub done: usize,
    /// Inputs to open that are known so far; those refused without being opened aren't counted. A folder whose first bytes
    /// are being read counts as one.
    pub total: usize,
}

/// A source and what is to be done with it.
#[derive(Debug, Clone)]
struct Planned<F> {
    source: Source<F>,
    plan: Plan,
    /// Which files were cancelled and are in a later source again; shorter if the last ones aren't.
    given_again: Vec<bool>,
}

#[derive(Debug, Clone)]
enum Plan {
    /// The files of the folder can't be grouped before some of their heads are read.
    ReadHeads(PendingHeads),
    /// The inputs of the source, in order.
    Tasks(Vec<Task>),
}

#[derive(Debug, Clone)]
struct PendingHeads {
    /// Indices of the files whose heads are needed.
    wanted: Vec<usize>,
    /// What the first of them begin with.
    kinds: Vec<Option<HeadKind>>,
}

#[derive(Debug, Clone)]
struct Task {
    /// Name of the input.
    name: String,
    action: Action,
    /// The input is reported even if it clearly isn't part of a package.
    is_kept: bool,
}

/// What is done for an input; files by their indices in the source.
#[derive(Debug, Clone)]
enum Action {
    /// Nothing is read: the input has this error.
    Refuse(ErrorKind),
    Open(usize),
    OpenUnpacked(Vec<usize>),
}

impl<F> Batch<F> {
    /// Makes an empty batch. `size_of` returns the size of a file in bytes if it is known without opening the file; it
    /// is reported for a file that is refused.
    pub fn new(options: Options, size_of: fn(&F) -> Option<u64>) -> Self {
        Batch {
            options,
            size_of,
            sources: Vec::new(),
            heads_position: 0,
            source_position: 0,
            task_position: 0,
            running: Vec::new(),
            progress: Progress::default(),
            inputs: Vec::new(),
            skipped: 0,
            outcomes: Vec::new(),
            cancelled: Vec::new(),
        }
    }

    /// Adds a source after the others.
    pub fn add(&mut self, mut source: Source<F>) {
        if let Source::Folder(listing) = &mut source {
            listing.sort();
        }
        let plan = Plan::new(&source);
        self.progress.total = self.progress.total.saturating_add(plan.count());
        self.sources.push(Planned {
            source,
            plan,
            given_again: Vec::new(),
        });
        self.settle();
    }

    /// Forgets all answers and starts again with the same sources.
    pub fn restart(&mut self, options: Options) {
        let sources = std::mem::take(&mut self.sources);
        *self = Batch::new(options, self.size_of);
        for planned in sources {
            let mut source = planned.source;
            match &mut source {
                Source::File { .. } if planned.given_again.contains(&true) => continue,
                Source::Folder(listing) => listing.add_repeated(&planned.given_again),
                Source::File { .. } | Source::Unavailable { .. } => {}
            }
            self.add(source);
        }
    }

    /// Returns the options of the run.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Extends a report of this batch by the sources that are added from now on. The progress counts only these.
    pub fn extend(&mut self, report: &Report) {
        self.inputs = report.inputs.clone();
        self.skipped = report.summary.skipped;
        self.progress = Progress::default();
    }

    /// Returns true while there are inputs of a report that is extended.
    pub fn is_extending(&self) -> bool {
        !self.inputs.is_empty()
    }

    /// Returns the files of all sources, each with its path, which begins with the name of the folder that was given.
    pub fn files(&self) -> impl Iterator<Item = (String, &F)> {
        self.sources
            .iter()
            .flat_map(|planned| planned.source.files())
    }

    /// Returns the files of the jobs that were cancelled, each with its path as [`Batch::files`] returns it.
    pub fn cancelled_files(&self) -> impl Iterator<Item = (CancelledFile, String, &F)> {
        self.cancelled.iter().flat_map(|job| {
            let files = self.files_of(*job).into_iter();
            files.filter_map(|index| {
                let (path, file) = self.sources.get(job.source)?.source.file(index)?;
                Some((CancelledFile { job: *job, index }, path, file))
            })
        })
    }

    /// Records that files are given again: they are in the next sources. The report that is extended loses the inputs of the
    /// jobs of which every file is given again.
    pub fn give_again(&mut self, files: &[CancelledFile]) {
        for CancelledFile { job, index } in files {
            if let Some(planned) = self.sources.get_mut(job.source) {
                let count = planned.given_again.len().max(index.saturating_add(1));
                planned.given_again.resize(count, false);
                if let Some(again) = planned.given_again.get_mut(*index) {
                    *again = true;
                }
            }
        }
        let is_again = |job: &JobId| {
            let given_again = self.sources.get(job.source);
            let given_again = given_again.map_or(&[][..], |planned| &planned.given_again);
            let files = self.files_of(*job);
            files
                .iter()
                .all(|index| given_again.get(*index) == Some(&true))
        };
        let (again, left): (Vec<JobId>, Vec<JobId>) =
            self.cancelled.iter().partition(|job| is_again(job));
        self.cancelled = left;
        for job in again {
            let unread = self.unread(job);
            if let Some(position) = self.inputs.iter().position(|input| unread.contains(input)) {
                self.inputs.remove(position);
            }
        }
    }

    /// The files of a job, by their indices in the source.
    fn files_of(&self, job: JobId) -> Vec<usize> {
        match (self.task(job), self.sources.get(job.source)) {
            (Some((_, task)), _) => task.action.files().to_vec(),
            (None, Some(planned)) => (0..planned.source.files().count()).collect(),
            (None, None) => Vec::new(),
        }
    }

    /// What the report says about a job that was cancelled.
    fn unread(&self, job: JobId) -> Vec<InputReport> {
        let cancelled = ErrorKind::Cancelled;
        match (self.task(job), self.sources.get(job.source)) {
            (Some((planned, task)), _) => {
                let answer = Answer::Refused(cancelled);
                match planned.outcome(task, answer, self.size_of, &self.options) {
                    Outcome::Inputs(inputs) => inputs,
                    Outcome::Skipped(_) => Vec::new(),
                }
            }
            (None, Some(folder)) => vec![refusal(folder.name(), None, cancelled, &self.options)],
            (None, None) => Vec::new(),
        }
    }

    /// Starts the next job; `None` if all are started, or if the next ones depend on a job that is running.
    pub fn start_job(&mut self) -> Option<(JobId, Job<'_, F>)> {
        let id = self.next_id().filter(|id| !self.running.contains(id))?;
        self.running.push(id);
        if id.task.is_some() {
            self.task_position = self.task_position.saturating_add(1);
            self.settle();
        }
        Some((id, self.job(id)?))
    }

    /// Returns true if every job is answered.
    pub fn is_done(&self) -> bool {
        self.current_id().is_none()
    }

    /// Returns the name of the input, see [`Job::name`], of the job that has been running longest, or of the next one;
    /// `None` if every job is answered.
    pub fn current_name(&self) -> Option<&str> {
        Some(self.job(self.current_id()?)?.name)
    }

    /// Takes the answer to a job that is running. It is ignored for any other job. A job with an answer of the wrong kind
    /// is refused as `reader-stopped`.
    pub fn answer(&mut self, id: JobId, answer: Answer) {
        let Some(position) = self.running.iter().position(|running| *running == id) else {
            return;
        };
        self.running.remove(position);
        match id.task {
            None => self.answer_heads(answer),
            Some(_) => {
                let Some((planned, task)) = self.task(id) else {
                    return;
                };
                let outcome = planned.outcome(task, answer, self.size_of, &self.options);
                self.progress.done = self.progress.done.saturating_add(1);
                self.keep(id, outcome);
            }
        }
        self.settle();
    }

    /// Refuses everything that isn't answered yet as cancelled: the report says that it wasn't read.
    pub fn cancel(&mut self) {
        while let Some(id) = self.current_id() {
            if self.running.is_empty() {
                self.start_job();
            }
            self.cancelled.push(id);
            self.answer(id, Answer::Refused(ErrorKind::Cancelled));
        }
    }

    /// Returns how many inputs are answered, and how many there are.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Takes the answers out of the batch as a report. If jobs are left, the report lacks their answers.
    pub fn finish(&mut self) -> Report {
        let mut inputs = std::mem::take(&mut self.inputs);
        let mut skipped = std::mem::take(&mut self.skipped);
        for (_, outcome) in std::mem::take(&mut self.outcomes) {
            match outcome {
                Outcome::Inputs(answered) => inputs.extend(answered),
                Outcome::Skipped(files) => skipped = skipped.saturating_add(files),
            }
        }
        assemble(inputs, &self.options, skipped)
    }

    /// The folder whose heads are being read, with the plan for it.
    fn pending_heads(&self) -> Option<(&Planned<F>, &PendingHeads)> {
        let planned = self.sources.get(self.heads_position)?;
        match &planned.plan {
            Plan::ReadHeads(heads) => Some((planned, heads)),
            Plan::Tasks(_) => None,
        }
    }

    /// The source and the task of a job; `None` for one that reads heads.
    fn task(&self, id: JobId) -> Option<(&Planned<F>, &Task)> {
        task_at(&self.sources, id.source, id.task?)
    }

    /// The job to start next. While heads are read, that is the one that is running.
    fn next_id(&self) -> Option<JobId> {
        let id = |source, task| JobId { source, task };
        if self.pending_heads().is_some() {
            return Some(id(self.heads_position, None));
        }
        task_at(&self.sources, self.source_position, self.task_position)?;
        Some(id(self.source_position, Some(self.task_position)))
    }

    /// The job that has been running longest, or the one to start next.
    fn current_id(&self) -> Option<JobId> {
        self.running.first().copied().or_else(|| self.next_id())
    }

    fn job(&self, id: JobId) -> Option<Job<'_, F>> {
        match id.task {
            None => {
                let (planned, heads) = self.pending_heads()?;
                Some(Job {
                    name: planned.name(),
                    work: Work::ReadHeads(planned.files(heads.next())),
                })
            }
            Some(_) => {
                let (planned, task) = self.task(id)?;
                planned.job(task)
            }
        }
    }

    fn answer_heads(&mut self, answer: Answer) {
        let Some(Planned {
            source: Source::Folder(listing),
            plan: Plan::ReadHeads(heads),
            ..
        }) = self.sources.get_mut(self.heads_position)
        else {
            return;
        };
        let plan = match answer {
            Answer::Heads(kinds) if kinds.len() == heads.next().len() => {
                heads.kinds.extend(kinds);
                heads.next().is_empty().then(|| Plan::group(listing, heads))
            }
            answer => Some(Plan::refuse(listing, error_of(&answer))),
        };
        if let Some(plan) = plan {
            self.set_plan(plan);
        }
    }

    /// Keeps an outcome in the order of the sources. Jobs are answered nearly in that order.
    fn keep(&mut self, id: JobId, outcome: Outcome) {
        let last_first = self.outcomes.iter().rev();
        let later = last_first.take_while(|(kept, _)| *kept > id).count();
        let position = self.outcomes.len().saturating_sub(later);
        self.outcomes.insert(position, (id, outcome));
    }

    /// Replaces the plan of the folder whose heads were read.
    fn set_plan(&mut self, plan: Plan) {
        if let Some(planned) = self.sources.get_mut(self.heads_position) {
            let (old, new) = (planned.plan.count(), plan.count());
            let total = self.progress.total.saturating_add(new);
            self.progress.total = total.saturating_sub(old);
            planned.plan = plan;
        }
    }

    /// Moves both positions to the next thing that needs the caller, and refuses what is refused on the way.
    fn settle(&mut self) {
        let is_planned = |planned: &Planned<F>| matches!(planned.plan, Plan::Tasks(_));
        while self
            .sources
            .get(self.heads_position)
            .is_some_and(is_planned)
        {
            self.heads_position = self.heads_position.saturating_add(1);
        }
        while self.source_position < self.heads_position {
            match task_at(&self.sources, self.source_position, self.task_position) {
                Some((_, task)) => {
                    let Action::Refuse(error) = task.action else {
                        return;
                    };
                    let input = refusal(&task.name, None, error, &self.options);
                    let id = JobId {
                        source: self.source_position,
                        task: Some(self.task_position),
                    };
                    self.keep(id, Outcome::Inputs(vec![input]));
                    self.task_position = self.task_position.saturating_add(1);
                }
                None => {
                    self.source_position = self.source_position.saturating_add(1);
                    self.task_position = 0;
                }
            }
        }
    }
}

fn refusal(name: &str, size: Option<u64>, error: ErrorKind, options: &Options) -> InputReport {
    judge(&Package::refused(name, size, Error::whole(error)), options)
}

/// The error of a job that didn't get the answer it asked for.
fn error_of(answer: &Answer) -> ErrorKind {
    match answer {
        Answer::Refused(error) => *error,
        Answer::Heads(_) | Answer::Inputs(_) => ErrorKind::ReaderStopped,
    }
}

impl<F> Planned<F> {
    fn name(&self) -> &str {
        match &self.source {
            Source::File { name, .. } | Source::Unavailable { name, .. } => name,
            Source::Folder(listing) => &listing.name,
        }
    }

    /// The path and handle of a file by its index.
    fn file(&self, index: usize) -> Option<(&str, &F)> {
        match &self.source {
            Source::File { name, file } => Some((name, file)),
            Source::Folder(listing) => Some((listing.paths.get(index)?, listing.files.get(index)?)),
            Source::Unavailable { .. } => None,
        }
    }

    fn files(&self, indices: &[usize]) -> Vec<(&str, &F)> {
        let files = indices.iter().filter_map(|index| self.file(*index));
        files.collect()
    }
}

impl Plan {
    fn new<F>(source: &Source<F>) -> Self {
        let (name, action) = match source {
            Source::File { name, .. } => (name, Action::Open(0)),
            Source::Unavailable { name, error } => (name, Action::Refuse(*error)),
            Source::Folder(listing) if listing.exceeds_limits => (
                &listing.name,
                Action::Refuse(ErrorKind::Limit(Limit::Folder)),
            ),
            Source::Folder(listing) => {
                let paths = listing.paths.iter().enumerate();
                let wanted = paths.filter(|(_, path)| needs_head(path));
                let heads = PendingHeads {
                    wanted: wanted.map(|(index, _)| index).collect(),
                    kinds: Vec::new(),
                };
                return match heads.wanted.is_empty() {
                    true => Plan::group(listing, &heads),
                    false => Plan::ReadHeads(heads),
                };
            }
        };
        Plan::Tasks(vec![Task::new(name, action)])
    }

    /// Plans the inputs of a folder, once all heads that are needed are read.
    fn group<F>(listing: &Listing<F>, heads: &PendingHeads) -> Self {
        let mut all = vec![None; listing.paths.len()];
        for (index, kind) in heads.wanted.iter().zip(&heads.kinds) {
            if let Some(place) = all.get_mut(*index) {
                *place = *kind;
            }
        }
        let mut tasks = unreadable(&listing.name, &listing.unreadable);
        for input in folder_inputs(&listing.name, &listing.paths, &all) {
            if input.files.iter().all(|file| listing.is_repeated(*file)) {
                continue;
            }
            let action = match input.files.as_slice() {
                [file] if !input.unpacked => Action::Open(*file),
                _ => Action::OpenUnpacked(input.files),
            };
            tasks.push(Task {
                name: input.name,
                action,
                is_kept: input.named,
            });
        }
        Plan::Tasks(tasks)
    }

    /// Plans to refuse a folder, once for all of its files.
    fn refuse<F>(listing: &Listing<F>, error: ErrorKind) -> Self {
        let mut tasks = unreadable(&listing.name, &listing.unreadable);
        tasks.push(Task::new(&listing.name, Action::Refuse(error)));
        Plan::Tasks(tasks)
    }

    /// How many inputs are to be opened, as far as it is known.
    fn count(&self) -> usize {
        match self {
            Plan::ReadHeads(_) => 1,
            Plan::Tasks(tasks) => {
                let opens = |task: &&Task| !matches!(task.action, Action::Refuse(_));
                tasks.iter().filter(opens).count()
            }
        }
    }
}

impl PendingHeads {
    /// The indices of the files for the next job.
    fn next(&self) -> &[usize] {
        let left = self.wanted.get(self.kinds.len()..).unwrap_or_default();
        left.get(..HEADS_PER_JOB).unwrap_or(left)
    }
}

impl Action {
    /// The files that are opened.
    fn files(&self) -> &[usize] {
        match self {
            Action::Refuse(_) => &[],
            Action::Open(file) => std::slice::from_ref(file),
            Action::OpenUnpacked(files) => files,
        }
    }
}

impl Task {
    fn new(name: &str, action: Action) -> Self {
        Task {
            name: name.to_owned(),
            action,
            is_kept: true,
        }
    }
}

/// The inputs for what can't be read in a folder.
fn unreadable(folder: &str, paths: &[String]) -> Vec<Task> {
    let paths = paths.iter().map(|path| match path.as_str() {
        "" => folder,
        path => path,
    });
    let task = |name| Task::new(name, Action::Refuse(ErrorKind::ReadFailed));
    paths.map(task).collect()
}

#[cfg(test)]
mod tests;
