//! The sentences of the two answers.

use crate::Language;
use p2s_verdict::InputReport;

/// An answer in words: a headline word, the sentence that answers, the sentence that says what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// 影響あり / 影響なし / 判定できません and their like.
    pub word: String,
    /// Answers the question and names the gateway, or says what happened to the file.
    pub first: String,
    /// What it means.
    pub second: String,
    /// What to do next: at most five.
    pub steps: Vec<Step>,
    /// Whether there is something to do about this answer.
    pub act: bool,
}

/// One step of what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The sentence.
    pub text: String,
    /// A command to copy.
    pub command: Option<String>,
}

/// The 2019 answer, or the refusal, in words.
pub fn answer(_input: &InputReport, _language: Language) -> Answer {
    Answer { word: String::new(), first: String::new(), second: String::new(), steps: Vec::new(), act: false }
}

/// Today's answer in words.
pub fn answer_today(_input: &InputReport, _language: Language) -> Answer {
    Answer { word: String::new(), first: String::new(), second: String::new(), steps: Vec::new(), act: false }
}
