// The page in its states against axe's rules, and at the narrowest width without scrolling sideways.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";

const LOOKS = [
  { name: "in light", options: { colorScheme: "light" } },
  { name: "in dark", options: { colorScheme: "dark" } },
  { name: "at 320 px in light", options: { colorScheme: "light", viewport: { width: 320, height: 640 } } },
  { name: "at 320 px in dark", options: { colorScheme: "dark", viewport: { width: 320, height: 640 } } },
];

for (const { name, options } of LOOKS) {
  describe(`accessibility ${name}`, () => {
    const now = withBrowser(options);

    test("empty", async () => {
      await now.editor.checkAccessibility(`on the empty page ${name}`);
      await fits(now.editor);
    });

    test("pasted", async () => {
      const { editor } = now;
      await editor.paste(TYPICAL);
      await editor.page.locator("mark").first().waitFor({ state: "attached" });
      await editor.checkAccessibility(`with a résumé ${name}`);
      await fits(editor);
      for (const tab of ["Fields", "Fair copy"]) {
        const button = editor.page.getByRole("tab", { name: tab, exact: true }).or(editor.button(tab));
        if ((await button.count()) !== 1 || !(await button.isVisible())) continue;
        await button.click();
        await editor.checkAccessibility(`on ${tab} ${name}`);
        await fits(editor);
      }
    });

    test("with what stands over the page", async () => {
      const { editor } = now;
      await editor.paste(TYPICAL);
      for (const menu of ["Documents", "History …"]) {
        await editor.button(menu).click();
        await editor.page.getByRole("menu").waitFor();
        await editor.checkAccessibility(`with the menu of ${menu} ${name}`);
        await fits(editor);
        await editor.page.keyboard.press("Escape");
        await editor.page.getByRole("menu").waitFor({ state: "detached" });
      }
      await editor.page.keyboard.press("F1");
      await editor.page.getByRole("dialog", { name: "Shortcuts", exact: true }).waitFor();
      await editor.checkAccessibility(`with the shortcuts ${name}`);
      await fits(editor);
      await editor.page.keyboard.press("Escape");
      await editor.documentName.fill("A name as long as a name may be, which is longer than there is room for on any page");
      await fits(editor);
      await editor.chooseDocument("Delete this document");
      await editor.button("Bring it back").waitFor();
      await editor.checkAccessibility(`after a document was deleted ${name}`);
      await fits(editor);
    });
  });
}

describe("accessible names", () => {
  const now = withBrowser();

  test("are the ones that assistive software and scripts rely on", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    for (const name of ["Name", "Headline", "Email", "Phone", "Website", "Location", "Summary"]) {
      assert.equal(await editor.basics.getByRole("textbox", { name, exact: true }).count(), 1, `Basics has ${name}`);
    }
    for (const name of ["Position", "Organization", "Location", "Start", "End", "Summary", "Highlights"]) {
      assert.ok((await editor.entries("Work").first().getByRole("textbox", { name, exact: true }).count()) >= 1, `a job has ${name}`);
    }
    for (const name of ["Institution", "Degree", "Area", "Score"]) {
      assert.equal(await editor.entries("Education").first().getByRole("textbox", { name, exact: true }).count(), 1, `a school has ${name}`);
    }
    for (const name of ["Undo", "Redo", "Clear", "Load sample", "Copy Markdown", "Download Markdown", "Copy JSON", "Download JSON"]) {
      assert.equal(await editor.button(name).count(), 1, `there is one button ${name}`);
    }
    assert.equal(await editor.page.getByRole("group", { name: "Export", exact: true }).count(), 1);
    assert.equal(await editor.page.getByRole("toolbar").count(), 1);
    assert.equal(await editor.unplaced.count(), 1);
    assert.equal(await editor.status.count(), 1);
  });
});

async function fits(editor) {
  const [content, window] = await editor.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `the page is ${content} px wide in a window of ${window} px`);
}
