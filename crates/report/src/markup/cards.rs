//! The answers about one input: the one on top as a card, the other as a card if it has steps of its own, else as a line.

use super::html_text::HtmlText;
use super::{Action, DateField, HEADING_ID, View, button, copy_button, date_field, icons};
use crate::{Answer, Message, Tone, escape_invisible, insert_no_break_spaces, words};
use p2s_verdict::InputReport;

/// Returns the CSS class of an answer's color.
pub fn class_of(answer: &Answer) -> &'static str {
    match answer.tone {
        Tone::Affected => "tone-bad",
        Tone::Action => "tone-today",
        Tone::Well => "tone-good",
        Tone::Open => "tone-open",
    }
}

/// Writes an answer up to its steps. `is_heading` gives its heading the [identifier](HEADING_ID) that is focused.
pub fn card(view: View, answer: &Answer, is_heading: bool) -> String {
    let mut html = HtmlText::new();
    html.tags("<p class=\"about\">")
        .text(view.words(answer.about))
        .tags("</p><h2");
    if is_heading {
        html.tags(" tabindex=\"-1\" id=\"")
            .tags(HEADING_ID)
            .tags("\"");
    }
    html.tags(">")
        .tags(icons::shape(answer.tone))
        .tags("<span>")
        .text(&answer.word)
        .tags("</span></h2>");
    sentences(&mut html, answer);
    if !answer.steps.is_empty() {
        html.tags("<h3>")
            .text(view.words(Message::Steps))
            .tags("</h3><ol>");
        for (number, step) in (1..).zip(&answer.steps) {
            let number: usize = number;
            html.tags("<li data-step=\"")
                .text(&number.to_string())
                .tags("\">")
                .text(&insert_no_break_spaces(&step.text));
            if let Some(command) = &step.command {
                let shell = command.shell(view.language);
                html.tags("<div class=\"command\"><p>").text(shell);
                copy_button(&mut html, view, shell);
                html.tags("</p><code lang=\"en\" translate=\"no\">")
                    .text(&command.text)
                    .tags("</code><p class=\"faint\">")
                    .text(&command.purpose(view.language))
                    .tags("</p></div>");
            }
            html.tags("</li>");
        }
        html.tags("</ol>");
    }
    html.finish()
}

/// Writes the links to the sections of the prose that explain an answer.
pub fn card_links(view: View, answer: &Answer) -> String {
    let mut html = HtmlText::new();
    links(&mut html, view, answer);
    html.finish()
}

/// Writes an answer without steps as one line, which opens.
pub fn line(view: View, answer: &Answer) -> String {
    let heading = words::AnswerLine {
        about: view.words(answer.about),
        answer: &answer.short_word,
    };
    let mut html = HtmlText::new();
    html.tags("<details class=\"line ")
        .tags(class_of(answer))
        .tags("\"><summary>")
        .tags(icons::shape(answer.tone))
        .tags("<b>")
        .text(&heading.text(view.language))
        .tags("</b></summary>");
    sentences(&mut html, answer);
    links(&mut html, view, answer);
    html.tags("</details>").finish()
}

/// Writes one of several inputs as a line: its answer about 2019, its name, and what must be done today.
pub fn row(input: &InputReport, answers: &[Answer]) -> String {
    let mut html = HtmlText::new();
    let is_about_today = |answer: &&Answer| answer.about == Message::AboutToday;
    for answer in answers.iter().filter(|answer| !is_about_today(answer)) {
        badge(&mut html, answer, "<b>", "</b>");
    }
    html.tags("<span class=\"mono\" lang=\"en\" translate=\"no\">")
        .text(&escape_invisible(&input.name))
        .tags("</span>");
    for answer in answers.iter().filter(is_about_today) {
        if answer.needs_action {
            badge(&mut html, answer, "", "");
        }
    }
    html.finish()
}

fn badge(html: &mut HtmlText, answer: &Answer, before: &'static str, after: &'static str) {
    html.tags("<span class=\"")
        .tags(class_of(answer))
        .tags("\">")
        .tags(icons::shape(answer.tone))
        .tags(before)
        .text(&answer.word)
        .tags(after)
        .tags("</span>");
}

/// Writes the field for the deadline in the reader's notification.
pub fn deadline_label(view: View) -> String {
    let mut html = HtmlText::new();
    let label = view.words(Message::Deadline);
    date_field(&mut html, label, DateField::Deadline, None);
    html.finish()
}

/// Writes the button that saves the deadline for a calendar.
pub fn calendar_button(view: View) -> String {
    let mut html = HtmlText::new();
    button(&mut html, view, Action::SaveCalendar);
    html.finish()
}

/// Writes what the field for the deadline is for.
pub fn deadline_hint(view: View) -> String {
    let mut html = HtmlText::new();
    html.tags("<small>")
        .text(view.words(Message::DeadlineHint))
        .tags("</small>")
        .finish()
}

fn sentences(html: &mut HtmlText, answer: &Answer) {
    html.tags("<p class=\"first\">")
        .text(&insert_no_break_spaces(&answer.first))
        .tags("</p>");
    if !answer.second.is_empty() {
        html.tags("<p class=\"second\">")
            .text(&insert_no_break_spaces(&answer.second))
            .tags("</p>");
    }
}

fn links(html: &mut HtmlText, view: View, answer: &Answer) {
    html.tags("<p class=\"more\">");
    for link in &answer.links {
        html.tags("<a href=\"")
            .text(&link.href())
            .tags("\">")
            .text(view.words(link.text))
            .tags("</a>");
    }
    html.tags("</p>");
}
