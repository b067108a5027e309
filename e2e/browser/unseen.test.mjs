// Characters that nobody sees stand marked where they are, in the source and in fields, and none is dropped without a word.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { UNSEEN } from "../lib/payloads.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";

/// The characters that stay in a value: those that change directions, and joiners. The others are taken off, which is a repair.
const KEPT = /[\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]/;

describe("what nobody sees", () => {
  const now = withBrowser();

  const marks = (place) => now.editor.page.locator(place).locator("i").evaluateAll((marks) => marks.map((mark) => mark.textContent));

  test("is marked in the source and in fields, and told", async () => {
    const { editor } = now;
    const text = TYPICAL.replace("deployment", `deploy${UNSEEN.join("x")}ment`);
    await editor.paste(text);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    assert.equal(await editor.source.inputValue(), text);
    assert.deepEqual(await marks(".source-mirror"), UNSEEN);
    const widths = await editor.page.locator(".source-mirror i").evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().width));
    assert.deepEqual(new Set(widths), new Set([0]), "marks take no room");
    const highlights = await editor.field(editor.entries("Work").first(), "Highlights").inputValue();
    const kept = UNSEEN.filter((c) => KEPT.test(c));
    assert.ok(highlights.includes(`deploy${UNSEEN.map((c) => (KEPT.test(c) ? c : "")).join("x")}ment`), JSON.stringify(highlights));
    assert.deepEqual(await marks(".field-mirror"), kept);
    await editor.unplaced.getByRole("button", { name: "Marks show unseen characters." }).waitFor();
  });

  test("is told no more where it is gone", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL.replace("Rust", "Ru\u200bst"));
    const note = editor.page.getByText("Marks show unseen characters.");
    await note.waitFor();
    await editor.paste(TYPICAL.replace("Rust", "👩\u200d💻"));
    await until(async () => (await note.count()) === 0, "the note is gone");
    assert.deepEqual(await marks(".source-mirror"), []);
  });
});
