//! The form of the support request.

use super::ViewContext;
use crate::app::Message;
use crate::request::{Edit, known_gateways};
use p2s_report::{FieldError, GatewayDetails, Language, Message as Label, Purpose, window_words};
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, InputEvent, MouseEvent};
use yew::{Callback, Html, TargetCast, html};

/// Renders the form.
pub(super) fn form(context: ViewContext) -> Html {
    let draft = &context.app.request;
    let text_language = draft.language.unwrap_or(context.language);
    let text = context.app.request_text(context.now);
    let edit = |edit: fn() -> Edit| {
        context
            .link
            .callback(move |_: MouseEvent| Message::Request(edit()))
    };
    let copied = context.app.copied.as_deref() == Some(text.as_str());
    let copy_words = context.text(if copied { Label::Copied } else { Label::Copy });
    let copy = {
        let text = text.clone();
        context
            .link
            .callback(move |_: MouseEvent| Message::Copy(text.clone()))
    };
    let has_several = draft.request.gateways.len() > 1;
    html! {
        <div class="request">
            { window(context) }
            <p class="check">
                <input type="checkbox" id="request-on-gateway" checked={draft.request.on_gateway}
                    onchange={context.link.callback(|_: Event| Message::Request(Edit::ToggleOnGateway))} />
                <label for="request-on-gateway">{ context.text(Label::RequestOnGateway) }</label>
            </p>
            { for draft.request.gateways.iter().enumerate().map(|(number, gateway)| fields(context, number, gateway)) }
            <p class="actions">
                <button type="button" class="plain" id="request-add" onclick={edit(|| Edit::Add)}>{ context.text(Label::RequestAdd) }</button>
                if has_several {
                    <button type="button" class="plain" onclick={edit(|| Edit::Remove)}>{ context.text(Label::RequestRemove) }</button>
                }
            </p>
            { known(context) }
            <p class="field">
                <label for="request-language">{ context.text(Label::RequestLanguage) }</label>
                { languages(context, text_language) }
            </p>
            <p class="field">
                <label for="request-text">{ context.text(Label::RequestText) }</label>
                <textarea id="request-text" readonly=true rows="12" spellcheck="false" lang={text_language.tag()} value={text} />
            </p>
            <p class="actions">
                <button type="button" class="plain" id="request-copy" onclick={copy}>{ copy_words }</button>
                <button type="button" class="plain" id="request-save" onclick={edit(|| Edit::Save)}>{ context.text(Label::RequestSave) }</button>
            </p>
            <p class="faint">{ context.text(Label::RequestPrivate) }</p>
        </div>
    }
}

/// Renders the choice of the windows that haven't begun, if there are any.
fn window(context: ViewContext) -> Html {
    let Purpose::Window(windows) = Purpose::at(context.now) else {
        return Html::default();
    };
    let change = chosen(context, Edit::Window);
    html! {
        <p class="field">
            <label for="request-window">{ context.text(Label::RequestWindow) }</label>
            <select id="request-window" onchange={change}>
                <option value="">{ context.text(Label::RequestChoose) }</option>
                { for windows.iter().map(|window| html! {
                    <option value={window.id}>{ window_words(window, context.language) }</option>
                }) }
            </select>
        </p>
    }
}

fn languages(context: ViewContext, selected: Language) -> Html {
    let change = chosen(context, |tag| {
        Edit::Language(Language::from_tag(&tag).unwrap_or(Language::SOURCE))
    });
    let option = |language: Language| {
        let tag = language.tag();
        html! { <option value={tag} lang={tag} selected={language == selected}>{ language.name() }</option> }
    };
    html! {
        <select id="request-language" onchange={change}>
            { for Language::ALL.into_iter().map(option) }
        </select>
    }
}

fn chosen(context: ViewContext, edit: fn(String) -> Edit) -> Callback<Event> {
    context.link.callback(move |event: Event| {
        Message::Request(edit(
            event.target_unchecked_into::<HtmlSelectElement>().value(),
        ))
    })
}

/// Renders the two fields of a gateway. The identifiers of all but the first end in a number.
fn fields(context: ViewContext, number: usize, gateway: &GatewayDetails) -> Html {
    html! {
        <div class="pair">
            { field(context, "request-gateway", number, Label::RequestName, &gateway.name,
                FieldError::in_name(&gateway.name), Edit::Name) }
            { field(context, "request-subscription", number, Label::RequestSubscription, &gateway.subscription,
                FieldError::in_subscription(&gateway.subscription), Edit::Subscription) }
        </div>
    }
}

fn field(
    context: ViewContext,
    name: &str,
    number: usize,
    label: Label,
    value: &str,
    objection: Option<FieldError>,
    edit: fn(usize, String) -> Edit,
) -> Html {
    let id = match number {
        0 => name.to_owned(),
        _ => format!("{name}-{}", number.saturating_add(1)),
    };
    let hint = format!("{id}-hint");
    let oninput = context.link.callback(move |event: InputEvent| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value();
        Message::Request(edit(number, value))
    });
    html! {
        <p class="field">
            <label for={id.clone()}>{ context.text(label) }</label>
            <input type="text" id={id} value={value.to_owned()} autocomplete="off" spellcheck="false" autocapitalize="off"
                aria-invalid={objection.map(|_| "true")} aria-describedby={hint.clone()} {oninput} />
            <small id={hint} role="status">{ objection.map(|objection| objection.text(context.language)).unwrap_or_default() }</small>
        </p>
    }
}

fn known(context: ViewContext) -> Html {
    let all = known_gateways(context.app);
    if all.is_empty() {
        return Html::default();
    }
    let fact = |label: Label, value: Option<String>| {
        let value = value?;
        Some(html! {
            <div><dt>{ context.text(label) }</dt><dd class="mono" lang="en" translate="no">{ p2s_report::escape_invisible(&value) }</dd></div>
        })
    };
    html! {
        <>
            <p class="faint">{ context.text(Label::RequestKnown) }</p>
            <dl class="facts">
                { for all.into_iter().flat_map(|known| [fact(Label::Gateway, known.server), fact(Label::Network, known.network)]).flatten() }
            </dl>
        </>
    }
}
