// Typing: nothing is written back under a person's hands, and no more of the page is touched than has to be.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { FOUR_PAGES, JOBS, POSITIONS, TYPICAL } from "../lib/resumes.mjs";

describe("typing", () => {
  const now = withBrowser();

  test("no value is written while somebody composes", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    const position = editor.field(editor.entries("Work").first(), "Position");
    await position.focus();
    await editor.page.keyboard.press("End");
    await editor.page.evaluate(() => {
      const of = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
      window.writes = 0;
      Object.defineProperty(HTMLTextAreaElement.prototype, "value", { ...of, set(value) {
        window.writes += 1;
        of.set.call(this, value);
      } });
    });
    const session = await editor.page.context().newCDPSession(editor.page);
    for (const text of ["ｋ", "か", "かん", "かんじ"]) {
      await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await editor.waitForValue(position, `${POSITIONS[0]}かんじ`);
    assert.equal(await editor.page.evaluate(() => window.writes), 0);
    await session.send("Input.insertText", { text: "漢字" });
    await editor.waitForValue(position, `${POSITIONS[0]}漢字`);
    assert.equal(await editor.page.evaluate(() => window.writes), 0);
    await editor.page.keyboard.press("Control+Z");
    await editor.waitForValue(position, POSITIONS[0]);
    await until(() => editor.hasFocus(position), "the focus has stayed");
  });

  test("the caret stays where it is while undo changes another field, and where the text changed in its own", async () => {
    const { editor } = now;
    await editor.paste(TYPICAL);
    await editor.waitForColumn("Work", "Position", POSITIONS);
    const first = editor.entries("Work").first();
    const position = editor.field(first, "Position");
    await position.focus();
    await editor.page.keyboard.press("Home");
    await editor.page.keyboard.type("Very ");
    await editor.field(editor.basics, "Name").fill("M. Okafor");
    await position.focus();
    await position.evaluate((area) => area.setSelectionRange(2, 2));
    await editor.page.keyboard.press("Control+Z");
    await editor.waitForValue(editor.field(editor.basics, "Name"), "Maren Okafor");
    assert.deepEqual(await position.evaluate((area) => [area.selectionStart, document.activeElement === area]), [2, true]);
    await editor.page.keyboard.press("Control+Z");
    await editor.waitForValue(position, POSITIONS[0]);
    assert.deepEqual(await position.evaluate((area) => [area.selectionStart, document.activeElement === area]), [0, true]);
  });

  test("a letter typed into a field of four pages changes nothing but that field and the status line", async () => {
    const { editor } = now;
    await editor.paste(FOUR_PAGES);
    await until(async () => (await editor.entries("Work").count()) === JOBS, "all jobs are there");
    for (const [job, name, more] of [[0, "Position", "s"], [7, "Highlights", "s"], [JOBS - 1, "Organization", "s"]]) {
      const field = editor.field(editor.entries("Work").nth(job), name);
      const before = await field.inputValue();
      await field.focus();
      await editor.page.keyboard.press("Control+End");
      await editor.page.keyboard.type("z");
      await editor.waitForValue(field, `${before}z`);
      await editor.page.evaluate(() => {
        window.elsewhere = [];
        const here = document.activeElement.closest(".field");
        window.watching = new MutationObserver((records) => {
          for (const { target } of records) {
            const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
            if (!element || here.contains(element) || element.closest(".status, .entry-tools")) continue;
            // The name of an entry is made of its first fields.
            if (element.contains(here) && element.matches(".entry")) continue;
            window.elsewhere.push(element.className || element.tagName);
          }
        });
        window.watching.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      });
      await editor.page.keyboard.type(more);
      await editor.waitForValue(field, `${before}z${more}`);
      const elsewhere = await editor.page.evaluate(() => {
        window.watching.disconnect();
        return window.elsewhere;
      });
      assert.deepEqual(elsewhere, [], `typing into ${name} of job ${job + 1} touches nothing else`);
    }
  });

  test("a letter typed into a list changes one text of what is drawn below it", async () => {
    const { editor } = now;
    await editor.paste(FOUR_PAGES);
    await until(async () => (await editor.entries("Work").count()) === JOBS, "all jobs are there");
    for (const field of [editor.field(editor.entries("Work").nth(7), "Highlights"), editor.field(editor.entries("Skills").first(), "Keywords")]) {
      const before = await field.inputValue();
      await field.focus();
      await editor.page.keyboard.press("Control+End");
      const drawn = await field.evaluateHandle((area) => area.parentElement.querySelector(".field-mirror"));
      const letter = async (key) => {
        await drawn.evaluate((mirror) => {
          window.changed = [];
          window.watching = new MutationObserver((records) => window.changed.push(...records.map(({ type, target }) => [type, target.textContent.trim()])));
          window.watching.observe(mirror, { subtree: true, childList: true, characterData: true, attributes: true });
        });
        await editor.page.keyboard.type(key);
        return editor.page.evaluate(() => (window.watching.disconnect(), window.changed));
      };
      await editor.page.keyboard.type("z");
      await editor.waitForValue(field, `${before}z`);
      const changed = await letter("y");
      assert.deepEqual(changed.map(([type]) => type), ["characterData"]);
      const last = (await drawn.evaluate((mirror) => Array.from(mirror.children, (piece) => piece.textContent.replace("\u200b", "")))).join("|");
      assert.ok(last.replaceAll("|", "").endsWith("zy"), last);
      assert.ok(`${before}zy`.endsWith(changed[0][1].replace("\u200b", "")), changed[0][1]);
    }
  });

  test("a pane that follows is there at once, so that nothing moves while somebody types", async () => {
    const editor = await now.open();
    await editor.paste(FOUR_PAGES);
    await until(async () => (await editor.entries("Work").count()) === JOBS, "all jobs are there");
    const seen = await editor.field(editor.entries("Work").last(), "Position").evaluate(async (area) => {
      area.focus();
      await new Promise(requestAnimationFrame);
      const pane = document.querySelector(".source");
      const [outer, inner] = [pane, pane.querySelector("mark.is-lit")].map((element) => element.getBoundingClientRect());
      return [pane.scrollTop > 0, outer.top <= inner.top, inner.bottom <= outer.bottom];
    });
    assert.deepEqual(seen, [true, true, true]);
  });

  test("a letter typed into the text puts in anew nothing but its line and its field", async () => {
    const { editor } = now;
    await editor.paste(FOUR_PAGES);
    await until(async () => (await editor.entries("Work").count()) === JOBS, "all jobs are there");
    const position = editor.field(editor.entries("Work").nth(JOBS / 2), "Position");
    const before = await position.inputValue();
    await editor.source.evaluate((area, at) => {
      area.focus();
      area.setSelectionRange(at, at);
    }, FOUR_PAGES.indexOf(before) + before.length);
    for (const key of ["ArrowLeft", "ArrowRight", "z"]) await editor.page.keyboard.press(key);
    await editor.waitForValue(position, `${before}z`);
    const lit = editor.page.locator("mark.is-lit");
    await until(async () => (await lit.allTextContents()).join() === `${before}z`, "what is typed into stands out");
    await editor.page.evaluate(() => {
      window.changed = [];
      window.watching = new MutationObserver((records) => {
        for (const { addedNodes, removedNodes } of records) {
          for (const node of [...addedNodes, ...removedNodes]) window.changed.push(node.textContent);
        }
      });
      for (const pane of document.querySelectorAll(".source-mirror, .fields .entry")) window.watching.observe(pane, { subtree: true, childList: true });
    });
    await editor.page.keyboard.down("y");
    await editor.waitForValue(position, `${before}zy`);
    // Before the key is let go, at which the caret is looked at.
    assert.deepEqual(await lit.allTextContents(), [`${before}zy`]);
    await editor.page.keyboard.up("y");
    const changed = await editor.page.evaluate(() => {
      window.watching.disconnect();
      return window.changed.filter((text) => text !== "");
    });
    assert.ok(changed.length > 0);
    assert.deepEqual(changed.filter((text) => !text.includes(before)), []);
  });

  test("where reading takes long, a letter is shown before it is read, and kept by a page that goes away before", async () => {
    const editor = await now.open();
    // A clock by which everything takes a second.
    await editor.page.evaluate(() => {
      let now = Date.now();
      Date.now = () => (now += 1_000);
    });
    await editor.paste(TYPICAL);
    const position = editor.field(editor.entries("Work").first(), "Position");
    await editor.waitForValue(position, POSITIONS[0]);
    const letter = (key) => editor.source.evaluate(async (area, [said, key]) => {
      const end = area.value.indexOf(said) + said.length;
      area.setRangeText(key, end, end, "end");
      area.dispatchEvent(new InputEvent("input", { inputType: "insertText", data: key, bubbles: true }));
      await new Promise(requestAnimationFrame);
      return Array.from(document.querySelectorAll(".fields textarea"), ({ value }) => value).includes(said + key);
    }, [POSITIONS[0], key]);
    assert.equal(await letter("z"), false, "it is still to be read");
    await editor.waitForValue(position, `${POSITIONS[0]}z`);
    assert.equal(await letter("y"), false, "it is still to be read");
    await editor.reload();
    await editor.waitForValue(position, `${POSITIONS[0]}yz`);
  });

  test("a letter has as much done in four pages as in one, and writes no value", async () => {
    const done = [];
    for (const text of [TYPICAL, FOUR_PAGES]) {
      const editor = await now.open();
      await editor.paste(text);
      await until(async () => (await editor.source.inputValue()) === text, "the text is there");
      const field = editor.field(editor.entries("Work").first(), "Organization");
      await field.focus();
      await editor.page.keyboard.press("End");
      await editor.page.keyboard.type("z");
      await editor.waitForValue(field, "Northwind Energyz");
      await editor.page.evaluate(() => {
        window.done = { changes: 0, writes: 0 };
        new MutationObserver((records) => (window.done.changes += records.length)).observe(document.querySelector(".editor"), {
          subtree: true, childList: true, characterData: true, attributes: true,
        });
        const of = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
        Object.defineProperty(HTMLTextAreaElement.prototype, "value", { ...of, set(value) {
          window.done.writes += 1;
          of.set.call(this, value);
        } });
      });
      await editor.page.keyboard.type("y");
      await editor.waitForValue(field, "Northwind Energyzy");
      done.push(await editor.page.evaluate(() => new Promise((then) => requestAnimationFrame(() => then(window.done)))));
    }
    assert.equal(done[1].writes, 0);
    assert.ok(done[0].changes > 0 && done[0].changes < 12, `${done[0].changes} changes`);
    assert.deepEqual(done[1], done[0]);
  });

  test("what is out of sight costs a letter nothing, and is as high as in sight", async () => {
    const { editor } = now;
    await editor.paste(FOUR_PAGES);
    await until(async () => (await editor.entries("Work").count()) === JOBS, "all jobs are there");
    const last = editor.entries("Work").last();
    const seen = () => editor.fields.evaluate((pane) => ({
      heights: Array.from(pane.querySelectorAll(".entry"), (entry) => entry.offsetHeight),
      // A browser that fills in forms looks through as many fields as are in the form of the one that is typed into.
      most: Math.max(...Array.from(pane.querySelectorAll(".entry textarea"), ({ form }) => form.elements.length)),
    }));
    const before = await seen();
    assert.ok(before.most < 12, `${before.most} fields in a form`);
    const painted = () => last.evaluate((entry) => entry.firstElementChild.checkVisibility({ contentVisibilityAuto: true }));
    await until(async () => !(await painted()), "the last job is not painted");
    assert.deepEqual(await seen(), before);
    await last.scrollIntoViewIfNeeded();
    await until(painted, "the last job is painted");
    assert.deepEqual(await seen(), before);
  });
});
