//! Functions from state to HTML. Every event is sent as a [`Message`].
//!
//! The prose is in index.html; the style sheet shows it according to the route and language on `<html>`.

mod annotate;
mod bar;
pub(crate) mod cards;
mod error_codes;
mod evidence;
mod footer;
mod icons;
mod intake;
pub(crate) mod local_time;
pub(crate) mod manual_copy;
mod request;
mod results;

pub(crate) use annotate::annotate;
pub(crate) use error_codes::find as find_code;
pub(crate) use results::title;

use crate::app::{App, Message};
use crate::page::{self, Route};
use js_sys::{Array, Uint8Array};
use p2s_batch::Source;
use p2s_package::Timestamp;
use p2s_report::{Language, Message as Label};
use web_sys::File;
use yew::html::Scope;
use yew::{Html, create_portal, html};

/// What every view needs.
#[derive(Clone, Copy)]
struct ViewContext<'a> {
    language: Language,
    app: &'a App,
    /// The time that the answers are for.
    now: Timestamp,
    link: &'a Scope<App>,
}

impl ViewContext<'_> {
    fn text(self, label: Label) -> &'static str {
        label.text(self.language)
    }

    /// Returns true if the report is about one input, which is shown in full.
    fn is_only_input(self) -> bool {
        let report = self.app.report.as_ref();
        report.is_some_and(|report| report.inputs.len() == 1)
    }
}

/// Renders the whole page.
pub(crate) fn page(app: &App, link: &Scope<App>) -> Html {
    let answered = app.report.as_ref().map(|report| report.generated);
    let Some(now) = answered.or_else(|| app.now()) else {
        return Html::default();
    };
    let context = ViewContext {
        language: app.language,
        app,
        now,
        link,
    };
    html! {
        <>
            { mount_at("bar-tools", bar::controls(context)) }
            { mount_at("banner", bar::banner(context)) }
            { mount_at("foot-facts", footer::notices(context)) }
            if app.route != Route::Check {
                { mount_in_prose(context, "request", request::form(context)) }
                { mount_in_prose(context, "error-code", error_codes::finder(context)) }
            }
            { manual_copy::manual_copy(context) }
            <p role="status" class="unseen">{ results::announcement(context) }</p>
            <p role="status" class="unseen">{ copied(context) }</p>
            if app.route == Route::Check {
                { results::results(context) }
                { intake::intake(context) }
            }
        </>
    }
}

/// Makes the example package, as if the user had chosen it.
pub(crate) fn example() -> Option<Source<File>> {
    let parts = Array::of1(&Uint8Array::from(crate::worker::EXAMPLE).into());
    let file = File::new_with_u8_array_sequence(&parts, "example.zip").ok()?;
    Some(crate::intake::from_file(file))
}

/// Renders into an element of index.html outside `#app`.
fn mount_at(id: &str, html: Html) -> Html {
    match page::document().and_then(|document| document.get_element_by_id(id)) {
        Some(element) => create_portal(html, element),
        None => html,
    }
}

/// Renders into the prose of the current language, at the element with this `data-mount`.
fn mount_in_prose(context: ViewContext, name: &str, html: Html) -> Html {
    let tag = context.language.tag();
    let selector = format!("#prose article[lang=\"{tag}\"] [data-mount=\"{name}\"]");
    let element = page::document().and_then(|document| document.query_selector(&selector).ok());
    match element.flatten() {
        Some(element) => create_portal(html, element),
        None => Html::default(),
    }
}

/// Returns what was copied last, for screen readers.
fn copied(context: ViewContext) -> String {
    const MOST_SPOKEN: usize = 20;
    let text = context.app.copied.as_ref();
    text.map_or_else(String::new, |text| {
        let start: String = text.chars().take(MOST_SPOKEN).collect();
        format!("{}: {start}", context.text(Label::Copied))
    })
}

/// Renders a button that copies a text. `what` names the text for screen readers.
fn copy_button(context: ViewContext, text: &str, what: &str) -> Html {
    let is_copied = context.app.copied.as_deref() == Some(text);
    let label = context.text(if is_copied {
        Label::Copied
    } else {
        Label::Copy
    });
    let name = format!("{label}: {what}");
    let text = text.to_owned();
    let copy = context
        .link
        .callback(move |_: yew::MouseEvent| Message::Copy(text.clone()));
    html! { <button type="button" class="copy" aria-label={name} onclick={copy}>{ label }</button> }
}

/// Renders a button that sends one message.
fn button(
    context: ViewContext,
    class: &'static str,
    label: Label,
    message: fn() -> Message,
) -> Html {
    let onclick = context.link.callback(move |_: yew::MouseEvent| message());
    html! { <button type="button" {class} {onclick}>{ context.text(label) }</button> }
}
