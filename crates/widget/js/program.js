// The program: compiled once, and started anew for each editor.

import glue from "./glue.js";

const ADDRESS = new URL("faircopy.wasm", import.meta.url);

let compiled;

async function compile() {
  if (ADDRESS.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return WebAssembly.compile(await readFile(ADDRESS));
  }
  const response = await fetch(ADDRESS, { integrity: WASM_INTEGRITY });
  if (!response.ok) throw new Error(`${ADDRESS} answers ${response.status}`);
  // Not every server knows the type that compiling on the way needs.
  return WebAssembly.compile(await response.arrayBuffer());
}

/// The program, started anew.
export async function program() {
  compiled ??= compile();
  try {
    const started = glue();
    await started.default({ module_or_path: await compiled });
    return started;
  } catch (error) {
    compiled = undefined;
    throw error;
  }
}

let shared;

/// The program for those who want no editor.
export const converter = () => (shared ??= program());
