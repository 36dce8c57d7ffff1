//! The two answers about one input: 2019 and today. Today's stands first where there is something to do today.

use super::{Look, icons};
use p2s_report::{Answer, Label};
use p2s_report::{answer, answer_today, insert_no_break_spaces};
use p2s_verdict::{InputReport, State, Verdict};
use yew::{Html, classes, html};

/// Both answers, in the order in which they matter.
pub(super) fn cards(look: Look, input: &InputReport) -> Html {
    let (then, today) = (
        answer(input, look.now, look.language),
        answer_today(input, look.now, look.language),
    );
    let about_then = if input.error.is_some() {
        Label::AboutFile
    } else {
        Label::About2019
    };
    let then = card(
        look,
        about_then,
        tone(input),
        icons::verdict(input.verdict),
        &then,
    );
    if input.error.is_some() {
        return html! { <>{ name(input) }{ then }</> };
    }
    if today.needs_action {
        let today = card(
            look,
            Label::AboutToday,
            "tone-today",
            icons::today(),
            &today,
        );
        return html! { <>{ name(input) }{ today }{ then }</> };
    }
    html! { <>{ name(input) }{ then }{ line(input, &today) }</> }
}

/// The colour that goes with a verdict.
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

fn card(look: Look, about: Label, tone: &'static str, icon: Html, answer: &Answer) -> Html {
    html! {
        <section class={classes!("card", tone)}>
            <p class="about">{ look.text(about) }</p>
            <h2>{ icon }<span>{ &answer.word }</span></h2>
            <p class="first">{ insert_no_break_spaces(&answer.first) }</p>
            if !answer.second.is_empty() {
                <p class="second">{ insert_no_break_spaces(&answer.second) }</p>
            }
            { steps(look, answer) }
        </section>
    }
}

fn steps(look: Look, answer: &Answer) -> Html {
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
            <h3>{ look.text(Label::Steps) }</h3>
            <ol>{ for (1..).zip(&answer.steps).map(step) }</ol>
            { more(look, answer) }
        </>
    }
}

/// Where the prose says more.
fn more(look: Look, answer: &Answer) -> Html {
    let link = |(label, section): &(Label, &'static str)| {
        html! { <a href={format!("#/maintenance/{section}")}>{ look.text(*label) }</a> }
    };
    html! { <p class="more">{ for answer.links.iter().map(link) }</p> }
}

/// Today's answer where nothing is to be done: one line.
fn line(input: &InputReport, today: &Answer) -> Html {
    if today.first.is_empty() {
        return Html::default();
    }
    let (tone, icon) = match input.root_today.state {
        State::Current if input.verdict != Verdict::Undetermined => ("tone-good", icons::well()),
        _ => ("tone-open", icons::verdict(Verdict::Undetermined)),
    };
    html! {
        <p class={classes!("line", tone)}>
            { icon }
            <span><b>{ &today.word }</b>{ " " }{ insert_no_break_spaces(&today.first) }{ " " }{ insert_no_break_spaces(&today.second) }</span>
        </p>
    }
}
