//! From paths to answered inputs: files, folders, standard input.

use crate::{folder, help};
use p2s_package::{
    Error, ErrorKind, FolderInput, HeadKind, Input, Limit, Limits, Package, folder_inputs,
    head_kind, needs_head, open, open_unpacked,
};
use p2s_report::{Language, escape_invisible};
use p2s_verdict::{InputReport, Question, is_no_package, judge};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::Path;

/// What the paths came to.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) inputs: Vec<InputReport>,
    /// Files in folders that plainly are no packages.
    pub(crate) skipped: u64,
    /// For standard error.
    pub(crate) messages: Vec<String>,
}

/// The name of standard input, as path and in the report.
const STANDARD_INPUT: &str = "-";

pub(crate) fn read(paths: &[OsString], question: &Question, language: Language) -> Found {
    let mut run = Run {
        limits: Limits::default(),
        question,
        language,
        found: Found::default(),
    };
    for path in paths {
        if path == STANDARD_INPUT {
            run.stream(
                STANDARD_INPUT,
                Path::new(STANDARD_INPUT),
                io::stdin().lock(),
            );
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
            Ok(metadata) => self.file(path, &name, metadata.is_file()),
            Err(error) => {
                let kind = match error.kind() {
                    io::ErrorKind::NotFound => ErrorKind::NotFound,
                    _ => ErrorKind::ReadFailed,
                };
                self.refuse(path, &name, kind);
            }
        }
    }

    /// A file named by itself is always an input of its own. A pipe has no places to go back to.
    fn file(&mut self, path: &Path, name: &str, regular: bool) {
        match File::open(path) {
            Ok(mut file) if regular => self.judge(&open(name, &mut file, &self.limits)),
            Ok(pipe) => self.stream(name, path, pipe),
            Err(_) => self.refuse(path, name, ErrorKind::ReadFailed),
        }
    }

    /// Reads to the end, but no more than may be read of any input.
    fn stream(&mut self, name: &str, path: &Path, stream: impl Read) {
        let most = self.limits.read_bytes;
        // All of it at once: a vector that grows is twice in memory while it moves. Only what is read is really taken.
        let room = usize::try_from(most.saturating_add(1)).unwrap_or(0);
        let mut bytes = Vec::with_capacity(room);
        match stream.take(most.saturating_add(1)).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() as u64 > most => {
                let error = Error::whole(ErrorKind::Limit(Limit::ReadBytes));
                self.judge(&[Package::refused(name, None, error)]);
            }
            Ok(_) => self.judge(&open(name, &mut Cursor::new(bytes), &self.limits)),
            Err(_) => self.refuse(path, name, ErrorKind::ReadFailed),
        }
    }

    fn folder(&mut self, root: &Path, name: &str) {
        let Ok(listing) = folder::list(root, &self.limits) else {
            let error = Error::whole(ErrorKind::Limit(Limit::Folder));
            self.judge(&[Package::refused(name, None, error)]);
            return;
        };
        for unreadable in &listing.unreadable {
            let own = match unreadable.path.as_str() {
                "" => name,
                path => path,
            };
            self.refuse(&unreadable.place, own, ErrorKind::ReadFailed);
        }
        let paths: Vec<String> = listing.files.iter().map(|file| file.path.clone()).collect();
        let looks: Vec<Option<HeadKind>> =
            listing.files.iter().map(|file| self.look(file)).collect();
        for input in folder_inputs(name, &paths, &looks) {
            let members: Vec<&folder::Found> = input
                .files
                .iter()
                .filter_map(|index| listing.files.get(*index))
                .collect();
            if input.unpacked {
                self.unpacked(&input, &members);
            } else {
                self.loose(&input, &members);
            }
        }
    }

    /// What a file begins with whose name does not say what it is. One that can't be read is named when its turn comes.
    fn look(&self, file: &folder::Found) -> Option<HeadKind> {
        if !needs_head(&file.path) {
            return None;
        }
        let mut head = Vec::with_capacity(self.limits.look_bytes);
        let most = self.limits.look_bytes as u64;
        let opened = File::open(&file.place).ok()?;
        opened.take(most).read_to_end(&mut head).ok()?;
        head_kind(&head)
    }

    fn unpacked(&mut self, input: &FolderInput, members: &[&folder::Found]) {
        let paths: Vec<String> = members.iter().map(|member| member.path.clone()).collect();
        let mut unreadable = None;
        let packages = open_unpacked(
            &input.name,
            &paths,
            &mut |index| {
                let place = members.get(index).map(|member| &member.place);
                let opened = File::open(place.ok_or(io::ErrorKind::NotFound)?);
                if opened.is_err() {
                    unreadable = place;
                }
                Ok(Box::new(opened?) as Box<dyn Input>)
            },
            &self.limits,
        );
        if let Some(place) = unreadable {
            self.complain(place, ErrorKind::ReadFailed);
        }
        self.answer(input, members.len(), &packages);
    }

    /// Adds the answers about what was found in a folder; what plainly is no package, and is not named like one, is counted
    /// only.
    fn answer(&mut self, input: &FolderInput, files: usize, packages: &[Package]) {
        let answers: Vec<InputReport> = packages
            .iter()
            .map(|package| judge(package, self.question))
            .collect();
        if !input.named && is_no_package(&answers) {
            self.found.skipped = self.found.skipped.saturating_add(files as u64);
        } else {
            self.found.inputs.extend(answers);
        }
    }

    /// Files by themselves.
    fn loose(&mut self, input: &FolderInput, members: &[&folder::Found]) {
        for member in members {
            let Ok(mut file) = File::open(&member.place) else {
                self.refuse(&member.place, &input.name, ErrorKind::ReadFailed);
                continue;
            };
            let packages = open(&input.name, &mut file, &self.limits);
            self.answer(input, 1, &packages);
        }
    }

    fn judge(&mut self, packages: &[Package]) {
        self.found
            .inputs
            .extend(packages.iter().map(|package| judge(package, self.question)));
    }

    fn refuse(&mut self, path: &Path, name: &str, kind: ErrorKind) {
        self.complain(path, kind);
        self.judge(&[Package::refused(name, None, Error::whole(kind))]);
    }

    fn complain(&mut self, path: &Path, kind: ErrorKind) {
        let shown = escape_invisible(&path.to_string_lossy());
        let sentence = help::refusal(kind, self.language);
        self.found.messages.push(format!("{shown}: {sentence}"));
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
