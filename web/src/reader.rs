//! The page's side of the reading worker: one job at a time, a time limit, a new worker after each failure.

use crate::worker::{Job, with_bytes};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Reflect, Uint8Array};
use p2s_package::Look;
use p2s_verdict::InputReport;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, Worker};
use yew::Callback;

/// Milliseconds that one file may take: real packages take a few, and a person waits no longer.
const TIME_LIMIT: u32 = 10_000;

/// How a job ended.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    /// The worker answered.
    Read(Vec<InputReport>),
    /// The worker looked at what files begin with.
    Looked(Vec<Option<Look>>),
    /// The worker crashed, could not be made, or answered nonsense.
    Stopped,
    /// The worker took too long.
    TimedOut,
}

/// Reads files in a worker that can be thrown away.
pub(crate) struct Reader {
    /// Told how a job ended, with the job's number.
    ended: Callback<(usize, Outcome)>,
    worker: Option<Waiting>,
    job: Option<Running>,
}

/// A worker that has started, or died of it (a host's policy may forbid workers).
struct Waiting {
    worker: Worker,
    dead: Rc<Cell<bool>>,
    _death: EventListener,
}

/// What ends with the job: its listeners and its clock.
struct Running {
    _listeners: [EventListener; 3],
    _limit: Timeout,
}

impl Reader {
    /// Starts a worker, so that it is warm when the first file comes.
    pub(crate) fn new(ended: Callback<(usize, Outcome)>) -> Self {
        Reader {
            ended,
            worker: Waiting::start(),
            job: None,
        }
    }

    /// Gives the worker a file; the outcome comes later, once.
    pub(crate) fn read(&mut self, number: usize, job: &Job) {
        let alive = self.worker.take().filter(|waiting| !waiting.dead.get());
        let Some(waiting) = alive.or_else(Waiting::start) else {
            self.ended.emit((number, Outcome::Stopped));
            return;
        };
        let worker = &waiting.worker;
        let listen = |name: &'static str, outcome: fn(&web_sys::Event) -> Outcome| {
            let ended = self.ended.clone();
            EventListener::new(worker, name, move |event| {
                ended.emit((number, outcome(event)))
            })
        };
        let message = job.to_message();
        let listeners = [
            self.listen_for_answer(worker, (number, job.files.are_heads()), &message),
            listen("error", |_| Outcome::Stopped),
            listen("messageerror", |_| Outcome::Stopped),
        ];
        let ended = self.ended.clone();
        let limit = Timeout::new(TIME_LIMIT, move || ended.emit((number, Outcome::TimedOut)));
        if worker.post_message(&message).is_err() {
            self.ended.emit((number, Outcome::Stopped));
        }
        self.worker = Some(waiting);
        self.job = Some(Running {
            _listeners: listeners,
            _limit: limit,
        });
    }

    /// The answer; or that the worker can read no files, and wants their bytes.
    fn listen_for_answer(
        &self,
        worker: &Worker,
        (number, heads): (usize, bool),
        message: &Array,
    ) -> EventListener {
        let ended = self.ended.clone();
        let (asking, message) = (worker.clone(), message.clone());
        EventListener::new(worker, "message", move |event| {
            if event
                .dyn_ref::<MessageEvent>()
                .is_some_and(|event| event.data() == JsValue::FALSE)
            {
                let (worker, message) = (asking.clone(), message.clone());
                spawn_local(async move {
                    // One that can't be posted is never answered: the time limit notices.
                    let _ = worker.post_message(&with_bytes(message).await.into());
                });
                return;
            }
            let outcome = if heads {
                bytes(event)
                    .map(|bytes| Outcome::Looked(bytes.into_iter().map(Look::from_byte).collect()))
            } else {
                answer(event).map(Outcome::Read)
            };
            ended.emit((number, outcome.unwrap_or(Outcome::Stopped)));
        })
    }

    /// The job is over and the worker well: it takes the next.
    pub(crate) fn rest(&mut self) {
        self.job = None;
    }

    /// Ends the worker, whatever it does, and starts another.
    pub(crate) fn restart(&mut self) {
        self.job = None;
        if let Some(waiting) = self.worker.take() {
            waiting.worker.terminate();
        }
        self.worker = Waiting::start();
    }
}

impl Waiting {
    fn start() -> Option<Self> {
        let worker = new_worker()?;
        let dead = Rc::new(Cell::new(false));
        let died = dead.clone();
        let death = EventListener::once(&worker, "error", move |_| died.set(true));
        Some(Waiting {
            worker,
            dead,
            _death: death,
        })
    }
}

fn answer(event: &web_sys::Event) -> Option<Vec<InputReport>> {
    let inputs: Vec<InputReport> = postcard::from_bytes(&bytes(event)?).ok()?;
    (!inputs.is_empty()).then_some(inputs)
}

fn bytes(event: &web_sys::Event) -> Option<Vec<u8>> {
    let data = event.dyn_ref::<MessageEvent>()?.data();
    Some(data.dyn_into::<Uint8Array>().ok()?.to_vec())
}

/// `p2sReader` of web/boot.js makes a worker and posts the compiled module to it.
fn new_worker() -> Option<Worker> {
    let make = Reflect::get(&js_sys::global(), &JsValue::from_str("p2sReader")).ok()?;
    make.dyn_into::<Function>()
        .ok()?
        .call0(&JsValue::NULL)
        .ok()?
        .dyn_into()
        .ok()
}
