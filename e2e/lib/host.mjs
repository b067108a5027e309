// A company's site: pages with a form, the widget beside them or on another origin, and what the form has posted.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import * as places from "./places.mjs";

const TYPES = { ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

/// Serves `pages`, a map from paths to their HTML, or to `{ body, headers }`; the widget under `/widget/`; and takes what is posted.
export async function host(pages = {}) {
  const posts = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const give = (status, type, body, headers = {}) => {
      response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store", ...headers });
      response.end(body);
    };
    if (request.method === "POST") {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      posts.push(await new Response(Buffer.concat(chunks), { headers: { "Content-Type": request.headers["content-type"] } }).formData());
      return give(200, TYPES[".html"], "<!doctype html><html lang=en><title>Thank you</title><h1>Thank you</h1>");
    }
    if (Object.hasOwn(pages, pathname)) {
      const page = pages[pathname];
      return give(200, TYPES[".html"], page.body ?? page, page.headers);
    }
    if (pathname === "/favicon.ico") return give(204, "image/x-icon");
    try {
      if (!pathname.startsWith("/widget/")) throw new Error("no page");
      const file = join(places.widget, normalize(pathname.slice("/widget".length)));
      // A frame in a sandbox has no origin, and asks as a stranger.
      return give(200, TYPES[extname(file)], await readFile(file), { "Access-Control-Allow-Origin": "*" });
    } catch {
      return give(404, "text/plain", `There is no ${pathname} here.\n`);
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    pages,
    posts,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}
