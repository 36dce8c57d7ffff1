//! Paths of the workspace, the release and the cache.

use crate::{Failure, Result};
use std::env;
use std::path::{Path, PathBuf};

/// Returns the root of the workspace to build: the one that `P2S_CHECK_ROOT` names (for the second build of
/// `verify_reproducible`), else the one that this program was compiled from.
pub fn root() -> PathBuf {
    env::var_os(ROOT_VARIABLE).map_or_else(compiled_root, PathBuf::from)
}

pub(crate) const ROOT_VARIABLE: &str = "P2S_CHECK_ROOT";

/// Returns the root of the workspace that this program was compiled from.
pub fn compiled_root() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::canonicalize(&folder).unwrap_or(folder)
}

/// Returns `dist/`, the folder of released files.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Returns `dist/site/`, the static site.
pub fn site() -> PathBuf {
    dist().join("site")
}

/// Returns `dist/p2s-check.html`, the page as one file.
pub fn one_file() -> PathBuf {
    dist().join("p2s-check.html")
}

/// Returns the folder of the site with the pseudo-locale, which only tests use.
pub fn pseudo_locale_site() -> PathBuf {
    target().join("pseudo-locale")
}

/// Returns Cargo's target folder.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Returns the page's module as the linker wrote it, before wasm-bindgen.
pub(crate) fn linked_module() -> PathBuf {
    target().join("wasm32-unknown-unknown/wasm/p2s-web.wasm")
}

/// Returns the folder of real packages for the tests named `real_samples…`: the one that `P2S_SAMPLES` names, else
/// `shared/samples` beside the repository, else `None`.
pub(crate) fn samples() -> Result<Option<PathBuf>> {
    let named = env::var_os(SAMPLES_VARIABLE).filter(|name| !name.is_empty());
    let folder = match &named {
        Some(name) => PathBuf::from(name),
        None => root().join("../shared/samples"),
    };
    match (std::fs::canonicalize(&folder), named) {
        (Ok(folder), _) if folder.is_dir() => Ok(Some(folder)),
        (_, None) => Ok(None),
        (_, Some(_)) => Err(Failure::new(format!(
            "{SAMPLES_VARIABLE} names {}, which isn't a folder.",
            folder.display()
        ))),
    }
}

/// Variable that passes the folder of real packages to the tests.
pub(crate) const SAMPLES_VARIABLE: &str = "P2S_SAMPLES";

/// Returns `<cache>/p2s-check`, which all clones of a user share.
pub fn cache() -> Result<PathBuf> {
    let absolute = |name| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("p2s-check"))
        .ok_or_else(|| Failure::new("HOME is not set, so there is no cache folder for the tools."))
}
