// Serves a folder of static files on this machine alone: `node server.mjs FOLDER PORT`, or `serve` from a test.

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/// Starts serving `folder`, with the headers that its `_headers` gives; port 0 takes any free one. Gives the address, what is
/// asked for, and a function that stops it. `compressed` sends everything by brotli, as the hosts of static sites do.
export async function serve(folder, port = 0, { compressed = false } = {}) {
  const root = resolve(folder);
  const asked = [];
  const small = new Map();
  const brotli = (tag, body) => small.get(tag) ?? small.set(tag, brotliCompressSync(body)).get(tag);
  const server = createServer(async (request, response) => {
    asked.push(request.url);
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = join(root, normalize(path.endsWith("/") ? `${path}index.html` : path));
    const headers = { "Cache-Control": "no-cache", ...headersOf(await readFile(join(root, "_headers"), "utf8").catch(() => ""), path) };
    try {
      const body = await readFile(file);
      const tag = `"${createHash("sha256").update(body).digest("base64url")}"`;
      const known = request.headers["if-none-match"] === tag;
      if (compressed) headers["Content-Encoding"] = "br";
      response.writeHead(known ? 304 : 200, { ...headers, ETag: tag, "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
      response.end(known ? undefined : compressed ? brotli(tag, body) : body);
    } catch {
      response.writeHead(404, { ...headers, "Content-Type": "text/plain; charset=utf-8" });
      response.end(`There is no ${path} here.\n`);
    }
  });
  await new Promise((ready, failed) => server.once("error", failed).listen(port, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}

/// The headers of a path, as hosts of static files read them from a file: a line a path, which a star goes on from, and below it a line a
/// header. Where several give the same header, all hold.
export function headersOf(text, path) {
  const headers = {};
  let holds = false;
  for (const line of text.split("\n").filter((line) => line.trim() !== "")) {
    const [, name, value] = line.match(/^\s+([\w-]+): (.*)$/) ?? [];
    if (!name) holds = line.endsWith("*") ? path.startsWith(line.slice(0, -1)) : path === line;
    else if (holds) headers[name] = headers[name] ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, port] = process.argv.slice(2);
  const { origin } = await serve(folder, Number(port));
  console.log(`Faircopy answers on ${origin}`);
}
