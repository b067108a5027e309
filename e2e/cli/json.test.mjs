// What the command line writes: valid JSON Resume, and Markdown that reads back to the same résumé.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { cases, corpus, program, seeds } from "../lib/places.mjs";

const schema = createRequire(import.meta.url)("@jsonresume/schema/schema.json");
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const validate = ajv.compile(schema);

function faircopy(input, ...options) {
  const run = spawnSync(program, options, { input, encoding: "utf8", maxBuffer: 64 << 20 });
  assert.ifError(run.error);
  assert.equal(run.status, 0, `faircopy ${options.join(" ")} exits with 0; it said: ${run.stderr}`);
  assert.equal(run.stderr, "", `faircopy ${options.join(" ")} has no complaint`);
  return run.stdout;
}

/// The résumé alone: unplaced lines are of the document, and Markdown does not carry them.
function resume(json) {
  const value = JSON.parse(json);
  if (value.meta?.faircopy) {
    delete value.meta.faircopy.unplaced;
    if (Object.keys(value.meta.faircopy).length === 0) delete value.meta.faircopy;
    if (Object.keys(value.meta).length === 0) delete value.meta;
  }
  return value;
}

function check({ name, text, foreign = false }) {
  test(name, () => {
    const json = faircopy(text);
    assert.ok(validate(JSON.parse(json)), `valid JSON Resume: ${ajv.errorsText(validate.errors)}`);

    const markdown = faircopy(text, "-t", "markdown");
    const again = faircopy(markdown, "-f", "markdown");
    // Keys that JSON Resume does not know are kept in JSON alone.
    if (!foreign) assert.deepEqual(resume(again), resume(json), "Markdown reads back to the same résumé");
    assert.equal(faircopy(markdown, "-f", "markdown", "-t", "markdown"), markdown, "Markdown is stable");
    assert.equal(faircopy(json, "-f", "json"), json, "JSON is stable");
  });
}

const groups = { "own cases": cases(), "shared seeds": seeds(), "shared corpus": corpus() };
for (const [name, texts] of Object.entries(groups)) {
  if (texts.length > 0) describe(name, () => texts.forEach(check));
}

describe("bad input", () => {
  const inputs = {
    nothing: "",
    "one word": "hello",
    "only emoji": "🎉🎊 👩‍👩‍👧‍👦\n🎈",
    "right to left": "שלום עולם\nمهندس برمجيات في شركة\n",
    "unbalanced Markdown": "# **Name\n[link](http://\n```\n* *a **b\n<div>&amp",
    "foreign JSON": '{"hello": [1, 2, {"world": null}]}',
    "invalid JSON": '{"basics": {"name": "Ada"',
    "ten thousand bullets": "- \n".repeat(10_000),
    "one line of a megabyte": "word ".repeat(200_000),
    "null bytes": "a\0b\0c\nd",
  };
  for (const [name, text] of Object.entries(inputs)) check({ name, text, foreign: name === "foreign JSON" });
});
