//! The bottom of every page: the notices whose facts are used. What else stands there, index.html has.

use super::Look;
use p2s_report::notice_words;
use p2s_verdict::notices::NOTICES;
use yew::{Html, html};

/// The notices with their days.
pub(super) fn facts(look: Look) -> Html {
    let notice = |notice| html! { <li>{ notice_words(notice, look.language) }</li> };
    html! { <ul>{ for NOTICES.iter().map(notice) }</ul> }
}
