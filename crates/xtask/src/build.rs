//! Builds `dist/site/` from the sources: Trunk, words and version, minification, policy. Builds the one-file page from the
//! result.

use crate::commit::Commit;
use crate::tools::Tools;
use crate::{Failure, Result, html, module, one_file, paths, policy, process};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Version of the workspace, which all its crates share.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Maximum memory of the wasm module in bytes. A memory bomb traps at this limit within milliseconds.
const MAX_MEMORY: u32 = 128 << 20;

/// Builds the site as it is released.
pub fn site() -> Result<()> {
    let tools = Tools::find_or_install()?;
    println!("Building the optimised page (1 to 3 minutes without cached dependencies) …");
    trunk(&tools, &paths::site(), &["--release"], &[])?;
    module::optimize(&tools, &paths::site())?;
    minify(&tools, &paths::site())?;
    let page = paths::site().join("index.html");
    write(&page, &with_policy(&read(&page)?)?)?;
    let one_file = one_file::assemble(&paths::site())?;
    write(&paths::one_file(), &one_file)?;
    // The site offers the one-file page as a download.
    write(&paths::site().join("p2s-check.html"), &one_file)
}

/// Builds the site for development: unoptimised and not minified.
pub(crate) fn development_site(tools: &Tools, folder: &Path) -> Result<()> {
    trunk(tools, folder, &[], &[])
}

/// The feature that adds the pseudo-locale `en-XA` to the languages.
const PSEUDO_LOCALE: &[&str] = &["--features", "p2s-report/pseudo-locale"];

/// Builds the site with the pseudo-locale in [`paths::pseudo_locale_site`].
pub fn pseudo_locale_site() -> Result<()> {
    let tools = Tools::find_or_install()?;
    let folder = paths::pseudo_locale_site();
    trunk(&tools, &folder, &["--release"], PSEUDO_LOCALE)
}

/// Runs the program that writes what is generated from the product's crates; see `generate/`.
///
/// It runs in the folder that this program was compiled in, where it is compiled already, so that it isn't compiled again
/// for a second build in another folder.
pub fn generate(arguments: &[&OsStr], features: &[&str]) -> Result<()> {
    let mut command = process::cargo(&paths::compiled_root());
    command.args(["run", "--quiet", "--package", "p2s-generate"]);
    process::run(command.args(features).arg("--").args(arguments))
}

/// Fills the words, the version and the commit into the files that Trunk wrote.
fn fill_words(folder: &Path, features: &[&str]) -> Result<()> {
    let mut arguments: Vec<&OsStr> = vec!["page".as_ref(), folder.as_ref(), VERSION.as_ref()];
    let commit = Commit::current()?;
    if let Some(Commit { hash, day }) = &commit {
        arguments.extend([OsStr::new(hash), OsStr::new(day)]);
    }
    generate(&arguments, features)
}

fn trunk(tools: &Tools, folder: &Path, options: &[&str], features: &[&str]) -> Result<()> {
    fs::create_dir_all(folder).map_err(Failure::file("create", folder))?;
    let mut command = tools.trunk()?;
    command
        .args(["build", "--log", "warn"])
        .args(options)
        .args(features)
        .arg("--dist")
        .arg(folder);
    // The encoded variable takes precedence over every other source of flags, and it allows spaces in paths.
    process::run(
        command
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", rust_flags()?),
    )?;
    fill_words(folder, features)
}

/// Returns the compiler flags for the page. No other place sets any.
fn rust_flags() -> Result<OsString> {
    let rustc = |arguments: &[&str]| {
        let output = process::output(
            Command::new("rustc")
                .current_dir(paths::root())
                .args(arguments),
        );
        output.ok_or_else(|| Failure::new("rustc does not run. Install it with rustup."))
    };
    let about = rustc(&["-vV"])?;
    let commit = about
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .unwrap_or_default();
    let sysroot = rustc(&["--print", "sysroot"])?;
    let sysroot = Path::new(sysroot.trim());

    // A path of this machine in the module would make the build differ between machines. rustc applies the last
    // matching prefix, so the more general ones come first.
    let mut folders = Vec::new();
    if let Some(home) = std::env::home_dir() {
        folders.push((home.clone(), "/home".to_owned()));
        let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), Into::into);
        // The name of the registry's folder contains a hash of its address.
        let sources = cargo.join("registry/src");
        folders.push((cargo, "/cargo".to_owned()));
        let registries = fs::read_dir(sources).into_iter().flatten().flatten();
        folders.extend(registries.map(|registry| (registry.path(), "/crates".to_owned())));
    }
    folders.push((sysroot.to_owned(), "/toolchain".to_owned()));
    // The precompiled standard library contains this path. With the library's sources installed, rustc would replace it
    // by their location.
    folders.push((
        sysroot.join("lib/rustlib/src/rust"),
        format!("/rustc/{commit}"),
    ));
    folders.push((paths::root(), "/p2s-check".to_owned()));
    folders.push((paths::target(), "/p2s-check/target".to_owned()));

    let mut flags = OsString::from(format!("-Clink-arg=--max-memory={MAX_MEMORY}"));
    // What uses what, for crates/xtask/src/module/unused.rs.
    flags.push("\u{1f}-Clink-arg=--emit-relocs");
    // Disables passes of LLVM that repeat code or keep more values at hand. The module is 1 % smaller without them.
    flags.push("\u{1f}-Cllvm-args=-disable-lsr -enable-pre=false -enable-load-pre=false");
    flags.push("\u{1f}-Cllvm-args=-disable-machine-licm -disable-machine-cse");
    // Loops instead of unrolled rounds: a certificate has few bytes, and the module 6 KB fewer.
    flags.push("\u{1f}--cfg\u{1f}sha2_backend_soft=\"compact\"");
    for (from, to) in folders {
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(from);
        flags.push("=");
        flags.push(to);
    }
    Ok(flags)
}

/// Inserts the site's policy into the page's head. Fails if the page contains inline script or style, which the policy
/// would block.
fn with_policy(page: &str) -> Result<String> {
    let mut insert_at = None;
    for tag in html::tags(page) {
        let runs = tag.name == "script" && tag.attribute("src").is_none();
        if runs || tag.name == "style" || tag.attribute("style").is_some() {
            let element = page.get(tag.range.clone()).unwrap_or_default();
            return Err(Failure::new(format!(
                "The page's policy would block this inline element: {element}"
            )));
        }
        if tag.name == "meta" && tag.attribute("charset").is_some() {
            insert_at = Some(tag.range.end);
        }
    }
    let insert_at = insert_at.ok_or_else(|| Failure::new("index.html has no <meta charset>."))?;
    Ok(html::replace(
        page,
        &[(insert_at..insert_at, policy::meta(policy::SITE))],
    ))
}

/// Minifies scripts and style in place.
///
/// Trunk could do it, but its minifier orders names differently in each run.
fn minify(tools: &Tools, folder: &Path) -> Result<()> {
    let entries = fs::read_dir(folder).map_err(Failure::file("read", folder))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if let Some("js" | "css") = path.extension().and_then(OsStr::to_str) {
            let mut command = tools.command("esbuild")?;
            command.args([
                "--minify",
                "--log-level=warning",
                "--allow-overwrite",
                "--charset=utf8",
            ]);
            let mut outfile = OsString::from("--outfile=");
            outfile.push(&path);
            process::run(command.arg(&path).arg(outfile))?;
        }
    }
    Ok(())
}

/// Writes a text file.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(Failure::file("write", path))
}

/// Reads a text file.
pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(Failure::file("read", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_follows_the_encoding() {
        let page =
            with_policy("<head><meta charset=utf-8><script src=a.js></script>").unwrap_or_default();
        assert!(
            page.starts_with(
                "<head><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\""
            )
        );
    }

    #[test]
    fn inline_script_and_style_are_refused() {
        for inline in [
            "<script>1</script>",
            "<style>a{}</style>",
            "<p style=color:red>",
        ] {
            assert!(
                with_policy(&format!("<meta charset=utf-8>{inline}")).is_err(),
                "{inline}"
            );
        }
    }
}
