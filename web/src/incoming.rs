//! Files that were given and aren't in the batch yet. Those that are in it already are left out.

use p2s_batch::{Batch, CancelledFile, Source};
use std::collections::{HashMap, VecDeque};
use std::mem;
use web_sys::File;

/// Milliseconds of one slice. Chromium asks its browser process for the size of each file, which takes up to a millisecond.
const SLICE: f64 = 20.0;

/// The sources that are still to be added.
#[derive(Default)]
pub(crate) struct Incoming {
    waiting: VecDeque<Compared>,
    /// The files given so far, by their paths.
    given: HashMap<String, Vec<Given>>,
    /// The cancelled files that the sources returned last contain again.
    cancelled: Vec<CancelledFile>,
}

/// A file that was given. `cancelled` is set if it wasn't read.
struct Given {
    file: File,
    cancelled: Option<CancelledFile>,
}

/// A source, which of its first files were given before, and which of those are read again.
struct Compared {
    source: Source<File>,
    repeated: Vec<bool>,
    cancelled: Vec<CancelledFile>,
}

impl Incoming {
    /// Lets sources wait. `batch` has the files that were given before.
    pub(crate) fn add(&mut self, sources: Vec<Source<File>>, batch: Option<&Batch<File>>) {
        if self.waiting.is_empty() {
            self.given.clear();
            for (path, file) in batch.into_iter().flat_map(Batch::files) {
                self.given.entry(path).or_default().push(Given::new(file));
            }
            for (cancelled, path, file) in batch.into_iter().flat_map(Batch::cancelled_files) {
                let known = self.given.get_mut(&path).into_iter().flatten();
                for known in known.filter(|known| known.file == *file) {
                    known.cancelled = Some(cancelled);
                }
            }
        }
        let compared = |source| Compared {
            source,
            repeated: Vec::new(),
            cancelled: Vec::new(),
        };
        self.waiting.extend(sources.into_iter().map(compared));
    }

    /// Returns true if nothing waits.
    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Forgets what waits.
    pub(crate) fn clear(&mut self) {
        *self = Incoming::default();
    }

    /// Takes the cancelled files that the sources returned last contain again.
    pub(crate) fn take_cancelled(&mut self) -> Vec<CancelledFile> {
        mem::take(&mut self.cancelled)
    }

    /// Returns the next sources with a new file, as many as one slice of time allows.
    pub(crate) fn next(&mut self) -> Vec<Source<File>> {
        let start = js_sys::Date::now();
        // The clock can be set back.
        let is_over = || (js_sys::Date::now() - start).abs() > SLICE;
        let mut ready = Vec::new();
        while let Some(compared) = self.waiting.front_mut() {
            let Compared {
                source,
                repeated,
                cancelled,
            } = compared;
            let mut files = source.files().skip(repeated.len());
            loop {
                if is_over() {
                    return ready;
                }
                let Some((path, file)) = files.next() else {
                    break;
                };
                let known = self.given.entry(path).or_default();
                let same = known.iter_mut().find(|known| is_same(&known.file, file));
                match same {
                    Some(same) => {
                        let unread = same.cancelled.take();
                        repeated.push(unread.is_none());
                        cancelled.extend(unread);
                    }
                    None => {
                        repeated.push(false);
                        known.push(Given::new(file));
                    }
                }
            }
            drop(files);
            self.cancelled.append(cancelled);
            ready.extend(self.waiting.pop_front().and_then(Compared::new_source));
        }
        self.given.clear();
        ready
    }
}

impl Given {
    fn new(file: &File) -> Self {
        Given {
            file: file.clone(),
            cancelled: None,
        }
    }
}

impl Compared {
    /// Returns the source unless every file in it was given before.
    fn new_source(mut self) -> Option<Source<File>> {
        if !self.repeated.is_empty() && self.repeated.iter().all(|repeated| *repeated) {
            return None;
        }
        if let Source::Folder(listing) = &mut self.source {
            listing.set_repeated(mem::take(&mut self.repeated));
        }
        Some(self.source)
    }
}

/// Returns true if two files at the same path have the same size and moment of their last modification.
fn is_same(one: &File, other: &File) -> bool {
    one.size() == other.size() && one.last_modified() == other.last_modified()
}
