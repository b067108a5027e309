// `<faircopy-editor>`: a form field whose value is a résumé.
//
// Until the editor is there, and where it cannot be, a plain text area stands in for it: what is typed is never lost. The editor itself
// is an engine, here or in a frame, that takes commands and reports what it holds; this class makes a form control of it.

import { openFrame } from "./frame.js";
import { plain, words } from "./plain.js";

/// Nothing that a person does inside leaves the element as such: shortcuts of the page are not meant.
const KEPT = ["keydown", "keyup", "keypress", "beforeinput", "input", "copy", "cut", "paste"];
/// The editor is loaded when it is this near to being seen.
const NEAR = "400px";
const EMPTY = { json: "", text: "", record: "", missing: [] };

let loadNear;

// In Node the module is of use without elements.
export class FaircopyEditor extends (globalThis.HTMLElement ?? Object) {
  static formAssociated = true;
  static observedAttributes = ["required", "readonly", "sections", "lang", "theme"];

  #internals = this.attachInternals();
  #root = this.attachShadow({ mode: "open" });
  #plain = plain(this.#root);
  /// Takes commands, once the editor is there.
  #engine;
  #loading;
  /// What the editor holds, as it last said; or what was put into it since and it has not read yet, which then is `held` as it was put.
  #state = EMPTY;
  #disabled = false;
  #custom = "";
  #touched = false;
  #unknown = [];

  constructor() {
    super();
    const area = this.#plain;
    for (const event of KEPT) this.#root.addEventListener(event, (e) => e.stopPropagation());
    area.addEventListener("input", () => {
      this.#hold({ text: area.value });
      this.#tell("input");
    });
    area.addEventListener("change", () => this.#tell("change"));
    this.#root.addEventListener("focusin", () => this.#load());
    // A click on the label.
    this.addEventListener("click", (e) => e.composedPath()[0] === this && this.focus());
    this.addEventListener("invalid", () => requestAnimationFrame(() => this.#show()));
  }

  connectedCallback() {
    // What was set before the element was known.
    for (const name of ["value", "text"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (!this.#engine && !this.#state.held) {
      const kept = this.#storage((storage, key) => storage.getItem(key));
      this.#put(kept ? contentOf(kept) : { text: this.defaultValue }, false);
    }
    this.#settle();
    near?.observe(this);
    if (this.hasAttribute("autofocus") && document.activeElement === document.body) this.focus();
  }

  disconnectedCallback() {
    near?.unobserve(this);
  }

  attributeChangedCallback() {
    this.#settle();
  }

  formDisabledCallback(disabled) {
    this.#disabled = disabled;
    this.#settle();
  }

  formResetCallback() {
    this.#put({ text: this.defaultValue });
  }

  formStateRestoreCallback(state) {
    this.#put(contentOf(state));
  }

  cloneNode(deep) {
    const copy = super.cloneNode(deep);
    copy.#put(this.#content);
    return copy;
  }

  /// The résumé as JSON Resume, or null where there is none.
  get value() {
    return this.#state.json ? JSON.parse(this.#state.json) : null;
  }

  set value(value) {
    let json;
    try {
      json = typeof value === "string" ? value : JSON.stringify(value ?? null);
      const object = json && JSON.parse(json);
      if (typeof object !== "object" || Array.isArray(object)) throw new TypeError("it is no object");
      this.#put(object ? { json } : {});
    } catch (error) {
      complain(`\`value\` was left as it is, as what was set is no JSON Resume: ${error.message}. Set an object, its JSON, or null.`);
    }
  }

  /// The text that the résumé is read from.
  get text() {
    return this.#state.text;
  }

  set text(text) {
    try {
      this.#put({ text: `${text ?? ""}` });
    } catch (error) {
      complain(`\`text\` was left as it is, as what was set cannot be a text: ${error.message}.`);
    }
  }

  /// The text between the tags, which is what a reset gives.
  get defaultValue() {
    return this.textContent.trim();
  }

  /// Puts a text in place of what is there, and gives the résumé once it is read.
  async parse(text) {
    this.text = text;
    await this.#load();
    await this.#engine?.("settled");
    return this.value;
  }

  /// The résumé as Markdown.
  async toMarkdown() {
    await this.#load();
    return this.#engine ? this.#engine("markdown") : this.#state.text;
  }

  focus() {
    if (this.#engine) this.#engine("show", "");
    else this.#plain.focus();
  }

  get form() { return this.#internals.form; }
  get labels() { return this.#internals.labels; }
  get validity() { return this.#internals.validity; }
  get validationMessage() { return this.#internals.validationMessage; }
  get willValidate() { return this.#internals.willValidate && !this.readOnly; }
  get type() { return this.localName; }
  get name() { return this.getAttribute("name") ?? ""; }
  set name(name) { this.setAttribute("name", name); }
  get disabled() { return this.hasAttribute("disabled"); }
  set disabled(on) { this.toggleAttribute("disabled", Boolean(on)); }
  get readOnly() { return this.hasAttribute("readonly"); }
  set readOnly(on) { this.toggleAttribute("readonly", Boolean(on)); }
  get required() { return this.hasAttribute("required"); }
  set required(on) { this.toggleAttribute("required", Boolean(on)); }
  checkValidity() { return this.#internals.checkValidity(); }
  reportValidity() { return this.#internals.reportValidity(); }
  setCustomValidity(message) {
    this.#custom = String(message);
    this.#judge();
  }

  /// Loads the editor, once.
  #load() {
    return (this.#loading ??= this.#open().catch((error) => {
      complain(`the editor cannot start, and a plain text area stands in for it: ${error.message}. docs/embedding.md says what it needs.`);
      this.#loading = undefined;
    }));
  }

  async #open() {
    const hear = (report) => this.#hear(report);
    const open = this.hasAttribute("frame") ? openFrame : (await import("./editor.js")).open;
    await open(this.#root, this.#settings(), hear, (engine) => this.#take(engine));
  }

  /// Takes over from the text area, or from an engine that is gone.
  #take(engine) {
    const focused = this.#root.activeElement === this.#plain;
    const caret = [this.#plain.selectionStart, this.#plain.selectionEnd];
    this.#engine = engine;
    this.#plain.remove();
    this.#put(this.#content, false);
    if (focused) engine("show", caret);
  }

  /// Puts something into the editor: of a record, a JSON Resume and a text, the first that there is.
  #put(content, load = true) {
    // From a frame the answer takes a moment, in which the form may be sent.
    this.#hold(content);
    if (this.#engine) {
      this.#engine("put", content);
      return;
    }
    this.#plain.value = content.text ?? "";
    if (load && this.isConnected) this.#load();
  }

  /// Holds something that the editor has not read yet.
  #hold({ json = "", text = "", record = "" }) {
    this.#state = { ...EMPTY, text, json: json || raw(text), record, held: { json, text, record } };
    this.#judge();
  }

  /// What would have to be put into an editor for it to hold the same.
  get #content() {
    const { held, json, text, record } = this.#state;
    return held ?? { json, text, record };
  }

  /// Hears what the editor holds now.
  #hear(report) {
    const { kind, ...state } = report;
    const unknown = state.missing.filter(([, name]) => !name).map(([path]) => path);
    this.#state = { ...state, missing: state.missing.filter(([, name]) => name) };
    if (String(unknown) !== String(this.#unknown) && unknown.length) complain(`\`required\` asks for what no résumé has: ${unknown.join(", ")}.`);
    this.#unknown = unknown;
    this.#judge();
    if (kind !== "told") this.#tell(kind);
  }

  /// Tells the page that a person has changed something; of a change in full only once it is over.
  #tell(kind) {
    if (kind === "input") this.#touched = true;
    if (kind === "change") {
      this.#storage((storage, key) => (this.#state.json ? storage.setItem(key, JSON.stringify(this.#content)) : storage.removeItem(key)));
      if (!this.#touched) return;
      this.#touched = false;
    }
    this.dispatchEvent(new CustomEvent(kind, { bubbles: true, composed: true, detail: this.value }));
  }

  #settings() {
    return {
      lang: this.lang || this.closest("[lang]")?.lang || navigator.language,
      theme: this.getAttribute("theme") ?? "",
      readonly: this.readOnly,
      disabled: this.#disabled,
      sections: this.getAttribute("sections") ?? "",
      required: this.getAttribute("required") ?? "",
    };
  }

  #settle() {
    const settings = this.#settings();
    this.#plain.readOnly = settings.readonly;
    this.#plain.disabled = settings.disabled;
    this.#plain.ariaLabel = words(settings.lang).label;
    this.#engine?.("settings", settings);
    this.#judge();
  }

  /// Tells the form what it would post, and whether it may.
  #judge() {
    const { json, missing } = this.#state;
    this.#internals.setFormValue(json, JSON.stringify(this.#content));
    const say = words(this.#settings().lang);
    const names = missing.map(([, name]) => name).join(", ");
    const lacking = this.required && !this.readOnly && (json ? names && say.missing.replace("{}", names) : say.empty);
    const anchor = this.#root.querySelector("textarea, iframe, [tabindex]") ?? undefined;
    if (this.#custom || lacking) {
      this.#internals.setValidity({ customError: Boolean(this.#custom), valueMissing: Boolean(lacking) }, this.#custom || lacking, anchor);
    } else {
      this.#internals.setValidity({});
    }
  }

  /// Brings the focus to what is missing first.
  #show() {
    if (this.#engine) this.#engine("show", this.#state.missing[0]?.[0] ?? "");
  }

  /// Where the résumé is kept between visits, where that is wanted and the browser has room.
  #storage(act) {
    if (this.getAttribute("storage") !== "local") return undefined;
    try {
      return act(localStorage, `faircopy:${location.pathname}#${this.id || this.name}`);
    } catch (error) {
      complain(`nothing can be kept in this browser: ${error.message}`, "warn");
      return undefined;
    }
  }

  static {
    loadNear = (editor) => editor.#load();
  }
}

const near = globalThis.IntersectionObserver && new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    loadNear(target);
  }
}, { rootMargin: NEAR });

/// A text that was not read, as JSON Resume: all its lines are still to be placed.
function raw(text) {
  const unplaced = text.split(/\r?\n|\r/).filter((line) => line.trim());
  return unplaced.length ? `${JSON.stringify({ meta: { faircopy: { unplaced } } }, null, 2)}\n` : "";
}

function contentOf(kept) {
  try {
    const { json, text, record } = JSON.parse(kept);
    return { json, text, record };
  } catch {
    return { text: String(kept) };
  }
}

function complain(what, how = "error") {
  console[how](`<faircopy-editor>: ${what}`);
}

globalThis.customElements?.get("faircopy-editor") ?? globalThis.customElements?.define("faircopy-editor", FaircopyEditor);
