//! Functions from state to HTML. Every event is sent as a [`Message`].
//!
//! The prose is in index.html; the style sheet shows it according to the route and language on `<html>`.

mod annotate;
mod bar;
mod error_codes;
mod footer;
mod intake;
mod local_time;
pub(crate) mod manual_copy;
mod request;
mod results;
mod table;

pub(crate) use annotate::annotate;
pub(crate) use error_codes::find as find_code;
pub(crate) use results::{answers_about, headline};
pub(crate) use table::{is_long as table_is_long, set_heights};

use crate::app::{App, Message};
use crate::page::{self, Route};
use crate::table_state;
use js_sys::Reflect;
use p2s_package::Timestamp;
use p2s_report::markup::{Action, DateField, Filter, View};
use p2s_report::{Language, Message as Label};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
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

    /// Returns what the answers' HTML text needs.
    fn html(self) -> View {
        View {
            language: self.language,
            now: self.now,
            local_time: local_time::local_time,
        }
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
            <p role="status" class="unseen">{ announcement(app) }</p>
            <p role="status" class="unseen">{ copied(context) }</p>
            if app.route == Route::Check {
                if app.report.is_some() {
                    { intake::status(context) }
                }
                { results::results(context) }
                { intake::intake(context) }
            }
        </>
    }
}

/// Makes the page's view without showing it, so that the browser compiles the code for it. A date field is added and removed
/// because Firefox loads its date picker with the first one.
pub(crate) fn warm_up(app: &App, link: &Scope<App>) {
    drop(page(app, link));
    let _ = page::document().and_then(|document| {
        let field = document.create_element("input").ok()?;
        field.set_attribute("type", "date").ok()?;
        document.body()?.append_child(&field).ok()?;
        field.remove();
        Some(())
    });
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

/// Returns the text for screen readers when the results appear: the heading and the sentence below it.
fn announcement(app: &App) -> String {
    match &app.headline {
        Some((heading, first)) => format!("{heading} {first}").trim_end().to_owned(),
        None => String::new(),
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

/// Updates what HTML text doesn't contain: the dates that the user entered, and the labels of the buttons
/// that copied last.
pub(crate) fn complete(app: &App) {
    let focused = page::document().and_then(|document| document.active_element());
    for field in page::all("[data-date]") {
        let name = field.get_attribute("data-date").unwrap_or_default();
        let date = match DateField::named(&name) {
            Some(DateField::Creation) => app.created,
            Some(DateField::Deadline) => app.deadline,
            None => None,
        };
        // Another value would interrupt the user's typing.
        if focused.as_ref() != Some(&field) {
            let date = date.map(|date| date.to_string()).unwrap_or_default();
            field.unchecked_into::<HtmlInputElement>().set_value(&date);
        }
    }
    if let Some(state) = &app.table {
        for control in page::all("[data-filter]") {
            let name = control.get_attribute("data-filter").unwrap_or_default();
            let value = Filter::named(&name).map(|filter| state.filter_value(filter));
            if focused.as_ref() != Some(&control) {
                let _ = Reflect::set(&control, &"value".into(), &value.unwrap_or_default().into());
            }
        }
        set_heights(&state.heights);
        table_state::ensure_tab_stop();
    }
    for control in page::all("[data-copy], [data-action]") {
        let action = control.get_attribute("data-action");
        let action = action.and_then(|name| Action::named(&name));
        let is_copied = app.copied.is_some()
            && match action {
                Some(action) => app.copied_by == Some(action),
                None => page::text_to_copy(&control) == app.copied,
            };
        let label = match action {
            _ if is_copied => Label::Copied,
            Some(action) => action.label(),
            None => Label::Copy,
        };
        let label = label.text(app.language);
        if control.text_content().as_deref() == Some(label) {
            continue;
        }
        control.set_text_content(Some(label));
        let what = control.get_attribute("data-copy");
        if let Some(what) = what.filter(|what| !what.is_empty()) {
            let _ = control.set_attribute("aria-label", &format!("{label}: {what}"));
        }
    }
}

/// Shows HTML text of p2s-report, which escapes what comes from files.
fn raw(html: String) -> Html {
    Html::from_html_unchecked(html.into())
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
