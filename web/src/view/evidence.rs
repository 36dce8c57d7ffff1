//! What the answer stands on: the items, the rule, what else is worth knowing, and, closed, the certificates.

use super::{Look, moments};
use crate::app::Message;
use p2s_report::{
    Label, class_words, escape_invisible, finding_words, model_words, proof_words, reason_words,
    rule_words,
};
use p2s_verdict::{Evidence, InputReport, Kind};
use yew::{Html, classes, html};

/// Facts, findings, the table, the rule and the details of one input.
pub(super) fn evidence(look: Look, input: &InputReport) -> Html {
    html! {
        <section class="evidence">
            <h2>{ look.text(Label::Evidence) }</h2>
            { facts(look, input) }
            { table(look, input) }
            { findings(look, input) }
            { certificates(look, input) }
        </section>
    }
}

fn fact(name: &str, value: Html) -> Html {
    html! { <div><dt>{ name.to_owned() }</dt><dd>{ value }</dd></div> }
}

/// A text out of a file; long names may be broken after their commas.
fn mono(text: &str) -> Html {
    let text = escape_invisible(text);
    let pieces = text
        .split_inclusive(',')
        .map(|piece| html! { <>{ piece.to_owned() }<wbr/></> });
    html! { <span class="mono" lang="en" translate="no">{ for pieces }</span> }
}

fn facts(look: Look, input: &InputReport) -> Html {
    let optional = |label, value: &Option<String>| {
        value
            .as_ref()
            .map(|value| fact(look.text(label), mono(value)))
    };
    let packaged = input.packaged.map(|moment| {
        fact(
            look.text(Label::Packaged),
            moments::local(look.language, moment).into(),
        )
    });
    let types: Vec<&str> = input.gateway_types.iter().map(|kind| kind.code()).collect();
    html! {
        <dl class="facts">
            { for optional(Label::Gateway, &input.gateway.server) }
            { for optional(Label::Network, &input.gateway.vnet) }
            { for packaged }
            if input.error.is_none() {
                { fact(look.text(Label::Model), model_words(input.model, look.language).into()) }
                { fact(look.text(Label::Proof), proof_words(input.proof, look.language).into()) }
            }
            if !types.is_empty() {
                { fact(look.text(Label::Types), types.join(" / ").into()) }
            }
            { fact(look.text(Label::Rule), html! {
                <>{ rule_words(input.rule, look.language) }{ " " }<code lang="en" translate="no">{ input.rule.code() }</code></>
            }) }
        </dl>
    }
}

fn findings(look: Look, input: &InputReport) -> Html {
    if input.findings.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ look.text(Label::Findings) }</h3>
            <ul>
                { for input.findings.iter().map(|finding| html! {
                    <li>{ finding_words(finding, look.language) }</li>
                }) }
            </ul>
        </>
    }
}

fn table(look: Look, input: &InputReport) -> Html {
    if input.evidence.is_empty() {
        return html! { <p>{ look.text(Label::NoEvidence) }</p> };
    }
    let heads = [Label::Place, Label::Says, Label::Root, Label::Counted];
    html! {
        <table>
            <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ look.text(head) }</th> }) }</tr></thead>
            <tbody>{ for input.evidence.iter().map(|item| row(look, item)) }</tbody>
        </table>
    }
}

fn row(look: Look, item: &Evidence) -> Html {
    let place = html! { <>{ mono(&item.place) }<br/><span class="mono faint" lang="en" translate="no">{ escape_invisible(&item.item) }</span></> };
    let says = match (item.kind, &item.subject) {
        (Kind::Certificate, Some(subject)) => mono(subject),
        _ => mono(&item.value),
    };
    let root = html! {
        <>
            <span class={classes!("class", item.class.code())}>{ class_words(item.class, look.language) }</span>
            if let Some(root) = &item.root {
                <br/>{ escape_invisible(root) }
            }
            { for item.sha256.as_ref().map(|sha256| fingerprint(look, sha256)) }
        </>
    };
    let counted = match item.reason {
        _ if item.counted => look.text(Label::Yes).to_owned(),
        Some(reason) => Label::with_reason(
            look.language,
            look.text(Label::No),
            reason_words(reason, look.language),
        ),
        None => look.text(Label::No).to_owned(),
    };
    let cell =
        |label: Label, content: Html| html! { <td data-head={look.text(label)}>{ content }</td> };
    html! {
        <tr class={classes!((!item.counted).then_some("uncounted"))}>
            { cell(Label::Place, place) }
            { cell(Label::Says, says) }
            { cell(Label::Root, root) }
            { cell(Label::Counted, counted.into()) }
        </tr>
    }
}

/// The whole fingerprint, to compare and to copy.
fn fingerprint(look: Look, sha256: &str) -> Html {
    let copied = look.app.copied.as_deref() == Some(sha256);
    let label = look.text(if copied { Label::Copied } else { Label::Copy });
    let text = sha256.to_owned();
    let copy = look
        .link
        .callback(move |_: yew::MouseEvent| Message::Copy(text.clone()));
    html! {
        <span class="fingerprint">
            <code lang="en" translate="no">{ sha256.to_owned() }</code>
            <button type="button" class="copy" onclick={copy}>{ label }</button>
        </span>
    }
}

fn certificates(look: Look, input: &InputReport) -> Html {
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
            <summary>{ look.text(Label::CertificateFields) }</summary>
            { for certificates.into_iter().map(|item| fields(look, item)) }
        </details>
    }
}

fn fields(look: Look, item: &Evidence) -> Html {
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
            { fact(look.text(Label::Place), mono(&format!("{} · {}", item.place, item.item))) }
            { for texts.into_iter().filter_map(|(label, value)| {
                Some(fact(look.text(label), mono(value.as_ref()?)))
            }) }
            { for times.into_iter().filter_map(|(label, moment)| {
                Some(fact(look.text(label), moments::local(look.language, moment?).into()))
            }) }
        </dl>
    }
}
