//! The results: one input in full, or several as a table. Their words are HTML text of [`p2s_report::markup`].

use super::{ViewContext, raw, table};
use crate::app::App;
use crate::save;
use p2s_report::markup;
use p2s_report::{Answer, Message as Label, answers};
use p2s_verdict::{InputReport, Report};
use yew::{Html, classes, html};

/// Identifier of the section with the results.
const SECTION_ID: &str = "results";

/// Renders the report, once all inputs are answered.
pub(super) fn results(context: ViewContext) -> Html {
    let Some(report) = &context.app.report else {
        return Html::default();
    };
    let answers = match report.inputs.as_slice() {
        [input] => single(context, input),
        _ => several(context, report),
    };
    html! {
        <section class="results" id={SECTION_ID}>
            { answers }
            { raw(markup::pass_on(context.html(), save::can_share())) }
        </section>
    }
}

/// Returns the heading of the results and the sentence below it: those of the answer on top, or the counts of several.
pub(crate) fn headline(app: &App) -> Option<(String, String)> {
    let report = app.report.as_ref()?;
    let without_sentence = |heading| Some((heading, String::new()));
    match report.inputs.as_slice() {
        [] => without_sentence(Label::NothingFound.text(app.language).to_owned()),
        [_] => {
            let top = app.answers.first()?;
            Some((top.word.clone(), top.first.clone()))
        }
        _ => without_sentence(app.table.as_ref()?.table.heading(app.language)),
    }
}

/// Returns the answers about the input, the one on top first; none about several.
pub(crate) fn answers_about(app: &App) -> Vec<Answer> {
    let Some(report) = &app.report else {
        return Vec::new();
    };
    match report.inputs.as_slice() {
        [input] => answers(input, report.generated, app.deadline, app.language),
        _ => Vec::new(),
    }
}

fn single(context: ViewContext, input: &InputReport) -> Html {
    let error = input.error.as_ref().map(|error| error.code.code());
    html! {
        <article class="result" data-input-name={input.name.clone()} data-verdict={input.verdict.code()}
            data-rule={input.rule.code()} data-root-today={input.root_today.state.code()} data-error={error}>
            { raw(markup::subject(context.html(), input)) }
            { body(context, input, &context.app.answers, true) }
        </article>
    }
}

/// Renders the answers about an input, and its evidence.
pub(super) fn body(
    context: ViewContext,
    input: &InputReport,
    answers: &[Answer],
    is_only: bool,
) -> Html {
    let view = context.html();
    let evidence = if input.error.is_some() {
        raw(markup::findings(view, input))
    } else {
        html! {
            <section class="evidence">
                { raw(markup::evidence(view, input, context.app.hashes.of(&input.name))) }
                { raw(markup::creation_date(view, is_only)) }
            </section>
        }
    };
    html! {
        <>
            { for answers.iter().enumerate().map(|(position, answer)| card(context, answer, position, is_only)) }
            { evidence }
        </>
    }
}

/// Renders an answer as a card, or as a line if it isn't on top and has no steps.
fn card(context: ViewContext, answer: &Answer, position: usize, is_only: bool) -> Html {
    let view = context.html();
    if position > 0 && answer.steps.is_empty() {
        return raw(markup::line(view, answer));
    }
    html! {
        <section class={classes!("card", markup::class_of(answer))}>
            { raw(markup::card(view, answer, is_only && position == 0)) }
            if answer.takes_deadline {
                <p class="deadline">
                    { raw(markup::deadline_label(view)) }
                    if context.app.deadline.is_some() {
                        { raw(markup::calendar_button(view)) }
                    }
                    { raw(markup::deadline_hint(view)) }
                </p>
            }
            { raw(markup::card_links(view, answer)) }
        </section>
    }
}

fn several(context: ViewContext, report: &Report) -> Html {
    if report.inputs.is_empty() {
        return html! { <p>{ context.text(Label::NothingFound) }</p> };
    }
    let heading = context.app.headline.as_ref();
    let heading = heading.map_or("", |(heading, _)| heading);
    html! {
        <>
            { raw(markup::summary(context.html(), heading)) }
            { table::table(context, &report.gateways) }
        </>
    }
}
