// When the program stops, wherever in it, a person has what stood on the page, and the draft is there after starting again.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { breaking } from "../lib/breaking.mjs";
import { Editor, until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import * as places from "../lib/places.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";

/// Another language makes the whole page anew.
const anew = (editor) => editor.button("Deutsch").click();
const add = (editor) => editor.section("Work").getByRole("button", { name: /^Add/ }).click();

/// What a person does for a component to be made, by the file that it is in and a class of what it makes.
const MADE = {
  "crates/ui/src/editor.rs": ["editor", anew],
  "crates/ui/src/entry.rs": ["entry", add],
  "crates/ui/src/fair_copy.rs": ["fair-copy-view", anew],
  "crates/ui/src/fields.rs": ["basics", anew],
  "crates/ui/src/input.rs": ["field-box", add],
  "crates/ui/src/menu.rs": ["menu", (editor) => editor.entries("Work").first().getByRole("button", { name: "More", exact: true }).click()],
  "crates/ui/src/review.rs": ["review", anew],
  "crates/ui/src/section.rs": ["entries", (editor) => editor.button("Awards").click()],
  "crates/ui/src/source.rs": ["source-stack", anew],
  "crates/ui/src/tray.rs": ["tray-note", anew],
  "src/compare.rs": ["compare-table", anew],
  "src/documents.rs": ["document", anew],
  "src/export.rs": ["export", anew],
  "src/help.rs": ["help-keys", anew],
  "src/language.rs": ["language", anew],
  "src/notice.rs": ["notice", anew],
  "src/page.rs": ["header", anew],
  "src/status.rs": ["status-facts", anew],
  "src/toolbar.rs": ["toolbar", anew],
};

/// The page's own, which know that the program has stopped.
const OURS = ["error", "unhandledrejection"];

describe("the program stops", () => {
  const now = withBrowser();

  /// Opens the app with a draft that is saved, where the program can be stopped.
  async function ready() {
    // That it stopped is told in the console too.
    const { page, context } = await now.browser.open();
    await page.addInitScript(breaking);
    const editor = await new Editor(page).visit();
    await editor.paste(TYPICAL);
    return { editor, page, context, told: await settled(editor) };
  }

  /// Waits until the page changes nothing by itself any more. Gives where it tells that the program has stopped.
  async function settled(editor) {
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.page.getByText(/^Saved /).waitFor();
    return editor.page.getByRole("alert").filter({ hasText: /Faircopy (has stopped|ist stehen)/ });
  }

  /// The text that the page gives away is the one that it shows.
  async function given(editor, told) {
    await told.waitFor();
    const shown = await told.getByRole("textbox").inputValue();
    const file = await editor.downloaded(() => told.getByRole("link", { name: /^(Download what stood here|Herunterladen, was hier stand)$/ }).click());
    assert.deepEqual(file, { name: "resume.txt", text: shown });
    return shown;
  }

  async function startAgain(editor, told) {
    await told.getByRole("link", { name: /^(start again|neu starten)$/ }).click();
    const source = editor.page.locator(".source-mirror + textarea");
    await source.waitFor();
    assert.equal(await told.count(), 0);
    return source;
  }

  test("every component is tried", () => {
    const files = ["crates/ui/src", "src"].flatMap((folder) => readdirSync(join(places.root, folder)).map((file) => join(folder, file)));
    const making = files.filter((file) => file.endsWith(".rs") && /\bel\("/.test(readFileSync(join(places.root, file), "utf8").split("#[cfg(test)]")[0]));
    // What all of them are made of.
    const common = ["crates/ui/src/live.rs"];
    assert.deepEqual(making.filter((file) => !common.includes(file)).sort(), Object.keys(MADE).sort());
  });

  for (const [file, [name, act]] of Object.entries(MADE)) {
    test(`while ${file} makes its part of the page`, async () => {
      const { editor, page, context, told } = await ready();
      await page.evaluate((name) => window.breaking.making(name), name);
      await act(editor);
      const shown = await given(editor, told);
      // A page that is made anew may be empty so far.
      if (act !== anew) {
        assert.ok(shown.startsWith(`Résumé text: ${TYPICAL}`), shown.slice(0, 300));
        assert.match(shown, /^Position: Senior Platform Engineer$/m);
      }
      if (file === "crates/ui/src/menu.rs") await editor.checkAccessibility("where the program has stopped");
      const source = await startAgain(editor, told);
      await until(async () => (await source.inputValue()).startsWith(TYPICAL), "the draft is there");
      await context.close();
    });
  }

  test("wherever it hears what a person does", async (t) => {
    const { editor, page, context, told } = await ready();
    const heard = (await page.evaluate(() => window.breaking.heard())).filter(([, event]) => !OURS.includes(event));
    t.diagnostic(`${heard.length} listeners`);
    assert.ok(heard.length > 30, JSON.stringify(heard));
    for (const [place, event] of heard) {
      await page.evaluate(([place, event]) => window.breaking.hearing(place, event), [place, event]);
      // Where the program stops at once, what it was called by fails as well.
      const asked = await page.evaluate(([place, event]) => window.breaking.happen(place, event), [place, event]).catch(() => false);
      if (asked) await page.keyboard.press("Enter");
      const shown = await given(editor, told).catch((error) => assert.fail(`${event} of ${place}: ${error.message}`));
      assert.ok(shown.startsWith(`Résumé text: ${TYPICAL}`), `${event} of ${place}: ${shown.slice(0, 300)}`);
      await startAgain(editor, told);
      await settled(editor);
    }
    await context.close();
  });
});
