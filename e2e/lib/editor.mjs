// The page as a person meets it: found by role and name, driven by keys, clicks, the clipboard and files.

import assert from "node:assert/strict";
import axe from "axe-core";
import { troubles } from "./browser.mjs";

const PATIENCE = 10_000;

/// Asks again until the answer is true, and says what was waited for if it never is.
export async function until(condition, what, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    if (await condition()) return;
    if (Date.now() > end) assert.fail(`waited ${patience / 1000} s for this: ${what}`);
    await new Promise((next) => setImmediate(next));
  }
}

export class Editor {
  constructor(page) {
    this.page = page;
    this.source = page.getByRole("textbox", { name: "Résumé text", exact: true });
    this.fields = page.getByRole("region", { name: "Fields", exact: true });
    this.basics = this.fields.getByRole("group", { name: "Basics", exact: true });
    this.unplaced = page.getByRole("region", { name: "Unplaced", exact: true });
    this.status = page.getByRole("status");
    this.documentName = page.getByRole("textbox", { name: "Document name", exact: true });
  }

  /// Opens the page and waits until the program is there.
  async visit() {
    await this.page.goto("/");
    await this.started();
    return this;
  }

  /// The sheet of the program itself is there, and no longer the one that keeps its place. Fails where the program has stopped, with what
  /// the page complained of.
  async started() {
    const broken = this.page.locator("#broken:not([hidden])");
    await this.page.locator("body:not(:has(#shell))").or(broken).first().waitFor({ state: "attached" });
    assert.equal(await broken.count(), 0, `the program has stopped: ${troubles(this.page).join("; ")}`);
    await this.source.waitFor();
  }

  async reload() {
    // A picture that is still on its way would count as a failed request.
    await this.page.waitForLoadState("networkidle");
    await this.page.reload();
    await this.started();
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /// Puts a text in place of the source, by the clipboard.
  async paste(text) {
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await this.source.focus();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.press("Control+V");
  }

  /// The files that a person chooses in the dialog of the Open button.
  async choose(file) {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.page.getByRole("button", { name: /^Open/ }).click()]);
    await chooser.setFiles({ name: file.name, mimeType: file.type, buffer: Buffer.from(file.content) });
  }

  /// A file dropped on the page.
  async drop({ name, type, content }) {
    const bytes = [...Buffer.from(content)];
    const data = await this.page.evaluateHandle(
      ({ name, type, bytes }) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], name, { type }));
        return data;
      },
      { name, type, bytes },
    );
    for (const event of ["dragenter", "dragover", "drop"]) await this.source.dispatchEvent(event, { dataTransfer: data });
  }

  section(name) {
    return this.fields.getByRole("region", { name, exact: true });
  }

  entries(section) {
    return this.section(section).getByRole("group").filter({ has: this.page.getByRole("button", { name: "Move up", exact: true }) });
  }

  /// A field of an entry; an entry's groups have fields of their own, which come after.
  field(within, name) {
    return within.getByRole("textbox", { name, exact: true }).first();
  }

  /// The values of a field in every entry of a section, in order.
  async column(section, name) {
    const entries = await this.entries(section).all();
    return Promise.all(entries.map((entry) => this.field(entry, name).inputValue()));
  }

  async waitForColumn(section, name, values) {
    let seen;
    const same = async () => {
      seen = await this.column(section, name).catch(() => undefined);
      return JSON.stringify(seen) === JSON.stringify(values);
    };
    await until(same, `${section} has ${name} ${JSON.stringify(values)}`).catch((error) => {
      throw new Error(`${error.message}; it has ${JSON.stringify(seen)}`);
    });
  }

  async waitForValue(field, value) {
    await until(async () => (await field.inputValue().catch(() => undefined)) === value, `the field says ${JSON.stringify(value.slice(0, 60))}`);
  }

  /// Clicks into a stretch of the source that is tinted as one.
  async clickSource(text) {
    const box = await this.page.locator("mark", { hasText: text }).first().boundingBox();
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /// Selects a text in the source, where `context`, which it is a part or the continuation of, stands for the first time.
  async selectSource(context, text) {
    await this.source.evaluate(
      (area, { context, text }) => {
        const start = area.value.indexOf(context) + Math.max(0, context.indexOf(text));
        area.focus();
        area.setSelectionRange(start, start + text.length);
      },
      { context, text },
    );
  }

  /// Says what a text in the source is: selects it, opens the menu, and chooses.
  async decide(context, text, ...names) {
    await this.selectSource(context, text);
    await this.page.keyboard.press("Alt+Enter");
    for (const name of names) await this.page.getByRole("menuitem", { name, exact: true }).click();
  }

  /// Chooses from the menu of an entry, and from the one that follows.
  async chooseFor(entry, ...names) {
    await entry.getByRole("button", { name: "More", exact: true }).click();
    for (const name of names) await this.page.getByRole("menuitem", { name, exact: true }).click();
  }

  /// Chooses from the list of documents, and from the one that follows.
  async chooseDocument(...names) {
    await this.button("Documents").click();
    for (const name of names) await this.page.getByRole("menuitem", { name, exact: typeof name === "string" }).click();
  }

  /// A file that is asked for by a choice from the list of documents.
  async chooseFile(name, file) {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.chooseDocument(name)]);
    await chooser.setFiles({ name: file.name, mimeType: file.type, buffer: Buffer.from(file.content) });
  }

  async chooseForSection(section, name) {
    await this.section(section).getByRole("button", { name: "More for this section", exact: true }).click();
    await this.page.getByRole("menuitem", { name, exact: true }).click();
  }

  /// How many values and lines are still to be checked.
  async toCheck() {
    const told = await this.page.getByText(/^(\d+|Nothing) to check$/).innerText();
    return Number.parseInt(told, 10) || 0;
  }

  /// Says that what has the focus is right.
  async settle() {
    const right = this.page.getByRole("button", { name: /^(It is right|Leave it out)$/ });
    const beside = this.page.locator(".field, .tray-row").filter({ has: this.page.locator(":focus") });
    await beside.getByRole("button").and(right).first().click();
  }

  /// Everything that the fields and the tray show, with long lists unfolded.
  async shown() {
    const more = this.page.getByRole("button", { name: "Show more", exact: true });
    while ((await more.count()) > 0) await more.first().click();
    const values = await this.fields.locator("textarea, input").evaluateAll((inputs) => inputs.map((input) => input.value));
    return [...values, await this.unplaced.innerText()].join("\n");
  }

  async copied(button) {
    // What is copied may be empty.
    const before = "nothing was copied yet";
    await this.page.evaluate((before) => navigator.clipboard.writeText(before), before);
    await this.button(button).click();
    let text;
    const arrived = async () => (text = await this.page.evaluate(() => navigator.clipboard.readText())) !== before;
    await until(arrived, `${button} fills the clipboard`);
    return text;
  }

  async downloaded(press) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), press()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
  }

  /// Presses Tab until the focus is there.
  async tabTo(target, key = "Tab") {
    for (let presses = 0; presses < 400; presses += 1) {
      if (await this.hasFocus(target)) return;
      await this.page.keyboard.press(key);
    }
    assert.fail(`${key} leads to ${target}`);
  }

  async hasFocus(target) {
    return (await target.count()) === 1 && target.evaluate((element) => element === document.activeElement);
  }

  /// Checks the page as it stands against axe's rules.
  async checkAccessibility(state) {
    await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate(() => window.axe.run(document, { preload: false }));
    const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.target} (${node.failureSummary})`).join("; ")}`);
    assert.deepEqual(told, [], `axe finds nothing ${state}`);
  }
}
