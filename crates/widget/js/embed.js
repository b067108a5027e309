// The editor inside the frame: it speaks with the page that opened it, and with nobody else.

import { open } from "./editor.js";

const COMMANDS = ["put", "settings", "show", "settled", "markdown"];
const SETTINGS = { lang: "string", theme: "string", readonly: "boolean", disabled: "boolean", sections: "string", required: "string" };

addEventListener("message", function first(event) {
  const settings = settingsOf(event);
  if (!settings) return;
  removeEventListener("message", first);
  start(settings, event.ports[0]);
});

/// What to open, if it is the page around that says so.
function settingsOf({ source, origin, data, ports }) {
  const { ancestorOrigins } = location;
  const isPage = source === parent && parent !== window && (!ancestorOrigins || ancestorOrigins[0] === origin);
  return isPage && ports.length === 1 && isSettings(data?.faircopy) ? data.faircopy : undefined;
}

function isSettings(value) {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(SETTINGS).every(([key, type]) => typeof value[key] === type);
}

function isCommand({ id, name, given }) {
  if (!Number.isInteger(id) || !COMMANDS.includes(name)) return false;
  if (name === "settings") return isSettings(given);
  if (name === "put") return typeof given === "object" && given !== null && [given.record, given.json, given.text].every(isTextOrNone);
  if (name === "show") return typeof given === "string" || (Array.isArray(given) && given.length === 2 && given.every(Number.isInteger));
  return given === undefined;
}

const isTextOrNone = (value) => value === undefined || typeof value === "string";

async function start(settings, port) {
  const host = document.body;
  host.style.margin = 0;
  for (const [name, value] of Object.entries(settings.tokens ?? {})) host.style.setProperty(`--faircopy-${name}`, String(value));
  const root = host.attachShadow({ mode: "open" });
  await open(root, settings, (report) => port.postMessage(report), (command) => {
    port.onmessage = async ({ data }) => {
      if (typeof data !== "object" || data === null || !isCommand(data)) return;
      const answer = await command(data.name, data.given);
      port.postMessage({ kind: "answer", id: data.id, answer: typeof answer === "string" ? answer : undefined });
    };
    port.postMessage({ kind: "ready" });
    const tell = ([{ borderBoxSize }]) => port.postMessage({ kind: "height", height: borderBoxSize[0].blockSize });
    new ResizeObserver(tell).observe(root.querySelector(".faircopy"));
  });
}
