//! Parses the command line of `cargo xtask`.

use crate::{Failure, Result};
use lexopt::prelude::*;

/// Text of `cargo xtask --help`.
pub const HELP: &str = "\
cargo xtask serve [--port N] [--watch]   build the page and serve it on 127.0.0.1 (port 8080)
                                         --watch: rebuild at every change
cargo xtask test                         run everything that CI runs
cargo xtask dist                         write dist/site/, dist/p2s-check.html, dist/embed.js, dist/p2s-check.1,
                                         dist/SHA256SUMS
cargo xtask pseudo-locale                write the site with the pseudo-locale en-XA to target/pseudo-locale
                                         (docs/translating.md)
cargo xtask verify-reproducible          build dist/ a second time in another folder and compare every byte
cargo xtask sizes [--write]              print the sizes of dist/ (raw, gzip, Brotli), compare them with
                                         docs/sizes.txt and measure the one-file page's time to ready
                                         --write: write docs/sizes.txt instead of comparing
cargo xtask fixtures                     write tests/fixtures
cargo xtask fuzz [TARGET] [--seconds N]  fuzz one target or all (60 seconds each; needs a nightly toolchain)
cargo xtask measure                      measure time and memory of hostile and huge input (docs/hostile-input.md)
cargo xtask bench [--rounds N]           measure the page beside a JavaScript page for the same job, in both browsers
                                         (20 rounds), and write the tables of docs/performance.md
cargo xtask architecture                 write the diagrams of docs/architecture.md
cargo xtask screenshots [FOLDER]         take screenshots of the page (target/screenshots)
";

/// A command with its options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Builds the page and serves it.
    Serve {
        /// Port on 127.0.0.1.
        port: u16,
        /// Rebuilds at every change of the sources.
        watch: bool,
    },
    /// Runs everything that CI runs.
    Test,
    /// Writes the release artefacts.
    Dist,
    /// Writes the site with the pseudo-locale.
    PseudoLocale,
    /// Builds the artefacts a second time in another folder and compares them.
    VerifyReproducible,
    /// Prints the sizes of the artefacts and compares them with docs/sizes.txt.
    Sizes {
        /// Writes docs/sizes.txt instead.
        write: bool,
    },
    /// Writes the fixtures.
    Fixtures,
    /// Measures hostile and huge input.
    Measure,
    /// Measures the page beside a JavaScript page for the same job.
    Bench {
        /// Number of rounds.
        rounds: u32,
    },
    /// Runs the fuzzer.
    Fuzz {
        /// Name of one target, or `None` for all of them.
        target: Option<String>,
        /// Duration for each target, in seconds.
        seconds: u32,
    },
    /// Takes screenshots of the page.
    Screenshots {
        /// Destination folder, or `None` for target/screenshots.
        folder: Option<String>,
    },
    /// Writes the diagrams of docs/architecture.md.
    Architecture,
    /// Prints the help.
    Help,
}

/// Parses the arguments after the program's name. Fails with a sentence that mentions `--help`.
pub fn parse(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Result<Command> {
    let mut parser = lexopt::Parser::from_args(arguments);
    read(&mut parser)
        .map_err(|error| Failure::new(format!("{error}. `cargo xtask --help` lists the commands.")))
}

fn read(parser: &mut lexopt::Parser) -> std::result::Result<Command, lexopt::Error> {
    let Some(first) = parser.next()? else {
        return Ok(Command::Help);
    };
    let name = match first {
        Short('h') | Long("help") => return Ok(Command::Help),
        Value(name) => name.string()?,
        other => return Err(other.unexpected()),
    };
    let (mut port, mut watch, mut folder) = (8080, false, None);
    let (mut write, mut rounds) = (false, 20);
    let (mut target, mut seconds) = (None, 60);
    while let Some(argument) = parser.next()? {
        match (name.as_str(), argument) {
            ("serve", Long("port")) => port = parser.value()?.parse()?,
            ("serve", Long("watch")) => watch = true,
            ("sizes", Long("write")) => write = true,
            ("bench", Long("rounds")) => rounds = parser.value()?.parse()?,
            ("fuzz", Long("seconds")) => seconds = parser.value()?.parse()?,
            ("fuzz", Value(value)) if target.is_none() => target = Some(value.string()?),
            ("screenshots", Value(value)) if folder.is_none() => folder = Some(value.string()?),
            (_, Short('h') | Long("help")) => return Ok(Command::Help),
            (_, other) => return Err(other.unexpected()),
        }
    }
    Ok(match name.as_str() {
        "serve" => Command::Serve { port, watch },
        "test" => Command::Test,
        "dist" => Command::Dist,
        "pseudo-locale" => Command::PseudoLocale,
        "verify-reproducible" => Command::VerifyReproducible,
        "sizes" => Command::Sizes { write },
        "fixtures" => Command::Fixtures,
        "measure" => Command::Measure,
        "bench" => Command::Bench { rounds },
        "architecture" => Command::Architecture,
        "fuzz" => Command::Fuzz { target, seconds },
        "screenshots" => Command::Screenshots { folder },
        "help" => Command::Help,
        _ => return Err(format!("There is no command `{name}`").into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(arguments: &[&str]) -> Option<Command> {
        parse(arguments.iter().map(Into::into)).ok()
    }

    #[test]
    fn serve_takes_a_port_and_watch() {
        assert_eq!(
            command(&["serve"]),
            Some(Command::Serve {
                port: 8080,
                watch: false
            })
        );
        let both = command(&["serve", "--port", "9000", "--watch"]);
        assert_eq!(
            both,
            Some(Command::Serve {
                port: 9000,
                watch: true
            })
        );
    }

    #[test]
    fn the_fuzzer_takes_a_target_and_a_time() {
        let fuzz = |target: Option<&str>, seconds| Command::Fuzz {
            target: target.map(str::to_owned),
            seconds,
        };
        assert_eq!(command(&["fuzz"]), Some(fuzz(None, 60)));
        let both = command(&["fuzz", "zip", "--seconds", "5"]);
        assert_eq!(both, Some(fuzz(Some("zip"), 5)));
    }

    #[test]
    fn bench_takes_a_number_of_rounds() {
        assert_eq!(command(&["bench"]), Some(Command::Bench { rounds: 20 }));
        let three = command(&["bench", "--rounds", "3"]);
        assert_eq!(three, Some(Command::Bench { rounds: 3 }));
    }

    #[test]
    fn unknown_commands_and_options_are_refused() {
        for wrong in [
            &["tests"][..],
            &["test", "--port", "1"],
            &["serve", "--port", "x"],
            &["dist", "x"],
        ] {
            assert_eq!(command(wrong), None, "{wrong:?}");
        }
    }
}
