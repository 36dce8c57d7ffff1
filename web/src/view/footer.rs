//! The footer's list of notices. The rest of the footer is in index.html.

use super::ViewContext;
use p2s_report::notice_words;
use p2s_verdict::notices::NOTICES;
use yew::{Html, html};

/// Renders the notices that the answers are based on, with their dates.
pub(super) fn notices(context: ViewContext) -> Html {
    let notice = |notice| html! { <li>{ notice_words(notice, context.language) }</li> };
    html! { <ul>{ for NOTICES.iter().map(notice) }</ul> }
}
