//! The error codes that VPN clients show, in both notations: Windows writes the same code as 0x800B0109 and as
//! -2146762487.

use super::html::{address_of, escape};
use super::inline::inline;
use super::{Page, ProseError};
use crate::words::message_of;
use crate::{Language, Message};
use std::fmt::Write as _;

/// An error code that a VPN client shows.
struct ErrorCode {
    number: u32,
    /// The notation that Windows shows, in lower case.
    id: &'static str,
    /// The name of the code in Windows, or nothing if it has none.
    name: &'static str,
    /// What the code means, in Markdown.
    meaning: Message,
    /// What to do, in Markdown.
    to_do: Message,
}

// Meanings and sources: the vendor's troubleshooting page (798, 0x80090326, 0x8007026F), its knowledge base 2980667
// (0x800B0109), Richard Hicks' pages on Always On VPN (864, 13801, 13806, 0x800B0101).
static ERROR_CODES: [ErrorCode; 8] = [
    error_code(0x800B_0109, "0x800b0109", "CERT_E_UNTRUSTEDROOT"),
    error_code(0x800B_0101, "0x800b0101", "CERT_E_EXPIRED"),
    error_code(13801, "13801", "ERROR_IPSEC_IKE_AUTH_FAIL"),
    error_code(13806, "13806", "ERROR_IPSEC_IKE_NO_CERT"),
    error_code(864, "864", ""),
    error_code(798, "798", ""),
    error_code(0x8009_0326, "0x80090326", "SEC_E_ILLEGAL_MESSAGE"),
    error_code(0x8007_026F, "0x8007026f", ""),
];

const fn error_code(number: u32, id: &'static str, name: &'static str) -> ErrorCode {
    ErrorCode {
        number,
        id,
        name,
        meaning: message_of("client-error-", id, ""),
        to_do: message_of("client-error-", id, ".to-do"),
    }
}

impl ErrorCode {
    /// Returns the notation that Windows shows: hexadecimal for an `HRESULT`, decimal for other codes.
    fn display_form(&self) -> String {
        let number = self.number;
        if number > 0xFFFF {
            format!("0x{number:08X}")
        } else {
            number.to_string()
        }
    }

    /// Returns the other notation: signed decimal for an `HRESULT`, hexadecimal for other codes.
    fn other_notation(&self) -> String {
        let number = self.number;
        if number > 0xFFFF {
            number.cast_signed().to_string()
        } else {
            format!("0x{number:X}")
        }
    }
}

/// Writes the table. Each row has its own address, such as `#/maintenance/error-0x800b0109`.
pub(super) fn table(html: &mut String, language: Language) -> Result<(), ProseError> {
    let [code, meaning, to_do] = [
        Message::CodesCode,
        Message::CodesMeaning,
        Message::CodesToDo,
    ]
    .map(|title| title.text(language));
    let _ = writeln!(
        html,
        "<table class=\"words codes\"><thead><tr><th scope=\"col\">{code}</th><th scope=\"col\">{meaning}</th><th scope=\"col\">{to_do}</th></tr></thead><tbody>"
    );
    for error_code in &ERROR_CODES {
        let section = format!("error-{}", error_code.id);
        let _ = writeln!(
            html,
            "<tr id=\"{address}\" data-section=\"{section}\" lang=\"{tag}\" data-code=\"{number}\" tabindex=\"-1\">\
             <th scope=\"row\" data-head=\"{code}\"><a href=\"#{address}\"><code translate=\"no\">{shown}</code></a> <code translate=\"no\">{other}</code> \
             <small lang=\"en\" translate=\"no\">{name}</small></th>\
             <td data-head=\"{meaning}\">{}</td><td data-head=\"{to_do}\">{}</td></tr>",
            inline(error_code.meaning.text(language), language)?,
            inline(error_code.to_do.text(language), language)?,
            address = address_of(Page::Maintenance, &section, language),
            tag = language.tag(),
            number = error_code.number,
            shown = error_code.display_form(),
            other = error_code.other_notation(),
            name = escape(error_code.name),
        );
    }
    html.push_str("</tbody></table>\n");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_notations_are_the_same_number() {
        let codes = ERROR_CODES
            .iter()
            .map(|code| (code.display_form(), code.other_notation()));
        let codes: Vec<_> = codes.collect();
        for (shown, other) in [
            ("0x800B0109", "-2146762487"),
            ("0x800B0101", "-2146762495"),
            ("13801", "0x35E9"),
        ] {
            assert!(codes.contains(&(shown.to_owned(), other.to_owned())));
        }
    }

    #[test]
    fn the_identifier_is_the_notation_that_windows_shows() {
        for code in &ERROR_CODES {
            assert_eq!(code.id, code.display_form().to_lowercase());
        }
    }
}
