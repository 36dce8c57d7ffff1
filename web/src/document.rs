//! What the document tells the page: files dropped or pasted anywhere, and another address behind `#`.

use crate::app::{App, Message};
use crate::{intake, page};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event};
use yew::html::Scope;

/// Listens as long as what it returns lives.
pub(crate) fn listen(link: &Scope<App>) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (web_sys::window(), page::document()) else {
        return Vec::new();
    };
    let on = |name: &'static str, act: fn(&Scope<App>, &Event)| {
        let link = link.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, name, options, move |event| act(&link, event))
    };
    let moved = link.callback(|_| Message::Moved);
    vec![
        EventListener::new(&window, "hashchange", move |_| moved.emit(())),
        on("dragover", |link, event| held(link, event, true)),
        on("dragleave", |link, event| {
            // Leaving one element for the next is no leaving.
            if event
                .dyn_ref::<DragEvent>()
                .is_some_and(|event| event.related_target().is_none())
            {
                held(link, event, false);
            }
        }),
        on("drop", |link, event| {
            held(link, event, false);
            let transfer = event
                .dyn_ref::<DragEvent>()
                .and_then(DragEvent::data_transfer);
            take(link, transfer);
        }),
        on("paste", |link, event| {
            let transfer = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data);
            take(link, transfer);
        }),
    ]
}

fn held(link: &Scope<App>, event: &Event, dragging: bool) {
    let transfer = event
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer);
    if transfer.is_some_and(|transfer| intake::has_files(&transfer)) {
        event.prevent_default();
        link.send_message(Message::Dragging(dragging));
    }
}

fn take(link: &Scope<App>, transfer: Option<DataTransfer>) {
    if let Some(transfer) = transfer.filter(intake::has_files) {
        let found = intake::from_transfer(&transfer);
        link.send_future(async move { Message::Came(found.await) });
    }
}
