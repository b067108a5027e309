// Opening and dropping files.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { JSON_RESUME, MARKDOWN, POSITIONS, TYPICAL } from "../lib/resumes.mjs";

const FILES = [
  { file: { name: "resume.txt", type: "text/plain", content: TYPICAL }, who: "Maren Okafor", positions: POSITIONS },
  { file: { name: "resume.md", type: "text/markdown", content: MARKDOWN }, who: "Ines Carvalho", positions: ["Data Analyst"] },
  { file: { name: "resume.json", type: "application/json", content: JSON_RESUME }, who: "Tomas Lind", positions: ["Head Gardener"] },
];
const PICTURE = { name: "photo.png", type: "image/png", content: Buffer.from("89504e470d0a1a0a0000000d49484452ff00fe01", "hex") };

describe("files", () => {
  const now = withBrowser();

  for (const { file, who, positions } of FILES) {
    for (const way of ["choose", "drop"]) {
      test(`${file.name} is read (${way})`, async () => {
        const { editor } = now;
        await editor[way](file);
        await editor.waitForColumn("Work", "Position", positions);
        assert.equal(await editor.field(editor.basics, "Name").inputValue(), who);
        await editor.button("Undo").click();
        await until(async () => (await editor.entries("Work").count()) === 0, "opening a file can be undone");
      });
    }
  }

  for (const way of ["choose", "drop"]) {
    test(`a picture is refused in one sentence and nothing is lost (${way})`, async () => {
      const { editor } = now;
      await editor.paste(TYPICAL);
      await editor.waitForColumn("Work", "Position", POSITIONS);
      await editor[way](PICTURE);
      const said = editor.page.locator('[role="status"], [role="alert"]');
      const explained = async () => (await said.allInnerTexts()).some((text) => /photo\.png|not.*text/i.test(text) && /text|Markdown|JSON/.test(text));
      await until(explained, "a sentence says what was expected");
      assert.equal(await editor.source.inputValue(), TYPICAL);
      assert.deepEqual(await editor.column("Work", "Position"), POSITIONS);
    });
  }
});
