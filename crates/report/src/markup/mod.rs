//! Writes the answers about an input as HTML text, in pieces that the page puts together.
//!
//! The page finds the controls by their attributes: `data-action` (an [`Action`]), `data-copy` (a button that copies the
//! `<code>` beside it), `data-date` (a [`DateField`]) and `data-filter` (a [`Filter`]). No piece contains the value of a
//! field, so that a piece with one stays the same while the user types.

mod cards;
mod evidence;
mod gateways;
mod html_text;
mod icons;
mod table;

pub use cards::{calendar_button, card, card_links, class_of, deadline_hint, deadline_label, line};
pub use evidence::{creation_date, evidence, findings};
pub use gateways::gateways;
pub use table::{Filter, filters, group, overview, row, row_heading};

use cards::class_of_tone;

use crate::{Language, Message, escape_invisible, insert_no_break_spaces, words};
use html_text::HtmlText;
use p2s_package::Timestamp;
use p2s_verdict::InputReport;

/// Identifier of the heading that is focused when the results appear.
pub const HEADING_ID: &str = "answer";

/// What every piece needs.
#[derive(Clone, Copy)]
pub struct View {
    /// The language of the words.
    pub language: Language,
    /// The time that the answers are for.
    pub now: Timestamp,
    /// Formats a time in the user's time zone.
    pub local_time: fn(Language, Timestamp) -> String,
}

impl View {
    fn words(self, message: Message) -> &'static str {
        message.text(self.language)
    }

    fn time(self, time: Timestamp) -> String {
        (self.local_time)(self.language, time)
    }
}

/// What a button does: the value of its attribute `data-action`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Print the page.
    Print,
    /// Start over.
    NewCheck,
    /// Save the report as JSON.
    SaveJson,
    /// Save the report as CSV.
    SaveCsv,
    /// Save the table of clients as CSV.
    SaveClients,
    /// Save the deadline for a calendar.
    SaveCalendar,
    /// Copy the report as text.
    CopyText,
    /// Copy the report as Markdown.
    CopyMarkdown,
    /// Give the report as text to another app.
    Share,
}

impl Action {
    const ALL: [Action; 9] = [
        Action::Print,
        Action::NewCheck,
        Action::SaveJson,
        Action::SaveCsv,
        Action::SaveClients,
        Action::SaveCalendar,
        Action::CopyText,
        Action::CopyMarkdown,
        Action::Share,
    ];

    fn name(self) -> &'static str {
        match self {
            Action::Print => "print",
            Action::NewCheck => "new-check",
            Action::SaveJson => "save-json",
            Action::SaveCsv => "save-csv",
            Action::SaveClients => "save-clients",
            Action::SaveCalendar => "save-calendar",
            Action::CopyText => "copy-text",
            Action::CopyMarkdown => "copy-markdown",
            Action::Share => "share",
        }
    }

    /// Returns the label of its button.
    pub fn label(self) -> Message {
        match self {
            Action::Print => Message::Print,
            Action::NewCheck => Message::NewCheck,
            Action::SaveJson => Message::SaveJson,
            Action::SaveCsv => Message::SaveCsv,
            Action::SaveClients => Message::SaveClients,
            Action::SaveCalendar => Message::DeadlineSave,
            Action::CopyText => Message::CopyText,
            Action::CopyMarkdown => Message::CopyMarkdown,
            Action::Share => Message::Share,
        }
    }

    /// Returns the action with a name.
    pub fn named(name: &str) -> Option<Self> {
        Action::ALL.into_iter().find(|action| action.name() == name)
    }
}

/// A date that the user enters: the value of the attribute `data-date` of its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateField {
    /// When the gateway was created.
    Creation,
    /// The deadline in the user's notification.
    Deadline,
}

impl DateField {
    fn name(self) -> &'static str {
        match self {
            DateField::Creation => "created",
            DateField::Deadline => "deadline",
        }
    }

    /// Returns the field with a name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = [DateField::Creation, DateField::Deadline].into_iter();
        all.find(|field| field.name() == name)
    }
}

/// Writes what is above the answers: the input's name, which network, gateway and roots it is about, when it was checked,
/// and what to do with the results.
pub fn subject(view: View, input: &InputReport) -> String {
    let mut html = HtmlText::new();
    html.tags("<div class=\"top\"><header class=\"subject\"><h1 class=\"name mono\" lang=\"en\" translate=\"no\">")
        .text(&escape_invisible(&input.name))
        .tags("</h1>");
    let subject = crate::subject(input).join(" · ");
    if !subject.is_empty() {
        html.tags("<p class=\"mono\" lang=\"en\" translate=\"no\">")
            .text(&subject)
            .tags("</p>");
    }
    checked(&mut html, view);
    html.tags("</header>");
    actions(&mut html, view);
    html.tags("</div>").finish()
}

/// Writes when the inputs were checked, and by which version.
fn checked(html: &mut HtmlText, view: View) {
    let moment = &view.time(view.now);
    let checked = words::CheckedOn { moment }.text(view.language);
    html.tags("<p class=\"checked\">")
        .text(&checked)
        .tags(concat!(" · p2s-check ", env!("CARGO_PKG_VERSION"), "</p>"));
}

/// Writes what is above several results: their heading, when they were checked, and what to do with them.
pub fn summary(view: View, summary: &str) -> String {
    let mut html = HtmlText::new();
    html.tags("<div class=\"top\"><header><h1 class=\"summary\" tabindex=\"-1\" id=\"")
        .tags(HEADING_ID)
        .tags("\">")
        .text(&insert_no_break_spaces(summary))
        .tags("</h1>");
    checked(&mut html, view);
    html.tags("</header>");
    actions(&mut html, view);
    html.tags("</div>").finish()
}

/// Writes the section below the results, in which they are copied, shared and saved. `can_share` is true if the browser
/// gives texts to other apps.
pub fn pass_on(view: View, can_share: bool) -> String {
    let mut html = HtmlText::new();
    html.tags("<section class=\"pass-on\"><h2>")
        .text(view.words(Message::PassOn))
        .tags("</h2><p class=\"actions\">");
    button(&mut html, view, Action::CopyText);
    button(&mut html, view, Action::CopyMarkdown);
    if can_share {
        button(&mut html, view, Action::Share);
    }
    button(&mut html, view, Action::SaveJson);
    button(&mut html, view, Action::SaveCsv);
    button(&mut html, view, Action::Print);
    button(&mut html, view, Action::NewCheck);
    html.tags("</p></section>").finish()
}

/// Writes what to do with the results: copy, print, start over.
fn actions(html: &mut HtmlText, view: View) {
    html.tags("<p class=\"actions\">");
    button(html, view, Action::CopyText);
    button(html, view, Action::Print);
    button(html, view, Action::NewCheck);
    html.tags("</p>");
}

/// Writes a button. Its action is also its identifier where it can exist only once.
fn button(html: &mut HtmlText, view: View, action: Action) {
    html.tags("<button type=\"button\" class=\"plain\" data-action=\"")
        .tags(action.name());
    if matches!(action, Action::SaveJson | Action::SaveCsv) {
        html.tags("\" id=\"").tags(action.name());
    }
    html.tags("\">")
        .text(view.words(action.label()))
        .tags("</button>");
}

/// Writes a button that copies the `<code>` beside it. `what` names the text for screen readers.
fn copy_button(html: &mut HtmlText, view: View, what: &str) {
    let label = view.words(Message::Copy);
    html.tags("<button type=\"button\" class=\"copy\" data-copy=\"")
        .text(what)
        .tags("\" aria-label=\"")
        .text(label)
        .tags(": ")
        .text(what)
        .tags("\">")
        .text(label)
        .tags("</button>");
}

/// Writes the label and the field of a date. An identifier must be unique, so it is left out for several inputs.
fn date_field(html: &mut HtmlText, label: &str, field: DateField, id: Option<&'static str>) {
    html.tags("<label>")
        .text(label)
        .tags("<input type=\"date\" data-date=\"")
        .tags(field.name());
    if let Some(id) = id {
        html.tags("\" id=\"").tags(id);
    }
    html.tags("\"></label>");
}
