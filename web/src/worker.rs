//! The reading worker: takes a file and a question, posts back the answers.
//!
//! It may be ended at any moment, and a panic ends it; what the page then shows is the page's affair
//! ([`crate::reader`]).

use crate::slices::Slices;
use gloo_events::EventListener;
use js_sys::{Array, Uint8Array};
use p2s_package::{Limits, Timestamp, open, open_unpacked, parse_date};
use p2s_verdict::{InputReport, Question, judge};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

/// What the page asks of the worker; crosses as an array, since a file can't be put into text.
pub(crate) struct Job {
    /// The input's name in the report.
    pub(crate) name: String,
    /// What is to be read.
    pub(crate) files: Files,
    /// The question to answer.
    pub(crate) question: Question,
}

/// The files of one job.
#[derive(Clone)]
pub(crate) enum Files {
    /// One file.
    One(Blob),
    /// The files of an unpacked package, with their paths.
    Unpacked(Vec<(String, Blob)>),
}

impl Job {
    /// As it is posted: name, file or pairs of path and file, moment, creation date.
    pub(crate) fn to_message(&self) -> Array {
        let created = self
            .question
            .created
            .map_or(JsValue::NULL, |date| date.to_string().into());
        let files: JsValue = match &self.files {
            Files::One(blob) => blob.into(),
            Files::Unpacked(files) => files
                .iter()
                .map(|(path, blob)| Array::of2(&path.as_str().into(), blob))
                .collect::<Array>()
                .into(),
        };
        let now = self.question.now.to_string();
        Array::of4(&self.name.as_str().into(), &files, &now.into(), &created)
    }

    fn from_message(message: JsValue) -> Option<Self> {
        let fields = message.dyn_into::<Array>().ok()?;
        let created = match fields.get(3).as_string() {
            Some(text) => Some(parse_date(&text)?),
            None => None,
        };
        let files = match fields.get(1).dyn_into::<Array>() {
            Ok(pairs) => Files::Unpacked(pairs.iter().map(pair).collect::<Option<_>>()?),
            Err(blob) => Files::One(blob.dyn_into().ok()?),
        };
        Some(Job {
            name: fields.get(0).as_string()?,
            files,
            question: Question {
                now: Timestamp::parse(&fields.get(2).as_string()?)?,
                created,
            },
        })
    }

    fn answer(self) -> Option<Uint8Array> {
        let limits = Limits::default();
        let packages = match self.files {
            Files::One(blob) => open(&self.name, Slices::new(blob).ok()?, &limits),
            Files::Unpacked(files) => {
                let slices = |(path, blob)| Some((path, Slices::new(blob).ok()?));
                let files = files.into_iter().map(slices).collect::<Option<_>>()?;
                vec![open_unpacked(&self.name, files, &limits)]
            }
        };
        let inputs: Vec<InputReport> = packages
            .iter()
            .map(|package| judge(package, &self.question))
            .collect();
        let bytes = postcard::to_allocvec(&inputs).ok()?;
        Some(Uint8Array::from(bytes.as_slice()))
    }
}

fn pair(pair: JsValue) -> Option<(String, Blob)> {
    let pair = pair.dyn_into::<Array>().ok()?;
    Some((pair.get(0).as_string()?, pair.get(1).dyn_into().ok()?))
}

/// Answers every message from now on; `null` where no answer could be made.
pub(crate) fn serve(scope: DedicatedWorkerGlobalScope) {
    let replies = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let message = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let answer = message.and_then(Job::from_message).and_then(Job::answer);
        // A reply that can't be posted is a worker that stopped: the page's time limit notices.
        let _ = replies.post_message(&answer.map_or(JsValue::NULL, JsValue::from));
    })
    .forget();
}
