//! The top of every page: where one can go, language, colours, and the banner of `?now=`.

use super::{Look, icons, moments};
use crate::app::Message;
use crate::page::{self, Route, Theme};
use p2s_report::{Label, Language};
use yew::{Html, html};

/// Navigation and the two controls.
pub(super) fn tools(look: Look) -> Html {
    let page_link = |route: Route| {
        let current = (look.app.route == route).then_some("page");
        html! { <a href={route.address()} aria-current={current}>{ look.text(route.label()) }</a> }
    };
    let (other, name) = match look.language {
        Language::Ja => (Language::En, "English"),
        Language::En => (Language::Ja, "日本語"),
    };
    let change_language = look
        .link
        .callback(move |_: yew::MouseEvent| Message::Language(other));
    let change_theme = look.link.callback(|_: yew::MouseEvent| Message::Theme);
    let theme = look.text(match look.app.theme {
        Theme::Light => Label::ToDark,
        Theme::Dark => Label::ToLight,
    });
    html! {
        <>
            <nav aria-label={look.text(Label::Pages)}>{ for Route::ALL.map(page_link) }</nav>
            <div class="controls">
                <button type="button" id="language" lang={other.tag()} onclick={change_language}>{ name }</button>
                <button type="button" id="theme" aria-label={theme} title={theme} onclick={change_theme}>
                    { icons::half_disc() }
                </button>
            </div>
        </>
    }
}

/// Says so while the answers are for another moment than the present, and where what this page knows is old.
pub(super) fn banner(look: Look) -> Html {
    let now = look.app.asked_now.flatten().or_else(page::present);
    let outdated = now.and_then(|now| p2s_report::outdated_words(now, look.language));
    html! {
        <>
            { asked(look) }
            if let Some(words) = outdated {
                <p id="outdated">{ words }</p>
            }
        </>
    }
}

fn asked(look: Look) -> Html {
    match look.app.asked_now {
        None => Html::default(),
        Some(None) => html! { <p>{ look.text(Label::NowUnreadable) }</p> },
        Some(Some(now)) => {
            let moment = moments::both_zones(look.language, now);
            html! { <p>{ Label::for_moment(look.language, &moment) }</p> }
        }
    }
}
