//! The table of steps at the end of `cargo xtask test`, and the line that counts the results.

use std::time::Duration;

/// Numbers of test results. A step without tests counts as one test.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl Counts {
    pub(crate) const PASSED: Counts = Counts {
        passed: 1,
        failed: 0,
        skipped: 0,
    };
    pub(crate) const FAILED: Counts = Counts {
        passed: 0,
        failed: 1,
        skipped: 0,
    };

    pub(crate) fn add(&mut self, more: Counts) {
        self.passed += more.passed;
        self.failed += more.failed;
        self.skipped += more.skipped;
    }
}

/// Result of a step.
#[derive(Debug, Clone)]
pub(crate) enum Outcome {
    /// The step ran. The note gives details, such as the reason for skipped tests.
    Ran(Counts, String),
    /// The step did not run, with the reason. A failed prerequisite is counted in its own step.
    NotRun(String),
}

/// A row of the table.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) outcome: Outcome,
    pub(crate) duration: Duration,
}

/// Returns the sum of all counts.
pub(crate) fn total(rows: &[Row]) -> Counts {
    let mut total = Counts::default();
    for row in rows {
        if let Outcome::Ran(counts, _) = row.outcome {
            total.add(counts);
        }
    }
    total
}

/// Returns the table, with the counts alone on the last line.
pub(crate) fn render(rows: &[Row]) -> String {
    let width = rows
        .iter()
        .map(|row| row.name.len())
        .max()
        .unwrap_or_default();
    let mut text = String::new();
    for Row {
        name,
        outcome,
        duration,
    } in rows
    {
        let (result, note) = match outcome {
            Outcome::Ran(counts, note) => (summary(*counts), note),
            Outcome::NotRun(why) => ("not run".to_owned(), why),
        };
        let cells = format!(
            "{name:<width$}  {:>6.1} s  {result:<32}  {note}",
            duration.as_secs_f32()
        );
        text.push_str(cells.trim_end());
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&summary(total(rows)));
    text.push('\n');
    text
}

fn summary(counts: Counts) -> String {
    format!(
        "{} passed, {} failed, {} skipped",
        counts.passed, counts.failed, counts.skipped
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_contains_only_the_counts() {
        let row = |name, outcome| Row {
            name,
            outcome,
            duration: Duration::from_millis(1500),
        };
        let counts = Counts {
            passed: 3,
            failed: 0,
            skipped: 2,
        };
        let text = render(&[
            row("format", Outcome::Ran(Counts::FAILED, String::new())),
            row(
                "tests",
                Outcome::Ran(counts, "ignored in the source".into()),
            ),
            row("browsers", Outcome::NotRun("the page was not built".into())),
        ]);
        assert_eq!(text.lines().last(), Some("3 passed, 1 failed, 2 skipped"));
        assert_eq!(
            text.lines().next(),
            Some("format       1.5 s  0 passed, 1 failed, 0 skipped")
        );
        assert!(text.contains("not run                           the page was not built"));
    }
}
