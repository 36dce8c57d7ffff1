//! The answers about one input: the one on top as a card, the other as a card if it has steps of its own, else as a line.

use super::{ViewContext, copy_button, icons, local_time};
use crate::app::Message;
use p2s_package::parse_date;
use p2s_report::Message as Label;
use p2s_report::{Answer, Step, Tone, deadline_calendar, insert_no_break_spaces, words};
use p2s_verdict::InputReport;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::{Html, classes, html};

/// Identifier of the heading that is focused when the results appear.
pub(crate) const HEADING_ID: &str = "answer";

/// Renders the answers about an input.
pub(super) fn cards(context: ViewContext, input: &InputReport, answers: &[Answer]) -> Html {
    let answer = |(position, answer): (usize, &Answer)| {
        if position > 0 && answer.steps.is_empty() {
            line(context, answer)
        } else {
            card(context, input, answer, position == 0)
        }
    };
    html! { <>{ for answers.iter().enumerate().map(answer) }</> }
}

/// Returns the CSS class of a tone's color, and its shape.
pub(super) fn tone(answer: &Answer) -> (&'static str, Html) {
    match answer.tone {
        Tone::Affected => ("tone-bad", icons::warning()),
        Tone::Action => ("tone-today", icons::attention()),
        Tone::Well => ("tone-good", icons::check_mark()),
        Tone::Open => ("tone-open", icons::question_mark()),
    }
}

/// Renders the input's name, which network, gateway and roots it is about, and when it was checked.
pub(super) fn subject(context: ViewContext, input: &InputReport) -> Html {
    let subject = p2s_report::subject(input).join(" · ");
    let moment = &local_time::local_time(context.language, context.now);
    html! {
        <header class="subject">
            <h1 class="name mono" lang="en" translate="no">{ p2s_report::escape_invisible(&input.name) }</h1>
            if !subject.is_empty() {
                <p class="mono" lang="en" translate="no">{ subject }</p>
            }
            <p class="checked">{ words::CheckedOn { moment }.text(context.language) }</p>
        </header>
    }
}

fn card(context: ViewContext, input: &InputReport, answer: &Answer, is_on_top: bool) -> Html {
    let (tone, icon) = tone(answer);
    let heading = (is_on_top && context.is_only_input()).then_some(HEADING_ID);
    html! {
        <section class={classes!("card", tone)}>
            <p class="about">{ context.text(answer.about) }</p>
            <h2 id={heading} tabindex={heading.map(|_| "-1")}>{ icon }<span>{ &answer.word }</span></h2>
            <p class="first">{ insert_no_break_spaces(&answer.first) }</p>
            if !answer.second.is_empty() {
                <p class="second">{ insert_no_break_spaces(&answer.second) }</p>
            }
            { steps(context, answer) }
            if answer.takes_deadline {
                { deadline(context, input) }
            }
            { more(context, answer) }
        </section>
    }
}

fn steps(context: ViewContext, answer: &Answer) -> Html {
    if answer.steps.is_empty() {
        return Html::default();
    }
    let step = |(number, step): (usize, &Step)| {
        html! {
            <li data-step={number.to_string()}>
                { insert_no_break_spaces(&step.text) }
                { command(context, step) }
            </li>
        }
    };
    html! {
        <>
            <h3>{ context.text(Label::Steps) }</h3>
            <ol>{ for (1..).zip(&answer.steps).map(step) }</ol>
        </>
    }
}

/// Renders a step's command: its shell, a button to copy it, the command, and what to do with what it prints.
fn command(context: ViewContext, step: &Step) -> Html {
    let Some(command) = &step.command else {
        return Html::default();
    };
    let shell = command.shell(context.language);
    html! {
        <div class="command">
            <p>{ shell }{ copy_button(context, &command.text, shell) }</p>
            <code lang="en" translate="no">{ &command.text }</code>
            <p class="faint">{ command.purpose(context.language) }</p>
        </div>
    }
}

/// Renders the field for the deadline in the reader's notification, and a button that saves it for a calendar.
fn deadline(context: ViewContext, input: &InputReport) -> Html {
    let deadline = context.app.deadline;
    let change = context
        .link
        .callback(|event: Event| Message::DeadlineChanged(date_of(&event)));
    let calendar = deadline.map(|deadline| {
        let text = deadline_calendar(input, deadline, context.now, context.language);
        let save = context
            .link
            .callback(move |_: yew::MouseEvent| Message::SaveCalendar(text.clone()));
        html! {
            <button type="button" class="plain" onclick={save}>{ context.text(Label::DeadlineSave) }</button>
        }
    });
    html! {
        <p class="deadline">
            <label>
                { context.text(Label::Deadline) }
                <input type="date" value={deadline.map(|date| date.to_string())} onchange={change} />
            </label>
            { calendar }
            <small>{ context.text(Label::DeadlineHint) }</small>
        </p>
    }
}

/// Returns the date in a date field, or `None` if it is empty.
pub(super) fn date_of(event: &Event) -> Option<p2s_package::Date> {
    let control = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    parse_date(&control.value())
}

/// Renders links to the sections of the prose that explain more.
fn more(context: ViewContext, answer: &Answer) -> Html {
    let link = |link: &p2s_report::Link| {
        html! { <a href={link.href()}>{ context.text(link.text) }</a> }
    };
    html! { <p class="more">{ for answer.links.iter().map(link) }</p> }
}

/// Renders an answer without steps as one line, which opens.
fn line(context: ViewContext, answer: &Answer) -> Html {
    let (tone, icon) = tone(answer);
    let heading = words::AnswerLine {
        about: context.text(answer.about),
        answer: &answer.short_word,
    }
    .text(context.language);
    html! {
        <details class={classes!("line", tone)}>
            <summary>{ icon }<b>{ heading }</b></summary>
            <p class="first">{ insert_no_break_spaces(&answer.first) }</p>
            <p class="second">{ insert_no_break_spaces(&answer.second) }</p>
            { more(context, answer) }
        </details>
    }
}
