// Empties the data of WebAssembly that nothing reaches any more: what panics said, and what else only emptied functions needed.

import { readFileSync } from "node:fs";
import { dataOf } from "./binary.mjs";
import { CONSTANT, functions, instructions, isOfMemory } from "./code.mjs";

/// The WebAssembly with zeros for what neither code nor other reached data has an address of: messages, places in source files, and what
/// stands at an address in `emptied`, which the functions had that were emptied. `map` is the path of what the linker says of where
/// things are.
///
/// Nothing else is emptied, even where nothing has its address, and no table that the compiler made of choices: code that looks up the
/// entry of a table by a number from 65 on may hold only the address that an entry 0 would have, which is before the table. Messages
/// and places are never looked up so.
export function withoutUnreached(bytes, map, emptied) {
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
  for (const body of functions(bytes)) addresses(body).forEach(reach);
  for (let thing; (thing = waiting.pop()); ) {
    for (let at = (thing.at + 3) & ~3; at + 4 <= Math.min(thing.end, memory.length); at += 4) reach(memory.readUInt32LE(at));
  }
  const unreached = things.filter((thing) => !reached.has(thing));
  const isEmptied = (thing) => (emptied.has(thing.at) && !thing.isChoice) || isMessage(thing, memory) || isPlace(thing, memory);
  for (const { at, end } of unreached.filter(isEmptied)) memory.fill(0, at, end);
  for (const { address, data } of parts) memory.copy(data, 0, address, address + data.length);
  return result;
}

/// Every number in a function that may be an address.
export function addresses(body) {
  const of = ({ instruction, operands }) => (instruction === CONSTANT ? [operands[0]] : isOfMemory(instruction) ? [operands[1]] : []);
  return [...instructions(body)].flatMap(of);
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
    if (name !== MERGED) return [{ at, end, isChoice: name.includes("switch.table") }];
    const texts = [];
    while (at < end) {
      const zero = memory.indexOf(0, at) + 1 || end;
      texts.push({ at, end: Math.min(zero, end), merged: true });
      at = zero;
    }
    return texts;
  });
}

/// Whether a thing is several words in plain letters, or the name of a source file. What the linker merges are texts.
function isMessage({ at, end, merged }, memory) {
  return merged || /^(?=.* )[ -~\n]{12,}$|^[ -~]+\.rs$/s.test(memory.toString("latin1", at, end));
}

/// Whether a thing is a place in a source file: where the file's name is and how long, a line and a column, of four bytes each.
function isPlace({ at, end }, memory) {
  if (end - at !== 16) return false;
  const [name, length] = [memory.readUInt32LE(at), memory.readUInt32LE(at + 4)];
  return length < 200 && /^[ -~]+\.rs$/.test(memory.toString("latin1", name, name + length));
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
