// What the scripts of the app make of texts and files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const script = (name) => import(`data:text/javascript,${encodeURIComponent(readFileSync(new URL(`../../src/${name}`, import.meta.url), "utf8"))}`);
const { fileName, textOf } = await script("files.js");
const { aligned } = await script("compare.js");

test("a file gives its text, and nothing where it has none", async () => {
  for (const [bytes, text] of [
    ["", ""],
    ["\xef\xbb\xbfAda\r\nExample\r", "Ada\nExample\n"],
    ["\xff\xfeA\0d\0", "Ad"],
    ["\xfe\xff\0A\0d", "Ad"],
    ["%PDF-1.7\n\xe2\xe3\xcf\xd3", undefined],
    ["PK\x03\x04\0\0", undefined],
  ]) {
    assert.equal(await textOf(new Blob([Buffer.from(bytes, "latin1")])), text, JSON.stringify(bytes));
  }
});

test("files are named after people", () => {
  for (const [name, file] of [
    ["", "resume.md"],
    ["Ada M. Example", "Ada-M-Example-resume.md"],
    ["../Zoë/", "Zoë-resume.md"],
    ["山田 太郎", "山田-太郎-resume.md"],
    ["मीरा शर्मा", "मीरा-शर्मा-resume.md"],
  ]) {
    assert.equal(fileName(name, "md"), file);
  }
});

test("two texts stand side by side in their order", () => {
  for (const [a, b, expected] of [
    ["", "", ""],
    ["abc", "abc", "aa bb cc"],
    ["abc", "ac", "aa b- cc"],
    ["ac", "abc", "aa -b cc"],
    ["abc", "axc", "aa bx cc"],
    ["abcde", "cdabe", "a- b- cc dd -a -b ee"],
    ["a", "", "a-"],
    ["ab", "xyb", "ax -y bb"],
  ]) {
    const rows = aligned([...a], [...b]).map((row) => row.map((line) => line ?? "-").join(""));
    assert.equal(rows.join(" "), expected, `${a} beside ${b}`);
  }
  const many = Array.from({ length: 3_000 }, (_, at) => `${at}`);
  assert.equal(aligned(many, many).length, 3_000);
});
