// As many undos as edits give back the first document, byte for byte.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withBrowser } from "../lib/fixture.mjs";
import { thereAndBack } from "../lib/random.mjs";

/// `cargo xtask endure` makes a thousand.
const EDITS = 150;

describe("undo", () => {
  const now = withBrowser();

  for (const [seed, reloads] of [[1, false], [2, true]]) {
    test(`edits at random are taken back and made again${reloads ? ", with a reload half way there and half way back" : ""}`, async (t) => {
      const { first, last, nothing, back, again, steps } = await thereAndBack(now.editor, EDITS, seed, reloads);
      t.diagnostic(`${EDITS} edits were ${steps} steps`);
      assert.ok(steps > EDITS / 2 && steps <= EDITS, `${steps} steps are no more than the edits`);
      assert.equal(nothing, "");
      assert.equal(back, first);
      assert.equal(again, last);
    });
  }
});
