//! The top of every page: navigation, language, theme, and the banner of `?now=`.

use super::{ViewContext, local_time};
use crate::app::Message;
use crate::page::{Route, Theme};
use p2s_report::{Message as Label, words};
use yew::{Html, html};

/// Renders the navigation and the controls for language and theme.
pub(super) fn controls(context: ViewContext) -> Html {
    let page_link = |route: Route| {
        let current = (context.app.route == route).then_some("page");
        html! { <a href={route.href()} aria-current={current}>{ context.text(route.label()) }</a> }
    };
    let other = context.language.next();
    let change_language = context
        .link
        .callback(move |_: yew::MouseEvent| Message::LanguageChosen(other));
    let change_theme = context
        .link
        .callback(|_: yew::MouseEvent| Message::ToggleTheme);
    let theme = context.text(match context.app.theme {
        Theme::Light => Label::ToDark,
        Theme::Dark => Label::ToLight,
    });
    html! {
        <>
            <nav aria-label={context.text(Label::Pages)}>{ for Route::ALL.map(page_link) }</nav>
            <div class="controls">
                <button type="button" id="language" lang={other.tag()} onclick={change_language}>{ other.name() }</button>
                <button type="button" id="theme" aria-label={theme} title={theme} onclick={change_theme}>
                    <svg aria-hidden="true" viewBox="0 0 24 24">
                        <circle class="ring" cx="12" cy="12" r="8.5"/>
                        <path class="half" d="M12 3.5a8.5 8.5 0 0 1 0 17z"/>
                    </svg>
                </button>
            </div>
        </>
    }
}

/// Renders the notes that the answers are for another time than now, and that the facts in this page are old.
pub(super) fn banner(context: ViewContext) -> Html {
    let now = context.app.now();
    let outdated = now.and_then(|now| p2s_report::outdated_words(now, context.language));
    html! {
        <>
            { now_parameter(context) }
            if let Some(words) = outdated {
                <p id="outdated">{ words }</p>
            }
        </>
    }
}

fn now_parameter(context: ViewContext) -> Html {
    match context.app.now_parameter {
        None => Html::default(),
        Some(None) => html! { <p>{ context.text(Label::NowUnreadable) }</p> },
        Some(Some(now)) => {
            let moment = &local_time::with_japan(context.language, now);
            html! { <p>{ words::ForMoment { moment }.text(context.language) }</p> }
        }
    }
}
