//! `measure_command_line PROGRAM FOLDER PLOT`: prints what p2s-check costs for many packages as a section of Markdown, and
//! writes the plot. Real packages are those in the folder that `P2S_SAMPLES` names.

use p2s_measure::command_line;
use std::io::{Error, Result};
use std::path::Path;
use std::process::{Command, ExitCode};

/// Number of packages of different gateways.
const GATEWAYS: usize = 10_000;

/// The argument with which this program writes those packages to a folder. It does so in another process, because generating
/// needs more memory than the program that is measured.
const GENERATE: &str = "--generate";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [GENERATE, folder] => generate(Path::new(folder)),
        [program, folder, plot] => measure(Path::new(program), Path::new(folder), Path::new(plot)),
        _ => {
            eprintln!("Usage: measure_command_line PROGRAM FOLDER PLOT");
            return ExitCode::FAILURE;
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn generate(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    (0..GATEWAYS).try_for_each(|number| {
        let package = p2s_fixtures::package_of_gateway(number);
        std::fs::write(folder.join(format!("{number:05}.zip")), package)
    })
}

fn measure(program: &Path, folder: &Path, plot: &Path) -> Result<()> {
    let different = folder.join("different");
    if different.exists() {
        std::fs::remove_dir_all(&different)?;
    }
    let mut generator = Command::new(std::env::current_exe()?);
    if !generator.arg(GENERATE).arg(&different).status()?.success() {
        return Err(Error::other("the packages can't be generated"));
    }
    let mut packages = Vec::new();
    if let Some(samples) = std::env::var_os("P2S_SAMPLES") {
        let path = Path::new(&samples).join("packages/2022-04_openvpn-cert_g1.zip");
        match std::fs::read(&path) {
            Ok(bytes) => packages.push(("real", bytes)),
            Err(error) => eprintln!("{}: {error}", path.display()),
        }
    }
    packages.push(("generated", std::fs::read(different.join("00000.zip"))?));
    print!(
        "{}",
        command_line(program, &packages, &different, folder, plot)?
    );
    Ok(())
}
