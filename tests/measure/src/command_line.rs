//! What the command line costs for many packages: instructions for each, elapsed time beside `unzip` and `openssl`, and peak
//! memory.

use crate::run_discarding;
use std::fmt::Write as _;
use std::fs;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Copies for the instructions of one package. What the program needs to start is measured with one copy and subtracted.
const COPIES: usize = 50;

/// Numbers of packages for time and memory.
const NUMBERS: [usize; 5] = [1, 10, 100, 1_000, 10_000];

/// Prints what a certificate's reader by hand does for each package: unpack it, and print each certificate in it.
const BY_HAND: &str = r#"for zip in "$0"/*.zip; do
    unzip -p "$zip" '*.cer*' 2>/dev/null | openssl x509 -inform DER -noout -subject -issuer -dates -fingerprint -sha256
done"#;

/// Measures `p2s-check --json` (`program`) with copies of packages, given with their titles, in `folder`, which is removed
/// afterwards. The first package also gives time and memory; the times are plotted to the file `plot`, as SVG. Copies have
/// one gateway; the folder `different` contains packages of different ones. Returns a section of Markdown. What can't be measured, because valgrind, unzip or openssl is missing, is named in it.
///
/// # Errors
///
/// A file that can't be written, or a program that can't be started.
pub fn command_line(
    program: &Path,
    packages: &[(&str, Vec<u8>)],
    different: &Path,
    folder: &Path,
    plot: &Path,
) -> Result<String> {
    let mut section = String::from("## Command line\n\n");
    let _ = writeln!(
        section,
        "| Package | Bytes | Instructions for each |\n| --- | --- | --- |"
    );
    for (title, bytes) in packages {
        let count = instructions(program, bytes, folder)?;
        let count = count.map_or("valgrind is missing".to_owned(), |count| count.to_string());
        let _ = writeln!(section, "| {title} | {} | {count} |", bytes.len());
    }
    let Some((_, bytes)) = packages.first() else {
        return Ok(section);
    };
    let can_compare = ["unzip", "openssl"].into_iter().all(is_installed);
    if !can_compare {
        section.push_str("\n`unzip` or `openssl` is missing: nothing to compare with.\n");
    }
    let _ = writeln!(
        section,
        "\n| Packages | p2s-check, seconds | unzip and openssl, seconds | Peak memory, KiB |\n| --- | --- | --- | --- |"
    );
    let (mut times, mut times_by_hand) = (Vec::new(), Vec::new());
    for number in NUMBERS {
        let copies = copies(bytes, folder, number)?;
        let usage = run_discarding(Command::new(program).arg("--json").arg(&copies))?;
        let time = usage.elapsed.as_secs_f64();
        times.push((number, time));
        let mut by_hand = "–".to_owned();
        if can_compare {
            let start = Instant::now();
            let mut shell = Command::new("sh");
            shell.args(["-c", BY_HAND]).arg(&copies);
            shell.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
            let time = start.elapsed().as_secs_f64();
            times_by_hand.push((number, time));
            by_hand = format!("{time:.3}");
        }
        let _ = writeln!(
            section,
            "| {number} | {time:.3} | {by_hand} | {} |",
            usage.peak / 1024
        );
        fs::remove_dir_all(&copies)?;
    }
    let usage = run_discarding(Command::new(program).arg("--json").arg(different))?;
    let _ = writeln!(
        section,
        "| {} of different gateways | {:.3} | – | {} |",
        fs::read_dir(different)?.count(),
        usage.elapsed.as_secs_f64(),
        usage.peak / 1024
    );
    fs::write(
        plot,
        svg(&[("p2s-check", times), ("unzip and openssl", times_by_hand)]),
    )?;
    fs::remove_dir_all(folder)?;
    Ok(section)
}

fn is_installed(program: &str) -> bool {
    let mut command = Command::new("sh");
    command.args(["-c", "command -v \"$0\" > /dev/null", program]);
    command.status().is_ok_and(|status| status.success())
}

/// Writes a package several times, and returns the folder with the copies.
fn copies(bytes: &[u8], folder: &Path, number: usize) -> Result<PathBuf> {
    let folder = folder.join(number.to_string());
    fs::create_dir_all(&folder)?;
    for copy in 0..number {
        fs::write(folder.join(format!("{copy:05}.zip")), bytes)?;
    }
    Ok(folder)
}

/// Counts the instructions for one of many packages; `None` without valgrind.
fn instructions(program: &Path, bytes: &[u8], folder: &Path) -> Result<Option<u64>> {
    if !is_installed("valgrind") {
        return Ok(None);
    }
    let count = |number| -> Result<u64> {
        let copies = copies(bytes, folder, number)?;
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(program)
            .arg("--json")
            .arg(&copies)
            .output()?;
        fs::remove_dir_all(&copies)?;
        let text = String::from_utf8_lossy(&output.stderr);
        let collected = text.lines().find_map(|line| line.split_once("Collected :"));
        let collected = collected.and_then(|(_, number)| number.trim().parse().ok());
        collected.ok_or_else(|| Error::other("callgrind printed no number of instructions"))
    };
    let (one, all) = (count(1)?, count(COPIES + 1)?);
    Ok(Some(all.saturating_sub(one) / COPIES as u64))
}

/// Draws times, in seconds, by numbers of packages, both on logarithmic axes: a straight line is a time that is
/// proportional to the number.
fn svg(lines: &[(&str, Vec<(usize, f64)>)]) -> String {
    const WIDTH: f64 = 640.0;
    const HEIGHT: f64 = 400.0;
    const MARGIN: f64 = 60.0;
    // From 1 ms to 1,000 s.
    const DECADES: f64 = 6.0;
    let x = |number: f64| MARGIN + number.log10() / 4.0 * (WIDTH - 2.5 * MARGIN);
    let y = |time: f64| HEIGHT - MARGIN - (time.log10() + 3.0) / DECADES * (HEIGHT - 2.0 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
         font-size=\"12\">\n<title>Seconds for 1 to 10,000 packages</title>\n<rect width=\"100%\" height=\"100%\" \
         fill=\"#fff\"/>\n"
    );
    let mut label = |x: f64, y: f64, text: &str| {
        let _ = writeln!(svg, "<text x=\"{x:.0}\" y=\"{y:.0}\">{text}</text>");
    };
    for number in NUMBERS {
        label(
            x(number as f64) - 10.0,
            HEIGHT - MARGIN + 20.0,
            &number.to_string(),
        );
    }
    for (time, text) in [
        (0.001, "1 ms"),
        (0.1, "0.1 s"),
        (10.0, "10 s"),
        (1_000.0, "1,000 s"),
    ] {
        label(5.0, y(time), text);
    }
    label(WIDTH / 2.0, HEIGHT - 15.0, "packages");
    for ((name, times), color) in lines.iter().zip(["#0067b8", "#a4262c"]) {
        let points: Vec<String> = times
            .iter()
            .map(|(number, time)| format!("{:.1},{:.1}", x(*number as f64), y(*time)))
            .collect();
        if let Some((number, time)) = times.last() {
            let (x, y) = (x(*number as f64) - 90.0, y(*time) - 10.0);
            let _ = writeln!(
                svg,
                "<text x=\"{x:.0}\" y=\"{y:.0}\" fill=\"{color}\">{name}</text>"
            );
        }
        let points = points.join(" ");
        let _ = writeln!(
            svg,
            "<polyline points=\"{points}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"/>"
        );
    }
    svg.push_str("</svg>\n");
    svg
}
