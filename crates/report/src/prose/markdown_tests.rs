//! Tests of the Markdown renderer: each directive, each error, and the texts of the page.

use super::inline::{events, inline};
use super::markdown::document;
use super::{ProseError, Topic, prose_html};
use crate::Language;
use crate::words::page;
use pulldown_cmark::{Event, Tag, TagEnd};

/// Returns the blocks after the heading as HTML.
fn blocks(markdown: &str) -> Result<String, ProseError> {
    document(&format!("# Heading\n\n{markdown}\n"), Language::En).map(|(_, blocks)| blocks)
}

fn html(markdown: &str) -> String {
    blocks(markdown).unwrap_or_else(|error| panic!("{error}"))
}

fn problem(markdown: &str) -> String {
    match blocks(markdown) {
        Ok(html) => panic!("no error, but {html}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn the_first_heading_is_the_title_and_others_are_one_level_below_the_section() {
    let document = document("# The `a` & {notice-year}\n\n## Next\n", Language::En);
    let (heading, blocks) = document.unwrap_or_default();
    assert_eq!(heading, "The <code translate=\"no\">a</code> &amp; 2019");
    assert_eq!(blocks, "<h3>Next</h3>\n");
}

#[test]
fn paragraphs_and_lists_contain_code_strong_text_and_placeholders() {
    for (markdown, expected) in [
        (
            "One `<a>` & **two**.\n\nThree.",
            "<p>One <code translate=\"no\">&lt;a&gt;</code> &amp; <strong>two</strong>.</p>\n<p>Three.</p>\n",
        ),
        (
            "1. On {notice}.\n2. `{retiring}`",
            "<ol><li>On 14 February 2019.</li><li><code translate=\"no\">DigiCert Global Root CA</code></li></ol>\n",
        ),
        (
            "- [General] > [Details]",
            "<ul><li>[General] &gt; [Details]</li></ul>\n",
        ),
    ] {
        assert_eq!(html(markdown), expected);
    }
}

#[test]
fn a_table_repeats_its_column_headings_at_each_cell() {
    assert_eq!(
        html("| The `a` | B |\n| --- | --- |\n| 1 | {notice-year} |"),
        "<table class=\"words\"><thead><tr><th scope=\"col\">The <code translate=\"no\">a</code></th><th scope=\"col\">B</th></tr></thead>\
         <tbody>\n<tr><td data-head=\"The a\">1</td><td data-head=\"B\">2019</td></tr>\n</tbody></table>\n"
    );
}

#[test]
fn links_lead_to_sections_to_other_sites_and_to_the_one_file_page() {
    for (markdown, expected) in [
        (
            "[one of **four** windows](windows.md)",
            "<a href=\"#/maintenance/en/windows\">one of <strong>four</strong> windows</a>",
        ),
        (
            "[a](https://portal.azure.com/?a&b)",
            "<a href=\"https://portal.azure.com/?a&amp;b\" rel=\"noreferrer\">a</a>",
        ),
        (
            "[the page](p2s-check.html)",
            "<a href=\"p2s-check.html\" download>the page</a>",
        ),
    ] {
        assert_eq!(inline(markdown, Language::En).as_deref(), Ok(expected));
        assert_eq!(html(markdown), format!("<p>{expected}</p>\n"));
    }
    let link = inline("[{page}]({page})", Language::En).unwrap_or_default();
    assert!(link.starts_with("<a href=\"https://"), "{link}");
    assert!(!link.contains('{'), "{link}");
}

#[test]
fn values_in_japanese_text_are_separated_by_spaces_also_beside_brackets() {
    assert_eq!(
        inline("[設定] は{hours}時間", Language::Ja).as_deref(),
        Ok("[設定] は 6 時間")
    );
    assert_eq!(
        inline("日程は{notice}から", Language::Ja).as_deref(),
        Ok("日程は 2019\u{a0}年\u{a0}2\u{a0}月\u{a0}14\u{a0}日から")
    );
}

#[test]
fn one_line_of_text_has_no_element_around_it() {
    assert_eq!(inline("a < b", Language::En).as_deref(), Ok("a &lt; b"));
    assert_eq!(inline("", Language::En).as_deref(), Ok(""));
    for (markdown, expected) in [
        ("- a", "\"- a\": not supported here: Start(List(None))"),
        (
            "a <br> {b}",
            "\"a <br> {b}\": not supported here: HTML: <br>",
        ),
    ] {
        let error = inline(markdown, Language::En).map_err(|error| error.to_string());
        assert_eq!(error, Err(expected.to_owned()));
    }
    assert!(inline("a\n\nb", Language::En).is_err());
}

#[test]
fn an_inference_has_its_label() {
    assert_eq!(
        html("{inference} From {notice-year} on, [so](windows.md)."),
        "<p class=\"inference\"><b>Our inference:</b> From 2019 on, <a href=\"#/maintenance/en/windows\">so</a>.</p>\n"
    );
    assert_eq!(
        problem("So {inference}"),
        "no value for the placeholder {inference}"
    );
}

#[test]
fn code_draws_tables_and_diagrams() {
    for (markdown, element) in [
        ("{draw: windows}", "<table class=\"windows\">"),
        ("{draw: lifetime}", "<figure class=\"picture life\">"),
        ("{draw: weeks}", "<figure class=\"picture weeks\">"),
        ("{draw: error-codes}", "<table class=\"words codes\">"),
        ("{draw: checklist}", "<div class=\"checklist\">"),
    ] {
        assert!(html(markdown).contains(element), "{markdown}");
    }
    assert_eq!(problem("{draw: months}"), "no code draws {draw: months}");
    assert_eq!(
        problem("Here: {draw: windows}"),
        "no value for the placeholder {draw: windows}"
    );
}

#[test]
fn the_page_mounts_its_controls() {
    for name in ["request", "error-code"] {
        assert_eq!(
            html(&format!("{{control: {name}}}")),
            format!("<div data-mount=\"{name}\"></div>\n")
        );
    }
    assert_eq!(
        problem("{control: other}"),
        "the page mounts no {control: other}"
    );
}

#[test]
fn a_block_quote_is_shown_at_one_stage() {
    assert_eq!(
        html("> {while: under-way}\n>\n> One.\n>\n> - Two.\n\nThree."),
        "<div class=\"when\" data-when=\"under-way\">\n<p>One.</p>\n<ul><li>Two.</li></ul>\n</div>\n<p>Three.</p>\n"
    );
    for markdown in [
        "> An ordinary quote.",
        "> {while: never}\n>\n> One.",
        "> {while: past} One.",
        "> [!NOTE]\n> One.",
        "> - {while: past}",
    ] {
        assert!(
            problem(markdown).starts_with("a block quote must begin with a paragraph {while: "),
            "{markdown}"
        );
    }
    assert_eq!(
        problem("{while: past}"),
        "no value for the placeholder {while: past}"
    );
}

#[test]
fn commands_have_a_caption_and_keep_their_braces() {
    let html = html("**Azure CLI (bash)**\n\n```bash\necho \"${name}\" &&\n    [{completed}]\n```");
    assert!(html.contains("<figcaption>Azure CLI (bash)<button"));
    assert!(
        html.contains("<code>echo &quot;${name}&quot; &amp;&amp;\n    [{completed}]</code></pre>"),
        "{html}"
    );
    let missing = "no fenced code block with commands follows **Caption**";
    for (markdown, expected) in [
        ("**Caption**", missing),
        ("**Caption**\n\nText.", missing),
        ("**Caption**\n\n    indented", missing),
        ("**Caption**\n\n```\n```", missing),
        (
            "```\na\n```",
            "not supported here: a code block without its caption (a paragraph of strong text)",
        ),
    ] {
        assert_eq!(problem(markdown), expected);
    }
    assert_eq!(
        self::html("**One** and **two**"),
        "<p><strong>One</strong> and <strong>two</strong></p>\n"
    );
}

#[test]
fn what_the_page_has_no_style_for_is_an_error_that_names_it() {
    for (markdown, found) in [
        ("A <b>word</b>.", "HTML: <b>"),
        ("<div>\na\n</div>", "HTML"),
        ("<!-- a -->", "HTML"),
        ("![a](b.png)", "an image: b.png"),
        ("A *word*.", "Start(Emphasis)"),
        ("~~A~~", "Start(Strikethrough)"),
        ("One\ntwo", "a line break inside a paragraph"),
        ("One  \ntwo", "a line break inside a paragraph"),
        ("- One\n\n- Two", "a blank line between the items of a list"),
        ("- One\n  - Two", "Start(List(None))"),
        ("- [ ] One", "TaskListMarker(false)"),
        ("3. One", "Start(List(Some(3)))"),
        ("One[^1]\n\n[^1]: Two", "FootnoteReference"),
        ("# Second title", "Start(Heading { level: H1"),
        ("### Too deep", "Start(Heading { level: H3"),
        ("---", "Rule"),
        ("<https://example.com/>", "Start(Link { link_type: Autolink"),
        (
            "[a](windows.md \"title\")",
            "Start(Link { link_type: Inline",
        ),
    ] {
        let problem = problem(markdown);
        assert!(
            problem.starts_with(&format!("not supported here: {found}")),
            "{markdown}: {problem}"
        );
    }
    assert_eq!(
        problem("[a]\n\n[a]: windows.md"),
        "the definition of a link isn't supported here: [a]"
    );
}

#[test]
fn a_link_to_anything_else_is_an_error() {
    for target in [
        "#windows",
        "other.md",
        "../pages/windows.md",
        "windows",
        "http://example.com/",
        "javascript:alert(1)",
        "",
    ] {
        assert_eq!(
            problem(&format!("[a]({target})")),
            format!(
                "the target of a link is neither the file of a section nor an https address: {target}"
            )
        );
    }
    assert_eq!(
        problem("[a]({nothing})"),
        "no value for the placeholder {nothing}"
    );
}

#[test]
fn a_placeholder_without_a_value_is_an_error() {
    for markdown in [
        "On {nothing}.",
        "`{nothing}`",
        "- {nothing}",
        "## {nothing}",
    ] {
        assert_eq!(
            problem(markdown),
            "no value for the placeholder {nothing}",
            "{markdown}"
        );
    }
}

#[test]
fn a_file_without_its_heading_is_an_error() {
    for markdown in ["", "Text.", "## Heading"] {
        let problem = document(markdown, Language::En).map_err(|error| error.to_string());
        assert_eq!(
            problem,
            Err("the file must begin with its heading (# …)".to_owned())
        );
    }
}

/// Returns the file and the text of a section.
fn source(topic: Topic, language: Language) -> (&'static str, &'static str) {
    page(language, topic.id()).unwrap_or_else(|| panic!("{topic:?} has no file"))
}

#[test]
fn every_section_has_a_file_and_every_file_is_a_section() {
    let (file, _) = source(Topic::ByHand, Language::En);
    assert_eq!(file, "en/pages/by-hand.md");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/words/en/pages");
    let files = std::fs::read_dir(folder).unwrap();
    assert_eq!(files.count(), Topic::ALL.len());
}

/// Returns the kinds of blocks with their directives, so that languages can be compared.
fn shape(markdown: &str) -> Vec<String> {
    let events = events(markdown).unwrap_or_else(|error| panic!("{error}"));
    let mut shape = Vec::new();
    let mut in_code = false;
    for event in events {
        match event {
            Event::Start(Tag::Strong | Tag::Link { .. }) => {}
            Event::Start(tag) => {
                let kind = tag.to_end();
                in_code = kind == TagEnd::CodeBlock;
                shape.push(format!("{kind:?}"));
            }
            Event::Text(code) if in_code => shape.push(format!("{} lines", code.lines().count())),
            Event::Text(text) if text.starts_with("{inference}") => {
                shape.push("inference".to_owned());
            }
            Event::Text(text)
                if ["{draw: ", "{control: ", "{while: "]
                    .iter()
                    .any(|directive| text.starts_with(directive)) =>
            {
                shape.push(text.to_string());
            }
            Event::End(TagEnd::BlockQuote(_)) => shape.push("end".to_owned()),
            _ => {}
        }
    }
    shape
}

#[test]
fn all_languages_have_the_same_blocks() {
    for topic in Topic::ALL {
        let shape_in = |language| shape(source(*topic, language).1);
        for language in Language::ALL {
            assert_eq!(shape_in(language), shape_in(Language::SOURCE), "{topic:?}");
        }
    }
    assert_eq!(
        shape("# A\n\n> {while: past}\n>\n> {notice}: b\n\n**C**\n\n```\nd\ne\n```"),
        [
            "Heading(H1)",
            "BlockQuote(None)",
            "Paragraph",
            "{while: past}",
            "Paragraph",
            "end",
            "Paragraph",
            "CodeBlock",
            "2 lines"
        ]
    );
}

#[test]
fn no_placeholder_or_markup_is_left_and_internal_links_have_targets() {
    let html = prose_html().unwrap_or_else(|error| panic!("{error}"));
    assert!(!html.contains('`') && !html.contains("](") && !html.contains("{}"));
    assert!(!html.contains("**"));
    for (_, rest) in html
        .match_indices("href=\"#/")
        .map(|(at, _)| html.split_at(at + 6))
    {
        let target = rest.split('"').next().unwrap_or_default();
        let id = format!("id=\"{}\"", target.trim_start_matches('#'));
        assert!(html.contains(&id), "{target} leads nowhere");
    }
}

#[test]
fn each_page_has_its_heading_then_its_contents_then_its_sections() {
    let html = prose_html().unwrap_or_else(|error| panic!("{error}"));
    for page in ["migration", "maintenance"] {
        for language in Language::ALL {
            let start = format!(
                "<section data-page=\"{page}\" lang=\"{}\">\n<h1>",
                language.tag()
            );
            let (_, rest) = html.split_once(&start).unwrap_or_default();
            let page_html = rest.split("</section>").next().unwrap_or_default();
            let (heading, list) = page_html.split_once("</h1>\n").unwrap_or_default();
            assert!(!heading.is_empty() && !heading.contains('<'), "{heading}");
            assert!(list.starts_with("<nav class=\"contents\""), "{list}");
            let topics = || {
                Topic::ALL
                    .iter()
                    .filter(|topic| topic.page().path() == page)
            };
            let positions: Vec<_> = topics()
                .map(|topic| list.find(&format!("data-section=\"{}\"", topic.id())))
                .collect();
            assert!(
                positions.iter().all(Option::is_some) && positions.is_sorted(),
                "{page}"
            );
            // The sources are on another page.
            let (links, _) = list.split_once("</nav>").unwrap_or_default();
            assert_eq!(links.matches("<li>").count(), topics().count() + 1);
        }
    }
}

#[test]
fn texts_contain_placeholders_instead_of_years() {
    for (topic, language) in Topic::ALL
        .iter()
        .flat_map(|topic| Language::ALL.map(|language| (*topic, language)))
    {
        let (file, text) = source(topic, language);
        for line in text.lines() {
            let year = line
                .split(|c: char| !c.is_ascii_digit())
                .find(|digits| digits.len() == 4 && digits.starts_with("20"));
            assert_eq!(year, None, "{file}: {line}");
        }
    }
}

#[test]
fn xml_elements_of_the_package_are_escaped() {
    let html = prose_html().unwrap_or_else(|error| panic!("{error}"));
    assert!(html.contains("<code translate=\"no\">&lt;ServerCertsRootCn&gt;</code>"));
    assert!(!html.contains("<ServerCertsRootCn>"));
}
