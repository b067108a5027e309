// The widget as a page embeds it: sites to embed it in, and the editor inside, in the page or in a frame.

import { after, afterEach, before } from "node:test";
import { spawnSync } from "node:child_process";
import assert from "node:assert/strict";
import * as places from "./places.mjs";
import { launch } from "./browser.mjs";
import { host } from "./host.mjs";
import { until } from "./editor.mjs";

/// A page with a form in it.
export const page = (form, { head = "", widget = "/widget" } = {}) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Apply</title>${head}
<script type="module" src="${widget}/faircopy.js"></script>
<body>${form}`;

/// A form that posts what is in it.
export const form = (inner, more = "") => `<form id="form" method="post" enctype="multipart/form-data" action="/apply" ${more}>${inner}<button>Send</button></form>`;

/// Sets up a file's browser and its site. `visit` opens a page of it.
export function withSite() {
  const now = { pages: {} };
  before(async () => {
    now.site = await host(now.pages);
    now.cdn = await host();
    now.browser = await launch(now.site);
    now.visits = [];
  });
  after(async () => {
    await now.browser?.close();
    await now.cdn?.close();
  });
  afterEach(async () => {
    for (const visit of now.visits.splice(0)) await visit.close();
    now.site.posts.length = 0;
  });
  now.visit = async (html, options = {}, path = "/") => {
    now.pages["/"] = html;
    const visit = await now.browser.open({ others: [now.cdn.origin], ...options });
    now.visits.push(visit);
    await visit.page.goto(path);
    return visit.page;
  };
  return now;
}

/// The editor in an element: its inputs, wherever they are.
export function editorIn(page, { frame = false, at = 0 } = {}) {
  const element = page.locator("faircopy-editor").nth(at);
  const inside = frame ? element.locator("iframe").contentFrame() : element;
  return {
    element,
    inside,
    source: inside.getByRole("textbox", { name: "Résumé text", exact: true }),
    field: (name) => inside.getByRole("textbox", { name, exact: true }).first(),
    /// Waits until the editor has taken over from the plain text area.
    ready: () => inside.locator(".source-input").waitFor(),
    value: () => element.evaluate((e) => e.value),
    posted: () => element.evaluate((e) => new FormData(e.form).get(e.name)),
    /// Waits until the résumé is as it should be, and the frame as high as what is in it: what stands below no longer moves.
    async waitFor(of, what) {
      await until(async () => of(await element.evaluate((e) => e.value)), what);
      if (!frame) return;
      const height = () => inside.locator(".faircopy").evaluate((box) => Math.abs(box.offsetHeight - innerHeight));
      await until(async () => (await height()) < 1, "the frame is as high as the editor");
    },
  };
}

/// What the command line makes of a text.
export function faircopy(input, ...options) {
  const run = spawnSync(places.program, options, { input, encoding: "utf8" });
  assert.ifError(run.error);
  return run.stdout;
}

/// A text as a form gives it back: it posts line ends as carriage return and line feed.
export const unposted = (text) => text.replaceAll("\r\n", "\n");
