//! The worker: it reads the files of one request at a time and replies with the answers.
//!
//! The page can end the worker at any moment, and a panic ends it. [`crate::pool`] decides what the page shows then.

use crate::blob_reader::{self, BlobReader};
use crate::protocol::{Kind, Request, has_bytes};
use gloo_events::EventListener;
use js_sys::{Array, Uint8Array};
use p2s_package::{HeadKind, Input, Limits, head_kind, open, open_unpacked};
use p2s_verdict::{InputReport, judge};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Replies to every message from now on: with null if the request can't be answered, and with `false` if the browser
/// doesn't let the worker read files (WebKit: a page from disk, a sandboxed frame). The page then sends their bytes.
pub(crate) fn serve(scope: DedicatedWorkerGlobalScope) {
    let replies = scope.clone();
    let can_read_files = blob_reader::can_read_files();
    EventListener::new(&scope, "message", move |event| {
        let message = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let reply = message.and_then(|message| {
            let message = message.dyn_into::<Array>().ok()?;
            if !can_read_files && !has_bytes(&message) {
                return Some(JsValue::FALSE);
            }
            answer(Request::from_message(&message)?).map(JsValue::from)
        });
        // If the reply can't be posted, the page's time limit ends the job.
        let _ = replies.post_message(&reply.unwrap_or(JsValue::NULL));
    })
    .forget();
}

fn answer(request: Request) -> Option<Uint8Array> {
    let limits = Limits::default();
    let (name, files) = (&request.name, request.files);
    let packages = match request.kind {
        Kind::ReadHeads => {
            let kinds = files
                .into_iter()
                .map(|file| HeadKind::to_byte(read_head(file, &limits)));
            return Some(Uint8Array::from(kinds.collect::<Vec<u8>>().as_slice()));
        }
        Kind::Open => {
            let file = files.into_iter().next()?;
            open(name, &mut BlobReader::new(file).ok()?, &limits)
        }
        Kind::OpenUnpacked => {
            let mut open = |index: usize| {
                let file = files.get(index).cloned().unwrap_or(JsValue::NULL);
                let reader = BlobReader::new(file);
                let reader = reader.map_err(|_| std::io::ErrorKind::NotFound)?;
                Ok(Box::new(reader) as Box<dyn Input>)
            };
            open_unpacked(name, &request.paths, &mut open, &limits)
        }
    };
    let inputs = packages
        .iter()
        .map(|package| judge(package, &request.options));
    let bytes = postcard::to_allocvec(&inputs.collect::<Vec<InputReport>>()).ok()?;
    Some(Uint8Array::from(bytes.as_slice()))
}

/// Returns what the first bytes of a file show it to be.
fn read_head(file: JsValue, limits: &Limits) -> Option<HeadKind> {
    head_kind(&mut BlobReader::new(file).ok()?, limits)
}
