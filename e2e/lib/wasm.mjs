// Makes WebAssembly small together with the script that wasm-bindgen wrote for it: each is told what the other does not use.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ordered } from "./order.mjs";
import { isOfPanics } from "./panics.mjs";
import { bodiesOf, without } from "./sections.mjs";
import { addresses, withoutUnreached } from "./unreached.mjs";

// What the program is compiled for (.cargo/config.toml); wasm-opt must not go beyond it.
const FEATURES = ["--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-simd"];

// What Leptos brings for calling functions on a server. There is none, and once its exports are gone nothing calls this; but the linker
// has put it in a table by then, of which no tool knows what is used. Only exported functions give promises of their own making.
const OF_SERVERS = /\bwasm_streams\b|\bfuture_to_promise\b/;

// In the order in which they are done. The linker puts the stack lowest, so no pointer is below 1024 before the stack is full. What
// `-Oz` makes of control flow that was taken apart and put together anew is smaller by half a percent, and a bit more when done
// twice. Large functions are not put into their one caller, which compresses worse.
const PASSES = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz", "--one-caller-inline-max-function-size=20"];

/// Makes the WebAssembly in `path` smaller, and gives the script that goes with it then. `map` is the path of the linker's map of it.
export function shrink(path, script, map) {
  const kept = withoutUnused(script);
  const used = new Set([...kept.matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name));
  const isDead = (name) => OF_SERVERS.test(name) || isOfPanics(name);
  const emptied = new Set(bodiesOf(readFileSync(path), isDead).flatMap(addresses));
  writeFileSync(path, without(readFileSync(path), used, isDead));
  // All at once, as instructions that are put on the stack last would not be found there again.
  const names = JSON.parse(tool("wasm-opt", [path, "-o", path, ...FEATURES, ...PASSES, "--minify-imports-and-exports-and-modules"]));
  // Last, as wasm-opt would make each stretch of zeros the end of a part of the data, which weighs more than zeros.
  writeFileSync(path, ordered(withoutUnreached(readFileSync(path), map, emptied)));
  return renamed(kept, names);
}

/// Classes are made of what libraries export for scripts to use. This page uses none, and all of them would keep code alive. Nor
/// does it start the program in the other of two ways.
function withoutUnused(script) {
  return script
    .replaceAll(/^export class \w+ \{\n[^]*?^\}\n/gm, "")
    .replaceAll(/^if \(Symbol\.dispose\) .*\n/gm, "")
    .replaceAll(/^const \w+Finalization = [^;]*;\n/gm, "")
    .replace("export { initSync, ", "export { ");
}

/// The script with the imports that are left and all short names.
function renamed(script, { imports, exports }) {
  const given = new Map(imports.map(([, name, short]) => [name, short]));
  const taken = new Map(exports.map(([name, short]) => [name, short]));
  const [module] = imports[0];
  const result = script
    .replaceAll(/^ {8}(\w+): function\([^]*?^ {8}\}(?:, arguments\); \})?,\n/gm, (entry, name) => {
      const short = given.get(name);
      given.delete(name);
      return short === undefined ? "" : entry.replace(name, `"${short}"`);
    })
    .replaceAll(/\bwasm\.(\w+)/g, (_, name) => `wasm.${taken.get(name) ?? name}`)
    .replace(`"${module}"`, '"a"');
  if (given.size > 0) throw new Error(`The script gives no ${[...given.keys()].join(", ")}: wasm-bindgen writes it in another way than expected.`);
  return result;
}

function tool(name, given) {
  return execFileSync(fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url)), given, { encoding: "utf8", maxBuffer: 1 << 24 });
}
