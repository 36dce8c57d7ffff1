//! Compiles the words of all languages to Rust.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=words");
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            println!("cargo::error={sentence}");
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), String> {
    let is_module = variable("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    let with_pseudo_locale = variable("CARGO_FEATURE_PSEUDO_LOCALE").is_ok();
    let words = Path::new("words");
    let catalogues =
        p2s_words::read(words, with_pseudo_locale).map_err(|error| error.to_string())?;
    let source = p2s_words::compile(&catalogues, is_module).map_err(|error| error.to_string())?;
    let file = Path::new(&variable("OUT_DIR")?).join("words.rs");
    std::fs::write(&file, source).map_err(|error| format!("{}: {error}", file.display()))
}

fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("Cargo sets no {name}."))
}
