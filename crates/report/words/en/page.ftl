### The page's text outside the checker, in index.html and embed.js. It is read before the checker starts, and without
### JavaScript. It is Markdown: **bold**, [links](by-hand.md) and `code`.

# Description for search engines.
page-description = Does the certificate change cut off your VPN clients? Read inside your browser; nothing is uploaded.
# Heading.
page-heading = Does the certificate change cut off your VPN clients?
# Below the heading.
page-lead = Choose the VPN client package. It is read inside this browser; nothing is sent anywhere.

## Why the checker could not start

# WebAssembly is off or missing.
failed-wasm = **This browser has no WebAssembly.** It is switched off (by a security setting or your organization), or the browser is too old. Open the page in another browser.
# The browser is too old.
failed-browser = **This browser is too old for the checker.** Open the page in a current version of Chrome, Edge, Firefox or Safari.
# The policy of the site that shows the page blocks the checker.
failed-policy = **The policy (Content-Security-Policy) of the site that shows this page blocks the checker.** Ask that site’s administrator for the settings in docs/embedding.md, or save the one-file version ([p2s-check.html](p2s-check.html)) and open it from there.
# A file of the site is missing.
failed-missing = **A file of this page can’t be found.** The site may not be uploaded completely. Load the page again in a while; if that does not help, ask the site’s administrator whether every file of dist/site is there.
# The server sends a wrong MIME type.
failed-type = **The server sends a file of this page as the wrong type (MIME type).** Ask the site’s administrator to send .js as text/javascript and .wasm as application/wasm.
# The page was saved by the browser.
failed-saved = **This is a copy of the site as a browser saves it. What does the checking is not in it.** For offline use, save the one-file version from the site: [p2s-check.html](p2s-check.html).
# Another reason.
failed-start = **The checker could not start.** Load the page again. If that does not help, open it in a current version of Chrome, Edge, Firefox or Safari.
# The checker stopped while it was used.
failed-crash = **The checker has stopped.** Answers that are already shown still hold. Load the page again to check more.
# Follows each of these reasons.
failed-by-hand = You can also [check by hand](by-hand.md), without the checker.
# Shown while the checker loads.
loading = Loading the checker …
# Shown if the checker doesn't start and doesn't say why.
stalled = **The checker has not started yet.** Scripts may be blocked, a file of the page may be missing, this may be a copy as a browser saves it, or the browser may be too old. Load the page again, or save the one-file version from the site: [p2s-check.html](p2s-check.html).
# Shown without JavaScript. The check by hand follows.
without-script = Checking a file needs JavaScript. Without it, you can check by hand as follows.

## Footer

# Footer.
not-a-product = This is not a Microsoft product, and Microsoft has neither approved nor endorsed it.
# Footer: the version of a build from an unknown state of the sources.
version = Version { $version }
# Footer: the version, with the commit and its day.
version-of-commit = Version { $version } (commit { $commit }, { $day })
# Footer: heading of the next text.
verify-heading = Check that this file is the one that was released
# Footer: how to compare the checksum.
verify-text = Compute its SHA-256 and compare it with the one in SHA256SUMS, from where the file came from. Windows: `Get-FileHash p2s-check.html`; Linux: `sha256sum --check --ignore-missing SHA256SUMS`; macOS: `shasum -a 256 p2s-check.html`
