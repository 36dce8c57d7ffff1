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
    /// What can't be listed or looked at. The folder itself has an empty path.
    pub(crate) unreadable: Vec<Found>,
}

/// The folder holds more, or deeper, than is searched.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooMuch;

/// Lists a folder, as far as the limits allow. Links to files count as files; links to folders are not followed, for
/// they can lead round in a circle.
pub(crate) fn list(root: &Path, limits: &Limits) -> Result<Listing, TooMuch> {
    let mut listing = Listing::default();
    let root = Found {
        path: String::new(),
        place: root.to_owned(),
    };
    listing.add(root, 0, limits)?;
    listing.files.sort();
    listing.unreadable.sort();
    Ok(listing)
}

impl Listing {
    fn add(&mut self, folder: Found, depth: usize, limits: &Limits) -> Result<(), TooMuch> {
        let Ok(entries) = fs::read_dir(&folder.place) else {
            self.unreadable.push(folder);
            return Ok(());
        };
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
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => {
                    if depth >= limits.folder_depth {
                        return Err(TooMuch);
                    }
                    self.add(found, depth.saturating_add(1), limits)?;
                }
                Ok(kind) if kind.is_file() || kind.is_symlink() => self.add_file(found, limits)?,
                // Pipes, sockets and devices hold no packages.
                Ok(_) => {}
                Err(_) => self.unreadable.push(found),
            }
        }
        Ok(())
    }

    fn add_file(&mut self, found: Found, limits: &Limits) -> Result<(), TooMuch> {
        match fs::metadata(&found.place) {
            Ok(metadata) if metadata.is_file() => {
                if self.files.len() >= limits.folder_files {
                    return Err(TooMuch);
                }
                self.files.push(found);
            }
            // A link to a folder, or to a pipe.
            Ok(_) => {}
            Err(_) => self.unreadable.push(found),
        }
        Ok(())
    }
}
