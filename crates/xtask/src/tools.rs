//! Trunk, wasm-bindgen, wasm-opt and the wasm target: the pinned version on PATH, else in the cache folder, else
//! installed into it.

use crate::{Failure, Result, paths, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target that the page is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Trunk: newer ones want a newer Rust than the pinned one.
const TRUNK: &str = "0.21.14";
/// npm's binaryen, for wasm-opt.
const BINARYEN: &str = "132.0.0";

/// The tools that build the page, ready to run.
pub(crate) struct Tools {
    /// Folders that go before PATH, so that Trunk finds everything and downloads nothing.
    folders: Vec<PathBuf>,
    /// Version of wasm-bindgen, the crate's and the tool's.
    wasm_bindgen: String,
}

impl Tools {
    /// Finds or installs all of them.
    pub(crate) fn ready() -> Result<Self> {
        wasm_target()?;
        let wasm_bindgen = wasm_bindgen_version(&paths::root())?;
        let trunk = Crate {
            package: "trunk",
            program: "trunk",
            version: TRUNK,
            options: &["--no-default-features", "--features", "rustls"],
            minutes: "2 to 4 minutes",
        };
        let bindgen = Crate {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &wasm_bindgen,
            options: &[],
            minutes: "about a minute",
        };
        let found = [trunk.ready()?, bindgen.ready()?, wasm_opt()?];
        Ok(Tools {
            folders: found.into_iter().flatten().collect(),
            wasm_bindgen,
        })
    }

    /// Trunk, with the pinned tools before everything else on its PATH.
    pub(crate) fn trunk(&self) -> Result<Command> {
        let mut command = Command::new("trunk");
        command
            .current_dir(paths::root())
            .env("PATH", process::path_with(&self.folders)?)
            .env("TRUNK_TOOLS_WASM_BINDGEN", &self.wasm_bindgen)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            .env_remove("NO_COLOR");
        Ok(command)
    }

    /// wasm-opt, of the pinned version. Run after Trunk, not by it: `-Oz` as it stands is what was measured.
    pub(crate) fn wasm_opt(&self) -> Result<Command> {
        let mut command = Command::new("wasm-opt");
        command.env("PATH", process::path_with(&self.folders)?);
        Ok(command)
    }
}

/// A tool that cargo installs.
struct Crate<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    options: &'a [&'a str],
    /// How long installing takes.
    minutes: &'a str,
}

impl Crate<'_> {
    /// The folder to put before PATH; `None`: PATH has it already.
    fn ready(&self) -> Result<Option<PathBuf>> {
        if says(Path::new(self.program), self.version) {
            return Ok(None);
        }
        let folder = tool_folder(self.package, self.version)?;
        let bin = folder.join("bin");
        if !says(&bin.join(self.program), self.version) {
            println!(
                "Installing {} {} into {} ({}) …",
                self.package,
                self.version,
                folder.display(),
                self.minutes
            );
            self.install(&folder)?;
        }
        Ok(Some(bin))
    }

    fn install(&self, folder: &Path) -> Result<()> {
        create(folder)?;
        let built = folder.join("build");
        let attempt = |locked: bool| {
            // From the tool's own folder and without what speaks of this workspace's build. Debug: quick to
            // build, and quick enough for a page of this size.
            let mut command = process::cargo(folder);
            command.args([
                "install",
                self.package,
                "--version",
                self.version,
                "--debug",
                "--force",
                "--quiet",
            ]);
            command
                .args(self.options)
                .args(locked.then_some("--locked"));
            command
                .arg("--root")
                .arg(folder)
                .env("CARGO_TARGET_DIR", &built);
            for name in [
                "RUSTFLAGS",
                "CARGO_ENCODED_RUSTFLAGS",
                "CARGO_BUILD_TARGET",
                "CARGO_BUILD_RUSTFLAGS",
            ] {
                command.env_remove(name);
            }
            process::run(&mut command)
        };
        // The lock first; a registry that lags does not have every version in it.
        let outcome = attempt(true).or_else(|_| attempt(false));
        let _ = fs::remove_dir_all(&built);
        outcome
    }
}

/// npm's binaryen: it is the newest wherever there is npm; Debian's is too old to read today's modules.
fn wasm_opt() -> Result<Option<PathBuf>> {
    let version = format!("version {}", major(BINARYEN));
    if says(Path::new("wasm-opt"), &version) {
        return Ok(None);
    }
    let folder = tool_folder("binaryen", BINARYEN)?;
    let bin = folder.join("node_modules/.bin");
    crate::system::ready(&[crate::system::NODE, crate::system::NPM])?;
    if !says(&bin.join("wasm-opt"), &version) {
        println!(
            "Installing wasm-opt (npm's binaryen {BINARYEN}) into {} (about 20 seconds) …",
            folder.display()
        );
        create(&folder)?;
        let mut command = Command::new("npm");
        command.current_dir(&folder).args([
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--loglevel=error",
        ]);
        command
            .arg("--prefix")
            .arg(&folder)
            .arg("--cache")
            .arg(paths::cache()?.join("npm"));
        process::run(command.arg(format!("binaryen@{BINARYEN}")))?;
    }
    Ok(Some(bin))
}

/// Adds the wasm target where rustup doesn't have it yet.
pub(crate) fn wasm_target() -> Result<()> {
    let root = paths::root();
    let installed = process::output(Command::new("rustup").current_dir(&root).args([
        "target",
        "list",
        "--installed",
    ]));
    match installed {
        Some(list) if list.lines().any(|line| line.trim() == WASM) => Ok(()),
        Some(_) => {
            println!("Adding the target {WASM} (about 10 seconds) …");
            process::run(
                Command::new("rustup")
                    .current_dir(&root)
                    .args(["target", "add", WASM]),
            )
        }
        // A Rust without rustup may well have the target; the compiler says so if not.
        None => Ok(()),
    }
}

/// The version that Cargo.lock has: the tool must be of the same.
fn wasm_bindgen_version(root: &Path) -> Result<String> {
    let path = root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(Failure::file("read", &path))?;
    let mut lines = lock
        .lines()
        .skip_while(|line| *line != "name = \"wasm-bindgen\"")
        .skip(1);
    lines
        .next()
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| {
            Failure::new("Cargo.lock has no wasm-bindgen, so its tool's version is not known.")
        })
}

fn tool_folder(name: &str, version: &str) -> Result<PathBuf> {
    Ok(paths::cache()?
        .join("tools")
        .join(format!("{name}-{version}")))
}

fn create(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(Failure::file("create", folder))
}

/// Whether the program runs and names this version, as a word of its own.
fn says(program: &Path, version: &str) -> bool {
    let Some(text) = process::output(Command::new(program).arg("--version")) else {
        return false;
    };
    let first = text.lines().next().unwrap_or_default();
    format!("{first} ").contains(&format!(" {version} "))
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}
