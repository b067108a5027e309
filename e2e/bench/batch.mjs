// Prints how many résumés a second the command line reads, and what it takes of memory.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import * as places from "../lib/places.mjs";

const TEXT = readFileSync(join(places.root, "corpus/shared/02-linkedin-web/input.txt"), "utf8");
const LINE = `${JSON.stringify({ id: 1, text: TEXT })}\n`;
/// How often the memory is looked at, in milliseconds.
const EVERY = 20;

const folder = mkdtempSync(join(tmpdir(), "faircopy-"));

/// Has so many lines of a file read by so many jobs, and nobody who wants the answers. Gives the seconds, and the most memory in bytes.
async function read(lines, jobs) {
  const path = join(folder, "texts.jsonl");
  writeFileSync(path, LINE.repeat(lines));
  const input = openSync(path);
  const started = performance.now();
  const program = spawn(places.program, ["--jsonl", "-j", String(jobs)], { stdio: [input, "ignore", "inherit"] });
  closeSync(input);
  let memory = 0;
  const watch = setInterval(() => {
    try {
      memory = Math.max(memory, Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, "utf8"))?.[1] ?? 0) * 1024);
    } catch {
      // It has ended, or the system does not tell.
    }
  }, EVERY);
  const [code] = await once(program, "close");
  clearInterval(watch);
  if (code !== 0) throw new Error(`faircopy ended with ${code}`);
  return { seconds: (performance.now() - started) / 1_000, memory };
}

const rows = [];
for (const jobs of [...new Set([1, availableParallelism()])]) {
  for (const lines of [2_000, 20_000]) {
    const { seconds, memory } = await read(lines, jobs);
    rows.push(`| ${lines.toLocaleString("en")} | ${jobs} | ${Math.round(lines / seconds)} | ${(memory / 1e6).toFixed(1)} MB |`);
  }
}
console.log(`## Many résumés

\`faircopy --jsonl\`, each line a résumé of 4 KB, from a file, with nobody who reads the answers.

| lines | jobs | lines a second | memory at most |
|---:|---:|---:|---:|
${rows.join("\n")}`);

rmSync(folder, { recursive: true });
