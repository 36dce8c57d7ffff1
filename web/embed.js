// Defines `<p2s-check lang="ja" theme="dark"></p2s-check>`, the checker as an element of any page, which needs one line:
// `<script src="https://…/embed.js" defer></script>`. The element makes a frame with the site that this file is from (or
// with the address in `src`), sets its height to that of the checker, and dispatches the answers as an event,
// `p2s-check:result`. Its `detail` is `{ schema, verdicts: [{ verdict, rule, rootToday }] }`, without file names or
// anything else from a file.
//
// The host's style sheet doesn't apply inside the shadow root. The element needs no style attribute and no inline script:
// a strict policy only has to allow this script and the frame (`script-src`, `frame-src`).
(() => {
  "use strict";
  const home = new URL("./", document.currentScript.src);
  // The build repeats the line for each language.
  const titles = {
    "{language}": "{title}",
  };

  class P2sCheck extends HTMLElement {
    #frame;
    #listen = (event) => this.#heard(event);

    connectedCallback() {
      addEventListener("message", this.#listen);
      if (this.#frame) return;
      const language = this.lang || this.closest("[lang]")?.lang || navigator.language;
      const address = new URL(this.getAttribute("src") ?? home, document.baseURI);
      address.searchParams.set("embed", "");
      if (this.lang) address.searchParams.set("lang", this.lang);
      const theme = this.getAttribute("theme");
      if (theme) address.searchParams.set("theme", theme);

      const frame = document.createElement("iframe");
      frame.title = titles[language] ?? titles[language.split("-")[0]] ?? titles.en;
      frame.allow = "clipboard-write";
      frame.referrerPolicy = "no-referrer";
      frame.src = address.href;
      // Properties, not attributes: they work under a policy without inline styles. They override the host's style sheet
      // for this element; the space around it belongs to the host.
      Object.assign(frame.style, { display: "block", width: "100%", height: "640px", border: "0" });
      this.style.setProperty("all", "initial", "important");
      this.style.setProperty("display", "block", "important");
      this.attachShadow({ mode: "open" }).append(frame);
      this.#frame = frame;
    }

    disconnectedCallback() {
      removeEventListener("message", this.#listen);
    }

    #heard({ source, data }) {
      // Ignores messages from anything but its own frame.
      if (!source || source !== this.#frame?.contentWindow) return;
      if (data?.type === "p2s-check:height" && Number.isFinite(data.height)) {
        this.#frame.style.height = `${Math.min(Math.max(data.height, 0), 100000)}px`;
      }
      if (data?.type === "p2s-check:result") {
        const { schema, verdicts } = data;
        this.dispatchEvent(new CustomEvent("p2s-check:result", { detail: { schema, verdicts }, bubbles: true, composed: true }));
      }
    }
  }
  if (!customElements.get("p2s-check")) customElements.define("p2s-check", P2sCheck);
})();
