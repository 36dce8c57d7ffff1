//! The form of the support request.

use super::Look;
use crate::app::Message;
use crate::request::{Act, what_was_read};
use p2s_report::{FieldError, GatewayDetails, Label, Language, Purpose, window_words};
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, InputEvent, MouseEvent};
use yew::{Callback, Html, TargetCast, html};

/// The form.
pub(super) fn form(look: Look) -> Html {
    let draft = &look.app.request;
    let of = draft.language.unwrap_or(look.language);
    let text = look.app.request_text(look.now);
    let act = |act: fn() -> Act| {
        look.link
            .callback(move |_: MouseEvent| Message::Request(act()))
    };
    let copied = look.app.copied.as_deref() == Some(text.as_str());
    let copy_words = look.text(if copied { Label::Copied } else { Label::Copy });
    let copy = {
        let text = text.clone();
        look.link
            .callback(move |_: MouseEvent| Message::Copy(text.clone()))
    };
    let several = draft.request.gateways.len() > 1;
    html! {
        <div class="request">
            { window(look) }
            <p class="check">
                <input type="checkbox" id="request-on-gateway" checked={draft.request.on_gateway}
                    onchange={look.link.callback(|_: Event| Message::Request(Act::OnGateway))} />
                <label for="request-on-gateway">{ look.text(Label::RequestOnGateway) }</label>
            </p>
            { for draft.request.gateways.iter().enumerate().map(|(number, gateway)| fields(look, number, gateway)) }
            <p class="actions">
                <button type="button" class="plain" id="request-add" onclick={act(|| Act::Add)}>{ look.text(Label::RequestAdd) }</button>
                if several {
                    <button type="button" class="plain" onclick={act(|| Act::Remove)}>{ look.text(Label::RequestRemove) }</button>
                }
            </p>
            { known(look) }
            <p class="field">
                <label for="request-language">{ look.text(Label::RequestLanguage) }</label>
                { languages(look, of) }
            </p>
            <p class="field">
                <label for="request-text">{ look.text(Label::RequestText) }</label>
                <textarea id="request-text" readonly=true rows="12" spellcheck="false" lang={of.tag()} value={text} />
            </p>
            <p class="actions">
                <button type="button" class="plain" id="request-copy" onclick={copy}>{ copy_words }</button>
                <button type="button" class="plain" id="request-save" onclick={act(|| Act::Save)}>{ look.text(Label::RequestSave) }</button>
            </p>
            <p class="faint">{ look.text(Label::RequestPrivate) }</p>
        </div>
    }
}

/// The windows that have not begun, where there are any.
fn window(look: Look) -> Html {
    let Purpose::Window(windows) = Purpose::at(look.now) else {
        return Html::default();
    };
    let change = chosen(look, Act::Window);
    html! {
        <p class="field">
            <label for="request-window">{ look.text(Label::RequestWindow) }</label>
            <select id="request-window" onchange={change}>
                <option value="">{ look.text(Label::RequestChoose) }</option>
                { for windows.iter().map(|window| html! {
                    <option value={window.id}>{ window_words(window, look.language) }</option>
                }) }
            </select>
        </p>
    }
}

fn languages(look: Look, of: Language) -> Html {
    let change = chosen(look, |tag| {
        Act::Language(Language::from_tag(&tag).unwrap_or(Language::En))
    });
    html! {
        <select id="request-language" onchange={change}>
            <option value="ja" lang="ja" selected={of == Language::Ja}>{ "日本語" }</option>
            <option value="en" lang="en" selected={of == Language::En}>{ "English" }</option>
        </select>
    }
}

fn chosen(look: Look, act: fn(String) -> Act) -> Callback<Event> {
    look.link.callback(move |event: Event| {
        Message::Request(act(event
            .target_unchecked_into::<HtmlSelectElement>()
            .value()))
    })
}

/// The two fields of a gateway. Those of the first have the plain names, a number follows in the others.
fn fields(look: Look, number: usize, gateway: &GatewayDetails) -> Html {
    html! {
        <div class="pair">
            { field(look, "request-gateway", number, Label::RequestName, &gateway.name,
                FieldError::in_name(&gateway.name), Act::Name) }
            { field(look, "request-subscription", number, Label::RequestSubscription, &gateway.subscription,
                FieldError::in_subscription(&gateway.subscription), Act::Subscription) }
        </div>
    }
}

fn field(
    look: Look,
    name: &str,
    number: usize,
    label: Label,
    value: &str,
    objection: Option<FieldError>,
    act: fn(usize, String) -> Act,
) -> Html {
    let id = match number {
        0 => name.to_owned(),
        _ => format!("{name}-{}", number.saturating_add(1)),
    };
    let hint = format!("{id}-hint");
    let oninput = look.link.callback(move |event: InputEvent| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value();
        Message::Request(act(number, value))
    });
    html! {
        <p class="field">
            <label for={id.clone()}>{ look.text(label) }</label>
            <input type="text" id={id} value={value.to_owned()} autocomplete="off" spellcheck="false" autocapitalize="off"
                aria-invalid={objection.map(|_| "true")} aria-describedby={hint.clone()} {oninput} />
            <small id={hint} role="status">{ objection.map(|objection| objection.text(look.language)).unwrap_or_default() }</small>
        </p>
    }
}

fn known(look: Look) -> Html {
    let all = what_was_read(look.app);
    if all.is_empty() {
        return Html::default();
    }
    let fact = |label: Label, value: Option<String>| {
        let value = value?;
        Some(html! {
            <div><dt>{ look.text(label) }</dt><dd class="mono" lang="en" translate="no">{ p2s_report::escape_invisible(&value) }</dd></div>
        })
    };
    html! {
        <>
            <p class="faint">{ look.text(Label::RequestKnown) }</p>
            <dl class="facts">
                { for all.into_iter().flat_map(|known| [fact(Label::Gateway, known.server), fact(Label::Network, known.network)]).flatten() }
            </dl>
        </>
    }
}
