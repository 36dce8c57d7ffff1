//! The reading worker: takes a file and a question, posts back the answers as JSON.
//!
//! It may be ended at any moment, and a panic ends it; what the page then shows is the page's affair
//! ([`crate::reader`]).

use crate::slices::Slices;
use gloo_events::EventListener;
use js_sys::Array;
use p2s_package::{Limits, Timestamp, parse_date};
use p2s_verdict::{InputReport, Question, judge};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

/// What the page asks of the worker; crosses as an array, since a file can't be put into text.
pub(crate) struct Job {
    /// The file's bytes.
    pub(crate) blob: Blob,
    /// The file's name, or its path under the folder that was chosen.
    pub(crate) name: String,
    /// The question to answer.
    pub(crate) question: Question,
}

impl Job {
    /// As it is posted.
    pub(crate) fn to_message(&self) -> Array {
        let created = self
            .question
            .created
            .map_or(JsValue::NULL, |date| date.to_string().into());
        Array::of4(
            &self.blob,
            &self.name.as_str().into(),
            &self.question.now.to_string().into(),
            &created,
        )
    }

    fn from_message(message: JsValue) -> Option<Self> {
        let fields = message.dyn_into::<Array>().ok()?;
        let created = match fields.get(3).as_string() {
            Some(text) => Some(parse_date(&text)?),
            None => None,
        };
        Some(Job {
            blob: fields.get(0).dyn_into().ok()?,
            name: fields.get(1).as_string()?,
            question: Question {
                now: Timestamp::parse(&fields.get(2).as_string()?)?,
                created,
            },
        })
    }

    fn answer(&self) -> Option<String> {
        let reader = Slices::new(self.blob.clone()).ok()?;
        let packages = p2s_package::open(&self.name, reader, &Limits::default());
        let inputs: Vec<InputReport> = packages
            .iter()
            .map(|package| judge(package, &self.question))
            .collect();
        serde_json::to_string(&inputs).ok()
    }
}

/// Answers every message from now on; `null` where no answer could be made.
pub(crate) fn serve(scope: DedicatedWorkerGlobalScope) {
    let replies = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let message = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let answer = message
            .and_then(Job::from_message)
            .and_then(|job| job.answer());
        // A reply that can't be posted is a worker that stopped: the page's time limit notices.
        let _ = replies.post_message(&answer.map_or(JsValue::NULL, JsValue::from));
    })
    .forget();
}
