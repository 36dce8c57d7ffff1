//! The error codes that VPN clients show, in both notations: Windows writes the same code as 0x800B0109 and as
//! -2146762487.

use super::ProseError;
use super::html::escape;
use super::inline::inline;
use crate::Language;
use std::fmt::Write as _;

macro_rules! error_codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $text:literal;)*) => {
        /// An error code that a VPN client shows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum ErrorCode { $($(#[$doc])* $name,)* }

        impl ErrorCode {
            pub(crate) const ALL: &'static [ErrorCode] = &[$(ErrorCode::$name,)*];

            fn number(self) -> u32 {
                match self { $(ErrorCode::$name => $code,)* }
            }

            /// Returns the name of the code in Windows, or nothing if it has none.
            fn text(self) -> &'static str {
                match self { $(ErrorCode::$name => $text,)* }
            }
        }
    };
}

// Texts and sources: the vendor's troubleshooting page (798, 0x80090326, 0x8007026F), its knowledge base 2980667
// (0x800B0109), Richard Hicks' pages on Always On VPN (864, 13801, 13806, 0x800B0101).
error_codes! {
    /// The chain of the server certificate ends in an untrusted root.
    UntrustedRoot = 0x800B_0109, "CERT_E_UNTRUSTEDROOT";
    /// The server certificate has expired.
    Expired = 0x800B_0101, "CERT_E_EXPIRED";
    /// IKE: the credentials are unacceptable.
    Credentials = 13801, "ERROR_IPSEC_IKE_AUTH_FAIL";
    /// IKE: no valid machine certificate.
    MachineCertificate = 13806, "ERROR_IPSEC_IKE_NO_CERT";
    /// The server certificate can't be validated against the root store.
    Validator = 864, "";
    /// No client certificate for EAP was found.
    ClientCertificate = 798, "";
    /// The message was unexpected or badly formatted.
    Message = 0x8009_0326, "SEC_E_ILLEGAL_MESSAGE";
    /// The script that sets the routes failed.
    Routes = 0x8007_026F, "";
}

impl ErrorCode {
    /// Returns the notation that Windows shows: hexadecimal for an `HRESULT`, decimal for other codes.
    fn display_form(self) -> String {
        let number = self.number();
        if number > 0xFFFF {
            format!("0x{number:08X}")
        } else {
            number.to_string()
        }
    }

    /// Returns the other notation: signed decimal for an `HRESULT`, hexadecimal for other codes.
    fn other_notation(self) -> String {
        let number = self.number();
        if number > 0xFFFF {
            number.cast_signed().to_string()
        } else {
            format!("0x{number:X}")
        }
    }
}

/// The texts about an error code.
pub(crate) struct ErrorWords {
    /// What the code means, in Markdown.
    pub(crate) says: &'static str,
    /// What to do, in Markdown.
    pub(crate) to_do: &'static str,
}

/// Writes the table. Each row has its own address, such as `#/maintenance/error-0x800b0109`.
pub(super) fn table(html: &mut String, language: Language) -> Result<(), ProseError> {
    let (head, words): (_, fn(ErrorCode) -> ErrorWords) = match language {
        Language::Ja => (crate::ja::prose::ERROR_HEAD, crate::ja::prose::error),
        Language::En => (crate::en::prose::ERROR_HEAD, crate::en::prose::error),
    };
    let [code, meaning, to_do] = head;
    let _ = writeln!(
        html,
        "<table class=\"words codes\"><thead><tr><th scope=\"col\">{code}</th><th scope=\"col\">{meaning}</th><th scope=\"col\">{to_do}</th></tr></thead><tbody>"
    );
    let page = match language {
        Language::Ja => "/maintenance/error-",
        Language::En => "/maintenance/en/error-",
    };
    for error_code in ErrorCode::ALL {
        let words = words(*error_code);
        let shown = error_code.display_form();
        let _ = writeln!(
            html,
            "<tr id=\"{page}{id}\" data-section=\"error-{id}\" lang=\"{tag}\" data-code=\"{number}\" tabindex=\"-1\">\
             <th scope=\"row\" data-head=\"{code}\"><a href=\"#{page}{id}\"><code translate=\"no\">{shown}</code></a> <code translate=\"no\">{other}</code> \
             <small lang=\"en\" translate=\"no\">{text}</small></th>\
             <td data-head=\"{meaning}\">{}</td><td data-head=\"{to_do}\">{}</td></tr>",
            inline(words.says, language)?,
            inline(words.to_do, language)?,
            id = shown.to_lowercase(),
            tag = language.tag(),
            number = error_code.number(),
            other = error_code.other_notation(),
            text = escape(error_code.text()),
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
        for (code, shown, other) in [
            (ErrorCode::UntrustedRoot, "0x800B0109", "-2146762487"),
            (ErrorCode::Expired, "0x800B0101", "-2146762495"),
            (ErrorCode::Credentials, "13801", "0x35E9"),
        ] {
            assert_eq!(
                (code.display_form().as_str(), code.other_notation().as_str()),
                (shown, other)
            );
        }
    }
}
