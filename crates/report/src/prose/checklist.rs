//! A printable list of clients with empty rows and checkboxes.

use super::html::escape;
use crate::{Language, Message};
use std::fmt::Write as _;

/// The number of rows that fit on a sheet of A4 paper.
const ROWS: usize = 20;

/// Writes the list and a button that prints the list only.
pub(super) fn table(html: &mut String, language: Language) {
    let text = |message: Message| escape(message.text(language));
    let _ = write!(
        html,
        "<p><button type=\"button\" class=\"plain\" data-print>{}</button></p><div class=\"checklist\">",
        text(Message::ChecklistPrint)
    );
    for line in [
        Message::ChecklistGateway,
        Message::ChecklistDownloaded,
        Message::ChecklistDeadline,
    ] {
        let _ = write!(html, "<p class=\"blank\">{}</p>", text(line));
    }
    let titles = [
        Message::ChecklistDevice,
        Message::ChecklistClient,
        Message::ChecklistPackage,
        Message::ChecklistRoots,
        Message::ChecklistConnected,
        Message::ChecklistInitials,
    ];
    let head: String = titles
        .iter()
        .map(|title| format!("<th scope=\"col\">{}</th>", text(*title)))
        .collect();
    let cells = "<td></td><td></td><td class=\"box\">☐</td><td class=\"box\">☐</td><td class=\"box\">☐</td><td></td>";
    let _ = writeln!(
        html,
        "<table><caption>{}</caption><thead><tr>{head}</tr></thead><tbody>{}</tbody></table></div>",
        text(Message::ChecklistCaption),
        format!("<tr>{cells}</tr>\n").repeat(ROWS)
    );
}
