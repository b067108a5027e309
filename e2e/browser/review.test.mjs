// What is uncertain or in no field is gone through, one after the other, and what is right leaves the queue.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL, UNCERTAIN } from "../lib/resumes.mjs";

describe("review", () => {
  const now = withBrowser();

  async function pasted() {
    await now.editor.paste(UNCERTAIN);
    await until(async () => (await now.editor.toCheck()) >= 2, "there is something to check");
    return now.editor;
  }

  /// The text of what has the focus: a value, or a line in no field.
  const focused = (editor) => editor.page.evaluate(() => document.activeElement.value || document.activeElement.textContent);
  const here = async (editor, at, of) => until(async () => (await editor.status.innerText()) === `${at} of ${of} to check.`, `number ${at} of ${of}`);

  test("keys lead through everything, round and back, and both sides show it", async () => {
    const editor = await pasted();
    const all = await editor.toCheck();
    const seen = [];
    for (let at = 1; at <= all; at += 1) {
      await editor.page.keyboard.press("F8");
      await here(editor, at, all);
      let lit;
      await until(async () => {
        lit = (await editor.page.locator("mark.is-lit").allTextContents()).join(" ");
        return lit !== "" && lit !== seen.at(-1);
      }, "its source stands out, and no longer that of the one before");
      await until(async () => (await focused(editor)).includes(lit.split(/\s/)[0]), `the focus is where ${lit} is`);
      assert.equal(await editor.page.evaluate(() => document.activeElement.closest(".fields") !== null), true, "the focus is in the fields");
      seen.push(lit);
    }
    assert.equal(new Set(seen).size, all, "each is another one");
    await editor.page.keyboard.press("F8");
    await here(editor, 1, all);
    await editor.page.keyboard.press("Shift+F8");
    await here(editor, all, all);
  });

  test("the buttons do the same", async () => {
    const editor = await pasted();
    const all = await editor.toCheck();
    await editor.button("Next to check (F8)").click();
    await here(editor, 1, all);
    await editor.button("Next to check (F8)").click();
    await here(editor, 2, all);
    await editor.button("Previous to check (Shift+F8)").click();
    await here(editor, 1, all);
  });

  test("what is right leaves the queue, the next one follows, and undo brings it back, also after a reload", async () => {
    const editor = await pasted();
    const all = await editor.toCheck();
    await editor.page.keyboard.press("F8");
    await here(editor, 1, all);
    const first = await focused(editor);
    await editor.settle();
    await here(editor, 1, all - 1);
    assert.notEqual(await focused(editor), first);
    await until(async () => (await editor.toCheck()) === all - 1, "one less is to be checked");
    await editor.reload();
    await until(async () => (await editor.toCheck()) === all - 1, "it stays settled over a reload");
    await editor.button("Undo").click();
    await until(async () => (await editor.toCheck()) === all, "it is back");
  });

  test("everything can be settled by the keyboard, and the focus is never lost", async () => {
    const editor = await pasted();
    const { page } = editor;
    await page.keyboard.press("F8");
    for (let left = await editor.toCheck(); left > 0; left -= 1) {
      await here(editor, 1, left);
      await until(async () => page.evaluate(() => document.activeElement.closest(".fields") !== null), "the focus is in the fields");
      // A value's answer is the next stop, a line's the one behind what else it may be.
      const onAnswer = () => page.evaluate(() => ["It is right", "Leave it out"].includes(document.activeElement.textContent));
      for (let stops = 0; stops < 2 && !(await onAnswer()); stops += 1) {
        await page.keyboard.press("Tab");
      }
      assert.ok(await onAnswer(), "the answer is two stops away at most");
      await page.keyboard.press("Enter");
      await until(async () => (await editor.toCheck()) === left - 1, `${left - 1} are left`);
    }
    await until(() => page.evaluate(() => document.activeElement !== document.body), "something has the focus");
    await page.keyboard.press("F8");
    await until(async () => (await editor.status.innerText()) === "Nothing to check.", "that is said");
  });

  test("a value that is typed anew is no longer in question", async () => {
    const editor = await pasted();
    const all = await editor.toCheck();
    await editor.page.keyboard.press("F8");
    await here(editor, 1, all);
    await editor.page.keyboard.type("Something else");
    await until(async () => (await editor.toCheck()) === all - 1, "one less is to be checked");
  });

  test("what is settled stays so while the text around it is typed in", async () => {
    const editor = await pasted();
    await editor.page.keyboard.press("F8");
    const all = await editor.toCheck();
    await here(editor, 1, all);
    await editor.settle();
    await until(async () => (await editor.toCheck()) === all - 1, "one less is to be checked");
    await editor.source.focus();
    await editor.page.keyboard.press("Control+Home");
    await editor.page.keyboard.type("Dr ");
    await editor.waitForValue(editor.field(editor.basics, "Name"), "Dr Maren Okafor");
    assert.equal(await editor.toCheck(), all - 1);
  });

  test("with nothing to check that is what the status line says", async () => {
    await now.editor.paste(TYPICAL);
    await now.editor.waitForColumn("Work", "Position", POSITIONS);
    assert.equal(await now.editor.toCheck(), 0);
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing while a value is in question (${colorScheme})`, async () => {
      const editor = await pasted();
      await editor.page.emulateMedia({ colorScheme });
      await editor.page.keyboard.press("F8");
      await editor.page.getByRole("button", { name: "It is right", exact: true }).first().waitFor();
      await editor.checkAccessibility(`with a query, ${colorScheme}`);
    });
  }

  test("on a narrow page the fields come to the front", async () => {
    const editor = await now.open({ viewport: { width: 360, height: 740 } });
    await editor.paste(UNCERTAIN);
    await until(async () => (await editor.toCheck()) >= 2, "there is something to check");
    await editor.button("Text").click();
    await editor.page.keyboard.press("F8");
    await editor.page.getByRole("button", { name: "It is right", exact: true }).first().waitFor();
  });
});
