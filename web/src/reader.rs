//! The page's side of the worker: one job at a time, a time limit, and a new worker after each failure.

use crate::protocol::{self, Kind};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Reflect, Uint8Array};
use p2s_batch::{Answer, Job};
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

/// The answer of a worker that crashed, couldn't be started, or replied with something unexpected.
const STOPPED: Answer = Answer::Refused(ErrorKind::ReaderStopped);

/// Runs jobs in a worker that can be ended at any time.
pub(crate) struct Reader {
    /// Called once for each job, with its number.
    on_answer: Callback<(usize, Answer)>,
    worker: Option<IdleWorker>,
    /// Number of the last job.
    number: usize,
    /// Whether the last job is neither done nor abandoned.
    is_busy: bool,
    job: Option<RunningJob>,
}

/// A worker that was started, and whether it failed since, for example because a host's policy forbids workers.
struct IdleWorker {
    worker: Worker,
    has_failed: Rc<Cell<bool>>,
    _listener: EventListener,
}

/// The listeners and the timer that end with a job.
struct RunningJob {
    _listeners: [EventListener; 3],
    _timeout: Timeout,
}

impl Reader {
    /// Makes a reader without a worker. The first job would start one; [`Reader::restart`] does so earlier.
    pub(crate) fn new(on_answer: Callback<(usize, Answer)>) -> Self {
        Reader {
            on_answer,
            worker: None,
            number: 0,
            is_busy: false,
            job: None,
        }
    }

    /// Posts a job to the worker. The answer arrives later.
    pub(crate) fn read(&mut self, job: &Job<'_, File>, options: &Options) {
        self.number = self.number.wrapping_add(1);
        self.is_busy = true;
        let number = self.number;
        let idle = self.worker.take().filter(|idle| !idle.has_failed.get());
        let Some(idle) = idle.or_else(IdleWorker::start) else {
            self.on_answer.emit((number, STOPPED));
            return;
        };
        let worker = &idle.worker;
        let on_answer = self.on_answer.clone();
        let answer = move |answer: Answer| on_answer.emit((number, answer));
        let stop_on = |event: &'static str| {
            let answer = answer.clone();
            EventListener::new(worker, event, move |_| answer(STOPPED))
        };
        let message = protocol::message(job, options);
        let kind = Kind::of(&job.work);
        let listeners = [
            listen_for_reply(worker, kind, &message, answer.clone()),
            stop_on("error"),
            stop_on("messageerror"),
        ];
        let timed_out = answer.clone();
        let timeout = Timeout::new(TIME_LIMIT, move || {
            timed_out(Answer::Refused(ErrorKind::ReaderTimeout));
        });
        if worker.post_message(&message).is_err() {
            answer(STOPPED);
        }
        self.worker = Some(idle);
        self.job = Some(RunningJob {
            _listeners: listeners,
            _timeout: timeout,
        });
    }

    /// Returns true if an answer is that of the job which is running. Later answers of earlier jobs don't count.
    pub(crate) fn is_running(&self, number: usize) -> bool {
        self.is_busy && self.number == number
    }

    /// Ends the job. If it failed, the worker is replaced; otherwise it does the next job.
    pub(crate) fn job_done(&mut self, has_failed: bool) {
        if has_failed {
            self.restart();
        }
        self.is_busy = false;
        self.job = None;
    }

    /// Abandons the job, ends the worker, and starts another one.
    pub(crate) fn restart(&mut self) {
        self.is_busy = false;
        self.job = None;
        if let Some(idle) = self.worker.take() {
            idle.worker.terminate();
        }
        self.worker = IdleWorker::start();
    }
}

/// Waits for the worker's reply. If the worker can't read files, it gets the message again with their bytes.
fn listen_for_reply(
    worker: &Worker,
    kind: Kind,
    message: &Array,
    answer: impl Fn(Answer) + 'static,
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
        let reply = reply.and_then(|reply| decode(kind, &reply.to_vec()));
        answer(reply.unwrap_or(STOPPED));
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
