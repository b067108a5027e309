// Which versions of a document are kept.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const script = readFileSync(new URL("../../src/shelf.js", import.meta.url), "utf8");
const { unneeded } = await import(`data:text/javascript,${encodeURIComponent(script)}`);

test("the last versions are kept, and some older ones with time between them", () => {
  let kept = [];
  // Somebody types for three hours, and a version is saved every two seconds.
  for (let revision = 1; revision <= 5_400; revision += 1) {
    kept.push(["1", revision, revision * 2_000]);
    const drop = unneeded(kept);
    kept = kept.filter((key) => !drop.includes(key));
    assert.ok(kept.length <= 8, `${kept.length} versions are kept`);
  }
  const times = kept.map((key) => key[2]);
  assert.deepEqual(times.slice(-3), [10_796_000, 10_798_000, 10_800_000]);
  assert.equal(times.length, 8);
  for (let at = 1; at < 5; at += 1) assert.ok(times[at] - times[at - 1] >= 600_000, `${times} are apart`);
});
