// Everything without a pointer.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL, UNCERTAIN } from "../lib/resumes.mjs";

const [SENIOR, BACKEND] = POSITIONS;

describe("by keyboard alone", () => {
  const now = withBrowser();

  test("from pasting to the download", async () => {
    const { editor } = now;
    const { page } = editor;
    await page.evaluate((text) => navigator.clipboard.writeText(text), TYPICAL);
    await editor.tabTo(editor.source);
    await page.keyboard.press("Control+V");
    await editor.waitForColumn("Work", "Position", POSITIONS);

    await editor.tabTo(editor.field(editor.basics, "Name"));
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Maren O.");
    await editor.tabTo(editor.field(editor.entries("Work").first(), "Position"));
    await page.keyboard.press("Alt+ArrowDown");
    await editor.waitForColumn("Work", "Position", [BACKEND, SENIOR]);
    const followed = () => editor.hasFocus(editor.field(editor.entries("Work").nth(1), "Position"));
    await until(followed, "the focus follows the entry");

    await page.keyboard.press("Control+Z");
    await editor.waitForColumn("Work", "Position", [SENIOR, BACKEND]);
    await editor.tabTo(editor.button("Download Markdown"), "Shift+Tab");
    const { text } = await editor.downloaded(() => page.keyboard.press("Enter"));
    assert.match(text, /^# Maren O\.\n/);
  });

  test("what is uncertain is put right, a line is made something else, entries change places, and the focus is never lost", async () => {
    const { editor } = now;
    const { page } = editor;
    const press = async (...keys) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        await until(() => page.evaluate(() => document.activeElement !== document.body), `something has the focus after ${key}`);
      }
    };
    await page.evaluate((text) => navigator.clipboard.writeText(text), UNCERTAIN);
    await editor.tabTo(editor.source);
    await press("Control+V");
    await until(async () => (await editor.toCheck()) >= 1, "there is something to check");
    const before = await editor.toCheck();
    await press("F8");
    const answer = () => page.evaluate(() => /^(It is right|Leave it out)$/.test(document.activeElement.textContent));
    for (let presses = 0; presses < 10 && !(await answer()); presses += 1) await press("Tab");
    assert.ok(await answer(), "Tab leads to the answer");
    await press("Enter");
    await until(async () => (await editor.toCheck()) < before, "there is less to check");

    await editor.tabTo(editor.source, "Shift+Tab");
    await press("Control+Home", "Shift+End", "Alt+Enter");
    await until(() => editor.hasFocus(page.getByRole("menuitem").first()), "the menu has the focus");
    await press("End", "Enter");
    await until(async () => (await editor.unplaced.innerText()).includes("Maren Okafor"), "the line is nothing");
    await press("Control+Z");
    await editor.waitForValue(editor.field(editor.basics, "Name"), "Maren Okafor");

    await editor.tabTo(editor.field(editor.entries("Work").first(), "Organization"));
    const organizations = await editor.column("Work", "Organization");
    await press("Alt+ArrowDown");
    await editor.waitForColumn("Work", "Organization", [organizations[1], organizations[0], ...organizations.slice(2)]);
    await until(() => editor.hasFocus(editor.field(editor.entries("Work").nth(1), "Organization")), "the focus follows the entry");
    await editor.tabTo(editor.button("Download JSON"), "Shift+Tab");
    const { text } = await editor.downloaded(() => page.keyboard.press("Enter"));
    assert.equal(JSON.parse(text).work[0].name, organizations[1]);
  });

  test("the focus is always to be seen", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.page.evaluate(() => document.activeElement.blur());
    for (let presses = 0; presses < 60; presses += 1) {
      await editor.page.keyboard.press("Tab");
      const hidden = await editor.page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return undefined;
        const { width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const seen = width > 0 && height > 0 && style.visibility === "visible" && Number(style.opacity) > 0;
        return seen ? undefined : element.outerHTML.slice(0, 120);
      });
      assert.equal(hidden, undefined, "what has the focus is visible");
    }
  });
});
