// The package without an element: in Node, over every résumé at hand, it gives what the command line gives.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { faircopy } from "../lib/embedding.mjs";
import { cases, widget } from "../lib/places.mjs";

const { FaircopyEditor, parse, toJson, toMarkdown } = await import(pathToFileURL(join(widget, "faircopy.js")));

describe("in Node", () => {
  for (const { name, text } of cases()) {
    test(name, async () => {
      const json = faircopy(text);
      const resume = await parse(text);
      assert.deepEqual(resume, JSON.parse(json));
      assert.equal(await toJson(resume), json);
      assert.equal(await toMarkdown(resume), faircopy(json, "-f", "json", "-t", "markdown"));
    });
  }

  test("there is no element", () => assert.throws(() => new FaircopyEditor(), TypeError));
});

describe("the package", () => {
  const files = readdirSync(widget);
  const json = (name) => JSON.parse(readFileSync(join(widget, name), "utf8"));

  test("its hashes are those of its files", () => {
    const told = json("integrity.json");
    assert.deepEqual(Object.keys(told).sort(), files.filter((name) => /\.(js|wasm|html)$/.test(name)).sort());
    for (const [name, hash] of Object.entries(told)) {
      assert.equal(hash, `sha384-${createHash("sha384").update(readFileSync(join(widget, name))).digest("base64")}`);
    }
  });

  test("it says what is in it", () => {
    const { main, types, customElements, version } = json("package.json");
    for (const name of [main, types, customElements]) assert.ok(files.includes(name.replace("./", "")), name);
    assert.match(version, /^\d+\.\d+\.\d+$/);
  });

  test("a page downloads no more than it may, and at first only a small loader", () => {
    const size = (name) => brotliCompressSync(readFileSync(join(widget, name))).length;
    assert.ok(size("faircopy.js") <= 4 * 1024, `the loader has ${size("faircopy.js")} bytes, compressed; it may have 4 KB`);
    const all = ["faircopy.js", "editor.js", "faircopy.wasm"].reduce((sum, name) => sum + size(name), 0);
    assert.ok(all <= 256 * 1024, `all of it has ${all} bytes, compressed; it may have 256 KB`);
  });

  test("the manifest names every attribute, property and method of the element", () => {
    const [{ declarations: [element] }] = json("custom-elements.json").modules;
    const types = readFileSync(join(widget, "faircopy.d.ts"), "utf8");
    const own = Object.getOwnPropertyNames(FaircopyEditor.prototype).filter((name) => !/Callback$|^(constructor|cloneNode|focus)$/.test(name));
    for (const name of own) assert.match(types, new RegExp(`\\b${name}\\b`), `the types have ${name}`);
    for (const { name } of element.members) assert.ok(own.includes(name), `the element has ${name}`);
    const attributes = element.attributes.map(({ name }) => name);
    for (const name of FaircopyEditor.observedAttributes) assert.ok(attributes.includes(name), `the manifest has ${name}`);
  });
});
