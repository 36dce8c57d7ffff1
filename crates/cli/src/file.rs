//! The files that are read: regular files, streams, and standard input.

use p2s_package::{ErrorKind, HeadKind, Limit, Limits, Package, head_kind, hex, open};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Cursor, Read, Seek as _};
use std::path::{Path, PathBuf};

/// The argument for standard input, and its name in the report.
pub(crate) const STANDARD_INPUT: &str = "-";

/// A file that isn't open yet.
#[derive(Debug)]
pub(crate) enum Handle {
    /// A regular file, which can be read at any offset.
    Regular(PathBuf),
    /// A pipe or device, which can be read once, from start to end.
    Stream(PathBuf),
    StandardInput,
}

impl Handle {
    /// The path to show in messages.
    pub(crate) fn path(&self) -> &Path {
        match self {
            Handle::Regular(path) | Handle::Stream(path) => path,
            Handle::StandardInput => Path::new(STANDARD_INPUT),
        }
    }

    /// Returns true for what can be read only once.
    pub(crate) fn is_stream(&self) -> bool {
        match self {
            Handle::Regular(_) => false,
            Handle::Stream(_) | Handle::StandardInput => true,
        }
    }

    /// Opens a file that can be read at any offset.
    pub(crate) fn reader(&self) -> io::Result<File> {
        match self {
            Handle::Regular(path) => File::open(path),
            Handle::Stream(_) | Handle::StandardInput => Err(io::ErrorKind::NotSeekable.into()),
        }
    }

    /// Returns what the first bytes show the file to be.
    pub(crate) fn head_kind(&self, limits: &Limits) -> Option<HeadKind> {
        head_kind(&mut self.reader().ok()?, limits)
    }

    /// Opens the packages in a file.
    pub(crate) fn open(
        &self,
        name: &str,
        limits: &Limits,
        with_sha256: bool,
    ) -> Result<Opened, ErrorKind> {
        let bytes = match self {
            Handle::Regular(_) => {
                let mut file = self.reader().map_err(read_failed)?;
                let packages = open(name, &mut file, limits);
                let sha256 = with_sha256.then(|| sha256_of(file).ok().flatten());
                return Ok(Opened {
                    packages,
                    sha256: sha256.flatten(),
                });
            }
            Handle::Stream(path) => read_all(File::open(path).map_err(read_failed)?, limits)?,
            Handle::StandardInput => read_all(io::stdin().lock(), limits)?,
        };
        Ok(Opened {
            sha256: with_sha256.then(|| hex(&Sha256::digest(&bytes))),
            packages: open(name, &mut Cursor::new(bytes), limits),
        })
    }
}

/// What a file contains.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) packages: Vec<Package>,
    /// SHA-256 of the file, in hexadecimal. `None` if the caller didn't ask for it, or if the file is too large.
    pub(crate) sha256: Option<String>,
}

/// Size in bytes of the largest file whose SHA-256 is computed. Packages are far smaller, and reading a larger file whole
/// would take longer than answering it.
const MAX_HASHED: u64 = 64 << 20;

/// Returns the SHA-256 of a file; `None` if it is too large.
fn sha256_of(mut file: File) -> io::Result<Option<String>> {
    if file.metadata()?.len() > MAX_HASHED {
        return Ok(None);
    }
    file.rewind()?;
    let mut hash = Sha256::new();
    let mut reader = BufReader::with_capacity(1 << 16, file);
    loop {
        let bytes = reader.fill_buf()?;
        if bytes.is_empty() {
            return Ok(Some(hex(&hash.finalize())));
        }
        hash.update(bytes);
        let length = bytes.len();
        reader.consume(length);
    }
}

/// Reads a stream to its end, but not more than may be read of one input.
fn read_all(stream: impl Read, limits: &Limits) -> Result<Vec<u8>, ErrorKind> {
    let limit = limits.read_bytes;
    // Reserves everything at once: a vector that grows is in memory twice while it moves. Pages that stay unused cost
    // nothing.
    let capacity = usize::try_from(limit.saturating_add(1)).unwrap_or(0);
    let mut bytes = Vec::with_capacity(capacity);
    let mut stream = stream.take(limit.saturating_add(1));
    stream.read_to_end(&mut bytes).map_err(read_failed)?;
    match bytes.len() as u64 <= limit {
        true => Ok(bytes),
        false => Err(ErrorKind::Limit(Limit::ReadBytes)),
    }
}

fn read_failed(_: io::Error) -> ErrorKind {
    ErrorKind::ReadFailed
}
