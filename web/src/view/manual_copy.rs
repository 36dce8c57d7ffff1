//! A text that the browser didn't save or copy, for the user to select and copy.

use super::{ViewContext, button};
use crate::app::Message;
use crate::save::SaveOutcome;
use p2s_report::{Message as Label, words};
use yew::{Html, html};

/// Identifier of the field with the text. The text is selected when it appears.
pub(crate) const FIELD_ID: &str = "offered";

/// A text to copy by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ManualCopy {
    /// Name of the file that should have been saved, and the outcome; `None` if the text was meant for the clipboard.
    pub(crate) file: Option<(String, SaveOutcome)>,
    /// The whole text.
    pub(crate) text: String,
}

/// Renders the text to copy by hand, if there is one.
pub(super) fn manual_copy(context: ViewContext) -> Html {
    let Some(ManualCopy { file, text }) = &context.app.manual_copy else {
        return Html::default();
    };
    let reason = match file {
        Some((name, SaveOutcome::Unknown)) => {
            words::SelectIfNotSaved { name }.text(context.language)
        }
        Some((name, _)) => words::SelectToSave { name }.text(context.language),
        None => context.text(Label::SelectToCopy).to_owned(),
    };
    html! {
        <section class="offer" role="alert">
            <p><label for={FIELD_ID}>{ reason }</label></p>
            <textarea id={FIELD_ID} readonly=true rows="8" class="mono" lang="en" translate="no" value={text.clone()} />
            { button(context, "plain", Label::Close, || Message::CloseManualCopy) }
        </section>
    }
}
