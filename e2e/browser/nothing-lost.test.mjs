// Real-looking texts that may lie beside the repository: what a person pastes comes out as theirs, and all of it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { cases, seeds } from "../lib/places.mjs";
import { missingWords, words } from "../lib/words.mjs";

/// The most of a résumé's words that may be neither in a field nor in the tray: headings, labels and separators.
const MOST_DECORATION = 0.1;

describe("pasted texts", () => {
  const now = withBrowser();
  const texts = seeds();

  for (const { name, text } of texts) {
    test(`shared text ${name}`, async () => {
      const { editor } = now;
      await editor.paste(text);
      await until(async () => (await editor.entries("Work").count()) >= 1, "there is a job");
      assert.ok((await editor.entries("Education").count()) >= 1, "there is a school");
      await nothingLost(editor);
      const tinted = words((await editor.page.locator("mark").allTextContents()).join("\n")).length;
      const all = words(text).length;
      assert.ok(all - tinted <= all * MOST_DECORATION, `${all - tinted} of ${all} words are decoration`);
      assert.match(await editor.copied("Copy Markdown"), /^## Experience$/m);
      assert.ok(JSON.parse(await editor.copied("Copy JSON")).work.length >= 1);
    });
  }

  for (const { name, text } of cases()) {
    test(`own case ${name}`, async () => {
      const { editor } = now;
      await editor.paste(text);
      await until(async () => (await editor.source.inputValue()) !== "", "the text is there");
      await nothingLost(editor);
    });
  }
});

/// Every word that the source pane tints is shown by a field or the tray.
async function nothingLost(editor) {
  const marks = editor.page.locator("mark");
  await until(async () => (await marks.count()) > 0, "the source is tinted");
  // Dates are shown in one form whatever form they came in.
  const kept = await marks.evaluateAll((marks) => marks.filter((mark) => !mark.classList.contains("tint-time")).map((mark) => mark.textContent));
  const shown = await editor.shown();
  assert.deepEqual(missingWords(kept.join("\n"), shown), [], "every tinted word is in a field or in the tray");
}
