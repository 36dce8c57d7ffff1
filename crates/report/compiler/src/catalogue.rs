//! Reads the files of one language.

use crate::Error;
use crate::encode::{self, Pattern};
use fluent_syntax::ast;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// How the identifier of a message begins that is only a part of other messages of its language. Other languages needn't
/// have it.
const PART: &str = "part-";

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// The language tag (BCP 47), which is the folder's name.
    pub tag: String,
    /// The messages by identifier. An attribute is a message of its own, with the identifier `message.attribute`.
    pub messages: BTreeMap<String, Message>,
    /// The sections of the prose by identifier.
    pub pages: BTreeMap<String, Page>,
}

/// A message of one language.
#[derive(Debug, Clone)]
pub struct Message {
    /// The file below the folder of words, such as `en/errors.ftl`.
    pub file: String,
    /// The comment for the translator.
    pub comment: String,
    /// The text with its variables and variants. References to other messages are already replaced.
    pub pattern: Pattern,
}

/// A section of the prose in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The file below the folder of words, such as `en/pages/windows.md`.
    pub file: String,
    /// The Markdown source.
    pub text: String,
}

impl Message {
    /// Returns the file's name without its folder.
    pub fn file_name(&self) -> &str {
        self.file
            .rsplit_once('/')
            .map_or(self.file.as_str(), |(_, name)| name)
    }
}

/// Returns the tags that the file `languages` lists. Every folder of words must be among them.
pub(crate) fn languages(words: &Path) -> Result<Vec<String>, Error> {
    let list = read_file(words, "languages")?;
    let lines = list.lines().map(str::trim);
    let tags: Vec<String> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    for name in names(words, "")? {
        if words.join(&name).is_dir() && !tags.contains(&name) {
            let sentence = format!("The folder {name} isn't in the list of languages.");
            return Err(Error::new("languages", sentence));
        }
    }
    Ok(tags)
}

impl Catalogue {
    /// Reads the folder of a language.
    pub(crate) fn read(words: &Path, tag: &str) -> Result<Self, Error> {
        let mut files = Vec::new();
        for name in names(words, tag)? {
            let path = format!("{tag}/{name}");
            if name.ends_with(".ftl") {
                files.push((path.clone(), read_file(words, &path)?));
            }
        }
        let mut pages = BTreeMap::new();
        for name in names(words, &format!("{tag}/pages"))? {
            let file = format!("{tag}/pages/{name}");
            let Some(id) = name.strip_suffix(".md") else {
                return Err(Error::new(file, "This isn't a Markdown file (.md)."));
            };
            let text = read_file(words, &file)?;
            pages.insert(id.to_owned(), Page { file, text });
        }
        Self::parse(tag, &files, pages)
    }

    /// Parses Fluent files, given as name and text.
    pub(crate) fn parse(
        tag: &str,
        files: &[(String, String)],
        pages: BTreeMap<String, Page>,
    ) -> Result<Self, Error> {
        let mut entries = Entries::default();
        for (file, text) in files {
            entries.add_file(file, text)?;
        }
        let mut messages = BTreeMap::new();
        for (id, entry) in &entries.patterns {
            if entry.is_term || id.starts_with(PART) {
                continue;
            }
            let message = Message {
                file: entry.file.clone(),
                comment: entry.comment.clone(),
                pattern: entries.resolve(id, &mut Vec::new())?,
            };
            messages.insert(id.clone(), message);
        }
        Ok(Catalogue {
            tag: tag.to_owned(),
            messages,
            pages,
        })
    }
}

/// All messages, attributes and terms of a language, before references are replaced.
#[derive(Default)]
struct Entries<'s> {
    patterns: BTreeMap<String, Entry<'s>>,
}

struct Entry<'s> {
    file: String,
    line: usize,
    comment: String,
    is_term: bool,
    pattern: ast::Pattern<&'s str>,
}

impl<'s> Entries<'s> {
    fn add_file(&mut self, file: &str, text: &'s str) -> Result<(), Error> {
        let resource = fluent_syntax::parser::parse(text).map_err(|(_, errors)| {
            let first = errors.first();
            let line = line_of(text, first.map_or(0, |error| error.pos.start));
            let reason = first.map_or_else(String::new, |error| error.kind.to_string());
            Error::new(format!("{file}:{line}"), format!("{reason}."))
        })?;
        for entry in resource.body {
            match entry {
                ast::Entry::Message(message) => {
                    let line = line_of(text, offset_in(text, message.id.name));
                    let id = message.id.name;
                    let comment = comment(message.comment);
                    if comment.is_empty() {
                        let sentence =
                            format!("The message {id} has no comment for the translator.");
                        return Err(Error::new(format!("{file}:{line}"), sentence));
                    }
                    if let Some(pattern) = message.value {
                        self.add(id.to_owned(), file, line, (&comment, false), pattern)?;
                    }
                    for attribute in message.attributes {
                        let id = format!("{id}.{}", attribute.id.name);
                        self.add(id, file, line, (&comment, false), attribute.value)?;
                    }
                }
                ast::Entry::Term(term) => {
                    let line = line_of(text, offset_in(text, term.id.name));
                    let (id, comment) = (format!("-{}", term.id.name), comment(term.comment));
                    self.add(id, file, line, (&comment, true), term.value)?;
                }
                ast::Entry::Comment(_)
                | ast::Entry::GroupComment(_)
                | ast::Entry::ResourceComment(_) => {}
                ast::Entry::Junk { content } => {
                    let line = line_of(text, offset_in(text, content));
                    let sentence = "This isn't a message.";
                    return Err(Error::new(format!("{file}:{line}"), sentence));
                }
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        id: String,
        file: &str,
        line: usize,
        (comment, is_term): (&str, bool),
        pattern: ast::Pattern<&'s str>,
    ) -> Result<(), Error> {
        let entry = Entry {
            file: file.to_owned(),
            line,
            comment: comment.to_owned(),
            is_term,
            pattern,
        };
        let place = format!("{file}:{line}");
        match self.patterns.insert(id.clone(), entry) {
            Some(other) => Err(Error::new(
                place,
                format!("{id} is already defined in {}:{}.", other.file, other.line),
            )),
            None => Ok(()),
        }
    }

    /// Returns a pattern in which every reference is replaced by the text that it refers to.
    fn resolve(&self, id: &str, open: &mut Vec<String>) -> Result<Pattern, Error> {
        let entry = self.patterns.get(id);
        let entry = entry.ok_or_else(|| Error::new(id, "There is no such message."))?;
        let place = format!("{}:{}", entry.file, entry.line);
        if open.iter().any(|one| one == id) {
            return Err(Error::new(place, format!("{id} refers to itself.")));
        }
        open.push(id.to_owned());
        let mut refer = |target: &str| {
            if self.patterns.contains_key(target) {
                self.resolve(target, open)
            } else {
                let sentence = format!("{id} refers to {target}, which doesn't exist.");
                Err(Error::new(place.clone(), sentence))
            }
        };
        let pattern = encode::pattern(&entry.pattern, &place, &mut refer)?;
        open.pop();
        Ok(pattern)
    }
}

fn comment(comment: Option<ast::Comment<&str>>) -> String {
    comment.map_or_else(String::new, |comment| comment.content.join("\n"))
}

/// Returns the offset of a slice in the text that it is a part of.
fn offset_in(text: &str, slice: &str) -> usize {
    (slice.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// Returns the number of the line at an offset, from 1.
fn line_of(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or(text);
    before.matches('\n').count().saturating_add(1)
}

/// Returns the sorted names in a folder below the folder of words.
fn names(words: &Path, folder: &str) -> Result<BTreeSet<String>, Error> {
    let entries = fs::read_dir(words.join(folder))
        .map_err(|error| Error::new(folder, format!("The folder can't be read: {error}.")))?;
    let names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    Ok(names.collect())
}

fn read_file(words: &Path, file: &str) -> Result<String, Error> {
    fs::read_to_string(words.join(file))
        .map_err(|error| Error::new(file, format!("The file can't be read: {error}.")))
}
