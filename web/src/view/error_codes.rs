//! Finds an error code in the table of the prose, in any usual notation.

use super::ViewContext;
use crate::app::Message;
use crate::page;
use p2s_report::{Language, Message as Label};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, InputEvent};
use yew::{Html, TargetCast, html};

/// Renders the search field. The matching row of the table is marked.
pub(super) fn finder(context: ViewContext) -> Html {
    let oninput = context.link.callback(|event: InputEvent| {
        Message::FindCode(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    let status = context
        .app
        .code_status
        .map(|label| context.text(label))
        .unwrap_or_default();
    html! {
        <p class="field">
            <label for="error-code">{ context.text(Label::CodeFind) }</label>
            <input type="text" id="error-code" autocomplete="off" spellcheck="false" {oninput} />
            <small role="status">{ status }</small>
        </p>
    }
}

/// Marks the row of a code. Returns the message to show if there is no such row.
pub(crate) fn find(text: &str, language: Language) -> Option<Label> {
    let selector = format!("article[lang=\"{}\"] tr[data-code]", language.tag());
    let found = page::document()?.query_selector_all(&selector).ok()?;
    let code = parse_code(text);
    let mut is_found = false;
    for index in 0..found.length() {
        let Some(row) = found
            .get(index)
            .and_then(|row| row.dyn_into::<Element>().ok())
        else {
            continue;
        };
        let row_code = row
            .get_attribute("data-code")
            .and_then(|code| code.parse::<u32>().ok());
        if code.is_some() && row_code == code {
            is_found = true;
            let _ = row.set_attribute("data-found", "");
            row.scroll_into_view_with_bool(false);
        } else {
            let _ = row.remove_attribute("data-found");
        }
    }
    match code {
        _ if text.is_empty() || is_found => None,
        Some(_) => Some(Label::CodeUnknown),
        None => Some(Label::CodeNone),
    }
}

/// Parses an `HRESULT`: `0x800B0109`, `800B0109`, `2148204809` and `-2146762487` are the same.
fn parse_code(text: &str) -> Option<u32> {
    let lower = text.to_ascii_lowercase();
    if let Some(hex) = lower.strip_prefix("0x") {
        return u32::from_str_radix(hex, 16).ok();
    }
    let signed = lower
        .replace('\u{2212}', "-")
        .parse::<i32>()
        .ok()
        .map(i32::cast_unsigned);
    signed.or_else(|| lower.parse().ok()).or_else(|| {
        (lower.len() == 8)
            .then(|| u32::from_str_radix(&lower, 16).ok())
            .flatten()
    })
}
