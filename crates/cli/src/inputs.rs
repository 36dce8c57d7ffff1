//! From paths to answered inputs: files, folders, standard input.

use crate::pick;
use p2s_package::{
    Error, ErrorKind, FolderInput, Limits, Package, open, open_unpacked, sort_folder,
};
use p2s_report::{Language, visible};
use p2s_verdict::{InputReport, Question, Rule, judge};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Cursor, Read as _};
use std::path::{Path, PathBuf};

/// What the paths came to.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) inputs: Vec<InputReport>,
    /// Files in folders that plainly are no packages.
    pub(crate) skipped: u64,
    /// For standard error.
    pub(crate) messages: Vec<String>,
}

/// Folders in one another that are searched: deeper ones are a loop or no place for packages.
const MOST_DEPTH: usize = 32;

pub(crate) fn read(paths: &[OsString], question: &Question, language: Language) -> Found {
    let mut run = Run {
        limits: Limits::default(),
        question,
        language,
        found: Found::default(),
    };
    for path in paths {
        if path == "-" {
            run.standard_input();
        } else {
            run.path(Path::new(path));
        }
    }
    run.found
}

struct Run<'q> {
    limits: Limits,
    question: &'q Question,
    language: Language,
    found: Found,
}

impl Run<'_> {
    fn path(&mut self, path: &Path) {
        let name = name_of(path);
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.folder(path, &name),
            Ok(_) => self.file(path, &name),
            Err(error) => {
                let kind = match error.kind() {
                    io::ErrorKind::NotFound => ErrorKind::NotFound,
                    _ => ErrorKind::ReadFailed,
                };
                self.refuse(path, &name, kind);
            }
        }
    }

    /// A file named by itself is always an input of its own.
    fn file(&mut self, path: &Path, name: &str) {
        match File::open(path) {
            Ok(file) => {
                let packages = open(name, file, &self.limits);
                self.judge(&packages);
            }
            Err(_) => self.refuse(path, name, ErrorKind::ReadFailed),
        }
    }

    fn standard_input(&mut self) {
        let mut bytes = Vec::new();
        let most = self.limits.read_bytes;
        match io::stdin()
            .lock()
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes)
        {
            Ok(_) if bytes.len() as u64 > most => {
                self.judge(&[Package::refused(
                    "-",
                    None,
                    Error::whole(ErrorKind::LimitReads),
                )]);
            }
            Ok(_) => {
                let packages = open("-", Cursor::new(bytes), &self.limits);
                self.judge(&packages);
            }
            Err(_) => self.refuse(Path::new("-"), "-", ErrorKind::ReadFailed),
        }
    }

    fn folder(&mut self, root: &Path, name: &str) {
        let mut files = Vec::new();
        if list(root, "", 0, self.limits.folder_files, &mut files).is_err() {
            self.judge(&[Package::refused(
                name,
                None,
                Error::whole(ErrorKind::LimitFolder),
            )]);
            return;
        }
        files.sort();
        let paths: Vec<String> = files.iter().map(|(path, _)| path.clone()).collect();
        for input in sort_folder(name, &paths) {
            self.folder_input(&input, &files);
        }
    }

    fn folder_input(&mut self, input: &FolderInput, files: &[(String, PathBuf)]) {
        let members: Vec<&(String, PathBuf)> = input
            .files
            .iter()
            .filter_map(|index| files.get(*index))
            .collect();
        if input.unpacked {
            let mut opened = Vec::new();
            for (path, place) in members {
                match File::open(place) {
                    Ok(file) => opened.push((path.clone(), file)),
                    Err(_) => {
                        let error = Error::at(ErrorKind::ReadFailed, path.clone());
                        self.judge(&[Package::refused(&input.name, None, error)]);
                        return;
                    }
                }
            }
            let package = open_unpacked(&input.name, opened, &self.limits);
            self.judge(&[package]);
            return;
        }
        for (_, place) in members {
            let Ok(file) = File::open(place) else {
                self.refuse(place, &input.name, ErrorKind::ReadFailed);
                continue;
            };
            let packages = open(&input.name, file, &self.limits);
            let answers: Vec<InputReport> = packages
                .iter()
                .map(|package| judge(package, self.question))
                .collect();
            if !input.named
                && answers
                    .iter()
                    .all(|answer| answer.rule == Rule::NotAPackage)
            {
                self.found.skipped = self.found.skipped.saturating_add(1);
            } else {
                self.found.inputs.extend(answers);
            }
        }
    }

    fn judge(&mut self, packages: &[Package]) {
        self.found
            .inputs
            .extend(packages.iter().map(|package| judge(package, self.question)));
    }

    fn refuse(&mut self, path: &Path, name: &str, kind: ErrorKind) {
        let shown = visible(&path.to_string_lossy());
        let sentence = match kind {
            ErrorKind::NotFound => pick(
                self.language,
                "ファイルまたはフォルダーがありません",
                "no such file or folder",
            ),
            _ => pick(self.language, "読み取れません", "can't be read"),
        };
        self.found.messages.push(format!("{shown}: {sentence}"));
        self.judge(&[Package::refused(name, None, Error::whole(kind))]);
    }
}

/// A file's own name; of `.` and the like, that of the folder it stands for.
fn name_of(path: &Path) -> String {
    let own = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let resolved = || {
        let full = fs::canonicalize(path).ok()?;
        full.file_name()
            .map(|name| name.to_string_lossy().into_owned())
    };
    own.or_else(resolved)
        .unwrap_or_else(|| path.to_string_lossy().into_owned())
}

/// Every file below a folder, with its path under it. Links are not followed.
fn list(
    folder: &Path,
    below: &str,
    depth: usize,
    most: usize,
    files: &mut Vec<(String, PathBuf)>,
) -> Result<(), ()> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries.flatten() {
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        let own = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() {
            own
        } else {
            format!("{below}/{own}")
        };
        if kind.is_dir() {
            if depth >= MOST_DEPTH {
                return Err(());
            }
            list(&entry.path(), &path, depth.saturating_add(1), most, files)?;
        } else if kind.is_file() {
            if files.len() >= most {
                return Err(());
            }
            files.push((path, entry.path()));
        }
    }
    Ok(())
}
