// Prints how Faircopy and other readers do on the same texts.

import { execFileSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { root, trainer, widget } from "../../e2e/lib/places.mjs";
import { mapped as ofLever } from "./mapped/leverparser.mjs";
import { mapped as ofSimple } from "./mapped/simple-resume-parser.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const PYTHON_PACKAGES = join(HERE, "python_modules");
const NODE_PACKAGES = join(HERE, "node_modules");
const TEXTS = "corpus/shared";
const TIMED = "02-linkedin-web";

/// What `parse` of the widget's package loads.
const OURS = ["faircopy.js", "editor.js", "faircopy.wasm"].map((name) => join(widget, name));

const READERS = [
  { name: "Faircopy", program: ["node", "readers/faircopy.mjs"], times: 1_001, mapped: (read) => read, bytes: sum(OURS.map(size)) },
  { name: "leverparser", program: ["python3", "readers/leverparser.py"], times: 41, mapped: ofLever, bytes: size(PYTHON_PACKAGES) },
  {
    name: "simple-resume-parser",
    program: ["node", "readers/simple-resume-parser.mjs"],
    times: 21,
    mapped: ofSimple,
    bytes: size(NODE_PACKAGES),
  },
];

/// What a file holds, or all files of a folder, in bytes.
function size(path) {
  const found = lstatSync(path);
  if (!found.isDirectory()) return found.isFile() ? found.size : 0;
  return sum(readdirSync(path).map((name) => size(join(path, name))));
}

function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}

/// Has a reader read the texts, and scores what it made of them.
function measured({ name, program: [runs, script], times, mapped, bytes }, folder, texts) {
  const [job, answer] = ["job.json", "answer.json"].map((file) => join(folder, file));
  const file = (text) => join(root, TEXTS, text, "input.txt");
  writeFileSync(job, JSON.stringify({ files: texts.map(file), timed: file(TIMED), times }));
  const env = { ...process.env, PYTHONPATH: PYTHON_PACKAGES, PYTHONDONTWRITEBYTECODE: "1" };
  execFileSync(runs, [join(HERE, script), job, answer], { env, stdio: ["ignore", "ignore", "inherit"] });
  const { readings, ...figures } = JSON.parse(readFileSync(answer, "utf8"));
  const written = join(folder, name);
  mkdirSync(written);
  // A word counts as kept wherever it stands, so that all that was read goes along.
  texts.forEach((text, at) => writeFileSync(join(written, `${text}.json`), JSON.stringify({ ...mapped(readings[at]), all: readings[at] })));
  const scores = JSON.parse(execFileSync(trainer, ["score", join(root, TEXTS), "--", written], { encoding: "utf8" }));
  return { name, bytes, ...figures, scores };
}

/// How well networks read the same texts that saw neither person nor renderer, as `cargo xtask accuracy` found.
function unseen() {
  const figures = readFileSync(join(root, "corpus/figures.md"), "utf8").split("## Networks that saw neither person nor renderer")[1];
  const [, , macro, , kept] = figures.match(new RegExp(`^\\| ${TEXTS} \\|.*$`, "m"))[0].split("|").slice(1, -1).map((cell) => cell.trim());
  return { macro, kept };
}

const three = (number) => number.toFixed(3);
const time = (milliseconds) => `${milliseconds.toPrecision(milliseconds < 10 ? 2 : 3)} ms`;
const weight = (bytes) => (bytes < 1e6 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);
const row = (...cells) => `| ${cells.join(" | ")} |`;

const texts = readdirSync(join(root, TEXTS)).sort();
const folder = mkdtempSync(join(tmpdir(), "faircopy-against-"));
const all = READERS.map((reader) => measured(reader, folder, texts));
rmSync(folder, { recursive: true });
const { macro, kept } = unseen();
const sent = sum(OURS.map((path) => brotliCompressSync(readFileSync(path)).length));
const { all: every, en } = all[0].scores;
const python = execFileSync("python3", ["--version"], { encoding: "utf8" }).trim();

console.log(`## Figures

The ${every.cases} texts of \`${TEXTS}\`, ${en.cases} of them in English:

| | macro F1 | words kept | macro F1, English | words kept, English |
|---|---:|---:|---:|---:|
${row("Faircopy, by networks that had not seen what they read", macro, kept, "", "")}
${all
  .map(({ name, scores }) => [name === "Faircopy" ? "Faircopy, as it learned from these texts" : name, scores])
  .map(([name, scores]) => row(name, three(scores.all.macro), three(scores.all.kept), three(scores.en.macro), three(scores.en.kept)))
  .join("\n")}

A résumé of 4 KB in Node ${process.versions.node} and ${python}, on ${cpus().length} cores of ${cpus()[0].model}:

| | time | computing | hosts looked up for all texts | installed |
|---|---:|---:|---:|---:|
${all.map(({ name, milliseconds, computing, lookups, bytes }) => row(name, time(milliseconds), time(computing), lookups, weight(bytes))).join("\n")}

A web server sends Faircopy's ${weight(all[0].bytes)} as ${weight(sent)}, by Brotli.`);
