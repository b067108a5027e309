// Where the things to test are. `cargo xtask` says so by environment variables; by hand the usual places do.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export const dist = process.env.FAIRCOPY_DIST ?? join(root, "dist");
export const program = process.env.FAIRCOPY_PROGRAM ?? join(root, "target/release/faircopy");
export const trainer = process.env.FAIRCOPY_TRAINER ?? join(root, "target/release/faircopy-train");
export const widget = process.env.FAIRCOPY_WIDGET ?? join(root, "dist/widget");
export const chromium = process.env.CHROME ?? "/usr/bin/chromium";
export const engines = (process.env.FAIRCOPY_ENGINES ?? "chromium,firefox,webkit").split(",");
export const geckodriver = process.env.GECKODRIVER ?? "geckodriver";
export const screenshots = join(root, "docs/screenshots");

/// The repository's own résumés: a folder each with `input.txt`.
export const cases = () => texts(join(root, "crates/core/tests"));

/// Shared texts that may lie beside the repository; none where they do not. Of the seeds it is known what is expected.
export const seeds = () => texts(join(root, "../shared/seeds")).map((seed) => ({ ...seed, expected: expected(join(root, "../shared/seeds", seed.name)) }));
export const corpus = () => texts(join(root, "../shared/corpus"));

const expected = (folder) => JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));

function texts(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((path) => path === "input.txt" || path.endsWith("/input.txt"))
    .sort()
    .map((path) => ({ name: path.replace(/\/?input\.txt$/, ""), text: readFileSync(join(folder, path), "utf8") }));
}
