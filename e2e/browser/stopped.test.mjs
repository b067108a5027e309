// When the program stops, wherever in it, a person has what stood on the page, and the draft is there after starting again.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Editor } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";

/// What a person does when the program stops, by the component that does it.
const ACTS = {
  "the source, as it is typed in": (editor) => editor.source.press("Control+End").then(() => editor.page.keyboard.insertText("More.")),
  "a field, as it is typed in": (editor) => editor.field(editor.basics, "Name").press("x"),
  "the list of steps": (editor) => editor.page.getByRole("button", { name: /^History/ }).click(),
  "the fair copy": (editor) => editor.page.getByRole("button", { name: "Fair copy" }).filter({ visible: true }).click(),
  "an entry's menu": (editor) => editor.entries("Work").first().getByRole("button", { name: "More", exact: true }).click(),
  "a section's menu": (editor) => editor.section("Work").getByRole("button", { name: "More for this section", exact: true }).click(),
  "printing": (editor) => editor.page.evaluate(() => void dispatchEvent(new Event("beforeprint"))),
};

/// Lets the next call fail that the program makes of the page and that it cannot do without, as WebAssembly does when it stops.
const breakNext = () => {
  let broken = false;
  const fail = (own) =>
    function (...given) {
      if (broken) return own.apply(this, given);
      broken = true;
      throw new WebAssembly.RuntimeError("unreachable");
    };
  for (const [owner, name] of [[Node.prototype, "textContent"], [Element.prototype, "className"], [HTMLTextAreaElement.prototype, "value"]]) {
    const { get, set } = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { get: fail(get), set: fail(set) });
  }
  Element.prototype.getBoundingClientRect = fail(Element.prototype.getBoundingClientRect);
};

describe("the program stops", () => {
  const now = withBrowser();

  /// Opens the app with a draft that is saved, and lets the program stop at the next thing it does.
  async function ready() {
    // That it stopped is told in the console too.
    const { page, context } = await now.browser.open();
    const editor = await new Editor(page).visit();
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    // From here on the page changes nothing by itself.
    await page.getByText(/^Saved /).waitFor();
    await page.evaluate(breakNext);
    return { editor, page, context, told: page.getByRole("alert").filter({ hasText: /Faircopy (has stopped|ist stehen)/ }) };
  }

  for (const [component, act] of Object.entries(ACTS)) {
    test(`in ${component}`, async () => {
      const { editor, page, context, told } = await ready();
      await act(editor);
      await told.waitFor();
      const shown = await told.getByRole("textbox").inputValue();
      assert.ok(shown.startsWith(`Résumé text: ${TYPICAL.slice(0, 200)}`), shown.slice(0, 300));
      assert.match(shown, /^Position: Senior Platform Engineer$/m);
      const file = await editor.downloaded(() => told.getByRole("link", { name: "Download what stood here" }).click());
      assert.deepEqual(file, { name: "resume.txt", text: shown });
      if (component === "an entry's menu") await editor.checkAccessibility("where the program has stopped");
      await told.getByRole("link", { name: "start again" }).click();
      await editor.waitForColumn("Work", "Position", POSITIONS);
      assert.ok((await editor.source.inputValue()).startsWith(TYPICAL));
      assert.equal(await told.count(), 0);
      await context.close();
    });
  }

  test("where nothing stands on the page any more, what was saved is a click away", async () => {
    const { editor, page, context, told } = await ready();
    // Another language makes the whole page anew.
    await editor.button("Deutsch").click();
    await told.waitFor();
    await told.getByRole("link", { name: "neu starten" }).click();
    await page.getByRole("textbox", { name: "Text des Lebenslaufs" }).waitFor();
    assert.equal(await page.getByRole("textbox", { name: "Text des Lebenslaufs" }).inputValue(), TYPICAL);
    await context.close();
  });
});
