// What is in the page stays in it: every way out is tried from within, and nothing arrives anywhere.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { launch } from "../lib/browser.mjs";
import { Editor, until } from "../lib/editor.mjs";
import * as places from "../lib/places.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";
import { sinks } from "../lib/sinks.mjs";
import { WAYS, tryWay } from "../lib/ways.mjs";
import { serve } from "../server.mjs";

/// The page is sealed once its second policy stands in it.
const sealed = (page) => page.locator("meta[http-equiv=Content-Security-Policy]").nth(1).waitFor({ state: "attached" });

describe("the sealed page", () => {
  let app, browser, sink;
  before(async () => {
    app = await serve(places.dist);
    browser = await launch(app);
    sink = await sinks();
  });
  after(async () => {
    sink.close();
    await browser.close();
  });

  /// A page with the editor, in which complaints about the policy are what is wanted.
  async function visit() {
    const { page, context } = await browser.open();
    const editor = await new Editor(page).visit();
    await sealed(page);
    await until(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === "activated"), "the app is kept for later");
    return { editor, page, context };
  }

  /// Tries every way, and gives how many complained at once.
  async function tryAll(page) {
    for (const name of Object.keys(WAYS)) await tryWay(page, name, sink);
  }

  test("on the whole journey, nothing arrives by any way out", async () => {
    const { editor, page, context } = await visit();
    const asked = app.asked.length;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    await tryAll(page);
    await editor.field(editor.basics, "Name").fill("Maren <b>O.");
    await tryAll(page);
    assert.match((await editor.downloaded(() => editor.button("Download JSON").click())).text, /Maren <b>O\./);
    assert.match(await editor.copied("Copy Markdown"), /^# Maren/);
    await tryAll(page);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.match(await page.locator(".print").innerText(), /Maren <b>O\./);
    await tryAll(page);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));

    // What a page without a policy sends now has come after all that could still be under way.
    const last = await context.newPage();
    await last.goto(`${sink.there}/last`);
    await until(() => sink.arrived.includes("/last"), "the last request arrives");
    assert.deepEqual(sink.arrived.filter((what) => !["connection", "/last", "/favicon.ico"].includes(what)), []);
    assert.deepEqual(app.asked.slice(asked), []);
    assert.equal(context.pages().length, 2);
    await editor.waitForValue(editor.field(editor.basics, "Name"), "Maren <b>O.");
    await context.close();
  });

  test("not even a connection is made", async () => {
    const { page, context } = await visit();
    const before = sink.arrived.length;
    await tryAll(page);
    await context.close();
    assert.deepEqual(sink.arrived.slice(before), []);
  });

  test("links that a person clicks open, and nothing that the page clicks", async () => {
    const { editor, page, context } = await visit();
    await page.evaluate((there) => {
      const link = Object.assign(document.createElement("a"), { href: `${there}/by-a-person`, target: "_blank", textContent: "Elsewhere" });
      document.querySelector("header").append(link);
      link.click();
    }, sink.there);
    const [opened] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", { name: "Elsewhere" }).click()]);
    await opened.waitForURL(`${sink.there}/by-a-person`);
    assert.equal(sink.arrived.filter((path) => path === "/by-a-person").length, 1);
    assert.equal(await editor.source.count(), 1);
    await context.close();
  });

  test("what was taken away cannot be had again", async () => {
    const { page, context } = await visit();
    const had = await page.evaluate(() => {
      const told = [];
      for (const name of ["open", "RTCPeerConnection", "webkitRTCPeerConnection", "customElements"]) {
        try {
          Object.defineProperty(window, name, { value: "again" });
          told.push(name);
        } catch {
          window[name] = "again";
          if (window[name] !== undefined) told.push(name);
        }
        if (delete window[name]) told.push(name);
      }
      return told;
    });
    assert.deepEqual(had, []);
    await context.close();
  });
});

// Without policy and lock each of the ways arrives: what is found above is found by a test that can fail.
test("without a seal every way out works", async () => {
  const sink = await sinks();
  const asked = [];
  const bare = createServer((request, response) => {
    if (request.url !== "/") asked.push(request.url);
    response.writeHead(200, { "Content-Type": request.url === "/" ? "text/html" : "text/javascript" });
    response.end(request.url === "/" ? "<!doctype html><meta name=about><title>Bare</title><body><button>Here</button>" : "");
  });
  await new Promise((ready) => bare.listen(0, "127.0.0.1", ready));
  const browser = await launch({ origin: `http://127.0.0.1:${bare.address().port}`, close: async () => bare.close() });
  try {
    for (const name of Object.keys(WAYS)) {
      const { page, context } = await browser.open();
      await page.goto("/");
      // Windows open for people who have clicked.
      await page.getByRole("button").click();
      const before = [sink.arrived.length, asked.length];
      await tryWay(page, name, sink);
      const arrives = () => sink.arrived.slice(before[0]).some((what) => what !== "connection") || asked.slice(before[1]).some((path) => path !== "/favicon.ico");
      await until(arrives, `${name} works where nothing forbids it`);
      await context.close();
    }
  } finally {
    sink.close();
    bare.closeAllConnections();
    await browser.close();
  }
});
