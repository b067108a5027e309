// Puts the widget together: `node widget.mjs PROGRAM MAP OUT`, where PROGRAM is the folder that wasm-bindgen wrote, and MAP what the
// linker says of the program.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build, transformSync } from "esbuild";
import { compile } from "svelte/compiler";
import { shrink } from "./lib/wasm.mjs";
import { TOKENS } from "../crates/widget/js/frame.js";

const [program, map, out] = process.argv.slice(2);
const widget = fileURLToPath(new URL("../crates/widget/", import.meta.url));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const script = shrink(join(program, "faircopy_bg.wasm"), readFileSync(join(program, "faircopy.js"), "utf8"), map);
cpSync(join(program, "faircopy_bg.wasm"), join(out, "faircopy.wasm"));

const options = { minify: true, target: "es2022", legalComments: "none", logLevel: "error" };
const own = {
  name: "own",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/glue\.js$/ }, ({ path }) => ({ path, namespace: "glue" }));
    onLoad({ filter: /./, namespace: "glue" }, async () => ({ contents: await factory(script) }));
    onResolve({ filter: /\.css$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, "../style", path), namespace: "style" }));
    onLoad({ filter: /./, namespace: "style" }, async ({ path }) => ({ contents: await style(path), loader: "text" }));
  },
};
await build({
  ...options,
  bundle: true,
  format: "esm",
  entryPoints: ["faircopy.js", "editor.js", "embed.js"].map((name) => join(widget, "js", name)),
  outdir: out,
  external: ["node:fs/promises"],
  define: { WASM_INTEGRITY: JSON.stringify(integrity("faircopy.wasm")) },
  plugins: [{ name: "apart", setup: ({ onResolve }) => onResolve({ filter: /^\.\/editor\.js$/ }, () => ({ path: "./editor.js", external: true })) }, own],
});
cpSync(join(widget, "js/embed.html"), join(out, "embed.html"));

// What goes beside it: types, descriptions, examples, licences.
cpSync(join(widget, "package"), out, { recursive: true });
for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) cpSync(join(widget, "../..", name), join(out, name));
cpSync(join(widget, "../../docs/embedding.md"), join(out, "README.md"));
const { name, ...told } = JSON.parse(readFileSync(join(out, "package.json"), "utf8"));
const [, version] = readFileSync(join(widget, "../../Cargo.toml"), "utf8").match(/^version = "(.+)"$/m);
writeFileSync(join(out, "package.json"), `${JSON.stringify({ name, version, ...told }, null, 2)}\n`);

/// The script of wasm-bindgen, with scripts of our own that it imports, keeps one program in its variables. As the body of a function it
/// keeps one for each call.
async function factory(script) {
  const stdin = { contents: script, resolveDir: program };
  const { outputFiles } = await build({ ...options, bundle: true, write: false, format: "iife", globalName: "program", stdin });
  return `export default () => {\n${outputFiles[0].text}\nreturn program;\n};`;
}

/// One style sheet, for a shadow root: what the app says of its page is said of two elements, sizes are of that element's text, and what
/// depends on the width of the window depends on the width of the editor. The page around may set some of the tokens.
async function style(path) {
  const themed = {
    name: "themed",
    setup({ onLoad }) {
      onLoad({ filter: /tokens\.css$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(/--([\w-]+): ([^;]+);/g, (whole, name, value) =>
          TOKENS.includes(name) ? `--${name}: var(--faircopy-${name}, ${value});` : whole),
        loader: "css",
        resolveDir: dirname(path),
      }));
    },
  };
  const { outputFiles } = await build({ ...options, bundle: true, minify: false, write: false, entryPoints: [path], plugins: [themed] });
  const css = outputFiles[0].text
    .replace(/^( *):root \{/gm, "$1.faircopy {")
    .replace(/^body \{/gm, ".faircopy > * {")
    .replaceAll(/(\d*\.?\d+)rem\b/g, "calc($1 * var(--rem))")
    .replaceAll("@media (max-width:", "@container faircopy (max-width:");
  return transformSync(css, { ...options, loader: "css" }).code.trim();
}

function integrity(name) {
  return `sha384-${createHash("sha384").update(readFileSync(join(out, name))).digest("base64")}`;
}

// The examples that need building, as somebody would who uses these libraries.
const svelte = {
  name: "svelte",
  setup: ({ onLoad }) => onLoad({ filter: /\.svelte$/ }, ({ path }) => {
    const { js, warnings } = compile(readFileSync(path, "utf8"), { filename: path, css: "injected" });
    return { contents: js.code, warnings: warnings.map(({ message }) => ({ text: message })) };
  }),
};
await build({
  ...options,
  bundle: true,
  format: "esm",
  jsx: "automatic",
  entryPoints: ["react.jsx", "vue.js", "svelte.js"].map((name) => join(out, "examples", name)),
  outdir: join(out, "examples/built"),
  nodePaths: [fileURLToPath(new URL("node_modules", import.meta.url))],
  define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
  plugins: [svelte, { name: "apart", setup: ({ onResolve }) => onResolve({ filter: /\/faircopy\.js$/ }, () => ({ path: "../../faircopy.js", external: true })) }],
});

const files = readdirSync(out).filter((name) => /\.(js|wasm|html)$/.test(name));
writeFileSync(join(out, "integrity.json"), `${JSON.stringify(Object.fromEntries(files.map((name) => [name, integrity(name)])), null, 2)}\n`);

// What a page downloads: at first the loader, and the rest when the editor is near.
for (const name of ["faircopy.js", "editor.js", "faircopy.wasm"]) {
  const bytes = readFileSync(join(out, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  console.log(`${(brotliCompressSync(bytes, { params }).length / 1024).toFixed(1).padStart(10)} KB brotli  ${name}`);
}
