//! Checks that the prose states each fact of the 2019 notice and of the 2026 migration in its section, in both languages.

#![allow(
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

use p2s_report::prose::{FACTS, Topic};
use p2s_report::{Language, prose_html};

/// Returns the text of a section without tags.
fn text(topic: Topic, language: Language) -> String {
    let html = prose_html().expect("the prose");
    let start = format!(
        "data-section=\"{}\" lang=\"{}\"",
        topic.id(),
        language.tag()
    );
    let section = html
        .split_once(&start)
        .map(|(_, rest)| rest)
        .unwrap_or_default();
    let section = section.split("</article>").next().unwrap_or_default();
    let mut text = String::new();
    let mut in_tag = true;
    for c in section.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(c),
            _ => {}
        }
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        // The words of the facts have ordinary spaces.
        .replace('\u{A0}', " ")
}

#[test]
fn the_facts_are_numbered_from_1_to_61() {
    let numbers: Vec<u8> = FACTS.iter().map(|fact| fact.number).collect();
    assert_eq!(numbers, (1..=61).collect::<Vec<u8>>());
}

#[test]
fn every_fact_is_in_its_section_in_both_languages() {
    for fact in FACTS {
        for language in [Language::Ja, Language::En] {
            let text = text(fact.topic, language);
            let words = fact.words(language);
            assert!(!words.is_empty(), "F{}", fact.number);
            for word in words {
                assert!(
                    text.contains(&word),
                    "F{} in {:?}: {word}",
                    fact.number,
                    fact.topic
                );
            }
        }
    }
}
