// Empties the data of WebAssembly that nothing reaches any more: what only functions needed that were emptied or never called.

import { readFileSync } from "node:fs";
import { dataOf } from "./binary.mjs";
import { CONSTANT, functions, instructions, isOfMemory } from "./code.mjs";

/// The WebAssembly with zeros in all of its data that neither code nor other reached data has an address of. `map` is the path of what
/// the linker says of where things are.
export function withoutUnreached(bytes, map) {
  const result = Buffer.from(bytes);
  const parts = dataOf(result);
  const memory = Buffer.alloc(Math.max(...parts.map(({ address, data }) => address + data.length)));
  for (const { address, data } of parts) data.copy(memory, address);
  const things = split(placed(map), memory);
  const reached = new Set();
  const waiting = [];
  const reach = (address) => {
    const thing = things[below(things, address)];
    if (thing === undefined || address >= thing.end || reached.has(thing)) return;
    reached.add(thing);
    waiting.push(thing);
  };
  for (const address of addresses(bytes)) reach(address);
  for (let thing; (thing = waiting.pop()); ) {
    for (let at = (thing.at + 3) & ~3; at + 4 <= Math.min(thing.end, memory.length); at += 4) reach(memory.readUInt32LE(at));
  }
  for (const thing of things) if (!reached.has(thing)) memory.fill(0, thing.at, thing.end);
  for (const { address, data } of parts) memory.copy(data, 0, address, address + data.length);
  return result;
}

/// Every number in the code that may be an address.
function* addresses(bytes) {
  for (const body of functions(bytes)) {
    for (const { instruction, operands } of instructions(body)) {
      if (instruction === CONSTANT) yield operands[0];
      if (isOfMemory(instruction)) yield operands[1];
    }
  }
}

/// What the linker has put where: each thing with its name, in order.
function placed(map) {
  const LINE = /^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) {9}\S.*:\((\.(?:ro)?data[^)]*)\)$/gm;
  const lines = readFileSync(map, "latin1").matchAll(LINE);
  const things = [...lines].map(([, at, size, name]) => ({ at: parseInt(at, 16), end: parseInt(at, 16) + parseInt(size, 16), name }));
  if (things.length === 0) throw new Error(`${map} names no data: the linker writes it in another way than expected.`);
  return things.sort((a, b) => a.at - b.at);
}

/// The same, with the texts that the linker has merged one by one: a zero ends each.
function split(things, memory) {
  const MERGED = ".rodata";
  return things.flatMap(({ at, end, name }) => {
    if (name !== MERGED) return [{ at, end }];
    const texts = [];
    while (at < end) {
      const zero = memory.indexOf(0, at) + 1 || end;
      texts.push({ at, end: Math.min(zero, end) });
      at = zero;
    }
    return texts;
  });
}

/// The index of the last thing that starts at an address or before.
function below(things, address) {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (things[middle].at <= address) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
