// Starts both roles of the wasm module: the page, and the worker that reads files.
//
// The same file is used in both forms of the page:
// - The site: `<script src="boot.js" data-glue="…" data-wasm="…">` in the head, which runs before the body is parsed, so that
//   the module is compiled meanwhile. The glue is a deferred script. The source of the worker is both scripts.
// - The one file: one inline script element, last in the body, that is this file (no src). Before it are two elements with
//   raw LZMA as text (five characters for four bytes): `<script type="text/plain" id="wasm" data-size="…" data-glue="…">`
//   contains the glue, in UTF-8, and the wasm, and `<script type="text/plain" id="packed-prose" data-size="…">` the prose.
//   The policy allows the glue as an inline script by its hash. The page also contains the prose that must be readable
//   without this script; it is replaced.
// A worker has no document: it waits for the compiled module and starts it. From then on, Rust listens.
//
// Rust finds the language and theme on <html>, `data-embed` there with `?embed`, and `p2sReader()`, which makes a reading
// worker. The style sheet finds `data-failed` on <html> if the page could not start; index.html explains each reason under
// the same word (`data-why`).
// The semicolon is needed because the minified glue before it ends without one.
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
  const packed = document.getElementById("wasm");
  // The whole page is parsed, and the deferred glue has run.
  const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done));

  // The browser's "save page as" keeps the current state of the page, so the initial state is restored.
  for (const mark of ["ready", "route", "failed", "embed"]) delete page.dataset[mark];
  parsed.then(() => {
    for (const id of ["app", "bar-tools", "banner", "foot-facts"]) document.getElementById(id).replaceChildren();
    for (const words of document.querySelectorAll("#failed, [data-why]")) words.hidden = true;
  });

  // Before the first paint, so that nothing flashes: the address, else the stored choice, else the browser's setting.
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // A sandboxed frame, or storage turned off.
    }
  };
  const asked = new URLSearchParams(location.search);
  // A tag gives its language, or that of its primary language: ja-JP gives ja.
  const languages = page.dataset.languages.split(" ");
  const find = (tag) => languages.find((language) => language.toLowerCase() === tag.toLowerCase());
  const known = (tag) => tag && (find(tag) ?? find(tag.split("-")[0]));
  page.lang = [asked.get("lang"), stored("language"), ...(navigator.languages ?? [])].map(known).find(Boolean) ?? "en";
  const theme = [asked.get("theme"), stored("theme")].find((word) => word === "light" || word === "dark");
  if (theme) page.dataset.theme = theme;
  // The page of the prose in the address. The module decides about any other address. The start is short, as a rule; if it
  // isn't, there is something to read meanwhile.
  page.dataset.route = location.hash.match(/^#\/(migration|maintenance|about)\b/)?.[1] ?? "loading";
  setTimeout(() => {
    if (page.dataset.route === "loading") page.dataset.route = "waiting";
  }, 1000);

  // In a frame: without the parts of the page around the checker, and as high as its content.
  if (asked.has("embed")) {
    page.dataset.embed = "";
    if (parent !== self && typeof ResizeObserver !== "undefined") {
      const observer = new ResizeObserver(() => {
        const height = Math.ceil(document.body.getBoundingClientRect().height);
        parent.postMessage({ type: "p2s-check:height", height }, "*");
      });
      parsed.then(() => observer.observe(document.body));
    }
  }

  // Most of the prose is in <noscript> elements: text until a page of it is asked for. In the one file, all of it is packed.
  const unpackElement = (element) => unpack(bytesOf(element.textContent), Number(element.dataset.size));
  let packedProse = document.getElementById("packed-prose");
  const showProse = () => {
    if (!page.dataset.failed && location.hash.length <= "#/".length) return;
    const element = packedProse;
    packedProse = null;
    if (element) document.getElementById("prose").innerHTML = new TextDecoder().decode(unpackElement(element));
    for (const part of document.querySelectorAll("#prose noscript")) part.outerHTML = part.textContent;
  };
  addEventListener("hashchange", showProse);
  parsed.then(showProse);

  const fail = async (why) => {
    await parsed;
    page.dataset.failed ??= why;
    if (!("ready" in page.dataset)) page.dataset.route = "failed";
    document.getElementById("failed").hidden = false;
    for (const words of document.querySelectorAll(`[data-why="${page.dataset.failed}"]`)) words.hidden = false;
    // Last, because it fails if the prose is damaged.
    showProse();
  };
  const named = (why) => Object.assign(new Error(why), { why });

  // A host's policy can be stricter than the page's own.
  let refused = false;
  document.addEventListener("securitypolicyviolation", (event) => {
    if (/^(script|connect|default)-src/.test(event.effectiveDirective)) refused = true;
    if (/^(worker|child)-src/.test(event.effectiveDirective)) fail("policy");
  });

  const get = async (url, options) => {
    const response = await fetch(url, options);
    if (!response.ok) throw named("missing");
    return response;
  };

  const fromSite = async () => {
    if (location.protocol === "file:") throw named("saved");
    // The scripts, as text, come from the cache. A later worker needs no server.
    const text = async (url) => (await get(url, { cache: "force-cache" })).text();
    const module = async () => {
      const response = await get(script.dataset.wasm);
      const body = new Response(response.body, { headers: { "content-type": "application/wasm" } });
      return WebAssembly.compileStreaming(body).catch((error) => {
        throw /^application\/wasm\b/.test(response.headers.get("content-type")) ? error : named("type");
      });
    };
    const scripts = parsed.then(() => Promise.all([script.dataset.glue, script.src].map(text)));
    const [compiled, texts] = await Promise.all([module(), scripts]);
    // The file was found, but the browser didn't accept it as a script.
    if (typeof wasm_bindgen === "undefined") throw named("type");
    return [compiled, texts.join("\n")];
  };

  // The loading screen is painted before anything takes long. A hidden tab paints nothing, so the wait is limited.
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
      setTimeout(done, 100);
    });

  const fromThisFile = async () => {
    await painted();
    const bytes = unpackElement(packed);
    performance.mark("unpacked");
    const glue = Number(packed.dataset.glue);
    const textContent = new TextDecoder().decode(bytes.subarray(0, glue));
    const glueScript = Object.assign(document.createElement("script"), { textContent });
    document.head.append(glueScript);
    // It has run. A saved copy of the page must not contain it, because it can't run twice.
    glueScript.remove();
    return [await WebAssembly.compile(bytes.subarray(glue)), `${glueScript.textContent}\n${script.textContent}`];
  };

  const start = async () => {
    if (typeof WebAssembly === "undefined") throw named("wasm");
    if (typeof BigInt64Array === "undefined" || !WebAssembly.compileStreaming) throw named("browser");
    const [module, text] = await (packed ? fromThisFile() : fromSite());
    performance.mark("compiled");
    const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    globalThis.p2sReader = () => {
      const worker = new Worker(url);
      worker.postMessage(module);
      return worker;
    };
    // A panic ends the instance: the page stays visible, but nothing responds any more.
    addEventListener("error", (event) => {
      if (event.error instanceof WebAssembly.RuntimeError) fail("crash");
    });
    await wasm_bindgen({ module_or_path: module });
    performance.mark("ready");
  };

  start().catch(async (error) => {
    // The event about what the policy blocked comes shortly after the error that it causes.
    await new Promise((done) => setTimeout(done, 50));
    const old = error instanceof (globalThis.WebAssembly?.CompileError ?? Function);
    fail(error.why ?? (refused ? "policy" : old ? "browser" : "start"));
    throw error;
  });

  // Five characters for four bytes, the highest first; digits from "#" on, with "x" and "y" for characters that HTML
  // interprets.
  function bytesOf(text) {
    const view = new DataView(new ArrayBuffer((text.length / 5) * 4));
    const digit = (code) => (code === 120 ? 60 : code === 121 ? 38 : code) - 35;
    for (let group = 0; group * 5 < text.length; group++) {
      let value = 0;
      for (let index = 0; index < 5; index++) value = value * 85 + digit(text.charCodeAt(group * 5 + index));
      view.setUint32(group * 4, value);
    }
    return new Uint8Array(view.buffer);
  }

  // Raw LZMA with three bits of context for literals and none for positions; names as in the description of the format. The
  // state encodes the kinds of the last packets; from 0 to 6, the last one was a literal.
  function unpack(bytes, size) {
    const table = (length) => new Uint16Array(length).fill(1024);
    const isMatch = table(12), isRep = table(12), isRepG0 = table(12), isRepG1 = table(12), isRepG2 = table(12);
    const isRep0Long = table(12), literals = table(0x300 << 3), slots = table(4 * 64), special = table(128), align = table(16);
    const lengths = () => ({ choice: table(2), low: table(8), mid: table(8), high: table(256) });
    const matchLengths = lengths(), repLengths = lengths();
    const out = new Uint8Array(size);
    // In a typed array, where every engine treats them as 32-bit numbers.
    const coder = new Uint32Array(2), RANGE = 0, CODE = 1;
    let at = 5;
    coder[RANGE] = 0xffffffff;
    for (let index = 1; index < 5; index++) coder[CODE] = (coder[CODE] << 8) | bytes[index];

    const normalize = () => {
      if (coder[RANGE] < 0x1000000) {
        coder[RANGE] <<= 8;
        coder[CODE] = (coder[CODE] << 8) | bytes[at++];
      }
    };
    const bit = (probabilities, index) => {
      const probability = probabilities[index];
      const bound = (coder[RANGE] >>> 11) * probability;
      if (coder[CODE] < bound) {
        coder[RANGE] = bound;
        probabilities[index] = probability + ((2048 - probability) >> 5);
        normalize();
        return 0;
      }
      coder[RANGE] -= bound;
      coder[CODE] -= bound;
      probabilities[index] = probability - (probability >> 5);
      normalize();
      return 1;
    };
    const direct = (count) => {
      let value = 0;
      for (; count > 0; count--) {
        coder[RANGE] >>>= 1;
        const one = coder[CODE] >= coder[RANGE] ? 1 : 0;
        if (one) coder[CODE] -= coder[RANGE];
        normalize();
        value = (value << 1) | one;
      }
      return value;
    };
    const tree = (probabilities, count, offset = 0) => {
      let node = 1;
      for (let index = 0; index < count; index++) node = (node << 1) | bit(probabilities, offset + node);
      return node - (1 << count);
    };
    const reverse = (probabilities, count, offset = 0) => {
      let node = 1, value = 0;
      for (let index = 0; index < count; index++) {
        const one = bit(probabilities, offset + node);
        node = (node << 1) | one;
        value |= one << index;
      }
      return value;
    };
    const lengthFrom = ({ choice, low, mid, high }) =>
      bit(choice, 0) === 0 ? tree(low, 3) : bit(choice, 1) === 0 ? 8 + tree(mid, 3) : 16 + tree(high, 8);

    let position = 0, state = 0, rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0;
    const copy = (length) => {
      for (const end = position + length; position < end; position++) out[position] = out[position - rep0 - 1];
    };
    while (position < size) {
      if (bit(isMatch, state) === 0) {
        const offset = 0x300 * ((position > 0 ? out[position - 1] : 0) >> 5);
        let symbol = 1;
        if (state >= 7) {
          let match = out[position - rep0 - 1], same = true;
          while (symbol < 0x100 && same) {
            const expected = (match >> 7) & 1;
            match <<= 1;
            const one = bit(literals, offset + ((1 + expected) << 8) + symbol);
            symbol = (symbol << 1) | one;
            same = one === expected;
          }
        }
        while (symbol < 0x100) symbol = (symbol << 1) | bit(literals, offset + symbol);
        out[position++] = symbol;
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
        continue;
      }
      if (bit(isRep, state) === 0) {
        [rep3, rep2, rep1] = [rep2, rep1, rep0];
        const length = lengthFrom(matchLengths);
        const slot = tree(slots, 6, Math.min(length, 3) * 64);
        const count = (slot >> 1) - 1;
        const base = (2 | (slot & 1)) << Math.max(count, 0);
        if (slot < 4) rep0 = slot;
        else if (slot < 14) rep0 = base + reverse(special, count, base - slot);
        else rep0 = base + direct(count - 4) * 16 + reverse(align, 4);
        state = state < 7 ? 7 : 10;
        copy(length + 2);
        continue;
      }
      if (bit(isRepG0, state) === 0) {
        if (bit(isRep0Long, state) === 0) {
          state = state < 7 ? 9 : 11;
          copy(1);
          continue;
        }
      } else if (bit(isRepG1, state) === 0) [rep0, rep1] = [rep1, rep0];
      else if (bit(isRepG2, state) === 0) [rep0, rep1, rep2] = [rep2, rep0, rep1];
      else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
      const length = lengthFrom(repLengths);
      state = state < 7 ? 8 : 11;
      copy(length + 2);
    }
    return out;
  }
})();
