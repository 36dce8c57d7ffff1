//! The icons. Each tone of an answer has its own shape, so that it can be recognized without color.

use yew::{Html, html};

/// Renders an octagon with an exclamation mark.
pub(super) fn warning() -> Html {
    html! {
        <svg class="shape" aria-hidden="true" viewBox="0 0 48 48">
            <path d="M15.3 3h17.4L45 15.3v17.4L32.7 45H15.3L3 32.7V15.3z"/>
            <path class="mark" d="M24 13v14M24 33.6v.4"/>
        </svg>
    }
}

/// Renders a diamond with a question mark.
pub(super) fn question_mark() -> Html {
    html! {
        <svg class="shape" aria-hidden="true" viewBox="0 0 48 48">
            <path d="M24 2 46 24 24 46 2 24z"/>
            <path class="mark" d="M18.5 19.5a5.5 5.5 0 1 1 8.2 4.8c-1.8 1-2.7 2-2.7 4.2M24 33.6v.4"/>
        </svg>
    }
}

/// Renders a disc with a check mark.
pub(super) fn check_mark() -> Html {
    html! {
        <svg class="shape" aria-hidden="true" viewBox="0 0 48 48">
            <circle cx="24" cy="24" r="21.5"/>
            <path class="mark" d="m14.5 24.5 6.5 6.5 12.5-13.5"/>
        </svg>
    }
}

/// Renders a triangle: something needs attention today.
pub(super) fn attention() -> Html {
    html! {
        <svg class="shape" aria-hidden="true" viewBox="0 0 48 48">
            <path d="M24 3 46 43H2z"/>
            <path class="mark" d="M24 17v12M24 35.6v.4"/>
        </svg>
    }
}

/// Renders a disc, half dark and half light: the theme.
pub(super) fn half_disc() -> Html {
    html! {
        <svg aria-hidden="true" viewBox="0 0 24 24">
            <circle class="ring" cx="12" cy="12" r="8.5"/>
            <path class="half" d="M12 3.5a8.5 8.5 0 0 1 0 17z"/>
        </svg>
    }
}
