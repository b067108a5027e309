// Ending pages and browsers while someone types, and looking at what is left: for the tests, and by the hundred for the figures.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { FLAGS } from "./browser.mjs";
import { Editor, until } from "./editor.mjs";
import * as places from "./places.mjs";
import { serve } from "../server.mjs";

/// Closes a page `count` times right after a key was pressed, by turns of the tab and by going elsewhere. Gives how many letters were lost.
export async function closes(context, count, page) {
  let typed = "";
  let lost = 0;
  for (let close = 0; close < count; close += 1) {
    const more = `Line ${close}. `;
    await new Editor(page).source.press("Control+End");
    await page.keyboard.insertText(more);
    typed += more;
    const next = await context.newPage();
    const closed = page.waitForEvent("close");
    if (close % 2) await page.goto("about:blank");
    await page.close({ runBeforeUnload: true });
    await closed;
    page = next;
    const kept = await (await new Editor(page).visit()).source.inputValue();
    lost += typed.length - kept.length;
    typed = kept;
    if (typed.length > 4_000) {
      await new Editor(page).source.fill("");
      typed = "";
    }
  }
  return lost;
}

/// Kills a browser `count` times while someone types a word every few milliseconds. Gives, for each, how many milliseconds of typing
/// were lost.
export async function kills(count) {
  const server = await serve(places.dist);
  const folder = await mkdtemp(join(tmpdir(), "faircopy-kills-"));
  const lost = [];
  let browser = await start(folder, server.origin);
  try {
    for (let kill = 0; kill < count; kill += 1) {
      const { page, source } = browser;
      await source.press("Control+End");
      const words = [];
      const started = Date.now();
      // The moments are spread over what happens between two savings.
      const end = started + 600 + ((kill * 137) % 1_000);
      while (Date.now() < end) {
        words.push({ word: `w${kill}x${words.length}`, at: Date.now() });
        await page.keyboard.insertText(`${words.at(-1).word} `);
      }
      const killed = Date.now();
      await browser.kill();
      browser = await start(folder, server.origin);
      const kept = new Set((await browser.source.inputValue()).split(/\s+/));
      const first = words.find(({ word }) => !kept.has(word));
      lost.push(first ? killed - first.at : 0);
      if (kill % 20 === 19) await browser.source.fill("");
    }
  } finally {
    await browser.kill();
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return lost;
}

/// A browser with its own folder, which is there again after it was killed.
async function start(folder, origin) {
  for (const lock of ["SingletonLock", "SingletonCookie", "SingletonSocket", "DevToolsActivePort"]) await rm(join(folder, lock), { force: true });
  const program = spawn(places.chromium, [...FLAGS, "--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"], {
    detached: true,
    stdio: "ignore",
  });
  const gone = new Promise((gone) => program.once("exit", gone));
  let port;
  await until(async () => (port = (await readFile(join(folder, "DevToolsActivePort"), "utf8").catch(() => "")).split("\n")[0]) !== "", "the browser is there", 30_000);
  const client = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await client.contexts()[0].newPage();
  await page.goto(origin);
  const editor = new Editor(page);
  await editor.started();
  return {
    page,
    source: editor.source,
    kill: async () => {
      process.kill(-program.pid, "SIGKILL");
      await gone;
      await client.close().catch(() => assert.ok(program.signalCode, "the browser was killed"));
    },
  };
}
