//! The codes that clients show, in both notations: Windows writes one and the same as 0x800B0109 and as -2146762487.

use super::html::{escape, inline};
use crate::Language;
use std::fmt::Write as _;

macro_rules! error_codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $text:literal;)*) => {
        /// A code that customers meet.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum ErrorCode { $($(#[$doc])* $name,)* }

        impl ErrorCode {
            pub(crate) const ALL: &'static [ErrorCode] = &[$(ErrorCode::$name,)*];

            fn number(self) -> u32 {
                match self { $(ErrorCode::$name => $code,)* }
            }

            /// What the system itself calls it.
            fn text(self) -> &'static str {
                match self { $(ErrorCode::$name => $text,)* }
            }
        }
    };
}

// Texts and sources: the vendor's troubleshooting page (798, 0x80090326, 0x8007026F), its knowledge base 2980667
// (0x800B0109), Richard Hicks' pages on Always On VPN (864, 13801, 13806, 0x800B0101).
error_codes! {
    /// The server's chain ends in a root that is not trusted.
    UntrustedRoot = 0x800B_0109, "CERT_E_UNTRUSTEDROOT";
    /// The server's certificate has expired.
    Expired = 0x800B_0101, "CERT_E_EXPIRED";
    /// IKE: the credentials are unacceptable.
    Credentials = 13801, "ERROR_IPSEC_IKE_AUTH_FAIL";
    /// IKE: no valid machine certificate.
    MachineCertificate = 13806, "ERROR_IPSEC_IKE_NO_CERT";
    /// The server's certificate can't be validated against the root store.
    Validator = 864, "";
    /// No client certificate for EAP.
    ClientCertificate = 798, "";
    /// The message was unexpected or badly formatted.
    Message = 0x8009_0326, "SEC_E_ILLEGAL_MESSAGE";
    /// The script for the routes failed.
    Routes = 0x8007_026F, "";
}

impl ErrorCode {
    /// As hexadecimal where Windows shows it so.
    fn shown(self) -> String {
        let number = self.number();
        if number > 0xFFFF {
            format!("0x{number:08X}")
        } else {
            number.to_string()
        }
    }

    /// The other notation.
    fn other(self) -> String {
        let number = self.number();
        if number > 0xFFFF {
            number.cast_signed().to_string()
        } else {
            format!("0x{number:X}")
        }
    }
}

/// What is said of a code.
pub(crate) struct ErrorWords {
    /// What it says.
    pub(crate) says: &'static str,
    /// What to do.
    pub(crate) to_do: &'static str,
}

/// The table; every row has an address of its own (`#/maintenance/error-0x800b0109`).
pub(super) fn table(html: &mut String, language: Language) {
    let (head, words): (_, fn(ErrorCode) -> ErrorWords) = match language {
        Language::Ja => (crate::ja::prose::ERROR_HEAD, crate::ja::prose::error),
        Language::En => (crate::en::prose::ERROR_HEAD, crate::en::prose::error),
    };
    let [code, says, to_do] = head;
    let _ = writeln!(
        html,
        "<table class=\"words codes\"><thead><tr><th scope=\"col\">{code}</th><th scope=\"col\">{says}</th><th scope=\"col\">{to_do}</th></tr></thead><tbody>"
    );
    let page = match language {
        Language::Ja => "/maintenance/error-",
        Language::En => "/maintenance/en/error-",
    };
    for code_ in ErrorCode::ALL {
        let words = words(*code_);
        let shown = code_.shown();
        let _ = writeln!(
            html,
            "<tr id=\"{page}{id}\" data-section=\"error-{id}\" lang=\"{tag}\" data-code=\"{number}\" tabindex=\"-1\">\
             <th scope=\"row\" data-head=\"{code}\"><a href=\"#{page}{id}\"><code translate=\"no\">{shown}</code></a> <code translate=\"no\">{other}</code> \
             <small lang=\"en\" translate=\"no\">{text}</small></th>\
             <td data-head=\"{says}\">{}</td><td data-head=\"{to_do}\">{}</td></tr>",
            inline(words.says, language),
            inline(words.to_do, language),
            id = shown.to_lowercase(),
            tag = language.tag(),
            number = code_.number(),
            other = code_.other(),
            text = escape(code_.text()),
        );
    }
    html.push_str("</tbody></table>\n");
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
                (code.shown().as_str(), code.other().as_str()),
                (shown, other)
            );
        }
    }
}
