//! Finds an error in the table of the prose: by its code in any usual notation, or by words of the client's message.

use super::ViewContext;
use crate::app::Message;
use crate::page;
use p2s_package::lowercase;
use p2s_report::{Language, Message as Label};
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

/// The fewest characters of a message by which its rows are searched.
const MIN_LENGTH: usize = 4;

/// Marks the rows of a code, or of the messages that contain all of these words in any language. Returns the message to show
/// if there are none.
pub(crate) fn find(text: &str, language: Language) -> Option<Label> {
    let code = parse_code(text);
    let words: Vec<String> = text.split_whitespace().map(lowercase).collect();
    let is_searched = text.chars().count() >= MIN_LENGTH;
    let is_match = |row: &Element| match code {
        Some(code) => row.get_attribute("data-code") == Some(code.to_string()),
        None => is_searched && contains_all(row, &words),
    };
    let rows = page::all("tr[data-section^=\"error-\"]");
    let found: Vec<String> = rows
        .iter()
        .filter(|row| is_match(row))
        .filter_map(|row| row.get_attribute("data-section"))
        .collect();
    let mut is_first = true;
    for row in rows {
        let is_shown = row.get_attribute("lang").as_deref() == Some(language.tag());
        let section = row.get_attribute("data-section").unwrap_or_default();
        if is_shown && found.contains(&section) {
            let _ = row.set_attribute("data-found", "");
            if is_first {
                row.scroll_into_view_with_bool(false);
            }
            is_first = false;
        } else {
            let _ = row.remove_attribute("data-found");
        }
    }
    match code {
        _ if text.is_empty() || !found.is_empty() => None,
        Some(_) => Some(Label::CodeUnknown),
        None => Some(Label::CodeNone),
    }
}

/// Returns true if the row's heading contains all words: the code, its name and the client's message.
fn contains_all(row: &Element, words: &[String]) -> bool {
    let heading = row.first_element_child();
    let text = heading.and_then(|heading| heading.text_content());
    let text = lowercase(&text.unwrap_or_default());
    words.iter().all(|word| text.contains(word.as_str()))
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
