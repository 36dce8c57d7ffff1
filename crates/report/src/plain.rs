//! The report as plain text, for a terminal.

use crate::words::{
    class_words, finding_words, kind_words, model_words, reason_words, rule_words, summary_words,
};
use crate::{Language, answer, answer_today, en, ja, visible};
use p2s_verdict::{Evidence, InputReport, Report};
use std::fmt::Write as _;

/// The report as the command line prints it; nothing in it steers a terminal.
pub fn text(report: &Report, language: Language) -> String {
    let mut text = String::new();
    for input in &report.inputs {
        push_input(&mut text, input, language);
        text.push('\n');
    }
    let _ = writeln!(text, "{}", summary_words(&report.summary, language));
    text
}

fn push_input(text: &mut String, input: &InputReport, language: Language) {
    let label = |ja: &'static str, en: &'static str| match language {
        Language::Ja => ja,
        Language::En => en,
    };
    let said = answer(input, language);
    let today = answer_today(input, language);
    let _ = writeln!(text, "{}: {}", visible(&input.name), said.word);
    let _ = writeln!(text, "  {}\n  {}", said.first, said.second);
    for (number, step) in (1..).zip(&said.steps) {
        let _ = writeln!(
            text,
            "  {} {number}. {}",
            label(ja::plain::NEXT, en::plain::NEXT),
            step.text
        );
    }
    if input.error.is_none() {
        let _ = writeln!(
            text,
            "  [{}] {}\n  {}",
            label(ja::plain::TODAY, en::plain::TODAY),
            today.first,
            today.second
        );
        for (number, step) in (1..).zip(&today.steps) {
            let _ = writeln!(
                text,
                "  {} {number}. {}",
                label(ja::plain::NEXT, en::plain::NEXT),
                step.text
            );
        }
    }
    let _ = writeln!(
        text,
        "  {}: {} ({})",
        label(ja::plain::RULE, en::plain::RULE),
        rule_words(input.rule, language),
        input.rule.code()
    );
    let _ = writeln!(
        text,
        "  {}: {}",
        label(ja::plain::MODEL, en::plain::MODEL),
        model_words(input.model, language)
    );
    if let Some(packaged) = input.packaged {
        let _ = writeln!(
            text,
            "  {}: {packaged}",
            label(ja::plain::PACKAGED, en::plain::PACKAGED)
        );
    }
    for item in &input.evidence {
        let _ = writeln!(
            text,
            "  {}: {}",
            label(ja::plain::EVIDENCE, en::plain::EVIDENCE),
            evidence(item, language)
        );
    }
    for finding in &input.findings {
        let _ = writeln!(
            text,
            "  {}: {}",
            label(ja::plain::FINDINGS, en::plain::FINDINGS),
            finding_words(finding, language)
        );
    }
}

fn evidence(item: &Evidence, language: Language) -> String {
    let what = item
        .root
        .as_deref()
        .or(item.subject.as_deref())
        .map(visible);
    let mut line = format!(
        "{} {} ({}): {} = {}",
        visible(&item.place),
        visible(&item.item),
        kind_words(item.kind, language),
        visible(&item.value),
        class_words(item.class, language)
    );
    if let Some(what) = what {
        let _ = write!(line, ", {what}");
    }
    if let Some(reason) = item.reason {
        let not_counted = match language {
            Language::Ja => ja::plain::NOT_COUNTED,
            Language::En => en::plain::NOT_COUNTED,
        };
        let _ = write!(line, " [{not_counted}: {}]", reason_words(reason, language));
    }
    line
}
