// The start of both roles of the one wasm module: the page, and the worker that reads files.
//
// It has two homes, and is the same file in both:
// - The site: `<script defer src="boot.js" id="boot" data-glue="…" data-wasm="…">` behind the glue's own
//   deferred script. The worker's text is fetched: glue, then this file. The wasm is fetched.
// - The one file: ONE inline script element, last in the body, whose text is the glue followed by this file
//   (no id, no src). Its own text becomes the worker's. The wasm stands before it as
//   `<script type="text/plain" id="wasm-gz">`, Base64 of gzip.
// In a worker there is no document: wait for the compiled module, start it, and let Rust listen from then on.
//
// What it leaves for Rust: the language and theme on <html>, and `p2sReader()`, which makes a reading worker.
// What it leaves for the style sheet: `data-failed` on <html> where the page could not start.
// The semicolon: the minified glue before it ends without one.
;(() => {
  "use strict";
  if (typeof document === "undefined") {
    self.onmessage = (event) => {
      self.onmessage = null;
      wasm_bindgen.initSync({ module: event.data });
    };
    return;
  }

  const page = document.documentElement;
  const script = document.currentScript;
  const packed = document.getElementById("wasm-gz");

  // Before the first paint, so that nothing flashes: address, then stored choice, then the browser's.
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // A sandboxed frame, or storage turned off.
    }
  };
  const asked = new URLSearchParams(location.search).get("lang");
  const known = (tag) => /^(ja|en)\b/i.exec(tag ?? "")?.[1].toLowerCase();
  page.lang = [asked, stored("language"), ...(navigator.languages ?? [])].map(known).find(Boolean) ?? "en";
  const theme = stored("theme");
  if (theme === "light" || theme === "dark") page.dataset.theme = theme;

  const fail = (why) => (error) => {
    page.dataset.failed ??= why;
    throw error;
  };

  const bytesOf = async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  };
  const compile = (body) =>
    WebAssembly.compileStreaming(new Response(body, { headers: { "content-type": "application/wasm" } }));

  const fromSite = () =>
    Promise.all([
      bytesOf(script.dataset.wasm).then((response) => compile(response.body)),
      bytesOf(script.dataset.glue).then((response) => response.text()),
      bytesOf(script.src).then((response) => response.text()),
    ]).then(([module, glue, boot]) => [module, `${glue}\n${boot}`]);

  const fromThisFile = async () => {
    const bytes = Uint8Array.from(atob(packed.textContent), (character) => character.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return [await compile(unpacked), script.textContent];
  };

  const start = async () => {
    const [module, text] = await (packed ? fromThisFile() : fromSite()).catch(fail("load"));
    const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    globalThis.p2sReader = () => {
      const worker = new Worker(url);
      worker.postMessage(module);
      return worker;
    };
    // A panic ends the instance; what was shown stays, nothing answers any more.
    addEventListener("error", (event) => {
      if (event.error instanceof WebAssembly.RuntimeError) page.dataset.failed = "crash";
    });
    await wasm_bindgen({ module_or_path: module }).catch(fail("start"));
  };

  if (typeof WebAssembly === "undefined" || !WebAssembly.compileStreaming || (packed && typeof DecompressionStream === "undefined")) {
    page.dataset.failed = "browser";
  } else {
    start();
  }
})();
