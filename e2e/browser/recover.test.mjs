// The page that shows everything stored without the program: plainly, and to be taken away.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Editor, until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";
import { changeVersions, versions } from "../lib/shelf.mjs";

describe("everything stored", () => {
  const now = withBrowser();

  test("nothing, where nothing is", async () => {
    const page = await now.visit.context.newPage();
    await page.goto("/recover.html");
    await page.getByText("Nothing is stored in this browser.").waitFor();
    await new Editor(page).checkAccessibility("where nothing is stored");
  });

  test("every version is shown, and can be taken away", async () => {
    const { editor } = now;
    const { page } = editor;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await until(async () => (await versions(page)).length === 1, "the first version is saved");
    await editor.field(editor.basics, "Name").fill("Maren <b>O.");
    await until(async () => (await versions(page)).length === 2, "the second version is saved");

    await page.waitForLoadState("networkidle");
    await page.goto("/recover.html");
    await page.getByRole("heading", { name: "Maren <b>O.", exact: true }).waitFor();
    const shown = page.getByRole("group");
    assert.equal(await shown.count(), 2);
    await shown.first().locator("summary").click();
    await page.getByText("name: Maren <b>O.").waitFor();
    await page.getByText("position: Senior Platform Engineer").waitFor();
    await editor.checkAccessibility("where versions are stored");

    const text = await editor.downloaded(() => page.getByRole("button", { name: "Download the text" }).click());
    assert.deepEqual([text.name, text.text], ["Maren-b-O-.txt", TYPICAL]);
    const fields = await editor.downloaded(() => page.getByRole("button", { name: "Download the fields" }).click());
    assert.match(fields.text, /^name: Maren <b>O\.\n[^]*WORK\n[^]*- Moved 140 services/);
    const everything = await editor.downloaded(() => page.getByRole("button", { name: "Download everything" }).click());
    assert.equal(JSON.parse(everything.text).versions.length, 2);
    const other = await now.open();
    await other.drop({ name: everything.name, type: "application/json", content: everything.text });
    await other.waitForValue(other.field(other.basics, "Name"), "Maren <b>O.");
    await other.button("Undo").click();
    await other.waitForValue(other.field(other.basics, "Name"), "Maren Okafor");
    assert.deepEqual((await versions(other.page)).map(({ revision }) => revision), [1, 2]);
  });

  test("what is damaged is shown as it is", async () => {
    const { editor } = now;
    await editor.source.fill("Ada Example\n");
    await until(async () => (await versions(editor.page)).length === 1, "it is saved");
    await changeVersions(editor.page, (text) => text.slice(0, 60));
    await editor.page.reload();
    await editor.page.locator("summary").click();
    await editor.page.getByText("This version is damaged").waitFor();
    assert.equal((await editor.downloaded(() => editor.page.getByRole("button", { name: "Download as stored" }).click())).text.length, 60);
  });

  test("it works without WebAssembly, and the page that needs it says where it is", async () => {
    const { editor, visit } = now;
    await editor.source.fill("Ada Example\n");
    await until(async () => (await versions(editor.page)).length === 1, "it is saved");
    const page = await visit.context.newPage();
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto("/");
    await page.getByRole("alert").getByRole("link", { name: "everything stored" }).click();
    await page.getByRole("heading", { name: "Ada Example" }).waitFor();
  });
});
