// What a first visit downloads, compressed as a web server would.

import { brotliCompressSync, constants } from "node:zlib";
import { launch } from "./browser.mjs";

/// The files of a first visit, the largest first: their names, how many bytes they have, and how many of these are sent.
export async function downloads() {
  const browser = await launch();
  const visit = await browser.open();
  const bodies = new Map();
  visit.page.on("response", (response) => {
    if (new URL(response.url()).origin === browser.origin) bodies.set(new URL(response.url()).pathname, response.body());
  });
  await visit.page.goto("/");
  await visit.page.locator("#shell").waitFor({ state: "detached" });
  await visit.page.waitForLoadState("networkidle");

  const files = [];
  for (const [path, body] of bodies) {
    const bytes = await body;
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    files.push({ name: named(path), raw: bytes.length, small: brotliCompressSync(bytes, { params }).length });
  }
  await visit.context.close();
  await browser.close();
  return files.sort((a, b) => b.small - a.small);
}

/// A file's name without what tells one version from another.
const named = (path) => (path === "/" ? "index.html" : path.slice(1).replace(/-\w{16}(?=\.)/, ""));

/// Bytes as people read them, a KB being 1,024.
export const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
