//! Adds to the prose in index.html: the state of the maintenance windows, times in the user's time zone, and what was
//! read from the package. All texts are p2s-report's.

use super::local_time;
use crate::app::App;
use crate::page::{self, all};
use p2s_package::Timestamp;
use p2s_report::{Language, day_words, openssl_command};
use p2s_verdict::notices::{WINDOWS, maintenance_2019, renewal_due};
use p2s_verdict::{Class, Kind, Report};
use web_sys::Element;

/// Updates the prose for this time and report. The hooks of tests and hosts are set in the current language only.
pub(crate) fn annotate(app: &App, now: Timestamp) {
    let (language, report) = (app.language, app.report.as_deref());
    mark_windows(language, now);
    draw_own_ca(language, report.and_then(own_ca_validity));
    let openssl_command = report.and_then(only_server).and_then(openssl_command);
    for code in all("#prose [data-section=\"q-presents-now\"] pre code") {
        let plain = code
            .get_attribute("data-plain")
            .or_else(|| code.text_content());
        let plain = plain.unwrap_or_default();
        code.set_text_content(Some(openssl_command.as_deref().unwrap_or(&plain)));
        set(&code, "data-plain", &plain);
    }
}

/// Returns the host of the gateway if there is exactly one input.
fn only_server(report: &Report) -> Option<&str> {
    match report.inputs.as_slice() {
        [input] => input.gateway.server.as_deref(),
        _ => None,
    }
}

/// Returns the validity of the first self-signed CA of a gateway in the report.
fn own_ca_validity(report: &Report) -> Option<(Timestamp, Timestamp)> {
    let evidence = report.inputs.iter().flat_map(|input| &input.evidence);
    let own = |item: &&p2s_verdict::Evidence| {
        item.counted && item.class == Class::Own && item.kind == Kind::Certificate
    };
    let item = evidence
        .filter(own)
        .find(|item| item.not_before.is_some())?;
    item.not_before.zip(item.not_after)
}

/// Shows the fourth line of the timeline: the validity of the gateway's own self-signed CA, and when renewal is due.
fn draw_own_ca(language: Language, validity: Option<(Timestamp, Timestamp)>) {
    let shown = all("#prose [data-own]");
    let Some((from, to)) = validity else {
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
        draw_line(&part, from, due, to);
    }
}

/// Positions the line on the scale in the attributes of the `<svg>` element.
fn draw_line(part: &Element, from: Timestamp, due: Timestamp, to: Timestamp) -> Option<()> {
    let timeline = part.closest("svg").ok()??;
    let number = |name: &str| Some(timeline.get_attribute(name)?.parse::<i64>().ok()? as f64);
    let (first, last) = (number("data-from")?, number("data-to")?);
    let (left, width) = (number("data-left")?, number("data-width")?);
    let x = |moment: Timestamp| {
        let share = (moment.unix() as f64 - first) / (last - first);
        left + share.clamp(0.0, 1.0) * width
    };
    // One unit is six days, so integers are precise enough. Formatting floats would add 5,000 bytes to the module.
    let text = |number: f64| (number as i32).to_string();
    let line = part.query_selector("[data-part=\"life\"]").ok()??;
    set(&line, "x", &text(x(from)));
    set(&line, "width", &text((x(to) - x(from)).max(1.0)));
    let mark = part.query_selector("[data-part=\"due\"]").ok()??;
    set(&mark, "transform", &format!("translate({})", text(x(due))));
    Some(())
}

fn mark_windows(language: Language, now: Timestamp) {
    page::set_root_attribute("data-phase", maintenance_2019(now.unix()).code());
    for row in all("#prose [data-row]") {
        let id = row.get_attribute("data-row").unwrap_or_default();
        let window = WINDOWS.iter().find(|window| window.id == id);
        let is_visible = row.closest(&article(language)).ok().flatten().is_some();
        if let Some(window) = window {
            set(&row, "data-state", window.stage(now.unix()).code());
        }
        if is_visible {
            set(&row, "data-window", &id);
        } else {
            let _ = row.remove_attribute("data-window");
        }
    }
    for time in all(&format!("#prose {} time[data-local]", article(language))) {
        let datetime = time.get_attribute("datetime");
        if let Some(moment) = datetime.and_then(|datetime| Timestamp::parse(&datetime)) {
            time.set_text_content(Some(&local_time::local_time(language, moment)));
        }
    }
    for element in all("#prose [data-zone]") {
        let zone = local_time::time_zone(language).map(|zone| format!("({zone})"));
        element.set_text_content(zone.as_deref());
    }
}

fn article(language: Language) -> String {
    format!("article[lang=\"{}\"]", language.tag())
}

fn set(element: &Element, attribute: &str, value: &str) {
    let _ = element.set_attribute(attribute, value);
}
