//! The tools that build the page, in pinned versions: Trunk, wasm-bindgen, wasm-opt, esbuild, the wasm target.

use crate::install::{CargoTool, NpmTool};
use crate::{Failure, Result, paths, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compilation target of the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Version of Trunk. Newer ones require a newer Rust than the pinned one.
const TRUNK: &str = "0.21.14";
/// Version of npm's binaryen, which contains wasm-opt. Debian's is too old for current modules.
const BINARYEN: &str = "132.0.0";
/// Version of npm's esbuild. Its minifier is deterministic; Trunk's isn't.
const ESBUILD: &str = "0.28.2";

/// The tools that build the page, ready to run.
pub(crate) struct Tools {
    /// Folders to prepend to PATH, so that Trunk finds every tool and downloads none.
    folders: Vec<PathBuf>,
    /// Version of wasm-bindgen, which the crate and the tool must share.
    wasm_bindgen: String,
}

impl Tools {
    /// Finds or installs all tools.
    pub(crate) fn find_or_install() -> Result<Self> {
        wasm_target()?;
        let wasm_bindgen = wasm_bindgen_version(&paths::root())?;
        let trunk = CargoTool {
            package: "trunk",
            program: "trunk",
            version: TRUNK,
            options: &["--no-default-features", "--features", "rustls"],
            install_time: "2 to 6 minutes",
        };
        let bindgen = CargoTool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &wasm_bindgen,
            options: &[],
            install_time: "1 to 2 minutes",
        };
        let binaryen_version =
            format!("version {}", BINARYEN.split('.').next().unwrap_or(BINARYEN));
        let wasm_opt = NpmTool {
            package: "binaryen",
            program: "wasm-opt",
            version: BINARYEN,
            version_text: &binaryen_version,
        };
        let esbuild = NpmTool {
            package: "esbuild",
            program: "esbuild",
            version: ESBUILD,
            version_text: ESBUILD,
        };
        let found = [
            trunk.ensure_installed()?,
            bindgen.ensure_installed()?,
            wasm_opt.ensure_installed()?,
            esbuild.ensure_installed()?,
        ];
        Ok(Tools {
            folders: found.into_iter().flatten().collect(),
            wasm_bindgen,
        })
    }

    /// Returns a Trunk command whose PATH starts with the pinned tools.
    pub(crate) fn trunk(&self) -> Result<Command> {
        let mut command = self.command("trunk")?;
        command
            .current_dir(paths::root())
            .env("TRUNK_TOOLS_WASM_BINDGEN", &self.wasm_bindgen)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // Trunk parses this variable as a Boolean option and rejects the usual value "1".
            .env_remove("NO_COLOR");
        Ok(command)
    }

    /// Returns a command for another tool: `wasm-opt` or `esbuild`.
    pub(crate) fn command(&self, program: &str) -> Result<Command> {
        let mut command = Command::new(program);
        command.env("PATH", process::path_with(&self.folders)?);
        Ok(command)
    }
}

/// Adds the wasm target if rustup doesn't have it.
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
        // A Rust without rustup may provide the target. If it doesn't, the compiler reports that.
        None => Ok(()),
    }
}

/// Returns the version of wasm-bindgen in Cargo.lock, which the tool must match.
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
            Failure::new("Cargo.lock has no wasm-bindgen, so the version of its tool is unknown.")
        })
}
