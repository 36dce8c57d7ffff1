//! The two answers about one input: 2019 and today. Today's comes first if there is something to do today.

use super::{ViewContext, icons};
use p2s_report::{Answer, Message as Label};
use p2s_report::{answer, answer_today, insert_no_break_spaces};
use p2s_verdict::{InputReport, State, Verdict};
use yew::{Html, classes, html};

/// Renders both answers, the more urgent one first.
pub(super) fn cards(context: ViewContext, input: &InputReport) -> Html {
    let (answer_2019, today) = (
        answer(input, context.now, context.language),
        answer_today(input, context.now, context.language),
    );
    let about_2019 = if input.error.is_some() {
        Label::AboutFile
    } else {
        Label::About2019
    };
    let card_2019 = card(
        context,
        about_2019,
        tone(input),
        icons::verdict(input.verdict),
        &answer_2019,
    );
    if input.error.is_some() {
        return html! { <>{ name(input) }{ card_2019 }</> };
    }
    if today.needs_action {
        let today = card(
            context,
            Label::AboutToday,
            "tone-today",
            icons::attention(),
            &today,
        );
        return html! { <>{ name(input) }{ today }{ card_2019 }</> };
    }
    html! { <>{ name(input) }{ card_2019 }{ line(input, &today) }</> }
}

/// Returns the CSS class of a verdict's color.
pub(super) fn tone(input: &InputReport) -> &'static str {
    match input.verdict {
        Verdict::Affected => "tone-bad",
        Verdict::NotAffected => "tone-good",
        Verdict::Undetermined => "tone-open",
    }
}

fn name(input: &InputReport) -> Html {
    html! { <h1 class="name mono" lang="en" translate="no">{ p2s_report::escape_invisible(&input.name) }</h1> }
}

fn card(
    context: ViewContext,
    about: Label,
    tone: &'static str,
    icon: Html,
    answer: &Answer,
) -> Html {
    html! {
        <section class={classes!("card", tone)}>
            <p class="about">{ context.text(about) }</p>
            <h2>{ icon }<span>{ &answer.word }</span></h2>
            <p class="first">{ insert_no_break_spaces(&answer.first) }</p>
            if !answer.second.is_empty() {
                <p class="second">{ insert_no_break_spaces(&answer.second) }</p>
            }
            { steps(context, answer) }
        </section>
    }
}

fn steps(context: ViewContext, answer: &Answer) -> Html {
    if answer.steps.is_empty() {
        return Html::default();
    }
    let step = |(number, step): (usize, &p2s_report::Step)| {
        html! {
            <li data-step={number.to_string()}>
                { insert_no_break_spaces(&step.text) }
                if let Some(command) = &step.command {
                    <code class="command" lang="en" translate="no">{ command }</code>
                }
            </li>
        }
    };
    html! {
        <>
            <h3>{ context.text(Label::Steps) }</h3>
            <ol>{ for (1..).zip(&answer.steps).map(step) }</ol>
            { more(context, answer) }
        </>
    }
}

/// Renders links to the sections of the prose that explain more.
fn more(context: ViewContext, answer: &Answer) -> Html {
    let link = |link: &p2s_report::Link| {
        html! { <a href={link.href()}>{ context.text(link.text) }</a> }
    };
    html! { <p class="more">{ for answer.links.iter().map(link) }</p> }
}

/// Renders today's answer in one line, if there is nothing to do.
fn line(input: &InputReport, today: &Answer) -> Html {
    if today.first.is_empty() {
        return Html::default();
    }
    let (tone, icon) = match input.root_today.state {
        State::Current if input.verdict != Verdict::Undetermined => {
            ("tone-good", icons::check_mark())
        }
        _ => ("tone-open", icons::verdict(Verdict::Undetermined)),
    };
    html! {
        <p class={classes!("line", tone)}>
            { icon }
            <span><b>{ &today.word }</b>{ " " }{ insert_no_break_spaces(&today.first) }{ " " }{ insert_no_break_spaces(&today.second) }</span>
        </p>
    }
}
