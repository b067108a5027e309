// The language of the page: the browser's, or the one chosen by hand.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";

describe("languages", () => {
  const now = withBrowser();

  test("a language chosen by hand is shown at once, and again after a reload", async () => {
    const { editor } = now;
    const { page } = editor;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    const position = editor.field(editor.entries("Work").first(), "Position");
    await position.fill("Principal Engineer");

    await editor.button("Deutsch").click();
    const german = page.getByRole("region", { name: "Beruf", exact: true }).getByRole("textbox", { name: "Stelle", exact: true }).first();
    await editor.waitForValue(german, "Principal Engineer");
    assert.equal(await page.getByRole("textbox", { name: "Text des Lebenslaufs", exact: true }).inputValue(), TYPICAL);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
    await until(() => editor.hasFocus(editor.button("English")), "the focus is where it was");
    await editor.checkAccessibility("in German");

    // What was done before can be undone after.
    await editor.button("Rückgängig").click();
    await editor.waitForValue(german, POSITIONS[0]);
    await page.getByText("Rückgängig gemacht.", { exact: true }).waitFor();

    await page.reload();
    await editor.button("English").click();
    await editor.waitForColumn("Work", "Position", POSITIONS);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  });
});

describe("the browser's language", () => {
  for (const [locale, button] of [["de-AT", "Rückgängig"], ["fr-FR", "Undo"]]) {
    test(`is spoken, or English: ${locale}`, async () => {
      const visit = await now.browser.open({ locale });
      now.visits.push(visit);
      await visit.page.goto("/");
      await visit.page.getByRole("button", { name: button, exact: true }).waitFor();
    });
  }
  const now = withBrowser();
});
