//! The page around ours, where ours stands in a frame: what it is told (design: "a host listening"), and what it takes
//! away.

use crate::page;
use js_sys::{Array, Object, Reflect};
use p2s_verdict::Report;
use wasm_bindgen::JsValue;

/// Tells the host the answers, with `?embed` alone: no file's name, and nothing out of a file.
pub(crate) fn tell(report: &Report) -> Option<()> {
    let host = page::embedded().then(around).flatten()?;
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
    // To whoever it is: a wiki's address is not known here, and nothing in it is secret.
    host.post_message(&message, "*").ok()
}

/// Whether we stand in a frame without an origin of our own (`sandbox` without `allow-same-origin`). Such a frame
/// refuses downloads without saying so.
pub(crate) fn confined() -> bool {
    let origin = Reflect::get(&js_sys::global(), &JsValue::from_str("origin")).ok();
    around().is_some() && origin.and_then(|origin| origin.as_string()).as_deref() == Some("null")
}

/// Whether we stand in a frame at all. A host's policy may refuse downloads then, in Firefox by its `frame-src`, and
/// nobody is told.
pub(crate) fn framed() -> bool {
    around().is_some()
}

/// The window around ours.
fn around() -> Option<web_sys::Window> {
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
