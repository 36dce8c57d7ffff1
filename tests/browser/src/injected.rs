//! Scripts that the tests inject into the page to observe it. They are never part of the product.

use serde_json::json;

/// Returns a script for [`start_with_script`](crate::host::start_with_script) that prepends `text` to the source of the page's
/// workers.
pub fn in_workers(text: &str) -> String {
    let text = json!(text);
    format!(
        "{{ const Real = Blob; globalThis.Blob = class extends Real {{ \
         static [Symbol.hasInstance](value) {{ return value instanceof Real }} constructor(parts, options) {{ \
         super(options?.type === 'text/javascript' ? [{text}, '\\n', ...parts] : parts, options) }} }} }}"
    )
}

/// Returns a script that requests an address of another origin and reports on a channel whether it succeeded.
pub fn request_script(address: &str, sender: &str) -> String {
    format!(
        "{{ const report = (outcome) => {{ const channel = new BroadcastChannel('attempts'); \
         channel.postMessage('{sender} ' + outcome); channel.close(); }}; \
         fetch('{address}{sender}', {{ mode: 'no-cors' }}).then(() => report('reached'), () => report('refused')); }}"
    )
}

/// Script for [`start_with_script`](crate::host::start_with_script) that collects the reports of [`request_script`] in
/// `window.attempts`, including the page's own.
pub const COLLECT_ATTEMPTS: &str = "globalThis.attempts = []; \
    new BroadcastChannel('attempts').onmessage = (event) => globalThis.attempts.push(event.data);";
