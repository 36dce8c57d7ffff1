//! Writes the report while its inputs are still being read.

use crate::arguments::{CheckArguments, UsageError};
use p2s_batch::{GatewayFacts, assemble, compare_gateways, count};
use p2s_report::{
    Language, Need, Needs, Supplement, Tone, answers, clients_csv, counts_words, csv_input,
    csv_start, escape_invisible, json_end, json_input, json_separator, json_start, markdown_end,
    markdown_gateways, markdown_input, text_end, text_gateways, text_input,
};
use p2s_verdict::{InputReport, Report, Summary, Verdict};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, IsTerminal as _, Write};
use std::path::Path;

/// Where an input stands: its name, its place among what was given, and its number in the answer of its job.
type Position = (String, (usize, usize), usize);

/// The form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Markdown,
    Json,
    Csv,
    /// The table of clients alone, as CSV.
    ClientsCsv,
}

impl Format {
    pub(crate) const ALL: [Self; 5] = [
        Self::Text,
        Self::Markdown,
        Self::Json,
        Self::Csv,
        Self::ClientsCsv,
    ];

    /// Returns the name on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::ClientsCsv => "clients-csv",
        }
    }

    /// Returns true if the report contains what isn't in its JSON, such as the SHA-256 of files.
    pub(crate) fn has_supplements(self) -> bool {
        match self {
            Self::Text | Self::Markdown => true,
            Self::Json | Self::Csv | Self::ClientsCsv => false,
        }
    }
}

/// An input as it will be written, with what the end of the report counts.
#[derive(Debug)]
pub(crate) struct Written {
    name: String,
    verdict: Verdict,
    need: Need,
    is_read: bool,
    facts: Option<GatewayFacts>,
    text: String,
}

impl Written {
    /// Writes an input. `sha256` is that of its file.
    pub(crate) fn new(
        input: InputReport,
        sha256: Option<&str>,
        arguments: &CheckArguments,
        has_color: bool,
    ) -> Self {
        let (now, language) = (arguments.options.now, arguments.language);
        let supplement = Supplement {
            sha256,
            deadline: arguments.deadline,
        };
        let text = match arguments.format {
            Format::Text if has_color => {
                let text = text_input(&input, now, supplement, language);
                with_color(&text, &input, arguments)
            }
            Format::Text => text_input(&input, now, supplement, language),
            Format::Markdown => markdown_input(&input, now, supplement, language),
            Format::Json => json_input(&input),
            Format::Csv => csv_input(&input, now, language),
            Format::ClientsCsv => String::new(),
        };
        Written {
            verdict: input.verdict,
            need: Need::new(&input, now),
            is_read: input.is_read(),
            facts: GatewayFacts::new(&input),
            text,
            name: input.name,
        }
    }
}

/// Returns the text of an input with its first line in the color of the answer on top.
fn with_color(text: &str, input: &InputReport, arguments: &CheckArguments) -> String {
    let answers = answers(input, arguments.options.now, None, arguments.language);
    let Some((heading, rest)) = text.split_once('\n') else {
        return text.to_owned();
    };
    let color = match answers.first().map(|answer| answer.tone) {
        Some(Tone::Affected) => 31,
        Some(Tone::Action) => 33,
        Some(Tone::Well) => 32,
        Some(Tone::Open) | None => 36,
    };
    format!("\u{1b}[1;{color}m{heading}\u{1b}[0m\n{rest}")
}

/// Returns true if the report is written in color: on a terminal, unless the variable NO_COLOR is set and not empty
/// (<https://no-color.org>).
///
/// Never on Windows: a console there shows escape sequences as text unless the program calls its interface, which needs unsafe
/// code.
pub(crate) fn has_color(arguments: &CheckArguments) -> bool {
    let is_refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let is_on_terminal = arguments.output.is_none() && io::stdout().is_terminal();
    is_on_terminal && !is_refused && !cfg!(windows)
}

/// Why the report can't be written to a file.
pub(crate) enum OutputError {
    Usage(UsageError),
    /// The file can't be written. The path is escaped for a terminal.
    File(String),
}

/// Opens what the report is written to. A file that exists is replaced.
fn open(arguments: &CheckArguments) -> Result<Box<dyn Write>, OutputError> {
    let Some(path) = &arguments.output else {
        return Ok(match arguments.quiet {
            true => Box::new(io::sink()),
            false => Box::new(io::stdout().lock()),
        });
    };
    let name = escape_invisible(&path.to_string_lossy());
    let is_same = |input: &Path| match (fs::canonicalize(input), fs::canonicalize(path)) {
        (Ok(input), Ok(output)) => input.is_file() && input == output,
        _ => false,
    };
    if arguments
        .paths
        .iter()
        .any(|input| is_same(Path::new(input)))
    {
        return Err(OutputError::Usage(UsageError::OutputIsInput(name)));
    }
    let file = File::create(path).map_err(|_| OutputError::File(name))?;
    Ok(Box::new(BufWriter::new(file)))
}

/// The report, with the inputs that may not be written yet: of `a.zip` and `a.zip-x`, the first can contain `a.zip/b.zip`,
/// which stands after both.
pub(crate) struct Output {
    format: Format,
    language: Language,
    target: Box<dyn Write>,
    result: io::Result<()>,
    held: BTreeMap<Position, (String, Option<GatewayFacts>)>,
    /// The facts of the inputs that are written, with their positions in the report.
    facts: Vec<(u64, GatewayFacts)>,
    /// The report without its inputs; `summary` counts those so far.
    report: Report,
    inputs: u64,
    needs: Needs,
}

impl Output {
    /// Opens the output and writes the start of the report.
    pub(crate) fn new(arguments: &CheckArguments) -> Result<Self, OutputError> {
        let mut output = Output {
            format: arguments.format,
            language: arguments.language,
            target: open(arguments)?,
            result: Ok(()),
            held: BTreeMap::new(),
            facts: Vec::new(),
            report: assemble(Vec::new(), &arguments.options, 0),
            inputs: 0,
            needs: Needs::default(),
        };
        match output.format {
            Format::Text | Format::Markdown | Format::ClientsCsv => {}
            Format::Json => output.write(&json_start(&output.report)),
            Format::Csv => output.write(&csv_start(output.language)),
        }
        Ok(output)
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
            self.needs.add(input.need);
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
            if let Some(mut facts) = facts {
                if let Some((_, last)) = self.facts.last() {
                    facts.share(last);
                }
                self.facts.push((self.inputs, facts));
            }
            if self.format == Format::Json {
                self.write(json_separator(self.inputs == 0));
            }
            self.inputs = self.inputs.saturating_add(1);
            self.write(&text);
        }
    }

    /// Writes the end of the report. Returns the first error of writing.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.report.gateways = compare_gateways(&std::mem::take(&mut self.facts));
        let (report, language) = (&self.report, self.language);
        let summary = self.summary_words();
        let end = match self.format {
            Format::Text => {
                text_gateways(&report.gateways, language) + &text_end(report, &summary, language)
            }
            Format::Markdown => {
                markdown_gateways(&report.gateways, language)
                    + &markdown_end(report, &summary, language)
            }
            Format::Json => json_end(report, self.is_empty()),
            Format::Csv => String::new(),
            Format::ClientsCsv => clients_csv(&report.gateways, language),
        };
        self.write(&end);
        std::mem::replace(&mut self.result, Ok(()))?;
        self.target.flush()
    }

    /// Returns the number of inputs with each verdict.
    pub(crate) fn summary(&self) -> &Summary {
        &self.report.summary
    }

    /// Returns how many inputs ask for what.
    pub(crate) fn needs(&self) -> &Needs {
        &self.needs
    }

    /// Returns the last line of the report.
    pub(crate) fn summary_words(&self) -> String {
        counts_words(&self.report.summary, &self.needs, self.language)
    }

    /// Returns true if no input is written.
    pub(crate) fn is_empty(&self) -> bool {
        self.inputs == 0
    }

    fn write(&mut self, text: &str) {
        if self.result.is_ok() {
            self.result = self.target.write_all(text.as_bytes());
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
