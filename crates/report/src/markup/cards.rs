//! The answers about one input: the one on top as a card, the other as a card if it has steps of its own, else as a line.

use super::html_text::HtmlText;
use super::{Action, DateField, HEADING_ID, View, button, copy_button, date_field, icons};
use crate::{Answer, Message, Tone, insert_no_break_spaces, words};

/// Returns the CSS class of an answer's color.
pub fn class_of(answer: &Answer) -> &'static str {
    class_of_tone(answer.tone)
}

/// Returns the CSS class of a tone's color.
pub(super) fn class_of_tone(tone: Tone) -> &'static str {
    match tone {
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
