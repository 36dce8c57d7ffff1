//! The reading worker: takes a file and options, and posts the answers back.
//!
//! It may be ended at any moment, and a panic ends it; what the page then shows is the page's affair
//! ([`crate::reader`]).

use crate::slices::{self, Slices};
use gloo_events::EventListener;
use js_sys::{Array, Uint8Array};
use p2s_package::{Limits, Look, Timestamp, open_input, open_unpacked, parse_date};
use p2s_verdict::{InputReport, Options, judge};
use std::io::Read as _;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

/// Bytes of the largest file that is read as a whole, in the page, where the worker can't read: two hundred times
/// a real package.
const MOST_IN_MEMORY: f64 = 67_108_864.0;

/// Fields of a job's message, before the bytes are asked for.
const POSTED: u32 = 5;

/// What the page asks of the worker; crosses as an array, since a file can't be put into text.
pub(crate) struct Job<File = Blob> {
    /// The input's name in the report.
    pub(crate) name: String,
    /// What is to be read.
    pub(crate) files: Files<File>,
    /// What the answer is for.
    pub(crate) options: Options,
}

/// The files of one job.
#[derive(Clone)]
pub(crate) enum Files<File = Blob> {
    /// One file.
    One(File),
    /// The files of an unpacked package, with their paths.
    Unpacked(Vec<(String, File)>),
    /// Files of which only the beginning is looked at.
    Heads(Vec<(String, File)>),
}

impl<File> Files<File> {
    /// Whether the answer is what they begin with, and no report.
    pub(crate) fn are_heads(&self) -> bool {
        matches!(self, Files::Heads(_))
    }
}

impl Job {
    /// As it is posted ([`POSTED`] fields): name, file or pairs of path and file, moment, creation date, whether only the
    /// beginning is looked at.
    pub(crate) fn to_message(&self) -> Array {
        let created = self
            .options
            .created
            .map_or(JsValue::NULL, |date| date.to_string().into());
        let files: JsValue = match &self.files {
            Files::One(blob) => blob.into(),
            Files::Unpacked(files) | Files::Heads(files) => files
                .iter()
                .map(|(path, blob)| Array::of2(&path.as_str().into(), blob))
                .collect::<Array>()
                .into(),
        };
        let now = self.options.now.to_string();
        let heads = self.files.are_heads().into();
        Array::of5(
            &self.name.as_str().into(),
            &files,
            &now.into(),
            &created,
            &heads,
        )
    }
}

impl Job<JsValue> {
    fn from_message(message: JsValue) -> Option<Self> {
        let fields = message.dyn_into::<Array>().ok()?;
        let created = match fields.get(3).as_string() {
            Some(text) => Some(parse_date(&text)?),
            None => None,
        };
        let files = match fields.get(1).dyn_into::<Array>() {
            Ok(pairs) => {
                let files = pairs.iter().map(pair).collect::<Option<_>>()?;
                match fields.get(4).is_truthy() {
                    true => Files::Heads(files),
                    false => Files::Unpacked(files),
                }
            }
            Err(file) => Files::One(file),
        };
        Some(Job {
            name: fields.get(0).as_string()?,
            files,
            options: Options {
                now: Timestamp::parse(&fields.get(2).as_string()?)?,
                created,
            },
        })
    }

    fn answer(self) -> Option<Uint8Array> {
        let limits = Limits::default();
        let packages = match self.files {
            Files::One(file) => open_input(&self.name, &mut Slices::new(file).ok()?, &limits),
            Files::Unpacked(files) => {
                let (paths, files): (Vec<String>, Vec<JsValue>) = files.into_iter().unzip();
                let open = |index: usize| {
                    let file = files.get(index).cloned().unwrap_or(JsValue::NULL);
                    Slices::new(file)
                        .map_err(|_| std::io::Error::from(std::io::ErrorKind::NotFound))
                };
                open_unpacked(&self.name, &paths, open, &limits)
            }
            Files::Heads(files) => {
                let look = |(_, file): (String, JsValue)| {
                    let mut head = Vec::new();
                    let slices = Slices::new(file).ok()?;
                    let most = limits.look_bytes as u64;
                    slices.take(most).read_to_end(&mut head).ok()?;
                    Look::at(&head)
                };
                let looks = files.into_iter().map(look).map(Look::to_byte);
                return Some(Uint8Array::from(looks.collect::<Vec<u8>>().as_slice()));
            }
        };
        let inputs: Vec<InputReport> = packages
            .iter()
            .map(|package| judge(package, &self.options))
            .collect();
        let bytes = postcard::to_allocvec(&inputs).ok()?;
        Some(Uint8Array::from(bytes.as_slice()))
    }
}

fn pair(pair: JsValue) -> Option<(String, JsValue)> {
    let pair = pair.dyn_into::<Array>().ok()?;
    Some((pair.get(0).as_string()?, pair.get(1)))
}

/// A job's message with the bytes of its files, for a worker that can read none itself. A file that can't be read here
/// either, or is too large to be in memory, is `null` in it.
pub(crate) async fn with_bytes(message: Array) -> Array {
    let files = message.get(1);
    let files = match files.dyn_ref::<Array>() {
        None => bytes_of(files).await,
        Some(pairs) => {
            let read = Array::new();
            for pair in pairs.iter() {
                let pair = Array::from(&pair);
                read.push(&Array::of2(&pair.get(0), &bytes_of(pair.get(1)).await));
            }
            read.into()
        }
    };
    message.set(1, files);
    // Told by its length.
    message.push(&JsValue::TRUE);
    message
}

async fn bytes_of(file: JsValue) -> JsValue {
    let blob = file.dyn_into::<Blob>().ok();
    let Some(blob) = blob.filter(|blob| blob.size() <= MOST_IN_MEMORY) else {
        return JsValue::NULL;
    };
    match JsFuture::from(blob.array_buffer()).await {
        Ok(buffer) => Uint8Array::new(&buffer).into(),
        Err(_) => JsValue::NULL,
    }
}

/// Answers every message from now on: `null` where no answer could be made, `false` where the browser lets a worker
/// read no file (WebKit: from a disk and in a sandboxed frame) and the bytes are wanted instead ([`with_bytes`]).
pub(crate) fn serve(scope: DedicatedWorkerGlobalScope) {
    let replies = scope.clone();
    let blind = slices::blind();
    EventListener::new(&scope, "message", move |event| {
        let message = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let answer = message.and_then(|message| {
            if blind && Array::from(&message).length() == POSTED {
                return Some(JsValue::FALSE);
            }
            Job::from_message(message)?.answer().map(JsValue::from)
        });
        // A reply that can't be posted is a worker that stopped: the page's time limit notices.
        let _ = replies.post_message(&answer.unwrap_or(JsValue::NULL));
    })
    .forget();
}
