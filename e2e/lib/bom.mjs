// What the program is made of and what it is made with, as CycloneDX says it: the same for the same lock files.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const TARGET = "wasm32-unknown-unknown";
// The packages that are downloaded by people: the app and the element for other pages.
const SHIPPED = ["faircopy-app", "faircopy-widget"];

/// The software bill of materials.
export function bom() {
  const { components, dependencies, version } = crates();
  const tools = npm();
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": "faircopy", name: "faircopy", version, licenses: [{ expression: "MIT OR Apache-2.0" }] },
      properties: [{ name: "faircopy:target", value: TARGET }],
    },
    components: [...components, ...tools].sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1)),
    dependencies,
  };
}

/// The crates that are linked into what ships; those that only build it, macros and build scripts, are "excluded" from it.
function crates() {
  const metadata = metadataOf("--filter-platform", TARGET);
  const packages = new Map(metadata.packages.map((each) => [each.id, each]));
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const isMacro = (id) => packages.get(id).targets.some((target) => target.kind.includes("proc-macro"));
  const needs = (id, kinds) => nodes.get(id).deps.filter((dep) => dep.dep_kinds.some(({ kind }) => kinds.includes(kind))).map((dep) => dep.pkg);
  const reach = (from, next) => {
    const seen = new Set(from);
    for (const id of seen) next(id).forEach((found) => seen.add(found));
    return seen;
  };
  const shipped = metadata.packages.filter((each) => SHIPPED.includes(each.name)).map((each) => each.id);
  const linked = reach(shipped, (id) => needs(id, [null]).filter((found) => !isMacro(found)));
  const all = reach(shipped, (id) => needs(id, [null, "build"]));
  const sums = checksums();
  const ref = (id) => `pkg:cargo/${packages.get(id).name}@${packages.get(id).version}`;
  const outside = [...all].filter((id) => packages.get(id).source !== null);
  const components = outside.map((id) => {
    const { name, version, license } = packages.get(id);
    const sum = sums.get(`${name}@${version}`);
    if (!license || !sum) throw new Error(`${name} ${version} names no ${license ? "checksum in Cargo.lock" : "licence"}.`);
    return component(ref(id), name, version, license.replaceAll("/", " OR "), linked.has(id) ? "required" : "excluded", { alg: "SHA-256", content: sum });
  });
  const edges = (id) => needs(id, [null, "build"]).filter((found) => packages.get(found).source !== null).map(ref);
  const ours = [...all].filter((id) => packages.get(id).source === null);
  const dependencies = [
    { ref: "faircopy", dependsOn: sorted(ours.flatMap(edges)) },
    ...outside.map((id) => ({ ref: ref(id), dependsOn: sorted(edges(id)) })).sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  ];
  return { components, dependencies, version: packages.get(shipped[0]).version };
}

/// The names of the crates that a package of ours asks for itself.
export function chosen() {
  const ours = metadataOf("--no-deps").packages.flatMap(({ dependencies }) => dependencies);
  return sorted(ours.filter(({ source }) => source !== null).map(({ name }) => name));
}

function metadataOf(...options) {
  const given = ["metadata", "--format-version", "1", "--locked", ...options];
  return JSON.parse(execFileSync("cargo", given, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 }));
}

const sorted = (refs) => [...new Set(refs)].sort();

/// The checksums in Cargo.lock by name and version.
function checksums() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const rows = lock.matchAll(/^name = "([^"]+)"\nversion = "([^"]+)"\nsource = "[^"]+"\nchecksum = "([0-9a-f]{64})"$/gm);
  return new Map([...rows].map(([, name, version, sum]) => [`${name}@${version}`, sum]));
}

/// The npm packages of the build and the tests, of which nothing ships.
function npm() {
  const { packages } = JSON.parse(readFileSync(join(root, "e2e/package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path, { link }]) => path !== "" && !link)
    .map(([path, { version, license, integrity }]) => {
      const name = path.replace(/^.*node_modules\//, "");
      const content = Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex");
      return component(`pkg:npm/${name.replace("@", "%40")}@${version}`, name, version, license, "excluded", { alg: "SHA-512", content });
    })
    .filter((each, at, all) => all.findIndex((other) => other["bom-ref"] === each["bom-ref"]) === at);
}

function component(ref, name, version, license, scope, hash) {
  return { type: "library", "bom-ref": ref, name, version, scope, hashes: [hash], licenses: [{ expression: license }], purl: ref };
}
