// Puts the functions of WebAssembly in the order of their bytes: those that begin alike then stand together, which compresses better.

import { CODE, ELEMENTS, EXPORTS, FUNCTIONS, changed, encoded, importedFunctions, section } from "./binary.mjs";
import { CALL, REFERENCE, functions, instructions } from "./code.mjs";

/// The WebAssembly with its functions in that order.
export function ordered(bytes) {
  const bodies = functions(bytes);
  const order = [...bodies.keys()].sort((a, b) => Buffer.compare(bodies[a], bodies[b]));
  const imported = importedFunctions(bytes);
  const numbers = new Map(order.map((before, now) => [imported + before, imported + now]));
  const renumbered = (number) => encoded(numbers.get(number) ?? number);
  return changed(bytes, (id, reader) => {
    if (id === FUNCTIONS) {
      const types = reader.items(() => encoded(reader.number()));
      return section(id, order.map((before) => types[before]));
    }
    if (id === CODE) {
      const all = bodies.map((body) => Buffer.concat(withCalls(body, renumbered)));
      return section(id, order.map((before) => Buffer.concat([encoded(all[before].length), all[before]])));
    }
    if (id === EXPORTS) return section(id, reader.items(() => exported(reader, renumbered)));
    if (id === ELEMENTS) return section(id, reader.items(() => element(reader, renumbered)));
  });
}

/// An item that is exported, by its new number if it is a function.
function exported(reader, renumbered) {
  let kind;
  const start = reader.over(() => {
    reader.text();
    kind = reader.byte();
  });
  const number = reader.number();
  return Buffer.concat([start, kind === 0 ? renumbered(number) : encoded(number)]);
}

/// A part of the table of functions, from a place that is a number on, by their new numbers.
function element(reader, renumbered) {
  const [CONSTANT, END] = [0x41, 0x0b];
  const start = reader.over(() => {
    const [mode, constant] = [reader.number(), reader.byte()];
    reader.number();
    if (mode !== 0 || constant !== CONSTANT || reader.byte() !== END) throw new Error("The WebAssembly has a table of another kind than expected.");
  });
  const functions = reader.items(() => renumbered(reader.number()));
  return Buffer.concat([start, encoded(functions.length), ...functions]);
}

/// The parts of a function's body, with new numbers where it names functions.
function withCalls(body, renumbered) {
  const parts = [];
  let done = 0;
  for (const { instruction, start, end, operands } of instructions(body)) {
    if (instruction !== CALL && instruction !== REFERENCE) continue;
    parts.push(body.subarray(done, start + 1), renumbered(operands[0]));
    done = end;
  }
  return [...parts, body.subarray(done)];
}
