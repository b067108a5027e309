// Seals a built app: `node seal.mjs FOLDER`. Every page gets its policy and its lock, the files get the hashes of what they hold, and the
// worker is told what to keep. A program that could reach out is refused.

import { cpSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { short, withPolicy } from "./lib/policy.mjs";
import { strangers } from "./lib/reach.mjs";
import { hashedName, worker } from "./lib/whole.mjs";

const dist = process.argv[2];
const source = fileURLToPath(new URL("../public/", import.meta.url));
const read = (name) => readFileSync(join(dist, name), "utf8");
const given = (name) => readFileSync(join(source, name), "utf8");

const [script] = readdirSync(dist).filter((name) => /^faircopy-app-\w+\.js$/.test(name));
if (!script) throw new Error(`${dist} holds no program as Trunk builds it: build it anew before it is sealed.`);
const strange = strangers(read(script), readFileSync(join(dist, script.replace(".js", "_bg.wasm"))));
if (strange.length > 0) {
  console.error(`The program names what it did not name before: ${strange.join(", ")}.`);
  console.error("If none of it can send, fetch or open anything, add it to e2e/reach.txt; otherwise do without.");
  process.exit(1);
}

const program = {};
for (const [kind, old] of [["js", script], ["wasm", script.replace(".js", "_bg.wasm")]]) {
  program[kind] = hashedName(readFileSync(join(dist, old)), kind);
  renameSync(join(dist, old), join(dist, program[kind]));
}

// What hosts read.
for (const name of ["_headers", "vercel.json"]) cpSync(join(source, name), join(dist, name));

// The icons stand in the manifest itself, as a page that is sealed loads no picture, not even of its own.
const data = (name) => `data:image/png;base64,${readFileSync(join(source, name), "base64")}`;
writeFileSync(join(dist, "faircopy.webmanifest"), given("faircopy.webmanifest").replaceAll(/(?<=")(icon-[\w-]+\.png)(?=")/g, data));

// Trunk starts the program by a script of its own, and gives the icon in a file.
const named = (name) => short(given(name)).replaceAll(/PROGRAM\.(js|wasm)/g, (_, kind) => `./${program[kind]}`);
const [icon] = readdirSync(dist).filter((name) => /^icon-\w+\.svg$/.test(name));
const shown = `data:image/svg+xml,${given("icon.svg").replaceAll('"', "'").replaceAll("#", "%23").replaceAll(/\n */g, "")}`;
put("index.html", read("index.html"), [
  [/<script type="?module"?>import init[^]*?<\/script>/, `<script type=module>${named("start.js")}</script>`],
  // What one engine takes from a hint to load it early, another loads a second time: the first script asks for it instead.
  [/<link[^>]*rel="?preload"?[^>]*>/, ""],
  [new RegExp(`[./]*${script}`), `./${program.js}`],
  [new RegExp(`(?<=href="?)[./]*${icon}"?`), `"${shown}"`],
]);
rmSync(join(dist, icon));

// The other pages load nothing, so their scripts are in them.
put("proof.html", given("proof.html"), [[/<script src="(\w+\.js)"><\/script>/, `<script>${short(given("proof.js"))}</script>`]]);

const lock = short(given("lock.js"));
for (const name of readdirSync(dist).filter((name) => name.endsWith(".html"))) {
  const page = withPolicy(read(name), name === "index.html" ? lock + named("fetch.js") : lock, name === "index.html");
  writeFileSync(join(dist, name), page);
}

writeFileSync(join(dist, "worker.js"), worker(dist, given("worker.js")));

/// Writes a file with each of these in place of what stands there, which has to.
function put(name, text, changes) {
  let whole = text;
  for (const [old, changed] of changes) {
    if (!(old instanceof RegExp ? old.test(whole) : whole.includes(old))) throw new Error(`${name} has no ${old}: it is written in another way than expected.`);
    whole = whole.replace(old, () => changed);
  }
  writeFileSync(join(dist, name), whole);
}
