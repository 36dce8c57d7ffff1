//! Scripts that the tests put into the page to see how it behaves: never part of the product.

use serde_json::json;

/// A script for [`with_script`](crate::host::with_script) that puts `text` before the text of the page's own workers.
pub fn into_workers(text: &str) -> String {
    let text = json!(text);
    format!(
        "{{ const Real = Blob; globalThis.Blob = class extends Real {{ \
         static [Symbol.hasInstance](one) {{ return one instanceof Real }} constructor(parts, options) {{ \
         super(options?.type === 'text/javascript' ? [{text}, '\\n', ...parts] : parts, options) }} }} }}"
    )
}

/// A script that asks for an address of another origin and tells on a channel whether it got through.
pub fn asks(address: &str, who: &str) -> String {
    format!(
        "{{ const tell = (how) => {{ const channel = new BroadcastChannel('asked'); \
         channel.postMessage('{who} ' + how); channel.close(); }}; \
         fetch('{address}{who}', {{ mode: 'no-cors' }}).then(() => tell('reached'), () => tell('refused')); }}"
    )
}

/// A script for [`with_script`](crate::host::with_script) that collects in `window.asked` what [`asks`] told, the page's own voice too.
pub const LISTENS: &str = "globalThis.asked = []; \
    new BroadcastChannel('asked').onmessage = (event) => globalThis.asked.push(event.data);";
