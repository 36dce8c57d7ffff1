//! Messages for every code of the report.

use crate::words::message_of;
use crate::{Language, Message, escape_invisible, words};
use p2s_package::{Authentication, ErrorKind, Timestamp, TunnelType};
use p2s_verdict::{
    Aspect, Class, ClientReason, ClientState, Finding, FindingCode, InputReport, Kind, Model,
    NotCounted, Proof, ReportError, Rule, State, Verdict,
};

/// Declares the table of a list of codes: the message with this prefix and suffix for each code. A code without a
/// message doesn't compile.
macro_rules! table {
    ($name:ident, $kind:ty, $prefix:literal, $suffix:literal) => {
        #[allow(
            clippy::arithmetic_side_effects,
            clippy::indexing_slicing,
            reason = "evaluated at compile time, where a panic is an error"
        )]
        static $name: [Message; <$kind>::ALL.len()] = {
            let mut table = [Message::Title; <$kind>::ALL.len()];
            let mut index = 0;
            while index < table.len() {
                table[index] = message_of($prefix, <$kind>::ALL[index].code(), $suffix);
                index += 1;
            }
            table
        };
    };
}

macro_rules! code_words {
    ($($(#[$doc:meta])* $visibility:vis $name:ident($kind:ty) = $prefix:literal;)*) => {
        $($(#[$doc])*
        $visibility fn $name(code: $kind, language: Language) -> &'static str {
            table!(TABLE, $kind, $prefix, "");
            let message = TABLE.get(code as usize);
            message.map_or("", |message| message.text(language))
        })*
    };
}

code_words! {
    /// Returns the text of a verdict.
    pub verdict_words(Verdict) = "verdict-";
    /// Returns the text of a verdict in the middle of a line.
    pub(crate) short_verdict_words(Verdict) = "short-";
    /// Returns a sentence about the rule that decided the verdict.
    pub rule_words(Rule) = "rule-";
    /// Returns the text of a proof: the strongest kind of counted evidence.
    pub proof_words(Proof) = "proof-";
    /// Returns the name of a deployment model.
    pub model_words(Model) = "model-";
    /// Returns the name of a kind of evidence.
    pub kind_words(Kind) = "kind-";
    /// Returns the name of the class of an item.
    pub class_words(Class) = "class-";
    /// Returns the text of the state of a root.
    pub state_words(State) = "state-";
    /// Returns why an item isn't counted, as a clause that follows "not counted".
    pub reason_words(NotCounted) = "reason-";
    /// Returns the name of what two packages can differ in.
    pub aspect_words(Aspect) = "aspect-";
    /// Returns the name of a way to sign in.
    pub sign_in_words(Authentication) = "sign-in-";
    /// Returns the name of a tunnel type.
    pub tunnel_words(TunnelType) = "tunnel-";
    /// Returns the text of the state of a client.
    pub client_state_words(ClientState) = "client-state-";
    /// Returns a sentence about why the state of a client is unknown.
    pub client_reason_words(ClientReason) = "client-reason-";
    /// Returns the sentence of a finding.
    pub(crate) finding_sentence(FindingCode) = "finding-";
}

/// Returns the roots of today's answer with their states. The names aren't escaped.
pub(crate) fn roots_words(input: &InputReport, language: Language) -> String {
    let roots = input.root_today.roots.iter();
    let roots = roots.map(|root| format!("{} ({})", root.name, state_words(root.state, language)));
    roots.collect::<Vec<_>>().join("; ")
}

/// Returns a sentence about a finding, preceded by the place of its part if it has one.
pub fn finding_words(finding: &Finding, language: Language) -> String {
    let sentence = finding_sentence(finding.code, language);
    about_place(finding.place.as_deref(), sentence, language)
}

/// Returns a sentence, preceded by the place that it is about if there is one.
pub(crate) fn about_place(place: Option<&str>, sentence: &str, language: Language) -> String {
    match place {
        Some(place) => words::AboutPlace {
            place: &escape_invisible(place),
            sentence,
        }
        .text(language),
        None => sentence.to_owned(),
    }
}

/// Returns what happened and what to do about an error.
pub fn error_words(error: &ReportError, language: Language) -> (String, String) {
    let [happened, to_do] = error_sentences(error.code, language);
    (happened.to_owned(), to_do.to_owned())
}

/// Returns what happened and what to do about an error.
pub(crate) fn error_sentences(kind: ErrorKind, language: Language) -> [&'static str; 2] {
    table!(HAPPENED, ErrorKind, "error-", "");
    table!(TO_DO, ErrorKind, "error-", ".to-do");
    let position = ErrorKind::ALL.iter().position(|one| *one == kind);
    [&HAPPENED, &TO_DO].map(|table| {
        let message = position.and_then(|position| table.get(position));
        message.map_or("", |message| message.text(language))
    })
}

/// Returns the day of a moment as text, in UTC like the dates in certificates.
pub fn day_words(language: Language, moment: Timestamp) -> String {
    match moment.date_at(0) {
        Some(day) => super::day(day, language),
        None => moment.to_string(),
    }
}
