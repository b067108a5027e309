// The editor in a frame of its own: for pages that forbid WebAssembly, or do not want to run it beside what is theirs.
//
// The frame is asked over a channel that nobody else holds an end of. What it says is still looked at before it is believed.

import { words } from "./plain.js";

const ADDRESS = new URL("embed.html", import.meta.url);
/// What a page may set of how the editor looks.
export const TOKENS = ["accent", "accent-soft", "desk", "hairline", "height", "ink", "mono", "muted", "paper", "sans", "serif", "wash"];
/// No editor is higher, in CSS pixels.
const HIGHEST = 5000;
/// A frame that says nothing for so long, in milliseconds, is not ours.
const PATIENCE = 20_000;

/// Opens an editor in a frame; else like `open` of editor.js, but the function that takes commands gives promises.
export function openFrame(root, settings, hear, take) {
  const frame = document.createElementNS("http://www.w3.org/1999/xhtml", "iframe");
  // Scripts of the page's own origin that were let out of the sandbox could do whatever the page can.
  const apart = ADDRESS.origin !== location.origin;
  frame.setAttribute("sandbox", apart ? "allow-scripts allow-same-origin" : "allow-scripts");
  frame.setAttribute("allow", "clipboard-write");
  frame.setAttribute("part", "frame");
  frame.title = words(settings.lang).label;
  frame.src = ADDRESS;
  return new Promise((ready, failed) => {
    const late = setTimeout(() => {
      frame.remove();
      failed(new Error(`the frame ${ADDRESS} does not answer`));
    }, PATIENCE);
    const opened = (engine) => {
      clearTimeout(late);
      take(engine);
      ready();
    };
    // A frame that is moved in the page is loaded anew.
    frame.addEventListener("load", () => connect(frame, apart ? ADDRESS.origin : "*", { ...settings, tokens: tokens(root.host) }, hear, opened));
    root.append(frame);
  });
}

function connect(frame, origin, settings, hear, opened) {
  const { port1, port2 } = new MessageChannel();
  const asked = new Map();
  let last = 0;
  const engine = (name, given) => {
    const { promise, resolve } = Promise.withResolvers();
    asked.set((last += 1), resolve);
    if (name === "show") frame.focus();
    port1.postMessage({ id: last, name, given });
    return promise;
  };
  port1.onmessage = ({ data }) => {
    if (!isReport(data)) return;
    const { kind, id, answer, height, ...state } = data;
    if (kind === "ready") opened(engine);
    else if (kind === "height") frame.style.blockSize = `${Math.min(height, HIGHEST)}px`;
    else if (kind === "answer") {
      asked.get(id)?.(answer);
      asked.delete(id);
    } else hear({ kind, ...state });
  };
  frame.contentWindow.postMessage({ faircopy: settings }, origin, [port2]);
}

const isText = (value) => typeof value === "string";

/// Whether this is something that the editor says.
export function isReport(data) {
  if (typeof data !== "object" || data === null) return false;
  switch (data.kind) {
    case "ready":
      return true;
    case "height":
      return Number.isFinite(data.height) && data.height >= 0;
    case "answer":
      return Number.isInteger(data.id) && (data.answer === undefined || isText(data.answer));
    case "input":
    case "change":
    case "told":
      return [data.json, data.text, data.record].every(isText) && isResume(data.json) && isPairs(data.missing);
    default:
      return false;
  }
}

const isPairs = (list) => Array.isArray(list) && list.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText));

function isResume(json) {
  if (json === "") return true;
  try {
    const resume = JSON.parse(json);
    return typeof resume === "object" && resume !== null && !Array.isArray(resume);
  } catch {
    return false;
  }
}

/// What the page has set of how the editor looks: its style sheets do not reach into the frame.
function tokens(host) {
  const style = getComputedStyle(host);
  const set = TOKENS.map((name) => [name, style.getPropertyValue(`--faircopy-${name}`).trim()]);
  return Object.fromEntries(set.filter(([, value]) => value));
}
