//! ページの説明文 (日本語)、節ごと。 The prose of the page in Japanese, by section.

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

/// Over the list of sections, and over the questions in it.
pub(crate) const CONTENTS: &str = "このページの内容";
pub(crate) const QUESTIONS: &str = "よくある質問";

/// Before what we conclude ourselves.
pub(crate) const INFERENCE: &str = "推測:";

pub(crate) const WINDOWS: WindowWords = windows::WORDS;
pub(crate) const PICTURE: PictureWords = notice::PICTURE;
pub(crate) const CHECKLIST: ChecklistWords = clients::CHECKLIST_WORDS;

/// Column heads of the error codes.
pub(crate) const ERROR_HEAD: [&str; 3] = ["コード", "意味", "対処"];

/// What is said of a code.
pub(crate) fn error(code: ErrorCode) -> ErrorWords {
    questions::error(code)
}

/// A section's words.
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
