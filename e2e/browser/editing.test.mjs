// Editing beyond typing into a field: menus of entries and sections, bullets, terms, dates.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { ORGANIZATIONS, POSITIONS, TYPICAL } from "../lib/resumes.mjs";

const [SENIOR, BACKEND] = POSITIONS;

async function pasted(editor) {
  await editor.paste(TYPICAL);
  await editor.waitForColumn("Work", "Position", POSITIONS);
  return editor;
}

describe("entries and sections", () => {
  const now = withBrowser();

  test("an entry is duplicated, and the copy has the focus", async () => {
    const editor = await pasted(now.editor);
    await editor.chooseFor(editor.entries("Work").first(), "Duplicate");
    await editor.waitForColumn("Work", "Position", [SENIOR, SENIOR, BACKEND]);
    const copy = editor.field(editor.entries("Work").nth(1), "Position");
    await until(() => editor.hasFocus(copy), "the copy has the focus");
    await copy.fill("Lead Engineer");
    assert.deepEqual(await editor.column("Work", "Position"), [SENIOR, "Lead Engineer", BACKEND], "the original is another one");
    await editor.button("Undo").click();
    await editor.button("Undo").click();
    await editor.waitForColumn("Work", "Position", POSITIONS);
  });

  test("an entry goes to another section with what it says, and back", async () => {
    const editor = await pasted(now.editor);
    await editor.chooseFor(editor.entries("Work").first(), "Move to section …", "Volunteer");
    await editor.waitForColumn("Volunteer", "Position", [SENIOR]);
    await editor.waitForColumn("Volunteer", "Organization", [ORGANIZATIONS[0]]);
    await editor.waitForColumn("Work", "Position", [BACKEND]);
    await until(() => editor.hasFocus(editor.field(editor.entries("Volunteer").first(), "Position")), "the focus went along");
    const json = JSON.parse(await editor.copied("Copy JSON"));
    assert.equal(json.volunteer[0].organization, ORGANIZATIONS[0]);
    assert.equal(json.volunteer[0].highlights.length, 2);
    await editor.chooseFor(editor.entries("Volunteer").first(), "Move to section …", "Work");
    await editor.waitForColumn("Work", "Organization", [...ORGANIZATIONS].reverse());
  });

  test("a hidden entry is in the JSON's meta and in no Markdown", async () => {
    const editor = await pasted(now.editor);
    await editor.chooseFor(editor.entries("Work").last(), "Leave out of exports");
    await editor.fields.getByText("Left out of exports", { exact: true }).waitFor();
    const markdown = await editor.copied("Copy Markdown");
    assert.ok(markdown.includes(SENIOR) && !markdown.includes(BACKEND), markdown);
    const json = JSON.parse(await editor.copied("Copy JSON"));
    assert.deepEqual(json.work.map((job) => job.position), [SENIOR]);
    assert.equal(json.meta.faircopy.hidden[0].entry.position, BACKEND);
    await editor.reload();
    await editor.fields.getByText("Left out of exports", { exact: true }).waitFor();
    await editor.chooseFor(editor.entries("Work").last(), "Take into exports again");
    await until(async () => (await editor.fields.getByText("Left out of exports", { exact: true }).count()) === 0, "it is in again");
  });

  test("a section is sorted by date, and moved, and removed", async () => {
    const editor = await pasted(now.editor);
    await editor.entries("Work").first().getByRole("button", { name: "Move down", exact: true }).click();
    await editor.waitForColumn("Work", "Position", [BACKEND, SENIOR]);
    await editor.chooseForSection("Work", "Sort by date, latest first");
    await editor.waitForColumn("Work", "Position", POSITIONS);
    const headings = () => editor.fields.locator("section.section > .section-heading").allTextContents();
    assert.deepEqual((await headings()).slice(0, 3), ["Work", "Education", "Skills"]);
    await editor.chooseForSection("Education", "Move section up");
    await until(async () => (await headings())[0] === "Education", "the section moved");
    assert.match(await editor.copied("Copy Markdown"), /## Education[^]*## Experience/);
    await editor.chooseForSection("Skills", "Remove section");
    await until(async () => (await editor.section("Skills").count()) === 0, "the section is gone");
    await until(() => editor.page.evaluate(() => document.activeElement !== document.body), "something has the focus");
    await editor.button("Undo").click();
    await editor.section("Skills").waitFor();
  });

  test("a menu is worked by keys alone, and Escape gives the focus back", async () => {
    const editor = await pasted(now.editor);
    const { page } = editor;
    const more = editor.entries("Work").first().getByRole("button", { name: "More", exact: true });
    const menu = page.getByRole("menu");
    await more.focus();
    await page.keyboard.press("Enter");
    await until(() => editor.hasFocus(menu.getByRole("menuitem").first()), "the first choice has the focus");
    await page.keyboard.press("ArrowUp");
    await until(() => editor.hasFocus(menu.getByRole("menuitem").last()), "arrows go round");
    await page.keyboard.press("Home");
    await page.keyboard.press("Escape");
    await until(() => editor.hasFocus(more), "the focus is back");
    assert.equal(await menu.count(), 0);
    await page.keyboard.press("Enter");
    await menu.waitFor();
    await page.keyboard.press("d");
    await editor.waitForColumn("Work", "Position", [SENIOR, SENIOR, BACKEND]);
  });

  test("a menu closes when the page is clicked elsewhere", async () => {
    const editor = await pasted(now.editor);
    await editor.entries("Work").first().getByRole("button", { name: "More", exact: true }).click();
    await editor.page.getByRole("menu").waitFor();
    await editor.field(editor.basics, "Name").click();
    await until(async () => (await editor.page.getByRole("menu").count()) === 0, "it is closed");
  });

  for (const options of [{ colorScheme: "light" }, { colorScheme: "dark", viewport: { width: 360, height: 740 } }]) {
    test(`axe finds nothing in an open menu (${options.colorScheme})`, async () => {
      const editor = await pasted(await now.open(options));
      const more = editor.entries("Work").first().getByRole("button", { name: "More", exact: true });
      await editor.chooseFor(editor.entries("Work").last(), "Leave out of exports");
      await more.click();
      await editor.page.getByRole("menu").waitFor();
      await editor.checkAccessibility("with a menu and a hidden entry");
      const boxes = await editor.page.getByRole("menuitem").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
      assert.ok(boxes.every((height) => height >= 24), `targets are 24 px high: ${boxes}`);
      const { x, y, width, height } = await editor.page.getByRole("menu").boundingBox();
      const page = editor.page.viewportSize();
      assert.ok(x >= 0 && y >= 0 && x + width <= page.width && y + height <= page.height, "the menu is on the page");
    });
  }
});

describe("bullets and terms", () => {
  const now = withBrowser();
  const [FIRST, SECOND] = ["Moved 140 services to one deployment pipeline", "Cut the night-time alerts from 60 a week to 4"];

  async function bullets() {
    const editor = await pasted(now.editor);
    const field = editor.field(editor.entries("Work").first(), "Highlights");
    await editor.waitForValue(field, `${FIRST}\n${SECOND}`);
    await field.focus();
    await editor.page.keyboard.press("Control+Home");
    return { editor, field, keys: editor.page.keyboard };
  }

  const highlights = async (editor) => JSON.parse(await editor.copied("Copy JSON")).work[0].highlights;

  test("Enter splits a bullet, and Backspace at its start joins it to the one before", async () => {
    const { editor, field, keys } = await bullets();
    for (let step = 0; step < "Moved 140 services".length; step += 1) await keys.press("ArrowRight");
    await keys.press("Enter");
    assert.deepEqual(await highlights(editor), ["Moved 140 services", "to one deployment pipeline", SECOND]);
    await field.focus();
    await keys.press("Control+Home");
    await keys.press("ArrowDown");
    await keys.press("ArrowDown");
    await keys.press("Home");
    await keys.press("Backspace");
    await keys.type(" ");
    assert.deepEqual(await highlights(editor), ["Moved 140 services", `to one deployment pipeline ${SECOND}`]);
  });

  test("lines that are pasted are bullets, without their marks", async () => {
    const { editor, field, keys } = await bullets();
    await editor.page.evaluate(() => navigator.clipboard.writeText("• Wrote it down\n- Read it out\n\n* Sang it\n"));
    await keys.press("Control+V");
    await editor.button("Undo").focus();
    await editor.waitForValue(field, `Wrote it down\nRead it out\nSang it\n${FIRST}\n${SECOND}`);
    await editor.button("Undo").click();
    await editor.waitForValue(field, `${FIRST}\n${SECOND}`);
  });

  test("Alt and an arrow move a bullet, with the caret in it, and not the entry", async () => {
    const { editor, field, keys } = await bullets();
    await keys.press("Alt+ArrowDown");
    await editor.waitForValue(field, `${SECOND}\n${FIRST}`);
    await keys.press("Alt+ArrowDown");
    assert.deepEqual(await editor.column("Work", "Position"), POSITIONS);
    await keys.type("Quickly: ");
    await editor.waitForValue(field, `${SECOND}\nQuickly: ${FIRST}`);
    await keys.press("Alt+ArrowUp");
    await editor.waitForValue(field, `Quickly: ${FIRST}\n${SECOND}`);
    await keys.press("Control+Z");
    await editor.waitForValue(field, `${SECOND}\nQuickly: ${FIRST}`);
  });

  test("terms are pasted from a list, by commas or by lines, and typed one after the other", async () => {
    const editor = await pasted(now.editor);
    const field = editor.field(editor.entries("Skills").first(), "Keywords");
    await field.fill("");
    await editor.page.evaluate(() => navigator.clipboard.writeText("Rust, Go; AWS (EC2, S3)\nPython"));
    await editor.page.keyboard.press("Control+V");
    await editor.page.keyboard.press("Enter");
    await editor.page.keyboard.type("C");
    assert.equal(await field.inputValue(), "Rust, Go; AWS (EC2, S3)\nPython\nC", "nothing is rewritten while it is typed");
    await until(async () => (await editor.page.locator(".field:focus-within .field-mirror > :nth-child(even)").allTextContents()).join("|") === "Rust|Go|AWS (EC2, S3)|Python|C", "each term is a slip");
    await editor.button("Undo").focus();
    await editor.waitForValue(field, "Rust, Go, AWS (EC2, S3), Python, C");
    assert.deepEqual(JSON.parse(await editor.copied("Copy JSON")).skills[0].keywords, ["Rust", "Go", "AWS (EC2, S3)", "Python", "C"]);
  });

  test("dates are typed in any form and kept at the precision given", async () => {
    const editor = await pasted(now.editor);
    const job = editor.entries("Work").last();
    for (const [typed, kept] of [["Sept 2019", "2019-09"], ["2019", "2019"], ["03/2020", "2020-03"], ["März 2018", "2018-03"], ["2021-02-03", "2021-02-03"]]) {
      const field = editor.field(job, "Start");
      await field.fill(typed);
      assert.equal(await field.inputValue(), typed, "nothing is rewritten while it is typed");
      await editor.field(job, "Position").focus();
      await editor.waitForValue(field, kept);
    }
    const end = editor.field(job, "End");
    await end.fill("today");
    await editor.field(job, "Position").focus();
    await editor.waitForValue(end, "");
    assert.equal(await end.getAttribute("placeholder"), "Present");
    assert.equal("endDate" in JSON.parse(await editor.copied("Copy JSON")).work[1], false);
  });
});
