//! Builds HTML text: tags from this crate's source, and everything else escaped.

use crate::escape_invisible;

/// HTML text.
#[derive(Debug, Default)]
pub(super) struct HtmlText(String);

impl HtmlText {
    pub(super) fn new() -> Self {
        HtmlText::default()
    }

    /// Appends tags, and other markup, as they are.
    pub(super) fn tags(&mut self, tags: &'static str) -> &mut Self {
        self.0.push_str(tags);
        self
    }

    /// Appends text. It can also be part of the value of an attribute in double quotes.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Appends other HTML text.
    pub(super) fn markup(&mut self, other: &str) -> &mut Self {
        self.0.push_str(other);
        self
    }

    /// Appends a text from a file in the monospaced face. Long names can wrap after commas.
    pub(super) fn mono(&mut self, text: &str) -> &mut Self {
        self.tags("<span class=\"mono\" lang=\"en\" translate=\"no\">");
        for piece in escape_invisible(text).split_inclusive(',') {
            self.text(piece);
            if piece.ends_with(',') {
                self.tags("<wbr>");
            }
        }
        self.tags("</span>")
    }

    /// Takes the HTML text.
    pub(super) fn finish(&mut self) -> String {
        std::mem::take(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_ends_no_tag_and_no_attribute() {
        let mut html = HtmlText::new();
        html.tags("<p title=\"").text("\"><script>&amp;");
        assert_eq!(
            html.finish(),
            "<p title=\"&quot;&gt;&lt;script&gt;&amp;amp;"
        );
    }

    #[test]
    fn what_is_invisible_in_a_file_is_shown() {
        let mut html = HtmlText::new();
        html.mono("CN=a\u{202e},O=<b>");
        let span = "<span class=\"mono\" lang=\"en\" translate=\"no\">";
        assert_eq!(
            html.finish(),
            format!("{span}CN=a\\u{{202e}},<wbr>O=&lt;b&gt;</span>")
        );
    }
}
