// WebAssembly as bytes: sections, and what they are made of.

/// The kinds of sections that are looked into.
export const [CUSTOM, IMPORTS, FUNCTIONS, EXPORTS, ELEMENTS, CODE, DATA] = [0, 2, 3, 7, 9, 10, 11];

/// Each section: its kind, where it starts, where what it holds starts, and where it ends.
export function* sections(bytes) {
  for (let start = 8; start < bytes.length; ) {
    const reader = new Reader(bytes, start + 1);
    const size = reader.number();
    const end = reader.at + size;
    yield { id: bytes[start], start, at: reader.at, end };
    start = end;
  }
}

/// The WebAssembly with other sections where `change` gives some: the bytes of one, from its kind and a reader of what it holds.
export function changed(bytes, change) {
  const parts = [bytes.subarray(0, 8)];
  for (const { id, start, at, end } of sections(bytes)) parts.push(change(id, new Reader(bytes, at)) ?? bytes.subarray(start, end));
  return Buffer.concat(parts);
}

/// A section of this kind that holds these items.
export function section(id, items) {
  const body = Buffer.concat([encoded(items.length), ...items]);
  return Buffer.concat([Buffer.from([id]), encoded(body.length), body]);
}

/// A number as WebAssembly writes it: seven bits a byte, the lowest first.
export function encoded(number) {
  const bytes = [];
  for (; number >= 0x80; number = Math.floor(number / 0x80)) bytes.push((number % 0x80) | 0x80);
  return Buffer.from([...bytes, number]);
}

/// How many functions are imported: those have the first numbers.
export function importedFunctions(bytes) {
  let imported = 0;
  for (const { at } of [...sections(bytes)].filter(({ id }) => id === IMPORTS)) {
    const reader = new Reader(bytes, at);
    imported = reader.items(() => {
      reader.text();
      reader.text();
      if (reader.byte() !== 0) throw new Error("The WebAssembly imports something else than functions, which is not expected.");
      reader.number();
    }).length;
  }
  return imported;
}

/// What memory holds when the program starts, part by part: where it stands, and its bytes, which are those in `bytes`.
export function dataOf(bytes) {
  const CONSTANT = 0x41;
  const found = [...sections(bytes)].filter(({ id }) => id === DATA);
  return found.flatMap(({ at }) => {
    const reader = new Reader(bytes, at);
    return reader.items(() => {
      if (reader.number() !== 0 || reader.byte() !== CONSTANT) throw new Error("The WebAssembly puts data elsewhere than at a number, which is not expected.");
      const address = reader.number();
      reader.byte();
      return { address, data: reader.bytes(reader.number()) };
    });
  });
}

/// Reads what WebAssembly is made of, from `at` on.
export class Reader {
  constructor(all, at) {
    this.all = all;
    this.at = at;
  }

  byte() {
    return this.all[this.at++];
  }

  bytes(count) {
    this.at += count;
    return this.all.subarray(this.at - count, this.at);
  }

  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  text() {
    return this.bytes(this.number()).toString("utf8");
  }

  /// A list: how many items, then each, as `read` reads it.
  items(read) {
    return Array.from({ length: this.number() }, read);
  }

  /// The bytes that `read` goes over.
  over(read) {
    const start = this.at;
    read();
    return this.all.subarray(start, this.at);
  }
}
