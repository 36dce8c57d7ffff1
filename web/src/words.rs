//! The words for codes: until the report crate has them, the codes themselves.

use p2s_report::Language;
use p2s_verdict::{Class, Finding, NotCounted, Rule, Summary};

pub(crate) use p2s_report::{answer, answer_today};

pub(crate) fn visible(text: &str) -> String {
    text.escape_debug().to_string()
}

pub(crate) fn summary_words(summary: &Summary, _language: Language) -> String {
    format!(
        "{} / {} / {}",
        summary.affected, summary.undetermined, summary.not_affected
    )
}

pub(crate) fn rule_words(rule: Rule, _language: Language) -> &'static str {
    rule.code()
}

pub(crate) fn class_words(class: Class, _language: Language) -> &'static str {
    class.code()
}

pub(crate) fn reason_words(reason: NotCounted, _language: Language) -> &'static str {
    reason.code()
}

pub(crate) fn finding_words(finding: &Finding, _language: Language) -> &'static str {
    finding.code.code()
}
