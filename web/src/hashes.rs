//! The SHA-256 of the files that were checked, for the reports that the user passes on.

use js_sys::{Object, Promise, Reflect, Uint8Array};
use p2s_verdict::Report;
use std::collections::HashMap;
use std::rc::Weak;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Bytes of the largest file that is hashed: 64 MiB, because all of it is in memory meanwhile.
const MAX_SIZE: f64 = 67_108_864.0;

/// The names of inputs, and the SHA-256 of their files in hexadecimal.
#[derive(Default)]
pub(crate) struct Hashes(HashMap<String, String>);

impl Hashes {
    /// Returns the SHA-256 of an input's file, if it was made.
    pub(crate) fn of(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

/// Returns the files of the inputs that are the only ones of their name, with that name.
pub(crate) fn files_of<'f>(
    report: &Report,
    files: impl Iterator<Item = (String, &'f File)>,
) -> Vec<(String, File)> {
    let inputs = &report.inputs;
    let is_only = |name: &str| {
        let first = inputs.partition_point(|input| input.name.as_str() < name);
        let has_name = |index: usize| inputs.get(index).is_some_and(|input| input.name == name);
        has_name(first) && !has_name(first.saturating_add(1))
    };
    let own = files.filter(|(name, _)| is_only(name));
    own.map(|(name, file)| (name, file.clone())).collect()
}

/// Hashes files one after another, as long as the run exists. Those that are too large or can't be read are left out, and
/// all of them where the browser has no `crypto.subtle` (without HTTPS).
pub(crate) async fn hash(files: Vec<(String, File)>, run: &Weak<()>) -> Hashes {
    let mut hashes = HashMap::new();
    for (name, file) in files {
        if run.strong_count() == 0 {
            break;
        }
        if file.size() <= MAX_SIZE
            && let Some(hash) = hash_file(&file).await
        {
            hashes.insert(name, hash);
        }
    }
    Hashes(hashes)
}

async fn hash_file(file: &File) -> Option<String> {
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into()).ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    let subtle = subtle.dyn_into::<Object>().ok()?;
    let digest = Reflect::get(&subtle, &"digest".into()).ok()?;
    let digest = digest.dyn_into::<js_sys::Function>().ok()?;
    let bytes = JsFuture::from(file.array_buffer()).await.ok()?;
    let algorithm = JsValue::from_str("SHA-256");
    let promise = digest.call2(&subtle, &algorithm, &bytes).ok()?;
    let hash = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await;
    let hash = Uint8Array::new(&hash.ok()?).to_vec();
    Some(hash.iter().map(|byte| format!("{byte:02x}")).collect())
}
