//! Files in: from the two controls, dropped or pasted. The seam is a list of [`Found`]; what is a package
//! among them, and what belongs together, is not decided here.

use crate::folders;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, DataTransferItemList, File, FileList, HtmlInputElement};

/// One file that came in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// Its own name, or its path under the folder that was given, with `/`.
    pub(crate) path: String,
    /// Its bytes, still on the disk.
    pub(crate) file: File,
}

/// What a file control holds; emptied, so that the same file can be chosen again.
pub(crate) fn from_control(control: &HtmlInputElement) -> Vec<Found> {
    let found = control
        .files()
        .map(|list| from_list(&list))
        .unwrap_or_default();
    control.set_value("");
    found
}

/// The files of a list in their order.
pub(crate) fn from_list(list: &FileList) -> Vec<Found> {
    (0..list.length())
        .filter_map(|index| list.get(index))
        .map(|file| Found {
            path: path_under_folder(&file),
            file,
        })
        .collect()
}

/// Whether a drag carries files at all (a drag of text is left alone).
pub(crate) fn has_files(transfer: &DataTransfer) -> bool {
    transfer.types().includes(&JsValue::from_str("Files"), 0)
}

/// What was dropped or pasted. The browser hands its items out during the event only, so they are taken at
/// once; folders among them are gone through afterwards.
pub(crate) fn from_transfer(transfer: &DataTransfer) -> impl Future<Output = Vec<Found>> + 'static {
    let taken = take_items(&transfer.items());
    let plain = transfer
        .files()
        .map(|list| from_list(&list))
        .unwrap_or_default();
    async move {
        if taken.is_empty() {
            return plain;
        }
        let mut found = Vec::new();
        for item in taken {
            match item {
                Taken::Folder(folder) => folders::collect(folder, &mut found).await,
                Taken::File(file) => found.push(Found {
                    path: file.name(),
                    file,
                }),
            }
        }
        found
    }
}

enum Taken {
    File(File),
    Folder(web_sys::FileSystemDirectoryEntry),
}

fn take_items(items: &DataTransferItemList) -> Vec<Taken> {
    let folder = |item: &web_sys::DataTransferItem| {
        let entry = item.webkit_get_as_entry().ok().flatten()?;
        // Not every browser has the interface under its name, so it can't be asked for it.
        entry.is_directory().then(|| entry.unchecked_into())
    };
    (0..items.length())
        .filter_map(|index| items.get(index))
        .filter(|item| item.kind() == "file")
        .filter_map(|item| match folder(&item) {
            Some(folder) => Some(Taken::Folder(folder)),
            None => item.get_as_file().ok().flatten().map(Taken::File),
        })
        .collect()
}

/// The folder control gives `folder/sub/name`: what counts is the path under the folder.
fn path_under_folder(file: &File) -> String {
    Reflect::get(file, &JsValue::from_str("webkitRelativePath"))
        .ok()
        .and_then(|path| path.as_string())
        .and_then(|path| path.split_once('/').map(|(_, rest)| rest.to_owned()))
        .unwrap_or_else(|| file.name())
}
