//! The messages between the page and its worker. A message is a JavaScript array, because a `File` can't be serialized.

use js_sys::{Array, Uint8Array};
use p2s_batch::{Job, Work};
use p2s_package::{Timestamp, parse_date};
use p2s_verdict::Options;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// Bytes of the largest file that the page reads for a worker that can't read files: two hundred times a real package.
const MAX_BYTES_IN_MEMORY: f64 = 67_108_864.0;

/// Index of the files in a message.
const FILES: u32 = 2;

/// Number of fields in a message whose files are `Blob`s. A message with their bytes has one more.
const FIELDS: u32 = 5;

/// What the worker does with the files of a request.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// See [`Work::ReadHeads`]. The reply is a byte for each file.
    ReadHeads,
    /// See [`Work::Open`]. The reply, also of [`Kind::OpenUnpacked`], is a list of input reports.
    Open,
    /// See [`Work::OpenUnpacked`].
    OpenUnpacked,
}

/// A request as the worker reads it.
pub(crate) struct Request {
    /// The input's name in the report.
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// Path of each file, below the folder that was given; one empty path for [`Kind::Open`].
    pub(crate) paths: Vec<String>,
    /// Each file: a `Blob`, a `Uint8Array`, or null if it can't be read.
    pub(crate) files: Vec<JsValue>,
    pub(crate) options: Options,
}

impl Kind {
    pub(crate) fn of(work: &Work<'_, File>) -> Self {
        match work {
            Work::ReadHeads(_) => Kind::ReadHeads,
            Work::Open(_) => Kind::Open,
            Work::OpenUnpacked(_) => Kind::OpenUnpacked,
        }
    }
}

/// Makes the message of a job: name, kind, pairs of path and file, time, creation date.
pub(crate) fn message(job: &Job<'_, File>, options: &Options) -> Array {
    let files = Array::new();
    let add = |path: &str, file: &File| files.push(&Array::of2(&path.into(), file));
    match &job.work {
        Work::Open(file) => _ = add("", file),
        Work::ReadHeads(pairs) | Work::OpenUnpacked(pairs) => {
            for (path, file) in pairs {
                add(path, file);
            }
        }
    }
    let created = options
        .created
        .map_or(JsValue::NULL, |date| date.to_string().into());
    let now = options.now.to_string();
    let kind = Kind::of(&job.work) as u32;
    Array::of5(
        &job.name.into(),
        &kind.into(),
        &files,
        &now.into(),
        &created,
    )
}

impl Request {
    /// Reads a message; `None` if it isn't one of [`message`].
    pub(crate) fn from_message(message: &Array) -> Option<Self> {
        let kind = match message.get(1).as_f64()? as u8 {
            0 => Kind::ReadHeads,
            1 => Kind::Open,
            2 => Kind::OpenUnpacked,
            _ => return None,
        };
        let (mut paths, mut files) = (Vec::new(), Vec::new());
        for pair in message.get(FILES).dyn_into::<Array>().ok()?.iter() {
            let pair = pair.dyn_into::<Array>().ok()?;
            paths.push(pair.get(0).as_string()?);
            files.push(pair.get(1));
        }
        let created = match message.get(4).as_string() {
            Some(text) => Some(parse_date(&text)?),
            None => None,
        };
        Some(Request {
            name: message.get(0).as_string()?,
            kind,
            paths,
            files,
            options: Options {
                now: Timestamp::parse(&message.get(3).as_string()?)?,
                created,
            },
        })
    }
}

/// Returns true if a message contains the bytes of its files.
pub(crate) fn has_bytes(message: &Array) -> bool {
    message.length() > FIELDS
}

/// Puts the bytes of the files into a message, for a worker that can't read files. A file that the page can't read either,
/// or that is too large for memory, is null in it.
pub(crate) async fn with_bytes(message: Array) -> Array {
    let files = Array::new();
    for pair in Array::from(&message.get(FILES)).iter() {
        let pair = Array::from(&pair);
        files.push(&Array::of2(&pair.get(0), &bytes_of(pair.get(1)).await));
    }
    message.set(FILES, files.into());
    message.push(&JsValue::TRUE);
    message
}

async fn bytes_of(file: JsValue) -> JsValue {
    let blob = file.dyn_into::<Blob>().ok();
    let Some(blob) = blob.filter(|blob| blob.size() <= MAX_BYTES_IN_MEMORY) else {
        return JsValue::NULL;
    };
    match JsFuture::from(blob.array_buffer()).await {
        Ok(buffer) => Uint8Array::new(&buffer).into(),
        Err(_) => JsValue::NULL,
    }
}
