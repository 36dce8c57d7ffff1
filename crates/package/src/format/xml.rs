//! XML 1.0: one well-formed document with namespaces.
//!
//! quick-xml reads the events. What it leaves to its caller is checked here: one root, no DOCTYPE, legal characters and
//! names, bound prefixes, no text outside the root, the declaration first.

use crate::bytes::text;
use crate::model::{ErrorKind, Limit, Limits};
use quick_xml::NsReader;
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, PrefixDeclaration, ResolveResult};

/// The namespace of `xsi:nil` (XML Schema 1, 2.6).
const SCHEMA_INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// An element with its content.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Local name.
    pub(crate) name: String,
    /// Namespace, if it is in one.
    pub(crate) namespace: Option<String>,
    /// Its own text and CDATA, with references resolved and without comments.
    text: String,
    /// True with `xsi:nil="true"`: readers of data contracts ignore its content (XML Schema 1, 2.6.2).
    is_nil: bool,
    /// Its child elements.
    pub(crate) children: Vec<Element>,
}

impl Element {
    /// Returns true if it has text of its own besides white space.
    pub(crate) fn has_text(&self) -> bool {
        !self.text.trim_matches(is_blank).is_empty()
    }

    /// Counts the elements inside it, at any depth, that fulfil a condition.
    pub(crate) fn count(&self, condition: impl Fn(&Element) -> bool + Copy) -> usize {
        self.children.iter().fold(0, |sum, child| {
            let own = usize::from(condition(child));
            sum.saturating_add(own)
                .saturating_add(child.count(condition))
        })
    }

    /// Returns its child elements with a local name, in any namespace.
    pub(crate) fn children_named<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Returns its text without white space at both ends, or `None` if nothing is left.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::XmlBroken`] if it contains elements, or text although it is nil: readers disagree about the value.
    pub(crate) fn value(&self) -> Result<Option<&str>, ErrorKind> {
        let trimmed = self.text.trim_matches(is_blank);
        match (trimmed.is_empty(), self.children.is_empty()) {
            (true, true) => Ok(None),
            (false, true) if self.is_nil => Err(ErrorKind::XmlBroken),
            (false, true) => Ok(Some(trimmed)),
            (_, false) => Err(ErrorKind::XmlBroken),
        }
    }
}

/// Reads a whole document like [`read`], with the prefix `i` bound to XML Schema instances unless it is declared otherwise.
pub(crate) fn read_with_prefix_i(bytes: &[u8], limits: &Limits) -> Result<Element, ErrorKind> {
    read_document(bytes, limits, Some("i"))
}

/// Reads a whole document and returns its root.
///
/// # Errors
///
/// [`ErrorKind::XmlBroken`], [`ErrorKind::XmlDoctype`], [`ErrorKind::Encoding`], or a limit.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Element, ErrorKind> {
    read_document(bytes, limits, None)
}

fn read_document(
    bytes: &[u8],
    limits: &Limits,
    prefix: Option<&str>,
) -> Result<Element, ErrorKind> {
    let decoded = text::decode(bytes)?;
    // In ASCII, which most documents are, only control characters aren't legal.
    let is_legal = match decoded.is_ascii() {
        true => decoded.bytes().all(|byte| is_char(byte.into())),
        false => decoded.chars().all(is_char),
    };
    if !is_legal {
        return Err(ErrorKind::XmlBroken);
    }
    let mut reader = NsReader::from_str(&decoded);
    if let Some(prefix) = prefix {
        reader
            .resolver_mut()
            .add(PrefixDeclaration::Named(prefix), Namespace(SCHEMA_INSTANCE))
            .map_err(|_| ErrorKind::XmlBroken)?;
    }
    let config = reader.config_mut();
    config.check_comments = true;
    config.expand_empty_elements = true;
    let mut builder = Builder {
        limits,
        open: Vec::new(),
        root: None,
        elements: 0,
    };
    let mut first = true;
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(_) => return Err(ErrorKind::XmlBroken),
        };
        match event {
            Event::Start(start) => {
                let element = element(&reader, &start, limits)?;
                builder.start(element)?;
            }
            Event::End(_) => builder.end()?,
            Event::Text(part) => {
                if part.contains("]]>") {
                    return Err(ErrorKind::XmlBroken);
                }
                builder.text(&part.xml10_content())?;
            }
            Event::CData(part) => builder.cdata(&part.xml10_content())?,
            Event::GeneralRef(reference) => builder.cdata(&resolve(&reference)?.to_string())?,
            Event::Decl(declaration) => {
                check_declaration(&declaration, first, text::is_utf16(bytes))?
            }
            Event::PI(instruction) => {
                if !is_name(instruction.target())
                    || instruction.target().eq_ignore_ascii_case("xml")
                {
                    return Err(ErrorKind::XmlBroken);
                }
            }
            Event::Comment(_) => {}
            Event::DocType(_) => return Err(ErrorKind::XmlDoctype),
            Event::Eof => return builder.finish(),
            Event::Empty(_) => return Err(ErrorKind::XmlBroken),
        }
        first = false;
    }
}

/// Returns true if a text begins with markup, and not with the `<#` of a script.
pub(crate) fn can_begin(text: &str) -> bool {
    let mut chars = text.chars();
    let second = |c: char| c.is_ascii_alphabetic() || !c.is_ascii() || matches!(c, '?' | '!' | '_');
    chars.next() == Some('<') && chars.next().is_some_and(second)
}

/// Returns the local name of the root of a text that begins like XML, well-formed or not.
pub(crate) fn root_name(text: &str) -> Option<String> {
    if !can_begin(text) {
        return None;
    }
    let mut reader = quick_xml::Reader::from_str(text);
    // A declaration, comments, processing instructions, a DOCTYPE and white space can come first.
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                return Some(start.local_name().as_ref().to_owned());
            }
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

struct Builder<'l> {
    limits: &'l Limits,
    open: Vec<Element>,
    root: Option<Element>,
    elements: usize,
}

impl Builder<'_> {
    fn start(&mut self, element: Element) -> Result<(), ErrorKind> {
        if self.root.is_some() {
            return Err(ErrorKind::XmlBroken);
        }
        self.elements = self.elements.saturating_add(1);
        if self.elements > self.limits.xml_elements {
            return Err(ErrorKind::Limit(Limit::XmlElements));
        }
        if self.open.len() >= self.limits.xml_depth {
            return Err(ErrorKind::Limit(Limit::XmlDepth));
        }
        self.open.push(element);
        Ok(())
    }

    fn end(&mut self) -> Result<(), ErrorKind> {
        let element = self.open.pop().ok_or(ErrorKind::XmlBroken)?;
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
        Ok(())
    }

    /// Adds text, which is only white space outside the root.
    fn text(&mut self, part: &str) -> Result<(), ErrorKind> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(part),
            None if part.chars().all(is_blank) => {}
            None => return Err(ErrorKind::XmlBroken),
        }
        Ok(())
    }

    /// Adds CDATA or a reference, which are only inside the root.
    fn cdata(&mut self, part: &str) -> Result<(), ErrorKind> {
        self.open
            .last_mut()
            .ok_or(ErrorKind::XmlBroken)?
            .text
            .push_str(part);
        Ok(())
    }

    fn finish(self) -> Result<Element, ErrorKind> {
        self.root
            .filter(|_| self.open.is_empty())
            .ok_or(ErrorKind::XmlBroken)
    }
}

fn element(
    reader: &NsReader<&[u8]>,
    start: &BytesStart<'_>,
    limits: &Limits,
) -> Result<Element, ErrorKind> {
    if !is_qualified_name(start.name().0) || !is_spaced(start) {
        return Err(ErrorKind::XmlBroken);
    }
    let mut seen = Vec::new();
    let mut is_nil = false;
    for (index, attribute) in start.attributes().enumerate() {
        if index >= limits.xml_attributes {
            return Err(ErrorKind::Limit(Limit::XmlAttributes));
        }
        let attribute = attribute.map_err(|_| ErrorKind::XmlBroken)?;
        let key = attribute.key;
        let value = attribute_value(&attribute.value)?;
        // A prefix can't be undeclared, and xmlns can't be bound (Namespaces in XML 1.0, 2.2 and 3).
        let binding = key.as_namespace_binding().is_some();
        let badly_bound = binding && key.prefix().is_some() && value.is_empty();
        let namespace = match reader.resolver().resolve_attribute(key).0 {
            ResolveResult::Unknown(_) if !binding => return Err(ErrorKind::XmlBroken),
            ResolveResult::Bound(namespace) => Some(namespace.0.to_owned()),
            _ => None,
        };
        // Two prefixes of one namespace give one name (Namespaces in XML 1.0, 6.3).
        let name = (namespace, key.local_name().as_ref().to_owned());
        if badly_bound || !is_qualified_name(key.0) || !binding && seen.contains(&name) {
            return Err(ErrorKind::XmlBroken);
        }
        is_nil |= name.0.as_deref() == Some(SCHEMA_INSTANCE)
            && name.1 == "nil"
            && matches!(value.trim(), "true" | "1");
        seen.extend((!binding).then_some(name));
    }
    let namespace = match reader.resolver().resolve_element(start.name()).0 {
        ResolveResult::Unbound => None,
        ResolveResult::Bound(namespace) => {
            Some(namespace.0.to_owned()).filter(|name| !name.is_empty())
        }
        ResolveResult::Unknown(_) => return Err(ErrorKind::XmlBroken),
    };
    let reserved = start
        .name()
        .prefix()
        .is_some_and(|prefix| prefix.as_ref() == "xmlns");
    if reserved {
        return Err(ErrorKind::XmlBroken);
    }
    Ok(Element {
        name: start.local_name().as_ref().to_owned(),
        namespace,
        is_nil,
        ..Element::default()
    })
}

/// Returns true if there is white space before every attribute (XML 1.0 production 40).
fn is_spaced(tag: &str) -> bool {
    let mut quote = None;
    let mut closed = false;
    tag.chars().all(|c| match quote {
        Some(open) => {
            closed = c == open;
            quote = quote.filter(|_| !closed);
            true
        }
        None => {
            let spaced = !closed || is_blank(c);
            closed = false;
            quote = Some(c).filter(|c| matches!(c, '"' | '\''));
            spaced
        }
    })
}

/// Returns the value of an attribute with its references resolved (XML 1.0 productions 10 and 67).
fn attribute_value(raw: &str) -> Result<String, ErrorKind> {
    if raw.contains('<') {
        return Err(ErrorKind::XmlBroken);
    }
    let value = quick_xml::escape::unescape(raw).map_err(|_| ErrorKind::XmlBroken)?;
    if !value.chars().all(is_char) {
        return Err(ErrorKind::XmlBroken);
    }
    Ok(value.into_owned())
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// Resolves a reference in text: the five of XML 1.0 section 4.6, or a legal character by number.
fn resolve(reference: &BytesRef<'_>) -> Result<char, ErrorKind> {
    let name: &str = reference;
    let by_number = reference
        .resolve_char_ref()
        .map_err(|_| ErrorKind::XmlBroken)?;
    let character = by_number.or(match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => None,
    });
    character
        .filter(|c| is_char(*c))
        .ok_or(ErrorKind::XmlBroken)
}

/// Checks that the declaration comes first, is well-formed, and names the encoding of the bytes.
fn check_declaration(
    declaration: &BytesDecl<'_>,
    first: bool,
    utf16: bool,
) -> Result<(), ErrorKind> {
    if !first || !is_declaration(declaration) {
        return Err(ErrorKind::XmlBroken);
    }
    match declaration.encoding() {
        None => Ok(()),
        Some(Err(_)) => Err(ErrorKind::XmlBroken),
        Some(Ok(encoding)) if utf16 || encoding.eq_ignore_ascii_case("utf-8") => Ok(()),
        Some(Ok(_)) => Err(ErrorKind::Encoding),
    }
}

/// Returns true for a version, then an optional encoding and standalone declaration (XML 1.0 productions 23 to 26, 32, 80).
fn is_declaration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("xml") else {
        return false;
    };
    let Some((version, mut rest)) = pseudo_attribute(rest, "version") else {
        return false;
    };
    if let Some((_, after)) = pseudo_attribute(rest, "encoding") {
        rest = after;
    }
    let mut standalone = "no";
    if let Some((value, after)) = pseudo_attribute(rest, "standalone") {
        (standalone, rest) = (value, after);
    }
    matches!(version, "1.0" | "1.1")
        && matches!(standalone, "yes" | "no")
        && rest.chars().all(is_blank)
}

/// Returns the value of ` name="value"` at the start of a text, and what follows it.
fn pseudo_attribute<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    let rest = text.trim_start_matches(is_blank);
    let rest = rest
        .strip_prefix(name)
        .filter(|_| rest.len() < text.len())?;
    let rest = rest.trim_start_matches(is_blank).strip_prefix('=')?;
    let rest = rest.trim_start_matches(is_blank);
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest.strip_prefix(quote)?.split_once(quote)
}

/// Returns true for a character of XML (XML 1.0 production 2).
fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

/// Returns true for a name with one colon at most (Namespaces in XML, production 7).
fn is_qualified_name(name: &str) -> bool {
    let mut parts = name.split(':');
    let valid = parts.by_ref().take(2).all(is_name);
    valid && parts.next().is_none()
}

/// Returns true for a name without a colon (XML 1.0 productions 4, 4a and 5).
fn is_name(name: &str) -> bool {
    let start = |c: char| {
        matches!(c,
            'A'..='Z' | 'a'..='z' | '_' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
            | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}' | '\u{200D}' | '\u{2070}'..='\u{218F}'
            | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
            | '\u{10000}'..='\u{EFFFF}')
    };
    let inner = |c: char| {
        start(c)
            || matches!(c, '0'..='9' | '-' | '.' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}' | '\u{2040}')
    };
    name.starts_with(start) && name.chars().all(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(document: &str) -> Option<ErrorKind> {
        read(document.as_bytes(), &Limits::default()).err()
    }

    #[test]
    fn a_document_with_namespaces_references_and_cdata_is_read() {
        let document = "<?xml version='1.0' encoding=\"UTF-8\" standalone='yes' ?>\n<!-- a --><?b c?>\
             <r xmlns='urn:d' xmlns:p='urn:p' p:x='1' x='2'>\n<p:a>1 &lt; &#50;<!-- c --><![CDATA[ & 3]]> </p:a>\
             <b xmlns=''/></r> ";
        let root = read(document.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(
            (root.name.as_str(), root.namespace.as_deref()),
            ("r", Some("urn:d"))
        );
        let children: Vec<_> = root
            .children
            .iter()
            .map(|child| {
                (
                    child.name.as_str(),
                    child.namespace.as_deref(),
                    child.value(),
                )
            })
            .collect();
        assert_eq!(
            children,
            [
                ("a", Some("urn:p"), Ok(Some("1 < 2 & 3"))),
                ("b", None, Ok(None)),
            ]
        );
        assert!(!root.has_text());
    }

    #[test]
    fn a_value_with_an_element_in_it_is_rejected() {
        let root = read(b"<r>a<b/></r>", &Limits::default()).unwrap();
        assert_eq!(root.value(), Err(ErrorKind::XmlBroken));
    }

    #[test]
    fn a_document_that_is_not_well_formed_is_broken() {
        for document in [
            "",
            "text",
            "<a>",
            "</a>",
            "<a></b>",
            "<a/><b/>",
            "<a/>text",
            "<a/>&lt;",
            "<a/><![CDATA[x]]>",
            "<a>]]></a>",
            "<a>\u{1}</a>",
            "<a>&#1;</a>",
            "<a>&#xD800;</a>",
            "<a>&nbsp;</a>",
            "<a><!-- x -- y --></a>",
            "<a b='1' b='2'/>",
            "<a b='1'c='2'/>",
            "<a b=1/>",
            "<a b='<'/>",
            "<a b='&#1;'/>",
            "<a b='&nbsp;'/>",
            "<p:a/>",
            "<a p:b='1'/>",
            "<a xmlns:p=''/>",
            "<a xmlns:p='urn:x' xmlns:q='urn:x' p:b='1' q:b='2'/>",
            "<xmlns:a/>",
            "<a:b:c xmlns:a='urn:x'/>",
            "<\u{D7}/>",
            "<a 1b='1'/>",
            " <?xml version='1.0'?><a/>",
            "<?xml version='2.0'?><a/>",
            "<?xml encoding='utf-8'?><a/>",
            "<?xml version='1.0'encoding='utf-8'?><a/>",
            "<?xml version='1.0' standalone='maybe'?><a/>",
            "<?xml version='1.0' other='x'?><a/>",
            "<a/><?XML x?>",
            "<a/><?1 x?>",
        ] {
            assert_eq!(error(document), Some(ErrorKind::XmlBroken), "{document}");
        }
    }

    #[test]
    fn a_doctype_is_refused() {
        assert_eq!(error("<!DOCTYPE a><a/>"), Some(ErrorKind::XmlDoctype));
    }

    #[test]
    fn an_encoding_other_than_the_declared_one_is_rejected_but_for_utf_16() {
        let document = "<?xml version='1.0' encoding='Shift_JIS'?><a/>";
        assert_eq!(error(document), Some(ErrorKind::Encoding));
        assert_eq!(
            read(b"<a>\x8A\x4A</a>", &Limits::default()).err(),
            Some(ErrorKind::Encoding)
        );
        let wide: Vec<u8> = format!("\u{FEFF}{document}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(read(&wide, &Limits::default()).is_ok());
    }

    #[test]
    fn each_limit_is_reached_by_one_more_than_it_allows() {
        let limits = Limits {
            xml_depth: 2,
            xml_elements: 3,
            xml_attributes: 1,
            ..Limits::default()
        };
        for (allowed, refused, limit) in [
            ("<a><b/></a>", "<a><b><c/></b></a>", Limit::XmlDepth),
            ("<a><b/><b/></a>", "<a><b/><b/><b/></a>", Limit::XmlElements),
            ("<a b=''/>", "<a b='' c=''/>", Limit::XmlAttributes),
        ] {
            assert!(read(allowed.as_bytes(), &limits).is_ok(), "{allowed}");
            let error = read(refused.as_bytes(), &limits).err();
            assert_eq!(error, Some(ErrorKind::Limit(limit)), "{refused}");
        }
    }

    #[test]
    fn the_root_of_a_damaged_document_is_named() {
        for (text, name) in [
            (
                "<?xml version='1.0'?><!-- c --><p:VpnProfile><a",
                Some("VpnProfile"),
            ),
            ("<!DOCTYPE x><html/>", Some("html")),
            ("<# a script #>", None),
            ("text", None),
            ("<!-- only a comment -->", None),
        ] {
            assert_eq!(root_name(text).as_deref(), name, "{text}");
        }
    }
}
