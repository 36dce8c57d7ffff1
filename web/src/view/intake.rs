//! Where files come in: two controls and a zone, and what is being read.

use super::{Look, button};
use crate::app::{App, Message};
use crate::{intake, page};
use p2s_report::Label;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::html::Scope;
use yew::{Callback, Html, classes, html};

/// The kinds of files that are understood, as their names end.
const KINDS: &str = ".zip · .exe · VpnSettings.xml · azurevpnconfig.xml · .ovpn · .cer";

/// The zone; smaller under an answer.
pub(super) fn intake(look: Look) -> Html {
    let state = look.app.dragging.then_some("over");
    let hint = if look.app.dragging {
        Label::DropNow
    } else {
        Label::OrDrop
    };
    html! {
        <section id="zone" class={classes!(state)} aria-label={look.text(Label::Intake)}>
            <div class="choose">
                <label class="main-control">
                    <input type="file" id="intake" multiple=true onchange={chosen(look.link)} />
                    <span>{ look.text(Label::ChooseFiles) }</span>
                </label>
                <label class="main-control second">
                    <input type="file" id="intake-folder" webkitdirectory=true onchange={chosen(look.link)} />
                    <span>{ look.text(Label::ChooseFolder) }</span>
                </label>
                <span class="hint">{ look.text(hint) }</span>
            </div>
            <p class="kinds" lang="en" translate="no">{ KINDS }</p>
            { progress(look) }
            if look.app.run.is_none() {
                <p class="ways">
                    <a href="#/maintenance/by-hand">{ look.text(Label::HowToGet) }</a>
                    { button(look, "link", Label::TryExample, || Message::Example) }
                    if !page::is_one_file() {
                        <a href="p2s-check.html" download="p2s-check.html">{ look.text(Label::KeepOffline) }</a>
                    }
                    <a href="#/about/private">{ look.text(Label::WhyPrivate) }</a>
                </p>
            }
        </section>
    }
}

fn chosen(link: &Scope<App>) -> Callback<Event> {
    link.batch_callback(|event: Event| {
        let control = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
        Some(Message::Came(intake::from_control(&control)))
    })
}

/// What is being read; seen only where it takes a while (the style sheet waits).
fn progress(look: Look) -> Html {
    let Some((run, name)) = look
        .app
        .run
        .as_ref()
        .and_then(|run| Some((run, run.reading()?)))
    else {
        return Html::default();
    };
    let (done, total) = run.progress();
    html! {
        <div class="progress">
            <p>
                { Label::reading(look.language, done.saturating_add(1), total) }{ " " }
                <span class="mono" lang="en" translate="no">{ p2s_report::escape_invisible(name) }</span>
            </p>
            <progress max={total.to_string()} value={done.to_string()} aria-label={Label::reading(look.language, done.saturating_add(1), total)}></progress>
            { button(look, "plain", Label::Cancel, || Message::Cancel) }
        </div>
    }
}
