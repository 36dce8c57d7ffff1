//! The report as plain text for a terminal. As on the page, the answer that needs an action comes first.

use crate::message::codes::{
    class_words, finding_words, kind_words, model_words, proof_words, reason_words, rule_words,
    summary_words,
};
use crate::{
    Answer, Language, Message, answers, client_table, client_words, comparison_words,
    escape_invisible, gateway_heading, gateway_type_words, unordered_words, words,
};
use p2s_package::Timestamp;
use p2s_verdict::{Evidence, GatewayReport, InputReport, Kind, Report};
use std::fmt::Write as _;

/// Returns the text that the command line prints. It contains no control characters but newlines.
pub fn text(report: &Report, language: Language) -> String {
    let inputs = report.inputs.iter();
    let mut text: String = inputs
        .map(|input| text_input(input, report.generated, language))
        .collect();
    text.push_str(&text_gateways(&report.gateways, language));
    text.push_str(&text_end(&summary_words(report, language)));
    text
}

/// Returns the part of a [`text`] that compares the packages and clients of each gateway, after the inputs.
pub fn text_gateways(gateways: &[GatewayReport], language: Language) -> String {
    let mut text = String::new();
    for gateway in gateways {
        push_line(&mut text, 0, &gateway_heading(gateway, language));
        for comparison in comparison_words(gateway, language) {
            push_line(&mut text, 1, &comparison.packages);
            for line in &comparison.lines {
                push_line(&mut text, 2, line);
            }
        }
        push_line(&mut text, 1, &unordered_words(gateway, language));
        push_line(&mut text, 1, &client_words(gateway, language));
        for row in client_table(std::slice::from_ref(gateway), language) {
            let [computer, profile, _, state, roots, reason] = row;
            let cells = [computer, profile, state, roots, reason];
            let cells = cells.into_iter().filter(|cell| !cell.is_empty());
            push_line(&mut text, 2, &cells.collect::<Vec<_>>().join(" | "));
        }
        text.push('\n');
    }
    text
}

/// Returns the [`text`] of one input of a report that is for the moment `now`.
pub fn text_input(input: &InputReport, now: Timestamp, language: Language) -> String {
    let text = String::new();
    let mut text = PlainText {
        text,
        now,
        language,
    };
    text.input(input);
    text.text
}

/// Returns the end of a [`text`], after its inputs: the words of the summary, which can be none.
pub fn text_end(summary: &str) -> String {
    match summary {
        "" => String::new(),
        summary => format!("{summary}\n"),
    }
}

/// Writes the text of a report.
struct PlainText {
    text: String,
    now: Timestamp,
    language: Language,
}

impl PlainText {
    fn input(&mut self, input: &InputReport) {
        let answers = answers(input, self.now, None, self.language);
        self.line(0, &heading(input, &answers, self.language));
        for (position, answer) in answers.iter().enumerate() {
            if position > 0 && answer.steps.is_empty() {
                self.line(1, &answer_line(answer, &answer.first, self.language));
            } else {
                self.answer(answer);
            }
        }
        self.evidence(input);
        self.text.push('\n');
    }

    fn answer(&mut self, answer: &Answer) {
        self.line(1, &answer_line(answer, &answer.word, self.language));
        for sentence in [&answer.first, &answer.second] {
            self.line(2, sentence);
        }
        for (number, step) in (1..).zip(&answer.steps) {
            self.line(2, &format!("{number}. {}", step.text));
            if let Some(command) = &step.command {
                self.line(3, command.shell(self.language));
                self.line(3, &command.text);
                self.line(3, &command.purpose(self.language));
            }
        }
    }

    fn evidence(&mut self, input: &InputReport) {
        let language = self.language;
        self.line(1, Message::Evidence.text(language));
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
        if input.error.is_none() {
            let (model, proof) = (
                model_words(input.model, language),
                proof_words(input.proof, language),
            );
            self.field(Message::Model.text(language), Some(model.to_owned()));
            self.field(Message::Proof.text(language), Some(proof.to_owned()));
        }
        let types = gateway_type_words(input, self.now, language);
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
        for item in &input.evidence {
            self.item(item);
        }
        if !input.findings.is_empty() {
            self.line(1, Message::Findings.text(language));
            for finding in &input.findings {
                self.line(2, &format!("- {}", finding_words(finding, language)));
            }
        }
    }

    fn field(&mut self, name: &str, value: Option<String>) {
        if let Some(value) = value {
            self.line(2, &format!("{name}: {value}"));
        }
    }

    /// Writes one item of evidence: its place, its value, and its class with the reason if it isn't counted.
    fn item(&mut self, item: &Evidence) {
        let language = self.language;
        self.line(
            2,
            &format!(
                "{} · {}",
                escape_invisible(&item.place),
                escape_invisible(&item.item)
            ),
        );
        let kind = kind_words(item.kind, language);
        match &item.subject {
            Some(subject) => self.line(3, &format!("{kind}: {}", escape_invisible(subject))),
            None => self.line(3, &format!("{kind}: {}", escape_invisible(&item.value))),
        }
        if item.kind == Kind::Certificate {
            let name = Message::Sha256.text(language);
            self.line(3, &format!("{name}: {}", escape_invisible(&item.value)));
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
        self.line(3, &format!("{class}; {counted}"));
    }

    fn line(&mut self, depth: usize, line: &str) {
        push_line(&mut self.text, depth, line);
    }
}

/// Appends a line, indented by its depth. An empty one is left out.
fn push_line(text: &mut String, depth: usize, line: &str) {
    if !line.is_empty() {
        let _ = writeln!(text, "{}{line}", "  ".repeat(depth));
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
