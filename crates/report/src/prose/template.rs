//! Fills the words into the files of the page: index.html, its style sheet and its scripts.
//!
//! A file contains placeholders: `{page-heading}` stands for a message, which is Markdown. What is needed in every
//! language is repeated: in HTML an element with `lang="{language}"`, in other files a line with `{language}`.

use super::inline::inline;
use super::{ProseError, html, prose_html};
use crate::words::IDS;
use crate::{Language, Message, words};

/// The version of a build.
#[derive(Debug, Clone, Copy)]
pub struct Version<'v> {
    /// The number.
    pub number: &'v str,
    /// The commit and its day, unless the build is from an unknown state of the sources.
    pub commit: Option<(&'v str, &'v str)>,
}

/// The attribute of an element that is repeated for each language.
const EACH_LANGUAGE: &str = "lang=\"{language}\"";

/// Returns index.html with its words.
///
/// # Errors
///
/// The error names a placeholder without a value, or the file of a section that can't be rendered.
pub fn fill_page(template: &str, version: Version<'_>) -> Result<String, ProseError> {
    let mut page = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(EACH_LANGUAGE) {
        let start = rest.get(..at).and_then(|before| before.rfind('<'));
        let (before, element_on) = rest.split_at(start.unwrap_or(at));
        let (element, after) = split_element(element_on)?;
        page.push_str(&fill_common(before)?);
        for language in Language::ALL {
            page.push_str(&fill_text(element, &|name| {
                in_language(name, language, version)
            })?);
        }
        rest = after;
    }
    page.push_str(&fill_common(rest)?);
    Ok(page)
}

/// Returns a style sheet or a script with its words.
///
/// # Errors
///
/// The error names a placeholder without a value.
pub fn fill_lines(template: &str) -> Result<String, ProseError> {
    let mut filled = String::new();
    for line in template.split_inclusive('\n') {
        if !line.contains("{language}") {
            filled.push_str(line);
            continue;
        }
        for language in Language::ALL {
            // Only the words in braces are placeholders here: the braces of a rule or a block contain more.
            let line = line.replace("{language}", language.tag());
            let title = Message::Title.text(language);
            if title.contains(['"', '\\']) {
                return Err(ProseError::new(format!("not a plain title: {title}")));
            }
            filled.push_str(&line.replace("{title}", title));
        }
    }
    Ok(filled)
}

/// Splits a text after the element with which it begins. The element contains no other of its kind.
fn split_element(text: &str) -> Result<(&str, &str), ProseError> {
    let name = text.trim_start_matches('<').split(' ').next();
    let end = format!("</{}>", name.unwrap_or_default());
    let split = text
        .find(&end)
        .and_then(|at| text.split_at_checked(at.saturating_add(end.len())));
    split.ok_or_else(|| ProseError::new(format!("index.html has an element without {end}")))
}

/// Fills in what isn't in one language.
fn fill_common(text: &str) -> Result<String, ProseError> {
    let all = |separator: &str, text: fn(Language) -> &'static str| {
        Some(Language::ALL.map(text).join(separator))
    };
    fill_text(text, &|name| {
        Ok(match name {
            "languages" => all(" ", Language::tag),
            "first-language" => {
                all(" ", Language::tag).and_then(|tags| tags.split(' ').next().map(str::to_owned))
            }
            "titles" => all(" / ", |language| Message::Title.text(language)),
            "page-description" => Some(Message::PageDescription.text(Language::SOURCE).to_owned()),
            "prose" => Some(prose_html()?),
            _ => None,
        })
    })
}

/// Returns the value of a placeholder in an element that is repeated.
fn in_language(
    name: &str,
    language: Language,
    version: Version<'_>,
) -> Result<Option<String>, ProseError> {
    match name {
        "language" => Ok(Some(language.tag().to_owned())),
        "version" => {
            let number = version.number;
            let text = match version.commit {
                Some((commit, day)) => words::VersionOfCommit {
                    commit,
                    day,
                    version: number,
                }
                .text(language),
                None => words::Version { version: number }.text(language),
            };
            Ok(Some(html::escape(&text)))
        }
        id => {
            let message = IDS.iter().find(|(known, _)| *known == id);
            let text = message.map(|(_, message)| message.text(language));
            text.map(|text| inline(text, language)).transpose()
        }
    }
}

/// Replaces every `{name}` by its value.
fn fill_text(
    text: &str,
    value: &dyn Fn(&str) -> Result<Option<String>, ProseError>,
) -> Result<String, ProseError> {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = value(name)?
            .ok_or_else(|| ProseError::new(format!("no value for the placeholder {{{name}}}")))?;
        filled.push_str(before);
        filled.push_str(&value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERSION: Version<'_> = Version {
        number: "1.2.3",
        commit: Some(("0123456789ab", "2026-11-24")),
    };

    #[test]
    fn an_element_is_repeated_for_each_language() {
        let page = "<html lang=\"{first-language}\"><p lang=\"{language}\">{version}</p><b>{languages}</b>";
        let page = fill_page(page, VERSION).unwrap();
        for part in [
            "<html lang=\"ja\"><p lang=\"ja\">バージョン 1.2.3 (コミット 0123456789ab、2026-11-24)</p>\
             <p lang=\"en\">Version 1.2.3 (commit 0123456789ab, 2026-11-24)</p>",
            "<b>ja en",
        ] {
            assert!(page.contains(part), "{page}");
        }
        assert_eq!(page.matches("<p lang=").count(), Language::ALL.len());
    }

    #[test]
    fn a_message_is_markdown() {
        let page = "<p lang=\"{language}\">{failed-by-hand}</p>";
        let page = fill_page(page, VERSION).unwrap();
        assert!(page.contains("<a href=\"#/maintenance/en/by-hand\">check by hand</a>"));
    }

    #[test]
    fn an_unknown_placeholder_is_an_error() {
        for page in ["{nothing}", "<p lang=\"{language}\">{nothing}</p>"] {
            let error = fill_page(page, VERSION).unwrap_err();
            assert_eq!(error.to_string(), "no value for the placeholder {nothing}");
        }
    }

    #[test]
    fn a_line_is_repeated_for_each_language() {
        let lines = fill_lines("a {\n  \"{language}\": \"{title}\",\n}\n").unwrap();
        let start =
            "a {\n  \"ja\": \"P2S 証明書チェック\",\n  \"en\": \"P2S certificate check\",\n";
        assert!(
            lines.starts_with(start) && lines.ends_with(",\n}\n"),
            "{lines}"
        );
        assert_eq!(lines.lines().count(), Language::ALL.len() + 2);
    }

    #[test]
    fn the_page_of_the_repository_can_be_filled() {
        let page = include_str!("../../../../index.html");
        let page = fill_page(page, VERSION).unwrap();
        assert!(page.contains("<article") && page.contains("</html>"));
    }
}
