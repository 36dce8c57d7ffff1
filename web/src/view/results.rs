//! The results: one input in full, or several as rows, the worst first.

use super::{ViewContext, button, cards, evidence, icons};
use crate::app::Message;
use p2s_package::parse_date;
use p2s_report::Message as Label;
use p2s_report::{answer, answer_today};
use p2s_verdict::{InputReport, Report, Verdict};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::{Html, html};

/// Identifier of the section with the results.
pub(crate) const SECTION_ID: &str = "results";

/// Renders the report, once all inputs are answered.
pub(super) fn results(context: ViewContext) -> Html {
    let Some(report) = &context.app.report else {
        return Html::default();
    };
    let answers = match report.inputs.as_slice() {
        [input] => single(context, input),
        inputs => many(context, report, inputs),
    };
    html! {
        <section class="results" id={SECTION_ID} tabindex="-1">
            { answers }
            { pass_on(context) }
        </section>
    }
}

/// Returns the text for screen readers when the results appear.
pub(super) fn announcement(context: ViewContext) -> String {
    match context
        .app
        .report
        .as_ref()
        .map(|report| (report, report.inputs.as_slice()))
    {
        None => String::new(),
        Some((_, [])) => context.text(Label::NothingFound).to_owned(),
        Some((_, [input])) => {
            let answer = answer(input, context.now, context.language);
            format!("{} {}", answer.word, answer.first)
        }
        Some((report, _)) => p2s_report::summary_words(&report.summary, context.language),
    }
}

fn single(context: ViewContext, input: &InputReport) -> Html {
    let error = input.error.as_ref().map(|error| error.code.code());
    html! {
        <article class="result" data-input-name={input.name.clone()} data-verdict={input.verdict.code()}
            data-rule={input.rule.code()} data-root-today={input.root_today.state.code()} data-error={error}>
            { cards::cards(context, input) }
            if input.error.is_none() {
                { created(context) }
            }
            { evidence::evidence(context, input) }
        </article>
    }
}

fn many(context: ViewContext, report: &Report, inputs: &[InputReport]) -> Html {
    // One pass for each rank, because a sort would make the module larger.
    let rows = (0..4).flat_map(|rank| {
        inputs
            .iter()
            .filter(move |input| rank_of(context, input) == rank)
    });
    html! {
        <>
            if inputs.is_empty() {
                <p>{ context.text(Label::NothingFound) }</p>
            }
            <h1 class="summary">{ p2s_report::summary_words(&report.summary, context.language) }</h1>
            if inputs.iter().any(|input| input.error.is_none()) {
                { created(context) }
            }
            { for rows.map(|input| row(context, input)) }
        </>
    }
}

/// Ranks inputs: the worst first, and of those that aren't affected, first those with something to do today.
fn rank_of(context: ViewContext, input: &InputReport) -> u8 {
    match input.verdict {
        Verdict::Affected => 0,
        Verdict::Undetermined => 1,
        Verdict::NotAffected if answer_today(input, context.now, context.language).needs_action => {
            2
        }
        Verdict::NotAffected => 3,
    }
}

fn row(context: ViewContext, input: &InputReport) -> Html {
    let error = input.error.as_ref().map(|error| error.code.code());
    let (answer_2019, today) = (
        answer(input, context.now, context.language),
        answer_today(input, context.now, context.language),
    );
    html! {
        <details class="result row" data-input-name={input.name.clone()} data-verdict={input.verdict.code()}
            data-rule={input.rule.code()} data-root-today={input.root_today.state.code()} data-error={error}>
            <summary>
                <span class={cards::tone(input)}>{ icons::verdict(input.verdict) }<b>{ answer_2019.word }</b></span>
                <span class="mono" lang="en" translate="no">{ p2s_report::escape_invisible(&input.name) }</span>
                if today.needs_action {
                    <span class="tone-today">{ icons::attention() }{ today.word }</span>
                }
            </summary>
            { cards::cards(context, input) }
            { evidence::evidence(context, input) }
        </details>
    }
}

fn pass_on(context: ViewContext) -> Html {
    let save_json = context
        .link
        .callback(|_: yew::MouseEvent| Message::SaveJson);
    let save_csv = context.link.callback(|_: yew::MouseEvent| Message::SaveCsv);
    html! {
        <section class="pass-on">
            <h2>{ context.text(Label::PassOn) }</h2>
            <p class="actions">
                <button type="button" id="save-json" class="plain" onclick={save_json}>{ context.text(Label::SaveJson) }</button>
                <button type="button" id="save-csv" class="plain" onclick={save_csv}>{ context.text(Label::SaveCsv) }</button>
                { button(context, "plain", Label::Print, || Message::Print) }
                { button(context, "plain", Label::NewCheck, || Message::Clear) }
            </p>
        </section>
    }
}

/// Renders the field for the creation date of the gateway.
fn created(context: ViewContext) -> Html {
    let change = context.link.callback(|event: Event| {
        let control = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Message::CreationDateChanged(control.and_then(|control| parse_date(&control.value())))
    });
    let value = context.app.created.map(|date| date.to_string());
    html! {
        <p class="created">
            <label for="created">{ context.text(Label::Created) }</label>
            <input type="date" id="created" {value} onchange={change} />
            <a href="#/maintenance/creation-date">{ context.text(Label::CreatedWhere) }</a>
            <small>{ context.text(Label::CreatedHint) }</small>
        </p>
    }
}
