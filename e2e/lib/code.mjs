// What the functions of WebAssembly do, instruction by instruction.

import { CODE, Reader, sections } from "./binary.mjs";

/// The first bytes of instructions that are looked for.
export const [CALL, CONSTANT, REFERENCE] = [0x10, 0x41, 0xd2];

/// The bodies of all functions that are not imported.
export function functions(bytes) {
  const { at } = [...sections(bytes)].find(({ id }) => id === CODE);
  const code = new Reader(bytes, at);
  return code.items(() => code.bytes(code.number()));
}

/// The first byte of instructions for vectors. A number follows, which says what they do.
const OF_VECTORS = 0xfd;

/// Each instruction of a body: its first byte, with the number of one for vectors behind it, where it starts and ends, and its operands as
/// they are read without a sign.
export function* instructions(body) {
  const reader = new Reader(body, 0);
  reader.items(() => [reader.number(), reader.byte()]);
  while (reader.at < body.length) {
    const start = reader.at;
    const first = reader.byte();
    const instruction = first === OF_VECTORS ? (first << 8) | reader.number() : first;
    const operands = readers(instruction, reader).map((read) => read(reader));
    yield { instruction, start, end: reader.at, operands };
  }
}

/// Says whether an instruction is one from the first to the last of some.
const among = (instruction) => (first, last) => instruction >= first && instruction <= last;

/// Whether an instruction reads or writes memory: it has an alignment, and an offset which is added to the address.
export function isOfMemory(instruction) {
  const within = among(instruction);
  return within(0x28, 0x3e) || within(0xfd00, 0xfd0b) || within(0xfd54, 0xfd5d);
}

const number = (reader) => reader.number();
const byte = (reader) => reader.byte();

/// What follows an instruction, by its first byte: how each operand is read.
function readers(instruction, reader) {
  const within = among(instruction);
  if (instruction === CALL || instruction === REFERENCE) return [number];
  if (within(0x02, 0x04) || within(0x0c, 0x0d)) return [number]; // blocks by their type, and branches
  if (instruction === 0x0e) return [() => reader.items(() => reader.number()), number]; // a table of branches
  if (instruction === 0x11) return [number, number]; // a call of what a table holds
  if (instruction === 0x1c) return [() => reader.items(() => reader.byte())]; // a choice with types
  if (within(0x20, 0x26)) return [number]; // locals, globals, tables
  if (within(0xfd54, 0xfd5b)) return [number, number, byte]; // one number of a vector in memory: alignment, offset, and which
  if (isOfMemory(instruction)) return [number, number]; // memory: alignment and offset
  if (within(0x3f, 0x42) || instruction === 0xd0) return [number]; // memory's size, whole numbers, and nothing as a reference
  if (instruction === 0x43) return Array(4).fill(byte);
  if (instruction === 0x44) return Array(8).fill(byte);
  if (instruction === 0xfc) return Array(OF_LONG_INSTRUCTIONS[reader.number()] ?? unknown(instruction)).fill(number);
  if (within(0xfd0c, 0xfd0d)) return Array(16).fill(byte); // a vector itself, and a choice from two
  if (within(0xfd15, 0xfd22)) return [byte]; // one number of a vector
  if (instruction >= 0xfd0e && instruction <= 0xfdff) return [];
  if ([0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1].includes(instruction) || within(0x45, 0xc4)) return [];
  return unknown(instruction);
}

/// How many numbers follow the instructions of two bytes: conversions that do not trap, then those for memory and tables as wholes.
const OF_LONG_INSTRUCTIONS = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

function unknown(instruction) {
  throw new Error(`The WebAssembly has an instruction 0x${instruction.toString(16)}, which is not expected.`);
}
