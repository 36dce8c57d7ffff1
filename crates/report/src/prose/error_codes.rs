//! The errors that VPN clients show: a code in both notations (Windows writes the same code as 0x800B0109 and as
//! -2146762487), or a message without a code.

use super::html::{address_of, escape};
use super::inline::inline;
use super::{ProseError, Topic};
use crate::words::message_of;
use crate::{Language, Message};
use std::fmt::Write as _;

/// An error that a VPN client shows.
struct ClientError {
    /// The notation of the code that Windows shows, in lower case, or a name for an error without a code.
    id: &'static str,
    number: Option<u32>,
    /// The name of the code in Windows, or the client that shows the error, or nothing.
    name: &'static str,
    /// Whether the gateway's server certificate is the cause.
    cause: Message,
    /// The client's own message.
    shown: Message,
    /// What the error means, in Markdown.
    meaning: Message,
    /// What to do, in Markdown.
    to_do: Message,
}

/// Whether the gateway's server certificate is the cause of an error.
enum Cause {
    Yes,
    Maybe,
    No,
}

// Meanings and sources: Azure's page "Troubleshoot Azure point-to-site connection problems" (405, 798, 800, 809, 812, 1460,
// 0x80090326, 0x8007026F, 0x80092013), Microsoft's knowledge base 2980667 (0x800B0109), Richard Hicks' pages on Always On
// VPN (853, 864, 13801, 13806, 0x800B0101), and reports of people who met the others.
static CLIENT_ERRORS: [ClientError; 19] = [
    client_error(
        "0x800b0109",
        Some(0x800B_0109),
        Cause::Yes,
        "CERT_E_UNTRUSTEDROOT",
    ),
    client_error(
        "0x800b0101",
        Some(0x800B_0101),
        Cause::Maybe,
        "CERT_E_EXPIRED",
    ),
    client_error(
        "0x80092013",
        Some(0x8009_2013),
        Cause::Maybe,
        "CRYPT_E_REVOCATION_OFFLINE",
    ),
    client_error(
        "13801",
        Some(13801),
        Cause::Maybe,
        "ERROR_IPSEC_IKE_AUTH_FAIL",
    ),
    client_error("864", Some(864), Cause::Yes, ""),
    client_error("openvpn-local-issuer", None, Cause::Yes, "OpenVPN"),
    client_error("strongswan-issuer", None, Cause::Yes, "strongSwan"),
    client_error("405", Some(405), Cause::Maybe, ""),
    client_error("800", Some(800), Cause::No, ""),
    client_error("809", Some(809), Cause::No, ""),
    client_error("812", Some(812), Cause::No, ""),
    client_error("853", Some(853), Cause::No, ""),
    client_error("13806", Some(13806), Cause::No, "ERROR_IPSEC_IKE_NO_CERT"),
    client_error("798", Some(798), Cause::No, ""),
    client_error(
        "0x80090326",
        Some(0x8009_0326),
        Cause::No,
        "SEC_E_ILLEGAL_MESSAGE",
    ),
    client_error("0x8007026f", Some(0x8007_026F), Cause::No, ""),
    client_error("1460", Some(1460), Cause::No, "Azure VPN Client"),
    client_error("key-material-sent", None, Cause::No, "Azure VPN Client"),
    client_error("0x87d101f4", Some(0x87D1_01F4), Cause::No, "Intune"),
];

const fn client_error(
    id: &'static str,
    number: Option<u32>,
    cause: Cause,
    name: &'static str,
) -> ClientError {
    ClientError {
        id,
        number,
        name,
        cause: match cause {
            Cause::Yes => Message::CodesCauseYes,
            Cause::Maybe => Message::CodesCauseMaybe,
            Cause::No => Message::CodesCauseNo,
        },
        shown: message_of("client-error-", id, ".shown"),
        meaning: message_of("client-error-", id, ""),
        to_do: message_of("client-error-", id, ".to-do"),
    }
}

/// Returns the notation that Windows shows: hexadecimal for an `HRESULT`, decimal for other codes.
fn display_form(number: u32) -> String {
    if number > 0xFFFF {
        format!("0x{number:08X}")
    } else {
        number.to_string()
    }
}

/// Returns the other notation: signed decimal for an `HRESULT`, hexadecimal for other codes.
fn other_notation(number: u32) -> String {
    if number > 0xFFFF {
        number.cast_signed().to_string()
    } else {
        format!("0x{number:X}")
    }
}

/// Writes the table. Each row has its own address, such as `#/migration/error-0x800b0109`.
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
    for error in &CLIENT_ERRORS {
        let section = format!("error-{}", error.id);
        let address = address_of(Topic::ErrorCodes.page(), &section, language);
        let notations = error.number.map(|number| {
            format!(
                "<a href=\"#{address}\"><code translate=\"no\">{}</code></a> <code translate=\"no\">{}</code> ",
                display_form(number),
                other_notation(number)
            )
        });
        let number = error
            .number
            .map(|number| format!(" data-code=\"{number}\""));
        let _ = writeln!(
            html,
            "<tr id=\"{address}\" data-section=\"{section}\" lang=\"{tag}\"{number} tabindex=\"-1\">\
             <th scope=\"row\" data-head=\"{code}\">{notations}<small lang=\"en\" translate=\"no\">{name}</small> \
             <q>{shown}</q></th>\
             <td data-head=\"{meaning}\"><strong>{cause}</strong> {}</td><td data-head=\"{to_do}\">{}</td></tr>",
            inline(error.meaning.text(language), language)?,
            inline(error.to_do.text(language), language)?,
            tag = language.tag(),
            number = number.unwrap_or_default(),
            notations = notations.unwrap_or_default(),
            name = escape(error.name),
            shown = escape(error.shown.text(language)),
            cause = error.cause.text(language),
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
        for (number, shown, other) in [
            (0x800B_0109, "0x800B0109", "-2146762487"),
            (0x800B_0101, "0x800B0101", "-2146762495"),
            (13801, "13801", "0x35E9"),
        ] {
            assert_eq!(display_form(number), shown);
            assert_eq!(other_notation(number), other);
        }
    }

    #[test]
    fn the_identifier_is_the_notation_that_windows_shows() {
        for error in &CLIENT_ERRORS {
            let has_code = error.id.starts_with(|c: char| c.is_ascii_digit());
            assert_eq!(error.number.is_some(), has_code, "{}", error.id);
            if let Some(number) = error.number {
                assert_eq!(error.id, display_form(number).to_lowercase());
            }
        }
    }

    #[test]
    fn each_error_says_first_whether_the_server_certificate_is_the_cause() {
        let mut html = String::new();
        table(&mut html, Language::En).unwrap();
        for (id, cause) in [
            ("0x800b0109", "is the cause"),
            ("13801", "may be the cause"),
            ("812", "isn't the cause"),
            ("key-material-sent", "isn't the cause"),
        ] {
            let row = html
                .split("<tr ")
                .find(|row| row.contains(&format!("\"error-{id}\"")));
            let start = format!("\"><strong>The server certificate {cause}.</strong> ");
            assert!(row.is_some_and(|row| row.contains(&start)), "{id}");
        }
    }
}
