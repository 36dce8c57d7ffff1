//! `measure_command_line PROGRAM FOLDER PLOT`: prints what p2s-check costs for many packages as a section of Markdown, and
//! writes the plot. Real packages are those in the folder that `P2S_SAMPLES` names.

use p2s_measure::command_line;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode};

/// The generated package.
const GENERATED: &str = "public/g2.zip";

/// The argument with which this program writes the generated package to its output. It does so in another process, because
/// generating needs more memory than the program that is measured.
const GENERATE: &str = "--generate";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments == [GENERATE] {
        let mut cases = p2s_fixtures::cases().into_iter();
        let generated = cases.find(|case| case.path == GENERATED);
        let bytes = generated.map(|case| case.bytes).unwrap_or_default();
        return match std::io::stdout().write_all(&bytes) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
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
    let generated = std::env::current_exe();
    let generated = generated.and_then(|program| Command::new(program).arg(GENERATE).output());
    match generated {
        Ok(output) if !output.stdout.is_empty() => packages.push(("generated", output.stdout)),
        _ => eprintln!("{GENERATED} can't be generated."),
    }
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
