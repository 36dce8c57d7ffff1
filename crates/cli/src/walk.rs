//! Walks a folder on disk. Limits and grouping are p2s-batch's.

use crate::file::Handle;
use p2s_batch::{FolderLimitExceeded, Listing};
use p2s_package::Limits;
use std::fs;
use std::path::{Path, PathBuf};

/// Lists everything below a folder, as far as the limits allow. A link counts as the file or folder it points to; a link
/// to a folder around it is left out, and so is the file that the report is written to (`output`, resolved).
pub(crate) fn list(
    root: &Path,
    name: &str,
    output: Option<&Path>,
    limits: &Limits,
) -> Listing<Handle> {
    let mut listing = Listing::new(name.to_owned(), limits);
    // A listing beyond the limits records that itself.
    let _ = add_folder(&mut listing, root, "", output, &mut Vec::new());
    listing
}

/// Adds one folder. `path` is its path below the root, with `/`; `parents` are the folders around it, resolved.
fn add_folder(
    listing: &mut Listing<Handle>,
    folder: &Path,
    path: &str,
    output: Option<&Path>,
    parents: &mut Vec<PathBuf>,
) -> Result<(), FolderLimitExceeded> {
    let Ok(resolved) = fs::canonicalize(folder) else {
        listing.add_unreadable(path.to_owned());
        return Ok(());
    };
    if parents.contains(&resolved) {
        return Ok(());
    }
    if !parents.is_empty() {
        listing.enter_folder(parents.len())?;
    }
    let Ok(entries) = fs::read_dir(folder) else {
        listing.add_unreadable(path.to_owned());
        return Ok(());
    };
    parents.push(resolved.clone());
    for entry in entries {
        let Ok(entry) = entry else {
            listing.add_unreadable(path.to_owned());
            continue;
        };
        let mut path = match path {
            "" => String::new(),
            path => format!("{path}/"),
        };
        if output.is_some_and(|output| resolved.join(entry.file_name()) == output) {
            continue;
        }
        path.push_str(&entry.file_name().to_string_lossy());
        let file = entry.path();
        match fs::metadata(&file) {
            Ok(metadata) if metadata.is_dir() => {
                add_folder(listing, &file, &path, output, parents)?
            }
            Ok(metadata) if metadata.is_file() => listing.add_file(path, Handle::Regular(file))?,
            // Reading a pipe, socket or device could block; none of them is a package.
            Ok(_) => {}
            Err(_) => listing.add_unreadable(path),
        }
    }
    parents.pop();
    Ok(())
}
