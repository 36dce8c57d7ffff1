//! Going through a dropped folder: everything in it, up to a limit.

use crate::intake::Folder;
use js_sys::{Array, Function, Promise};
use p2s_package::Limits;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

/// How many files of one folder are looked at.
pub(crate) fn most_files() -> usize {
    Limits::default().folder_files
}

/// Everything below a folder.
pub(crate) async fn collect(root: FileSystemDirectoryEntry) -> Folder {
    let most_depth = Limits::default().folder_depth;
    let mut folder = Folder {
        name: root.name(),
        ..Folder::default()
    };
    let mut waiting = vec![(String::new(), 0_usize, root)];
    while let Some((path, depth, entry)) = waiting.pop() {
        let Some(children) = children(&entry).await else {
            folder
                .unreadable
                .push(path.trim_end_matches('/').to_owned());
            continue;
        };
        for entry in children {
            let too_deep = entry.is_directory() && depth >= most_depth;
            if too_deep || folder.files.len() > most_files() || waiting.len() > most_files() {
                folder.too_much = true;
                return folder.within_limits();
            }
            let path = format!("{path}{}", entry.name());
            // Not every browser has these interfaces under their names, so they can't be asked for them.
            if entry.is_directory() {
                let depth = depth.saturating_add(1);
                waiting.push((format!("{path}/"), depth, entry.unchecked_into()));
            } else if let Some(file) = open(entry.unchecked_into()).await {
                folder.files.push((path, file));
            } else {
                folder.unreadable.push(path);
            }
        }
    }
    folder.within_limits()
}

/// The entries of one folder; the browser hands them out in batches until an empty one. `None`: it can't be listed.
async fn children(folder: &FileSystemDirectoryEntry) -> Option<Vec<FileSystemEntry>> {
    let reader = folder.create_reader();
    let mut entries: Vec<FileSystemEntry> = Vec::new();
    loop {
        let batch = batch(&reader).await?;
        if batch.length() == 0 {
            return Some(entries);
        }
        entries.extend(batch.iter().map(JsCast::unchecked_into));
    }
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
