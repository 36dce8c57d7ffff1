//! Case and canonical equivalence of names. The page asks the browser, whose tables are there anyway: compiled in, they
//! would be a twentieth of its module.
//!
//! Their versions of Unicode can differ from those of the native crates. A character that one of them doesn't know has
//! neither case nor decomposition there, and so makes a name of its own.

/// Returns the canonical decomposition (NFD, Unicode Standard Annex 15).
#[cfg(not(target_family = "wasm"))]
pub(crate) fn decomposed(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfd(text).collect()
}

/// Returns the canonical decomposition (NFD, Unicode Standard Annex 15).
#[cfg(target_family = "wasm")]
pub(crate) fn decomposed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFD").into()
}

/// Returns a name or another text in lower case.
pub fn lowercase(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    lowercase_of_any(text)
}

#[cfg(not(target_family = "wasm"))]
fn lowercase_of_any(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(target_family = "wasm")]
fn lowercase_of_any(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}
