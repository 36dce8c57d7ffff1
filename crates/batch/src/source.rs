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
        (0..).map_while(|index| self.file(index))
    }

    /// Returns a file by its index among [`Source::files`].
    pub(crate) fn file(&self, index: usize) -> Option<(String, &F)> {
        match self {
            Source::File { name, file } => (index == 0).then(|| (name.clone(), file)),
            Source::Folder(listing) => {
                let path = listing.paths.get(index)?;
                let path = format!("{}/{path}", listing.name);
                Some((path, listing.files.get(index)?))
            }
            Source::Unavailable { .. } => None,
        }
    }
}
