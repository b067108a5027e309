// The policies of the pages: what each may load and run, from its first byte on, and nothing else.

import { createHash } from "node:crypto";
import { transformSync } from "esbuild";

/// While the page loads: what is beside it, and the scripts and styles within it, told by their hashes.
const LOADING = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "",
  "img-src": "data:",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/// Once it is there, beside the first: nothing. A browser looks for the manifest when it likes.
const SEALED = { "default-src": "'none'", "img-src": "data:", "manifest-src": "'self'", "require-trusted-types-for": "'script'", "trusted-types": "'none'" };

/// A page that loads nothing.
const ALONE = { "default-src": "'none'", "script-src": "", "style-src": "", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'" };

const SCRIPT = /<script\b[^>]*>([^]*?)<\/script>/g;
const STYLE = /<style\b[^>]*>([^]*?)<\/style>/g;

/// The page with `lock` as its first script, and its policy before that. One that starts a program is sealed later, by what stands ready for it.
export function withPolicy(html, lock, startsProgram) {
  const [head, ...rest] = html.split(/(?<=<meta charset="?utf-8"?>)/);
  if (rest.length !== 1) throw new Error("A page begins with its character set in another way than expected.");
  const locked = `<script>${lock}</script>${rest[0]}`;
  const policy = written({
    ...(startsProgram ? LOADING : ALONE),
    "script-src": [startsProgram ? LOADING["script-src"] : "", ...hashes(locked, SCRIPT)].join(" ").trim(),
    "style-src": hashes(locked, STYLE).join(" "),
  });
  const seal = startsProgram ? `<meta name=seal content="${written(SEALED)}">` : "";
  return `${head}<meta http-equiv=Content-Security-Policy content="${policy}">${seal}${locked}`;
}

/// A script as short as it goes.
export function short(script) {
  return transformSync(script, { minify: true, target: "es2022", legalComments: "none" }).code.trim();
}

function written(policy) {
  return Object.entries(policy).map(([name, value]) => `${name} ${value}`).join(";");
}

function hashes(html, elements) {
  return [...html.matchAll(elements)].map(([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
}
