//! The progress on a terminal.

use crate::arguments::CheckArguments;
use p2s_report::{Language, words};
use std::io::{self, IsTerminal as _, Write as _};

/// A line on standard error that is overwritten. Nothing is written if standard error isn't a terminal or with `--quiet`.
pub(crate) struct Progress {
    language: Language,
    is_shown: bool,
    /// The number of bytes in the line, which is at least its number of columns.
    width: usize,
}

impl Progress {
    pub(crate) fn new(arguments: &CheckArguments) -> Self {
        Progress {
            language: arguments.language,
            is_shown: !arguments.quiet && io::stderr().is_terminal(),
            width: 0,
        }
    }

    /// Shows which input of several is read.
    pub(crate) fn show(&mut self, number: usize, total: usize) {
        if !self.is_shown || total < 2 {
            return;
        }
        let line = words::Reading {
            number: &number.to_string(),
            total: &total.to_string(),
        }
        .text(self.language);
        self.width = line.len();
        self.write(&format!("\r{line}"));
    }

    /// Removes the line, so that the report or a message can be written there.
    pub(crate) fn clear(&mut self) {
        if self.width > 0 {
            self.write(&format!("\r{}\r", " ".repeat(self.width)));
            self.width = 0;
        }
    }

    fn write(&self, text: &str) {
        let mut stderr = io::stderr();
        let _ = stderr
            .write_all(text.as_bytes())
            .and_then(|()| stderr.flush());
    }
}
