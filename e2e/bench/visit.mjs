// Prints what a first visit downloads, and how long it takes on a slow telephone.

import { chromium } from "playwright-core";
import { FLAGS } from "../lib/browser.mjs";
import { downloads, kilobytes } from "../lib/download.mjs";
import * as places from "../lib/places.mjs";
import { serve } from "../server.mjs";

/// Slow 4G, as Lighthouse has it, and a processor a fourth as fast as the one at hand.
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;
const VISITS = 9;

const server = await serve(places.dist, 0, { compressed: true });
const visits = [];
// The first one only fills the server's memory with what it has compressed.
for (let number = 0; number <= VISITS; number++) {
  const browser = await chromium.launch({ executablePath: places.chromium, args: FLAGS });
  const page = await (await browser.newContext({ viewport: { width: 412, height: 823 } })).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body || document.getElementById("shell") || !document.querySelector("textarea")) return;
      observer.disconnect();
      performance.mark("program");
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(server.origin);
  await page.waitForFunction(() => performance.getEntriesByType("mark").length === 2);
  visits.push(
    await page.evaluate(() => {
      const at = (name) => performance.getEntriesByName(name)[0].startTime;
      return { painted: at("first-contentful-paint"), program: at("program"), sealed: at("sealed") };
    }),
  );
  await browser.close();
}
await server.close();

visits.shift();
const median = (name) => visits.map((visit) => visit[name]).sort((a, b) => a - b)[(VISITS - 1) / 2];
const seconds = (name) => `${(median(name) / 1000).toFixed(2)} s`;
const files = await downloads();
const row = (name, raw, small) => `| ${name} | ${kilobytes(raw)} | ${kilobytes(small)} |`;

console.log(`## A first visit

In Chromium at 1.6 Mbit/s, 150 ms a round trip and a processor made ${SLOWER} times slower, from a server that compresses by brotli: the median of
${VISITS} visits, each by a browser of its own.

| from the start of the visit | time |
|---|---:|
| the sheet is painted, and takes a text | ${seconds("painted")} |
| the program has taken over: a text becomes fields | ${seconds("program")} |
| the page is sealed: nothing comes or goes any more | ${seconds("sealed")} |

| file | as it is | by brotli |
|---|---:|---:|
${files.map(({ name, raw, small }) => row(name, raw, small)).join("\n")}
${row("all", ...["raw", "small"].map((size) => files.reduce((sum, file) => sum + file[size], 0)))}`);
