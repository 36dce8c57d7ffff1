//! A printable list of clients with empty rows and checkboxes.

use super::html::escape;
use crate::Language;
use std::fmt::Write as _;

/// The texts of the list.
pub(crate) struct ChecklistWords {
    /// The caption of the table.
    pub(crate) caption: &'static str,
    /// The labels of the lines to fill in above the table.
    pub(crate) top: [&'static str; 3],
    /// The column headings: device and user, kind of client, then the checkboxes.
    pub(crate) head: [&'static str; 6],
    /// The label of the print button.
    pub(crate) print: &'static str,
}

/// The number of rows that fit on a sheet of A4 paper.
const ROWS: usize = 20;

/// Writes the list and a button that prints the list only.
pub(super) fn table(html: &mut String, language: Language) {
    let words = match language {
        Language::Ja => &crate::ja::prose::CHECKLIST,
        Language::En => &crate::en::prose::CHECKLIST,
    };
    let _ = write!(
        html,
        "<p><button type=\"button\" class=\"plain\" data-print>{}</button></p><div class=\"checklist\">",
        words.print
    );
    for line in words.top {
        let _ = write!(html, "<p class=\"blank\">{}</p>", escape(line));
    }
    let head: String = words
        .head
        .iter()
        .map(|cell| format!("<th scope=\"col\">{cell}</th>"))
        .collect();
    let cells = "<td></td><td></td><td class=\"box\">☐</td><td class=\"box\">☐</td><td class=\"box\">☐</td><td></td>";
    let _ = writeln!(
        html,
        "<table><caption>{}</caption><thead><tr>{head}</tr></thead><tbody>{}</tbody></table></div>",
        words.caption,
        format!("<tr>{cells}</tr>\n").repeat(ROWS)
    );
}
