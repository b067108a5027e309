// The page on which a person sees for themselves that nothing leaves the tab.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { launch } from "../lib/browser.mjs";
import { Editor, until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import * as places from "../lib/places.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";
import { serve } from "../server.mjs";

/// What is stopped is told in the console.
const heard = (text) => /Content Security Policy|Trusted|violates|Fetch API cannot load|Refused/.test(text);

/// Opens the proof from the status line, as a person does.
async function proof({ page }, name = "How do I know?") {
  const [opened] = await Promise.all([page.waitForEvent("popup"), page.getByRole("link", { name, exact: true }).click()]);
  await opened.getByRole("heading", { level: 1 }).waitFor();
  return opened;
}

async function tryEveryWay(page, button = "Try every way") {
  await page.getByRole("button", { name: button }).click();
  const told = page.locator("#told");
  await until(async () => (await told.innerText()) !== "", "every way was tried", 90_000);
  const ways = await page.locator("#ways tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  return { told: await told.innerText(), ways };
}

describe("the proof", () => {
  const now = withBrowser({ heard });

  test("it counts what the tab asks for, while a person works there", async () => {
    const { editor } = now;
    const page = await proof(editor);
    await until(async () => (await page.locator("#count").innerText()) === "0", "nothing is asked for since the tab was sealed");
    await editor.page.bringToFront();
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.downloaded(() => editor.button("Download JSON").click());
    await page.bringToFront();
    await page.waitForFunction(() => document.querySelectorAll("#requests tr").length === 3);
    const asked = await page.locator("#requests tr").allInnerTexts();
    assert.deepEqual(asked.map((row) => row.replace(/.*(\.\/|\.js|\.wasm)\t.*, /, "$1 ")).sort(), ["./ while loading", ".js while loading", ".wasm while loading"]);
    assert.equal(await page.locator("#count").innerText(), "0");
    assert.equal(await page.locator("#policies pre").count(), 2);
    assert.deepEqual((await page.locator("#files").innerText()).replaceAll(/-\w{16}/g, "").split("\n").sort(), ["app.js", "app.wasm"]);
    assert.equal(await page.locator("#alone").isVisible(), false);
    await new Editor(page).checkAccessibility("on the proof");
  });

  test("every way out is stopped, and the tab is as it was", async () => {
    // What is stopped is a request that failed, which is what is wanted.
    const { page: tab, context } = await now.browser.open();
    const editor = await new Editor(tab).visit();
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    const page = await proof(editor);
    const { told, ways } = await tryEveryWay(page);
    assert.deepEqual(ways.filter(([, what]) => !/^(stopped by [\w-]+|taken away|refused)/.test(what)), []);
    assert.equal(told, "All 20 ways were stopped.");
    assert.deepEqual(ways.filter(([name]) => ["fetch", "Picture", "Call to another computer (WebRTC)", "Going elsewhere by itself"].includes(name)), [
      ["fetch", "stopped by connect-src"],
      ["Picture", "stopped by img-src"],
      ["Call to another computer (WebRTC)", "taken away"],
      ["Going elsewhere by itself", "refused (AbortError)"],
    ]);
    await new Editor(page).checkAccessibility("on the proof after the attempts");
    assert.deepEqual(await editor.column("Work", "Position"), POSITIONS);
    assert.equal(await editor.page.locator("#broken").isVisible(), false);
    // The browser lists what it was asked for, and nothing of that is among it.
    assert.equal(await page.locator("#count").innerText(), "0");
    await context.close();
  });

  test("it speaks German, and fits a small screen in the dark", async () => {
    const visit = await now.browser.open({ locale: "de", colorScheme: "dark", viewport: { width: 360, height: 740 } });
    now.visits.push(visit);
    await visit.page.goto("/");
    const page = await proof(visit, "Woher weiß ich das?");
    await page.getByRole("heading", { name: "Was das nicht abdeckt" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "de");
    assert.doesNotMatch(await page.locator("main").innerText(), /\b(the|with|nothing)\b/);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await new Editor(page).checkAccessibility("on the German proof");
  });

  test("alone, it says so, and tells of itself", async () => {
    const page = await now.visit.context.newPage();
    await page.goto("/proof.html");
    await page.getByText("The tab of Faircopy is not there.").waitFor();
    assert.equal(await page.locator("#policies pre").count(), 1);
    const { told, ways } = await tryEveryWay(page);
    assert.deepEqual(ways.filter(([, what]) => what === "not stopped"), []);
    assert.match(told, /were stopped/);
  });
});

test("where nothing is sealed, the proof says what is not stopped", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "faircopy-open-"));
  cpSync(places.dist, folder, { recursive: true });
  writeFileSync(join(folder, "_headers"), "");
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const bare = page.replace(/<meta http-equiv=Content-Security-Policy [^>]*>/, "").replace(/(?<=<script>)\{[^]*?(?=const program)/, "").replace(/content="default-src[^"]*"/, 'content=""');
  assert.ok(bare.length < page.length - 1_000);
  writeFileSync(join(folder, "index.html"), bare);
  const browser = await launch(await serve(folder));
  t.after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  const { page: tab } = await browser.open();
  const opened = await proof(await new Editor(tab).visit());
  const { told, ways } = await tryEveryWay(opened);
  assert.match(told, /^\d+ of 20 ways were not stopped/);
  for (const way of ["fetch", "Picture", "Font", "WebSocket", "New window", "Call to another computer (WebRTC)"]) {
    assert.deepEqual(ways.find(([name]) => name === way), [way, "not stopped"]);
  }
});
