//! Files for the tests.

use crate::Result;
use p2s_fixtures::Case;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Returns the folder of generated fixtures.
pub fn fixtures() -> PathBuf {
    xtask::paths::root().join("tests/fixtures")
}

/// Returns a generated file with the layout of a real one.
pub fn twin(name: &str) -> PathBuf {
    fixtures().join("twins").join(name)
}

/// Returns the file of a case.
pub fn of_case(case: &Case) -> PathBuf {
    fixtures().join(&case.path)
}

/// Returns one case for each rule, state of today's root and error, with one input each.
pub fn one_of_each_answer() -> Vec<Case> {
    let mut seen = BTreeSet::new();
    let mut cases = p2s_fixtures::cases();
    cases.retain(|case| case.others.is_empty() && seen.insert((case.rule, case.today, case.error)));
    cases
}

/// Returns a complete package: not affected in 2019, with a root that is retired in 2026.
pub fn package() -> PathBuf {
    twin("openvpn-cert-g1.zip")
}

/// Returns every file below a folder, sorted by path.
pub fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = xtask::files::files_below(folder, |_| false)?;
    let files: Vec<PathBuf> = files.iter().map(|path| folder.join(path)).collect();
    match files.is_empty() {
        true => Err(format!("{} is empty", folder.display()).into()),
        false => Ok(files),
    }
}

/// Creates a file for one test.
pub fn create_file(name: &str, bytes: &[u8]) -> Result<PathBuf> {
    Ok(create_file_in("", name, bytes)?.join(name))
}

/// Creates files whose packages have different answers, each under a name with its number.
pub fn packages(folder: &str, count: usize) -> Result<Vec<PathBuf>> {
    let kinds = [
        "public/g1.zip",
        "public/g2.zip",
        "own/singular.zip",
        "migration/both-roots-everywhere.zip",
        "wrong/document.pdf",
    ];
    let kinds = kinds.iter().cycle().take(count);
    let create = |(number, kind): (usize, &&str)| {
        let bytes = std::fs::read(fixtures().join(kind))?;
        let name = Path::new(kind).file_name().ok_or("no name")?;
        let path = format!("{number:04}-{}", name.display());
        Ok(create_file_in(folder, &path, &bytes)?.join(path))
    };
    kinds.enumerate().map(create).collect()
}

static CREATING: std::sync::Mutex<()> = std::sync::Mutex::new(());

/// Creates a file for one test at a path in a folder. Returns the folder.
pub fn create_file_in(folder: &str, path: &str, bytes: &[u8]) -> Result<PathBuf> {
    let folder = xtask::paths::target()
        .join("browser/files")
        .join(format!("{}", std::process::id()))
        .join(folder);
    let file = folder.join(path);
    std::fs::create_dir_all(file.parent().unwrap_or(&folder))?;
    // The tests of two engines create the same file, and a browser can't read one that was written again.
    let _lock = CREATING.lock();
    if std::fs::read(&file).ok().as_deref() != Some(bytes) {
        std::fs::write(&file, bytes)?;
    }
    Ok(folder)
}
