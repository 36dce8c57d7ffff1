//! Out of the page, at the person's wish only: a file to save, a text to the clipboard.

use crate::host;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Clipboard, HtmlAnchorElement, Url};

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Saved {
    /// The browser has it.
    Yes,
    /// It was offered to the browser, which may have refused it without a word.
    Perhaps,
    /// The browser does not let us.
    No,
}

/// Offers a text as a file.
pub(crate) fn file(name: &str, kind: &str, text: &str) -> Saved {
    if host::confined() || download(name, kind, text).is_none() {
        return Saved::No;
    }
    if host::framed() {
        Saved::Perhaps
    } else {
        Saved::Yes
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
    // Long enough for any browser to have begun.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// Puts a text on the clipboard; `None` where the browser has none for us (a frame, an old address).
pub(crate) async fn copy(text: String) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    let clipboard = clipboard.dyn_into::<Clipboard>().ok()?;
    JsFuture::from(clipboard.write_text(&text))
        .await
        .ok()
        .map(|_| ())
}
