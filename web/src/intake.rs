//! Files and folders from the two file controls, from drag and drop, and from the clipboard. p2s-batch decides what is a
//! package among them.

use crate::folders;
use js_sys::{Array, Reflect, Uint8Array};
use p2s_batch::{Listing, Source};
use p2s_package::Limits;
use p2s_report::{Language, Message as Label};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, DataTransferItem, DataTransferItemList, File, FileSystemDirectoryEntry,
    HtmlInputElement,
};

/// Takes the files out of a file control, so that the same file can be chosen again.
pub(crate) fn take_files(control: &HtmlInputElement) -> Array {
    let files = control.files().map(|list| Array::from(&list));
    control.set_value("");
    files.unwrap_or_default()
}

/// Makes the source of a file given on its own.
pub(crate) fn from_file(file: File) -> Source<File> {
    let name = file.name();
    Source::File { name, file }
}

/// Makes the source of a file with these bytes, which the user didn't choose from a disk.
pub(crate) fn from_bytes(name: &str, bytes: &[u8]) -> Option<Source<File>> {
    let parts = Array::of1(&Uint8Array::from(bytes).into());
    let file = File::new_with_u8_array_sequence(&parts, name).ok()?;
    Some(from_file(file))
}

/// Makes the source of pasted text. A certificate as Base64 is checked like its file.
pub(crate) fn from_text(text: &str, language: Language) -> Option<Source<File>> {
    let text = text.trim();
    let name = Label::PastedName.text(language);
    match text {
        "" => None,
        text => match der_of_base64(text) {
            Some(der) => from_bytes(name, &der),
            None => from_bytes(name, text.as_bytes()),
        },
    }
}

/// Decodes Base64 text of a DER certificate, which is a SEQUENCE with a length of two bytes (X.690, 8.1.3.5).
fn der_of_base64(text: &str) -> Option<Vec<u8>> {
    const CERTIFICATE: [u8; 2] = [0x30, 0x82];
    let text: String = text.split_whitespace().collect();
    let binary = web_sys::window()?.atob(&text).ok()?;
    // Each character of the result is a byte.
    let bytes: Option<Vec<u8>> = binary
        .chars()
        .map(|c| u8::try_from(u32::from(c)).ok())
        .collect();
    bytes.filter(|bytes| bytes.starts_with(&CERTIFICATE))
}

/// Makes the sources of files in order, then those of folders: a file from the folder control has its path.
pub(crate) fn from_files(files: &Array) -> Vec<Source<File>> {
    let mut sources = Vec::new();
    let mut folders: Vec<(String, Vec<(String, File)>)> = Vec::new();
    for file in files.iter().filter_map(|file| file.dyn_into().ok()) {
        match path_in_folder(&file) {
            None => sources.push(from_file(file)),
            Some((folder, path)) => match folders.iter_mut().find(|(name, _)| *name == folder) {
                Some((_, files)) => files.push((path, file)),
                None => folders.push((folder, vec![(path, file)])),
            },
        }
    }
    let listings = folders
        .into_iter()
        .map(|(name, files)| Listing::from_files(name, files, &Limits::default()));
    sources.extend(listings.map(Source::Folder));
    sources
}

/// Returns true if a drag contains files; a drag of text is ignored.
pub(crate) fn has_files(transfer: &DataTransfer) -> bool {
    transfer.types().includes(&JsValue::from_str("Files"), 0)
}

/// Returns what was dropped or pasted. The items are read at once, because the browser offers them only during the event;
/// folders are listed afterwards.
pub(crate) fn from_transfer(
    transfer: &DataTransfer,
) -> impl Future<Output = Vec<Source<File>>> + 'static {
    let items = items(&transfer.items());
    let files = transfer.files().filter(|_| items.is_empty());
    let files = files.map(|list| from_files(&Array::from(&list)));
    async move {
        if items.is_empty() {
            return files.unwrap_or_default();
        }
        let mut sources = Vec::new();
        for item in items {
            sources.push(match item {
                Item::Folder(folder) => Source::Folder(folders::list(folder).await),
                Item::File(file) => from_file(file),
            });
        }
        sources
    }
}

enum Item {
    File(File),
    Folder(FileSystemDirectoryEntry),
}

fn items(items: &DataTransferItemList) -> Vec<Item> {
    let folder = |item: &DataTransferItem| {
        let entry = item.webkit_get_as_entry().ok().flatten()?;
        // Unchecked, because not every browser exposes the interface under its name.
        entry.is_directory().then(|| entry.unchecked_into())
    };
    (0..items.length())
        .filter_map(|index| items.get(index))
        .filter(|item| item.kind() == "file")
        .filter_map(|item| match folder(&item) {
            Some(folder) => Some(Item::Folder(folder)),
            None => item.get_as_file().ok().flatten().map(Item::File),
        })
        .collect()
}

/// Splits `folder/sub/name`, the path that the folder control sets, into the folder's name and the path below it.
fn path_in_folder(file: &File) -> Option<(String, String)> {
    let path = Reflect::get(file, &JsValue::from_str("webkitRelativePath")).ok()?;
    let path = path.as_string()?;
    let (folder, path) = path.split_once('/')?;
    Some((folder.to_owned(), path.to_owned()))
}
