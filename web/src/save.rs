//! Saves a text as a file, or copies it to the clipboard. Only the user starts this.

use crate::host;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Clipboard, HtmlAnchorElement, Navigator, Url};

/// Whether a file was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SaveOutcome {
    /// The browser took the file.
    Saved,
    /// The browser can have blocked the download without an error.
    Unknown,
    /// The browser doesn't allow downloads.
    Blocked,
}

/// Saves a text as a file.
pub(crate) fn file(name: &str, kind: &str, text: &str) -> SaveOutcome {
    if host::is_sandboxed() || download(name, kind, text).is_none() {
        return SaveOutcome::Blocked;
    }
    if host::is_framed() {
        SaveOutcome::Unknown
    } else {
        SaveOutcome::Saved
    }
}

fn download(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = crate::page::document()?.create_element("a").ok()?;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // A minute is enough for any browser to start the download.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// Returns true if the browser gives texts to other apps.
pub(crate) fn can_share() -> bool {
    share_function().is_some()
}

/// Gives a text to an app that the user chooses, or to none. Failing is the same as choosing none.
pub(crate) fn share(title: &str, text: &str) {
    let data = Object::new();
    let _ = Reflect::set(&data, &"title".into(), &title.into());
    let _ = Reflect::set(&data, &"text".into(), &text.into());
    if let Some((navigator, share)) = share_function() {
        let promise = share.call1(&navigator, &data).ok();
        if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
            spawn_local(async move {
                let _ = JsFuture::from(promise).await;
            });
        }
    }
}

fn share_function() -> Option<(Navigator, Function)> {
    let navigator = web_sys::window()?.navigator();
    let share = Reflect::get(&navigator, &"share".into()).ok()?;
    Some((navigator, share.dyn_into().ok()?))
}

/// Copies a text to the clipboard. Returns `None` if the page can't use the clipboard (in a frame, or without HTTPS).
pub(crate) async fn copy(text: String) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    let clipboard = clipboard.dyn_into::<Clipboard>().ok()?;
    JsFuture::from(clipboard.write_text(&text))
        .await
        .ok()
        .map(|_| ())
}
