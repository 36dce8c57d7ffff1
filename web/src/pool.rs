//! The page's side of the workers: one job at a time in each, a time limit, a second try after a crash, and a new worker
//! after each failure.

use crate::protocol::{self, Kind};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Reflect, Uint8Array};
use p2s_batch::{Answer, Job, JobId};
use p2s_package::{ErrorKind, HeadKind};
use p2s_verdict::{InputReport, Options};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, File, MessageEvent, Worker};
use yew::Callback;

/// Milliseconds that one job may take. A real package takes a few; people don't wait longer than this.
const TIME_LIMIT: u32 = 10_000;

/// Milliseconds that the warm-up may take: a file that is given meanwhile waits for it.
const WARM_UP_LIMIT: u32 = 2_000;

/// The most workers that run at once.
const MOST_WORKERS: usize = 8;

/// What a worker replied to the job that was posted with this number; `None` if it crashed, couldn't be started, or replied
/// with something unexpected.
pub(crate) type Reply = (usize, Option<Answer>);

/// Runs jobs in workers that can be ended at any time. A worker starts when a job would wait for the others.
pub(crate) struct Pool {
    /// Called once for each time a job is posted.
    on_reply: Callback<Reply>,
    /// The most workers that run at once on this device.
    size: usize,
    idle: Vec<IdleWorker>,
    running: Vec<RunningJob>,
    /// Number of the last post.
    number: usize,
}

/// A worker that was started, and whether it failed since, for example because a host's policy forbids workers.
struct IdleWorker {
    worker: Worker,
    has_failed: Rc<Cell<bool>>,
    _listener: EventListener,
}

/// A job with what a worker needs for it.
struct PendingJob {
    id: Option<JobId>,
    kind: Kind,
    message: Array,
    /// True if the job isn't tried again after a crash.
    is_last_try: bool,
}

/// A job in a worker. The listeners and the timer end with it.
struct RunningJob {
    number: usize,
    job: PendingJob,
    /// `None` if no worker could be started.
    worker: Option<IdleWorker>,
    _watch: Option<([EventListener; 3], Timeout)>,
}

impl Pool {
    /// Makes a pool without workers.
    pub(crate) fn new(on_reply: Callback<Reply>) -> Self {
        let cores = web_sys::window().map(|window| window.navigator().hardware_concurrency());
        Pool {
            on_reply,
            size: (cores.unwrap_or(1.0) as usize).clamp(1, MOST_WORKERS),
            idle: Vec::new(),
            running: Vec::new(),
            number: 0,
        }
    }

    /// Returns true if another job can start. During the warm-up none can: as a rule, its end comes before another worker
    /// would have started.
    pub(crate) fn has_room(&self) -> bool {
        let is_warming_up = self.running.iter().any(|running| running.job.id.is_none());
        !is_warming_up && self.running.len() < self.size
    }

    /// Posts a job to a worker. The reply arrives later. A job without an identifier warms the page up.
    pub(crate) fn start(&mut self, id: Option<JobId>, job: &Job<'_, File>, options: &Options) {
        self.post(PendingJob {
            id,
            kind: Kind::of(&job.work),
            message: protocol::message(job, options),
            is_last_try: id.is_none(),
        });
    }

    /// Ends the job that was posted with a number, and returns its answer. A worker that failed is replaced. After the
    /// first crash, the job is posted again instead; a reply to a job that was abandoned is ignored.
    pub(crate) fn take(&mut self, (number, answer): Reply) -> Option<(Option<JobId>, Answer)> {
        let mut running = self.running.iter();
        let position = running.position(|running| running.number == number)?;
        let RunningJob {
            mut job, worker, ..
        } = self.running.remove(position);
        match (&answer, worker) {
            (Some(Answer::Heads(_) | Answer::Inputs(_)), Some(worker)) => self.idle.push(worker),
            (_, worker) => {
                if let Some(worker) = worker {
                    worker.worker.terminate();
                }
                self.ensure_worker();
            }
        }
        match answer {
            None if !job.is_last_try => {
                job.is_last_try = true;
                self.post(job);
                None
            }
            answer => Some((
                job.id,
                answer.unwrap_or(Answer::Refused(ErrorKind::ReaderStopped)),
            )),
        }
    }

    /// Abandons every job and ends their workers. One worker is ready then.
    pub(crate) fn restart(&mut self) {
        for running in self.running.drain(..) {
            if let Some(worker) = running.worker {
                worker.worker.terminate();
            }
        }
        self.rest();
        self.ensure_worker();
    }

    /// Ends all idle workers but one: each has a memory of its own.
    pub(crate) fn rest(&mut self) {
        while self.idle.len() > 1 {
            if let Some(idle) = self.idle.pop() {
                idle.worker.terminate();
            }
        }
    }

    fn ensure_worker(&mut self) {
        if self.idle.is_empty() {
            self.idle.extend(IdleWorker::start());
        }
    }

    fn post(&mut self, job: PendingJob) {
        self.number = self.number.wrapping_add(1);
        let number = self.number;
        self.idle.retain(|idle| !idle.has_failed.get());
        let worker = self.idle.pop().or_else(IdleWorker::start);
        let on_reply = self.on_reply.clone();
        let reply = move |answer: Option<Answer>| on_reply.emit((number, answer));
        let watch = worker.as_ref().map(|idle| {
            let worker = &idle.worker;
            let stop_on = |event: &'static str| {
                let reply = reply.clone();
                EventListener::new(worker, event, move |_| reply(None))
            };
            let listeners = [
                listen_for_reply(worker, job.kind, &job.message, reply.clone()),
                stop_on("error"),
                stop_on("messageerror"),
            ];
            let timed_out = reply.clone();
            let limit = job.id.map_or(WARM_UP_LIMIT, |_| TIME_LIMIT);
            let timeout = Timeout::new(limit, move || {
                timed_out(Some(Answer::Refused(ErrorKind::ReaderTimeout)));
            });
            (listeners, timeout)
        });
        let posted = worker
            .as_ref()
            .map(|idle| idle.worker.post_message(&job.message));
        if !matches!(posted, Some(Ok(()))) {
            reply(None);
        }
        self.running.push(RunningJob {
            number,
            job,
            worker,
            _watch: watch,
        });
    }
}

/// Waits for the worker's reply. If the worker can't read files, it gets the message again with their bytes.
fn listen_for_reply(
    worker: &Worker,
    kind: Kind,
    message: &Array,
    answer: impl Fn(Option<Answer>) + 'static,
) -> EventListener {
    let (receiver, message) = (worker.clone(), message.clone());
    EventListener::new(worker, "message", move |event| {
        let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        if data.as_ref() == Some(&JsValue::FALSE) {
            let (worker, message) = (receiver.clone(), message.clone());
            spawn_local(async move {
                // If the message can't be posted, the time limit ends the job.
                let _ = worker.post_message(&protocol::with_bytes(message).await.into());
            });
            return;
        }
        let reply = data.and_then(|data| data.dyn_into::<Uint8Array>().ok());
        answer(reply.and_then(|reply| decode(kind, &reply.to_vec())));
    })
}

fn decode(kind: Kind, reply: &[u8]) -> Option<Answer> {
    if kind == Kind::ReadHeads {
        let kinds = reply.iter().map(|byte| HeadKind::from_byte(*byte));
        return Some(Answer::Heads(kinds.collect()));
    }
    let inputs: Vec<InputReport> = postcard::from_bytes(reply).ok()?;
    (!inputs.is_empty()).then_some(Answer::Inputs(inputs))
}

impl IdleWorker {
    fn start() -> Option<Self> {
        let worker = new_worker()?;
        let has_failed = Rc::new(Cell::new(false));
        let failed = has_failed.clone();
        let listener = EventListener::once(&worker, "error", move |_: &Event| failed.set(true));
        Some(IdleWorker {
            worker,
            has_failed,
            _listener: listener,
        })
    }
}

/// Calls `p2sReader` in web/boot.js, which makes a worker and posts the compiled module to it.
fn new_worker() -> Option<Worker> {
    let make = Reflect::get(&js_sys::global(), &JsValue::from_str("p2sReader")).ok()?;
    make.dyn_into::<Function>()
        .ok()?
        .call0(&JsValue::NULL)
        .ok()?
        .dyn_into()
        .ok()
}
