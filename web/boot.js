// The start of both roles of the one wasm module: the page, and the worker that reads files.
//
// It has two homes, and is the same file in both:
// - The site: `<script defer src="boot.js" id="boot" data-glue="…" data-wasm="…">` behind the glue's own
//   deferred script. The worker's text is fetched: glue, then this file. The wasm is fetched.
// - The one file: ONE inline script element, last in the body, whose text is the glue followed by this file
//   (no id, no src). Its own text becomes the worker's. Before it stands
//   `<script type="text/plain" id="wasm" data-size="…" data-prose="…">`: the prose as UTF-8 and then the wasm, in raw
//   LZMA as text (five characters for four bytes). What of the prose has to be readable without all this stands in the
//   page as well, and is replaced.
// In a worker there is no document: wait for the compiled module, start it, and let Rust listen from then on.
//
// What it leaves for Rust: the language and theme on <html>, `data-embed` there with `?embed`, and `p2sReader()`,
// which makes a reading worker. What it leaves for the style sheet: `data-failed` on <html> where the page could not
// start; what that means stands in index.html under the same word (`data-why`).
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
  const packed = document.getElementById("wasm");

  // The browser's "save page as" keeps the page as it is at that moment: back to how it begins.
  for (const mark of ["ready", "route", "failed", "embed"]) delete page.dataset[mark];
  for (const id of ["app", "bar-tools", "banner", "foot-facts"]) document.getElementById(id).replaceChildren();
  for (const words of document.querySelectorAll("#failed, [data-why]")) words.hidden = true;

  // Before the first paint, so that nothing flashes: address, then stored choice, then the browser's.
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // A sandboxed frame, or storage turned off.
    }
  };
  const asked = new URLSearchParams(location.search);
  const known = (tag) => /^(ja|en)\b/i.exec(tag ?? "")?.[1].toLowerCase();
  page.lang = [asked.get("lang"), stored("language"), ...(navigator.languages ?? [])].map(known).find(Boolean) ?? "en";
  const theme = [asked.get("theme"), stored("theme")].find((word) => word === "light" || word === "dark");
  if (theme) page.dataset.theme = theme;

  // In another page: without what stands around the checker, and as high as it is.
  if (asked.has("embed")) {
    page.dataset.embed = "";
    if (parent !== self && typeof ResizeObserver !== "undefined") {
      new ResizeObserver(() => {
        const height = Math.ceil(document.body.getBoundingClientRect().height);
        parent.postMessage({ type: "p2s-check:height", height }, "*");
      }).observe(document.body);
    }
  }

  const fail = (why) => {
    page.dataset.failed ??= why;
    page.dataset.route ??= "failed";
    document.getElementById("failed").hidden = false;
    for (const words of document.querySelectorAll(`[data-why="${page.dataset.failed}"]`)) words.hidden = false;
  };
  const named = (why) => Object.assign(new Error(why), { why });

  // A host's policy may be stricter than the page's own.
  let refused = false;
  document.addEventListener("securitypolicyviolation", (event) => {
    if (/^(script|connect|default)-src/.test(event.effectiveDirective)) refused = true;
    if (/^(worker|child)-src/.test(event.effectiveDirective)) fail("policy");
  });

  const get = async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw named("missing");
    return response;
  };

  const fromSite = async () => {
    if (location.protocol === "file:") throw named("saved");
    const { wasm, glue } = script.dataset;
    const [module, ...texts] = await Promise.all([wasm, glue, script.src].map(get));
    // It was found, but the browser did not take it for a script.
    if (typeof wasm_bindgen === "undefined") throw named("type");
    const compiled = WebAssembly.compileStreaming(
      new Response(module.body, { headers: { "content-type": "application/wasm" } }),
    ).catch((error) => {
      throw /^application\/wasm\b/.test(module.headers.get("content-type")) ? error : named("type");
    });
    const [glueText, bootText] = await Promise.all(texts.map((text) => text.text()));
    return [await compiled, `${glueText}\n${bootText}`];
  };

  // That it loads is painted before anything takes long. In a hidden tab nothing is painted: then not for ever.
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
      setTimeout(done, 100);
    });

  const fromThisFile = async () => {
    await painted();
    const bytes = unpack(bytesOf(packed.textContent), Number(packed.dataset.size));
    const prose = Number(packed.dataset.prose);
    document.getElementById("prose").innerHTML = new TextDecoder().decode(bytes.subarray(0, prose));
    return [await WebAssembly.compile(bytes.subarray(prose)), script.textContent];
  };

  const start = async () => {
    if (typeof WebAssembly === "undefined") throw named("wasm");
    if (typeof BigInt64Array === "undefined" || !WebAssembly.compileStreaming) throw named("browser");
    const [module, text] = await (packed ? fromThisFile() : fromSite());
    const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    globalThis.p2sReader = () => {
      const worker = new Worker(url);
      worker.postMessage(module);
      return worker;
    };
    // A panic ends the instance; what was shown stays, nothing answers any more.
    addEventListener("error", (event) => {
      if (event.error instanceof WebAssembly.RuntimeError) fail("crash");
    });
    await wasm_bindgen({ module_or_path: module });
    performance.mark("ready");
  };

  start().catch(async (error) => {
    // What the policy refused is told a moment later than the error that comes of it.
    await new Promise((done) => setTimeout(done, 50));
    const old = error instanceof (globalThis.WebAssembly?.CompileError ?? Function);
    fail(error.why ?? (refused ? "policy" : old ? "browser" : "start"));
    throw error;
  });

  // Five characters for four bytes, the highest first; from "#" on, with "x" and "y" for what HTML makes something of.
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

  // Raw LZMA: three bits of context for literals, none for positions; names as in the format's description. The
  // state remembers which kinds of packets came last; 0 to 6: a literal was the last.
  function unpack(bytes, size) {
    const table = (length) => new Uint16Array(length).fill(1024);
    const isMatch = table(12), isRep = table(12), isRepG0 = table(12), isRepG1 = table(12), isRepG2 = table(12);
    const isRep0Long = table(12), literals = table(0x300 << 3), slots = table(4 * 64), special = table(128), align = table(16);
    const lengths = () => ({ choice: table(2), low: table(8), mid: table(8), high: table(256) });
    const matchLengths = lengths(), repLengths = lengths();
    const out = new Uint8Array(size);
    // In an array, where they are plain 32-bit numbers to every engine.
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
