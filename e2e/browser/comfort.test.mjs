// What makes the work light: copying fields, and knowing what was taken away.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";

describe("comfort", () => {
  const now = withBrowser({ reducedMotion: "reduce" });

  const pasted = async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    return editor;
  };

  const clipboard = (editor) => editor.page.evaluate(() => navigator.clipboard.readText());

  test("a field is copied by its button and by its key", async () => {
    const editor = await pasted();
    const first = editor.entries("Work").first();
    await editor.field(first, "Organization").focus();
    await editor.page.keyboard.press("Alt+C");
    await until(async () => (await clipboard(editor)) === "Northwind Energy", "the organization is copied");
    await editor.field(first, "Highlights").hover();
    const copy = editor.page.getByRole("button", { name: "Copy (Alt+C)", exact: true });
    await copy.click();
    await until(async () => /^Moved 140 services.*\nCut the night-time/.test(await clipboard(editor)), "the bullets are copied");
    assert.match(await editor.status.innerText(), /Highlights/);
    await until(() => editor.hasFocus(editor.field(first, "Organization")), "the focus has stayed");
  });

  test("a file leaves its age in the status line", async () => {
    const editor = await pasted();
    assert.equal(await editor.page.getByText("No file yet", { exact: true }).count(), 1);
    await editor.downloaded(() => editor.button("Download JSON").click());
    await editor.page.getByText("File just now", { exact: true }).waitFor();
  });
});
