// Several documents: named, listed, copied, thrown away and brought back, in one tab and in several, and all of them in one file.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Editor, until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { ORGANIZATIONS, POSITIONS, TYPICAL } from "../lib/resumes.mjs";
import { documents, versions } from "../lib/shelf.mjs";

const titles = async (editor) => (await documents(editor.page)).map(({ title }) => title).sort();

/// Puts a text in place of the source, and waits until its last line is on the shelf.
async function typed(editor, text) {
  await editor.paste(text);
  const line = text.trim().split("\n").at(-1);
  await until(async () => (await versions(editor.page)).some((version) => version.text.includes(line)), `“${line}” is saved`);
}

describe("documents", () => {
  const now = withBrowser();

  test("a new one leaves the old one as it was, and each has its own history", async () => {
    const { editor } = now;
    await typed(editor, "One Example\n");
    await typed(editor, "One Last Example\n");
    await editor.chooseDocument("New document");
    await editor.waitForValue(editor.source, "");
    await typed(editor, "Two Example\n");
    await editor.chooseDocument(/^One Last Example · /);
    await editor.waitForValue(editor.source, "One Last Example\n");
    await editor.button("Undo").click();
    await editor.waitForValue(editor.source, "One Example\n");
    await editor.chooseDocument(/^Two Example · /);
    await editor.waitForValue(editor.source, "Two Example\n");
    await editor.button("Undo").click();
    await editor.waitForValue(editor.source, "");
    assert.equal((await documents(editor.page)).length, 2);
  });

  test("the tab shows the same one after a reload, and a new tab the one saved last", async () => {
    const { editor } = now;
    await typed(editor, "One Example\n");
    await editor.chooseDocument("New document");
    await editor.waitForValue(editor.source, "");
    await typed(editor, "Two Example\n");
    await editor.chooseDocument(/^One Example · /);
    await editor.waitForValue(editor.source, "One Example\n");
    await editor.reload();
    await editor.waitForValue(editor.source, "One Example\n");
    const other = await new Editor(await now.visit.context.newPage()).visit();
    await other.waitForValue(other.source, "Two Example\n");
  });

  test("it is called after the person, or by hand, also after a reload", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForValue(editor.documentName, "Maren Okafor");
    await editor.documentName.fill("For the ferries");
    await editor.page.keyboard.press("Enter");
    await until(async () => (await titles(editor)).includes("For the ferries"), "the name is saved");
    await editor.field(editor.basics, "Name").fill("Maren O.");
    await until(async () => (await versions(editor.page)).at(-1).text.includes("Maren O."), "the change is saved");
    assert.deepEqual(await titles(editor), ["For the ferries"]);
    await editor.reload();
    await editor.waitForValue(editor.documentName, "For the ferries");
    await editor.documentName.fill("");
    await editor.page.keyboard.press("Enter");
    await editor.waitForValue(editor.documentName, "Maren O.");
  });

  test("a copy for one application leaves the first as it is, and asks for its name", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.chooseDocument("Duplicate as a version for one application");
    await until(() => editor.hasFocus(editor.documentName), "the name has the focus");
    await editor.waitForValue(editor.documentName, "Maren Okafor (2)");
    await editor.page.keyboard.press("Control+A");
    await editor.page.keyboard.type("Ferries");
    await editor.page.keyboard.press("Enter");
    await editor.field(editor.entries("Work").first(), "Organization").fill("Ferries of the North");
    await until(async () => (await titles(editor)).join() === "Ferries,Maren Okafor", "both are there");
    await editor.chooseDocument(/^Maren Okafor · /);
    await editor.waitForColumn("Work", "Organization", ORGANIZATIONS);
    await editor.chooseDocument(/^Ferries · /);
    await editor.waitForColumn("Work", "Organization", ["Ferries of the North", ORGANIZATIONS[1]]);
  });

  test("one that is deleted can be brought back at once, and later", async () => {
    const { editor } = now;
    await typed(editor, "One Example\n");
    await editor.chooseDocument("New document");
    await editor.waitForValue(editor.source, "");
    await typed(editor, "Two Example\n");
    await editor.chooseDocument("Delete this document");
    await editor.waitForValue(editor.source, "One Example\n");
    await editor.page.getByRole("alert").getByText("“Two Example” is deleted.").waitFor();
    await editor.checkAccessibility("after a document was deleted");
    await editor.button("Bring it back").click();
    await editor.waitForValue(editor.source, "Two Example\n");
    assert.equal(await editor.button("Bring it back").count(), 0);
    await editor.chooseDocument("Delete this document");
    await editor.waitForValue(editor.source, "One Example\n");
    await editor.reload();
    await editor.waitForValue(editor.source, "One Example\n");
    await editor.chooseDocument("Deleted documents …", /^Two Example · /);
    await editor.waitForValue(editor.source, "Two Example\n");
    await editor.button("Undo").click();
    await editor.waitForValue(editor.source, "");
  });

  test("what is deleted for good is nowhere any more, one document or all of them", async () => {
    const { editor } = now;
    for (const name of ["One", "Two", "Three", "Four"]) {
      await typed(editor, `${name} Example\n`);
      if (name !== "Four") await editor.chooseDocument("New document");
      if (name !== "Four") await editor.waitForValue(editor.source, "");
    }
    for (const next of ["Three", "Two", "One"]) {
      await editor.chooseDocument("Delete this document");
      await editor.waitForValue(editor.source, `${next} Example\n`);
    }
    const left = async () => [...new Set((await versions(editor.page)).map(({ title }) => title))].sort();
    const FOR_GOOD = "Delete for good …";
    const LOSES = /^Delete with all versions: /;
    assert.deepEqual(await left(), ["Four Example", "One Example", "Three Example", "Two Example"]);
    await editor.button("Documents").click();
    for (const name of ["Deleted documents …", FOR_GOOD]) await editor.page.getByRole("menuitem", { name, exact: true }).click();
    await editor.checkAccessibility("with what can be deleted for good");
    await editor.page.getByRole("menuitem", { name: /^Three Example · / }).click();
    await until(() => editor.hasFocus(editor.page.getByRole("menuitem", { name: "Keep", exact: true })), "keeping it comes first");
    await editor.page.getByRole("menuitem", { name: "Keep", exact: true }).click();
    assert.equal((await left()).length, 4, "nothing is gone that is kept");
    await editor.chooseDocument("Deleted documents …", FOR_GOOD, /^Three Example · /, LOSES);
    await until(async () => (await left()).join() === "Four Example,One Example,Two Example", "one is gone");
    await until(async () => (await editor.status.innerText()) === "Deleted for good.", "that is said");
    assert.equal(await editor.button("Bring it back").count(), 0, "nothing is offered that cannot be had");
    await editor.chooseDocument("Deleted documents …", FOR_GOOD, "All deleted documents", LOSES);
    await until(async () => (await left()).join() === "One Example", "all are gone");
    const noted = await editor.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert.doesNotMatch(noted, /Two|Three|Four/);
    await editor.waitForValue(editor.source, "One Example\n");
    await editor.button("Documents").click();
    assert.equal(await editor.page.getByRole("menuitem", { name: "Deleted documents …", exact: true }).count(), 0);
  });

  test("one that another tab has brought back is not deleted for good", async () => {
    const { editor } = now;
    await typed(editor, "One Example\n");
    await editor.chooseDocument("New document");
    await editor.waitForValue(editor.source, "");
    await typed(editor, "Two Example\n");
    await editor.chooseDocument("Delete this document");
    await editor.waitForValue(editor.source, "One Example\n");
    await editor.button("Documents").click();
    for (const name of ["Deleted documents …", "Delete for good …", /^Two Example · /]) await editor.page.getByRole("menuitem", { name }).click();
    const other = await new Editor(await now.visit.context.newPage()).visit();
    await other.chooseDocument("Deleted documents …", /^Two Example · /);
    await other.waitForValue(other.source, "Two Example\n");
    await editor.page.bringToFront();
    await editor.page.getByRole("menuitem", { name: /^Delete with all versions/ }).click();
    await until(async () => (await editor.status.innerText()) === "Deleted for good.", "it was tried");
    assert.deepEqual(await titles(editor), ["One Example", "Two Example"]);
  });

  test("undoing back to nothing is a version like any other", async () => {
    const { editor } = now;
    await typed(editor, "One Example\n");
    const count = (await versions(editor.page)).length;
    await editor.button("Undo").click();
    await editor.waitForValue(editor.source, "");
    await until(async () => (await versions(editor.page)).length > count, "there is one more version");
    await editor.reload();
    await editor.waitForValue(editor.source, "");
    await editor.button("Redo").click();
    await editor.waitForValue(editor.source, "One Example\n");
  });

  test("the last one that is deleted leaves an empty page, also after a reload", async () => {
    const { editor } = now;
    await typed(editor, "One Example\n");
    await editor.chooseDocument("Delete this document");
    await editor.waitForValue(editor.source, "");
    await editor.reload();
    await editor.waitForValue(editor.source, "");
    await editor.chooseDocument("Deleted documents …", /^One Example · /);
    await editor.waitForValue(editor.source, "One Example\n");
  });

  test("two stand side by side, with what differs marked by words", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.chooseDocument("Duplicate as a version for one application");
    await editor.waitForValue(editor.documentName, "Maren Okafor (2)");
    await editor.field(editor.entries("Work").first(), "Organization").fill("Ferries of the North");
    const bullets = editor.field(editor.entries("Work").nth(1), "Highlights");
    await bullets.fill((await bullets.inputValue()).split("\n")[0]);
    await editor.chooseDocument("Compare with …", /^Maren Okafor · /);
    const sheet = editor.page.getByRole("dialog", { name: "Two documents side by side", exact: true });
    await sheet.getByText("Lines that differ: 2", { exact: true }).waitFor();
    assert.deepEqual(await sheet.getByRole("columnheader").allInnerTexts(), ["Maren Okafor (2)", "Maren Okafor"]);
    const marked = async (words) => (await sheet.getByRole("cell").filter({ hasText: words }).allInnerTexts()).map((text) => text.split("\n")[0]);
    assert.deepEqual(await marked("changed"), ["**Ferries of the North** — *Berlin, Germany*  ", "**Northwind Energy** — *Berlin, Germany*  "].map((line) => line.trim()));
    assert.deepEqual(await marked("only here"), ["- Taught the warehouse team to read dashboards"]);
    await editor.checkAccessibility("with two documents side by side");
    await editor.page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
  });

  test("the list can be used by keys, and closes by Escape", async () => {
    const { editor } = now;
    await typed(editor, "One Example\n");
    await editor.button("Documents").focus();
    await editor.page.keyboard.press("Enter");
    await editor.page.getByRole("menu", { name: "Documents", exact: true }).waitFor();
    await editor.checkAccessibility("with the list of documents");
    await editor.page.keyboard.press("Escape");
    await until(() => editor.hasFocus(editor.button("Documents")), "the button has the focus again");
  });
});

describe("all documents in one file", () => {
  const now = withBrowser();

  /// Two documents, and the file of both.
  async function backedUp(editor) {
    await typed(editor, "One Example\n");
    await editor.chooseDocument("New document");
    await editor.waitForValue(editor.source, "");
    await typed(editor, "Two Example\n");
    const file = await editor.downloaded(() => editor.chooseDocument("Download all documents as one file"));
    assert.equal(file.name, "faircopy-backup.json");
    return { name: file.name, type: "application/json", content: file.text };
  }

  test("another browser has all of them from it, with their histories", async () => {
    const file = await backedUp(now.editor);
    const other = await now.open();
    await other.chooseFile("Restore documents from a file …", file);
    await other.status.getByText("Documents restored: 2.").waitFor();
    assert.deepEqual(await titles(other), ["One Example", "Two Example"]);
    await other.waitForValue(other.source, "Two Example\n");
    await other.button("Undo").click();
    await other.waitForValue(other.source, "");
  });

  test("what is there and differs stays beside it, and what is there as it was is not doubled", async () => {
    const { editor } = now;
    const file = await backedUp(editor);
    await typed(editor, "Two Example Changed\n");
    for (const added of [1, 0]) {
      await editor.drop(file);
      await editor.status.getByText(`Documents restored: ${added}.`).waitFor();
      assert.deepEqual(await titles(editor), ["One Example", "Two Example", "Two Example Changed"]);
    }
  });

  test("one that was deleted since comes back", async () => {
    const { editor } = now;
    const file = await backedUp(editor);
    await editor.chooseDocument("Delete this document");
    await editor.waitForValue(editor.source, "One Example\n");
    await editor.drop(file);
    await editor.waitForValue(editor.source, "Two Example\n");
    assert.deepEqual(await titles(editor), ["One Example", "Two Example"]);
  });

  test("a damaged file changes nothing", async () => {
    const { editor } = now;
    const file = await backedUp(editor);
    const texts = async () => (await documents(editor.page)).map(({ document, text }) => [document, text]);
    const before = await texts();
    for (const content of [file.content.slice(0, -20), '{"faircopy":1}', '{"faircopy":1,"versions":[[1,2]]}']) {
      await editor.drop({ ...file, content });
      await editor.status.getByText("The browser could not read that file").waitFor();
      assert.deepEqual(await texts(), before);
      await editor.page.keyboard.press("Control+Y");
      await editor.status.getByText("Nothing to redo.").waitFor();
    }
  });
});

describe("documents in several tabs", () => {
  const now = withBrowser();
  const another = async () => new Editor(await now.visit.context.newPage()).visit();
  /// All tabs call the document by this name, and none asks anything.
  const agree = async (tabs, name) => {
    for (const tab of tabs) {
      await tab.waitForValue(tab.documentName, name);
      assert.equal(await tab.page.getByRole("alert").innerText(), "");
    }
  };

  test("tabs with documents of their own do not meet", async () => {
    const tabs = [now.editor, await another(), await another(), await another()];
    for (const [at, tab] of tabs.entries()) {
      await tab.chooseDocument("New document");
      await typed(tab, `Tab ${at} Example\n`);
    }
    await Promise.all(tabs.map((tab, at) => tab.source.fill(`Tab ${at} Example\nChanged ${at}\n`)));
    const kept = async () => (await documents(now.editor.page)).filter(({ text }) => /Changed \d/.test(text)).length;
    await until(async () => (await kept()) === 4, "all changes are saved");
    for (const [at, tab] of tabs.entries()) assert.equal(await tab.page.getByRole("alert").innerText(), "", `tab ${at} has no conflict`);
    assert.equal((await documents(now.editor.page)).length, 4);
  });

  test("a name given in one tab is no conflict with what is typed in another", async () => {
    const one = now.editor;
    await typed(one, "One Example\n");
    const two = await another();
    await two.waitForValue(two.source, "One Example\n");
    await one.documentName.fill("By hand");
    await Promise.all([one.page.keyboard.press("Enter"), two.source.fill("One Example\nOslo\n")]);
    await one.waitForValue(one.source, "One Example\nOslo\n");
    await agree([one, two], "By hand");
    assert.deepEqual(await titles(one), ["By hand"]);
  });

  test("a name given before the tab has heard of what is typed in another is no conflict either", async () => {
    const one = now.editor;
    await one.page.addInitScript(() => {
      window.deaf = true;
      addEventListener("storage", (event) => window.deaf && event.isTrusted && event.stopImmediatePropagation(), { capture: true });
    });
    await one.reload();
    await typed(one, "One Example\n");
    const two = await another();
    await two.waitForValue(two.source, "One Example\n");
    await typed(two, "One Example\nOslo\n");
    assert.equal(await one.source.inputValue(), "One Example\n");
    await one.documentName.fill("By hand");
    await one.page.keyboard.press("Enter");
    await one.waitForValue(one.source, "One Example\nOslo\n");
    await agree([one, two], "By hand");
    await one.page.evaluate(() => (window.deaf = false));
    // Either goes on from there.
    await typed(one, "One Example\nOslo\nBergen\n");
    await two.waitForValue(two.source, "One Example\nOslo\nBergen\n");
    await typed(two, "One Example\nOslo\nBergen\nVoss\n");
    await one.waitForValue(one.source, "One Example\nOslo\nBergen\nVoss\n");
    assert.deepEqual(await titles(one), ["By hand"]);
  });

  test("nor is one that comes while something is typed here", async () => {
    const one = now.editor;
    await typed(one, "One Example\n");
    const two = await another();
    await two.waitForValue(two.source, "One Example\n");
    // Once it has heard of the name, and before it has read what that is of.
    await two.source.evaluate((area) =>
      addEventListener("storage", () => {
        setTimeout(() => {
          area.setRangeText("Oslo\n", area.value.length, area.value.length);
          area.dispatchEvent(new InputEvent("input", { inputType: "insertText" }));
        });
      }, { once: true }),
    );
    await one.documentName.fill("By hand");
    await one.page.keyboard.press("Enter");
    await one.waitForValue(one.source, "One Example\nOslo\n");
    await agree([one, two], "By hand");
  });

  test("what is typed into a document that another tab deleted brings it back", async () => {
    const one = now.editor;
    await typed(one, "One Example\n");
    const two = await another();
    await two.waitForValue(two.source, "One Example\n");
    await one.chooseDocument("Delete this document");
    await one.waitForValue(one.source, "");
    await typed(two, "One Example\nOslo\n");
    assert.deepEqual(await titles(two), ["One Example"]);
    assert.equal(await two.page.getByRole("alert").innerText(), "");
  });

  test("a document that two tabs type in at once is a choice, while a third goes on with another", async () => {
    const tabs = [now.editor, await another(), await another()];
    await tabs[2].chooseDocument("New document");
    await typed(tabs[2], "Third Example\n");
    await tabs[0].reload();
    const [one, two] = tabs;
    await two.reload();
    for (const tab of [one, two]) {
      if ((await tab.source.inputValue()) !== "Third Example\n") await tab.chooseDocument(/^Third Example · /);
      await tab.waitForValue(tab.source, "Third Example\n");
    }
    await tabs[2].chooseDocument("New document");
    await tabs[2].waitForValue(tabs[2].source, "");
    await Promise.all([one.source.fill("One typed this.\n"), two.source.fill("Two typed that.\n"), tabs[2].source.fill("Another\n")]);
    const asks = async (tab) => (await tab.button("Keep both").count()) > 0;
    await until(async () => (await asks(one)) || (await asks(two)), "one of the two asks");
    const loser = (await asks(one)) ? one : two;
    await loser.button("Keep both").click();
    await until(async () => (await titles(one)).length === 3, "all three are there");
    const texts = (await versions(one.page)).map(({ text }) => text).join();
    for (const text of ["One typed this.", "Two typed that.", "Another"]) assert.ok(texts.includes(text), `“${text}” is kept`);
    assert.equal(await tabs[2].page.getByRole("alert").innerText(), "");
  });
});
