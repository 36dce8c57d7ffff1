//! The file controls, the drop zone, and the progress.

use super::{ViewContext, button};
use crate::app::{App, Message};
use crate::document::PASTE_ID;
use crate::example::{EXAMPLES, Example};
use crate::{intake, page};
use gloo_timers::callback::Timeout;
use js_sys::Array;
use p2s_batch::Progress;
use p2s_report::{Message as Label, words};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement, MouseEvent};
use yew::html::Scope;
use yew::{Callback, Html, TargetCast, classes, html};

/// The file types to choose from.
const KINDS: &str = ".zip · .exe · VpnSettings.xml · azurevpnconfig.xml · .ovpn · .cer";

/// Milliseconds of reading after which the time left is shown. Before, an estimate would jump.
const SURE_AFTER: f64 = 2_000.0;

/// Renders the drop zone with the two file controls.
pub(super) fn intake(context: ViewContext) -> Html {
    let state = context.app.dragging.then_some("over");
    let hint = if context.app.dragging {
        Label::DropNow
    } else {
        Label::OrDrop
    };
    html! {
        <section id="zone" class={classes!(state)} aria-label={context.text(Label::Intake)}>
            <div class="choose">
                <label class="main-control">
                    <input type="file" id="intake" multiple=true onchange={chosen(context.link)} />
                    <span>{ context.text(Label::ChooseFiles) }</span>
                </label>
                <label class="main-control second">
                    <input type="file" id="intake-folder" webkitdirectory=true onchange={chosen(context.link)} />
                    <span>{ context.text(Label::ChooseFolder) }</span>
                </label>
                <span class="hint">{ context.text(hint) }</span>
            </div>
            <p class="kinds" lang="en" translate="no">{ KINDS }</p>
            if context.app.report.is_none() {
                { status(context) }
            }
            if context.app.batch.is_none() {
                <div class="ways">
                    <a href="#/migration/get-package">{ context.text(Label::HowToGet) }</a>
                    <a href="#/migration/error-codes">{ context.text(Label::FindError) }</a>
                    { paste(context) }
                    { examples(context) }
                    if !page::is_one_file() {
                        <a href="p2s-check.html" download="p2s-check.html">{ context.text(Label::KeepOffline) }</a>
                    }
                    <a href="#/about/private">{ context.text(Label::WhyPrivate) }</a>
                </div>
            }
        </section>
    }
}

/// Renders the field for pasted text. Most users paste anywhere; phones need a field.
fn paste(context: ViewContext) -> Html {
    let onchange = context.link.callback(|event: Event| {
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        Message::TextReceived(field.value())
    });
    html! {
        <details class="way">
            <summary>{ context.text(Label::PasteText) }</summary>
            <label for={PASTE_ID}>{ context.text(Label::PasteHint) }</label>
            <textarea id={PASTE_ID} class="mono" rows="4" spellcheck="false" {onchange} />
        </details>
    }
}

fn examples(context: ViewContext) -> Html {
    let example = |(index, example): (usize, &Example)| {
        let onclick = context
            .link
            .callback(move |_: MouseEvent| Message::CheckExample(index));
        html! { <button type="button" class="link" {onclick}>{ context.text(example.label) }</button> }
    };
    html! {
        <details class="way">
            <summary>{ context.text(Label::TryExample) }</summary>
            { for EXAMPLES.iter().enumerate().map(example) }
        </details>
    }
}

/// Handles several files in the next task: Chromium alone takes up to 200 ms to choose a thousand.
fn chosen(link: &Scope<App>) -> Callback<Event> {
    let link = link.clone();
    Callback::from(move |event: Event| {
        let control = event.target().and_then(|target| target.dyn_into().ok());
        let files = control.as_ref().map_or_else(Array::new, intake::take_files);
        let link = link.clone();
        let receive =
            move |files| link.send_message(Message::FilesReceived(intake::from_files(&files)));
        if files.length() > 1 {
            Timeout::new(0, move || receive(files)).forget();
        } else {
            receive(files);
        }
    })
}

/// Renders what happens to the files that were given last, and the way back: above the results, or if there are none, in the
/// drop zone.
pub(super) fn status(context: ViewContext) -> Html {
    let (was_repeated, can_undo) = (
        context.app.was_repeated,
        context.app.history.before().is_some(),
    );
    if context.app.reading_since.is_none() && !was_repeated && !can_undo {
        return Html::default();
    }
    html! {
        <div class="status">
            { progress(context) }
            if was_repeated {
                <p role="status">{ context.text(Label::AllRepeated) }</p>
            }
            if can_undo {
                <p>{ button(context, "plain", Label::Undo, || Message::Undo) }</p>
            }
        </div>
    }
}

/// Renders the progress. The style sheet shows it only after a delay.
fn progress(context: ViewContext) -> Html {
    let batch = context.app.batch.as_ref();
    let Some((batch, name)) = batch.and_then(|batch| Some((batch, batch.current_name()?))) else {
        return Html::default();
    };
    let Progress { done, total } = batch.progress();
    let (done_text, total_text) = (done.to_string(), total.to_string());
    let reading = words::Reading {
        number: &done.saturating_add(1).min(total).to_string(),
        total: &total_text,
    }
    .text(context.language);
    let count = &total_text;
    let not_included = words::NotIncluded { count }.text(context.language);
    html! {
        <div class="progress">
            if batch.is_extending() {
                <p>{ not_included }</p>
            }
            <p>
                { &reading }{ " " }
                <span class="mono" lang="en" translate="no">{ p2s_report::escape_invisible(name) }</span>
            </p>
            <progress max={total_text} value={done_text} aria-label={reading.clone()}></progress>
            if let Some(left) = time_left(context, done, total) {
                <span>{ left }</span>
            }
            { button(context, "plain", Label::Cancel, || Message::Cancel) }
        </div>
    }
}

/// Returns how long reading will still take if it goes on as before; `None` until that can be estimated.
fn time_left(context: ViewContext, done: usize, total: usize) -> Option<String> {
    let elapsed = js_sys::Date::now() - context.app.reading_since?;
    if done == 0 || elapsed < SURE_AFTER {
        return None;
    }
    let left = elapsed / done as f64 * total.saturating_sub(done) as f64;
    let seconds = (left / 1000.0).ceil() as u64;
    let text = match seconds.div_ceil(60) {
        0 | 1 => words::SecondsLeft {
            count: &seconds.to_string(),
        }
        .text(context.language),
        minutes => words::MinutesLeft {
            count: &minutes.to_string(),
        }
        .text(context.language),
    };
    Some(text)
}
