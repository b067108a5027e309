// Everything without a pointer.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";

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
