//! What lies below a folder. What belongs together there is decided in the package crate.

use p2s_package::Limits;
use std::fs;
use std::path::{Path, PathBuf};

/// A file or folder, with its path under the folder that was given, with `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) path: String,
    pub(crate) place: PathBuf,
}

/// Everything below a folder, each list sorted by path.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    pub(crate) files: Vec<Found>,
    /// How many folders were listed.
    folders: usize,
    /// What can't be listed or looked at. The folder itself has an empty path.
    pub(crate) unreadable: Vec<Found>,
}

/// The folder holds more, or deeper, than is searched.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooMuch;

/// Lists a folder, as far as the limits allow. Links count as what they lead to, but for those that lead round in a
/// circle.
pub(crate) fn list(root: &Path, limits: &Limits) -> Result<Listing, TooMuch> {
    let mut listing = Listing::default();
    let root = Found {
        path: String::new(),
        place: root.to_owned(),
    };
    listing.add(root, &mut Vec::new(), limits)?;
    listing.files.sort();
    listing.unreadable.sort();
    Ok(listing)
}

impl Listing {
    /// `above` are the folders around this one, as the system knows them.
    fn add(
        &mut self,
        folder: Found,
        above: &mut Vec<PathBuf>,
        limits: &Limits,
    ) -> Result<(), TooMuch> {
        let known = fs::canonicalize(&folder.place);
        let (Ok(known), Ok(entries)) = (known, fs::read_dir(&folder.place)) else {
            self.unreadable.push(folder);
            return Ok(());
        };
        if above.contains(&known) {
            return Ok(());
        }
        self.folders = self.folders.saturating_add(1);
        if above.len() > limits.folder_depth || self.folders > limits.folder_files {
            return Err(TooMuch);
        }
        above.push(known);
        for entry in entries {
            let Ok(entry) = entry else {
                self.unreadable.push(folder.clone());
                continue;
            };
            let own = entry.file_name().to_string_lossy().into_owned();
            let found = Found {
                path: if folder.path.is_empty() {
                    own
                } else {
                    format!("{}/{own}", folder.path)
                },
                place: entry.path(),
            };
            match fs::metadata(&found.place) {
                Ok(metadata) if metadata.is_dir() => self.add(found, above, limits)?,
                Ok(metadata) if metadata.is_file() => {
                    if self.files.len() >= limits.folder_files {
                        return Err(TooMuch);
                    }
                    self.files.push(found);
                }
                // Pipes, sockets and devices hold no packages.
                Ok(_) => {}
                Err(_) => self.unreadable.push(found),
            }
        }
        above.pop();
        Ok(())
    }
}
