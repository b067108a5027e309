// How long it takes from a key until the page shows what it did.

import { until } from "./editor.mjs";
import { FOUR_PAGES, JOBS } from "./resumes.mjs";

/// How much slower than here the processor is made, as by the browser's own tools.
export const SLOWER = 4;

/// The fields that are typed into: of each kind one, at the start, in the middle and at the end.
export const FIELDS = [
  ["a name", (editor) => editor.field(editor.basics, "Name")],
  ["a position, of the first job", (editor) => editor.field(editor.entries("Work").first(), "Position")],
  ["bullets, of a job in the middle", (editor) => editor.field(editor.entries("Work").nth(JOBS / 2), "Highlights")],
  ["a date, of the last job", (editor) => editor.field(editor.entries("Work").last(), "Start")],
  ["skills", (editor) => editor.field(editor.entries("Skills").first(), "Keywords")],
];

/// What is typed into, by name: fields of four pages, their text, and for comparison the same text in a page that holds nothing else, and
/// a field in a page that holds nothing at all. Each comes with the page that it is in, opened by `open`.
export async function typedInto(open, editor) {
  const bare = async (html) => {
    const { page } = await open();
    await page.setContent(`<!doctype html>${html}`);
    return page;
  };
  const text = await bare('<textarea style="width: 600px; height: 800px"></textarea>');
  await text.locator("textarea").fill(FOUR_PAGES);
  const line = await bare("<input>");
  await editor.paste(FOUR_PAGES);
  await until(async () => (await editor.entries("Work").count()) === JOBS, "all jobs are there");
  // Nobody types into a field while the paste is still being shown and saved.
  await editor.page.getByText(/^Saved /).waitFor();
  return [
    ...FIELDS.map(([name, field]) => [name, editor.page, field(editor)]),
    ["the text", editor.page, editor.source],
    ["the same text, in a page of its own", text, text.locator("textarea")],
    ["a field, in a page of its own", line, line.locator("input")],
  ];
}

/// Types `count` letters into a field, twice. Gives how many milliseconds each letter took on the slower processor, from the key event to the
/// end of the frame that shows it; and how long a letter would keep that processor busy with the page, which says the same on a machine that
/// has other things to do.
export async function latency(page, field, count) {
  await page.evaluate(watch);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1_000;
  await field.focus();
  await page.keyboard.press("End");
  const letters = async () => {
    const taken = [];
    for (let typed = 0; typed < count; typed += 1) {
      await page.keyboard.press("abcdefghij"[typed % 10]);
      taken.push(await page.evaluate(() => window.shown));
    }
    return taken;
  };
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const taken = await letters();
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const before = await busy();
  await letters();
  return { taken, busy: ((await busy()) - before) / count * SLOWER };
}

/// Types `count` letters into the text of `editor`, at the end of what a field says. Gives how many milliseconds each took on the slower
/// processor, from the key event to the end of the frame in which the field says it too.
export async function followed(editor, count) {
  const { page, source } = editor;
  const field = editor.field(editor.entries("Work").nth(JOBS / 2), "Position");
  const said = await field.inputValue();
  await source.evaluate((area, said) => {
    area.focus();
    const end = area.value.indexOf(said) + said.length;
    area.setSelectionRange(end, end);
  }, said);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const taken = [];
  for (let typed = 0; typed < count; typed += 1) {
    await field.evaluate((area) => {
      const before = area.value;
      const after = new MessageChannel();
      addEventListener("keydown", ({ timeStamp }) => {
        const look = () => (area.value === before ? requestAnimationFrame(look) : after.port2.postMessage(0));
        requestAnimationFrame(look);
        window.followed = new Promise((then) => (after.port1.onmessage = () => then(performance.now() - timeStamp)));
      }, { once: true, capture: true });
    });
    await page.keyboard.press("abcdefghij"[typed % 10]);
    taken.push(await page.evaluate(() => window.followed));
  }
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return taken;
}

/// Has the page tell, for each key, the time from its event to the end of the next frame.
function watch() {
  if (window.shown) return;
  const after = new MessageChannel();
  let told;
  window.shown = Promise.resolve(0);
  after.port1.onmessage = () => told(performance.now());
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      window.shown = new Promise((then) => (told = then)).then((end) => end - timeStamp);
      // A message that is sent in a frame arrives when the frame is done.
      requestAnimationFrame(() => after.port2.postMessage(0));
    },
    true,
  );
}

/// What a part of the times is at most, in milliseconds.
export const most = (times, part) => Math.round([...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]);
