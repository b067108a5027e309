// What comes out of a printer: the résumé alone, in reading order.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";

describe("printing", () => {
  const now = withBrowser();

  test("the résumé is printed without the page around it, and the page is as it was after", async () => {
    const { editor } = now;
    const { page } = editor;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.field(editor.basics, "Name").fill("Maren <b>O.");
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const printed = await page.evaluate(() => document.body.innerText);
    assert.match(printed, /^Maren <b>O\.\n+Platform engineer\n/);
    assert.match(printed, /Experience\n+Senior Platform Engineer\n+Northwind Energy[^]*Backend Developer[^]*Education[^]*Skills/);
    assert.doesNotMatch(printed, /Undo|Saved|Résumé text/);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    assert.equal(await page.locator(".print").count(), 0);
    await editor.waitForColumn("Work", "Position", POSITIONS);
  });

  test("paper is white and ink black, whatever the page looks like", async () => {
    const editor = await now.open({ colorScheme: "dark" });
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.page.emulateMedia({ media: "print", colorScheme: "dark" });
    await editor.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const colors = await editor.page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    assert.deepEqual(colors, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  });

  test("the button asks the browser to print", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.page.evaluate(() => (window.print = () => (document.title = "printed")));
    await editor.button("Print").click();
    await editor.page.waitForFunction(() => document.title === "printed");
  });
});
