//! A minimal HTML scanner that finds start tags and their attributes in the page that Trunk wrote.
//!
//! It skips comments and the contents of script and style. It is made for this project's page only.

use std::ops::Range;

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    /// Byte range from `<` to `>`.
    pub(crate) range: Range<usize>,
    /// Name in lower case.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// Returns an attribute's value, or an empty string for an attribute without a value.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// Returns the byte range of the element, up to the next end tag with its name.
    pub(crate) fn element_range(&self, html: &str) -> Range<usize> {
        let end_tag = format!("</{}>", self.name);
        let rest = html.get(self.range.end..).unwrap_or_default();
        let end = rest
            .find(&end_tag)
            .map_or(self.range.end, |at| self.range.end + at + end_tag.len());
        self.range.start..end
    }
}

/// Returns every start tag in document order.
pub(crate) fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = html.get(at..) {
        let Some(open) = rest.find('<') else { break };
        let start = at + open;
        let inside = html.get(start + 1..).unwrap_or_default();
        if inside.starts_with("!--") {
            at = inside
                .find("-->")
                .map_or(html.len(), |end| start + 1 + end + 3);
            continue;
        }
        if !inside.starts_with(|first: char| first.is_ascii_alphabetic()) {
            at = start + 1;
            continue;
        }
        let (tag, end) = tag(html, start);
        at = end;
        if matches!(tag.name.as_str(), "script" | "style") {
            at = tag.element_range(html).end;
        }
        found.push(tag);
    }
    found
}

fn tag(html: &str, start: usize) -> (Tag, usize) {
    let inside = html.get(start + 1..).unwrap_or_default();
    let name_end = inside
        .find([' ', '\n', '\t', '/', '>'])
        .unwrap_or(inside.len());
    let (name, mut rest) = inside.split_at(name_end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '\n', '\t', '/']);
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let key_end = rest
            .find(['=', ' ', '\n', '\t', '/', '>'])
            .unwrap_or(rest.len());
        let (key, after) = rest.split_at(key_end);
        let (value, after) = after.strip_prefix('=').map_or(("", after), value);
        attributes.push((key.to_ascii_lowercase(), value.to_owned()));
        rest = if key.is_empty() {
            after.get(1..).unwrap_or_default()
        } else {
            after
        };
    }
    let end = (html.len() - rest.len() + 1).min(html.len());
    (
        Tag {
            range: start..end,
            name: name.to_ascii_lowercase(),
            attributes,
        },
        end,
    )
}

fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    text.split_at(text.find([' ', '\n', '\t', '>']).unwrap_or(text.len()))
}

/// Replaces byte ranges of a text. The ranges must be sorted and must not overlap.
pub(crate) fn replace(text: &str, pieces: &[(Range<usize>, String)]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for (range, new) in pieces {
        result.push_str(text.get(at..range.start).unwrap_or_default());
        result.push_str(new);
        at = range.end;
    }
    result.push_str(text.get(at..).unwrap_or_default());
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_quoted_bare_and_empty() {
        let html = "<!doctype html><!-- <p> --><script defer src=./a.js data-x='1 2'></script><p>";
        let found = tags(html);
        let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["script", "p"]);
        let script = found.first();
        assert_eq!(script.and_then(|tag| tag.attribute("src")), Some("./a.js"));
        assert_eq!(script.and_then(|tag| tag.attribute("data-x")), Some("1 2"));
        assert_eq!(script.and_then(|tag| tag.attribute("defer")), Some(""));
    }

    #[test]
    fn the_content_of_a_script_is_not_a_tag() {
        let html = "<style>a<b</style><script>'<i>'</script><u>";
        let names: Vec<String> = tags(html).into_iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["style", "script", "u"]);
    }

    #[test]
    fn ranges_are_replaced() {
        assert_eq!(
            replace("abcd", &[(0..1, "X".into()), (2..4, String::new())]),
            "Xb"
        );
    }
}
