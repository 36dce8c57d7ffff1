//! Times in the user's time zone, with the name of the zone.

use js_sys::{Array, Date, Intl, Object, Reflect};
use p2s_package::Timestamp;
use p2s_report::{Language, Message, insert_no_break_spaces, words};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// The language and time zone (`None`: the user's) of a formatter.
type FormatterKey = (Language, Option<&'static str>);

thread_local! {
    /// The formatters that were needed. Making one takes longer than an answer.
    static FORMATTERS: RefCell<Vec<(FormatterKey, Intl::DateTimeFormat)>> = const { RefCell::new(Vec::new()) };
}

/// Formats a time in the user's time zone.
pub(super) fn local_time(language: Language, time: Timestamp) -> String {
    format(language, time, None).unwrap_or_else(|| time.to_string())
}

/// Formats a time in the user's time zone and, unless that is Japan's, in Japan's.
pub(super) fn with_japan(language: Language, time: Timestamp) -> String {
    let local = local_time(language, time);
    if local.ends_with("JST") {
        return local;
    }
    match format(language, time, Some("Asia/Tokyo")) {
        Some(japan) => format!("{local} ({japan} JST)"),
        None => local,
    }
}

/// Returns the user's time zone as the browser names it, such as `Asia/Tokyo`.
pub(super) fn time_zone(language: Language) -> Option<String> {
    let options = formatter((language, None))?.resolved_options();
    Reflect::get(&options, &"timeZone".into()).ok()?.as_string()
}

fn formatter(key: FormatterKey) -> Option<Intl::DateTimeFormat> {
    FORMATTERS.with_borrow_mut(|all| {
        if let Some((_, formatter)) = all.iter().find(|(known, _)| *known == key) {
            return Some(formatter.clone());
        }
        let formatter = new_formatter(key)?;
        all.push((key, formatter.clone()));
        Some(formatter)
    })
}

fn new_formatter((language, zone): FormatterKey) -> Option<Intl::DateTimeFormat> {
    let options = Object::new();
    let set = |key: &str, value: &str| Reflect::set(&options, &key.into(), &value.into()).ok();
    for (key, value) in [
        ("calendar", "gregory"),
        ("numberingSystem", "latn"),
        ("hourCycle", "h23"),
        ("year", "numeric"),
        ("month", "numeric"),
        ("day", "numeric"),
        ("hour", "numeric"),
        ("minute", "2-digit"),
    ] {
        set(key, value)?;
    }
    match zone {
        // The caller adds the name: most languages would say GMT+9.
        Some(zone) => set("timeZone", zone)?,
        None => set("timeZoneName", "short")?,
    };
    let locale = Message::Locale.text(language);
    let locales = Array::of1(&JsValue::from_str(locale));
    Some(Intl::DateTimeFormat::new(&locales, &options))
}

/// Formats a time as the language's message does, with the numbers and the zone's name from the browser.
fn format(language: Language, time: Timestamp, zone: Option<&'static str>) -> Option<String> {
    let date = Date::new(&JsValue::from_f64(time.unix() as f64 * 1000.0));
    let parts = formatter((language, zone))?.format_to_parts(&date);
    let part = |kind: &str| {
        let field = |part: &JsValue, name: &str| Reflect::get(part, &name.into()).ok()?.as_string();
        let found = parts
            .iter()
            .find(|part| field(part, "type").as_deref() == Some(kind))?;
        field(&found, "value")
    };
    // Some locales write leading zeros, which the messages add where they want them.
    let number = |kind: &str| Some(part(kind)?.parse::<u8>().ok()?.to_string());
    let moment = words::Moment {
        day: &number("day")?,
        hour: &number("hour")?,
        minute: &part("minute")?,
        month: &number("month")?,
        year: &part("year")?,
    }
    .text(language);
    let moment = insert_no_break_spaces(&moment);
    match part("timeZoneName") {
        Some(name) => Some(format!("{moment} {name}")),
        None => Some(moment),
    }
}
