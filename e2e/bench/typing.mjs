// Types into a résumé of four pages on a slower processor, and prints how long a key takes until the page shows it.

import { loadavg } from "node:os";
import { launch } from "../lib/browser.mjs";
import { Editor } from "../lib/editor.mjs";
import { latency, most, SLOWER, typedInto } from "../lib/latency.mjs";

const LETTERS = 30;

const browser = await launch();
const visits = [];
const open = async (where) => {
  const visit = await browser.open();
  visits.push(visit);
  return where === "the app" ? new Editor(visit.page).visit() : visit;
};
const rows = [];
for (const [name, page, field] of await typedInto(open)) {
  await page.bringToFront();
  rows.push({ name, ...(await latency(page, field, LETTERS)) });
}
for (const visit of visits) await visit.close();
await browser.close();

console.log(`## Typing

In Chromium, with ${LETTERS} letters each, typed into a résumé of four pages on a processor made ${SLOWER} times slower by the browser. A letter typed
into the text is read, and every field is up to date in the same frame. The times until a frame is shown are those of a machine with other
work as well (its load was ${loadavg()[0].toFixed(1)}); how long the page's own thread is busy hardly depends on that. A screen shows a frame each 16.7 ms. The
last two rows say what the browser itself takes.

| typed into | until it is shown, half of the letters | 19 of 20 | busy |
|---|---:|---:|---:|
${rows.map(({ name, taken, busy }) => `| ${name} | ${most(taken, 0.5)} ms | ${most(taken, 0.95)} ms | ${busy.toFixed(0)} ms |`).join("\n")}`);
