// What makes the work light: the sheet of shortcuts, the history as a list, copying fields, and the forms to take away.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";

describe("comfort", () => {
  const now = withBrowser();

  const pasted = async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    return editor;
  };

  const clipboard = (editor) => editor.page.evaluate(() => navigator.clipboard.readText());

  test("the sheet of shortcuts opens by its key and its button, and closes by Escape", async () => {
    const editor = await pasted();
    const sheet = editor.page.getByRole("dialog", { name: "Shortcuts", exact: true });
    await editor.field(editor.basics, "Name").focus();
    await editor.page.keyboard.press("F1");
    await sheet.waitFor();
    assert.match(await sheet.innerText(), /F8/);
    await editor.checkAccessibility("with the sheet of shortcuts");
    await editor.page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    await editor.button("Shortcuts").click();
    await sheet.waitFor();
  });

  test("the history leads to any step, back and forth, and says where", async () => {
    const editor = await pasted();
    const first = editor.entries("Work").first();
    await editor.field(first, "Position").fill("Principal Engineer");
    await editor.field(editor.basics, "Name").fill("M. Okafor");
    const go = async (name) => {
      await editor.button("History …").click();
      await editor.page.getByRole("menuitem", { name, exact: true }).click();
    };
    await editor.button("History …").click();
    const steps = await editor.page.getByRole("menuitem").allInnerTexts();
    assert.deepEqual(steps, [
      "Name: M. Okafor, Platform engineer (now)",
      "Position: Northwind Energy, Principal Engineer",
      "Résumé text",
      "The beginning",
    ]);
    await editor.checkAccessibility("with the history");
    await editor.page.keyboard.press("Escape");
    await go("Résumé text");
    await editor.waitForColumn("Work", "Position", POSITIONS);
    assert.match(await editor.status.innerText(), /Résumé text/);
    await go("Name: Maren Okafor, Platform engineer");
    await editor.waitForValue(editor.field(editor.basics, "Name"), "M. Okafor");
    await editor.waitForColumn("Work", "Position", ["Principal Engineer", POSITIONS[1]]);
    await go("The beginning");
    await editor.waitForValue(editor.source, "");
  });

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

  test("plain text and HTML are taken away, named after the person", async () => {
    const editor = await pasted();
    const chosen = (name) => async () => {
      await editor.button("Other formats").click();
      await editor.page.getByRole("menuitem", { name, exact: true }).click();
    };
    const text = await editor.downloaded(chosen("Download Text"));
    assert.equal(text.name, "Maren-Okafor-resume.txt");
    assert.match(text.text, /^Maren Okafor\nPlatform engineer\n/);
    const html = await editor.downloaded(chosen("Download HTML"));
    assert.equal(html.name, "Maren-Okafor-resume.html");
    assert.match(html.text, /^<!DOCTYPE html>/i);
    assert.doesNotMatch(html.text, /<(?:script|link|img)\b/);
    await chosen("Copy Text")();
    await until(async () => (await clipboard(editor)) === text.text, "the text is copied");
  });

  test("a file leaves its age in the status line", async () => {
    const editor = await pasted();
    assert.equal(await editor.page.getByText("No file yet", { exact: true }).count(), 1);
    await editor.downloaded(() => editor.button("Download JSON").click());
    await editor.page.getByText("File just now", { exact: true }).waitFor();
  });
});
