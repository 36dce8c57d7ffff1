//! The prose of the page in Japanese, section by section.

mod about;
mod by_hand;
mod clients;
mod notice;
mod package;
mod questions;
mod rotation;
mod windows;

use crate::prose::{
    ChecklistWords, ErrorCode, ErrorWords, PictureWords, Section, Topic, WindowWords,
};

/// The headings of the list of sections and of the questions in it.
pub(crate) const CONTENTS: &str = "このページの内容";
pub(crate) const QUESTIONS: &str = "よくある質問";

/// The label of an inference.
pub(crate) const INFERENCE: &str = "推測:";

pub(crate) const WINDOWS: WindowWords = windows::WORDS;
pub(crate) const PICTURE: PictureWords = notice::PICTURE;
pub(crate) const CHECKLIST: ChecklistWords = clients::CHECKLIST_WORDS;

/// The column headings of the error codes.
pub(crate) const ERROR_HEAD: [&str; 3] = ["コード", "意味", "対処"];

/// Returns the texts about an error code.
pub(crate) fn error(code: ErrorCode) -> ErrorWords {
    questions::error(code)
}

/// Returns a section.
pub(crate) fn section(topic: Topic) -> Section {
    match topic {
        Topic::What => about::WHAT,
        Topic::Private => about::PRIVATE,
        Topic::Now => notice::NOW,
        Topic::Rotation => rotation::ROTATION,
        Topic::Background => notice::BACKGROUND,
        Topic::Types => notice::TYPES,
        Topic::Windows => windows::SECTION,
        Topic::Request => windows::REQUEST,
        Topic::Affected => windows::AFFECTED,
        Topic::GetPackage => package::GET_PACKAGE,
        Topic::Reinstall => clients::REINSTALL,
        Topic::Checklist => clients::CHECKLIST,
        Topic::ByHand => by_hand::BY_HAND,
        Topic::ByHandLimits => by_hand::LIMITS,
        Topic::CreationDate => package::CREATION_DATE,
        Topic::NarrowerTime => questions::NARROWER_TIME,
        Topic::OwnCertificates => questions::OWN_CERTIFICATES,
        Topic::InUse => questions::IN_USE,
        Topic::NoGeneric => questions::NO_GENERIC,
        Topic::PresentsNow => questions::PRESENTS_NOW,
        Topic::Sovereign => questions::SOVEREIGN,
        Topic::ErrorCodes => questions::ERROR_CODES,
        Topic::Sources => rotation::SOURCES,
    }
}
