// Kills browsers and closes pages by the hundred while someone types, makes edits at random and takes them back, and writes what was lost
// to figures.md: `node endure.mjs KILLS CLOSES EDITS`.

import { writeFile } from "node:fs/promises";
import { launch } from "./lib/browser.mjs";
import { Editor } from "./lib/editor.mjs";
import { closes, kills } from "./lib/ends.mjs";
import { thereAndBack } from "./lib/random.mjs";

/// The most typing that may be lost, in milliseconds.
const MOST = 1_000;

const [killCount, closeCount, editCount] = process.argv.slice(2).map(Number);
const browser = await launch();

const undone = [];
for (const reloads of [false, true]) {
  const visit = await browser.open();
  const { first, last, back, again, steps } = await thereAndBack(await new Editor(visit.page).visit(), editCount, 3, reloads);
  const way = reloads ? "the page is loaded anew half way there and half way back" : "the page stays";
  undone.push({ way, steps, same: back === first && again === last });
  console.log(`    ${editCount} edits were ${steps} steps, ${undone.at(-1).same ? "taken back byte for byte" : "NOT taken back"}; ${way}`);
  await visit.close();
}

const visit = await browser.open();
await new Editor(visit.page).visit();
const letters = await closes(visit.context, closeCount, visit.page);
await visit.context.close();
await browser.close();

const lost = (await kills(killCount)).sort((a, b) => a - b);
const at = (part) => `${lost[Math.min(lost.length - 1, Math.floor(lost.length * part))]} ms`;

const figures = `# What is lost

Measured on ${new Date().toISOString().slice(0, 10)} by \`cargo xtask endure\`, in Chromium, while a word is typed every few milliseconds.

| the browser is killed ${killCount} times | typing lost |
|---|---|
| half of the times, at most | ${at(0.5)} |
| nine times in ten, at most | ${at(0.9)} |
| always, at most | ${at(1)} |

Of what was typed before a tab was closed or went elsewhere, ${closeCount} times, ${letters} letters were lost.

| ${editCount} edits at random, by the page's own controls | steps | taken back to the first document and made again |
|---|---|---|
${undone.map(({ way, steps, same }) => `| ${way} | ${steps} | ${same ? "byte for byte" : "no"} |`).join("\n")}
`;
await writeFile(new URL("figures.md", import.meta.url), figures);
console.log(figures);
if (lost.at(-1) > MOST || letters > 0 || undone.some(({ same }) => !same)) {
  console.error("More was lost than may be.");
  process.exitCode = 1;
}
