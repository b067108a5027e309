// Takes out of WebAssembly what a panic would say, as nobody hears it: the page has no standard error. What is left of a panic is that
// the program stops, which is how the page knows.

import { dataOf } from "./binary.mjs";

/// The functions of the standard library and of wasm-bindgen that say what a panic has to say and then stop. They do nothing else.
const PANIC =
  /^<?(?:core|alloc|std|__rustc|wasm_bindgen)\b.*(?:\bpanicking::(?!panic_count)|_fail(?:ed)?\b|_fail_rt|handle(?:_alloc)?_error\b|::panic_\w+$|rust_panic|begin_unwind)/;

/// The functions that write values as programmers see them. Only panics do so; lints see to that.
const DEBUG = /\bDebug>::fmt\b|\bfmt::builders\b|\bescape_debug/;

/// Whether a function, by its name, has nothing to do but for panics.
export function isOfPanics(name) {
  return PANIC.test(name) || DEBUG.test(name);
}

/// The WebAssembly with zeros for the places in source files that panics name, and for the names of these files. A place is where a
/// name is and how long, a line and a column, of four bytes each.
export function withoutPlaces(bytes) {
  const result = Buffer.from(bytes);
  const parts = dataOf(result);
  const memory = Buffer.alloc(Math.max(...parts.map(({ address, data }) => address + data.length)));
  for (const { address, data } of parts) data.copy(memory, address);
  const dead = [];
  for (const { address, data } of parts) {
    for (let at = (address + 3) & ~3; at + 16 <= address + data.length; at += 4) {
      const [name, length, line, column] = [0, 4, 8, 12].map((by) => memory.readUInt32LE(at + by));
      if (length > 200 || line > 20_000 || column > 400 || name + length > memory.length) continue;
      if (/^[\x20-\x7e]+\.rs$/.test(memory.toString("latin1", name, name + length))) dead.push([at, at + 16], [name, name + length]);
    }
  }
  if (dead.length === 0) throw new Error("No panic has a place in a source file: the compiler writes them in another way than expected.");
  for (const range of dead) memory.fill(0, ...range);
  for (const { address, data } of parts) memory.copy(data, 0, address, address + data.length);
  return result;
}
