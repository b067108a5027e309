// Pasting a newer text over an edited résumé: edits stay where the text did not change, and where both did it is a choice.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";

/// The text as its author has gone on with it since.
const NEWER = TYPICAL.replace("Platform engineer", "Platform architect")
  .replace("Backend Developer", "Backend Engineer")
  .replace("from 60 a week to 4", "from 60 a week to 3")
  .replace("+49 30 5550 1234", "+49 30 5550 9999");
const WRITTEN = { headline: "Builder of platforms", bullet: "Cut the alerts at night from 60 a week to 4" };

describe("pasting again", () => {
  const now = withBrowser();

  /// An edited résumé with the newer text pasted over it.
  async function pastedAgain() {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    const checked = await editor.toCheck();
    await editor.field(editor.basics, "Headline").fill(WRITTEN.headline);
    await editor.field(editor.basics, "Summary").fill("Makes platforms.");
    const bullets = editor.field(editor.entries("Work").first(), "Highlights");
    await bullets.fill((await bullets.inputValue()).replace(/^Cut.*$/m, WRITTEN.bullet));
    await editor.paste(NEWER);
    await editor.waitForColumn("Work", "Position", [POSITIONS[0], "Backend Engineer"]);
    return { editor, bullets, headline: editor.field(editor.basics, "Headline"), checked };
  }

  test("keeps what was edited, takes what is new, and says where both changed", async () => {
    const { editor, bullets, headline } = await pastedAgain();
    assert.equal(await headline.inputValue(), WRITTEN.headline);
    assert.equal(await editor.field(editor.basics, "Summary").inputValue(), "Makes platforms.");
    assert.equal(await editor.field(editor.basics, "Phone").inputValue(), "+49 30 5550 9999");
    assert.match(await bullets.inputValue(), new RegExp(WRITTEN.bullet));
    await editor.status.getByText("In 2 places that you changed the text now says otherwise. F8 leads to them.").waitFor();
    await editor.page.getByText("The text now says: Platform architect", { exact: true }).waitFor({ state: "attached" });
    await headline.focus();
    await editor.checkAccessibility("where the text says otherwise");
  });

  test("the text's is taken by one click, which is undone like any other, also after a reload", async () => {
    const { editor, bullets, headline } = await pastedAgain();
    await editor.page.keyboard.press("F8");
    await until(() => editor.hasFocus(headline), "the first place that differs has the focus");
    const before = await editor.toCheck();
    const take = () => editor.page.locator(".field:has(:focus)").getByRole("button", { name: "Take the text's", exact: true });
    await take().click();
    await editor.waitForValue(headline, "Platform architect");
    await until(() => editor.hasFocus(bullets), "the next place that differs has the focus");
    assert.equal(await editor.toCheck(), before - 1);
    await take().click();
    await until(async () => /from 60 a week to 3$/.test(await bullets.inputValue()), "the bullet is the text's");
    assert.match(await bullets.inputValue(), /^Moved 140 services/);
    await editor.page.getByText(/^Saved/).waitFor();
    await editor.button("Undo").click();
    await editor.button("Undo").click();
    await editor.waitForValue(headline, WRITTEN.headline);
    assert.match(await bullets.inputValue(), new RegExp(WRITTEN.bullet));
    assert.equal(await editor.toCheck(), before);
    await editor.reload();
    assert.equal(await editor.toCheck(), before);
    await editor.button("Redo").click();
    await editor.waitForValue(headline, "Platform architect");
  });

  test("what was written is kept by one click, and not asked for again", async () => {
    const { editor, headline, bullets } = await pastedAgain();
    const before = await editor.toCheck();
    await editor.page.keyboard.press("F8");
    await until(() => editor.hasFocus(headline), "the first place that differs has the focus");
    const keep = editor.page.getByRole("button", { name: "Keep what I wrote", exact: true });
    await keep.filter({ visible: true }).first().click();
    await until(() => editor.hasFocus(bullets), "the next place that differs has the focus");
    await keep.filter({ visible: true }).first().click();
    await until(async () => (await editor.toCheck()) === before - 2, "both are settled");
    assert.equal(await headline.inputValue(), WRITTEN.headline);
    await editor.paste(NEWER.replace("Taught the warehouse", "Trained the warehouse"));
    const later = editor.field(editor.entries("Work").nth(1), "Highlights");
    await until(async () => /Trained the warehouse/.test(await later.inputValue()), "the newest text is there");
    assert.equal(await headline.inputValue(), WRITTEN.headline);
    assert.equal(await editor.page.getByText(/^The text now says/).count(), 0);
  });

  test("undo takes the whole paste back", async () => {
    const { editor, headline } = await pastedAgain();
    await editor.button("Undo").click();
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.waitForValue(editor.source, TYPICAL);
    assert.equal(await headline.inputValue(), WRITTEN.headline);
    assert.equal(await editor.page.getByText(/^The text now says/).count(), 0);
  });
});
