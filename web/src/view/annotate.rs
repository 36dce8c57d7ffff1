//! What the page adds to the prose, which stands in index.html: the state of the windows at the moment of the answers,
//! times in the viewer's own zone, and what was read. No word of it is here.

use super::moments;
use crate::app::App;
use crate::page;
use p2s_package::Timestamp;
use p2s_report::{Label, Language, day_words, openssl_command};
use p2s_verdict::notices::{WINDOWS, maintenance_2019, renewal_due};
use p2s_verdict::{Class, Kind, Report};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Brings the prose to this moment and to what was read; the hooks stand in the language that is seen.
pub(crate) fn annotate(app: &App, now: Timestamp) {
    let (language, report) = (app.language, app.report.as_ref());
    copied(language, app.copied.as_deref());
    windows(language, now);
    own_ca(language, report.and_then(own_life));
    let presented = report.and_then(only_server).and_then(openssl_command);
    for code in all("#prose [data-section=\"q-presents-now\"] pre code") {
        let plain = code
            .get_attribute("data-plain")
            .or_else(|| code.text_content());
        let plain = plain.unwrap_or_default();
        code.set_text_content(Some(presented.as_deref().unwrap_or(&plain)));
        set(&code, "data-plain", &plain);
    }
}

/// Says of the commands that were copied that they were.
fn copied(language: Language, copied: Option<&str>) {
    for control in all("#prose [data-copy]") {
        let text = page::commands(&control);
        let label = match copied {
            Some(copied) if text.as_deref() == Some(copied) => Label::Copied,
            _ => Label::Copy,
        };
        control.set_text_content(Some(label.text(language)));
    }
}

/// The host of the gateway, where one alone was read.
fn only_server(report: &Report) -> Option<&str> {
    match report.inputs.as_slice() {
        [input] => input.gateway.server.as_deref(),
        _ => None,
    }
}

/// Start and end of the first CA of a gateway's own that was read.
fn own_life(report: &Report) -> Option<(Timestamp, Timestamp)> {
    let evidence = report.inputs.iter().flat_map(|input| &input.evidence);
    let own = |item: &&p2s_verdict::Evidence| {
        item.counted && item.class == Class::Own && item.kind == Kind::Certificate
    };
    let item = evidence
        .filter(own)
        .find(|item| item.not_before.is_some())?;
    item.not_before.zip(item.not_after)
}

/// The fourth line of the picture: from its start to its end, with the day on which renewal is due.
fn own_ca(language: Language, life: Option<(Timestamp, Timestamp)>) {
    let shown = all("#prose [data-own]");
    let Some((from, to)) = life else {
        for part in shown {
            let _ = part.remove_attribute("data-shown");
        }
        return;
    };
    let due = renewal_due(to);
    for part in shown {
        set(&part, "data-shown", "");
        for (name, moment) in [("from", from), ("due", due), ("to", to)] {
            let selector = format!("time[data-part=\"{name}\"]");
            if let Ok(Some(time)) = part.query_selector(&selector) {
                time.set_text_content(Some(&day_words(language, moment)));
            }
        }
        draw(&part, from, due, to);
    }
}

/// Places the line by the scale that the picture carries.
fn draw(part: &Element, from: Timestamp, due: Timestamp, to: Timestamp) -> Option<()> {
    let picture = part.closest("svg").ok()??;
    let number = |name: &str| Some(picture.get_attribute(name)?.parse::<i64>().ok()? as f64);
    let (first, last) = (number("data-from")?, number("data-to")?);
    let (left, width) = (number("data-left")?, number("data-width")?);
    let x = |moment: Timestamp| {
        let share = (moment.unix() as f64 - first) / (last - first);
        left + share.clamp(0.0, 1.0) * width
    };
    // Whole units do: a day is a sixth of one. Written as integers, for floats in words weigh 5,000 bytes.
    let text = |number: f64| (number as i32).to_string();
    let line = part.query_selector("[data-part=\"life\"]").ok()??;
    set(&line, "x", &text(x(from)));
    set(&line, "width", &text((x(to) - x(from)).max(1.0)));
    let mark = part.query_selector("[data-part=\"due\"]").ok()??;
    set(&mark, "transform", &format!("translate({})", text(x(due))));
    Some(())
}

fn windows(language: Language, now: Timestamp) {
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
