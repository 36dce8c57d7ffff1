//! The file controls, the drop zone, and the progress.

use super::{ViewContext, button};
use crate::app::{App, Message};
use crate::document::PASTE_ID;
use crate::example::{EXAMPLES, Example};
use crate::{intake, page};
use p2s_batch::Progress;
use p2s_report::{Message as Label, words};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement, MouseEvent};
use yew::html::Scope;
use yew::{Callback, Html, TargetCast, classes, html};

/// The file types to choose from.
const KINDS: &str = ".zip · .exe · VpnSettings.xml · azurevpnconfig.xml · .ovpn · .cer";

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
            { progress(context) }
            if context.app.batch.is_none() {
                <p class="ways">
                    <a href="#/migration/get-package">{ context.text(Label::HowToGet) }</a>
                    <a href="#/migration/error-codes">{ context.text(Label::FindError) }</a>
                    { paste(context) }
                    { examples(context) }
                    if !page::is_one_file() {
                        <a href="p2s-check.html" download="p2s-check.html">{ context.text(Label::KeepOffline) }</a>
                    }
                    <a href="#/about/private">{ context.text(Label::WhyPrivate) }</a>
                </p>
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

fn chosen(link: &Scope<App>) -> Callback<Event> {
    link.batch_callback(|event: Event| {
        let control = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
        Some(Message::FilesReceived(intake::from_control(&control)))
    })
}

/// Renders the progress. The style sheet shows it only after a delay.
fn progress(context: ViewContext) -> Html {
    let batch = context.app.batch.as_ref();
    let Some((batch, name)) = batch.and_then(|batch| Some((batch, batch.next_name()?))) else {
        return Html::default();
    };
    let Progress { done, total } = batch.progress();
    let reading = words::Reading {
        number: &done.saturating_add(1).to_string(),
        total: &total.to_string(),
    }
    .text(context.language);
    html! {
        <div class="progress">
            <p>
                { &reading }{ " " }
                <span class="mono" lang="en" translate="no">{ p2s_report::escape_invisible(name) }</span>
            </p>
            <progress max={total.to_string()} value={done.to_string()} aria-label={reading.clone()}></progress>
            { button(context, "plain", Label::Cancel, || Message::Cancel) }
        </div>
    }
}
