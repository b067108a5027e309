// What a person may do to put a reading right: each with how many actions it takes.

import { differences, wishes, words } from "./likeness.mjs";

/// What the menu calls the parts of an entry, by their names in JSON Resume; what is left out is told by its dates or is in no menu.
const PARTS = {
  work: { name: "Organization", position: "Position", location: "Location", summary: "Summary", highlights: "Bullet", groups: "Group name", url: "Website" },
  education: { institution: "Institution", degree: "Degree", location: "Location", score: "Score", courses: "Courses" },
  projects: { name: "Name", description: "Description", highlights: "Bullet", url: "Website" },
  basics: { name: "Name", label: "Headline", email: "Email", phone: "Phone", url: "Website", location: "Location", summary: "Summary" },
};
/// Those that are one line.
const TYPED = ["Organization", "Position", "Location", "Institution", "Score", "Name"];
const SECTIONS = { work: "Work", education: "Education", projects: "Projects" };
const DATES = /date$/i;
/// A range of dates, or a date.
const DATE = String.raw`(?:\p{L}{3,9}\.? |\d{1,2}[/.])?[12]\d{3}`;
const RANGE = new RegExp(String.raw`\*?${DATE}\*?(?:\s*(?:-|–|—|to)\s*\*?(?:${DATE}|\p{L}{3,7})\*?)?`, "giu");

/// What may help with a reading of a text, but for what was `tried`; likeliest first.
export function* remedies(text, expected, found, tried) {
  const untried = (remedy) => {
    const is = !tried.has(remedy.what);
    tried.add(remedy.what);
    return is;
  };
  for (const { section, entry, at, field, missing, spurious } of differences(expected, found).all) {
    if (entry === undefined || !PARTS[section]) continue;
    const all = wishes(section, [expected[section]].flat()[entry]);
    for (const [of, texts] of missing ? [[field, [missing]]] : all.filter(([, texts]) => texts.some((wish) => holds(wish, spurious)))) {
      for (const wish of texts.map((wish) => wish.replace(/^\?:\s*/, ""))) {
        const part = DATES.test(of) ? "Dates" : PARTS[section][of];
        for (const stretch of DATES.test(of) ? ranges(text, wish) : stretches(text, wish)) if (part) yield* [says(stretch, part)].filter(untried);
        if (at !== undefined && SECTIONS[section] && TYPED.includes(part)) yield* [types(section, at, part, wish)].filter(untried);
        for (const stretch of stretches(text, wish)) if (of !== "highlights") yield* [begins(stretch)].filter(untried);
      }
    }
  }
}

const holds = (wish, text) => words(wish).join(" ").includes(words(text).join(" "));

/// Where a text stands, whatever is between its words.
function stretches(text, wish) {
  const pattern = words(wish).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^\\p{L}\\p{N}]+");
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "giu"))].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/// Where the year of a date stands, with the range that it is in.
function ranges(text, date) {
  const all = [...text.matchAll(RANGE)].filter((match) => match[0].includes(date.slice(0, 4)));
  return all.map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/// A stretch is selected, and what it is clicked.
const says = (stretch, part) => ({
  what: `what is at ${stretch.start} to ${stretch.end} is the ${part}`,
  act: async (editor) => {
    await selects(editor, stretch);
    await editor.page.getByRole("group", { name: "Make this the …", exact: true }).getByRole("button", { name: part, exact: true }).click();
    return 2;
  },
});

/// A stretch is selected, all that it may be is asked for, and that it begins an entry is chosen.
const begins = (stretch) => ({
  what: `what is at ${stretch.start} to ${stretch.end} begins an entry`,
  act: async (editor) => {
    await selects(editor, stretch);
    await editor.page.keyboard.press("Alt+Enter");
    await editor.page.getByRole("menuitem", { name: "Start of a new entry", exact: true }).click();
    return 3;
  },
});

/// The line in a field is selected by a threefold click, and a value typed over it.
const types = (section, at, part, value) => ({
  what: `the ${part} of ${section} ${at + 1} is typed`,
  act: async (editor) => {
    await editor.field(editor.entries(SECTIONS[section]).nth(at), part).click({ clickCount: 3 });
    await editor.page.keyboard.insertText(value);
    return 2;
  },
});

/// The last letter is taken in by a key, as the page asks what is selected only where a person selects it.
async function selects(editor, { start, end }) {
  await editor.source.evaluate((area, [start, end]) => {
    area.focus();
    area.setSelectionRange(start, end - 1);
  }, [start, end]);
  await editor.page.keyboard.press("Shift+ArrowRight");
  await editor.page.getByRole("group", { name: "Make this the …", exact: true }).waitFor();
}
