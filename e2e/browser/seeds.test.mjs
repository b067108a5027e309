// The text that is read worst of some real ones is put right in at most fifteen actions.
//
// The texts lie beside the repository, and are skipped where they do not: they are of real people. What is expected of each is compared with
// the page's JSON as `lib/likeness.mjs` says. An action is what a person does once: pasting the text, selecting a stretch of it, clicking,
// choosing from a menu, typing a value. Looking, and finding out what would help, is no action: that is done on one page, where what does
// not help is undone, and then all that helped is done on a fresh one and counted.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { likeness, differences } from "../lib/likeness.mjs";
import { remedies } from "../lib/remedies.mjs";
import * as places from "../lib/places.mjs";

const MOST_ACTIONS = 15;

const seeds = places.seeds();

describe("real texts", { skip: seeds.length === 0 && "there are no texts in ../shared/seeds" }, () => {
  const now = withBrowser();

  const reading = async (editor) => JSON.parse(await editor.copied("Copy JSON"));

  async function pasted(editor, text) {
    await editor.paste(text);
    await editor.page.locator("mark").first().waitFor({ state: "attached" });
    return reading(editor);
  }

  test(`the one that is read worst is put right in ${MOST_ACTIONS} actions`, async (t) => {
    const { editor } = now;
    const read = [];
    for (const { name, text, expected } of seeds) read.push({ name, text, expected, like: likeness(expected, await pasted(editor, text)) });
    const { name, text, expected, like } = read.reduce((worst, one) => (one.like < worst.like ? one : worst));
    t.diagnostic(`${name} is read worst: ${like.toFixed(3)} of it is as expected`);

    let left = differences(expected, await pasted(editor, text)).all.length;
    const helped = [];
    const tried = new Set();
    for (let found = true; found && left > 0; ) {
      found = false;
      for (const remedy of remedies(text, expected, await reading(editor), tried)) {
        await remedy.act(editor);
        const then = differences(expected, await reading(editor)).all.length;
        if (then < left) {
          helped.push(remedy);
          [left, found] = [then, true];
          break;
        }
        await editor.button("Undo").click();
        await until(async () => differences(expected, await reading(editor)).all.length === left, "it is as it was");
      }
    }

    const fresh = await now.open();
    await pasted(fresh, text);
    let actions = 1;
    for (const remedy of helped) actions += await remedy.act(fresh);
    t.diagnostic(`${actions} actions: the text is pasted, ${helped.map(({ what }) => what).join(", ")}`);
    assert.deepEqual(differences(expected, await reading(fresh)).all, []);
    assert.ok(actions <= MOST_ACTIONS, `${actions} actions`);
  });
});
