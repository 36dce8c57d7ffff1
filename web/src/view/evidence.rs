//! What the answer is based on: the items, the rule, the findings and, collapsed, the certificates.

use super::{ViewContext, local_time};
use crate::app::Message;
use p2s_report::{
    Message as Label, class_words, escape_invisible, finding_words, model_words, proof_words,
    reason_words, rule_words, words,
};
use p2s_verdict::{Evidence, InputReport, Kind};
use yew::{Html, classes, html};

/// Renders facts, table, findings and certificates of one input.
pub(super) fn evidence(context: ViewContext, input: &InputReport) -> Html {
    html! {
        <section class="evidence">
            <h2>{ context.text(Label::Evidence) }</h2>
            { facts(context, input) }
            { table(context, input) }
            { findings(context, input) }
            { certificates(context, input) }
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
    let types: Vec<&str> = input.gateway_types.iter().map(|kind| kind.code()).collect();
    html! {
        <dl class="facts">
            { for optional(Label::Gateway, &input.gateway.server) }
            { for optional(Label::Network, &input.gateway.vnet) }
            { for packaged }
            if input.error.is_none() {
                { fact(context.text(Label::Model), model_words(input.model, context.language).into()) }
                { fact(context.text(Label::Proof), proof_words(input.proof, context.language).into()) }
            }
            if !types.is_empty() {
                { fact(context.text(Label::Types), types.join(" / ").into()) }
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

fn table(context: ViewContext, input: &InputReport) -> Html {
    if input.evidence.is_empty() {
        return html! { <p>{ context.text(Label::NoEvidence) }</p> };
    }
    let heads = [Label::Place, Label::Says, Label::Root, Label::Counted];
    html! {
        <table>
            <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ context.text(head) }</th> }) }</tr></thead>
            <tbody>{ for input.evidence.iter().map(|item| row(context, item)) }</tbody>
        </table>
    }
}

fn row(context: ViewContext, item: &Evidence) -> Html {
    let place = html! { <>{ mono(&item.place) }<br/><span class="mono faint" lang="en" translate="no">{ escape_invisible(&item.item) }</span></> };
    let says = match (item.kind, &item.subject) {
        (Kind::Certificate, Some(subject)) => mono(subject),
        _ => mono(&item.value),
    };
    let root = html! {
        <>
            <span class={classes!("class", item.class.code())}>{ class_words(item.class, context.language) }</span>
            if let Some(root) = &item.root {
                <br/>{ escape_invisible(root) }
            }
            { for item.sha256.as_ref().map(|sha256| fingerprint(context, sha256)) }
        </>
    };
    let counted = match item.reason {
        _ if item.counted => context.text(Label::Yes).to_owned(),
        Some(reason) => words::WithReason {
            reason: reason_words(reason, context.language),
            value: context.text(Label::No),
        }
        .text(context.language),
        None => context.text(Label::No).to_owned(),
    };
    let cell = |label: Label, content: Html| html! { <td data-head={context.text(label)}>{ content }</td> };
    html! {
        <tr class={classes!((!item.counted).then_some("uncounted"))}>
            { cell(Label::Place, place) }
            { cell(Label::Says, says) }
            { cell(Label::Root, root) }
            { cell(Label::Counted, counted.into()) }
        </tr>
    }
}

/// Renders the whole fingerprint with a button to copy it.
fn fingerprint(context: ViewContext, sha256: &str) -> Html {
    let copied = context.app.copied.as_deref() == Some(sha256);
    let label = context.text(if copied { Label::Copied } else { Label::Copy });
    let text = sha256.to_owned();
    let copy = context
        .link
        .callback(move |_: yew::MouseEvent| Message::Copy(text.clone()));
    html! {
        <span class="fingerprint">
            <code lang="en" translate="no">{ sha256.to_owned() }</code>
            <button type="button" class="copy" onclick={copy}>{ label }</button>
        </span>
    }
}

fn certificates(context: ViewContext, input: &InputReport) -> Html {
    let certificates: Vec<&Evidence> = input
        .evidence
        .iter()
        .filter(|item| item.kind == Kind::Certificate)
        .collect();
    if certificates.is_empty() {
        return Html::default();
    }
    html! {
        <details class="fields">
            <summary>{ context.text(Label::CertificateFields) }</summary>
            { for certificates.into_iter().map(|item| fields(context, item)) }
        </details>
    }
}

fn fields(context: ViewContext, item: &Evidence) -> Html {
    let texts = [
        (Label::Subject, &item.subject),
        (Label::Issuer, &item.issuer),
        (Label::Serial, &item.serial),
        (Label::Sha1, &item.sha1),
        (Label::Sha256, &item.sha256),
    ];
    let times = [
        (Label::NotBefore, item.not_before),
        (Label::NotAfter, item.not_after),
    ];
    html! {
        <dl class="facts">
            { fact(context.text(Label::Place), mono(&format!("{} · {}", item.place, item.item))) }
            { for texts.into_iter().filter_map(|(label, value)| {
                Some(fact(context.text(label), mono(value.as_ref()?)))
            }) }
            { for times.into_iter().filter_map(|(label, moment)| {
                Some(fact(context.text(label), local_time::local_time(context.language, moment?).into()))
            }) }
        </dl>
    }
}
