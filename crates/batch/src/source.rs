//! What a user gives: a file, a folder, or something that can't be read.

use crate::Listing;
use p2s_package::ErrorKind;

/// One thing that a user gave. `F` is the caller's handle of a file.
#[derive(Debug, Clone)]
pub enum Source<F> {
    /// A file given on its own: always an input.
    File {
        /// Its own name.
        name: String,
        /// Its handle.
        file: F,
    },
    /// A folder. Its files are grouped into unpacked packages and loose files.
    Folder(Listing<F>),
    /// A path that doesn't exist or can't be read: an input with that error.
    Unavailable {
        /// Its own name.
        name: String,
        /// Why it can't be read.
        error: ErrorKind,
    },
}

impl<F> Source<F> {
    /// Returns its files, each with its path, which begins with the folder's name.
    pub fn files(&self) -> impl Iterator<Item = (String, &F)> {
        let (alone, folder) = match self {
            Source::File { name, file } => (Some((name.clone(), file)), None),
            Source::Folder(listing) => (None, Some(listing)),
            Source::Unavailable { .. } => (None, None),
        };
        let in_folder = folder.into_iter().flat_map(|listing| {
            let paths = listing.paths.iter().zip(&listing.files);
            paths.map(|(path, file)| (format!("{}/{path}", listing.name), file))
        });
        alone.into_iter().chain(in_folder)
    }
}
