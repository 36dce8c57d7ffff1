//! Files in: from the two controls, dropped or pasted. The seam is a list of [`Found`]; what is a package
//! among them, and what belongs together, is not decided here.

use crate::folders;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, DataTransferItemList, File, FileList, HtmlInputElement};

/// One thing that came in; the bytes are still on the disk.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Found {
    /// A file by itself.
    File(File),
    /// A folder with all that lies in it.
    Folder(Folder),
}

/// A folder that came in.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Folder {
    /// Its own name.
    pub(crate) name: String,
    /// Its files by their paths under it, with `/`, sorted.
    pub(crate) files: Vec<(String, File)>,
    /// Folders and files below it that can't be looked at; the folder itself has an empty path.
    pub(crate) unreadable: Vec<String>,
    /// It holds more, or deeper, than is searched.
    pub(crate) too_much: bool,
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

/// The files of a list in their order; those that the folder control gives have paths, and are their folder's.
fn from_list(list: &FileList) -> Vec<Found> {
    let mut found = Vec::new();
    let mut folders: Vec<Folder> = Vec::new();
    for file in (0..list.length()).filter_map(|index| list.get(index)) {
        match path_in_folder(&file) {
            None => found.push(Found::File(file)),
            Some((name, path)) => match folders.iter_mut().find(|folder| folder.name == name) {
                Some(folder) => folder.files.push((path, file)),
                None => folders.push(Folder {
                    name,
                    files: vec![(path, file)],
                    ..Folder::default()
                }),
            },
        }
    }
    found.extend(
        folders
            .into_iter()
            .map(|folder| Found::Folder(folder.within_limits())),
    );
    found
}

impl Folder {
    /// Sorted; or without files, if there are too many.
    pub(crate) fn within_limits(mut self) -> Self {
        self.too_much |= self.files.len() > folders::most_files();
        if self.too_much {
            self.files.clear();
        }
        self.files
            .sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        self
    }
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
            found.push(match item {
                Taken::Folder(folder) => Found::Folder(folders::collect(folder).await),
                Taken::File(file) => Found::File(file),
            });
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

/// The folder control gives `folder/sub/name`: the folder's name, and the path under it.
fn path_in_folder(file: &File) -> Option<(String, String)> {
    let path = Reflect::get(file, &JsValue::from_str("webkitRelativePath")).ok()?;
    let path = path.as_string()?;
    let (folder, path) = path.split_once('/')?;
    Some((folder.to_owned(), path.to_owned()))
}
