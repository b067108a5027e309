// Puts the functions of WebAssembly in the order of their bytes: those that begin alike then stand together, which compresses better.

import { CODE, ELEMENTS, EXPORTS, FUNCTIONS, Reader, changed, encoded, importedFunctions, section, sections } from "./binary.mjs";

/// The WebAssembly with its functions in that order.
export function ordered(bytes) {
  const { at } = [...sections(bytes)].find(({ id }) => id === CODE);
  const code = new Reader(bytes, at);
  const bodies = code.items(() => code.bytes(code.number()));
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
  const [CALL, REFERENCE] = [0x10, 0xd2];
  const reader = new Reader(body, 0);
  const parts = [];
  let done = 0;
  reader.items(() => [reader.number(), reader.byte()]);
  while (reader.at < body.length) {
    const start = reader.at;
    const instruction = reader.byte();
    if (instruction === CALL || instruction === REFERENCE) {
      parts.push(body.subarray(done, start + 1), renumbered(reader.number()));
      done = reader.at;
    } else {
      for (const skip of operands(instruction, reader)) skip(reader);
    }
  }
  return [...parts, body.subarray(done)];
}

const number = (reader) => reader.number();
const byte = (reader) => reader.byte();

/// What follows an instruction, by its first byte.
function operands(instruction, reader) {
  const within = (first, last) => instruction >= first && instruction <= last;
  if (within(0x02, 0x04) || within(0x0c, 0x0d)) return [number]; // blocks by their type, and branches
  if (instruction === 0x0e) return [() => reader.items(() => reader.number()), number]; // a table of branches
  if (instruction === 0x11) return [number, number]; // a call of what a table holds
  if (instruction === 0x1c) return [() => reader.items(() => reader.byte())]; // a choice with types
  if (within(0x20, 0x26)) return [number]; // locals, globals, tables
  if (within(0x28, 0x3e)) return [number, number]; // memory: alignment and offset
  if (within(0x3f, 0x42) || instruction === 0xd0) return [number]; // memory's size, whole numbers, and nothing as a reference
  if (instruction === 0x43) return Array(4).fill(byte);
  if (instruction === 0x44) return Array(8).fill(byte);
  if (instruction === 0xfc) return Array(OF_LONG_INSTRUCTIONS[reader.number()] ?? unknown(instruction)).fill(number);
  if ([0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1].includes(instruction) || within(0x45, 0xc4)) return [];
  return unknown(instruction);
}

/// How many numbers follow the instructions of two bytes: conversions that do not trap, then those for memory and tables as wholes.
const OF_LONG_INSTRUCTIONS = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

function unknown(instruction) {
  throw new Error(`The WebAssembly has an instruction 0x${instruction.toString(16)}, which is not expected.`);
}
