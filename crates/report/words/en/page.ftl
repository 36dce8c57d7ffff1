### The page's text outside the checker, in index.html and embed.js. It is read before the checker starts, and without
### JavaScript. It is Markdown: **bold**, [links](by-hand.md) and `code`.

# Description for search engines.
page-description = Will the gateway's certificate change disconnect your VPN clients? Files are read inside your browser. Nothing is uploaded.
# Heading.
page-heading = Will your VPN clients still connect after the certificate change?
# Below the heading.
page-lead = Choose the VPN client package. It's read in this browser, and nothing is uploaded.
# Below the heading: the two changes. The links lead to their pages.
page-changes = [2026](rotation.md): Azure replaces root certificates of point-to-site gateways. [2019](background.md): the gateways moved to public CAs.

## Why the checker could not start

# WebAssembly is off or missing.
failed-wasm = **WebAssembly isn't available in this browser.** It may be turned off (by a security setting or your organization), or the browser may be too old. Open the page in another browser.
# The browser is too old.
failed-browser = **This browser is too old for the checker.** Open the page in a current version of Chrome, Edge, Firefox or Safari.
# The policy of the site that shows the page blocks the checker.
failed-policy = **The Content Security Policy of the site that shows this page blocks the checker.** Ask that site's administrator for the settings in docs/embedding.md. Or save the one-file version ([p2s-check.html](p2s-check.html)) and open it from there.
# A file of the site is missing.
failed-missing = **A file that this page needs is missing.** The site may not be fully deployed. Reload the page later. If that doesn't help, ask the site's administrator whether every file in dist/site is there.
# The server sends a wrong MIME type.
failed-type = **The server sends a file of this page with the wrong type (MIME type).** Ask the site's administrator to send .js as text/javascript and .wasm as application/wasm.
# The page was saved by the browser.
failed-saved = **This is a copy saved from a browser. It doesn't include the checker.** For offline use, save the one-file version from the site: [p2s-check.html](p2s-check.html).
# Another reason.
failed-start = **The checker couldn't start.** Reload the page. If that doesn't help, open it in a current version of Chrome, Edge, Firefox or Safari.
# The checker stopped while it was used.
failed-crash = **The checker has stopped.** Answers that are already shown are still valid. Reload the page to check more.
# Follows each of these reasons.
failed-by-hand = You can also [check by hand](by-hand.md), without the checker.
# Shown while the checker loads.
loading = Loading the checker …
# Shown if the checker doesn't start and doesn't say why.
stalled = **The checker has not started yet.** Scripts may be blocked, or a file of the page may be missing. This may be a copy saved from a browser, or the browser may be too old. Reload the page, or save the one-file version from the site: [p2s-check.html](p2s-check.html).
# Shown without JavaScript.
without-script = Checking a file needs JavaScript. Without it, you can [check by hand](by-hand.md).
# Shown without JavaScript instead of the navigation.
page-links = [2026 migration](rotation.md) [2019 maintenance](now.md) [About](what.md)

## Footer

# Footer.
not-a-product = This is not a Microsoft product, and Microsoft has neither approved nor endorsed it.
# Footer: the version of a build from an unknown state of the sources.
version = Version { $version }
# Footer: the version, with the commit and its day.
version-of-commit = Version { $version } (commit { $commit }, { $day })
# Footer: heading of the next text.
verify-heading = Check that this file is the released one
# Footer: how to compare the checksum.
verify-text = Compute its SHA-256 and compare it with the value in SHA256SUMS, published where you got this file. Windows: `Get-FileHash p2s-check.html`; Linux: `sha256sum --check --ignore-missing SHA256SUMS`; macOS: `shasum -a 256 p2s-check.html`
