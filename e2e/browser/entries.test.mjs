// Adding, removing and moving entries, and the way between fields and their source.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { ORGANIZATIONS, POSITIONS, TYPICAL } from "../lib/resumes.mjs";

const [SENIOR, BACKEND] = POSITIONS;

describe("entries", () => {
  const now = withBrowser();

  async function pasted() {
    await now.editor.paste(TYPICAL);
    await now.editor.waitForColumn("Work", "Position", POSITIONS);
    return now.editor;
  }

  test("moving up and down keeps the focus on the entry and can be undone", async () => {
    const editor = await pasted();
    const inEntry = (at, name) => editor.entries("Work").nth(at).getByRole("button", { name, exact: true });
    await inEntry(0, "Move down").click();
    await editor.waitForColumn("Work", "Position", [BACKEND, SENIOR]);
    const focused = () => editor.entries("Work").nth(1).evaluate((entry) => entry.contains(document.activeElement));
    await until(focused, "the focus is in the entry that moved");
    await inEntry(1, "Move up").click();
    await editor.waitForColumn("Work", "Position", [SENIOR, BACKEND]);
    await editor.button("Undo").click();
    await editor.waitForColumn("Work", "Position", [BACKEND, SENIOR]);
    assert.deepEqual(await editor.column("Work", "Organization"), [...ORGANIZATIONS].reverse(), "an entry moves as a whole");
  });

  test("an entry is removed, and undo brings it back where it was", async () => {
    const editor = await pasted();
    await editor.entries("Work").first().getByRole("button", { name: "Remove", exact: true }).click();
    await editor.waitForColumn("Work", "Position", [BACKEND]);
    await editor.button("Undo").click();
    await editor.waitForColumn("Work", "Position", POSITIONS);
  });

  test("an entry is added, filled in and exported", async () => {
    const editor = await pasted();
    await editor.section("Work").getByRole("button", { name: /^Add/ }).last().click();
    await until(async () => (await editor.entries("Work").count()) === 3, "there is a third job");
    await editor.field(editor.entries("Work").last(), "Position").fill("Intern");
    await editor.field(editor.entries("Work").last(), "Start").fill("2016-05");
    const json = JSON.parse(await editor.copied("Copy JSON"));
    assert.equal(json.work.at(-1).position, "Intern");
    assert.equal(json.work.at(-1).startDate, "2016-05");
  });

  test("what happened is said in the status region", async () => {
    const editor = await pasted();
    await editor.entries("Work").first().getByRole("button", { name: "Move down", exact: true }).click();
    await until(async () => /2/.test((await editor.status.allInnerTexts()).join(" ")), "the new place is told");
  });
});

describe("fields and their source", () => {
  const now = withBrowser();
  const lit = () => now.editor.page.locator("mark.is-lit").allTextContents();

  test("focusing a field marks its source", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.field(editor.entries("Work").last(), "Position").focus();
    await until(async () => (await lit()).join() === BACKEND, "the position is marked in the source");
    await editor.field(editor.entries("Work").last(), "Organization").focus();
    await until(async () => (await lit()).join() === ORGANIZATIONS[1], "the organization is marked in the source");
  });

  test("pointing at the source marks the field", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    const box = await editor.page.locator("mark", { hasText: BACKEND }).boundingBox();
    await editor.page.mouse.move(box.x + 10, box.y + box.height / 2);
    await until(async () => (await lit()).includes(BACKEND), "the stretch under the pointer is marked");
    const marked = editor.fields.locator(".is-lit").getByRole("textbox");
    await until(async () => (await marked.count()) === 1 && (await marked.inputValue()) === BACKEND, "its field is marked");
  });

  test("lines in no field are in the tray and lead to the source", async () => {
    const { editor } = now;
    const line = "Qwx zzkt 7743 ##";
    await editor.paste(`${TYPICAL}\n\n${line}\n`);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await until(async () => (await editor.shown()).includes("zzkt"), "the line is shown");
    if (!(await editor.unplaced.innerText()).includes("zzkt")) return;
    await editor.unplaced.getByRole("button", { name: /zzkt/ }).focus();
    await until(async () => (await lit()).join().includes("zzkt"), "the line is marked in the source");
  });
});
