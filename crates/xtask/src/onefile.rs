//! The site as one file that works from a disk, from a share and in a sandboxed frame: style, script and module
//! inline, under a policy of hashes that lets nothing out.
//!
//! What the script expects is said in web/boot.js: one script element, last in the body, with the glue and then
//! boot.js; before it `<script type="text/plain" id="wasm" data-size="…" data-prose="…">` with all of the prose and the
//! module. The prose is half as large as the module and packs to a sixth, so that only what has to be readable where no
//! script runs stays in the page as it is.

use crate::html::{self, Tag};
use crate::{Failure, Result, digest, pack, policy};
use std::path::Path;

/// Assembles the file from the finished site.
pub(crate) fn assemble(site: &Path) -> Result<String> {
    let page = crate::build::read(&site.join("index.html"))?;
    let (mut pieces, mut script, mut style, mut module) =
        (Vec::new(), String::new(), String::new(), None);
    let mut place = None;
    for tag in html::tags(&page) {
        match (
            tag.name.as_str(),
            tag.attribute("rel"),
            tag.attribute("http-equiv"),
        ) {
            ("script", _, _) => {
                script.push_str(&local(site, &tag, "src")?);
                script.push('\n');
                module = module.or_else(|| tag.attribute("data-wasm").map(|path| site.join(path)));
                pieces.push((tag.element(&page), String::new()));
            }
            ("link", Some("stylesheet"), _) => {
                style.push_str(&local(site, &tag, "href")?);
                pieces.push((tag.range, String::new()));
            }
            ("link", Some("preload"), _) => pieces.push((tag.range, String::new())),
            ("meta", _, Some(_)) => {
                place = Some(pieces.len());
                pieces.push((tag.range, String::new()));
            }
            _ => {}
        }
    }
    let module = module
        .ok_or_else(|| Failure::new("No script of the page names the module (data-wasm)."))?;
    let place = place.ok_or_else(|| Failure::new("The page has no policy to replace."))?;
    for (text, end) in [(&script, "</script"), (&style, "</style")] {
        if text.to_ascii_lowercase().contains(end) {
            return Err(Failure::new(format!(
                "What goes inline holds {end} and would end there."
            )));
        }
    }
    let policy = policy::one_file(
        &digest::policy_source(&script),
        &digest::policy_source(&style),
    );
    if let Some((_, new)) = pieces.get_mut(place) {
        *new = format!("{}<style>{style}</style>", policy::meta(&policy));
    }
    let prose = prose(&page)?;
    let mut bytes = page
        .get(prose.clone())
        .unwrap_or_default()
        .as_bytes()
        .to_vec();
    let prose_size = bytes.len();
    bytes.extend(std::fs::read(&module).map_err(Failure::file("read", &module))?);
    let packed = pack::text(&pack::lzma(&bytes)?);
    let tail = format!(
        "<script type=\"text/plain\" id=\"wasm\" data-size=\"{}\" data-prose=\"{prose_size}\">{packed}</script>\
         <script>{script}</script>",
        bytes.len()
    );
    let end = page.rfind("</body>").unwrap_or(page.len());
    pieces.push((end..end, tail));
    let kept = kept(page.get(prose.clone()).unwrap_or_default());
    pieces.push((prose, kept));
    pieces.sort_by_key(|(range, _)| range.start);
    Ok(html::replace(&page, &pieces))
}

/// Sections that can be read where no script runs: what this is, and how to do without it.
const KEPT: [&str; 4] = ["what", "private", "by-hand", "by-hand-limits"];

/// Where the prose stands: everything from its first article to the end of its last.
fn prose(page: &str) -> Result<std::ops::Range<usize>> {
    let tags = html::tags(page);
    let articles = || {
        let all = tags.iter().filter(|tag| tag.name == "article");
        all.map(|tag| tag.element(page))
    };
    match (articles().next(), articles().next_back()) {
        (Some(first), Some(last)) => Ok(first.start..last.end),
        _ => Err(Failure::new("The page has no prose.")),
    }
}

/// The articles of the prose that stay.
fn kept(prose: &str) -> String {
    let tags = html::tags(prose);
    let articles = tags.iter().filter(|tag| {
        let section = tag.attribute("data-section").unwrap_or_default();
        tag.name == "article" && KEPT.contains(&section)
    });
    articles
        .filter_map(|tag| prose.get(tag.element(prose)))
        .collect()
}

/// The text of a file that the page names.
fn local(site: &Path, tag: &Tag, attribute: &str) -> Result<String> {
    let name = tag.attribute(attribute).unwrap_or_default();
    if name.is_empty() || name.contains(':') {
        return Err(Failure::new(format!(
            "The page has a <{}> that is not of its own site.",
            tag.name
        )));
    }
    crate::build::read(&site.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_by_hand_stays_and_the_rest_goes() {
        let page = "<main><div><article data-section=what>a</article><article data-section=now>b</article>\
                    <article data-section=\"by-hand\">c</article></div></main>";
        let range = prose(page).unwrap_or_default();
        let prose = page.get(range).unwrap_or_default();
        assert!(prose.starts_with("<article data-section=what") && prose.ends_with("c</article>"));
        assert_eq!(
            kept(prose),
            "<article data-section=what>a</article><article data-section=\"by-hand\">c</article>"
        );
    }
}
