//! The files that both pages are asked about.

use p2s_browser_tests::{Result, files};
use p2s_fixtures::Certificate;
use p2s_measure::{Large, Shape};
use std::path::{Path, PathBuf};

/// Numbers of packages and of certificates that are chosen at once.
const PACKAGES: usize = 100;
const CERTIFICATES: usize = 1000;

/// Files of every row.
pub(crate) struct Inputs {
    /// Packages that are chosen one after another.
    pub(crate) packages: Vec<PathBuf>,
    /// A sentence about these packages for the document.
    pub(crate) about_packages: String,
    /// A self-extracting program of the usual size.
    pub(crate) program: PathBuf,
    /// Packages that are chosen together.
    pub(crate) many_packages: Vec<PathBuf>,
    /// Certificates that are chosen together.
    pub(crate) certificates: Vec<PathBuf>,
    /// A package with an entry of 4 GiB that consists of zeros. Removed with this value.
    pub(crate) large: Large,
}

impl Inputs {
    /// Creates the files. The packages are real ones if `P2S_SAMPLES` names a folder that contains some.
    pub(crate) fn create() -> Result<Self> {
        let real = real_packages();
        let (packages, kind) = match real.is_empty() {
            true => {
                let names = ["openvpn-cert-g1.zip", "openvpn-aad-only-g1.zip"];
                (names.map(files::twin).to_vec(), "generated packages")
            }
            false => (real, "real packages"),
        };
        let sizes = packages.iter().map(|path| Ok(path.metadata()?.len()));
        let sizes: Vec<String> = sizes
            .map(|size: std::io::Result<u64>| Ok(size?.to_string()))
            .collect::<Result<_>>()?;
        let about_packages = format!("{kind} ({} bytes)", sizes.join(" and "));
        let package = std::fs::read(files::package())?;
        let many_packages = (0..PACKAGES)
            .map(|number| files::create_file(&format!("package-{number:03}.zip"), &package));
        let certificates = (0..CERTIFICATES).map(|number| {
            let name = format!("AzureGateway-0badcafe-0000-4000-8000-{number:012x}.cloudapp.net");
            let der = Certificate::own(&name).der();
            files::create_file(&format!("certificate-{number:04}.cer"), &der)
        });
        let folder = xtask::paths::target().join("bench");
        Ok(Inputs {
            many_packages: many_packages.collect::<Result<_>>()?,
            certificates: certificates.collect::<Result<_>>()?,
            program: files::fixtures().join("programs/like-a-real-one.exe"),
            large: Large::make(&folder, Shape::LargeEntry, "large.zip", 4 << 30, false)?,
            packages,
            about_packages,
        })
    }
}

/// Returns the real packages, at most two, sorted by path.
fn real_packages() -> Vec<PathBuf> {
    if std::env::var_os("P2S_SAMPLES").is_none() {
        return Vec::new();
    }
    let is_zip = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "zip");
    p2s_fixtures::samples()
        .into_iter()
        .filter(is_zip)
        .take(2)
        .collect()
}

/// Returns the paths as the file control takes them.
pub(crate) fn borrowed(paths: &[PathBuf]) -> Vec<&Path> {
    paths.iter().map(PathBuf::as_path).collect()
}
