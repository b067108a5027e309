// Prints what an hour of editing leaves behind in memory.

import { launch } from "../lib/browser.mjs";
import { Editor, until } from "../lib/editor.mjs";
import { FOUR_PAGES, JOBS } from "../lib/resumes.mjs";

/// As many letters as somebody types in an hour who types four a second.
const LETTERS = 14_400;
/// As many go into one field before the next, and are deleted again.
const STRETCH = 40;

const browser = await launch();
const visit = await browser.open();
const { page } = visit;
// The program's memory, as the browser gives it to the script that starts it.
await page.addInitScript(() => {
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await start(...given);
    window.programMemory = Object.values(made.instance.exports).find((given) => given instanceof WebAssembly.Memory);
    return made;
  };
});
const editor = await new Editor(page).visit();
await editor.paste(FOUR_PAGES);
await until(async () => (await editor.entries("Work").count()) === JOBS, "all jobs are there");
const session = await page.context().newCDPSession(page);
await session.send("Performance.enable");

async function memory() {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  return { heap, program: await page.evaluate(() => window.programMemory.buffer.byteLength) };
}

async function edit(stretches) {
  for (let at = 0; at < stretches; at += 1) {
    await editor.field(editor.entries("Work").nth(at % JOBS), ["Position", "Highlights", "Organization"][at % 3]).focus();
    await page.keyboard.press("End");
    for (let letter = 0; letter < STRETCH; letter += 1) await page.keyboard.press("abcdefgh "[letter % 9]);
    for (let letter = 0; letter < STRETCH; letter += 1) await page.keyboard.press("Backspace");
  }
}

// What is made once, such as compiled code and the first thousand steps of the history, is there after a tenth of it.
const stretches = LETTERS / STRETCH / 2;
await edit(stretches / 10);
const before = await memory();
await edit((stretches * 9) / 10);
const after = await memory();
await visit.close();
await browser.close();

const row = (name, what) => `| ${name} | ${(before[what] / 1e6).toFixed(1)} MB | ${(after[what] / 1e6).toFixed(1)} MB | ${(after[what] / before[what]).toFixed(2)} |`;
console.log(`## An hour of editing

${LETTERS.toLocaleString("en")} keys in a résumé of four pages, in one field after the other; what is there after a tenth of them, and at the end.

| memory | after 6 minutes | after an hour | ratio |
|---|---:|---:|---:|
${row("of scripts, after what nobody needs was collected", "heap")}
${row("of the program, which it never gives back", "program")}`);
