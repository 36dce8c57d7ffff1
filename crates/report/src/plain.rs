//! The report as plain text, for a terminal: as on the page, what is to be done first stands first.

use crate::words::{
    class_words, finding_words, kind_words, model_words, proof_words, reason_words, rule_words,
    summary_words,
};
use crate::{Answer, Label, Language, answer, answer_today, en, ja, visible};
use p2s_package::Timestamp;
use p2s_verdict::{Evidence, InputReport, Kind, Report};
use std::fmt::Write as _;

/// The report as the command line prints it; nothing in it steers a terminal.
pub fn text(report: &Report, language: Language) -> String {
    let mut plain = Plain {
        text: String::new(),
        now: report.generated,
        language,
    };
    for input in &report.inputs {
        plain.input(input);
    }
    plain.line(0, &summary_words(&report.summary, language));
    plain.text
}

struct Plain {
    text: String,
    now: Timestamp,
    language: Language,
}

impl Plain {
    fn input(&mut self, input: &InputReport) {
        let (then, today) = (
            answer(input, self.now, self.language),
            answer_today(input, self.now, self.language),
        );
        self.line(0, &format!("{}: {}", visible(&input.name), then.word));
        if input.error.is_some() {
            self.answer(Label::AboutFile, &then);
        } else if today.act {
            self.answer(Label::AboutToday, &today);
            self.answer(Label::About2019, &then);
        } else {
            self.answer(Label::About2019, &then);
            self.answer(Label::AboutToday, &today);
        }
        self.evidence(input);
        self.text.push('\n');
    }

    fn answer(&mut self, about: Label, answer: &Answer) {
        let about = about.text(self.language);
        self.line(1, &format!("{about}: {}", answer.word));
        for sentence in [&answer.first, &answer.second] {
            self.line(2, sentence);
        }
        for (number, step) in (1..).zip(&answer.steps) {
            self.line(2, &format!("{number}. {}", step.text));
            if let Some(command) = &step.command {
                self.line(3, command);
            }
        }
    }

    fn evidence(&mut self, input: &InputReport) {
        let language = self.language;
        self.line(1, Label::Evidence.text(language));
        self.fact(
            Label::Rule.text(language),
            Some(format!(
                "{} ({})",
                rule_words(input.rule, language),
                input.rule.code()
            )),
        );
        let gateway = &input.gateway;
        self.fact(
            Label::Gateway.text(language),
            gateway
                .server
                .as_deref()
                .or(gateway.id.as_deref())
                .map(visible),
        );
        self.fact(
            Label::Network.text(language),
            gateway.vnet.as_deref().map(visible),
        );
        if input.error.is_none() {
            let (model, proof) = (
                model_words(input.model, language),
                proof_words(input.proof, language),
            );
            self.fact(Label::Model.text(language), Some(model.to_owned()));
            self.fact(Label::Proof.text(language), Some(proof.to_owned()));
        }
        let types: Vec<&str> = input.gateway_types.iter().map(|kind| kind.code()).collect();
        let types = (!types.is_empty()).then(|| types.join(" / "));
        self.fact(Label::Types.text(language), types);
        self.fact(Label::Packaged.text(language), input.packaged.map(in_words));
        let created = match language {
            Language::Ja => ja::plain::CREATED,
            Language::En => en::plain::CREATED,
        };
        self.fact(created, input.created.as_deref().map(visible));
        for item in &input.evidence {
            self.item(item);
        }
        if !input.findings.is_empty() {
            self.line(1, Label::Findings.text(language));
            for finding in &input.findings {
                self.line(2, &format!("- {}", finding_words(finding, language)));
            }
        }
    }

    fn fact(&mut self, name: &str, value: Option<String>) {
        if let Some(value) = value {
            self.line(2, &format!("{name}: {value}"));
        }
    }

    /// Where it stands; what it says; what it is, and whether it counts.
    fn item(&mut self, item: &Evidence) {
        let language = self.language;
        self.line(
            2,
            &format!("{} · {}", visible(&item.place), visible(&item.item)),
        );
        let kind = kind_words(item.kind, language);
        match &item.subject {
            Some(subject) => self.line(3, &format!("{kind}: {}", visible(subject))),
            None => self.line(3, &format!("{kind}: {}", visible(&item.value))),
        }
        if item.kind == Kind::Certificate {
            let name = Label::Sha256.text(language);
            self.line(3, &format!("{name}: {}", visible(&item.value)));
        }
        let mut class = class_words(item.class, language).to_owned();
        if let Some(root) = &item.root {
            let _ = write!(class, " ({})", visible(root));
        }
        let (yes, no) = match language {
            Language::Ja => (ja::plain::COUNTED, ja::plain::NOT_COUNTED),
            Language::En => (en::plain::COUNTED, en::plain::NOT_COUNTED),
        };
        let counted = match item.reason {
            _ if item.counted => yes.to_owned(),
            Some(reason) => Label::because(language, no, reason_words(reason, language)),
            None => no.to_owned(),
        };
        self.line(3, &format!("{class}; {counted}"));
    }

    fn line(&mut self, depth: usize, line: &str) {
        if !line.is_empty() {
            let _ = writeln!(self.text, "{}{line}", "  ".repeat(depth));
        }
    }
}

/// 2024-01-20 10:30:00 UTC.
fn in_words(moment: Timestamp) -> String {
    moment.to_string().replace('T', " ").replace('Z', " UTC")
}
