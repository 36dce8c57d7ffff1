//! Several inputs: what is to be done for how many, the filters, and the rows of the table.

use super::html_text::HtmlText;
use super::{View, class_of_tone, icons};
use crate::table::{Grouping, Row, Table};
use crate::{Message, insert_no_break_spaces, words};

/// A filter of the table: the value of the attribute `data-filter` of its control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// Words that a row must contain.
    Text,
    /// The index of the answer whose rows are shown.
    Answer,
    /// The index of what the rows are grouped by.
    Grouping,
}

impl Filter {
    const ALL: [Filter; 3] = [Filter::Text, Filter::Answer, Filter::Grouping];

    fn name(self) -> &'static str {
        match self {
            Filter::Text => "text",
            Filter::Answer => "answer",
            Filter::Grouping => "grouping",
        }
    }

    /// Returns the filter with a name.
    pub fn named(name: &str) -> Option<Self> {
        Filter::ALL.into_iter().find(|filter| filter.name() == name)
    }
}

/// Writes how many inputs have which answer, and what is to be done next for each of them.
pub fn overview(table: &Table) -> String {
    let mut html = HtmlText::new();
    html.tags("<ul class=\"overview\">");
    for answer in &table.answer_counts {
        html.tags("<li class=\"")
            .tags(class_of_tone(answer.tone))
            .tags("\">")
            .tags(icons::shape(answer.tone))
            .tags("<b>")
            .text(&answer.count.to_string())
            .tags("</b> <span>")
            .text(&answer.word);
        if !answer.next_step.is_empty() {
            html.tags("<small>")
                .text(&insert_no_break_spaces(&answer.next_step))
                .tags("</small>");
        }
        html.tags("</span></li>");
    }
    html.tags("</ul>").finish()
}

/// Writes the controls that decide which rows are shown.
pub fn filters(view: View, table: &Table) -> String {
    let mut html = HtmlText::new();
    html.tags("<div class=\"filters\"><label>")
        .text(view.words(Message::TableFilter))
        .tags("<input type=\"search\" data-filter=\"text\" autocomplete=\"off\" spellcheck=\"false\"></label>");
    let answers = table.answer_counts.iter().map(|answer| {
        words::TableCount {
            count: &answer.count.to_string(),
            name: &answer.word,
        }
        .text(view.language)
    });
    let all = view.words(Message::TableAll);
    let show = view.words(Message::TableShow);
    choice(&mut html, show, Filter::Answer, all, answers);
    let groupings = Grouping::ALL.into_iter();
    let groupings = groupings.map(|grouping| view.words(grouping.title()).to_owned());
    let none = view.words(Message::TableNotGrouped);
    let group_by = view.words(Message::TableGroupBy);
    choice(&mut html, group_by, Filter::Grouping, none, groupings);
    html.tags("</div>").finish()
}

/// Writes a control with one choice of several; `none` is the first one.
fn choice(
    html: &mut HtmlText,
    label: &str,
    filter: Filter,
    none: &str,
    choices: impl Iterator<Item = String>,
) {
    html.tags("<label>")
        .text(label)
        .tags("<select data-filter=\"")
        .tags(filter.name())
        .tags("\"><option value=\"\">")
        .text(none)
        .tags("</option>");
    for (index, name) in choices.enumerate() {
        html.tags("<option value=\"")
            .text(&index.to_string())
            .tags("\">")
            .text(&name)
            .tags("</option>");
    }
    html.tags("</select></label>");
}

/// Writes the heading of a group of rows.
pub fn group(view: View, name: &str, count: usize) -> String {
    let name = match name {
        "" => view.words(Message::TableNone),
        name => name,
    };
    let count = &count.to_string();
    let heading = words::TableCount { count, name };
    let mut html = HtmlText::new();
    html.tags("<h2 class=\"group\">")
        .text(&heading.text(view.language))
        .tags("</h2>")
        .finish()
}

/// Writes the summary of a row: its cells.
pub fn row(row: &Row) -> String {
    let mut html = HtmlText::new();
    let [action, gateway, root, about_2019, packaged, name] = &row.cells;
    html.tags("<summary tabindex=\"-1\"><span class=\"")
        .tags(class_of_tone(row.tone))
        .tags("\">")
        .tags(icons::shape(row.tone))
        .tags("<b>")
        .text(action)
        .tags("</b></span>");
    for (cell, start) in [
        (
            gateway,
            "<span class=\"mono\" lang=\"en\" translate=\"no\">",
        ),
        (root, "<span lang=\"en\" translate=\"no\">"),
        (about_2019, "<span>"),
        (packaged, "<span>"),
        (name, "<span class=\"mono\" lang=\"en\" translate=\"no\">"),
    ] {
        html.tags(start).text(cell).tags("</span>");
    }
    html.tags("</summary>").finish()
}

/// Writes the heading of an open row.
pub fn row_heading(row: &Row) -> String {
    let [.., name] = &row.cells;
    let mut html = HtmlText::new();
    html.tags("<h2 class=\"name mono\" lang=\"en\" translate=\"no\">")
        .text(name)
        .tags("</h2>")
        .finish()
}
