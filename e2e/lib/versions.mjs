// Versions of the app beside each other: the one that was built, with a number that each of its files tells.

import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as places from "./places.mjs";
import { hashedName, worker } from "./whole.mjs";

/// Puts version `number` into a folder, in place of what is there. Where it is `halfway`, a host is about to: the worker is new and the page old.
export function put(folder, number, { halfway = false } = {}) {
  const page = halfway && readFileSync(join(folder, "index.html"));
  rmSync(folder, { recursive: true, force: true });
  cpSync(places.dist, folder, { recursive: true });
  const read = (name) => readFileSync(join(folder, name), "utf8");
  let index = read("index.html").replace("<html ", `<html data-page=${number} `);
  const scripts = [...index.matchAll(/(?<=<script\b[^>]*>)[^]*?(?=<\/script>)/g)].map(([script]) => script);
  const [script, wasm] = [".js", ".wasm"].map((kind) => readdirSync(folder).find((name) => name.startsWith("app-") && name.endsWith(kind)));
  const telling = `${read(script)}\ndocument.documentElement.dataset.script=${number};`;
  // A section of its own, of one name and nothing else.
  const name = Buffer.from(String(number));
  const program = Buffer.concat([readFileSync(join(folder, wasm)), Buffer.from([0, name.length + 1, name.length]), name]);
  const names = { [script]: hashedName(telling, "js"), [wasm]: hashedName(program, "wasm") };
  writeFileSync(join(folder, names[script]), telling);
  writeFileSync(join(folder, names[wasm]), program);
  for (const [old, now] of Object.entries(names)) {
    rmSync(join(folder, old));
    index = index.replaceAll(old, now);
  }
  const hash = (text) => createHash("sha256").update(text).digest("base64");
  for (const inline of scripts) index = index.replace(hash(inline), hash(inline.replace(script, names[script]).replace(wasm, names[wasm])));
  writeFileSync(join(folder, "index.html"), index);
  writeFileSync(join(folder, "recover.html"), read("recover.html").replace("<html ", `<html data-page=${number} `));
  writeFileSync(join(folder, "worker.js"), worker(folder, read("worker.js")));
  if (page) writeFileSync(join(folder, "index.html"), page);
  return names[wasm];
}

/// The versions that the parts of a page tell: the page, its script, its WebAssembly.
export const parts = (page) => page.evaluate(() => {
  const { page, script } = document.documentElement.dataset;
  return [page, script, performance.getEntriesByType("resource").map(({ name }) => name).find((name) => name.endsWith(".wasm")).replace(/.*\//, "")];
});
