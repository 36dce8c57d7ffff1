//! Writes the report while its inputs are still being read.

use crate::arguments::CheckArguments;
use p2s_batch::{GatewayFacts, assemble, compare_gateways, count};
use p2s_report::{
    Language, asks_for_action, counts_words, json_end, json_input, json_separator, json_start,
    text_end, text_gateways, text_input,
};
use p2s_verdict::{InputReport, Options, Report, Summary, Verdict};
use std::collections::BTreeMap;
use std::io::{self, ErrorKind, StdoutLock, Write as _};

/// Where an input stands: its name, its place among what was given, and its number in the answer of its job.
type Position = (String, (usize, usize), usize);

/// How inputs are written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    Json,
    Text(Language),
}

/// An input as it will be written, with what the end of the report counts.
#[derive(Debug)]
pub(crate) struct Written {
    name: String,
    verdict: Verdict,
    is_read: bool,
    asks_for_action: bool,
    facts: Option<GatewayFacts>,
    text: String,
}

impl Written {
    pub(crate) fn new(input: InputReport, form: Form, options: &Options) -> Self {
        Written {
            verdict: input.verdict,
            is_read: input.is_read(),
            asks_for_action: asks_for_action(&input, options.now),
            facts: GatewayFacts::new(&input),
            text: match form {
                Form::Json => json_input(&input),
                Form::Text(language) => text_input(&input, options.now, language),
            },
            name: input.name,
        }
    }
}

/// Standard output, with the inputs that may not be written yet: of `a.zip` and `a.zip-x`, the first can contain
/// `a.zip/b.zip`, which stands after both.
pub(crate) struct Output {
    form: Form,
    stdout: StdoutLock<'static>,
    result: io::Result<()>,
    held: BTreeMap<Position, (String, Option<GatewayFacts>)>,
    /// The facts of the inputs that are written, with their positions in the report.
    facts: Vec<(u64, GatewayFacts)>,
    /// The report without its inputs; `summary` counts those so far.
    report: Report,
    inputs: u64,
    actions: u64,
}

impl Output {
    /// Writes the start of the report.
    pub(crate) fn new(arguments: &CheckArguments) -> Self {
        let mut output = Output {
            form: arguments.form(),
            stdout: io::stdout().lock(),
            result: Ok(()),
            held: BTreeMap::new(),
            facts: Vec::new(),
            report: assemble(Vec::new(), &arguments.options, 0),
            inputs: 0,
            actions: 0,
        };
        if let Form::Json = output.form {
            let start = json_start(&output.report);
            output.write(&start);
        }
        output
    }

    /// Adds files that clearly aren't packages.
    pub(crate) fn skip(&mut self, files: u64) {
        let skipped = &mut self.report.summary.skipped;
        *skipped = skipped.saturating_add(files);
    }

    /// Adds the inputs that a job answered, with the place of the job.
    pub(crate) fn add(&mut self, place: (usize, usize), inputs: Vec<Written>) {
        for (number, input) in inputs.into_iter().enumerate() {
            count(&mut self.report.summary, input.verdict, input.is_read);
            self.actions = self.actions.saturating_add(input.asks_for_action.into());
            let position = (input.name, place, number);
            self.held.insert(position, (input.text, input.facts));
        }
    }

    /// Writes all inputs before `next`, the position of the next job; without one, all.
    pub(crate) fn write_until(&mut self, next: Option<(&str, (usize, usize))>) {
        while let Some(first) = self.held.first_entry() {
            let (name, place, _) = first.key();
            if next.is_some_and(|next| next <= (name.as_str(), *place)) {
                return;
            }
            let (text, facts) = first.remove();
            self.facts.extend(facts.map(|facts| (self.inputs, facts)));
            if let Form::Json = self.form {
                self.write(json_separator(self.inputs == 0));
            }
            self.inputs = self.inputs.saturating_add(1);
            self.write(&text);
        }
    }

    /// Writes the end of the report. Returns the first error of writing.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.report.gateways = compare_gateways(&std::mem::take(&mut self.facts));
        let end = match self.form {
            Form::Json => json_end(&self.report, self.is_empty()),
            Form::Text(language) => {
                let summary = counts_words(&self.report.summary, self.actions, language);
                text_gateways(&self.report.gateways, language) + &text_end(&summary)
            }
        };
        self.write(&end);
        std::mem::replace(&mut self.result, Ok(()))?;
        self.stdout.flush()
    }

    /// Returns the number of inputs with each verdict.
    pub(crate) fn summary(&self) -> &Summary {
        &self.report.summary
    }

    /// Returns true if no input is written.
    pub(crate) fn is_empty(&self) -> bool {
        self.inputs == 0
    }

    fn write(&mut self, text: &str) {
        if self.result.is_ok() {
            self.result = self.stdout.write_all(text.as_bytes());
        }
    }
}

/// Returns whether a report or text was written. A reader that closes the pipe early has seen what it wanted: that is a
/// success.
pub(crate) fn is_complete(result: &io::Result<()>) -> bool {
    match result {
        Ok(()) => true,
        Err(error) => error.kind() == ErrorKind::BrokenPipe,
    }
}
