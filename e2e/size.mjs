// Measures what a first visit downloads, compressed as a web server would, and holds it to the budget.

import { brotliCompressSync, constants } from "node:zlib";
import { launch } from "./lib/browser.mjs";

// What a first visit may download.
const BUDGET = 250 * 1024;

const browser = await launch();
const visit = await browser.open();
const bodies = new Map();
visit.page.on("response", (response) => {
  if (new URL(response.url()).origin === browser.origin) bodies.set(new URL(response.url()).pathname, response.body());
});
await visit.page.goto("/");
await visit.page.locator("#shell").waitFor({ state: "detached" });
await visit.page.waitForLoadState("networkidle");

const rows = [];
for (const [path, body] of bodies) {
  const bytes = await body;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  rows.push({ path, raw: bytes.length, small: brotliCompressSync(bytes, { params }).length });
}
await visit.context.close();
await browser.close();

rows.sort((a, b) => b.small - a.small);
const total = rows.reduce((sum, row) => sum + row.small, 0);
for (const { path, raw, small } of rows) console.log(`    ${kb(small)} brotli  ${kb(raw)} raw  ${path}`);
console.log(`    ${kb(total)} brotli in all; the budget is ${kb(BUDGET).trim()}`);
if (total > BUDGET) {
  console.error("The first visit downloads more than the budget. Find what grew and make it smaller.");
  process.exitCode = 1;
}

function kb(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
}
