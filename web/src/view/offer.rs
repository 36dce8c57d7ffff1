//! A text that the browser did not let us save or copy: to select by hand, and why.

use super::{Look, button};
use crate::app::Message;
use crate::save::Saved;
use p2s_report::Label;
use yew::{Html, html};

/// The identifier of the field with the text; it is selected as soon as it is there.
pub(crate) const FIELD: &str = "offered";

/// A text on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offer {
    /// The file that it should have been, and what became of that; `None`: it was for the clipboard.
    pub(crate) file: Option<(&'static str, Saved)>,
    /// The whole text.
    pub(crate) text: String,
}

/// What is on offer, if anything is.
pub(super) fn offer(look: Look) -> Html {
    let Some(Offer { file, text }) = &look.app.offer else {
        return Html::default();
    };
    let why = match *file {
        Some((name, saved)) => Label::select_to_save(look.language, name, saved == Saved::Perhaps),
        None => look.text(Label::SelectToCopy).to_owned(),
    };
    html! {
        <section class="offer" role="alert">
            <p><label for={FIELD}>{ why }</label></p>
            <textarea id={FIELD} readonly=true rows="8" class="mono" lang="en" translate="no" value={text.clone()} />
            { button(look, "plain", Label::Close, || Message::CloseOffer) }
        </section>
    }
}
