// `<p2s-check lang="ja" theme="dark"></p2s-check>`: the checker as an element of any page, by one line:
// `<script src="https://…/embed.js" defer></script>`. It makes a frame of the site that this file comes from (or of
// the address in `src`), gives it the height that the checker tells, and hands its answers on as an event,
// `p2s-check:result`, whose `detail` is `{ schema, verdicts: [{ verdict, rule, rootToday }] }`: no file's name, and
// nothing out of a file.
//
// The host's style sheet ends at the shadow root. Nothing here needs a style attribute or an inline script: a strict
// policy has to allow this script and the frame (`script-src`, `frame-src`), no more.
(() => {
  "use strict";
  const home = new URL("./", document.currentScript.src);
  const words = {
    ja: "P2S 証明書チェック",
    en: "P2S certificate check",
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
      frame.title = /^ja\b/i.test(language) ? words.ja : words.en;
      frame.allow = "clipboard-write";
      frame.referrerPolicy = "no-referrer";
      frame.src = address.href;
      // Properties, not attributes: these hold under a policy without styles. Whatever the host's style sheet says of
      // this element is taken back; the place around it is the host's.
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
      // Whatever else talks to this page, only its own frame is meant.
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
