// Measures what a first visit downloads, and holds it to the budget.

import { downloads, kilobytes } from "./lib/download.mjs";

// What a first visit may download.
const BUDGET = 250 * 1024;

const files = await downloads();
const total = files.reduce((sum, file) => sum + file.small, 0);
for (const { name, raw, small } of files) console.log(`    ${wide(small)} brotli  ${wide(raw)} raw  ${name}`);
console.log(`    ${wide(total)} brotli in all; the budget is ${kilobytes(BUDGET)}`);
if (total > BUDGET) {
  console.error("The first visit downloads more than the budget. Find what grew and make it smaller.");
  process.exitCode = 1;
}

function wide(bytes) {
  return kilobytes(bytes).padStart(10);
}
