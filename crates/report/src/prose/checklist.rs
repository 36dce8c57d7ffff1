//! A list of clients to tick off: empty lines, for paper.

use super::html::escape;
use crate::Language;
use std::fmt::Write as _;

/// The words of the list.
pub(crate) struct ChecklistWords {
    /// What the list is.
    pub(crate) caption: &'static str,
    /// Lines over the table, to fill in.
    pub(crate) top: [&'static str; 3],
    /// Column heads: device and user, kind of client, then what is ticked off.
    pub(crate) head: [&'static str; 6],
    /// The control that prints it.
    pub(crate) print: &'static str,
}

/// Lines on one sheet of A4.
const LINES: usize = 20;

/// The list, and the control that prints it alone.
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
        format!("<tr>{cells}</tr>\n").repeat(LINES)
    );
}
