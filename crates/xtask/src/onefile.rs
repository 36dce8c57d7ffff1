//! The site as one file that works from a disk, from a share and in a sandboxed frame: style, script and module
//! inline, under a policy of hashes that lets nothing out.
//!
//! What the script expects is said in web/boot.js: one script element, last in the body, with the glue and then
//! boot.js; before it `<script type="text/plain" id="wasm-gz">`, the module as Base64 of gzip.

use crate::html::{self, Tag};
use crate::{Failure, Result, digest, policy};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, GzBuilder};
use std::io::Write as _;
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
    let packed = STANDARD.encode(gzip(&module)?);
    let tail = format!(
        "<script type=\"text/plain\" id=\"wasm-gz\">{packed}</script><script>{script}</script>"
    );
    let end = page.rfind("</body>").unwrap_or(page.len());
    pieces.push((end..end, tail));
    Ok(html::replace(&page, &pieces))
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

/// Gzip without a name and without a time.
fn gzip(path: &Path) -> Result<Vec<u8>> {
    let bytes = std::fs::read(path).map_err(Failure::file("read", path))?;
    let mut encoder = GzBuilder::new()
        .mtime(0)
        .write(Vec::new(), Compression::best());
    encoder
        .write_all(&bytes)
        .and_then(|()| encoder.finish())
        .map_err(Failure::file("compress", path))
}
