//! Walks a dropped folder. Limits and grouping are p2s-batch's.

use js_sys::{Array, Function, Promise};
use p2s_batch::{FolderLimitExceeded, Listing};
use p2s_package::Limits;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

/// Lists everything below a folder, as far as the limits allow.
pub(crate) async fn list(root: FileSystemDirectoryEntry) -> Listing<File> {
    let mut listing = Listing::new(root.name(), &Limits::default());
    // A listing beyond the limits records that itself.
    let _ = add_all(&mut listing, root).await;
    listing
}

async fn add_all(
    listing: &mut Listing<File>,
    root: FileSystemDirectoryEntry,
) -> Result<(), FolderLimitExceeded> {
    let mut pending = vec![(String::new(), 0_usize, root)];
    while let Some((path, depth, folder)) = pending.pop() {
        let Some(entries) = entries(&folder).await else {
            listing.add_unreadable(path.trim_end_matches('/').to_owned());
            continue;
        };
        for entry in entries {
            let path = format!("{path}{}", entry.name());
            // Unchecked, because not every browser exposes these interfaces under their names.
            if entry.is_directory() {
                let depth = depth.saturating_add(1);
                listing.enter_folder(depth)?;
                pending.push((format!("{path}/"), depth, entry.unchecked_into()));
            } else if let Some(file) = file(entry.unchecked_into()).await {
                listing.add_file(path, file)?;
            } else {
                listing.add_unreadable(path);
            }
        }
    }
    Ok(())
}

/// Returns the entries of one folder, or `None` if it can't be listed. The browser returns them in batches; an empty batch
/// is the last one.
async fn entries(folder: &FileSystemDirectoryEntry) -> Option<Vec<FileSystemEntry>> {
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
    let call = |resolve: &Function, reject: &Function| {
        reader.read_entries_with_callback_and_callback(resolve, reject)
    };
    settled(call).await?.dyn_into().ok()
}

async fn file(entry: FileSystemFileEntry) -> Option<File> {
    let call = |resolve: &Function, reject: &Function| {
        entry.file_with_callback_and_callback(resolve, reject);
        Ok(())
    };
    settled(call).await?.dyn_into().ok()
}

/// Awaits a browser function that takes two callbacks: one for the result, one for an error.
async fn settled(call: impl Fn(&Function, &Function) -> Result<(), JsValue>) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        if call(&resolve, &reject).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(promise).await.ok()
}
