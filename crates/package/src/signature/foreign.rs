//! Texts that are no part of a package, identified by what only such texts contain: email messages, links, phone books,
//! configurations of other VPN clients, and error messages that were saved instead of a package.

use crate::model::ErrorKind;

/// Returns what a text is that begins with the header of a message (RFC 5322): an email, or a web page that a browser saved
/// in this form (RFC 2557).
pub(crate) fn message(text: &str) -> Option<ErrorKind> {
    const KNOWN: [&str; 11] = [
        "from",
        "to",
        "subject",
        "date",
        "received",
        "return-path",
        "delivered-to",
        "message-id",
        "mime-version",
        "content-type",
        "thread-topic",
    ];
    let text = text.trim_start_matches(['\u{FEFF}', '\r', '\n']);
    // The line that begins each message of an mbox file.
    let text = match text.strip_prefix("From ") {
        Some(rest) => rest.split_once('\n')?.1,
        None => text,
    };
    let mut seen = [false; KNOWN.len()];
    let mut saved_page = false;
    for line in text.lines().take_while(|line| !line.is_empty()) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let (name, value) = line.split_once(':')?;
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if name.is_empty() || !name.bytes().all(is_name) {
            return None;
        }
        saved_page |= name.eq_ignore_ascii_case("snapshot-content-location")
            || name.eq_ignore_ascii_case("from") && value.contains("Saved by ");
        for (known, seen) in KNOWN.iter().zip(&mut seen) {
            *seen |= known.eq_ignore_ascii_case(name);
        }
    }
    let count = seen.into_iter().filter(|seen| *seen).count();
    (count >= 3).then_some(match saved_page {
        true => ErrorKind::WebPage,
        false => ErrorKind::Mail,
    })
}

/// Returns what a property list (a text, or the bytes of a binary one) is.
pub(crate) fn property_list(contains: impl Fn(&str) -> bool) -> ErrorKind {
    if contains("Payload") {
        ErrorKind::MobileConfig
    } else if contains("URL") {
        // .webloc, and what iCloud leaves in the place of a file that isn't downloaded.
        ErrorKind::Shortcut
    } else {
        ErrorKind::OtherXml
    }
}

/// Returns what another text is, from its beginning and its root element if it has one.
pub(crate) fn kind(start: &str, root: Option<&str>) -> Option<ErrorKind> {
    let line = |wanted: &str| {
        start
            .lines()
            .any(|line| line.trim().eq_ignore_ascii_case(wanted))
    };
    let key = |wanted: &str| {
        start.lines().any(|line| {
            let key = line.split('=').next().unwrap_or_default();
            key.len() < line.len() && key.trim().eq_ignore_ascii_case(wanted)
        })
    };
    match root {
        // Azure Storage, for example if the link has expired.
        Some("Error") if start.contains("<Code>") => return Some(ErrorKind::DownloadError),
        Some("AnyConnectProfile") => return Some(ErrorKind::OtherVpn),
        Some(_) => return None,
        None => {}
    }
    if start.starts_with('{') {
        // Azure Resource Manager, and what Google Drive leaves in the place of a document.
        return match (start.contains("\"error\""), start.contains("\"doc_id\"")) {
            (true, _) if start.contains("\"code\"") => Some(ErrorKind::DownloadError),
            (_, true) => Some(ErrorKind::Shortcut),
            _ => None,
        };
    }
    if is_address(start) {
        return Some(ErrorKind::Shortcut);
    }
    if !start.starts_with(['[', ';', '#', '!']) {
        return None;
    }
    if line("[InternetShortcut]") || line("[Desktop Entry]") {
        Some(ErrorKind::Shortcut)
    } else if key("ThirdPartyProfileInfo") || key("PBVersion") || key("VpnStrategy") {
        Some(ErrorKind::PhoneBook)
    } else if line("[Interface]") && key("PrivateKey")
        || line("[main]") && (key("GroupName") || key("enc_GroupPwd"))
    {
        Some(ErrorKind::OtherVpn)
    } else {
        None
    }
}

/// Returns true for a text that is one web address and nothing else, as the Azure CLI prints it.
fn is_address(text: &str) -> bool {
    let text = text.trim().trim_matches('"');
    (text.starts_with("https://") || text.starts_with("http://"))
        && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_three_known_fields_in_its_header() {
        let header = "Received: from x\r\n by y\r\nFROM: a\r\nx-other: b\r\nSubject: c\r\n";
        for (text, kind) in [
            (format!("{header}\r\nbody"), Some(ErrorKind::Mail)),
            (
                format!("From a Fri Nov 27\n{header}\n"),
                Some(ErrorKind::Mail),
            ),
            (
                format!("{header}Snapshot-Content-Location: x\r\n\r\n"),
                Some(ErrorKind::WebPage),
            ),
            (
                header.replace("FROM: a", "From: <Saved by Blink>"),
                Some(ErrorKind::WebPage),
            ),
            ("From: a\nTo: b\n\nSubject: c\n".to_owned(), None),
            (format!("no field\n{header}"), None),
            (format!("two words: x\n{header}"), None),
            ("From a".to_owned(), None),
            (String::new(), None),
        ] {
            assert_eq!(message(&text), kind, "{text}");
        }
    }

    #[test]
    fn other_texts_are_identified_by_what_only_they_contain() {
        for (text, root, expected) in [
            (
                "[InternetShortcut]\r\nURL=x\r\n",
                None,
                Some(ErrorKind::Shortcut),
            ),
            (
                "[Desktop Entry]\nType=Link\n",
                None,
                Some(ErrorKind::Shortcut),
            ),
            (
                "\"https://a.example/b.zip?c\"\n",
                None,
                Some(ErrorKind::Shortcut),
            ),
            ("https://a.example/ is a page", None, None),
            (
                "{\"url\":\"x\",\"doc_id\":\"y\"}",
                None,
                Some(ErrorKind::Shortcut),
            ),
            (
                "{\"error\":{\"code\":\"x\"}}",
                None,
                Some(ErrorKind::DownloadError),
            ),
            ("{\"error\":0}", None, None),
            (
                "<Error><Code>x</Code></Error>",
                Some("Error"),
                Some(ErrorKind::DownloadError),
            ),
            ("<Error/>", Some("Error"), None),
            ("<x/>", Some("AnyConnectProfile"), Some(ErrorKind::OtherVpn)),
            (
                "[P2S]\r\nThirdPartyProfileInfo=3C00\r\n",
                None,
                Some(ErrorKind::PhoneBook),
            ),
            ("[a]\nPBVersion = 4\n", None, Some(ErrorKind::PhoneBook)),
            ("[a]\nPBVersion\n", None, None),
            ("PBVersion=4\n", None, None),
            (
                "[Interface]\nPrivateKey = x\n",
                None,
                Some(ErrorKind::OtherVpn),
            ),
            (
                "[main]\nHost=x\nGroupName=y\n",
                None,
                Some(ErrorKind::OtherVpn),
            ),
            ("[main]\nHost=x\n", None, None),
        ] {
            assert_eq!(kind(text, root), expected, "{text}");
        }
        let of = |text: &'static str| property_list(|word| text.contains(word));
        assert_eq!(of("<key>PayloadContent</key>"), ErrorKind::MobileConfig);
        assert_eq!(of("<key>URL</key>"), ErrorKind::Shortcut);
        assert_eq!(of("<dict/>"), ErrorKind::OtherXml);
    }
}
