//! What the answers are based on: facts, each certificate once with the places that name it, what wasn't counted, and
//! findings.

use super::cards::date_of;
use super::{ViewContext, copy_button, local_time};
use crate::app::Message;
use p2s_report::{
    Message as Label, class_words, escape_invisible, finding_words, gateway_type_words, kind_words,
    model_words, proof_words, reason_words, rule_words, words,
};
use p2s_verdict::{Class, Evidence, InputReport, Kind};
use web_sys::Event;
use yew::{Html, classes, html};

/// Renders the evidence of one input. A refusal has none.
pub(super) fn evidence(context: ViewContext, input: &InputReport) -> Html {
    if input.error.is_some() {
        return findings(context, input);
    }
    let (counted, others): (Vec<&Evidence>, Vec<&Evidence>) =
        input.evidence.iter().partition(|item| item.counted);
    html! {
        <section class="evidence">
            <h2>{ context.text(Label::Evidence) }</h2>
            { facts(context, input) }
            if counted.is_empty() {
                <p>{ context.text(Label::NoEvidence) }</p>
            }
            { for groups(counted).iter().map(|group| group_of_items(context, group)) }
            { uncounted(context, others) }
            { findings(context, input) }
            { created(context) }
        </section>
    }
}

fn fact(name: &str, value: Html) -> Html {
    html! { <div><dt>{ name.to_owned() }</dt><dd>{ value }</dd></div> }
}

/// Renders a text from a file. Long names can wrap after commas.
fn mono(text: &str) -> Html {
    let text = escape_invisible(text);
    let pieces = text
        .split_inclusive(',')
        .map(|piece| html! { <>{ piece.to_owned() }<wbr/></> });
    html! { <span class="mono" lang="en" translate="no">{ for pieces }</span> }
}

fn facts(context: ViewContext, input: &InputReport) -> Html {
    let optional = |label, value: &Option<String>| {
        value
            .as_ref()
            .map(|value| fact(context.text(label), mono(value)))
    };
    let packaged = input.packaged.map(|moment| {
        fact(
            context.text(Label::Packaged),
            local_time::local_time(context.language, moment).into(),
        )
    });
    let gateway_type = gateway_type_words(input, context.now, context.language);
    html! {
        <dl class="facts">
            { for optional(Label::Gateway, &input.gateway.server) }
            { for optional(Label::Network, &input.gateway.vnet) }
            { for packaged }
            { fact(context.text(Label::Model), model_words(input.model, context.language).into()) }
            { fact(context.text(Label::Proof), proof_words(input.proof, context.language).into()) }
            if !gateway_type.is_empty() {
                { fact(context.text(Label::Types), gateway_type.into()) }
            }
            { fact(context.text(Label::Rule), html! {
                <>{ rule_words(input.rule, context.language) }{ " " }<code lang="en" translate="no">{ input.rule.code() }</code></>
            }) }
        </dl>
    }
}

fn findings(context: ViewContext, input: &InputReport) -> Html {
    if input.findings.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ context.text(Label::Findings) }</h3>
            <ul>
                { for input.findings.iter().map(|finding| html! {
                    <li>{ finding_words(finding, context.language) }</li>
                }) }
            </ul>
        </>
    }
}

/// Groups items: each certificate with its copies and the thumbprints and names of the same root.
fn groups(items: Vec<&Evidence>) -> Vec<Vec<&Evidence>> {
    let mut groups: Vec<Vec<&Evidence>> = Vec::new();
    for item in items {
        let belongs =
            |group: &&mut Vec<&Evidence>| group.first().is_some_and(|first| is_same(first, item));
        match groups.iter_mut().find(belongs) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups
}

/// Returns true if two items are the same certificate, or if one of them is only a name or a thumbprint of the other's
/// root or self-signed CA.
fn is_same(one: &Evidence, other: &Evidence) -> bool {
    let are_certificates = one.kind == Kind::Certificate && other.kind == Kind::Certificate;
    let is_one_root = one.root == other.root && (one.root.is_some() || one.class == Class::Own);
    one.class == other.class && (one.value == other.value || !are_certificates && is_one_root)
}

/// Renders what several items name, and where each of them is.
fn group_of_items(context: ViewContext, group: &[&Evidence]) -> Html {
    let certificate = group.iter().find(|item| item.kind == Kind::Certificate);
    let Some(item) = certificate.or(group.first()) else {
        return Html::default();
    };
    let name = item
        .root
        .as_ref()
        .or(item.subject.as_ref())
        .unwrap_or(&item.value);
    html! {
        <section class="item">
            <h3>{ escape_invisible(name) }</h3>
            <p class={classes!("class", item.class.code())}>{ class_words(item.class, context.language) }</p>
            { for item.sha256.as_ref().map(|sha256| fingerprint(context, sha256)) }
            <ul class="places">{ for group.iter().map(|item| place(context, item)) }</ul>
            { for certificate.map(|item| fields(context, item)) }
        </section>
    }
}

/// Renders where an item is, and what it says unless it is a certificate.
fn place(context: ViewContext, item: &Evidence) -> Html {
    html! {
        <li>
            { mono(&format!("{} · {}", item.place, item.item)) }
            if item.kind != Kind::Certificate {
                <br/>{ kind_words(item.kind, context.language) }{ ": " }{ mono(&item.value) }
            }
        </li>
    }
}

/// Renders the items that weren't counted, collapsed, with the reasons.
fn uncounted(context: ViewContext, items: Vec<&Evidence>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let heading = words::NotCountedItems {
        count: &items.len().to_string(),
    };
    let item = |item: &&Evidence| {
        let says = item.subject.as_ref().unwrap_or(&item.value);
        html! {
            <li>
                { mono(&format!("{} · {}", item.place, item.item)) }<br/>
                { mono(says) }
                if let Some(reason) = item.reason {
                    <br/>{ reason_words(reason, context.language) }
                }
            </li>
        }
    };
    html! {
        <details class="fields">
            <summary>{ heading.text(context.language) }</summary>
            <ul>{ for items.iter().map(item) }</ul>
        </details>
    }
}

/// Renders the whole fingerprint with a button to copy it.
fn fingerprint(context: ViewContext, sha256: &str) -> Html {
    let name = context.text(Label::Sha256);
    html! {
        <p class="fingerprint">
            { name }{ copy_button(context, sha256, name) }<br/>
            <code lang="en" translate="no">{ sha256.to_owned() }</code>
        </p>
    }
}

/// Renders the other fields of a certificate, collapsed.
fn fields(context: ViewContext, item: &Evidence) -> Html {
    let texts = [
        (Label::Subject, &item.subject),
        (Label::Issuer, &item.issuer),
        (Label::Serial, &item.serial),
        (Label::Sha1, &item.sha1),
    ];
    let times = [
        (Label::NotBefore, item.not_before),
        (Label::NotAfter, item.not_after),
    ];
    html! {
        <details class="fields">
            <summary>{ context.text(Label::CertificateFields) }</summary>
            <dl class="facts">
                { for texts.into_iter().filter_map(|(label, value)| {
                    Some(fact(context.text(label), mono(value.as_ref()?)))
                }) }
                { for times.into_iter().filter_map(|(label, moment)| {
                    Some(fact(context.text(label), local_time::local_time(context.language, moment?).into()))
                }) }
            </dl>
        </details>
    }
}

/// Renders the field for the creation date of the gateway.
pub(super) fn created(context: ViewContext) -> Html {
    let change = context
        .link
        .callback(|event: Event| Message::CreationDateChanged(date_of(&event)));
    let value = context.app.created.map(|date| date.to_string());
    // An identifier must be unique, and several inputs have a field each.
    let is_only = context.is_only_input();
    html! {
        <p class="created">
            <label>
                { context.text(Label::Created) }
                <input type="date" id={is_only.then_some("created")} {value} onchange={change} />
            </label>
            <a href="#/maintenance/creation-date">{ context.text(Label::CreatedWhere) }</a>
            <small>{ context.text(Label::CreatedHint) }</small>
        </p>
    }
}
