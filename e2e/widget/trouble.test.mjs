// What may go wrong: clear words in the console, nothing that escapes, and what was typed is posted.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { editorIn, form, page, withSite } from "../lib/embedding.mjs";
import { TYPICAL } from "../lib/resumes.mjs";

const now = withSite();
const ELEMENT = '<faircopy-editor name="resume"></faircopy-editor>';
const FRAMED = '<faircopy-editor name="resume" frame></faircopy-editor>';
const ADA = "Ada Example\nada@example.org";

/// Opens a page, and gives what its console was told by the element.
async function listening(html, options = {}) {
  const told = [];
  const opened = await now.visit(html, { heard: (text) => text.startsWith("<faircopy-editor>: ") && told.push(text), ...options });
  return { opened, told };
}

async function send(opened) {
  await opened.getByRole("button", { name: "Send" }).press("Enter");
  await opened.getByRole("heading", { name: "Thank you" }).waitFor();
  return JSON.parse(now.site.posts[0].get("resume"));
}

describe("a page that sets nonsense", () => {
  for (const [way, element, frame] of [["in the page", ELEMENT, false], ["in a frame", FRAMED, true]]) {
    test(`${way}, what was there stays, and the console says why`, async () => {
      const { opened, told } = await listening(page(form(element)));
      const editor = editorIn(opened, { frame });
      await editor.ready();
      await editor.source.fill(ADA);
      await editor.waitFor((value) => value?.basics?.name === "Ada Example", "the name is read");
      const count = await editor.element.evaluate((e) => {
        const ring = {};
        ring.ring = ring;
        const nonsense = [ring, 5n, 17, true, "{", "[]", "text", [], [1], Symbol("s"), () => 1, { toJSON() { throw new Error("no"); } }];
        for (const value of nonsense) e.value = value;
        e.text = Symbol("t");
        e.text = { toString() { throw new Error("no"); } };
        return nonsense.length + 2;
      });
      assert.equal((await editor.value())?.basics?.name, "Ada Example");
      assert.equal(told.length, count, told.join("\n"));
      assert.ok(told.every((text) => /was left as it is/.test(text)));
    });

    test(`${way}, an object of any kind is taken as far as it is a résumé`, async () => {
      const { opened, told } = await listening(page(form(element)));
      const editor = editorIn(opened, { frame });
      await editor.ready();
      for (const value of [{ basics: { name: "Ada Example" }, work: "none", nonsense: [null, { a: 1 }] }, { basics: 5 }, {}]) {
        await editor.element.evaluate((e, value) => (e.value = value), value);
        await until(async () => (await editor.value()) !== undefined, "it has a value");
      }
      await editor.element.evaluate((e) => (e.value = { basics: { name: "Ada Example" }, work: [null, 1, { name: {} }] }));
      await editor.waitFor((value) => value?.basics?.name === "Ada Example", "the name is taken");
      assert.equal((await send(opened)).basics.name, "Ada Example");
      assert.deepEqual(told, []);
    });
  }

  test("names of fields that there are not are told, and ask for nothing", async () => {
    const { opened, told } = await listening(page(form('<faircopy-editor name="resume" required="basics.name basics.shoe work.size"></faircopy-editor>')));
    const editor = editorIn(opened);
    await editor.ready();
    await editor.source.fill(ADA);
    await editor.waitFor((value) => value?.basics?.name === "Ada Example", "the name is read");
    assert.equal(await editor.element.evaluate((e) => e.checkValidity()), true);
    assert.deepEqual(told.filter((text) => /basics\.shoe, work\.size/.test(text)).length, 1, told.join("\n"));
  });
});

describe("what is required", () => {
  for (const [way, more, frame] of [["in the page", "", false], ["in a frame", "frame", true]]) {
    test(`${way}, what is missing is named, blocks the form, and has the focus`, async () => {
      const opened = await now.visit(page(form(`<faircopy-editor name="resume" required="basics.name basics.email work" ${more}></faircopy-editor>`)));
      const editor = editorIn(opened, { frame });
      await editor.ready();
      await editor.source.fill("Ada Example\n\nExperience\n\nEngineer\nNorthwind Energy\n2019 - 2021\n");
      await editor.waitFor((value) => value?.work?.length === 1, "the job is read");
      assert.equal(await editor.element.evaluate((e) => e.validationMessage), "Your résumé does not say yet: Email.");
      await opened.getByRole("button", { name: "Send" }).press("Enter");
      await until(() => editor.field("Email").evaluate((input) => input.matches(":focus")), "the field has the focus");
      assert.equal(now.site.posts.length, 0);
      await opened.keyboard.type("ada@example.org");
      await editor.waitFor((value) => value?.basics?.email === "ada@example.org", "the address is taken");
      assert.equal((await send(opened)).basics.email, "ada@example.org");
    });
  }

  test("only the sections that are asked for are shown and posted", async () => {
    const opened = await now.visit(page(form('<faircopy-editor name="resume" sections="work"></faircopy-editor>')));
    const editor = editorIn(opened);
    await editor.ready();
    await editor.source.fill(TYPICAL);
    await editor.waitFor((value) => value?.work?.length === 2, "the jobs are read");
    assert.deepEqual(Object.keys(await editor.value()), ["$schema", "basics", "work"]);
    assert.equal(await editor.inside.getByRole("region", { name: "Education", exact: true }).count(), 0);
    await editor.element.evaluate((e) => e.removeAttribute("sections"));
    await editor.inside.getByRole("region", { name: "Education", exact: true }).waitFor();
    assert.ok((await editor.value()).education);
  });
});

describe("messages", () => {
  /// Pages of another origin that post whatever they can think of to the windows around them.
  const flood = `<!doctype html><script>
    addEventListener("message", ({ data: count }) => {
      const state = { json: '{"basics":{"name":"Mallory"}}', text: "Mallory", record: "", missing: [] };
      const settings = { lang: "en", theme: "", readonly: false, disabled: false, sections: "", required: "" };
      const shapes = [{ kind: "input", ...state }, { kind: "told", ...state }, { kind: "ready" }, { kind: "height", height: 9 }, { faircopy: settings },
        { id: 1, name: "text", given: "Mallory" }, null, 5, "text", [], { kind: {} }, { faircopy: null }];
      const windows = [parent, ...Array.from({ length: parent.frames.length }, (_, at) => parent.frames[at])];
      for (let at = 0; at < count; at += 1) {
        const message = shapes[at % shapes.length];
        for (const target of windows) target.postMessage(message, "*", at % 3 ? [] : [new MessageChannel().port2]);
      }
      parent.postMessage("done", "*");
    });
  </script>`;

  test("ten thousand that are forged are not heard, before and after the editor is there", async () => {
    now.cdn.pages["/flood"] = flood;
    for (const early of [true, false]) {
      const opened = await now.visit(page(`${form(FRAMED)}<iframe id="flood" src="${now.cdn.origin}/flood"></iframe>`));
      const editor = editorIn(opened, { frame: true });
      const send = () => opened.evaluate(() => new Promise((done) => {
        addEventListener("message", ({ data }) => data === "done" && done());
        document.querySelector("#flood").contentWindow.postMessage(5000, "*");
      }));
      if (early) await send();
      await editor.ready();
      await editor.source.fill(ADA);
      await editor.waitFor((value) => value?.basics?.name === "Ada Example", "the name is read");
      if (!early) await send();
      assert.equal((await editor.value()).basics.name, "Ada Example");
      assert.equal(await editor.source.inputValue(), ADA);
      await editor.source.fill("Grace Sample\ngrace@example.org");
      await editor.waitFor((value) => value?.basics?.name === "Grace Sample", "it goes on as before");
      assert.ok(await editor.element.evaluate((e) => e.shadowRoot.querySelector("iframe").offsetHeight > 100), "its height is its own");
    }
  });

  test("what the frame itself says is looked at before it is believed", async () => {
    const opened = await now.visit(page(""));
    const wrong = await opened.evaluate(async () => {
      const { isReport } = await import("/widget/faircopy.js");
      const state = { kind: "told", json: "{}", text: "", record: "", missing: [] };
      const good = [state, { ...state, json: "" }, { ...state, missing: [["a", "b"]] }, { kind: "ready" }, { kind: "height", height: 1 }, { kind: "answer", id: 1 }];
      const bad = [null, 1, "told", [], {}, { ...state, kind: "other" }, { ...state, json: 1 }, { ...state, json: "[]" }, { ...state, json: "{" }, { ...state, text: {} },
        { ...state, record: undefined }, { ...state, missing: "a" }, { ...state, missing: [["a"]] }, { kind: "height", height: Infinity }, { kind: "height", height: -1 },
        { kind: "height", height: "1" }, { kind: "answer", id: "1" }, { kind: "answer", id: 1, answer: {} }];
      return [good.filter((report) => !isReport(report)), bad.filter((report) => isReport(report))];
    });
    assert.deepEqual(wrong, [[], []]);
  });
});

describe("surroundings", () => {
  test("an element that is removed while it reads does no harm, and goes on when it is back", async () => {
    const opened = await now.visit(page(form(ELEMENT)));
    const editor = editorIn(opened);
    await opened.evaluate(async () => {
      await customElements.whenDefined("faircopy-editor");
      const element = document.querySelector("faircopy-editor");
      const read = element.parse("Ada Example\nada@example.org");
      element.remove();
      await read;
      element.parse("Grace Sample\n".repeat(40_000));
      element.remove();
      document.querySelector("form").append(element);
      element.text = "Ada Example\nada@example.org";
    });
    await editor.waitFor((value) => value?.basics?.name === "Ada Example", "it goes on");
    assert.equal((await send(opened)).basics.name, "Ada Example");
  });

  test("a frame that is moved in the page keeps what was typed", async () => {
    const opened = await now.visit(page(form(`<div id="elsewhere"></div>${FRAMED}`)));
    const editor = editorIn(opened, { frame: true });
    await editor.ready();
    await editor.source.fill(ADA);
    await editor.waitFor((value) => value?.basics?.name === "Ada Example", "the name is read");
    await opened.evaluate(() => {
      const element = document.querySelector("faircopy-editor");
      document.querySelector("#elsewhere").append(element);
    });
    await editor.ready();
    await until(async () => (await editor.source.inputValue()) === ADA, "the text is back");
    assert.equal((await send(opened)).basics.name, "Ada Example");
  });

  test("a base address of the page leads nothing astray", async () => {
    for (const [element, frame] of [[ELEMENT, false], [FRAMED, true]]) {
      const opened = await now.visit(page(form(element), { head: "", widget: `${now.site.origin}/widget` }).replace("<title>", '<base href="/nowhere/else/"><title>').replace('action="/apply"', `action="${now.site.origin}/apply"`));
      const editor = editorIn(opened, { frame });
      await editor.ready();
      await editor.source.fill(ADA);
      await editor.waitFor((value) => value?.basics?.name === "Ada Example", "the name is read");
    }
  });

  test("a page served as XHTML has the editor too", async () => {
    // Chromium runs no module scripts in such a page, but imports modules.
    const body = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Apply</title>
      <script>import("/widget/faircopy.js");</script></head><body>
      <form method="post" enctype="multipart/form-data" action="/apply"><faircopy-editor name="resume"></faircopy-editor><button>Send</button></form></body></html>`;
    const opened = await now.visit({ body, headers: { "Content-Type": "application/xhtml+xml" } });
    const editor = editorIn(opened);
    await editor.ready();
    await editor.source.fill(TYPICAL);
    await editor.waitFor((value) => value?.basics?.name === "Maren Okafor", "the name is read");
    // What is pointed at in the source stands out in the fields.
    const line = editor.inside.locator(".source-mirror mark").first();
    const box = await line.boundingBox();
    await opened.mouse.move(box.x + 5, box.y + 5);
    await editor.inside.locator(".field.is-lit").waitFor();
    assert.equal((await send(opened)).work.length, 2);
  });

  test("what is typed before the editor is there goes into it", async () => {
    const opened = await now.visit(page(""));
    let open;
    const held = new Promise((go) => (open = go));
    await opened.route("**/faircopy.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await opened.evaluate(() => (document.body.innerHTML = '<form method="post" enctype="multipart/form-data" action="/apply"><faircopy-editor name="resume"></faircopy-editor><button>Send</button></form>'));
    const plain = opened.locator("faircopy-editor").getByRole("textbox", { name: "Résumé text" });
    await plain.focus();
    await opened.keyboard.type("Ada Example\nada@");
    assert.deepEqual((await opened.locator("faircopy-editor").evaluate((e) => e.value)).meta.faircopy.unplaced, ["Ada Example", "ada@"]);
    open();
    const editor = editorIn(opened);
    await editor.ready();
    await until(() => editor.source.evaluate((input) => input.matches(":focus")), "the focus is where it was");
    await opened.keyboard.type("example.org");
    await editor.waitFor((value) => value?.basics?.email === "ada@example.org", "all of it is read");
    assert.equal((await send(opened)).basics.name, "Ada Example");
  });
});

describe("keeping", () => {
  test("what was kept and says nothing to this version is read from its text", async () => {
    const opened = await now.visit(page(form('<faircopy-editor name="resume" storage="local"></faircopy-editor>')));
    const editor = editorIn(opened);
    await editor.ready();
    await opened.evaluate(() => localStorage.setItem("faircopy:/#resume", JSON.stringify({ json: "", text: "Ada Example\nada@example.org", record: "[] of a later version" })));
    await opened.goto("about:blank");
    await opened.goto("/");
    await editor.ready();
    await editor.waitFor((value) => value?.basics?.email === "ada@example.org", "the text is read");
    await opened.evaluate(() => localStorage.clear());
  });

  const KEPT = '<faircopy-editor name="resume" storage="local"></faircopy-editor>';

  test("what is to be kept is there at the next visit, and only then", async () => {
    for (const [element, expected] of [[KEPT, "Ada Example"], [ELEMENT, undefined]]) {
      const opened = await now.visit(page(form(element)));
      const editor = editorIn(opened);
      await editor.ready();
      await editor.source.fill(ADA);
      await editor.waitFor((value) => value?.basics?.name === "Ada Example", "the name is read");
      if (expected) await until(() => opened.evaluate(() => localStorage.length === 1), "it is kept");
      // A new page, not the form of the old one.
      await opened.goto("about:blank");
      await opened.goto("/");
      await editor.ready();
      assert.equal((await editor.value())?.basics?.name, expected);
      assert.equal(await opened.evaluate(() => localStorage.length), expected ? 1 : 0);
      await opened.evaluate(() => localStorage.clear());
    }
  });

  test("a page that may keep nothing says so and goes on", async () => {
    const { opened, told } = await listening(page(form(KEPT), { head: '<script>Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } })</script>' }));
    const editor = editorIn(opened);
    await editor.ready();
    await editor.source.fill(ADA);
    await editor.waitFor((value) => value?.basics?.name === "Ada Example", "the name is read");
    await until(() => told.some((text) => /nothing can be kept in this browser: denied/.test(text)), "the console says so");
    assert.equal((await send(opened)).basics.name, "Ada Example");
  });
});
