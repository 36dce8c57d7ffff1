//! The host: the page that shows this page in a frame. It gets the results, and it can restrict what works here.

use crate::page;
use js_sys::{Array, Object, Reflect};
use p2s_verdict::Report;
use wasm_bindgen::JsValue;

/// Posts the verdicts to the host, only with `?embed`. File names and contents aren't sent.
pub(crate) fn post_result(report: &Report) -> Option<()> {
    let host = page::is_embedded().then(parent_window).flatten()?;
    let text = JsValue::from_str;
    let verdicts = Array::new();
    for input in &report.inputs {
        let verdict = object(&[
            ("verdict", text(input.verdict.code())),
            ("rule", text(input.rule.code())),
            ("rootToday", text(input.root_today.state.code())),
        ])?;
        verdicts.push(&verdict);
    }
    let message = object(&[
        ("type", text("p2s-check:result")),
        ("schema", report.schema.into()),
        ("verdicts", verdicts.into()),
    ])?;
    // Any origin, because the host's address isn't known here, and the message contains no secret.
    host.post_message(&message, "*").ok()
}

/// Returns true in a frame with an opaque origin (`sandbox` without `allow-same-origin`). Such a frame blocks downloads
/// without an error.
pub(crate) fn is_sandboxed() -> bool {
    let origin = Reflect::get(&js_sys::global(), &JsValue::from_str("origin")).ok();
    parent_window().is_some()
        && origin.and_then(|origin| origin.as_string()).as_deref() == Some("null")
}

/// Returns true in a frame. A host's policy, in Firefox its `frame-src`, can block downloads without an error.
pub(crate) fn is_framed() -> bool {
    parent_window().is_some()
}

/// Returns the window that contains this frame.
fn parent_window() -> Option<web_sys::Window> {
    let window = web_sys::window()?;
    let parent = window.parent().ok().flatten()?;
    (parent != window).then_some(parent)
}

fn object(fields: &[(&str, JsValue)]) -> Option<JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &JsValue::from_str(name), value).ok()?;
    }
    Some(object.into())
}
