//! What the answers are based on: facts, each certificate once with the places that name it, what wasn't counted, and
//! findings.

use super::html_text::HtmlText;
use super::{DateField, View, copy_button, date_field};
use crate::{
    Message, class_words, escape_invisible, finding_words, gateway_type_words, kind_words,
    model_words, proof_words, reason_words, rule_words, words,
};
use p2s_package::Timestamp;
use p2s_verdict::{Class, Evidence, InputReport, Kind};

/// Writes the evidence of one input. A refusal has none. `sha256` is that of the file, in hexadecimal.
pub fn evidence(view: View, input: &InputReport, sha256: Option<&str>) -> String {
    let mut html = HtmlText::new();
    html.tags("<h2>")
        .text(view.words(Message::Evidence))
        .tags("</h2>");
    facts(&mut html, view, input, sha256);
    let (counted, others): (Vec<&Evidence>, Vec<&Evidence>) =
        input.evidence.iter().partition(|item| item.counted);
    if counted.is_empty() {
        html.tags("<p>")
            .text(view.words(Message::NoEvidence))
            .tags("</p>");
    }
    for group in groups(counted) {
        group_of_items(&mut html, view, &group);
    }
    if !others.is_empty() {
        uncounted(&mut html, view, &others);
    }
    html.markup(&findings(view, input)).finish()
}

/// Writes the findings about one input, if there are any.
pub fn findings(view: View, input: &InputReport) -> String {
    let mut html = HtmlText::new();
    if !input.findings.is_empty() {
        html.tags("<h3>")
            .text(view.words(Message::Findings))
            .tags("</h3><ul>");
        for finding in &input.findings {
            html.tags("<li>")
                .text(&finding_words(finding, view.language))
                .tags("</li>");
        }
        html.tags("</ul>");
    }
    html.finish()
}

/// Writes the field for the creation date of the gateway. Its identifier is left out for one of several inputs.
pub fn creation_date(view: View, is_only_input: bool) -> String {
    let mut html = HtmlText::new();
    html.tags("<p class=\"created\">");
    let label = view.words(Message::Created);
    let id = is_only_input.then_some("created");
    date_field(&mut html, label, DateField::Creation, id);
    html.tags("<a href=\"#/maintenance/creation-date\">")
        .text(view.words(Message::CreatedWhere))
        .tags("</a><small>")
        .text(view.words(Message::CreatedHint))
        .tags("</small></p>")
        .finish()
}

fn fact(html: &mut HtmlText, name: &str) {
    html.tags("<div><dt>").text(name).tags("</dt><dd>");
}

fn text_fact(html: &mut HtmlText, name: &str, value: &str) {
    fact(html, name);
    html.text(value).tags("</dd></div>");
}

fn mono_fact(html: &mut HtmlText, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        fact(html, name);
        html.mono(value).tags("</dd></div>");
    }
}

fn time_fact(html: &mut HtmlText, view: View, name: &str, time: Option<Timestamp>) {
    if let Some(time) = time {
        text_fact(html, name, &view.time(time));
    }
}

fn facts(html: &mut HtmlText, view: View, input: &InputReport, sha256: Option<&str>) {
    let language = view.language;
    html.tags("<dl class=\"facts\">");
    mono_fact(
        html,
        view.words(Message::Gateway),
        input.gateway.server.as_deref(),
    );
    mono_fact(
        html,
        view.words(Message::Network),
        input.gateway.vnet.as_deref(),
    );
    time_fact(html, view, view.words(Message::Packaged), input.packaged);
    mono_fact(html, view.words(Message::FileSha256), sha256);
    let model = model_words(input.model, language);
    text_fact(html, view.words(Message::Model), model);
    let proof = proof_words(input.proof, language);
    text_fact(html, view.words(Message::Proof), proof);
    let gateway_type = gateway_type_words(input, view.now, language);
    if !gateway_type.is_empty() {
        text_fact(html, view.words(Message::Types), &gateway_type);
    }
    fact(html, view.words(Message::Rule));
    html.text(rule_words(input.rule, language))
        .tags(" <code lang=\"en\" translate=\"no\">")
        .text(input.rule.code())
        .tags("</code></dd></div></dl>");
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

/// Writes what several items name, and where each of them is.
fn group_of_items(html: &mut HtmlText, view: View, group: &[&Evidence]) {
    let certificate = group.iter().find(|item| item.kind == Kind::Certificate);
    let Some(item) = certificate.or(group.first()) else {
        return;
    };
    let name = item.root.as_ref().or(item.subject.as_ref());
    html.tags("<section class=\"item\"><h3>")
        .text(&escape_invisible(name.unwrap_or(&item.value)))
        .tags("</h3><p class=\"class ")
        .text(item.class.code())
        .tags("\">")
        .text(class_words(item.class, view.language))
        .tags("</p>");
    if let Some(sha256) = &item.sha256 {
        let name = view.words(Message::Sha256);
        html.tags("<p class=\"fingerprint\">").text(name);
        copy_button(html, view, name);
        html.tags("<br><code lang=\"en\" translate=\"no\">")
            .text(sha256)
            .tags("</code></p>");
    }
    html.tags("<ul class=\"places\">");
    for item in group {
        place(html, item);
        if item.kind != Kind::Certificate {
            html.tags("<br>")
                .text(kind_words(item.kind, view.language))
                .tags(": ")
                .mono(&item.value);
        }
        html.tags("</li>");
    }
    html.tags("</ul>");
    if let Some(item) = certificate {
        fields(html, view, item);
    }
    html.tags("</section>");
}

/// Begins a list item with where an item is.
fn place(html: &mut HtmlText, item: &Evidence) {
    html.tags("<li>")
        .mono(&format!("{} · {}", item.place, item.item));
}

/// Writes the items that weren't counted, collapsed, with the reasons.
fn uncounted(html: &mut HtmlText, view: View, items: &[&Evidence]) {
    let heading = words::NotCountedItems {
        count: &items.len().to_string(),
    };
    html.tags("<details class=\"fields\"><summary>")
        .text(&heading.text(view.language))
        .tags("</summary><ul>");
    for item in items {
        place(html, item);
        html.tags("<br>")
            .mono(item.subject.as_ref().unwrap_or(&item.value));
        if let Some(reason) = item.reason {
            html.tags("<br>").text(reason_words(reason, view.language));
        }
        html.tags("</li>");
    }
    html.tags("</ul></details>");
}

/// Writes the other fields of a certificate, collapsed.
fn fields(html: &mut HtmlText, view: View, item: &Evidence) {
    html.tags("<details class=\"fields\"><summary>")
        .text(view.words(Message::CertificateFields))
        .tags("</summary><dl class=\"facts\">");
    for (label, value) in [
        (Message::Subject, &item.subject),
        (Message::Issuer, &item.issuer),
        (Message::Serial, &item.serial),
        (Message::Sha1, &item.sha1),
    ] {
        mono_fact(html, view.words(label), value.as_deref());
    }
    time_fact(html, view, view.words(Message::NotBefore), item.not_before);
    time_fact(html, view, view.words(Message::NotAfter), item.not_after);
    html.tags("</dl></details>");
}
