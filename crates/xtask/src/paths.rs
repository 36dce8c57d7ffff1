//! Where things lie.

use crate::{Failure, Result};
use std::env;
use std::path::{Path, PathBuf};

/// The folder of the workspace that is built: this program's own, or the one that `P2S_CHECK_ROOT` names, for the
/// second build of `cargo xtask test`.
pub fn root() -> PathBuf {
    env::var_os(ROOT).map_or_else(own_root, PathBuf::from)
}

pub(crate) const ROOT: &str = "P2S_CHECK_ROOT";

/// The folder of the workspace that this program comes from.
pub fn own_root() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::canonicalize(&folder).unwrap_or(folder)
}

/// `dist/`: what is released.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// `dist/site/`: the static site.
pub fn site() -> PathBuf {
    dist().join("site")
}

/// `dist/p2s-check.html`: the page as one file.
pub fn one_file() -> PathBuf {
    dist().join("p2s-check.html")
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// `target/prose.html`: the static text of the page, which index.html takes in. Always in the workspace's own
/// target folder, because index.html names it by a fixed path.
pub fn prose() -> PathBuf {
    root().join("target").join("prose.html")
}

/// The folder of real packages that the tests try as well: the one that `P2S_SAMPLES` names, else `shared/samples`
/// beside the repository; `None` where there is none.
pub(crate) fn samples() -> Result<Option<PathBuf>> {
    let named = env::var_os(SAMPLES).filter(|name| !name.is_empty());
    let folder = match &named {
        Some(name) => PathBuf::from(name),
        None => root().join("../shared/samples"),
    };
    match (std::fs::canonicalize(&folder), named) {
        (Ok(folder), _) if folder.is_dir() => Ok(Some(folder)),
        (_, None) => Ok(None),
        (_, Some(_)) => Err(Failure::new(format!(
            "{SAMPLES} names {}, which isn't a folder.",
            folder.display()
        ))),
    }
}

/// The variable through which the tests learn of that folder.
pub(crate) const SAMPLES: &str = "P2S_SAMPLES";

/// `<cache>/p2s-check`: what a clean clone finds again.
pub fn cache() -> Result<PathBuf> {
    let absolute = |name| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("p2s-check"))
        .ok_or_else(|| Failure::new("HOME is not set, so there is no place to keep the tools in."))
}
