//! What the page adds to the prose, which stands in index.html: the state of the windows at the moment of the answers,
//! and times in the viewer's own zone. No word of it is here.

use super::moments;
use crate::page;
use p2s_package::Timestamp;
use p2s_report::Language;
use p2s_verdict::notices::{WINDOWS, maintenance_2019};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Brings the prose to this moment; the hooks stand in the language that is seen.
pub(crate) fn annotate(language: Language, now: Timestamp) {
    page::mark("data-phase", maintenance_2019(now.unix()).code());
    for row in all("#prose [data-row]") {
        let id = row.get_attribute("data-row").unwrap_or_default();
        let window = WINDOWS.iter().find(|window| window.id == id);
        let seen = row.closest(&within(language)).ok().flatten().is_some();
        if let Some(window) = window {
            set(&row, "data-state", window.stage(now.unix()).code());
        }
        if seen {
            set(&row, "data-window", &id);
        } else {
            let _ = row.remove_attribute("data-window");
        }
    }
    for time in all(&format!("#prose {} time[data-local]", within(language))) {
        let moment = time.get_attribute("datetime");
        if let Some(moment) = moment.and_then(|moment| Timestamp::parse(&moment)) {
            time.set_text_content(Some(&moments::local(language, moment)));
        }
    }
    let zone = moments::zone().map(|zone| format!("({zone})"));
    for place in all("#prose [data-zone]") {
        place.set_text_content(zone.as_deref());
    }
}

fn within(language: Language) -> String {
    format!("article[lang=\"{}\"]", language.tag())
}

fn set(element: &Element, attribute: &str, value: &str) {
    let _ = element.set_attribute(attribute, value);
}

/// Every element of the document that fits.
fn all(selector: &str) -> Vec<Element> {
    let found = page::document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect()
}
