//! The files below one folder, and the only place where the limits on folders are enforced.

use crate::order::{Swaps, order_by_name};
use p2s_package::{ErrorKind, Limit, Limits};
use std::fmt;

/// The files below one folder, collected while the caller walks it.
///
/// A listing has at most [`Limits::folder_files`] files, as many folders, and folders nested at most
/// [`Limits::folder_depth`] deep. Beyond that, every call fails, the listing is empty, and the batch refuses the folder.
#[derive(Debug, Clone)]
pub struct Listing<F> {
    pub(crate) name: String,
    /// Paths below the folder, with `/`.
    pub(crate) paths: Vec<String>,
    /// The handle of each path.
    pub(crate) files: Vec<F>,
    /// Whether each file was given before; shorter if the last ones weren't.
    repeated: Vec<bool>,
    pub(crate) unreadable: Vec<String>,
    pub(crate) exceeds_limits: bool,
    folders: usize,
    max_entries: usize,
    max_depth: usize,
}

/// A folder contains more files or folders than [`Limits::folder_files`], or is nested deeper than
/// [`Limits::folder_depth`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FolderLimitExceeded;

impl fmt::Display for FolderLimitExceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ErrorKind::Limit(Limit::Folder).code())
    }
}

impl std::error::Error for FolderLimitExceeded {}

impl<F> Listing<F> {
    /// Starts a listing of the folder `name`, which counts as the first folder, at depth 0.
    pub fn new(name: String, limits: &Limits) -> Self {
        Listing {
            name,
            paths: Vec::new(),
            files: Vec::new(),
            repeated: Vec::new(),
            unreadable: Vec::new(),
            exceeds_limits: false,
            folders: 1,
            max_entries: limits.folder_files,
            max_depth: limits.folder_depth,
        }
    }

    /// Lists a folder of which only the files are known, in any order, such as the browser's folder control gives it.
    /// Folders and their depth follow from the paths; empty folders aren't counted.
    pub fn from_files(name: String, files: Vec<(String, F)>, limits: &Limits) -> Self {
        let mut listing = Listing::new(name, limits);
        let depths = folder_depths(files.iter().map(|(path, _)| path.as_str()));
        // A listing beyond the limits records that itself.
        let _ = depths
            .into_iter()
            .try_for_each(|depth| listing.enter_folder(depth));
        for (path, file) in files {
            if listing.add_file(path, file).is_err() {
                break;
            }
        }
        listing
    }

    /// Counts a folder below the listed one, before its entries are listed. A direct child has depth 1.
    pub fn enter_folder(&mut self, depth: usize) -> Result<(), FolderLimitExceeded> {
        self.folders = self.folders.saturating_add(1);
        self.check(self.folders <= self.max_entries && depth <= self.max_depth)
    }

    /// Adds a file by its path below the folder, with `/`.
    pub fn add_file(&mut self, path: String, file: F) -> Result<(), FolderLimitExceeded> {
        self.check(self.files.len() < self.max_entries)?;
        self.paths.push(path);
        self.files.push(file);
        Ok(())
    }

    /// Adds a file or folder that can't be read, by its path below the listed folder; an empty path is that folder
    /// itself. It becomes an input with the error `read-failed`.
    pub fn add_unreadable(&mut self, path: String) {
        self.unreadable.push(path);
    }

    /// Returns the paths added by [`add_unreadable`](Listing::add_unreadable), in that order.
    pub fn unreadable(&self) -> &[String] {
        &self.unreadable
    }

    /// Records for each file, in the order in which [`Source::files`](crate::Source::files) returns them, whether it was
    /// given before. An input of which every file was isn't read again.
    pub fn set_repeated(&mut self, repeated: Vec<bool>) {
        self.repeated = repeated;
    }

    /// Records for more files that they aren't read here again.
    pub(crate) fn add_repeated(&mut self, repeated: &[bool]) {
        for (before, repeated) in self.repeated.iter_mut().zip(repeated) {
            *before |= *repeated;
        }
    }

    /// Returns true if a file was given before.
    pub(crate) fn is_repeated(&self, index: usize) -> bool {
        self.repeated.get(index).is_some_and(|repeated| *repeated)
    }

    fn check(&mut self, is_within_limits: bool) -> Result<(), FolderLimitExceeded> {
        if is_within_limits && !self.exceeds_limits {
            return Ok(());
        }
        self.exceeds_limits = true;
        self.paths.clear();
        self.files.clear();
        self.unreadable.clear();
        Err(FolderLimitExceeded)
    }

    /// Puts the files in the order of their paths.
    pub(crate) fn sort(&mut self) {
        let order = order_by_name(self.paths.iter().map(String::as_str));
        let swaps = Swaps::to(&order);
        swaps.apply(&mut self.paths);
        swaps.apply(&mut self.files);
        self.repeated.resize(self.files.len(), false);
        swaps.apply(&mut self.repeated);
    }
}

/// Returns the depth of each folder that contains one of the files, once for each folder.
fn folder_depths<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let mut paths: Vec<&str> = paths.collect();
    let order = order_by_name(paths.iter().copied());
    Swaps::to(&order).apply(&mut paths);
    let mut depths = Vec::new();
    let mut previous = "";
    for path in paths {
        // In sorted order, the files of a folder and of the folders in it are neighbors.
        for (number, (end, _)) in path.match_indices('/').enumerate() {
            if path.get(..=end) != previous.get(..=end) {
                depths.push(number.saturating_add(1));
            }
        }
        previous = path;
    }
    depths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(folder_files: usize, folder_depth: usize) -> Limits {
        Limits {
            folder_files,
            folder_depth,
            ..Limits::default()
        }
    }

    fn from_files(paths: &[&str], limits: &Limits) -> Listing<()> {
        let files = paths.iter().map(|path| ((*path).to_owned(), ())).collect();
        Listing::from_files("vpn".to_owned(), files, limits)
    }

    #[test]
    fn one_file_more_than_the_limit_empties_the_listing() {
        let mut listing = Listing::new("vpn".to_owned(), &limits(2, 0));
        assert_eq!(listing.add_file("a".to_owned(), 1), Ok(()));
        assert_eq!(listing.add_file("b".to_owned(), 2), Ok(()));
        listing.add_unreadable("c".to_owned());
        assert!(!listing.exceeds_limits);
        assert_eq!(
            listing.add_file("d".to_owned(), 3),
            Err(FolderLimitExceeded)
        );
        assert!(listing.exceeds_limits && listing.files.is_empty() && listing.paths.is_empty());
        assert!(listing.unreadable().is_empty());
        assert_eq!(
            listing.add_file("e".to_owned(), 4),
            Err(FolderLimitExceeded),
            "and stays so"
        );
        assert_eq!(listing.enter_folder(0), Err(FolderLimitExceeded));
    }

    #[test]
    fn the_folder_itself_counts_as_a_folder() {
        let mut listing: Listing<()> = Listing::new("vpn".to_owned(), &limits(2, 1));
        assert_eq!(listing.enter_folder(1), Ok(()));
        assert_eq!(listing.enter_folder(1), Err(FolderLimitExceeded));
    }

    #[test]
    fn a_folder_one_level_deeper_than_the_limit_is_refused() {
        let mut listing: Listing<()> = Listing::new("vpn".to_owned(), &limits(9, 2));
        assert_eq!(listing.enter_folder(2), Ok(()));
        assert_eq!(listing.enter_folder(3), Err(FolderLimitExceeded));
    }

    #[test]
    fn paths_alone_are_held_to_the_same_limits() {
        assert!(!from_files(&["a/b/x", "a/b/y", "z"], &limits(3, 2)).exceeds_limits);
        assert!(
            from_files(&["a/b/x", "y", "z"], &limits(3, 1)).exceeds_limits,
            "deep"
        );
        assert!(
            from_files(&["a/b/x", "y"], &limits(2, 2)).exceeds_limits,
            "folders"
        );
        assert!(
            from_files(&["x", "y", "z"], &limits(2, 2)).exceeds_limits,
            "files"
        );
    }

    #[test]
    fn each_folder_of_paths_alone_is_counted_once() {
        // Sorted, the files of a-b, a.c and ab stand around those of a.
        let paths = ["a/x", "a-b/x", "a/y/x", "a.c/x", "a/z", "ab/x", "a/y/z"];
        let listing = from_files(&paths, &limits(9, 9));
        assert_eq!(listing.folders, 6, "vpn, a, a/y, a-b, a.c, ab");
    }

    #[test]
    fn files_are_sorted_by_their_paths_with_their_handles() {
        let mut listing = Listing::new("vpn".to_owned(), &Limits::default());
        for (path, file) in [("b", 1), ("a/x", 2), ("B", 3), ("a", 4), ("a", 5)] {
            assert_eq!(listing.add_file(path.to_owned(), file), Ok(()));
        }
        listing.sort();
        assert_eq!(listing.paths, ["B", "a", "a", "a/x", "b"]);
        assert_eq!(listing.files, [3, 4, 5, 2, 1]);
    }
}
