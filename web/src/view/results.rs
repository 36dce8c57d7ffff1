//! The results: one input in full, or several as rows, the worst first.

use super::cards::HEADING_ID;
use super::{ViewContext, button, cards, evidence};
use crate::app::{App, Message};
use p2s_report::Message as Label;
use p2s_report::{Answer, answers, insert_no_break_spaces};
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

/// Returns the text for screen readers when the results appear: the heading and the sentence below it.
pub(super) fn announcement(context: ViewContext) -> String {
    match headline(context.app) {
        Some((heading, first)) => format!("{heading} {first}").trim_end().to_owned(),
        None => String::new(),
    }
}

/// Returns the heading of the results, for the title of the window.
pub(crate) fn title(app: &App) -> Option<String> {
    headline(app).map(|(heading, _)| heading)
}

/// Returns the heading of the results and the sentence below it: those of the answer on top, or the counts of several.
fn headline(app: &App) -> Option<(String, String)> {
    let report = app.report.as_ref()?;
    match report.inputs.as_slice() {
        [] => Some((
            Label::NothingFound.text(app.language).to_owned(),
            String::new(),
        )),
        [input] => {
            let answers = answers(input, report.generated, app.deadline, app.language);
            let top = answers.into_iter().next()?;
            Some((top.word, top.first))
        }
        _ => Some((
            p2s_report::summary_words(report, app.language),
            String::new(),
        )),
    }
}

/// Returns the answers about an input, the one on top first.
fn answers_of(context: ViewContext, input: &InputReport) -> Vec<Answer> {
    answers(input, context.now, context.app.deadline, context.language)
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
            { cards::cards(context, input, &answers_of(context, input)) }
            { evidence::evidence(context, input) }
        </article>
    }
}

fn many(context: ViewContext, report: &Report, inputs: &[InputReport]) -> Html {
    // One list for each rank, because a sort would make the module larger.
    let mut ranks: [Vec<Html>; 4] = Default::default();
    for (index, input) in inputs.iter().enumerate() {
        let answers = answers_of(context, input);
        if let Some(rank) = ranks.get_mut(rank_of(input, &answers)) {
            rank.push(row(context, index, input, &answers));
        }
    }
    html! {
        <>
            if inputs.is_empty() {
                <p>{ context.text(Label::NothingFound) }</p>
            }
            <div class="top">
                <h1 class="summary" id={HEADING_ID} tabindex="-1">{ insert_no_break_spaces(&p2s_report::summary_words(report, context.language)) }</h1>
                { actions(context) }
            </div>
            { for ranks.into_iter().flatten() }
        </>
    }
}

/// Ranks inputs: the worst first, and of those that aren't affected, first those with something to do today.
fn rank_of(input: &InputReport, answers: &[Answer]) -> usize {
    match input.verdict {
        Verdict::Affected => 0,
        Verdict::Undetermined => 1,
        Verdict::NotAffected if answers.iter().any(|answer| answer.needs_action) => 2,
        Verdict::NotAffected => 3,
    }
}

/// Renders one of several inputs. What it contains is rendered once it is opened.
fn row(context: ViewContext, index: usize, input: &InputReport, answers: &[Answer]) -> Html {
    let toggled = context
        .link
        .callback(move |_: yew::Event| Message::RowToggled(index));
    let error = input.error.as_ref().map(|error| error.code.code());
    let badge = |answer: &Answer, word: Html| {
        let (tone, icon) = cards::tone(answer);
        html! { <span class={tone}>{ icon }{ word }</span> }
    };
    let (today, about_2019): (Vec<&Answer>, Vec<&Answer>) = answers
        .iter()
        .partition(|answer| answer.about == Label::AboutToday);
    let today = today.into_iter().filter(|answer| answer.needs_action);
    html! {
        <details class="result row" data-input-name={input.name.clone()} data-verdict={input.verdict.code()}
            data-rule={input.rule.code()} data-root-today={input.root_today.state.code()} data-error={error} ontoggle={toggled}>
            <summary>
                { for about_2019.into_iter().map(|answer| badge(answer, html! { <b>{ &answer.word }</b> })) }
                <span class="mono" lang="en" translate="no">{ p2s_report::escape_invisible(&input.name) }</span>
                { for today.map(|answer| badge(answer, html! { { &answer.word } })) }
            </summary>
            if context.app.opened_rows.contains(&index) {
                { cards::cards(context, input, answers) }
                { evidence::evidence(context, input) }
            }
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
