// One Chromium for a test file, a fresh context for a test, and a record of everything the page should not do.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import * as places from "./places.mjs";
import { serve } from "../server.mjs";

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/// Starts the browser, and the server of the app unless there is another. `open` gives a page in a context of its own; `close` ends
/// everything.
export async function launch(site) {
  const server = site ?? (await serve(places.dist));
  const browser = await chromium.launch({ executablePath: places.chromium, args: FLAGS });
  return {
    origin: server.origin,
    open: (options = {}) => open(browser, server.origin, options),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/// Opens a page. Requests to `others` are no trouble, and what `heard` says yes to is meant to be told in the console.
async function open(browser, origin, { others = [], heard = () => false, ...options }) {
  const context = await browser.newContext({ baseURL: origin, acceptDownloads: true, viewport: { width: 1280, height: 900 }, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  const page = await context.newPage();
  const watched = watch(page, [origin, ...others], heard);
  return {
    page,
    context,
    requests: watched.requests,
    /// Closes the context and fails where the page complained or asked for what it should not.
    close: async () => {
      await context.close();
      assert.deepEqual(watched.found, [], "the page gave no error, no warning and no stray request");
    },
  };
}

/// What pages complained of.
const complaints = new WeakMap();
export const troubles = (page) => complaints.get(page) ?? [];

function watch(page, origins, heard) {
  const found = [];
  complaints.set(page, found);
  const requests = [];
  page.on("console", (message) => {
    if (["error", "warning", "assert"].includes(message.type()) && !heard(message.text())) found.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`uncaught: ${error.message}`));
  page.on("crash", () => found.push("the tab crashed"));
  page.on("request", (request) => {
    const url = new URL(request.url());
    requests.push(url);
    if (!["data:", "blob:"].includes(url.protocol) && !origins.includes(url.origin)) found.push(`request to another origin: ${url}`);
  });
  page.on("requestfailed", (request) => found.push(`request failed: ${request.url()} (${request.failure()?.errorText})`));
  page.on("response", (response) => {
    if (response.status() >= 400) found.push(`${response.status()} for ${response.url()}`);
  });
  return { found, requests };
}
