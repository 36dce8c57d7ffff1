//! The report as lines of text, and as plain text for a terminal. As on the page, the answer that needs an action comes
//! first.

use crate::message::codes::{
    class_words, finding_words, kind_words, model_words, proof_words, reason_words, roots_words,
    rule_words,
};
use crate::{
    Answer, Language, Message, answers, client_table, client_words, comparison_words,
    escape_invisible, gateway_heading, gateway_type_words, summary_words, unordered_words, words,
};
use p2s_package::{Date, Timestamp};
use p2s_verdict::{Evidence, GatewayReport, InputReport, Kind, Report};
use std::fmt::Write as _;

/// What the caller adds to an input: the report doesn't contain it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Supplement<'s> {
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: Option<&'s str>,
    /// The deadline in the reader's notification.
    pub deadline: Option<Date>,
}

/// Returns the text that the command line prints. It contains no control characters but newlines. `supplements` are those
/// of the inputs, in their order.
pub fn text(report: &Report, supplements: &[Supplement<'_>], language: Language) -> String {
    report_text(report, supplements, language, FORMAT)
}

/// Returns the part of a [`text`] that compares the packages and clients of each gateway, after the inputs.
pub fn text_gateways(gateways: &[GatewayReport], language: Language) -> String {
    gateways_text(gateways, language, FORMAT)
}

/// Returns the [`text`] of one input of a report that is for the moment `now`.
pub fn text_input(
    input: &InputReport,
    now: Timestamp,
    supplement: Supplement<'_>,
    language: Language,
) -> String {
    input_text(input, now, supplement, language, FORMAT)
}

/// Returns the end of a report's [`text`], after its inputs, which aren't looked at: the words of the summary, which can be
/// none, the moment, and the version.
pub fn text_end(report: &Report, summary: &str, language: Language) -> String {
    end(report, summary, language, FORMAT)
}

/// What a line is. The format decides how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// The name of an input, with its answers in a word.
    Heading,
    /// The title of an answer or of a list.
    Title,
    /// An answer without steps below another one.
    Remark,
    /// A sentence of an answer.
    Sentence,
    /// A step with its number.
    Step(usize),
    /// About the command of a step.
    StepDetail,
    /// The command of a step.
    Command,
    /// An item of a list.
    Item,
    /// About an item.
    ItemDetail,
    /// A finding, in a list of its own.
    Finding,
    /// A line after the last input.
    End,
}

/// Appends a line to a text. The second parameter is the line before it.
pub(crate) type Format = fn(&mut String, Option<Line>, Line, &str);

/// Plain text: each line is indented by its kind.
const FORMAT: Format = |text, _, line, content| {
    let depth = match line {
        Line::Heading | Line::End => 0,
        Line::Title | Line::Remark => 1,
        Line::Sentence | Line::Step(_) | Line::Item | Line::Finding => 2,
        Line::StepDetail | Line::Command | Line::ItemDetail => 3,
    };
    text.push_str(&"  ".repeat(depth));
    let _ = match line {
        Line::Step(number) => writeln!(text, "{number}. {content}"),
        Line::Finding => writeln!(text, "- {content}"),
        _ => writeln!(text, "{content}"),
    };
};

/// Returns the text of a report in a format.
pub(crate) fn report_text(
    report: &Report,
    supplements: &[Supplement<'_>],
    language: Language,
    format: Format,
) -> String {
    let mut supplements = supplements.iter().copied();
    let mut text = String::new();
    for input in &report.inputs {
        let supplement = supplements.next().unwrap_or_default();
        let input = input_text(input, report.generated, supplement, language, format);
        text.push_str(&input);
    }
    text.push_str(&gateways_text(&report.gateways, language, format));
    text.push_str(&end(
        report,
        &summary_words(report, language),
        language,
        format,
    ));
    text
}

/// Returns the text of one input in a format.
pub(crate) fn input_text(
    input: &InputReport,
    now: Timestamp,
    supplement: Supplement<'_>,
    language: Language,
    format: Format,
) -> String {
    let mut writer = Writer::new(language, format);
    writer.input(input, now, supplement);
    writer.text
}

/// Returns the text that compares the packages and clients of each gateway in a format.
pub(crate) fn gateways_text(
    gateways: &[GatewayReport],
    language: Language,
    format: Format,
) -> String {
    let mut text = String::new();
    for gateway in gateways {
        let mut writer = Writer::new(language, format);
        writer.line(Line::Heading, &gateway_heading(gateway, language));
        for comparison in comparison_words(gateway, language) {
            writer.line(Line::Title, &comparison.packages);
            for line in &comparison.lines {
                writer.line(Line::Item, line);
            }
        }
        writer.line(Line::Title, &unordered_words(gateway, language));
        writer.line(Line::Title, &client_words(gateway, language));
        for row in client_table(std::slice::from_ref(gateway), language) {
            let [computer, profile, _, state, roots, reason] = row;
            let cells = [computer, profile, state, roots, reason];
            let cells = cells.into_iter().filter(|cell| !cell.is_empty());
            writer.line(Line::Item, &cells.collect::<Vec<_>>().join(" | "));
        }
        writer.text.push('\n');
        text.push_str(&writer.text);
    }
    text
}

/// Returns the text after the inputs in a format.
pub(crate) fn end(report: &Report, summary: &str, language: Language, format: Format) -> String {
    let mut writer = Writer::new(language, format);
    writer.line(Line::End, summary);
    let moment = &moment_text(report.generated, language);
    let checked = words::CheckedOn { moment }.text(language);
    writer.line(Line::End, &format!("{checked} · {}", report.tool));
    writer.text
}

/// Writes lines in a format.
struct Writer {
    text: String,
    before: Option<Line>,
    language: Language,
    format: Format,
}

impl Writer {
    fn new(language: Language, format: Format) -> Self {
        Writer {
            text: String::new(),
            before: None,
            language,
            format,
        }
    }

    fn input(&mut self, input: &InputReport, now: Timestamp, supplement: Supplement<'_>) {
        let answers = answers(input, now, supplement.deadline, self.language);
        self.line(Line::Heading, &heading(input, &answers, self.language));
        for (position, answer) in answers.iter().enumerate() {
            if position > 0 && answer.steps.is_empty() {
                let remark = answer_line(answer, &answer.first, self.language);
                self.line(Line::Remark, &remark);
            } else {
                self.answer(answer);
            }
        }
        self.evidence(input, now, supplement);
        self.text.push('\n');
    }

    fn answer(&mut self, answer: &Answer) {
        let title = answer_line(answer, &answer.word, self.language);
        self.line(Line::Title, &title);
        for sentence in [&answer.first, &answer.second] {
            self.line(Line::Sentence, sentence);
        }
        for (number, step) in (1..).zip(&answer.steps) {
            self.line(Line::Step(number), &step.text);
            if let Some(command) = &step.command {
                self.line(Line::StepDetail, command.shell(self.language));
                self.line(Line::Command, &command.text);
                self.line(Line::StepDetail, &command.purpose(self.language));
            }
        }
    }

    fn evidence(&mut self, input: &InputReport, now: Timestamp, supplement: Supplement<'_>) {
        let language = self.language;
        self.line(Line::Title, Message::Evidence.text(language));
        self.field(
            Message::Rule.text(language),
            Some(format!(
                "{} ({})",
                rule_words(input.rule, language),
                input.rule.code()
            )),
        );
        let gateway = &input.gateway;
        self.field(
            Message::Gateway.text(language),
            gateway
                .server
                .as_deref()
                .or(gateway.id.as_deref())
                .map(escape_invisible),
        );
        self.field(
            Message::Network.text(language),
            gateway.vnet.as_deref().map(escape_invisible),
        );
        let roots = escape_invisible(&roots_words(input, language));
        let roots = Some(roots).filter(|roots| !roots.is_empty());
        self.field(Message::ColumnRoots.text(language), roots);
        if input.error.is_none() {
            let (model, proof) = (
                model_words(input.model, language),
                proof_words(input.proof, language),
            );
            self.field(Message::Model.text(language), Some(model.to_owned()));
            self.field(Message::Proof.text(language), Some(proof.to_owned()));
        }
        let types = gateway_type_words(input, now, language);
        let types = Some(types).filter(|types| !types.is_empty());
        self.field(Message::Types.text(language), types);
        self.field(
            Message::Packaged.text(language),
            input.packaged.map(|moment| moment_text(moment, language)),
        );
        let created = Message::GatewayCreated;
        self.field(
            created.text(language),
            input.created.as_deref().map(escape_invisible),
        );
        self.field(
            Message::FileSha256.text(language),
            supplement.sha256.map(str::to_owned),
        );
        for item in &input.evidence {
            self.item(item);
        }
        if !input.findings.is_empty() {
            self.line(Line::Title, Message::Findings.text(language));
            for finding in &input.findings {
                self.line(Line::Finding, &finding_words(finding, language));
            }
        }
    }

    fn field(&mut self, name: &str, value: Option<String>) {
        if let Some(value) = value {
            self.line(Line::Item, &format!("{name}: {value}"));
        }
    }

    /// Writes one item of evidence: its place, its value, and its class with the reason if it isn't counted.
    fn item(&mut self, item: &Evidence) {
        let language = self.language;
        self.line(
            Line::Item,
            &format!(
                "{} · {}",
                escape_invisible(&item.place),
                escape_invisible(&item.item)
            ),
        );
        let kind = kind_words(item.kind, language);
        match &item.subject {
            Some(subject) => self.line(
                Line::ItemDetail,
                &format!("{kind}: {}", escape_invisible(subject)),
            ),
            None => self.line(
                Line::ItemDetail,
                &format!("{kind}: {}", escape_invisible(&item.value)),
            ),
        }
        if item.kind == Kind::Certificate {
            let name = Message::Sha256.text(language);
            self.line(
                Line::ItemDetail,
                &format!("{name}: {}", escape_invisible(&item.value)),
            );
        }
        let mut class = class_words(item.class, language).to_owned();
        if let Some(root) = &item.root {
            let _ = write!(class, " ({})", escape_invisible(root));
        }
        let not_counted = Message::ItemNotCounted.text(language);
        let counted = match item.reason {
            _ if item.counted => Message::ItemCounted.text(language).to_owned(),
            Some(reason) => words::WithReason {
                reason: reason_words(reason, language),
                value: not_counted,
            }
            .text(language),
            None => not_counted.to_owned(),
        };
        self.line(Line::ItemDetail, &format!("{class}; {counted}"));
    }

    fn line(&mut self, line: Line, content: &str) {
        if !content.is_empty() {
            (self.format)(&mut self.text, self.before, line, content);
            self.before = Some(line);
        }
    }
}

/// Returns the question of an answer, followed by the answer.
fn answer_line(answer: &Answer, text: &str, language: Language) -> String {
    words::AnswerLine {
        about: answer.about.text(language),
        answer: text,
    }
    .text(language)
}

/// Returns the input's name with both answers in a word, or with the one word about a file that can't be read.
fn heading(input: &InputReport, answers: &[Answer], language: Language) -> String {
    let name = &escape_invisible(&input.name);
    let word = |about: Message| {
        let found = answers.iter().find(|answer| answer.about == about);
        found.map_or("", |answer| answer.short_word.as_str())
    };
    if input.error.is_some() {
        let answer = word(Message::AboutFile);
        return words::InputRefused { answer, name }.text(language);
    }
    words::InputAnswered {
        answer: word(Message::About2019),
        name,
        today: word(Message::AboutToday),
    }
    .text(language)
}

/// Formats a moment as `2024-01-20 10:30:00 UTC`.
fn moment_text(moment: Timestamp, language: Language) -> String {
    let time = moment.to_string().replace('T', " ").replace('Z', "");
    words::ExactMoment { time: &time }.text(language)
}
