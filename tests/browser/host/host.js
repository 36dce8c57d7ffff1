// The plain frame, as in docs/embedding.md: its messages set its height. The sender identifies them.
"use strict";
const frame = document.getElementById("plain");
addEventListener("message", (event) => {
  if (event.source !== frame.contentWindow) return;
  if (event.data?.type === "p2s-check:height") frame.style.setProperty("height", `${event.data.height}px`, "important");
});

// For the tests: every message that the host receives.
const heard = { messages: [], events: [] };
const show = () => { document.getElementById("heard").textContent = JSON.stringify(heard); };
addEventListener("message", (event) => {
  const from = event.source === frame.contentWindow ? "plain" : "element";
  if (event.data?.type !== "p2s-check:height") heard.messages.push({ from, data: event.data });
  show();
});
document.addEventListener("p2s-check:result", (event) => { heard.events.push(event.detail); show(); });
