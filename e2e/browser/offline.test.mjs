// The app without a network, and newer versions of it: each page is of one version as a whole, and what a person did stays.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { launch } from "../lib/browser.mjs";
import { Editor, until } from "../lib/editor.mjs";
import * as places from "../lib/places.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";
import { parts, put } from "../lib/versions.mjs";
import { serve } from "../server.mjs";

/// How often one version takes the place of another; `FAIRCOPY_SWAPS` says how often instead.
const SWAPS = Number(process.env.FAIRCOPY_SWAPS ?? 6);

describe("the app is kept", () => {
  let root, folder, server, browser;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), "faircopy-offline-"));
    // Any folder of a site will do.
    folder = join(root, "some/where");
    mkdirSync(folder, { recursive: true });
    cpSync(places.dist, folder, { recursive: true });
    server = await serve(root);
    browser = await launch(server);
  });
  afterEach(async () => {
    await browser.close();
    rmSync(root, { recursive: true });
  });

  /// Opens the app, and waits until it is kept.
  async function visit() {
    // Without a network, a browser says that it cannot look for a newer version.
    const visit = await browser.open({ heard: (text) => /worker/i.test(text) });
    const editor = await open(visit.page);
    await until(() => visit.page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === "activated"), "the app is kept");
    return { ...visit, editor };
  }

  async function open(page) {
    await page.goto("/some/where/");
    const editor = new Editor(page);
    await editor.source.waitFor();
    return editor;
  }

  const loadIt = (page) => page.getByRole("status").getByRole("link", { name: "Load it" });

  test("the journey goes on when the network is gone, and after a reload without one", async () => {
    const { editor, page, context } = await visit();
    await server.close();
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.reload();
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await editor.field(editor.basics, "Name").fill("Ada Example");
    assert.equal(JSON.parse((await editor.downloaded(() => editor.button("Download JSON").click())).text).basics.name, "Ada Example");
    assert.match(await editor.copied("Copy Markdown"), /^# Ada Example/);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.match(await page.locator(".print").innerText(), /^Ada Example/);

    const other = await open(await context.newPage());
    await other.waitForColumn("Work", "Position", POSITIONS);
    await page.goto("/some/where/recover.html?from=here");
    await page.getByRole("heading", { name: "Ada Example" }).waitFor();
    await page.goto("/some/where/index.html#here");
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await context.close();
  });

  test("what is beside the app comes from the host, and what is not there is not", async () => {
    const { page, context } = await visit();
    writeFileSync(join(folder, "beside.html"), "<!doctype html><title>Beside</title>");
    assert.equal((await page.goto("/some/where/beside.html")).status(), 200);
    assert.equal((await page.goto("/some/where/nothing")).status(), 404);
    await context.close();
  });

  test("one version takes the place of another as a whole, and what was typed last stays", async (t) => {
    const wasm = [put(folder, 0)];
    const { editor, page, context } = await visit();
    assert.deepEqual(await parts(page), ["0", "0", wasm[0]]);
    let typed = "";
    for (let swap = 1; swap <= SWAPS; swap += 1) {
      wasm.push(put(folder, swap));
      await page.reload();
      await editor.source.waitFor();
      // It may be here before the page is.
      const [before] = await parts(page);
      assert.deepEqual(await parts(page), [before, before, wasm[before]]);
      if (before !== String(swap)) {
        await loadIt(page).waitFor();
        await editor.source.press("Control+End");
        await page.keyboard.insertText(`Line ${swap}.\n`);
        typed += `Line ${swap}.\n`;
        await loadIt(page).click();
        await page.waitForFunction((swap) => document.documentElement.dataset.page === swap, String(swap));
        await editor.source.waitFor();
      }
      assert.deepEqual(await parts(page), [String(swap), String(swap), wasm[swap]]);
      assert.equal(await editor.source.inputValue(), typed);
      assert.equal(await loadIt(page).count(), 0);
    }
    const lines = typed.split("\n").length - 1;
    t.diagnostic(`${SWAPS} swaps, ${lines} of them with work that was not saved`);
    assert.ok(lines > SWAPS / 2);
    await server.close();
    await page.reload();
    assert.deepEqual(await parts(page), [String(SWAPS), String(SWAPS), wasm[SWAPS]]);
    const kept = await page.evaluate(() => caches.keys());
    assert.ok(kept.length <= 2, `${kept.length} versions are kept`);
    await context.close();
  });

  test("while a host puts up a version, the one before is used", async () => {
    const wasm = [put(folder, 0)];
    const { editor, page, context } = await visit();
    wasm.push(put(folder, 1, { halfway: true }));
    const asked = server.asked.length;
    await page.reload();
    const given = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).installing === null);
    // The page is not the one that the worker was built with, and is asked for once more, past what the browser has kept.
    const pages = () => server.asked.slice(asked).filter((path) => path === "/some/where/").length;
    await until(async () => pages() === 2 && (await given()), "the worker has given up");
    await page.reload();
    await editor.source.waitFor();
    assert.deepEqual(await parts(page), ["0", "0", wasm[0]]);
    assert.equal((await page.evaluate(() => caches.keys())).length, 1);
    put(folder, 1);
    await page.reload();
    await loadIt(page).click();
    await page.waitForFunction(() => document.documentElement.dataset.page === "1");
    await editor.source.waitFor();
    assert.deepEqual(await parts(page), ["1", "1", wasm[1]]);
    await context.close();
  });

  test("a browser that keeps nothing shows the app as well", async () => {
    const { page, context } = await browser.open();
    await page.addInitScript(() => Object.defineProperty(navigator, "serviceWorker", { value: undefined }));
    const editor = await open(page);
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await page.locator("meta[http-equiv=Content-Security-Policy]").nth(1).waitFor({ state: "attached" });
    await context.close();
  });

  test("the browser finds everything that installing takes", async () => {
    const { page, context } = await visit();
    const client = await context.newCDPSession(page);
    const { url, errors, data } = await client.send("Page.getAppManifest");
    assert.equal(url, `${server.origin}/some/where/faircopy.webmanifest`);
    assert.deepEqual(errors, []);
    const { icons, start_url } = JSON.parse(data);
    assert.equal(new URL(start_url, url).href, `${server.origin}/some/where/`);
    // The context of a test is a private window, where nothing is installed.
    const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId), ["in-incognito"]);
    assert.deepEqual(icons.map(({ sizes, purpose }) => [sizes, purpose]), [["192x192", undefined], ["512x512", undefined], ["512x512", "maskable"]]);
    await context.close();
  });
});
