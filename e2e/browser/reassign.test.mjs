// Saying what a stretch of the source is, and having the rest read around it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { ORGANIZATIONS, POSITIONS, TYPICAL, UNCERTAIN } from "../lib/resumes.mjs";

const [SENIOR] = POSITIONS;

describe("reassigning", () => {
  const now = withBrowser();

  async function pasted(text = TYPICAL) {
    const { editor } = now;
    await editor.paste(text);
    await editor.page.locator("mark").first().waitFor({ state: "attached" });
    return editor;
  }

  const first = (editor, name) => editor.field(editor.entries("Work").first(), name);

  test("a tinted stretch is clicked, and what it is chosen", async () => {
    const editor = await pasted();
    await editor.clickSource("Northwind Energy");
    await editor.button("Make this the …").click();
    await editor.page.getByRole("menuitem", { name: "Position", exact: true }).click();
    await editor.waitForValue(first(editor, "Position"), ORGANIZATIONS[0]);
    await until(() => editor.hasFocus(editor.source), "the focus is in the source again");
    await until(async () => (await editor.page.locator("mark.is-lit").allTextContents()).join("") === ORGANIZATIONS[0], "it stands out");
    await editor.button("Undo").click();
    await editor.waitForValue(first(editor, "Position"), SENIOR);
    assert.equal(await editor.source.inputValue(), TYPICAL);
  });

  test("a selection is made something by two keys", async () => {
    const editor = await pasted();
    await editor.selectSource("Platform Engineer\nNorth", "Engineer");
    await editor.page.keyboard.press("Alt+Enter");
    await until(() => editor.hasFocus(editor.page.getByRole("menuitem").first()), "the menu has the focus");
    await editor.page.keyboard.press("o");
    await editor.waitForValue(first(editor, "Organization"), "Engineer");
  });

  test("a line takes two actions by the mouse: it is clicked, and what it is", async () => {
    const editor = await pasted();
    await editor.clickSource("Northwind Energy");
    const parts = editor.page.getByRole("group", { name: "Make this the …", exact: true });
    await parts.getByRole("button", { name: "Position", exact: true }).click();
    await editor.waitForValue(first(editor, "Position"), ORGANIZATIONS[0]);
    await until(() => editor.hasFocus(editor.source), "the focus is in the source again");
    assert.equal(await parts.count(), 0, "nothing is asked any more");
  });

  test("a line takes two actions by keys: the caret is in it, and the menu and the choice are a key each", async () => {
    const editor = await pasted();
    await editor.selectSource("Northwind Energy", "");
    await editor.page.keyboard.press("Alt+Enter");
    await until(() => editor.hasFocus(editor.page.getByRole("menuitem").first()), "the menu has the focus");
    await editor.page.keyboard.press("p");
    await editor.waitForValue(first(editor, "Position"), ORGANIZATIONS[0]);
    await until(() => editor.hasFocus(editor.source), "the focus is in the source again");
  });

  for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
    test(`what is asked is to be seen whole, at ${viewport.width} px and where its line is scrolled away`, async () => {
      const editor = await now.open({ viewport });
      await editor.paste(TYPICAL.repeat(3));
      await editor.page.locator("mark").first().waitFor({ state: "attached" });
      if (viewport.width < 900) await editor.button("Text").click();
      const whole = async (list) => {
        const box = await list.boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= viewport.width, `${JSON.stringify(box)} is on the page`);
        return box;
      };
      await editor.clickSource("Berlin, Germany");
      await whole(editor.page.getByRole("group", { name: "Make this the …", exact: true }));
      for (const [text, end] of [["Maren Okafor", "Control+End"], ["PostgreSQL", "Control+Home"]]) {
        await editor.source.press(end);
        await editor.selectSource(text, text);
        await editor.page.keyboard.press("Alt+Enter");
        const box = await whole(editor.page.getByRole("menu"));
        assert.ok(box.y >= 0 && box.y + box.height <= viewport.height, `${JSON.stringify(box)} is on the page`);
        await editor.page.keyboard.press("Escape");
      }
    });
  }

  test("Escape closes the menu, and the selection is as it was", async () => {
    const editor = await pasted();
    await editor.selectSource("Northwind Energy", "Northwind");
    await editor.page.keyboard.press("Alt+Enter");
    await editor.page.getByRole("menu").waitFor();
    await editor.page.keyboard.press("Escape");
    await until(() => editor.hasFocus(editor.source), "the focus is in the source");
    assert.equal(await editor.page.getByRole("menu").count(), 0);
    const selected = await editor.source.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
    assert.equal(selected, "Northwind");
  });

  test("what was edited stays, and the decision is kept over a reload and a change of the text", async () => {
    const editor = await pasted();
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.field(editor.basics, "Name").fill("M. Okafor");
    await editor.field(editor.entries("Work").last(), "Highlights").fill("Only this");
    await editor.decide("Berlin, Germany\nMarch", "Berlin, Germany", "Bullet");
    await until(async () => (await first(editor, "Highlights").inputValue()).includes("Berlin, Germany"), "it is a bullet");
    assert.equal(await editor.field(editor.basics, "Name").inputValue(), "M. Okafor");
    assert.equal(await editor.field(editor.entries("Work").last(), "Highlights").inputValue(), "Only this");
    await editor.reload();
    await until(async () => (await first(editor, "Highlights").inputValue()).includes("Berlin, Germany"), "it is a bullet still");
    await editor.source.focus();
    await editor.page.keyboard.press("Control+Home");
    await editor.page.keyboard.type("Curriculum vitae\n");
    await until(async () => (await first(editor, "Highlights").inputValue()).includes("Berlin, Germany"), "the decision went along");
    assert.equal(await editor.field(editor.entries("Work").last(), "Highlights").inputValue(), "Only this");
  });

  test("an entry is split and joined", async () => {
    const editor = await pasted(TYPICAL.replace("Backend Developer\nBlue Heron Logistics, Hamburg, Germany\nJune 2017 - February 2021\n", ""));
    const before = await editor.entries("Work").count();
    await editor.decide("Wrote the routing service in Rust", "Wrote the routing service in Rust", "Start of a new entry");
    await until(async () => (await editor.entries("Work").count()) === before + 1, "there is one more entry");
    await editor.decide("Wrote the routing service in Rust", "Wrote the routing service in Rust", "Joins the entry before");
    await until(async () => (await editor.entries("Work").count()) === before, "it is one again");
  });

  test("a line is a heading, a part of another section, or nothing", async () => {
    const editor = await pasted();
    await editor.decide("Languages: Rust, Go, Python", "Languages: Rust, Go, Python", "Nothing: leave it out");
    await until(async () => (await editor.unplaced.innerText()).includes("Languages: Rust, Go, Python"), "it is in the tray");
    await editor.decide("Builds the quiet", "Builds the quiet parts of loud systems.", "… of another section", "Awards", "Title");
    await editor.waitForColumn("Awards", "Title", ["Builds the quiet parts of loud systems."]);
    await editor.decide("Experience", "Experience", "Heading of a section …", "Volunteer");
    await editor.waitForColumn("Volunteer", "Position", POSITIONS);
  });

  test("an unplaced line is put in its place from the tray", async () => {
    const editor = await pasted();
    await editor.decide("Builds the quiet", "Builds the quiet parts of loud systems.", "Nothing: leave it out");
    const row = editor.unplaced.getByRole("listitem").filter({ hasText: "Builds the quiet" });
    await row.getByRole("button", { name: "Make this the …", exact: true }).click();
    await editor.page.getByRole("menuitem", { name: "Summary", exact: true }).click();
    await editor.waitForValue(editor.field(editor.basics, "Summary"), "Builds the quiet parts of loud systems.");
    await until(async () => editor.page.evaluate(() => document.activeElement !== document.body), "something has the focus");
  });

  test("the runner-up is one click away", async () => {
    const editor = await pasted(UNCERTAIN);
    await until(async () => (await editor.toCheck()) >= 1, "there is something to check");
    const instead = editor.page.getByRole("button", { name: / instead$/ });
    const all = await editor.toCheck();
    for (let at = 0; at < all && !(await instead.filter({ visible: true }).count()); at += 1) await editor.page.keyboard.press("F8");
    const field = editor.fields.locator(".field:focus-within");
    const value = await field.getByRole("textbox").inputValue();
    const button = instead.filter({ visible: true }).first();
    const name = (await button.innerText()).replace(/ instead$/, "");
    await button.click();
    const focused = () => editor.page.evaluate(() => [document.activeElement.ariaLabel, document.activeElement.value]);
    await until(async () => JSON.stringify(await focused()) === JSON.stringify([name, value]), `${value} is the ${name}, and has the focus`);
  });

  test("imported JSON says itself what is what", async () => {
    const editor = await pasted();
    await editor.choose({ name: "r.json", type: "application/json", content: '{"basics": {"name": "Ada Example"}}' });
    await editor.waitForValue(editor.field(editor.basics, "Name"), "Ada Example");
    await editor.selectSource("Ada Example", "Ada Example");
    await editor.page.keyboard.press("Alt+Enter");
    await until(async () => /says itself/.test(await editor.status.innerText()), "that is said");
    assert.equal(await editor.page.getByRole("menu").count(), 0);
  });

  for (const options of [{ colorScheme: "light" }, { colorScheme: "dark", viewport: { width: 360, height: 740 } }]) {
    test(`axe finds nothing while something is asked (${options.colorScheme})`, async () => {
      const editor = await now.open(options);
      await editor.paste(TYPICAL);
      await editor.page.locator("mark").first().waitFor({ state: "attached" });
      if (options.viewport) await editor.button("Text").click();
      await editor.clickSource("Northwind Energy");
      await editor.button("Make this the …").waitFor();
      await editor.checkAccessibility("with the offer");
      await editor.button("Make this the …").click();
      await editor.page.getByRole("menu").waitFor();
      await editor.checkAccessibility("with the menu of what it may be");
    });
  }
});
