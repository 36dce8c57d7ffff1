//! `cargo xtask sizes`: what each released file weighs, raw and as servers send it.

use crate::{Failure, Result, dist, process, system};
use std::process::Command;

/// Node has both compressors; a line of raw, gzip and brotli a file.
const MEASURE: &str = "const z = require('zlib'), f = require('fs');\
    for (const p of process.argv.slice(1)) { const b = f.readFileSync(p);\
    console.log(b.length, z.gzipSync(b, { level: 9 }).length, z.brotliCompressSync(b).length) }";

/// Prints the sizes of what `dist` wrote.
pub fn run() -> Result<()> {
    system::ready(&[system::NODE])?;
    let files = dist::artefacts()
        .map_err(|_| Failure::new("There is no dist/ yet. `cargo xtask dist` makes it."))?;
    let output = process::output(
        Command::new("node")
            .args(["-e", MEASURE, "--"])
            .args(&files),
    );
    let output = output
        .ok_or_else(|| Failure::new("There is no dist/ yet. `cargo xtask dist` makes it."))?;
    println!("{:<28}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli");
    let mut site = [0_u64; 3];
    for (path, line) in files.iter().zip(output.lines()) {
        let name = dist::name(path);
        let sizes: Vec<u64> = line
            .split(' ')
            .filter_map(|size| size.parse().ok())
            .collect();
        row(&name, &sizes);
        if name.starts_with("site/") {
            site.iter_mut()
                .zip(&sizes)
                .for_each(|(sum, size)| *sum += size);
        }
    }
    row("site/ together", &site);
    Ok(())
}

fn row(name: &str, sizes: &[u64]) {
    let cells: String = sizes.iter().map(|size| format!("{size:>10}")).collect();
    println!("{name:<28}{cells}");
}
