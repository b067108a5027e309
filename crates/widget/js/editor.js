// The editor in this document: a program of its own for each, and the commands that it takes.

import { program } from "./program.js";
export { converter } from "./program.js";
import css from "./editor.css";

let sheet;

/// Opens an editor in a shadow root. `hear` gets what it holds whenever that changes; `take` the function that takes commands, once it is
/// there to be shown.
export async function open(root, settings, hear, take) {
  const editor = await program();
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);

  const box = document.createElementNS("http://www.w3.org/1999/xhtml", "div");
  box.className = "faircopy";
  box.setAttribute("part", "editor");
  box.tabIndex = -1;

  let required = settings.required;
  const look = () => ({ json: editor.json(), text: editor.text(), record: editor.record(), missing: JSON.parse(editor.missing(required)) });
  let last;
  /// Says what is held now, if it is news.
  const tell = (kind) => {
    const state = look();
    const now = JSON.stringify(state);
    const news = now !== last;
    last = now;
    if (news || kind !== "input") hear({ kind, ...state });
  };

  const commands = {
    put: ({ record, json, text }) => {
      // A record of a later version may say nothing to this one.
      if (record && editor.setRecord(record)) return;
      if (json) editor.setJson(json);
      else if (text) editor.setText(text);
      else editor.clear();
    },
    settings: (next) => {
      box.classList.toggle("is-light", next.theme === "light");
      box.classList.toggle("is-dark", next.theme === "dark");
      box.classList.toggle("is-disabled", next.disabled);
      box.inert = next.disabled;
      if (settings.lang !== next.lang) editor.setLanguage(next.lang);
      editor.limit(next.readonly, next.sections);
      settings = next;
      required = next.required;
    },
    show: (what) => {
      const area = box.querySelector(".source-input");
      if (typeof what === "string" && what && editor.show(what)) return;
      area.focus();
      if (Array.isArray(what)) area.setSelectionRange(...what);
    },
    settled: async () => {
      // A long text is read in steps, between which the page does what else is to do.
      while (editor.isReading()) await new Promise((next) => setTimeout(next));
      tell("told");
    },
    markdown: () => editor.markdown(),
  };

  editor.open(box, settings.lang, () => tell("input"));
  // It has the focus only when a person gives it.
  box.querySelector("[autofocus]")?.removeAttribute("autofocus");
  box.addEventListener("change", (event) => event.detail && tell("change"), true);
  commands.settings(settings);
  last = JSON.stringify(look());
  root.append(box);
  // What a person has set as the size of text, whatever the page has made of it.
  box.style.setProperty("--rem", getComputedStyle(box).fontSize);
  take((name, given) => {
    const answer = commands[name](given);
    tell("told");
    return answer;
  });
}
