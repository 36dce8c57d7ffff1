//! The answers: one opened, or a line each, worst first.

use super::{Look, button, cards, evidence, icons};
use crate::app::Message;
use p2s_package::parse_date;
use p2s_report::Label;
use p2s_report::{answer, answer_today};
use p2s_verdict::{InputReport, Report, Verdict};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::{Html, html};

/// Where they stand.
pub(crate) const RESULTS: &str = "results";

/// Everything that was answered, once all of it is.
pub(super) fn results(look: Look) -> Html {
    let Some(report) = &look.app.report else {
        return Html::default();
    };
    let answers = match report.inputs.as_slice() {
        [input] => single(look, input),
        inputs => many(look, report, inputs),
    };
    html! {
        <section class="results" id={RESULTS} tabindex="-1">
            { answers }
            { pass_on(look) }
        </section>
    }
}

/// What is said aloud when the answers are there.
pub(super) fn announcement(look: Look) -> String {
    match look
        .app
        .report
        .as_ref()
        .map(|report| (report, report.inputs.as_slice()))
    {
        None => String::new(),
        Some((_, [])) => look.text(Label::NothingFound).to_owned(),
        Some((_, [input])) => {
            let answer = answer(input, look.now, look.language);
            format!("{} {}", answer.word, answer.first)
        }
        Some((report, _)) => p2s_report::summary_words(&report.summary, look.language),
    }
}

fn single(look: Look, input: &InputReport) -> Html {
    let error = input.error.as_ref().map(|error| error.code.clone());
    html! {
        <article class="result" data-input-name={input.name.clone()} data-verdict={input.verdict.code()}
            data-rule={input.rule.code()} data-root-today={input.root_today.state.code()} data-error={error}>
            { cards::cards(look, input) }
            if input.error.is_none() {
                { created(look) }
            }
            { evidence::evidence(look, input) }
        </article>
    }
}

fn many(look: Look, report: &Report, inputs: &[InputReport]) -> Html {
    // Worst first, in passes: a sort would weigh more.
    let rows = (0..4).flat_map(|rank| {
        inputs
            .iter()
            .filter(move |input| rank_of(look, input) == rank)
    });
    html! {
        <>
            if inputs.is_empty() {
                <p>{ look.text(Label::NothingFound) }</p>
            }
            <h1 class="summary">{ p2s_report::summary_words(&report.summary, look.language) }</h1>
            if inputs.iter().any(|input| input.error.is_none()) {
                { created(look) }
            }
            { for rows.map(|input| row(look, input)) }
        </>
    }
}

/// Of those that are well, the ones with something to do today stand first.
fn rank_of(look: Look, input: &InputReport) -> u8 {
    match input.verdict {
        Verdict::Affected => 0,
        Verdict::Undetermined => 1,
        Verdict::NotAffected if answer_today(input, look.now, look.language).needs_action => 2,
        Verdict::NotAffected => 3,
    }
}

fn row(look: Look, input: &InputReport) -> Html {
    let error = input.error.as_ref().map(|error| error.code.clone());
    let (then, today) = (
        answer(input, look.now, look.language),
        answer_today(input, look.now, look.language),
    );
    html! {
        <details class="result row" data-input-name={input.name.clone()} data-verdict={input.verdict.code()}
            data-rule={input.rule.code()} data-root-today={input.root_today.state.code()} data-error={error}>
            <summary>
                <span class={cards::tone(input)}>{ icons::verdict(input.verdict) }<b>{ then.word }</b></span>
                <span class="mono" lang="en" translate="no">{ p2s_report::escape_invisible(&input.name) }</span>
                if today.needs_action {
                    <span class="tone-today">{ icons::today() }{ today.word }</span>
                }
            </summary>
            { cards::cards(look, input) }
            { evidence::evidence(look, input) }
        </details>
    }
}

fn pass_on(look: Look) -> Html {
    let save = look.link.callback(|_: yew::MouseEvent| Message::Save);
    let save_table = look.link.callback(|_: yew::MouseEvent| Message::SaveTable);
    html! {
        <section class="pass-on">
            <h2>{ look.text(Label::PassOn) }</h2>
            <p class="actions">
                <button type="button" id="save-json" class="plain" onclick={save}>{ look.text(Label::SaveJson) }</button>
                <button type="button" id="save-csv" class="plain" onclick={save_table}>{ look.text(Label::SaveCsv) }</button>
                { button(look, "plain", Label::Print, || Message::Print) }
                { button(look, "plain", Label::NewCheck, || Message::Clear) }
            </p>
        </section>
    }
}

/// When the gateway was created: it stands beside what it refines.
fn created(look: Look) -> Html {
    let change = look.link.callback(|event: Event| {
        let control = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Message::Created(control.and_then(|control| parse_date(&control.value())))
    });
    let value = look.app.created.map(|date| date.to_string());
    html! {
        <p class="created">
            <label for="created">{ look.text(Label::Created) }</label>
            <input type="date" id="created" {value} onchange={change} />
            <a href="#/maintenance/creation-date">{ look.text(Label::CreatedWhere) }</a>
            <small>{ look.text(Label::CreatedHint) }</small>
        </p>
    }
}
