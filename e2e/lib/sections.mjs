// Takes out of WebAssembly what its tools leave in: it is read and written section by section, and only those in question are.

const EXPORTS = 7;
const CODE = 10;
// A function that is called by nobody: no locals, and an instruction that cannot be reached.
const EMPTY = Buffer.from([3, 0, 0x00, 0x0b]);

/// The WebAssembly with these exports alone, and with nothing in the functions whose names match `dead`. (wasm-metadce would see to the
/// exports, but puts functions in an order that compresses worse.)
export function without(bytes, exports, dead) {
  const names = functionNames(bytes);
  const parts = [bytes.subarray(0, 8)];
  for (const { id, start, at, end } of sections(bytes)) {
    if (id === EXPORTS) {
      const kept = items(bytes, at, (reader) => {
        const name = reader.text();
        reader.at++;
        reader.number();
        return exports.has(name);
      });
      parts.push(section(EXPORTS, kept));
    } else if (id === CODE) {
      let index = names.imported;
      const kept = items(bytes, at, (reader) => {
        const size = reader.number();
        reader.at += size;
        return !dead.test(names.get(index++) ?? "") || EMPTY;
      });
      parts.push(section(CODE, kept));
    } else {
      parts.push(bytes.subarray(start, end));
    }
  }
  return Buffer.concat(parts);
}

/// The items of a section for which `look` does not give false; if it gives bytes, these instead.
function items(bytes, at, look) {
  const reader = new Reader(bytes, at);
  const kept = [];
  for (let left = reader.number(); left > 0; left--) {
    const start = reader.at;
    const wanted = look(reader);
    if (wanted) kept.push(wanted === true ? bytes.subarray(start, reader.at) : wanted);
  }
  return kept;
}

/// The name of each function, by its number, and how many are imported: those come first.
function functionNames(bytes) {
  const IMPORTS = 2;
  const CUSTOM = 0;
  const names = new Map();
  names.imported = 0;
  for (const { id, at, end } of sections(bytes)) {
    const reader = new Reader(bytes, at);
    if (id === IMPORTS) {
      for (let left = reader.number(); left > 0; left--) {
        reader.text();
        reader.text();
        if (bytes[reader.at++] !== 0) throw new Error("The WebAssembly imports something else than functions, which is not expected.");
        reader.number();
        names.imported++;
      }
    } else if (id === CUSTOM && reader.text() === "name") {
      while (reader.at < end) {
        const functions = bytes[reader.at++] === 1;
        const next = reader.number() + reader.at;
        for (let left = functions ? reader.number() : 0; left > 0; left--) names.set(reader.number(), reader.text());
        reader.at = next;
      }
    }
  }
  return names;
}

/// Each section: its kind, where it starts, where what it holds starts, and where it ends.
function* sections(bytes) {
  for (let start = 8; start < bytes.length; ) {
    const reader = new Reader(bytes, start + 1);
    const size = reader.number();
    const end = reader.at + size;
    yield { id: bytes[start], start, at: reader.at, end };
    start = end;
  }
}

function section(id, items) {
  const body = Buffer.concat([encoded(items.length), ...items]);
  return Buffer.concat([Buffer.from([id]), encoded(body.length), body]);
}

/// A number as WebAssembly writes it: seven bits a byte, the lowest first.
function encoded(number) {
  const bytes = [];
  for (; number >= 0x80; number = Math.floor(number / 0x80)) bytes.push((number % 0x80) | 0x80);
  return Buffer.from([...bytes, number]);
}

/// Reads what WebAssembly is made of, from `at` on.
class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }
}
