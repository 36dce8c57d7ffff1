//! The command and its options.

use crate::{Failure, Result};
use lexopt::prelude::*;

/// The words of `--help`.
pub const HELP: &str = "\
cargo xtask serve [--port N] [--watch]   build the page and serve it on 127.0.0.1 (port 8080)
                                         --watch: build again at every change
cargo xtask test                         everything that CI runs
cargo xtask dist                         write dist/site/, dist/p2s-check.html, dist/embed.js, dist/SHA256SUMS
cargo xtask again                        build all that in another folder too, and compare every byte
cargo xtask sizes                        sizes of all that: raw, gzip, brotli; the one file's limit; its time to ready
cargo xtask fixtures                     write tests/fixtures again
cargo xtask fuzz [TARGET] [--seconds N]  the fuzzer over one target or all (60 seconds each; nightly)
cargo xtask measure                      time and memory of hostile and huge input (docs/hostile-input.md)
cargo xtask screenshots [FOLDER]         pictures of the page (target/screenshots)
";

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Build and serve.
    Serve {
        /// Port on 127.0.0.1.
        port: u16,
        /// Build again at every change.
        watch: bool,
    },
    /// Everything that CI runs.
    Test,
    /// Write the artefacts.
    Dist,
    /// Write them again, elsewhere, and compare.
    Again,
    /// Print their sizes.
    Sizes,
    /// Write the fixtures.
    Fixtures,
    /// Measure hostile and huge input.
    Measure,
    /// Run the fuzzer.
    Fuzz {
        /// One of its targets; `None`: all.
        target: Option<String>,
        /// How long each.
        seconds: u32,
    },
    /// Take pictures of the page.
    Screenshots {
        /// Where they go; `None`: target/screenshots.
        folder: Option<String>,
    },
    /// Say what there is.
    Help,
}

/// Reads the command line.
pub fn parse(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Result<Command> {
    let mut parser = lexopt::Parser::from_args(arguments);
    read(&mut parser)
        .map_err(|error| Failure::new(format!("{error}. `cargo xtask --help` says what there is.")))
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
    let (mut target, mut seconds) = (None, 60);
    while let Some(argument) = parser.next()? {
        match (name.as_str(), argument) {
            ("serve", Long("port")) => port = parser.value()?.parse()?,
            ("serve", Long("watch")) => watch = true,
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
        "again" => Command::Again,
        "sizes" => Command::Sizes,
        "fixtures" => Command::Fixtures,
        "measure" => Command::Measure,
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
    fn what_is_not_known_is_refused() {
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
