// What the page around may be like: strict, careless, crowded.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Editor, until } from "../lib/editor.mjs";
import { editorIn, form, page, withSite } from "../lib/embedding.mjs";
import * as places from "../lib/places.mjs";
import { TYPICAL } from "../lib/resumes.mjs";

const now = withSite();
const ELEMENT = '<faircopy-editor name="resume"></faircopy-editor>';
const FRAMED = '<faircopy-editor name="resume" frame></faircopy-editor>';

const read = async (editor, text = TYPICAL) => {
  await editor.ready();
  await editor.source.fill(text);
  await editor.waitFor((value) => value?.basics?.name === "Maren Okafor", "the name is read");
};

describe("policies", () => {
  const under = async (policy, body, options = {}) => {
    const told = [];
    const opened = await now.visit({ body: page(body, options), headers: { "Content-Security-Policy": policy } }, {
      heard: (text) => /Content Security Policy/.test(text) && told.push(text),
    });
    return { opened, told };
  };

  test("the editor breaks no rule of a strict policy", async () => {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; form-action 'self'; require-trusted-types-for 'script'";
    const { opened, told } = await under(policy, form(ELEMENT));
    const editor = editorIn(opened);
    await read(editor);
    await editor.source.blur();
    await opened.getByRole("button", { name: "Send" }).press("Enter");
    await opened.getByRole("heading", { name: "Thank you" }).waitFor();
    assert.equal(now.site.posts.length, 1);
    assert.deepEqual(told, []);
  });

  test("a page that forbids WebAssembly has the editor in a frame", async () => {
    const { origin } = now.cdn;
    const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; form-action 'self'`;
    const { opened, told } = await under(policy, form(FRAMED), { widget: `${origin}/widget` });
    await read(editorIn(opened, { frame: true }));
    await opened.getByRole("button", { name: "Send" }).press("Enter");
    await opened.getByRole("heading", { name: "Thank you" }).waitFor();
    assert.deepEqual(told, []);
  });

  test("where WebAssembly is forbidden, what is typed is posted all the same", async () => {
    const told = [];
    const opened = await now.visit({ body: page(form(ELEMENT)), headers: { "Content-Security-Policy": "script-src 'self'" } }, {
      heard: (text) => /Content Security Policy|faircopy-editor/.test(text) && told.push(text),
    });
    await until(() => told.some((text) => /<faircopy-editor>: the editor cannot start.*docs\/embedding\.md/.test(text)), "the console says why");
    const plain = opened.locator("faircopy-editor").getByRole("textbox", { name: "Résumé text" });
    await plain.fill("Ada Example\n\nEngineer");
    await opened.getByRole("button", { name: "Send" }).press("Enter");
    await opened.getByRole("heading", { name: "Thank you" }).waitFor();
    assert.deepEqual(JSON.parse(now.site.posts[0].get("resume")), { meta: { faircopy: { unplaced: ["Ada Example", "Engineer"] } } });
  });
});

describe("hashes", () => {
  const hashes = () => JSON.parse(readFileSync(join(places.widget, "integrity.json"), "utf8"));
  const pinned = (loader, editor) => `<!doctype html><html lang="en"><title>Apply</title>
    <script type="importmap">{ "integrity": { "/widget/editor.js": "${editor}" } }</script>
    <script type="module" src="/widget/faircopy.js" integrity="${loader}"></script>${form(ELEMENT)}`;

  test("a page that names them has the editor", async () => {
    const opened = await now.visit(pinned(hashes()["faircopy.js"], hashes()["editor.js"]));
    await read(editorIn(opened));
  });

  test("files that are others than it names do not run", async () => {
    const told = [];
    const opened = await now.visit(pinned(hashes()["faircopy.js"], hashes()["embed.js"]), { heard: (text) => /integrity|<faircopy-editor>/.test(text) && told.push(text) });
    await until(() => told.some((text) => text.startsWith("<faircopy-editor>: the editor cannot start")), "the console says so");
    assert.equal(await opened.locator("faircopy-editor").locator(".source-input").count(), 0);
  });
});

describe("nothing but a page", () => {
  test("where frames are forbidden too, what is typed is posted all the same", async () => {
    const policy = "default-src 'none'; script-src 'self'; form-action 'self'";
    const opened = await now.visit({ body: page(form(FRAMED)), headers: { "Content-Security-Policy": policy } }, {
      heard: (text) => /Content Security Policy/.test(text),
    });
    await opened.locator("faircopy-editor").getByRole("textbox", { name: "Résumé text" }).fill("Ada Example");
    await opened.getByRole("button", { name: "Send" }).press("Enter");
    await opened.getByRole("heading", { name: "Thank you" }).waitFor();
    assert.deepEqual(JSON.parse(now.site.posts[0].get("resume")), { meta: { faircopy: { unplaced: ["Ada Example"] } } });
  });
});

describe("styles and keys", () => {
  /// How the editor looks inside: what a style sheet of the page could change.
  const looks = (opened) => opened.evaluate(() => {
    const root = document.querySelector("faircopy-editor").shadowRoot;
    const all = [...root.querySelector(".faircopy").querySelectorAll("*")];
    return all.map((element) => {
      const style = getComputedStyle(element);
      return [element.className, ...["color", "backgroundColor", "font", "display", "height", "width", "padding", "margin", "textAlign", "letterSpacing", "lineHeight"].map((key) => style[key])].join(" | ");
    });
  });

  test("rules of the page for all elements change nothing inside", async () => {
    const seen = [];
    const hostile = "<style>* { all: unset !important; color: red !important; letter-spacing: 3px !important; line-height: 9 !important }</style>";
    const reset = "<style>html { font-size: 62.5% } * { margin: 0; padding: 0; box-sizing: content-box; font-family: cursive } textarea { display: none }</style>";
    for (const head of ["", hostile, reset]) {
      const opened = await now.visit(page(`<div style="width: 1000px">${form(ELEMENT)}</div>`, { head }));
      await opened.locator("faircopy-editor").evaluate((e) => (e.style.setProperty("display", "block", "important"), e.style.setProperty("width", "1000px", "important")));
      const editor = editorIn(opened);
      await read(editor);
      await editor.source.blur();
      seen.push(await looks(opened));
    }
    assert.ok(seen[0].length > 100, "there is something to look at");
    for (const other of seen.slice(1)) assert.deepEqual(other.filter((line, at) => line !== seen[0][at]).slice(0, 3), []);
  });

  test("what is typed reaches no shortcut of the page", async () => {
    const opened = await now.visit(page(form(ELEMENT)));
    const editor = editorIn(opened);
    await editor.ready();
    await opened.evaluate(() => {
      window.heard = [];
      for (const type of ["keydown", "keypress", "keyup", "beforeinput", "paste"]) {
        for (const target of [window, document, document.body]) target.addEventListener(type, (event) => window.heard.push(`${type} ${event.key}`));
      }
    });
    await editor.source.focus();
    await opened.keyboard.type("Ada?/");
    await opened.keyboard.press("Control+Z");
    await opened.keyboard.press("Escape");
    assert.deepEqual(await opened.evaluate(() => window.heard), []);
    await opened.evaluate(() => document.activeElement.blur());
    await opened.keyboard.press("x");
    assert.deepEqual(await opened.evaluate(() => window.heard), ["keydown x", "keydown x", "keydown x", "keypress x", "keypress x", "keypress x", "keyup x", "keyup x", "keyup x"]);
  });

  test("the page sets colours, and a theme", async () => {
    for (const framed of [false, true]) {
      const opened = await now.visit(page(`<style>faircopy-editor { --faircopy-accent: rgb(1, 2, 3); --faircopy-height: 321px }</style>
        <faircopy-editor theme="dark" ${framed ? "frame" : ""}></faircopy-editor>`));
      const editor = editorIn(opened, { frame: framed });
      await editor.ready();
      const seen = await editor.inside.locator(".faircopy").evaluate((box) => {
        const style = getComputedStyle(box);
        return [style.colorScheme, style.getPropertyValue("--accent").trim(), style.getPropertyValue("--height").trim()];
      });
      assert.deepEqual(seen, ["dark", "rgb(1, 2, 3)", "321px"]);
    }
  });
});

describe("accessibility", () => {
  test("axe finds nothing, before and after a résumé is there", async () => {
    const opened = await now.visit("", {}, "/widget/examples/careers.html");
    const editor = editorIn(opened);
    await editor.element.scrollIntoViewIfNeeded();
    await editor.ready();
    await new Editor(opened).checkAccessibility("of the empty form");
    await read(editor);
    await new Editor(opened).checkAccessibility("of the form with a résumé");
    await opened.setViewportSize({ width: 360, height: 780 });
    await new Editor(opened).checkAccessibility("of the narrow form");
  });
});

describe("several, often, anywhere", () => {
  test("three on one page know nothing of each other", async () => {
    const opened = await now.visit(page(form(`<faircopy-editor name="a"></faircopy-editor><faircopy-editor name="b" lang="de"></faircopy-editor><faircopy-editor name="c" frame></faircopy-editor>`)));
    const editors = [0, 1, 2].map((at) => editorIn(opened, { at, frame: at === 2 }));
    for (const { element } of editors) {
      await element.scrollIntoViewIfNeeded();
    }
    await Promise.all(editors.map(({ ready }) => ready()));
    await editors[0].source.fill("Ada Example\nada@example.org");
    await editors[1].inside.getByRole("textbox").first().fill("Grace Sample\ngrace@example.org");
    await editors[2].source.fill("Joan Muster\njoan@example.org");
    for (const [at, name] of ["Ada Example", "Grace Sample", "Joan Muster"].entries()) {
      await editors[at].waitFor((value) => value?.basics?.name === name, `${name} stands in its own`);
    }
    await editors[0].source.focus();
    await opened.keyboard.press("Control+Z");
    await editors[0].waitFor((value) => value === null, "undo is for the first alone");
    assert.equal((await editors[1].value()).basics.name, "Grace Sample");
    await editors[1].inside.getByRole("region", { name: "Felder", exact: true }).waitFor();
    await editors[0].source.fill("Ada Example");
    await editors[0].inside.getByRole("region", { name: "Fields", exact: true }).waitFor();
  });

  test("entries that are moved stand in their new order, and so does what is posted", async () => {
    const opened = await now.visit(page(form(ELEMENT)));
    const editor = editorIn(opened);
    await read(editor);
    const work = editor.inside.getByRole("region", { name: "Work", exact: true });
    const positions = () => work.getByRole("textbox", { name: "Position", exact: true }).evaluateAll((inputs) => inputs.map((input) => input.value));
    assert.deepEqual(await positions(), ["Senior Platform Engineer", "Backend Developer"]);
    for (const expected of [["Backend Developer", "Senior Platform Engineer"], ["Senior Platform Engineer", "Backend Developer"]]) {
      await work.getByRole("textbox", { name: "Position", exact: true }).first().focus();
      await work.getByRole("button", { name: "Move down", exact: true }).first().click();
      await editor.waitFor((value) => value.work[0].position === expected[0], "the entry is moved");
      assert.deepEqual(await positions(), expected);
      assert.deepEqual((await editor.value()).work.map((job) => job.position), expected);
    }
  });

  test("a hundred come and go and leave nothing behind", async () => {
    const opened = await now.visit(page('<div id="place"></div>'));
    const client = await opened.context().newCDPSession(opened);
    const used = async () => {
      // What is let go of in one collection is found in the next.
      for (let times = 0; times < 4; times += 1) await client.send("HeapProfiler.collectGarbage");
      const { usedSize, backingStorageSize } = await client.send("Runtime.getHeapUsage");
      const { nodes } = await client.send("Memory.getDOMCounters");
      return { bytes: usedSize + backingStorageSize, nodes };
    };
    const come = (count) => opened.evaluate(async (count) => {
      for (let at = 0; at < count; at += 1) {
        const editor = document.createElement("faircopy-editor");
        document.querySelector("#place").append(editor);
        await editor.parse("Ada Example\nada@example.org\n\nExperience\nEngineer\nNorthwind, Berlin\n2019 - 2021\n");
        if (editor.value.basics.name !== "Ada Example") throw new Error("not read");
        editor.remove();
      }
    }, count);
    await come(10);
    const before = await used();
    await come(100);
    let after;
    await until(async () => {
      after = await used();
      return after.bytes < before.bytes * 1.05 && after.nodes < before.nodes * 1.05 + 100;
    }, "what they held is given back", 20_000).catch((error) => {
      throw new Error(`${error.message}: ${JSON.stringify({ before, after })}`);
    });
  });

  test("the element works whether it or the script is there first, and far down it is not loaded until it is near", async () => {
    const requests = [];
    const opened = await now.visit(page('<div style="height: 9000px"></div><faircopy-editor id="late"></faircopy-editor>'));
    opened.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await opened.evaluate(() => customElements.whenDefined("faircopy-editor"));
    await opened.evaluate(() => document.body.prepend(Object.assign(document.createElement("p"), { textContent: "Above" })));
    assert.deepEqual(requests.filter((path) => path.endsWith(".wasm")), []);
    await opened.locator("#late").scrollIntoViewIfNeeded();
    await editorIn(opened).ready();
    assert.deepEqual(requests.filter((path) => path.endsWith(".wasm")), ["/widget/faircopy.wasm"]);
    await opened.evaluate(() => document.body.prepend(document.createElement("faircopy-editor")));
    await opened.evaluate(() => scrollTo(0, 0));
    await editorIn(opened).ready();
    assert.deepEqual(requests.filter((path) => path.endsWith(".wasm")), ["/widget/faircopy.wasm"], "the program is loaded once");
  });
});
