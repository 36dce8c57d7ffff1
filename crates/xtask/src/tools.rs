//! The tools that build the page, and their versions: Trunk, wasm-bindgen, wasm-opt, esbuild, the wasm target.

use crate::install::{Crate, Package};
use crate::{Failure, Result, paths, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target that the page is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Trunk: newer ones want a newer Rust than the pinned one.
const TRUNK: &str = "0.21.14";
/// npm's binaryen, for wasm-opt: it is the newest wherever there is npm; Debian's is too old for today's modules.
const BINARYEN: &str = "132.0.0";
/// npm's esbuild, to minify: the same bytes every time, which Trunk's own minifier does not give.
const ESBUILD: &str = "0.28.2";

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
            minutes: "2 to 6 minutes",
        };
        let bindgen = Crate {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &wasm_bindgen,
            options: &[],
            minutes: "1 to 2 minutes",
        };
        let binaryen_says = format!("version {}", BINARYEN.split('.').next().unwrap_or(BINARYEN));
        let wasm_opt = Package {
            package: "binaryen",
            program: "wasm-opt",
            version: BINARYEN,
            says: &binaryen_says,
        };
        let esbuild = Package {
            package: "esbuild",
            program: "esbuild",
            version: ESBUILD,
            says: ESBUILD,
        };
        let found = [
            trunk.ready()?,
            bindgen.ready()?,
            wasm_opt.ready()?,
            esbuild.ready()?,
        ];
        Ok(Tools {
            folders: found.into_iter().flatten().collect(),
            wasm_bindgen,
        })
    }

    /// Trunk, with the pinned tools before everything else on its PATH.
    pub(crate) fn trunk(&self) -> Result<Command> {
        let mut command = self.tool("trunk")?;
        command
            .current_dir(paths::root())
            .env("TRUNK_TOOLS_WASM_BINDGEN", &self.wasm_bindgen)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // Trunk knows it as a switch with a value, and ends over the usual "1".
            .env_remove("NO_COLOR");
        Ok(command)
    }

    /// One of the others: `wasm-opt`, `esbuild`.
    pub(crate) fn tool(&self, program: &str) -> Result<Command> {
        let mut command = Command::new(program);
        command.env("PATH", process::path_with(&self.folders)?);
        Ok(command)
    }
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
