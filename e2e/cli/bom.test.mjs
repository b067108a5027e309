// The software bill of materials: all of what ships, nothing of it twice, and the same every time.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bom, chosen } from "../lib/bom.mjs";

test("the bill of materials names what ships", () => {
  const { components, dependencies } = bom();
  const refs = components.map((component) => component["bom-ref"]);
  assert.equal(new Set(refs).size, refs.length, "no component stands twice");
  const required = components.filter(({ scope }) => scope === "required").map(({ name }) => name);
  for (const name of ["leptos", "wasm-bindgen", "serde", "web-sys", "talc", "gloo-timers", "serde-wasm-bindgen"]) assert.ok(required.includes(name), name);
  for (const name of ["wasm-bindgen-macro", "proptest", "esbuild"]) assert.ok(!required.includes(name), name);
  for (const { name, licenses, hashes } of components) {
    assert.ok(licenses[0].expression, name);
    assert.match(hashes[0].content, /^[0-9a-f]{64}([0-9a-f]{64})?$/, name);
  }
  const known = new Set(["faircopy", ...refs]);
  for (const { ref, dependsOn } of dependencies) for (const each of [ref, ...dependsOn]) assert.ok(known.has(each), each);
});

test("the bill of materials is the same every time", () => {
  assert.equal(JSON.stringify(bom()), JSON.stringify(bom()));
});

test("every dependency that we chose has its reason", () => {
  const reasons = readFileSync(new URL("../../ARCHITECTURE.md", import.meta.url), "utf8");
  const npm = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).dependencies;
  for (const name of [...chosen(), ...Object.keys(npm)]) assert.ok(reasons.includes(`\`${name}\``), `ARCHITECTURE.md says why ${name} is there`);
});
