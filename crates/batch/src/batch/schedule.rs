//! The jobs of a batch in the order of the report, for callers that do several at once.

use super::{Action, Batch, Plan, Planned, Task, error_of, refusal};
use crate::job::{Answer, Job, Work};
use crate::order::order_by_name;
use crate::report::is_not_a_package;
use p2s_package::ErrorKind;
use p2s_verdict::{InputReport, Options};

/// The inputs of a batch, sorted by the bytes of their names, and equal names in the order given. Threads can share it.
///
/// What a job answers has its name, or its name, `/` and more. So nothing that is still to come sorts before the next
/// job: [`position`](Schedule::position).
#[derive(Debug)]
pub struct Schedule<F> {
    options: Options,
    size_of: fn(&F) -> Option<u64>,
    sources: Vec<Planned<F>>,
    /// The source of each task, and the task's index in it.
    order: Vec<(usize, usize)>,
}

/// What a job's answer adds to the report.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// These inputs.
    Inputs(Vec<InputReport>),
    /// This many files that clearly aren't packages.
    Skipped(u64),
}

impl<F> Batch<F> {
    /// Makes a schedule of all inputs, answered or not. Folders whose heads aren't read have none.
    pub fn into_schedule(self) -> Schedule<F> {
        let tasks = |(source, planned): (usize, &Planned<F>)| match &planned.plan {
            Plan::ReadHeads(_) => Vec::new(),
            Plan::Tasks(tasks) => (0..tasks.len()).map(|task| (source, task)).collect(),
        };
        let given: Vec<(usize, usize)> = self.sources.iter().enumerate().flat_map(tasks).collect();
        let names = given.iter().map(|(source, task)| {
            let task = task_at(&self.sources, *source, *task);
            task.map_or("", |(_, task)| task.name.as_str())
        });
        let order = order_by_name(names);
        let order = order.into_iter().filter_map(|index| given.get(index));
        Schedule {
            order: order.copied().collect(),
            options: self.options,
            size_of: self.size_of,
            sources: self.sources,
        }
    }
}

impl<F> Schedule<F> {
    /// Returns how many inputs there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Returns true if there is no input.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Returns the job for an input; `None` if the input is refused without being opened, or past the last one.
    pub fn job(&self, number: usize) -> Option<Job<'_, F>> {
        let (planned, task) = self.task(number)?;
        planned.job(task)
    }

    /// Returns what orders an input among others: its name, then its place among the sources as they were given. A name
    /// that begins with this one and `/` goes after it with the same place.
    pub fn position(&self, number: usize) -> Option<(&str, (usize, usize))> {
        let (_, task) = self.task(number)?;
        Some((&task.name, *self.order.get(number)?))
    }

    /// Returns what the answer to the [job](Schedule::job) for an input adds to the report; without an answer, what the
    /// input is refused with. An answer of the wrong kind is refused as `reader-stopped`.
    pub fn outcome(&self, number: usize, answer: Option<Answer>) -> Outcome {
        match (self.task(number), answer) {
            (Some((planned, task)), Some(answer)) => {
                planned.outcome(task, answer, self.size_of, &self.options)
            }
            (Some((_, task)), None) => {
                let error = match task.action {
                    Action::Refuse(error) => error,
                    Action::Open(_) | Action::OpenUnpacked(_) => ErrorKind::ReaderStopped,
                };
                Outcome::Inputs(vec![refusal(&task.name, None, error, &self.options)])
            }
            (None, _) => Outcome::Inputs(Vec::new()),
        }
    }

    fn task(&self, number: usize) -> Option<(&Planned<F>, &Task)> {
        let (source, task) = *self.order.get(number)?;
        task_at(&self.sources, source, task)
    }
}

/// Returns a task by the indices of its source and of the task in it.
pub(super) fn task_at<F>(
    sources: &[Planned<F>],
    source: usize,
    task: usize,
) -> Option<(&Planned<F>, &Task)> {
    let planned = sources.get(source)?;
    match &planned.plan {
        Plan::ReadHeads(_) => None,
        Plan::Tasks(tasks) => Some((planned, tasks.get(task)?)),
    }
}

impl<F> Planned<F> {
    /// Returns the job for a task that isn't refused without being opened.
    pub(super) fn job<'b>(&'b self, task: &'b Task) -> Option<Job<'b, F>> {
        let work = match &task.action {
            Action::Refuse(_) => return None,
            Action::Open(file) => Work::Open(self.file(*file)?.1),
            Action::OpenUnpacked(files) => Work::OpenUnpacked(self.files(files)),
        };
        let name = &task.name;
        Some(Job { name, work })
    }

    /// Returns what the answer to a task's job adds to the report.
    pub(super) fn outcome(
        &self,
        task: &Task,
        answer: Answer,
        size_of: fn(&F) -> Option<u64>,
        options: &Options,
    ) -> Outcome {
        let (files, size) = match &task.action {
            Action::Open(file) => (1, self.file(*file)),
            Action::OpenUnpacked(files) => (files.len() as u64, None),
            Action::Refuse(_) => (0, None),
        };
        match answer {
            Answer::Inputs(inputs) if !task.is_kept && is_not_a_package(&inputs) => {
                Outcome::Skipped(files)
            }
            Answer::Inputs(inputs) => Outcome::Inputs(inputs),
            answer => {
                let size = size.and_then(|(_, file)| size_of(file));
                Outcome::Inputs(vec![refusal(&task.name, size, error_of(&answer), options)])
            }
        }
    }
}
