// Takes out of WebAssembly what its tools leave in.

import { CODE, CUSTOM, EXPORTS, Reader, changed, importedFunctions, section, sections } from "./binary.mjs";
import { functions } from "./code.mjs";

// A function that is called by nobody: no locals, and an instruction that cannot be reached.
const EMPTY = Buffer.from([3, 0, 0x00, 0x0b]);

/// The bodies of the functions of whose names `dead` holds.
export function bodiesOf(bytes, dead) {
  const names = functionNames(bytes);
  const imported = importedFunctions(bytes);
  return functions(bytes).filter((_, at) => dead(names.get(imported + at) ?? ""));
}

/// The WebAssembly with these exports alone, and with nothing in the functions of whose names `dead` holds. (wasm-metadce would see to
/// the exports, but puts functions in an order that compresses worse.)
export function without(bytes, exports, dead) {
  const names = functionNames(bytes);
  return changed(bytes, (id, reader) => {
    if (id === EXPORTS) {
      const all = reader.items(() => {
        let name;
        const item = reader.over(() => {
          name = reader.text();
          reader.byte();
          reader.number();
        });
        return exports.has(name) ? [item] : [];
      });
      return section(EXPORTS, all.flat());
    }
    if (id === CODE) {
      let number = importedFunctions(bytes);
      const all = reader.items(() => {
        const item = reader.over(() => reader.bytes(reader.number()));
        return dead(names.get(number++) ?? "") ? EMPTY : item;
      });
      return section(CODE, all);
    }
  });
}

/// The name of each function, by its number.
function functionNames(bytes) {
  const FUNCTIONS = 1;
  const names = new Map();
  for (const { at, end } of [...sections(bytes)].filter(({ id }) => id === CUSTOM)) {
    const reader = new Reader(bytes, at);
    if (reader.text() !== "name") continue;
    while (reader.at < end) {
      const kind = reader.byte();
      const next = reader.number() + reader.at;
      if (kind === FUNCTIONS) reader.items(() => names.set(reader.number(), reader.text()));
      reader.at = next;
    }
  }
  return names;
}
