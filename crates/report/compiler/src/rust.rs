//! Writes the Rust source: the languages, the messages, and the tables of their texts.

use crate::encode::{KEY_END, SELECT, TEXT_END, VARIABLE, VARIANT_END};
use crate::{Catalogue, Error, Message, NOT_IN_MODULE, SOURCE_LANGUAGE};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A message of the source language in the order of its code in the tables.
struct Listed<'c> {
    id: &'c str,
    message: &'c Message,
    variables: BTreeSet<String>,
}

/// Prefixes of messages that are chosen at run time and have the same variables: those of any of them.
const FAMILIES: [&str; 2] = ["retirement-", "summary-"];

/// Returns the prefix of the family that a message belongs to.
fn family(id: &str) -> Option<&'static str> {
    FAMILIES.into_iter().find(|prefix| id.starts_with(prefix))
}

/// Returns the variables of a message, or those of its family.
fn variables(source: &Catalogue, id: &str) -> BTreeSet<String> {
    let prefix = family(id).unwrap_or(id);
    let is_meant = |other: &str| other == id || family(id).is_some() && other.starts_with(prefix);
    let messages = source.messages.iter().filter(|(id, _)| is_meant(id));
    messages
        .flat_map(|(_, message)| message.pattern.variables().all())
        .collect()
}

/// Returns the source; see [`compile`](crate::compile).
pub(crate) fn source(catalogues: &[Catalogue], is_module: bool) -> Result<String, Error> {
    let source = catalogues
        .iter()
        .find(|catalogue| catalogue.tag == SOURCE_LANGUAGE);
    let source =
        source.ok_or_else(|| Error::new("languages", "The source language is missing."))?;
    let listed: Vec<Listed<'_>> = source
        .messages
        .iter()
        .filter(|(_, message)| !is_module || !NOT_IN_MODULE.contains(&message.file_name()))
        .map(|(id, message)| Listed {
            id,
            message,
            variables: variables(source, id),
        })
        .collect();
    let mut rust = String::new();
    for (name, character) in [
        ("TEXT_END", TEXT_END),
        ("VARIABLE", VARIABLE),
        ("SELECT", SELECT),
        ("KEY_END", KEY_END),
        ("VARIANT_END", VARIANT_END),
    ] {
        let _ = writeln!(rust, "pub(crate) const {name}: char = {character:?};");
    }
    languages(&mut rust, catalogues);
    messages(&mut rust, &listed);
    for listed in &listed {
        if !listed.variables.is_empty() && family(listed.id).is_none() {
            message_struct(&mut rust, listed);
        }
    }
    for prefix in FAMILIES {
        family_struct(&mut rust, prefix, &variables(source, prefix));
    }
    texts(&mut rust, catalogues, &listed)?;
    if !is_module {
        pages(&mut rust, catalogues);
    }
    Ok(rust)
}

fn languages(rust: &mut String, catalogues: &[Catalogue]) {
    let variants: String = catalogues
        .iter()
        .map(|catalogue| {
            format!(
                "/// The language `{}`.\n{},\n",
                catalogue.tag,
                camel_case(&catalogue.tag)
            )
        })
        .collect();
    let tags: Vec<&str> = catalogues.iter().map(|one| one.tag.as_str()).collect();
    let all: Vec<String> = tags
        .iter()
        .map(|tag| format!("Language::{}", camel_case(tag)))
        .collect();
    let _ = write!(
        rust,
        "/// A language of the product.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum Language {{\n{variants}}}\n\
         impl Language {{\n\
         /// All languages, in the page's order.\n\
         pub const ALL: [Language; {}] = [{}];\n\
         /// The language that the others are translated from. It is also the one for readers of none of them.\n\
         pub const SOURCE: Language = Language::{};\n}}\n\
         static TAGS: [&str; {}] = {tags:?};\n",
        tags.len(),
        all.join(", "),
        camel_case(SOURCE_LANGUAGE),
        tags.len(),
    );
}

fn messages(rust: &mut String, listed: &[Listed<'_>]) {
    rust.push_str(
        "/// A text without variables, or the identity of one with variables.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\n#[repr(u16)]\npub enum Message {\n",
    );
    for Listed { id, message, .. } in listed {
        let _ = writeln!(rust, "{}{},", doc(id, message), camel_case(id));
    }
    rust.push_str("}\n");
    let names: String = listed
        .iter()
        .map(|one| format!("({:?}, Message::{}),\n", one.id, camel_case(one.id)))
        .collect();
    let _ = writeln!(
        rust,
        "/// The identifiers of all messages, for lookups at compile time.\n\
         pub(crate) const IDS: &[(&str, Message)] = &[{names}];"
    );
}

/// Writes the struct of a message with variables. Its method `text` returns the text with the values of the fields.
fn message_struct(rust: &mut String, listed: &Listed<'_>) {
    let name = camel_case(listed.id);
    rust.push_str(&doc(listed.id, listed.message));
    values_struct(rust, &name, &listed.variables);
    let _ = write!(
        rust,
        "impl {name}<'_> {{\n/// Returns the text.\npub fn text(&self, language: Language) -> String {{\n\
         Message::{name}.interpolate(language, &{})\n}}\n}}\n",
        values(&listed.variables)
    );
}

/// Writes the struct of a family. Its method `text` returns the text of one of the family's messages.
fn family_struct(rust: &mut String, prefix: &str, variables: &BTreeSet<String>) {
    let name = camel_case(prefix);
    let _ = writeln!(rust, "/// The values for a message `{prefix}…`.");
    values_struct(rust, &name, variables);
    let _ = write!(
        rust,
        "impl {name}<'_> {{\n/// Returns the text of a message of this family.\n\
         pub(crate) fn text(&self, message: Message, language: Language) -> String {{\n\
         message.interpolate(language, &{})\n}}\n}}\n",
        values(variables)
    );
}

/// Writes a struct with a field for each variable.
fn values_struct(rust: &mut String, name: &str, variables: &BTreeSet<String>) {
    let fields: String = variables
        .iter()
        .map(|variable| {
            format!(
                "/// `${variable}`.\npub {}: &'a str,\n",
                snake_case(variable)
            )
        })
        .collect();
    let _ = writeln!(
        rust,
        "#[derive(Debug, Clone, Copy)]\npub struct {name}<'a> {{\n{fields}}}"
    );
}

/// Returns an array with the values of the fields, in the order of the variables' letters.
fn values(variables: &BTreeSet<String>) -> String {
    let values = variables
        .iter()
        .map(|variable| format!("self.{}", snake_case(variable)));
    format!("[{}]", values.collect::<Vec<_>>().join(", "))
}

fn snake_case(variable: &str) -> String {
    variable.replace('-', "_")
}

/// Writes for each language one string with all texts, in the order of the messages.
fn texts(rust: &mut String, catalogues: &[Catalogue], listed: &[Listed<'_>]) -> Result<(), Error> {
    let mut texts = Vec::new();
    for catalogue in catalogues {
        let mut text = String::new();
        for one in listed {
            let message = catalogue.messages.get(one.id).unwrap_or(one.message);
            let encoded = message.pattern.encode(&one.variables);
            let place = || format!("{}: {}", message.file, one.id);
            text.push_str(&encoded.map_err(|sentence| Error::new(place(), sentence))?);
            text.push(TEXT_END);
        }
        texts.push(text);
    }
    let _ = writeln!(rust, "static TEXTS: [&str; {}] = {texts:?};", texts.len());
    Ok(())
}

fn pages(rust: &mut String, catalogues: &[Catalogue]) {
    rust.push_str(
        "/// The Markdown source of a section: its file and its text.\n\
         pub(crate) fn page(language: Language, id: &str) -> Option<(&'static str, &'static str)> {\n\
         match (language, id) {\n",
    );
    for catalogue in catalogues {
        for (id, page) in &catalogue.pages {
            let _ = writeln!(
                rust,
                "(Language::{}, {id:?}) => Some(({:?}, {:?})),",
                camel_case(&catalogue.tag),
                page.file,
                page.text
            );
        }
    }
    rust.push_str("_ => None,\n}\n}\n");
}

/// Returns the documentation of a message: its comment and its text in the source language.
fn doc(id: &str, message: &Message) -> String {
    let comment = message.comment.lines();
    let escaped = |line: &str| line.replace('[', "\\[").replace('<', "\\<");
    let lines: String = comment
        .map(|line| format!("/// {}\n", escaped(line)))
        .collect();
    format!(
        "{lines}///\n/// The message `{id}` of `{}`.\n",
        message.file
    )
}

/// Returns an identifier or a language tag as the name of a type: `rule-own-ca` gives `RuleOwnCa`.
fn camel_case(id: &str) -> String {
    let words = id.split(['-', '.', '_']);
    words
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect()
}
