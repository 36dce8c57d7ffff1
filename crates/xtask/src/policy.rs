//! The content security policies of the site and of the one-file page.
//!
//! Framing is not restricted, because wikis show the page in a frame. The site has no inline script or style and needs
//! no hashes. The one-file page has only inline script and style, each with its hash.

/// Policy of the site: the header that `serve` sends, and the meta element in `dist/site/index.html`.
///
/// `connect-src 'self'` is needed for loading, which fetches the module and the script for the worker's blob. The
/// worker inherits the policy because it is a blob; a worker loaded by its path would not.
pub const SITE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; \
     style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// Returns the policy of the one-file page: the two scripts and the style by their hashes, and no connections.
pub fn one_file(scripts: &[String; 2], style: &str) -> String {
    let [boot, glue] = scripts;
    format!(
        "default-src 'none'; script-src '{boot}' '{glue}' 'wasm-unsafe-eval'; worker-src blob:; style-src '{style}'; \
         img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
}

/// Returns the policy as a meta element.
pub fn meta(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}
