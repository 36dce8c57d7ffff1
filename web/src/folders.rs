//! Going through a dropped folder: everything in it, in the order of the names, up to a limit.

use crate::intake::Found;
use js_sys::{Array, Function, Promise};
use p2s_package::Limits;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

/// Adds the files below a folder, named by their paths under it. What can't be listed is left out.
pub(crate) async fn collect(folder: FileSystemDirectoryEntry, found: &mut Vec<Found>) {
    let limit = Limits::default().folder_files;
    let mut waiting = vec![(String::new(), folder)];
    while let Some((path, folder)) = waiting.pop() {
        for entry in children(&folder).await {
            if found.len() >= limit || waiting.len() >= limit {
                return;
            }
            let path = format!("{path}{}", entry.name());
            // Not every browser has these interfaces under their names, so they can't be asked for them.
            if entry.is_directory() {
                waiting.push((format!("{path}/"), entry.unchecked_into()));
            } else if let Some(file) = open(entry.unchecked_into()).await {
                found.push(Found { path, file });
            }
        }
    }
}

/// The entries of one folder; the browser hands them out in batches until an empty one.
async fn children(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut entries: Vec<FileSystemEntry> = Vec::new();
    while let Some(batch) = batch(&reader).await {
        if batch.length() == 0 {
            break;
        }
        entries.extend(batch.iter().map(JsCast::unchecked_into));
    }
    entries.sort_unstable_by_key(FileSystemEntry::name);
    entries
}

async fn batch(reader: &FileSystemDirectoryReader) -> Option<Array> {
    let ask = |done: &Function, failed: &Function| {
        reader.read_entries_with_callback_and_callback(done, failed)
    };
    settled(ask).await?.dyn_into().ok()
}

async fn open(entry: FileSystemFileEntry) -> Option<File> {
    let ask = |done: &Function, failed: &Function| {
        entry.file_with_callback_and_callback(done, failed);
        Ok(())
    };
    settled(ask).await?.dyn_into().ok()
}

/// Waits for an interface of the browser that takes two callbacks.
async fn settled(ask: impl Fn(&Function, &Function) -> Result<(), JsValue>) -> Option<JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        if ask(&done, &failed).is_err() {
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(promise).await.ok()
}
