// Prints how long reading takes in Node and in Chromium, by the functions that the widget's package gives to scripts.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "../lib/browser.mjs";
import * as places from "../lib/places.mjs";
import { serve } from "../server.mjs";

const TEXT = readFileSync(join(places.root, "corpus/shared/02-linkedin-web/input.txt"), "utf8");
/// Browsers tell the time in steps of a tenth of a millisecond, so that a few readings are timed together.
const TOGETHER = 20;
const TIMES = 41;

/// How many microseconds a reading takes, as the median of many; those before it was compiled well are not counted.
async function median(address, text, together, times) {
  const { parse } = await import(address);
  const taken = [];
  for (let round = 0; round < 2 * times; round += 1) {
    const start = performance.now();
    for (let at = 0; at < together; at += 1) await parse(text);
    taken.push((performance.now() - start) / together);
  }
  return Math.round(taken.slice(times).sort((a, b) => a - b)[(times - 1) / 2] * 1_000);
}

const node = await median(pathToFileURL(join(places.widget, "faircopy.js")).href, TEXT, TOGETHER, TIMES);

const browser = await launch(await serve(places.widget));
const { page, context } = await browser.open();
await page.goto("/integrity.json");
const chromium = await page.evaluate(`(${median})("/faircopy.js", ${JSON.stringify(TEXT)}, ${TOGETHER}, ${TIMES})`);
await context.close();
await browser.close();

console.log(`## Reading by a script

The same résumé of 4 KB, by \`parse\` of the widget's package, which gives it as an object: medians of ${TIMES} times ${TOGETHER} readings.

| in | time |
|---|---:|
| Node ${process.versions.node} | ${node} µs |
| Chromium | ${chromium} µs |`);
