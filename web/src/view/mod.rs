//! What is seen. Plain functions from state to HTML; all that happens is a [`Message`].
//!
//! The texts of index.html are not here: the style sheet shows them by the route and language on `<html>`.

mod annotate;
mod bar;
mod cards;
mod codes;
mod evidence;
mod foot;
mod icons;
mod intake;
mod moments;
pub(crate) mod offer;
mod request;
pub(crate) mod results;

pub(crate) use annotate::annotate;
pub(crate) use codes::find as find_code;

use crate::app::{App, Message};
use crate::page::{self, Route};
use js_sys::Array;
use p2s_batch::Source;
use p2s_package::Timestamp;
use p2s_report::{Label, Language};
use wasm_bindgen::JsValue;
use web_sys::File;
use yew::html::Scope;
use yew::{Html, create_portal, html};

/// A made-up package: the names in it are invented, the root certificate is a real public one.
const EXAMPLE: &str = include_str!("../../example/VpnSettings.xml");

/// What every view needs to know.
#[derive(Clone, Copy)]
struct Look<'a> {
    language: Language,
    app: &'a App,
    /// The moment of the answers.
    now: Timestamp,
    link: &'a Scope<App>,
}

impl Look<'_> {
    fn text(self, label: Label) -> &'static str {
        label.text(self.language)
    }
}

/// The whole page.
pub(crate) fn page(app: &App, link: &Scope<App>) -> Html {
    let answered = app.report.as_ref().map(|report| report.generated);
    let Some(now) = answered.or_else(|| app.now()) else {
        return Html::default();
    };
    let look = Look {
        language: app.language,
        app,
        now,
        link,
    };
    html! {
        <>
            { into("bar-tools", bar::tools(look)) }
            { into("banner", bar::banner(look)) }
            { into("foot-facts", foot::facts(look)) }
            { in_prose(look, "request", request::form(look)) }
            { in_prose(look, "error-code", codes::finder(look)) }
            { offer::offer(look) }
            <p role="status" class="unseen">{ results::announcement(look) }</p>
            if app.route == Route::Check {
                { results::results(look) }
                { intake::intake(look) }
            } else {
                <h1 class="unseen">{ look.text(app.route.label()) }</h1>
            }
        </>
    }
}

/// The example as if it had been chosen.
pub(crate) fn example() -> Option<Source<File>> {
    let parts = Array::of1(&JsValue::from_str(EXAMPLE));
    let file = File::new_with_str_sequence(&parts, "example-VpnSettings.xml").ok()?;
    Some(crate::intake::from_file(file))
}

/// Into an element of index.html that stands outside `#app`.
fn into(id: &str, html: Html) -> Html {
    match page::document().and_then(|document| document.get_element_by_id(id)) {
        Some(place) => create_portal(html, place),
        None => html,
    }
}

/// Into the place that the prose keeps for it, in the language that is seen.
fn in_prose(look: Look, name: &str, html: Html) -> Html {
    let tag = look.language.tag();
    let selector = format!("#prose article[lang=\"{tag}\"] [data-mount=\"{name}\"]");
    let place = page::document().and_then(|document| document.query_selector(&selector).ok());
    match place.flatten() {
        Some(place) => create_portal(html, place),
        None => Html::default(),
    }
}

/// A button that does one thing.
fn button(look: Look, class: &'static str, label: Label, act: fn() -> Message) -> Html {
    let onclick = look.link.callback(move |_: yew::MouseEvent| act());
    html! { <button type="button" {class} {onclick}>{ look.text(label) }</button> }
}
