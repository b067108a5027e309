// Prints how many résumés a second the command line reads, and what it takes of memory.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import * as places from "../lib/places.mjs";

const TEXT = readFileSync(join(places.root, "corpus/shared/02-linkedin-web/input.txt"), "utf8");
const LINE = `${JSON.stringify({ id: 1, text: TEXT })}\n`;

/// Has so many lines read by so many jobs. Gives the seconds, and the most memory in bytes.
async function read(lines, jobs) {
  const started = performance.now();
  const program = spawn(places.program, ["--jsonl", "-j", String(jobs)], { stdio: ["pipe", "pipe", "inherit"] });
  let memory = 0;
  program.stdout.on("data", () => {
    try {
      memory = Math.max(memory, Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, "utf8"))?.[1] ?? 0) * 1024);
    } catch {
      // It has ended, or the system does not tell.
    }
  });
  for (let line = 0; line < lines; line += 1) if (!program.stdin.write(LINE)) await once(program.stdin, "drain");
  program.stdin.end();
  const [code] = await once(program, "close");
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

\`faircopy --jsonl\`, each line a résumé of 4 KB, with what it takes to write and to read the lines.

| lines | jobs | lines a second | memory at most |
|---:|---:|---:|---:|
${rows.join("\n")}`);
