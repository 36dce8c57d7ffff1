//! The module and its glue, as they are released: without what is never used, and arranged so that they pack well.

mod arrange;
mod silence;
mod unused;

use crate::build::{read, write};
use crate::tools::Tools;
use crate::{Failure, Result, paths, process};
use std::path::Path;
use wasmparser::{Data, DataKind, Operator};

/// Optimizes the module and the glue of a site in place.
pub(crate) fn optimize(tools: &Tools, site: &Path) -> Result<()> {
    let module = site.join("p2s-web_bg.wasm");
    silence::silence(&module, &paths::linked_module())?;
    let mut command = tools.command("wasm-opt")?;
    // Rebuilding the control flow between the passes makes the module 1 % smaller. --low-memory-unused is true of all but
    // the last KiB of the stack, which Rust puts at the start of the memory.
    command.args(["--strip-debug", "--strip-producers", "--low-memory-unused"]);
    command.args(["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"]);
    process::run(command.arg(&module).arg("-o").arg(&module))?;
    let names = arrange::arrange(&module)?;
    let glue = site.join("p2s-web.js");
    write(&glue, &names.rename(&without_script_src(&read(&glue)?)?)?)
}

/// Removes the line with which the glue determines its own address. It throws in a frame without an address (`srcdoc`),
/// and boot.js passes the module anyway.
fn without_script_src(glue: &str) -> Result<String> {
    const LINE: &str =
        "script_src = new URL(document.currentScript.src, location.href).toString();";
    match glue.matches(LINE).count() {
        1 => Ok(glue.replace(LINE, "")),
        _ => Err(Failure::new(
            "The glue by this version of wasm-bindgen determines its own address in an unknown way.",
        )),
    }
}

/// Returns the address of a segment, if it is in memory from the start.
fn start_of(data: &Data) -> Option<usize> {
    let DataKind::Active { offset_expr, .. } = &data.kind else {
        return None;
    };
    match offset_expr.get_operators_reader().read().ok()? {
        Operator::I32Const { value } => usize::try_from(value).ok(),
        _ => None,
    }
}
