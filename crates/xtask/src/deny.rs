//! Checks the dependencies against deny.toml with cargo-deny: licences, bans and sources, and advisories if their
//! database is reachable.

use crate::install::CargoTool;
use crate::{Result, paths, process};
use std::process::Command;

const CARGO_DENY: &str = "0.20.2";

/// Checks licences, bans and sources for every target. Needs the network only to fetch the crates.
pub(crate) fn check_offline() -> Result<()> {
    process::run(process::cargo(&paths::root()).args(["fetch", "--locked", "--quiet"]))?;
    process::run(cargo_deny()?.args(["--offline", "check", "bans", "licenses", "sources"]))
}

/// Checks the advisories. Returns `None` if their database is unreachable.
pub(crate) fn check_advisories() -> Result<Option<()>> {
    let fetched = process::output(cargo_deny()?.arg("fetch").arg("db"));
    if fetched.is_none() {
        return Ok(None);
    }
    process::run(cargo_deny()?.args(["check", "--disable-fetch", "advisories"])).map(Some)
}

fn cargo_deny() -> Result<Command> {
    let tool = CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: CARGO_DENY,
        options: &["--no-default-features"],
        install_time: "1 to 3 minutes",
    };
    let path = process::path_with(&tool.ensure_installed()?.into_iter().collect::<Vec<_>>())?;
    let mut command = Command::new("cargo-deny");
    command.current_dir(paths::root()).env("PATH", path);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use crate::files::files_below;
    use crate::paths;
    use std::collections::BTreeSet;

    fn read(path: &str) -> String {
        std::fs::read_to_string(paths::root().join(path)).expect("a file of the repository")
    }

    /// Returns the external dependencies that the workspace declares.
    fn declared_dependencies() -> BTreeSet<String> {
        let manifest = read("Cargo.toml");
        let lines = manifest.lines();
        let dependencies = lines
            .skip_while(|line| *line != "[workspace.dependencies]")
            .skip(1)
            .take_while(|line| !line.starts_with('['));
        dependencies
            .filter(|line| !line.contains("path ="))
            .filter_map(|line| line.split_once(" = "))
            .map(|(name, _)| name.to_owned())
            .collect()
    }

    #[test]
    fn the_document_lists_exactly_the_declared_dependencies() {
        let document = read("docs/dependencies.md");
        let rows = document.lines().filter_map(|line| line.strip_prefix("| `"));
        let documented: BTreeSet<String> = rows
            .filter_map(|row| row.split_once('`'))
            .map(|(name, _)| name.to_owned())
            .collect();
        assert_eq!(documented, declared_dependencies());
        assert!(documented.len() > 20, "the list was not found");
    }

    #[test]
    fn each_dependency_of_the_workspace_is_used() {
        let is_excluded = |path: &str| ["target", ".git", "fuzz"].contains(&path);
        let files = files_below(&paths::root(), is_excluded).expect("the files of the repository");
        let manifests = files.iter().filter(|path| path.ends_with("/Cargo.toml"));
        let manifests: String = manifests.map(|path| read(path)).collect();
        for name in declared_dependencies() {
            let uses = [
                format!("\n{name}.workspace"),
                format!("\n{name} = {{ workspace"),
                format!("dependencies.{name}]"),
            ];
            assert!(
                uses.iter().any(|used| manifests.contains(used)),
                "no crate uses {name}"
            );
        }
    }
}
