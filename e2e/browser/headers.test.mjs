// What hosts are told to send is the same in every form that hosts read, and is sent.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as places from "../lib/places.mjs";
import { headersOf, serve } from "../server.mjs";

const read = (name) => readFileSync(join(places.dist, name), "utf8");
const docs = readFileSync(new URL("../../docs/trust.md", import.meta.url), "utf8");

test("hosts of each kind are told the same", () => {
  const [all, worker] = JSON.parse(read("vercel.json")).headers.map(({ source, headers }) => ({ source, ...Object.fromEntries(headers.map(({ key, value }) => [key, value])) }));
  const { source, ...sent } = all;
  assert.equal(source, "/(.*)");
  assert.deepEqual(sent, headersOf(read("_headers"), "/"));
  assert.equal(worker.source, "/worker.js");
  for (const directive of ["default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'"]) {
    assert.ok(worker["Content-Security-Policy"].includes(directive), directive);
    assert.ok(headersOf(read("_headers"), "/worker.js")["Content-Security-Policy"].includes(directive), directive);
  }
});

test("the example for nginx says the same, of fewer devices", () => {
  const sent = headersOf(read("_headers"), "/");
  const told = Object.fromEntries([...docs.matchAll(/add_header ([\w-]+) (?:"([^"]*)"|(\S+)) always;/g)].map(([, name, quoted, bare]) => [name, quoted ?? bare]));
  const { "Permissions-Policy": devices, "Cache-Control": cache, ...others } = told;
  const { "Permissions-Policy": every, ...rest } = sent;
  assert.deepEqual(others, rest);
  assert.equal(cache, "no-cache");
  for (const device of devices.split(", ")) assert.ok(every.split(", ").includes(device), device);
});

test("a path gets the headers of all lines that it fits", () => {
  const text = "/*\n  A: 1\n  B: 1\n/in/*\n  B: 2\n/in/one\n  C: 3\n";
  assert.deepEqual(headersOf(text, "/out"), { A: "1", B: "1" });
  assert.deepEqual(headersOf(text, "/in/one"), { A: "1", B: "1, 2", C: "3" });
});

test("the server of the tests sends them", async () => {
  const server = await serve(places.dist);
  const { headers } = await fetch(`${server.origin}/worker.js`);
  await server.close();
  for (const [name, value] of Object.entries(headersOf(read("_headers"), "/worker.js"))) assert.equal(headers.get(name), value);
});
