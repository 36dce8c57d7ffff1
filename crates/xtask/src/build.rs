//! From the sources to `dist/site/`: the prose, Trunk, shrinking, the policy, the commit; and the one file out of it.

use crate::commit::Commit;
use crate::tools::Tools;
use crate::{Failure, Result, html, onefile, paths, policy, process};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The workspace has one version.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Most memory that the module may take: a bomb traps there within milliseconds.
const MAX_MEMORY: u32 = 128 << 20;

/// Builds the site as it is released.
pub fn site() -> Result<()> {
    let tools = Tools::ready()?;
    println!("Building the page, optimised (1 to 3 minutes from nothing) …");
    trunk(&tools, &paths::site(), &["--release"])?;
    let glue = paths::site().join("p2s-web.js");
    write(&glue, &without_own_address(&read(&glue)?)?)?;
    shrink(&tools, &paths::site())?;
    let page = paths::site().join("index.html");
    let finished = with_build(&with_policy(&read(&page)?)?, Commit::current()?.as_ref());
    write(&page, &finished)?;
    let one_file = onefile::assemble(&paths::site())?;
    write(&paths::one_file(), &one_file)?;
    // The site offers it for keeping.
    write(&paths::site().join("p2s-check.html"), &one_file)
}

/// Builds the site for looking at while it changes: not shrunk.
pub(crate) fn quick_site(tools: &Tools, folder: &Path) -> Result<()> {
    trunk(tools, folder, &[])
}

/// Writes what is generated from the product's crates; see `generate/`.
pub fn generate(what: &str, to: &Path) -> Result<()> {
    if paths::root() != paths::own_root() && to.is_file() {
        // The second build of `cargo xtask test` was given it.
        return Ok(());
    }
    let mut command = process::cargo(&paths::root());
    process::run(
        command
            .args(["run", "--quiet", "--package", "p2s-generate", "--", what])
            .arg(to),
    )
}

fn trunk(tools: &Tools, folder: &Path, options: &[&str]) -> Result<()> {
    generate("prose", &paths::prose())?;
    fs::create_dir_all(folder).map_err(Failure::file("create", folder))?;
    let mut command = tools.trunk()?;
    command
        .args(["build", "--log", "warn"])
        .args(options)
        .arg("--dist")
        .arg(folder);
    // Encoded: it wins over every other place that flags can come from, and paths may have spaces.
    process::run(
        command
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", rust_flags()?),
    )
}

/// The compiler's flags for the page: the one place for them.
fn rust_flags() -> Result<OsString> {
    let rustc = |arguments: &[&str]| {
        let output = process::output(
            Command::new("rustc")
                .current_dir(paths::root())
                .args(arguments),
        );
        output.ok_or_else(|| Failure::new("rustc does not run; rustup brings it."))
    };
    let about = rustc(&["-vV"])?;
    let commit = about
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .unwrap_or_default();
    let sysroot = rustc(&["--print", "sysroot"])?;
    let sysroot = Path::new(sysroot.trim());

    // No path of this machine may get into the module: it would differ from machine to machine. The last that
    // fits holds, so the general ones stand first.
    let mut folders = Vec::new();
    if let Some(home) = std::env::home_dir() {
        folders.push((home.clone(), "/home".to_owned()));
        let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), Into::into);
        // The registry's folder is named after its address.
        let sources = cargo.join("registry/src");
        folders.push((cargo, "/cargo".to_owned()));
        let registries = fs::read_dir(sources).into_iter().flatten().flatten();
        folders.extend(registries.map(|registry| (registry.path(), "/crates".to_owned())));
    }
    folders.push((sysroot.to_owned(), "/toolchain".to_owned()));
    // As the standard library was compiled; with its sources installed rustc shows where they lie instead.
    folders.push((
        sysroot.join("lib/rustlib/src/rust"),
        format!("/rustc/{commit}"),
    ));
    folders.push((paths::root(), "/p2s-check".to_owned()));
    folders.push((paths::target(), "/p2s-check/target".to_owned()));

    let mut flags = OsString::from(format!("-Clink-arg=--max-memory={MAX_MEMORY}"));
    for (from, to) in folders {
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(from);
        flags.push("=");
        flags.push(to);
    }
    Ok(flags)
}

/// The page with the site's policy in its head. Something inline would not run under it, so there may be none.
fn with_policy(page: &str) -> Result<String> {
    let mut place = None;
    for tag in html::tags(page) {
        let runs = tag.name == "script" && tag.attribute("src").is_none();
        if runs || tag.name == "style" || tag.attribute("style").is_some() {
            let shown = page.get(tag.range.clone()).unwrap_or_default();
            return Err(Failure::new(format!(
                "The page's policy would block what is inline in it: {shown}"
            )));
        }
        if tag.name == "meta" && tag.attribute("charset").is_some() {
            place = Some(tag.range.end);
        }
    }
    let place = place.ok_or_else(|| Failure::new("index.html has no <meta charset>."))?;
    Ok(html::replace(
        page,
        &[(place..place, policy::meta(policy::SITE))],
    ))
}

/// The page with version, commit and the commit's day where it says `data-build`, in the words of that language.
fn with_build(page: &str, commit: Option<&Commit>) -> String {
    let text = |language: Option<&str>| match (commit, language) {
        (None, _) => VERSION.to_owned(),
        (Some(Commit { hash, day }), Some("ja")) => format!("{VERSION} (コミット {hash}、{day})"),
        (Some(Commit { hash, day }), _) => format!("{VERSION} (commit {hash}, {day})"),
    };
    let pieces: Vec<_> = html::tags(page)
        .iter()
        .filter(|tag| tag.attribute("data-build").is_some())
        .map(|tag| {
            (
                tag.range.end..tag.range.end,
                text(tag.attribute("data-build")),
            )
        })
        .collect();
    html::replace(page, &pieces)
}

/// The glue without the line by which it works out its own address: that throws in a frame that has none (`srcdoc`), and
/// boot.js hands it the module anyway.
fn without_own_address(glue: &str) -> Result<String> {
    const LINE: &str =
        "script_src = new URL(document.currentScript.src, location.href).toString();";
    match glue.matches(LINE).count() {
        1 => Ok(glue.replace(LINE, "")),
        _ => Err(Failure::new(
            "The glue that wasm-bindgen wrote works out its own address in another way than is known here.",
        )),
    }
}

/// The module, the scripts and the style, each in its place. Here and not by Trunk: its minifier gives other bytes
/// each time, and plain `-Oz` is what was measured.
fn shrink(tools: &Tools, folder: &Path) -> Result<()> {
    let entries = fs::read_dir(folder).map_err(Failure::file("read", folder))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        match path.extension().and_then(OsStr::to_str) {
            Some("wasm") => {
                let mut command = tools.tool("wasm-opt")?;
                command.args(["-Oz", "--strip-debug", "--strip-producers"]);
                process::run(command.arg(&path).arg("-o").arg(&path))?;
            }
            Some("js" | "css") => {
                let mut command = tools.tool("esbuild")?;
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
            _ => {}
        }
    }
    Ok(())
}

/// Writes a text file of ours.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(Failure::file("write", path))
}

/// A text file of ours.
pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(Failure::file("read", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_stands_behind_the_encoding() {
        let page =
            with_policy("<head><meta charset=utf-8><script src=a.js></script>").unwrap_or_default();
        assert!(
            page.starts_with(
                "<head><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\""
            )
        );
    }

    #[test]
    fn version_and_commit_stand_where_the_page_wants_them_and_nothing_stands_for_an_unknown_one() {
        let page = "<p><b data-build=\"ja\"></b><b data-build=\"en\"></b>";
        let commit = Commit {
            hash: "0123456789ab".into(),
            day: "2026-11-24".into(),
        };
        let known = with_build(page, Some(&commit));
        assert!(
            known.contains("(コミット 0123456789ab、2026-11-24)</b>"),
            "{known}"
        );
        assert!(
            known.contains("(commit 0123456789ab, 2026-11-24)</b>"),
            "{known}"
        );
        let unknown = with_build(page, None);
        assert!(
            unknown.contains(&format!("<b data-build=\"en\">{VERSION}</b>")),
            "{unknown}"
        );
    }

    #[test]
    fn a_page_with_something_inline_is_refused() {
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
