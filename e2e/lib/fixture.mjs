// What the browser tests share: a browser for the file, and for each test a page that must have behaved at its end.

import { after, afterEach, before, beforeEach } from "node:test";
import { launch } from "./browser.mjs";
import { Editor } from "./editor.mjs";

/// Sets up a file's browser, and gives the object whose `editor`, `visit` and `open` belong to the test that runs.
export function withBrowser(options = {}) {
  const now = {};
  before(async () => {
    now.browser = await launch();
  });
  after(() => now.browser?.close());
  beforeEach(async () => {
    now.visits = [];
    now.editor = await now.open(options);
    now.visit = now.visits[0];
  });
  afterEach(async () => {
    for (const visit of now.visits) await visit.close();
  });
  now.open = async (options) => {
    const visit = await now.browser.open(options);
    now.visits.push(visit);
    return new Editor(visit.page).visit();
  };
  return now;
}
