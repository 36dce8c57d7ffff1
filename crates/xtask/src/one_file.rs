//! Assembles the one-file page, which works from a disk, a file share and a sandboxed frame: style, script and module
//! are inline, under a policy of hashes without any connection.
//!
//! web/boot.js describes what the script expects: it is the one script element at the end of the body. Before it come the
//! packed prose, and the glue packed with the module. The prose is a quarter as large as the module and compresses to a
//! sixth. Only the sections that must be readable without JavaScript also stay in the page as plain HTML.

use crate::html::{self, Tag};
use crate::{Failure, Result, compress, digest, policy};
use std::path::Path;

/// Assembles the file from the finished site.
pub(crate) fn assemble(site: &Path) -> Result<String> {
    let page = crate::build::read(&site.join("index.html"))?;
    let (mut pieces, mut boot, mut glue, mut style) =
        (Vec::new(), String::new(), String::new(), String::new());
    let (mut module, mut policy_index) = (None, None);
    for tag in html::tags(&page) {
        match (
            tag.name.as_str(),
            tag.attribute("rel"),
            tag.attribute("http-equiv"),
        ) {
            ("script", _, _) => {
                let script = read_referenced(site, &tag, "src")?;
                match tag.attribute("data-wasm") {
                    Some(path) => (boot, module) = (script, Some(site.join(path))),
                    None => glue = script,
                }
                pieces.push((tag.element_range(&page), String::new()));
            }
            ("link", Some("stylesheet"), _) => {
                style.push_str(&read_referenced(site, &tag, "href")?);
                pieces.push((tag.range, String::new()));
            }
            ("link", Some("preload"), _) => pieces.push((tag.range, String::new())),
            // Links to sections that aren't readable without JavaScript in this file.
            ("noscript", _, _) if tag.attribute("data-site").is_some() => {
                pieces.push((tag.element_range(&page), String::new()));
            }
            ("meta", _, Some(_)) => {
                policy_index = Some(pieces.len());
                pieces.push((tag.range, String::new()));
            }
            _ => {}
        }
    }
    let module = module
        .ok_or_else(|| Failure::new("No script of the page names the module (data-wasm)."))?;
    let policy_index =
        policy_index.ok_or_else(|| Failure::new("The page has no policy to replace."))?;
    for (text, end) in [(&boot, "</script"), (&style, "</style")] {
        if text.to_ascii_lowercase().contains(end) {
            return Err(Failure::new(format!(
                "The inline text contains {end}, which would end its element."
            )));
        }
    }
    let scripts = [&boot, &glue].map(|script| digest::csp_source(script));
    let policy = policy::one_file(&scripts, &digest::csp_source(&style));
    if let Some((_, new)) = pieces.get_mut(policy_index) {
        *new = format!("{}<style>{style}</style>", policy::meta(&policy));
    }
    let prose_range = prose_range(&page)?;
    let prose = page.get(prose_range.clone()).unwrap_or_default();
    let wasm = std::fs::read(&module).map_err(Failure::file("read", &module))?;
    let code = [glue.as_bytes(), &wasm].concat();
    let tail = format!(
        "{}{}<script>{boot}</script>",
        packed_element("id=\"packed-prose\"", prose.as_bytes())?,
        packed_element(&format!("id=\"wasm\" data-glue=\"{}\"", glue.len()), &code)?,
    );
    let end = page.rfind("</body>").unwrap_or(page.len());
    pieces.push((end..end, tail));
    pieces.push((prose_range, readable_articles(prose)));
    pieces.sort_by_key(|(range, _)| range.start);
    Ok(html::replace(&page, &pieces))
}

/// Returns an element that contains bytes in the form that web/boot.js unpacks.
fn packed_element(attributes: &str, bytes: &[u8]) -> Result<String> {
    let text = compress::encode_base85(&compress::lzma(bytes)?);
    let size = bytes.len();
    Ok(format!(
        "<script type=\"text/plain\" {attributes} data-size=\"{size}\">{text}</script>"
    ))
}

/// Returns the byte range from the start of the first page of the prose to the end of the last one.
fn prose_range(page: &str) -> Result<std::ops::Range<usize>> {
    let tags = html::tags(page);
    let pages = || {
        let all = tags.iter();
        let all = all.filter(|tag| tag.attribute("data-page").is_some());
        all.map(|tag| tag.element_range(page))
    };
    match (pages().next(), pages().next_back()) {
        (Some(first), Some(last)) => Ok(first.start..last.end),
        _ => Err(Failure::new("The page has no prose.")),
    }
}

/// Returns the articles of the prose that a browser parses although scripts are enabled. They stay readable without
/// JavaScript.
fn readable_articles(prose: &str) -> String {
    let tags = html::tags(prose);
    let elements = |name: &'static str| {
        let tags = tags.iter().filter(move |tag| tag.name == name);
        tags.map(|tag| tag.element_range(prose))
    };
    let is_readable = |article: &std::ops::Range<usize>| {
        !elements("noscript").any(|inert| inert.contains(&article.start))
    };
    let articles = elements("article").filter(is_readable);
    articles.filter_map(|range| prose.get(range)).collect()
}

/// Reads a file that an attribute of the tag names.
fn read_referenced(site: &Path, tag: &Tag, attribute: &str) -> Result<String> {
    let name = tag.attribute(attribute).unwrap_or_default();
    if name.is_empty() || name.contains(':') {
        return Err(Failure::new(format!(
            "The page has a <{}> that refers to another site.",
            tag.name
        )));
    }
    crate::build::read(&site.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_readable_sections_stay_as_html() {
        let page = "<main><div><section data-page=about><h1>p</h1><article data-section=what>a</article></section>\
                    <section data-page=maintenance><noscript><article data-section=now>b</article></noscript>\
                    <article data-section=\"by-hand\">c</article></section></div></main>";
        let range = prose_range(page).unwrap_or_default();
        let prose = page.get(range).unwrap_or_default();
        assert!(
            prose.starts_with("<section data-page=about")
                && prose.ends_with("c</article></section>")
        );
        assert_eq!(
            readable_articles(prose),
            "<article data-section=what>a</article><article data-section=\"by-hand\">c</article>"
        );
    }
}
