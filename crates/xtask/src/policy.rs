//! What the page may do: its content security policy, once.
//!
//! Framing is not restricted: wikis show the page in a frame. There is no inline script and no inline style on
//! the site, so nothing needs a hash there; the one file has nothing else, so everything has one.

/// The site's policy: the header that `serve` sends, and the meta element in `dist/site/index.html`.
///
/// `connect-src 'self'`: loading fetches the module, and the script for the worker's blob. The worker
/// inherits the policy because it is a blob (a worker loaded by its path would not).
pub const SITE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; \
     style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// The one file's policy: its script and its style by their hashes, and no connection at all.
pub fn one_file(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src '{script}' 'wasm-unsafe-eval'; worker-src blob:; style-src '{style}'; \
         img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
}

/// The policy as an element of the page's head.
pub fn meta(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}
