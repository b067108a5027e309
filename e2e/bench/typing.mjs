// Types into a résumé of four pages on a slower processor, and prints how long a key takes until the page shows it.

import { loadavg } from "node:os";
import { launch } from "../lib/browser.mjs";
import { Editor } from "../lib/editor.mjs";
import { FIELDS, followed, latency, most, SLOWER, typedInto } from "../lib/latency.mjs";

const LETTERS = 30;

const browser = await launch();
const visits = [];
const open = async () => {
  const visit = await browser.open();
  visits.push(visit);
  return visit;
};
const editor = await new Editor((await open()).page).visit();
const rows = [];
for (const [name, page, field] of await typedInto(open, editor)) {
  await page.bringToFront();
  rows.push({ name, ...(await latency(page, field, LETTERS)) });
}
const inFields = rows.slice(0, FIELDS.length);
rows.unshift({
  name: "any of the five fields below",
  taken: inFields.flatMap(({ taken }) => taken),
  busy: inFields.reduce((sum, { busy }) => sum + busy, 0) / inFields.length,
});
await editor.page.bringToFront();
const fields = await followed(editor, LETTERS);
for (const visit of visits) await visit.close();
await browser.close();

console.log(`## Typing

In Chromium, with ${LETTERS} letters each, typed into a résumé of four pages on a processor made ${SLOWER} times slower by the browser. A letter typed
into the text is shown first where reading takes longer than a frame, as here; the text is read, and every field brought up to date, when
the typing pauses. A field then says it ${most(fields, 0.5)} ms after the key, and 19 times of 20 after ${most(fields, 0.95)} ms at most. The times until a frame is
shown are those of a machine with other work as well (its load was ${loadavg()[0].toFixed(1)}); how long the page's own thread is busy hardly depends on that. A
screen shows a frame each 16.7 ms. The last two rows say what the browser itself takes.

| typed into | until it is shown, half of the letters | 19 of 20 | busy |
|---|---:|---:|---:|
${rows.map(({ name, taken, busy }) => `| ${name} | ${most(taken, 0.5)} ms | ${most(taken, 0.95)} ms | ${busy.toFixed(0)} ms |`).join("\n")}`);
