// The main journey in every engine, step by step the same: paste, see fields, put them right, take them away, come back, also without a
// network.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import * as places from "../lib/places.mjs";
import { ORGANIZATIONS, POSITIONS, TYPICAL } from "../lib/resumes.mjs";
import { Key, launch } from "../lib/webdriver.mjs";
import { serve } from "../server.mjs";
import { engines } from "./engines.mjs";

const SOURCE = '//*[@class="editor" or contains(@class,"editor ")]//textarea[@aria-label="Résumé text"]';
const SAVED = '//*[starts-with(normalize-space(),"Saved ")]';
const button = (name) => `//button[normalize-space()="${name}" or @aria-label="${name}"]`;
const within = (section) => `//section[@aria-label="Fields"]//*[@aria-label="${section}"]`;
const field = (section, name) => `${within(section)}//textarea[@aria-label="${name}"]`;

for (const [name, engine] of engines()) {
  describe(`the journey in ${name}`, () => {
    let folder, server, browser;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), `faircopy-${name}-`));
      server = await serve(places.dist);
      browser = await launch(engine(folder));
      console.log(`    ${browser.version}`);
    });
    after(async () => {
      await browser?.close();
      await server.close();
      rmSync(folder, { recursive: true, maxRetries: 10 });
    });

    const values = async (xpath) => Promise.all((await browser.all(xpath)).map((element) => element.value()));
    const says = (xpath, wanted) =>
      until(async () => JSON.stringify(await values(xpath).catch(() => undefined)) === JSON.stringify(wanted), `${xpath} says ${wanted}`);
    const press = async (name) => (await browser.find(button(name))).click();
    const set = async (xpath, text) => {
      await (await browser.find(xpath)).click();
      await browser.press(Key.control, "a");
      await (await browser.find(xpath)).type(text);
    };
    const visit = async () => {
      await browser.open(`${server.origin}/`);
      await browser.find(SOURCE);
    };
    const read = () => says(field("Work", "Position"), POSITIONS);

    test("the page comes, asks for each file once, and seals itself", async () => {
      // What is pasted later is copied from a page elsewhere.
      await browser.open(`data:text/html;charset=utf-8,<textarea autofocus>${encodeURIComponent(TYPICAL)}</textarea>`);
      await (await browser.find("//textarea")).click();
      await browser.press(Key.control, "a");
      await browser.press(Key.control, "c");
      await visit();
      await until(() => browser.run(() => performance.getEntriesByName("sealed").length === 1), "the page is sealed");
      const asked = server.asked.slice(0, server.asked.indexOf("/worker.js"));
      assert.ok(asked.length >= 3, `the page, the script and the program are asked for: ${asked}`);
      assert.deepEqual(asked, [...new Set(asked)]);
      assert.deepEqual(await (await browser.find(SOURCE)).named(), ["textbox", "Résumé text"]);
    });

    test("a text that is pasted becomes fields", async () => {
      await browser.press(Key.control, "v");
      await says(SOURCE, [TYPICAL]);
      await read();
      await says(field("Work", "Organization"), ORGANIZATIONS);
      await says(field("Basics", "Name"), ["Maren Okafor"]);
    });

    test("what is typed into a field stays, and can be undone and redone", async () => {
      await set(field("Basics", "Name"), "Maren A. Okafor");
      await says(field("Basics", "Name"), ["Maren A. Okafor"]);
      await press("Undo");
      await says(field("Basics", "Name"), ["Maren Okafor"]);
      await press("Redo");
      await says(field("Basics", "Name"), ["Maren A. Okafor"]);
      await (await browser.find(field("Basics", "Name"))).click();
      await browser.press(Key.control, "z");
      await says(field("Basics", "Name"), ["Maren Okafor"]);
      await browser.press(Key.control, Key.shift, "z");
      await says(field("Basics", "Name"), ["Maren A. Okafor"]);
    });

    test("a job is moved, and moved back", async () => {
      // What one does with an entry shows where one is.
      await (await browser.find(field("Work", "Position"))).click();
      await press("Move down");
      await says(field("Work", "Position"), POSITIONS.toReversed());
      await press("Undo");
      await read();
    });

    test("JSON is taken as a file", async () => {
      await press("Download JSON");
      let file;
      const isThere = () => (file = readdirSync(folder, { recursive: true }).find((file) => file.endsWith(".json") && /maren/i.test(file)));
      await until(isThere, "the file is there");
      let resume;
      const isWhole = () => {
        try {
          return (resume = JSON.parse(readFileSync(join(folder, file), "utf8")));
        } catch {
          return false;
        }
      };
      await until(isWhole, "the file is whole");
      assert.equal(resume.basics.name, "Maren A. Okafor");
      assert.deepEqual(resume.work.map((job) => job.position), POSITIONS);
    });

    test("Markdown that is copied is pasted, and read for the same", async () => {
      await press("Copy Markdown");
      await (await browser.find(SOURCE)).click();
      await browser.press(Key.control, "a");
      await browser.press(Key.control, "v");
      await until(async () => (await values(SOURCE))[0].startsWith("# Maren A. Okafor\n"), "the Markdown is there");
      await read();
      await says(field("Work", "Organization"), ORGANIZATIONS);
      await press("Undo");
      await says(SOURCE, [TYPICAL]);
    });

    test("nothing was sent since the page was there, and nothing can be", async () => {
      const before = server.asked.length;
      await until(
        () => browser.run(() => (window.said ??= fetch("./").then(() => "sent", () => "refused").then((said) => (window.said = said))) === "refused"),
        "a request is refused",
      );
      assert.deepEqual(server.asked.slice(before), []);
    });

    test("the draft is there when the page is loaded again, with its undo", async () => {
      await browser.find(SAVED);
      await visit();
      await read();
      await says(SOURCE, [TYPICAL]);
      await says(field("Basics", "Name"), ["Maren A. Okafor"]);
      await press("Undo");
      await says(field("Basics", "Name"), ["Maren Okafor"]);
    });

    test("and so it is without a network", async () => {
      await browser.find(SAVED);
      const kept = () => browser.run(() => navigator.serviceWorker?.controller?.state === "activated");
      await until(kept, "the app is kept");
      await server.close();
      await visit();
      await read();
      await says(field("Basics", "Name"), ["Maren Okafor"]);
      assert.equal(await browser.run(() => document.getElementById("broken").hidden), true, "the program runs");
    });
  });
}
