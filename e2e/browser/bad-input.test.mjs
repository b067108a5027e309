// Whatever is pasted, the page answers soon and the text can be had back.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";

/// Chromium itself takes long to lay out megabytes in a text area, which the page asks of it for one field at most: it is given that
/// time, measured in the same run, and a little more for the clicks.
const SOON = 2_000;
const PASTES = {
  nothing: { text: "" },
  "only emoji": { text: "🎉🎊 👩‍👩‍👧‍👦\n🎈🎈🎈\n" },
  "right to left": { text: "דנה כהן\nמהנדסת תוכנה\ndana@example.org\n\nניסיון\nחברת הדוגמה\n2018 - 2021\n" },
  "unbalanced Markdown": { text: "# **Name\n[link](http://\n```\n* *a **b\n| a | b\n<div>&amp\n" },
  "invalid JSON": { text: '{"basics": {"name": "Ada", "work": [' },
  "foreign JSON": { text: '{"hello": [1, 2, {"world": null}], "basics": 7, "work": "none"}' },
  "ten thousand empty bullets": { text: "- \n".repeat(10_000) },
  "one line of a megabyte": { text: "word ".repeat(200_000) },
  "five megabytes": { text: TYPICAL.repeat(Math.ceil(5_000_000 / TYPICAL.length)) },
};

describe("bad input", () => {
  const now = withBrowser();

  for (const [name, { text }] of Object.entries(PASTES)) {
    test(name, async (t) => {
      const { editor } = now;
      await editor.paste(TYPICAL);
      await editor.waitForColumn("Work", "Position", POSITIONS);
      const started = Date.now();
      if (text === "") await editor.source.fill("");
      else await editor.paste(text);
      // The text area takes the paste before the page reads it; a click after that shows when the page is free again.
      await editor.button("Clear").click({ timeout: 60_000 });
      await until(async () => (await editor.source.inputValue()) === "", "Clear is handled", 60_000);
      const took = Date.now() - started;
      const bare = text === "" ? 0 : await bareTextArea(now.visit.context);
      const within = SOON + bare;
      t.diagnostic(`a click after the paste was handled in ${took} ms; a bare text area takes ${bare} ms for the paste`);
      assert.ok(took < within, `a click is handled within ${within} ms; it took ${took} ms`);
      if (text !== "") {
        await editor.button("Undo").click();
        await until(async () => (await editor.source.inputValue()) === head(text), "undo brings the text back", 60_000);
        if (head(text) !== text) await now.visit.page.getByText(`All ${Math.floor(text.length / 1000)} KB of this text are read and kept`).first().waitFor();
      }
      await editor.button("Undo").click();
      await editor.waitForColumn("Work", "Position", POSITIONS);
      assert.equal(await editor.source.inputValue(), TYPICAL);
    });
  }

  test("a long text is pasted over, but not into", async () => {
    const { editor } = now;
    await editor.paste(PASTES["five megabytes"].text);
    const long = head(PASTES["five megabytes"].text);
    await until(async () => (await editor.source.inputValue()) === long, "the head of the long text is shown");
    await editor.source.focus();
    await now.visit.page.keyboard.press("Control+End");
    await now.visit.page.keyboard.press("Control+V");
    await editor.status.getByText("cannot be edited here").waitFor();
    assert.equal(await editor.source.inputValue(), long);
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    assert.equal(await editor.source.inputValue(), TYPICAL);
    assert.ok(await editor.source.isEditable());
  });
});

/// What the source shows of a text: all of it, or the head of one that is too long for a text area. The long ones here are in ASCII.
function head(text) {
  if (text.length <= 200_000) return text;
  const head = text.slice(0, 20_000);
  const end = head.lastIndexOf("\n");
  return end > 10_000 ? head.slice(0, end + 1) : head;
}

/// How long an empty page with a text area takes to show what is on the clipboard.
async function bareTextArea(context) {
  const page = await context.newPage();
  await page.setContent("<textarea></textarea>");
  await page.locator("textarea").focus();
  const started = Date.now();
  await page.keyboard.press("Control+V");
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));
  const took = Date.now() - started;
  await page.close();
  return took;
}
