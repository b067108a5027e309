// Kills browsers and closes pages by the hundred while someone types, and writes what was lost to figures.md: `node endure.mjs KILLS CLOSES`.

import { writeFile } from "node:fs/promises";
import { launch } from "./lib/browser.mjs";
import { Editor } from "./lib/editor.mjs";
import { closes, kills } from "./lib/ends.mjs";

/// The most typing that may be lost, in milliseconds.
const MOST = 1_000;

const [killCount, closeCount] = process.argv.slice(2).map(Number);
const lost = (await kills(killCount)).sort((a, b) => a - b);
const at = (part) => `${lost[Math.min(lost.length - 1, Math.floor(lost.length * part))]} ms`;

const browser = await launch();
const visit = await browser.open();
await new Editor(visit.page).visit();
const letters = await closes(visit.context, closeCount, visit.page);
await visit.context.close();
await browser.close();

const figures = `# What is lost

Measured on ${new Date().toISOString().slice(0, 10)} by \`cargo xtask endure\`, in Chromium, while a word is typed every few milliseconds.

| the browser is killed ${killCount} times | typing lost |
|---|---|
| half of the times, at most | ${at(0.5)} |
| nine times in ten, at most | ${at(0.9)} |
| always, at most | ${at(1)} |

Of what was typed before a tab was closed or went elsewhere, ${closeCount} times, ${letters} letters were lost.
`;
await writeFile(new URL("figures.md", import.meta.url), figures);
console.log(figures);
if (lost.at(-1) > MOST || letters > 0) {
  console.error("More was lost than may be.");
  process.exitCode = 1;
}
