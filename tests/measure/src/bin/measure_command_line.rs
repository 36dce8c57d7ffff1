//! `measure_command_line PROGRAM FOLDER PLOT`: prints what p2s-check costs for many packages as a section of Markdown, and
//! writes the plot. Real packages are those in the folder that `P2S_SAMPLES` names.

use p2s_measure::command_line;
use std::path::Path;
use std::process::ExitCode;

/// The generated package.
const GENERATED: &str = "public/g2.zip";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [program, folder, plot] = arguments.as_slice() else {
        eprintln!("Usage: measure_command_line PROGRAM FOLDER PLOT");
        return ExitCode::FAILURE;
    };
    let mut packages = Vec::new();
    if let Some(samples) = std::env::var_os("P2S_SAMPLES") {
        let path = Path::new(&samples).join("packages/2022-04_openvpn-cert_g1.zip");
        match std::fs::read(&path) {
            Ok(bytes) => packages.push(("real", bytes)),
            Err(error) => eprintln!("{}: {error}", path.display()),
        }
    }
    let cases = p2s_fixtures::cases().into_iter();
    let generated = cases.filter(|case| case.path == GENERATED);
    packages.extend(generated.map(|case| ("generated", case.bytes)));
    let measured = command_line(
        Path::new(program),
        &packages,
        Path::new(folder),
        Path::new(plot),
    );
    match measured {
        Ok(section) => {
            print!("{section}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
