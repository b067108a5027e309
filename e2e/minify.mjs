// Makes a built app smaller where Trunk does not: `node minify.mjs FOLDER MAP`, where MAP is what the linker says of the program.

import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { shrink } from "./lib/wasm.mjs";

const [dist, map] = process.argv.slice(2);
const read = (name) => readFileSync(join(dist, name), "utf8");

// The WebAssembly and its script, which wasm-bindgen makes in pairs: what neither needs of the other goes, and so do long names.
for (const name of readdirSync(dist).filter((name) => name.endsWith(".js"))) {
  const script = fetchingNothing(shrink(join(dist, name.replace(/\.js$/, "_bg.wasm")), read(name), map));
  const path = join(dist, name);
  writeFileSync(path, script);
  // With the script of our own that it imports, in one file.
  const options = { bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", logLevel: "error" };
  buildSync({ ...options, entryPoints: [path], outfile: path, allowOverwrite: true });
}
rmSync(join(dist, "snippets"), { recursive: true, force: true });

// The style sheets go into the page.
const links = /<link\b[^>]*\brel="?stylesheet"?[^>]*>/g;
const page = read("index.html").replace(/<link\b[^>]*\bhref="?[./]*snippets\/[^>]*>/g, "");
const names = [...page.matchAll(links)].map(([link]) => link.match(/\bhref="?\/?([^"\s>]+)/)[1]);
if (names.length === 0) throw new Error("index.html links no style sheet: Trunk writes its links in another way than expected.");
const { code: css } = transformSync(names.map(read).join("\n"), { minify: true, loader: "css", target: "es2022", legalComments: "none" });
let first = true;
const whole = page.replace(links, () => {
  const style = first ? `<style>${css.trim()}</style>` : "";
  first = false;
  return style;
});
writeFileSync(join(dist, "index.html"), whole);
for (const name of names) rmSync(join(dist, name));

/// The script as one function, which takes what was fetched of the program and starts it. wasm-bindgen would have it fetch the program itself.
function fetchingNothing(script) {
  // A host may call the program something else than WebAssembly.
  const start = `export default async (fetched) => {
    const [answer, imports] = [await fetched, __wbg_get_imports()];
    const streamed = WebAssembly.instantiateStreaming(answer.clone(), imports);
    __wbg_finalize_init((await streamed.catch(async () => WebAssembly.instantiate(await answer.arrayBuffer(), imports))).instance);
  };\n`;
  const result = script.replace(/^async function __wbg_load\([^]*^export \{.*$/m, start);
  if (result === script) throw new Error("The script starts the program in another way than expected: wasm-bindgen has changed.");
  return result;
}
