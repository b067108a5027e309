// The files of one version, as the worker keeps them: all of them, each told by its hash.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/// What a host reads and a browser does not, and the worker itself, which a browser keeps apart.
const LEFT = /^_|^vercel\.json$|^worker\.js$/;

const hash = (bytes, form) => createHash("sha256").update(bytes).digest(form);

/// A name that tells the content, so that the same name always has the same bytes.
export const hashedName = (bytes, kind) => `app-${hash(bytes, "hex").slice(0, 16)}.${kind}`;

/// The worker for the app in a folder: its source with the files that make a version, and what to call it.
export function worker(folder, source) {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && !LEFT.test(entry.name)).map(({ name }) => name);
  const files = {};
  for (const name of names.sort()) files[name === "index.html" ? "./" : name] = `sha256-${hash(readFileSync(join(folder, name)), "base64")}`;
  const list = JSON.stringify(files, undefined, 2);
  const put = (text, old, now) => {
    if (!old.test(text)) throw new Error(`worker.js has no ${old}: it is written in another way than expected.`);
    return text.replace(old, () => now);
  };
  return put(put(source, /FILES = \{[^}]*\}/, `FILES = ${list}`), /VERSION = "\w*"/, `VERSION = "${hash(list, "hex").slice(0, 16)}"`);
}
