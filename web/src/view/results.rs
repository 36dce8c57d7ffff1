//! The results: one input in full, or several as rows, the worst first.

use super::cards::HEADING_ID;
use super::{ViewContext, button, cards, evidence};
use crate::app::{App, Message};
use p2s_report::Message as Label;
use p2s_report::{answer, answer_today, answers};
use p2s_verdict::{InputReport, Report, Verdict};
use yew::{Html, html};

/// Identifier of the section with the results.
const SECTION_ID: &str = "results";

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
        <section class="results" id={SECTION_ID}>
            { answers }
            { pass_on(context) }
        </section>
    }
}

/// Returns the text for screen readers when the results appear: what the eye sees first.
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
            let answers = answers(input, context.now, context.app.deadline, context.language);
            answers.first().map_or_else(String::new, |answer| {
                format!("{} {}", answer.word, answer.first)
            })
        }
        Some((report, _)) => p2s_report::summary_words(report, context.language),
    }
}

/// Returns the answer on top in a word, for the title of the window.
pub(crate) fn title(app: &App) -> Option<String> {
    let report = app.report.as_ref()?;
    match report.inputs.as_slice() {
        [input] => {
            let answers = answers(input, report.generated, app.deadline, app.language);
            Some(answers.into_iter().next()?.word)
        }
        _ => Some(p2s_report::summary_words(report, app.language)),
    }
}

fn single(context: ViewContext, input: &InputReport) -> Html {
    let error = input.error.as_ref().map(|error| error.code.code());
    html! {
        <article class="result" data-input-name={input.name.clone()} data-verdict={input.verdict.code()}
            data-rule={input.rule.code()} data-root-today={input.root_today.state.code()} data-error={error}>
            <div class="top">
                { cards::subject(context, input) }
                { actions(context) }
            </div>
            { cards::cards(context, input) }
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
            <div class="top">
                <h1 class="summary" id={HEADING_ID} tabindex="-1">{ p2s_report::summary_words(report, context.language) }</h1>
                { actions(context) }
            </div>
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
    let ((tone, icon), (tone_today, icon_today)) = (cards::tone(&answer_2019), cards::tone(&today));
    html! {
        <details class="result row" data-input-name={input.name.clone()} data-verdict={input.verdict.code()}
            data-rule={input.rule.code()} data-root-today={input.root_today.state.code()} data-error={error}>
            <summary>
                <span class={tone}>{ icon }<b>{ answer_2019.word }</b></span>
                <span class="mono" lang="en" translate="no">{ p2s_report::escape_invisible(&input.name) }</span>
                if today.needs_action {
                    <span class={tone_today}>{ icon_today }{ today.word }</span>
                }
            </summary>
            { cards::cards(context, input) }
            { evidence::evidence(context, input) }
        </details>
    }
}

/// Renders what to do with the results: start again, print.
fn actions(context: ViewContext) -> Html {
    html! {
        <p class="actions">
            { button(context, "plain", Label::Print, || Message::Print) }
            { button(context, "plain", Label::NewCheck, || Message::Clear) }
        </p>
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
            </p>
            { actions(context) }
        </section>
    }
}
