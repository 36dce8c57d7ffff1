//! `cargo xtask sizes`: prints raw and compressed sizes of the released files, the parts of the one-file page and its
//! time to ready. Checks the limits.

use crate::{Failure, Result, build, compress, dist, html, paths, process, system_packages};
use std::fs;

/// The one-file page, and the limit of its size in bytes: mail systems and wikis accept attachments of this size.
const ONE_FILE: (&str, usize) = ("p2s-check.html", 446_000);

/// Files that a first visit to the site loads.
const FIRST_VISIT: [&str; 5] = [
    "site/index.html",
    "site/styles.css",
    "site/p2s-web.js",
    "site/boot.js",
    "site/p2s-web_bg.wasm",
];

/// Prints the sizes of what `dist` wrote. Fails if the one-file page exceeds its limit, or if a file has grown by more than a
/// hundredth since docs/sizes.txt was written; with `write`, writes that file.
pub fn run(write: bool) -> Result<()> {
    let rows = rows()?;
    let table = render(&rows);
    print!("{table}");
    print_parts()?;
    print_time_to_ready()?;
    let (name, limit) = ONE_FILE;
    let size = find(&rows, name).ok_or_else(no_dist)?.sizes[0];
    if size > limit {
        return Err(Failure::new(format!(
            "{name} has {size} bytes; the limit is {limit}."
        )));
    }
    let snapshot = paths::root().join("docs/sizes.txt");
    if write {
        return build::write(&snapshot, &table);
    }
    match growth(&parse(&build::read(&snapshot)?), &rows) {
        None => Ok(()),
        Some(sentence) => Err(Failure::new(format!(
            "{sentence} If it must be so, run `cargo xtask sizes --write` and commit docs/sizes.txt."
        ))),
    }
}

/// A file, and its size in bytes: raw, with gzip, with Brotli.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    name: String,
    sizes: [usize; 3],
}

fn no_dist() -> Failure {
    Failure::new("There is no dist/ yet. Run `cargo xtask dist` first.")
}

/// Measures the files of `dist/`, and last of all what a first visit loads.
fn rows() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let mut first_visit = [0; 3];
    for path in dist::artefacts().map_err(|_| no_dist())? {
        let name = dist::relative_name(&path);
        if name.ends_with(".gz") || name.ends_with(".br") {
            continue;
        }
        let bytes = fs::read(&path).map_err(|_| no_dist())?;
        let sizes = [
            bytes.len(),
            compress::gzip(&bytes)?.len(),
            compress::brotli(&bytes)?.len(),
        ];
        if FIRST_VISIT.contains(&name.as_str()) {
            let sums = first_visit.iter_mut().zip(sizes);
            sums.for_each(|(sum, size)| *sum += size);
        }
        rows.push(Row { name, sizes });
    }
    rows.push(Row {
        name: "first visit to the site".to_owned(),
        sizes: first_visit,
    });
    Ok(rows)
}

fn render(rows: &[Row]) -> String {
    let mut table = format!(
        "{:<28}{:>10}{:>10}{:>10}\n",
        "bytes", "raw", "gzip", "brotli"
    );
    for Row { name, sizes } in rows {
        let cells: String = sizes.iter().map(|size| format!("{size:>10}")).collect();
        table.push_str(&format!("{name:<28}{cells}\n"));
    }
    table
}

/// Reads what [`render`] wrote.
fn parse(table: &str) -> Vec<Row> {
    let row = |line: &str| {
        let mut name = line;
        let mut number = || {
            let (rest, number) = name.rsplit_once(' ')?;
            name = rest.trim_end();
            number.parse().ok()
        };
        let (brotli, gzip, raw) = (number()?, number()?, number()?);
        let name = name.to_owned();
        Some(Row {
            name,
            sizes: [raw, gzip, brotli],
        })
    };
    table.lines().filter_map(row).collect()
}

fn find<'r>(rows: &'r [Row], name: &str) -> Option<&'r Row> {
    rows.iter().find(|row| row.name == name)
}

/// Returns a sentence about a file that is new or missing, or that has grown by more than a hundredth.
fn growth(before: &[Row], now: &[Row]) -> Option<String> {
    if let Some(Row { name, .. }) = before.iter().find(|row| find(now, &row.name).is_none()) {
        return Some(format!("docs/sizes.txt has {name}, dist/ doesn't."));
    }
    now.iter().find_map(|Row { name, sizes }| {
        let Some(old) = find(before, name) else {
            return Some(format!("{name} isn't in docs/sizes.txt."));
        };
        let mut pairs = old.sizes.iter().zip(sizes);
        let (old, new) = pairs.find(|(old, new)| **new * 100 > **old * 101)?;
        Some(format!(
            "{name} has grown by more than a hundredth: from {old} to {new} bytes."
        ))
    })
}

/// Prints the sizes of the one-file page's parts.
fn print_parts() -> Result<()> {
    let page = build::read(&paths::one_file())?;
    let (mut module, mut prose, mut script, mut style) = (0, 0, 0, 0);
    for tag in html::tags(&page) {
        let size = tag.element_range(&page).len();
        match (tag.name.as_str(), tag.attribute("id")) {
            ("script", Some("wasm")) => module += size,
            ("script", Some("packed-prose")) => prose += size,
            ("script", _) => script += size,
            ("style", _) => style += size,
            _ => {}
        }
    }
    println!("\np2s-check.html, {} bytes:", page.len());
    for (name, size) in [
        ("module and glue, packed", module),
        ("script", script),
        ("style", style),
        ("prose, packed", prose),
        (
            "prose and text, readable",
            page.len() - module - prose - script - style,
        ),
    ] {
        println!("  {name:<28}{size:>10}");
    }
    Ok(())
}

/// Prints the time until the one-file page accepts a package, measured in a browser.
fn print_time_to_ready() -> Result<()> {
    system_packages::ensure_installed(&[system_packages::CHROMIUM, system_packages::CHROMEDRIVER])?;
    let mut command = process::cargo(&paths::root());
    println!();
    process::run(command.args([
        "run",
        "--quiet",
        "--package",
        "p2s-browser-tests",
        "--bin",
        "ready",
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, sizes: [usize; 3]) -> Row {
        Row {
            name: name.to_owned(),
            sizes,
        }
    }

    #[test]
    fn the_table_is_read_back() {
        let rows = [
            row("site/index.html", [198_748, 45_150, 32_298]),
            row("first visit to the site", [9_753_610, 402_394, 328_421]),
            row("site/a-name-that-is-longer-than-its-column", [1, 2, 3]),
        ];
        assert_eq!(parse(&render(&rows)), rows);
    }

    #[test]
    fn growth_by_a_hundredth_is_allowed() {
        let before = [row("a", [1000, 200, 100])];
        for sizes in [[1010, 202, 101], [1, 1, 1]] {
            assert_eq!(growth(&before, &[row("a", sizes)]), None);
        }
        for sizes in [[1011, 200, 100], [1000, 203, 100], [1000, 200, 102]] {
            assert!(growth(&before, &[row("a", sizes)]).is_some(), "{sizes:?}");
        }
        assert!(growth(&before, &[]).is_some());
        assert!(growth(&[], &before).is_some());
    }
}
