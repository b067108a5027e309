// Edits at random by the page's own controls. The same seed makes the same edits of the same page.

import { until } from "./editor.mjs";
import { MARKDOWN, TYPICAL, UNCERTAIN } from "./resumes.mjs";

/// Numbers from 0 to less than 1, the same ones for the same seed: mulberry32.
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = ["harbour", "Quiet & Co", "älter", "2019", "- dash", "*star*", "名前", "R&D", "C++", "“quoted”"];
const DATES = ["2019", "2019-03", "March 2018", "present", "last summer", "03/2011", ""];

/// What a person may do, with how often it is done. Each is one step of the history at most: where nothing of its kind is on the page, or
/// nothing changes by it, it is none.
const KINDS = [
  [30, "types into a field", typesIntoField],
  [5, "empties a field", emptiesField],
  [5, "moves a bullet", movesBullet],
  [8, "moves an entry", (at) => presses(at, ".entry-up:not([aria-disabled=true]), .entry-down:not([aria-disabled=true])")],
  [4, "removes an entry", (at) => presses(at, ".entry-tools > :last-child")],
  [8, "chooses for an entry", (at) => chooses(at, ".entry-tools [aria-haspopup]")],
  [6, "adds an entry or a group", (at) => presses(at, ".section-add, .group-add")],
  [2, "deletes a group", (at) => presses(at, ".group-remove")],
  [2, "adds a section", (at) => presses(at, ".add-section button")],
  [4, "chooses for a section", (at) => chooses(at, ".section-more-tool")],
  [8, "types into the text", typesIntoSource],
  [8, "says what a line is", decides],
  [6, "answers what is to be checked", answers],
  [1, "pastes a text in place of the other", ({ editor, one }) => editor.paste(one([TYPICAL, UNCERTAIN, MARKDOWN]))],
  [0.5, "loads the sample", ({ editor }) => editor.button("Load sample").click()],
  [0.5, "clears all", ({ editor }) => editor.button("Clear").click()],
];

/// Makes `count` edits, and gives how often each kind was tried.
async function edit(editor, count, random) {
  const all = KINDS.reduce((sum, [weight]) => sum + weight, 0);
  const tried = {};
  for (let made = 0; made < count; made += 1) {
    let left = random() * all;
    const [, name, act] = KINDS.find(([weight]) => (left -= weight) < 0);
    tried[name] = (tried[name] ?? 0) + 1;
    await act({ editor, page: editor.page, random, one: (list) => list[Math.floor(random() * list.length)] }).catch((error) => {
      throw new Error(`edit ${made + 1}, which ${name}: ${error.message}`, { cause: error });
    });
  }
  return tried;
}

/// Pastes a text, makes `count` edits, takes back all that was done and does it again; where told so, with a reload half way there and half
/// way back. Gives what the document said after the paste and after the edits, each when it came to that first and when it came to it by undo
/// and redo, how many steps the edits were, and how often each kind of edit was tried.
export async function thereAndBack(editor, count, seed, reloads) {
  const random = numbers(seed);
  const half = Math.floor(count / 2);
  const reload = async () => reloads && (await editor.reload());
  await editor.paste(TYPICAL + UNCERTAIN);
  await editor.page.locator("mark").first().waitFor({ state: "attached" });
  const first = await state(editor);
  const tried = await edit(editor, half, random);
  await reload();
  for (const [name, times] of Object.entries(await edit(editor, count - half, random))) tried[name] = (tried[name] ?? 0) + times;
  const last = await state(editor);
  let taken = await steps(editor, "Undo", half);
  await reload();
  taken += await steps(editor, "Undo");
  // The first step of all was the paste.
  const nothing = await editor.source.inputValue();
  await steps(editor, "Redo", 1);
  const back = await state(editor);
  await steps(editor, "Redo");
  return { first, last, nothing, back, again: await state(editor), steps: taken - 1, tried };
}

/// All that a document says: its text, its fields, and what is left to check.
async function state(editor) {
  const [source, json, markdown] = [await editor.source.inputValue(), await editor.copied("Copy JSON"), await editor.copied("Copy Markdown")];
  return JSON.stringify([source, json, markdown, await editor.toCheck()]);
}

/// Takes at most `most` steps back, or takes them again, and gives how many there were.
async function steps(editor, name, most = Infinity) {
  const button = editor.button(name);
  let taken = 0;
  while (taken < most && (await button.getAttribute("aria-disabled")) !== "true") {
    await button.click();
    taken += 1;
  }
  return taken;
}

/// One of the elements of a kind that are shown, or nothing.
async function found({ page, random }, selector) {
  const handle = await page.evaluateHandle(
    ([selector, part]) => {
      const all = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
      return all[Math.floor(part * all.length)];
    },
    [selector, random()],
  );
  return handle.asElement();
}

async function presses(at, selector) {
  await (await found(at, selector))?.click();
}

/// Chooses from a menu, and from those it leads to.
async function chooses(at, selector) {
  const button = await found(at, selector);
  if (!button) return;
  await button.click();
  await choosesOn(at);
}

async function choosesOn({ page, one }) {
  for (;;) {
    const menu = await page.getByRole("menuitem").all();
    if (menu.length === 0) return;
    await one(menu).click();
  }
}

async function typesIntoField(at) {
  const field = await found(at, ".fields textarea");
  if (!field) return;
  const isDate = await field.evaluate((area) => area.closest(".is-date") !== null);
  await field.focus();
  await at.page.keyboard.press(isDate ? "Control+A" : "Control+End");
  const between = await field.evaluate((area) => (area.closest(".is-bullets") ? "\n" : area.closest(".is-terms") ? ", " : " "));
  const typed = isDate ? at.one(DATES) : between + at.one(WORDS);
  if (typed) await at.page.keyboard.insertText(typed);
  else await at.page.keyboard.press("Delete");
}

async function emptiesField(at) {
  const field = await found(at, ".fields textarea");
  await field?.focus();
  if (!field) return;
  await at.page.keyboard.press("Control+A");
  await at.page.keyboard.press("Delete");
}

async function movesBullet(at) {
  const field = await found(at, ".is-bullets textarea");
  await field?.focus();
  if (field) await at.page.keyboard.press(at.one(["Alt+ArrowUp", "Alt+ArrowDown"]));
}

async function typesIntoSource({ editor, page, random, one }) {
  await editor.source.evaluate((area, part) => {
    area.focus();
    const offset = Math.floor(part * area.value.length);
    area.setSelectionRange(offset, offset);
  }, random());
  await page.keyboard.insertText(one([...WORDS, "\n"]));
}

async function decides(at) {
  const { editor, page, random } = at;
  const selected = await editor.source.evaluate((area, part) => {
    const lines = [...area.value.matchAll(/\S.*/g)];
    const line = lines[Math.floor(part * lines.length)];
    if (!line) return false;
    area.focus();
    area.setSelectionRange(line.index, line.index + line[0].length);
    return true;
  }, random());
  if (!selected) return;
  await page.keyboard.press("Alt+Enter");
  await choosesOn(at);
}

async function answers(at) {
  if ((await at.editor.toCheck()) === 0) return;
  await at.page.keyboard.press("F8");
  // The focus goes there in the next frame, and until then it may be at another field.
  await at.page.evaluate(() => new Promise((then) => requestAnimationFrame(then)));
  await until(() => at.page.evaluate(() => document.activeElement.closest(".fields") !== null), "the focus is in the fields");
  await presses(at, ".field:focus-within .query button, .tray-row:focus-within .quiet:not([aria-haspopup])");
}
