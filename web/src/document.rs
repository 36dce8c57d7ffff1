//! Events of the document: files dropped or pasted anywhere, a changed route, and controls in index.html and in
//! HTML text.

use crate::app::{App, Message};
use crate::table_state::{self, FocusMove};
use crate::{history, intake, page};
use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use p2s_package::parse_date;
use p2s_report::markup::{Action, DateField, Filter};
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, HtmlInputElement, KeyboardEvent,
    PopStateEvent,
};
use yew::html::Scope;

/// Starts listening. Dropping the listeners ends it.
pub(crate) fn listen(link: &Scope<App>) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (web_sys::window(), page::document()) else {
        return Vec::new();
    };
    let on = |name: &'static str, handle: fn(&Scope<App>, &Event)| {
        let link = link.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, name, options, move |event| handle(&link, event))
    };
    let printing = |name: &'static str, is_printing: bool| {
        let link = link.clone();
        EventListener::new(&window, name, move |_| {
            link.send_message(Message::Printing(is_printing));
        })
    };
    let route_changed = link.callback(|_| Message::RouteChanged);
    let history_moved = link.batch_callback(|event: Event| {
        let event = event.dyn_ref::<PopStateEvent>()?;
        history::number_of(&event.state()).map(Message::HistoryMoved)
    });
    vec![
        EventListener::new(&window, "popstate", move |event| {
            history_moved.emit(event.clone());
        }),
        EventListener::new(&window, "hashchange", move |_| route_changed.emit(())),
        printing("beforeprint", true),
        printing("afterprint", false),
        on("dragover", |link, event| dragged(link, event, true)),
        on("dragleave", |link, event| {
            // The drag leaves the page only if it doesn't enter another element.
            if event
                .dyn_ref::<DragEvent>()
                .is_some_and(|event| event.related_target().is_none())
            {
                dragged(link, event, false);
            }
        }),
        on("drop", |link, event| {
            dragged(link, event, false);
            let transfer = event
                .dyn_ref::<DragEvent>()
                .and_then(DragEvent::data_transfer);
            receive(link, transfer);
        }),
        on("click", |link, event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(target) = target {
                clicked(link, &target);
            }
        }),
        on("change", |link, event| {
            let control = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(control) = control {
                changed(link, &control);
            }
        }),
        on("input", filtered),
        on("keydown", |link, event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            if let (Some(key), Some(target)) = (key, target) {
                match table_state::move_focus(&target, &key) {
                    FocusMove::None => return,
                    FocusMove::Done => {}
                    FocusMove::ToChunk(chunk, is_last) => {
                        link.send_message(Message::ChunkEntered(chunk, is_last));
                    }
                }
                event.prevent_default();
            }
        }),
        on("paste", pasted),
    ]
}

/// Handles a click on a control in the prose or in the results.
fn clicked(link: &Scope<App>, target: &Element) {
    let within = |selector| target.closest(selector).ok().flatten();
    if let Some(control) = within("[data-action]") {
        let name = control.get_attribute("data-action").unwrap_or_default();
        let input = control.closest("[data-index]").ok().flatten();
        let index = input.and_then(|input| input.get_attribute("data-index"));
        let index = index.and_then(|index| index.parse().ok()).unwrap_or(0);
        if let Some(action) = Action::named(&name) {
            link.send_message(Message::ActionChosen(action, index));
        }
    } else if let Some(control) = within("[data-copy]") {
        let text = page::text_to_copy(&control);
        link.send_message(Message::Copy(text.unwrap_or_default()));
    } else if let Some(control) = within("[data-print]") {
        let section = control.closest("article").ok().flatten();
        let section = section.and_then(|section| section.get_attribute("data-section"));
        page::print_section(&section.unwrap_or_default());
    }
}

/// Handles pasted files, or pasted text unless it is meant for another field.
fn pasted(link: &Scope<App>, event: &Event) {
    let transfer = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    let Some(transfer) = transfer else { return };
    if intake::has_files(&transfer) {
        return receive(link, Some(transfer));
    }
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|target| target.closest("input, textarea, select").ok().flatten());
    let is_for_another_field = field.is_some_and(|field| field.id() != PASTE_ID);
    if let Ok(text) = transfer.get_data("text/plain")
        && !is_for_another_field
    {
        event.prevent_default();
        link.send_message(Message::TextReceived(text));
    }
}

/// Identifier of the field for pasted text.
pub(crate) const PASTE_ID: &str = "paste";

/// Handles what the user entered for a filter of the table.
fn filtered(link: &Scope<App>, event: &Event) {
    let control = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let filter = control
        .as_ref()
        .and_then(|control| control.get_attribute("data-filter"));
    if let (Some(control), Some(filter)) = (control, filter.and_then(|name| Filter::named(&name))) {
        let value = Reflect::get(&control, &"value".into()).ok();
        let value = value.and_then(|value| value.as_string());
        link.send_message(Message::Filtered(filter, value.unwrap_or_default()));
    }
}

/// Handles a new date in a field of the results.
fn changed(link: &Scope<App>, control: &HtmlInputElement) {
    let field = control.get_attribute("data-date");
    if let Some(field) = field.and_then(|name| DateField::named(&name)) {
        link.send_message(Message::DateChanged(field, parse_date(&control.value())));
    }
}

fn dragged(link: &Scope<App>, event: &Event, dragging: bool) {
    let transfer = event
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer);
    if transfer.is_some_and(|transfer| intake::has_files(&transfer)) {
        event.prevent_default();
        link.send_message(Message::Dragging(dragging));
    }
}

fn receive(link: &Scope<App>, transfer: Option<DataTransfer>) {
    if let Some(transfer) = transfer.filter(intake::has_files) {
        let sources = intake::from_transfer(&transfer);
        link.send_future(async move { Message::FilesReceived(sources.await) });
    }
}
