//! Compares the languages: each must have the messages, variables and pages of the source language, and no others.

use crate::{Catalogue, Error, Message, SOURCE_LANGUAGE};
use std::collections::BTreeMap;

/// Checks all languages against the source language.
pub(crate) fn check(catalogues: &[Catalogue]) -> Result<(), Error> {
    let source = catalogues
        .iter()
        .find(|catalogue| catalogue.tag == SOURCE_LANGUAGE);
    let source = source.ok_or_else(|| {
        let sentence =
            format!("{SOURCE_LANGUAGE} is missing, which the others are translated from.");
        Error::new("languages", sentence)
    })?;
    for catalogue in catalogues {
        let (tag, pages) = (&catalogue.tag, &catalogue.pages);
        for (id, message) in &source.messages {
            match catalogue.messages.get(id) {
                Some(translation) => check_variables(id, message, translation)?,
                None => {
                    let place = format!("{tag}/{}", message.file_name());
                    return Err(Error::new(place, format!("The message {id} is missing.")));
                }
            }
        }
        for (id, message) in &catalogue.messages {
            if !source.messages.contains_key(id) {
                let sentence = format!("The message {id} doesn't exist in {SOURCE_LANGUAGE}.");
                return Err(Error::new(&message.file, sentence));
            }
        }
        same_pages(tag, &source.pages, pages)?;
    }
    Ok(())
}

/// Checks that a translation is in the file of the same name, knows all of its variables, and shows every value that
/// the source language shows. A variable that only selects a variant, such as a plural, can be left out.
fn check_variables(id: &str, source: &Message, translation: &Message) -> Result<(), Error> {
    let wrong = |sentence: String| Err(Error::new(format!("{}: {id}", translation.file), sentence));
    if source.file_name() != translation.file_name() {
        return wrong(format!("The message belongs in {}.", source.file_name()));
    }
    let (expected, found) = (source.pattern.variables(), translation.pattern.variables());
    let all = expected.all();
    if let Some(unknown) = found.all().difference(&all).next() {
        return wrong(format!("The variable ${unknown} is unknown."));
    }
    if let Some(missing) = expected.shown.difference(&found.all()).next() {
        return wrong(format!("The variable ${missing} is missing."));
    }
    Ok(())
}

fn same_pages<T>(
    tag: &str,
    source: &BTreeMap<String, T>,
    found: &BTreeMap<String, T>,
) -> Result<(), Error> {
    let missing = source.keys().find(|id| !found.contains_key(*id));
    let unknown = found.keys().find(|id| !source.contains_key(*id));
    match (missing, unknown) {
        (Some(id), _) => Err(Error::new(
            format!("{tag}/pages/{id}.md"),
            "The page is missing.",
        )),
        (None, Some(id)) => Err(Error::new(
            format!("{tag}/pages/{id}.md"),
            format!("There is no such page in {SOURCE_LANGUAGE}."),
        )),
        (None, None) => Ok(()),
    }
}
