//! Times in the viewer's zone, with the zone named.

use js_sys::{Array, Date, Intl, Object, Reflect};
use p2s_package::Timestamp;
use p2s_report::Language;
use wasm_bindgen::JsValue;

/// A moment in the viewer's zone.
pub(super) fn local(language: Language, moment: Timestamp) -> String {
    format(language, moment, None).unwrap_or_else(|| moment.to_string())
}

/// A moment in the viewer's zone and, where that says something else, in Japan's.
pub(super) fn both_zones(language: Language, moment: Timestamp) -> String {
    let here = local(language, moment);
    if here.ends_with("JST") {
        return here;
    }
    match format(language, moment, Some("Asia/Tokyo")) {
        Some(japan) => format!("{here} ({japan} JST)"),
        None => here,
    }
}

/// The viewer's zone, as the browser names it: `Asia/Tokyo`.
pub(super) fn zone() -> Option<String> {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into()).ok()?.as_string()
}

fn format(language: Language, moment: Timestamp, zone: Option<&str>) -> Option<String> {
    let options = Object::new();
    let set = |key: &str, value: &str| Reflect::set(&options, &key.into(), &value.into()).ok();
    for key in ["year", "month", "day", "hour"] {
        set(key, "numeric")?;
    }
    set("minute", "2-digit")?;
    set("month", "long")?;
    match zone {
        // Its name is ours to add: most languages would say GMT+9.
        Some(zone) => set("timeZone", zone)?,
        None => set("timeZoneName", "short")?,
    };
    let locales = Array::of1(&JsValue::from_str(match language {
        Language::Ja => "ja-JP",
        Language::En => "en-GB",
    }));
    let date = Date::new(&JsValue::from_f64(moment.unix() as f64 * 1000.0));
    let format = Intl::DateTimeFormat::new(&locales, &options);
    format
        .format()
        .call1(&JsValue::NULL, &date)
        .ok()?
        .as_string()
}
