// The main job, end to end: paste, see fields, put them right, take the résumé away.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Editor, until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { FOUR_PAGES, ORGANIZATIONS, POSITIONS, TYPICAL } from "../lib/resumes.mjs";

describe("the journey", () => {
  const now = withBrowser();

  test("a pasted text becomes fields", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.waitForColumn("Work", "Organization", ORGANIZATIONS);
    assert.equal(await editor.field(editor.basics, "Name").inputValue(), "Maren Okafor");
    assert.equal(await editor.field(editor.basics, "Email").inputValue(), "maren.okafor@example.org");
    assert.deepEqual(await editor.column("Education", "Institution"), ["Technical University of Berlin"]);
    const first = editor.entries("Work").first();
    assert.match(await editor.field(first, "Highlights").inputValue(), /^Moved 140 services.*\nCut the night-time alerts/);
    assert.match(await editor.section("Skills").locator("textarea").last().inputValue(), /Kubernetes/);
  });

  test("whoever pastes sees the start of both sides", async () => {
    const { editor, visit } = now;
    await visit.page.setViewportSize({ width: 1280, height: 500 });
    await editor.paste(TYPICAL.trimEnd());
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await visit.page.keyboard.press("Shift");
    for (const side of [".fields", ".source"]) assert.equal(await visit.page.locator(side).evaluate((pane) => pane.scrollTop), 0);
    await visit.page.keyboard.press("ArrowUp");
    await until(() => visit.page.locator(".fields").evaluate((pane) => pane.scrollTop > 0), "a move of the caret is followed");
  });

  /// A page whose program comes when it is asked for, and which keeps none for the next time.
  async function slow(options) {
    const heard = (said) => said.includes("Service Worker registration blocked");
    const visit = await now.browser.open({ serviceWorkers: "block", heard, ...options });
    now.visits.push(visit);
    let come;
    const held = new Promise((resolve) => (come = resolve));
    const hold = () => visit.page.route("**/*.wasm", (route) => held.then(() => route.continue()));
    return { editor: new Editor(visit.page), visit, hold, come };
  }

  test("what is pasted before the program is there is read when it comes", async () => {
    const { editor, visit, hold, come } = await slow();
    await hold();
    await visit.page.goto("/", { waitUntil: "commit" });
    const hint = () => visit.page.locator(".source-empty").filter({ visible: true }).innerText();
    const first = await hint();
    await editor.paste(TYPICAL);
    assert.equal(await visit.page.locator("#shell").count(), 1, "the program is not there yet");
    await visit.page.keyboard.press("Home");
    const caret = () => editor.source.evaluate((area) => [document.activeElement === area, area.selectionStart]);
    const before = await caret();
    come();
    await editor.started();
    await editor.waitForColumn("Work", "Position", POSITIONS);
    assert.equal(await editor.source.inputValue(), TYPICAL);
    assert.deepEqual(await caret(), before, "the caret is where it was");
    await editor.button("Undo").click();
    await until(async () => (await editor.source.inputValue()) === "", "undo takes it away");
    assert.equal(await hint(), first, "the page and the program say the same");
  });

  test("the program makes its page under the sheet, what frames it, the panes and the giving way in a task each", async () => {
    const { editor, visit } = await slow();
    await visit.page.addInitScript(() => {
      // What observes changes is told when the task that made them ends.
      const stage = () => [document.getElementById("shell") !== null, document.querySelectorAll(".page").length, document.querySelectorAll(".main").length].join();
      window.stages = ["true,1,1"];
      const tell = () => stage() !== window.stages.at(-1) && window.stages.push(stage());
      document.addEventListener("DOMContentLoaded", () => new MutationObserver(tell).observe(document.body, { childList: true, subtree: true }));
    });
    await editor.visit();
    assert.deepEqual(await visit.page.evaluate(() => window.stages), ["true,1,1", "true,2,1", "true,2,2", "false,1,1"]);
  });

  for (const [locale, width] of [["en-GB", 360], ["en-GB", 900], ["de-DE", 900], ["en-GB", 1280]]) {
    test(`the sheet stays where it is when the program comes: ${locale}, ${width} px`, async () => {
      const { visit, hold, come } = await slow({ locale, viewport: { width, height: 700 } });
      const top = async () => (await visit.page.locator(".main").boundingBox()).y;
      await hold();
      await visit.page.goto("/", { waitUntil: "commit" });
      const before = await top();
      come();
      await visit.page.locator("body:not(:has(#shell))").waitFor({ state: "attached" });
      assert.equal(await top(), before);
    });
  }

  test("without scripts the page says what it needs, over the sheet", async () => {
    const { page, context } = await now.browser.open({ javaScriptEnabled: false });
    await page.goto("/");
    const said = page.locator("noscript");
    const { x, y, width, height } = await said.boundingBox();
    assert.ok(await said.evaluate((said, at) => said.contains(document.elementFromPoint(...at)), [x + width / 2, y + height / 2]));
    // The scripts that were not run count as failed.
    await context.close();
  });

  test("whoever has a draft sees no empty sheet before it comes", async () => {
    const { editor, visit, hold, come } = await slow();
    await editor.visit();
    await editor.paste(TYPICAL);
    await visit.page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await hold();
    await visit.page.reload({ waitUntil: "commit" });
    await visit.page.locator("#shell h1").waitFor();
    await visit.page.waitForFunction(() => document.readyState !== "loading");
    assert.equal(await visit.page.locator(".source-sheet").count(), 0);
    come();
    await editor.waitForColumn("Work", "Position", POSITIONS);
  });

  test("whoever comes back sees the start of the text", async () => {
    const { editor } = now;
    await editor.paste(FOUR_PAGES);
    await editor.page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await editor.reload();
    await until(async () => (await editor.source.inputValue()) === FOUR_PAGES, "the text is there");
    const top = await editor.page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      return document.querySelector(".source").scrollTop;
    });
    assert.equal(top, 0);
  });

  test("typing is read without a button", async () => {
    const { editor } = now;
    await editor.source.focus();
    await editor.page.keyboard.type("Ada Example\nada@example.org\n");
    await editor.waitForValue(editor.field(editor.basics, "Email"), "ada@example.org");
  });

  test("edits are undone and redone, by button and by key", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    const position = editor.field(editor.entries("Work").first(), "Position");
    await position.fill("Principal Engineer");
    await editor.button("Undo").click();
    await editor.waitForValue(position, POSITIONS[0]);
    await editor.button("Redo").click();
    await editor.waitForValue(position, "Principal Engineer");
    await position.press("Control+Z");
    await editor.waitForValue(position, POSITIONS[0]);
    await position.press("Control+Shift+Z");
    await editor.waitForValue(position, "Principal Engineer");
  });

  test("Markdown and JSON carry the edits, copied and downloaded", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.field(editor.entries("Work").first(), "Position").fill("Principal Engineer");
    await editor.field(editor.basics, "Name").fill("Maren A. Okafor");

    const markdown = await editor.downloaded(() => editor.button("Download Markdown").click());
    assert.match(markdown.name, /\.md$/);
    assert.match(markdown.text, /^# Maren A\. Okafor\n/);
    assert.match(markdown.text, /^### Principal Engineer/m);
    assert.equal(await editor.copied("Copy Markdown"), markdown.text);

    const json = await editor.downloaded(() => editor.button("Download JSON").click());
    assert.match(json.name, /\.json$/);
    const resume = JSON.parse(json.text);
    assert.equal(resume.basics.name, "Maren A. Okafor");
    assert.equal(resume.work[0].position, "Principal Engineer");
    assert.equal(resume.work[1].name, ORGANIZATIONS[1]);
    assert.equal(await editor.copied("Copy JSON"), json.text);
  });

  test("the draft is there after a reload, and so is undo", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    const position = editor.field(editor.entries("Work").first(), "Position");
    await position.fill("Principal Engineer");
    await editor.reload();
    await editor.waitForValue(position, "Principal Engineer");
    assert.equal(await editor.source.inputValue(), TYPICAL);
    await editor.button("Undo").click();
    await editor.waitForValue(position, POSITIONS[0]);
  });

  test("loading the sample and clearing can be undone", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.button("Load sample").click();
    await until(async () => (await editor.source.inputValue()) !== TYPICAL, "the sample takes the text's place");
    await until(async () => (await editor.entries("Work").count()) >= 1, "the sample has jobs");
    const sample = await editor.source.inputValue();
    await editor.button("Undo").click();
    await editor.waitForValue(editor.source, TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);

    await editor.button("Clear").click();
    await editor.waitForValue(editor.source, "");
    assert.equal(await editor.entries("Work").count(), 0);
    await editor.button("Undo").click();
    await editor.waitForValue(editor.source, TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    assert.notEqual(sample, "");
  });

  test("nothing is sent once the page is there", async () => {
    const { editor, visit } = now;
    await editor.page.waitForLoadState("networkidle");
    const loaded = visit.requests.length;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.field(editor.basics, "Name").fill("Someone Else");
    await editor.downloaded(() => editor.button("Download JSON").click());
    await editor.copied("Copy Markdown");
    const sent = visit.requests.slice(loaded).filter((url) => !["blob:", "data:"].includes(url.protocol));
    assert.deepEqual(sent.map(String), []);
  });
});
