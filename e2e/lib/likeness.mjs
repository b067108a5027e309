// How far a reading, as JSON Resume, is from the one that is expected.
//
// Two texts are equal where they have the same words in the same order: letters' case, punctuation, markup and kinds of dashes say nothing.
// A date is equal at the precision that is expected. An expected text that begins with "?: " may be there or not, and what is `null` is not
// compared. What a study is called counts as one with its area, without "of", "in" and "the". Bullets are compared without their groups,
// and the groups by name. Entries are paired by how much they have in common, whatever their order.

const FIELDS = {
  work: ["name", "position", "location", "startDate", "endDate", "summary", "url", "highlights", "groups"],
  volunteer: ["organization", "position", "startDate", "endDate", "summary", "highlights"],
  education: ["institution", "degree", "startDate", "endDate", "location", "score", "courses"],
  projects: ["name", "description", "url", "startDate", "endDate", "highlights"],
  certificates: ["name", "issuer", "date", "url"],
  awards: ["title", "awarder", "date", "summary"],
  publications: ["name", "publisher", "releaseDate", "url", "summary"],
  languages: ["language", "fluency"],
  references: ["name", "reference"],
  basics: ["name", "label", "email", "phone", "url", "location", "summary", "profiles"],
  skills: ["keywords", "name"],
  interests: ["keywords"],
};
const OPTIONAL = /^\?:\s*/;
const UNSAID = new Set(["of", "in", "the"]);

/// The words of a text.
export const words = (text) => text.normalize("NFKC").toLowerCase().replace(/(\p{L})['’](\p{L})/gu, "$1$2").match(/[\p{L}\p{N}]+/gu) ?? [];

/// What is missing of what is expected, and what is there that is not: each with its section, the numbers of the expected entry and of the
/// one that is there, as far as there are such, its field and its text. `hits` is how many texts are as expected.
export function differences(expected, found) {
  const all = [];
  let hits = 0;
  for (const [section, fields] of Object.entries(FIELDS)) {
    if (section in expected && expected[section] === null) continue;
    const [want, got] = [expected, found].map((resume) => records(section, resume[section]));
    for (const [i, j] of pairs(fields, want, got)) {
      for (const field of fields) {
        const wanted = want[i]?.[field] ?? [];
        if (wanted === UNSCORED) continue;
        const told = matched(field, wanted, said(got[j]?.[field]));
        hits += told.hits;
        for (const text of told.missing) all.push({ section, entry: i, at: j, field, missing: text });
        for (const text of told.spurious) all.push({ section, entry: i, at: j, field, spurious: text });
      }
    }
  }
  return { all, hits };
}

/// How much of a reading is as expected, from 0 to 1.
export function likeness(expected, found) {
  const { all, hits } = differences(expected, found);
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + all.length);
}

/// The texts that are expected of an entry, those that may be there or not among them, by field.
export const wishes = (section, entry) => Object.entries(records(section, [entry])[0]).filter(([, texts]) => texts !== UNSCORED);

/// What is not compared.
const UNSCORED = Symbol("not compared");
const said = (texts) => (Array.isArray(texts) ? texts : []);
const list = (value) => (Array.isArray(value) ? value : value === undefined || value === null || value === "" ? [] : [value]);

/// The entries of a section, each as lists of texts by field; what is said once in a résumé is one entry.
function records(section, value) {
  if (section === "basics") return [record(section, value ?? {})];
  const entries = list(value).map((entry) => (typeof entry === "object" ? entry : { name: entry }));
  if (section === "skills" || section === "interests") {
    const keywords = entries.flatMap((entry) => (list(entry.keywords).length > 0 ? entry.keywords : list(entry.name)));
    return [{ keywords, name: entries.filter((entry) => list(entry.keywords).length > 0).flatMap((entry) => list(entry.name)) }];
  }
  return entries.map((entry) => record(section, entry));
}

function record(section, entry) {
  const texts = (field) => {
    const value = entry[field];
    if (field === "degree") return list([entry.studyType, entry.area].filter(Boolean).join(" "));
    if (value === null || value === "?") return UNSCORED;
    if (field === "groups") return list(value).map((group) => group.name);
    if (field === "highlights") return [...new Set([...list(value), ...list(entry.groups).flatMap((group) => list(group.highlights))])];
    if (field === "profiles") return list(value).map(({ network, username, url }) => [network ?? url, username ?? url].map((part) => words(part).filter((word) => !/^(https?|www|com|in|org)$/.test(word))).flat()).map((parts) => [...new Set(parts)].join(" "));
    if (field === "location" && typeof value === "object") return list(Object.entries(value).map(([key, part]) => (key === "countryCode" && value.country ? "" : part)).join(" ").trim());
    return list(value);
  };
  return Object.fromEntries(FIELDS[section].map((field) => [field, texts(field)]));
}

function equal(field, want, got) {
  if (/date$/i.test(field)) return got === want || (want.length === 7 && got.startsWith(`${want}-`));
  if (field === "phone") return want.replace(/\D/g, "") === got.replace(/\D/g, "");
  const [a, b] = [want, got].map((text) => words(text).filter((word) => field !== "degree" || !UNSAID.has(word)));
  if (field === "url" || field === "email" || field === "profiles") return [a, b].map((all) => all.filter((word) => !/^(https?|www|mailto)$/.test(word)).join()).reduce((x, y) => x === y);
  return a.join() === b.join();
}

function matched(field, want, got) {
  const left = [...got];
  const missing = [];
  let hits = 0;
  for (const text of want) {
    const at = left.findIndex((other) => equal(field, text.replace(OPTIONAL, ""), other));
    if (at >= 0) left.splice(at, 1);
    if (OPTIONAL.test(text)) continue;
    if (at >= 0) hits += 1;
    else missing.push(text);
  }
  return { hits, missing, spurious: left };
}

/// Pairs of an expected entry and one that is there, the most alike first, and then those that are alone.
function pairs(fields, want, got) {
  const likeness = (i, j) => {
    const [a, b] = [want[i], got[j]].map((entry) => new Set(words(Object.values(entry).flatMap(said).join(" "))));
    const same = fields.reduce((sum, field) => sum + matched(field, said(want[i][field]), said(got[j][field])).hits, 0);
    return same + [...a].filter((word) => b.has(word)).length / Math.max(1, a.size + b.size) - Math.abs(i - j) / 1_000;
  };
  const all = want.flatMap((_, i) => got.map((_, j) => [i, j, likeness(i, j)])).filter(([, , like]) => like > 0);
  const [is, js] = [new Set(want.keys()), new Set(got.keys())];
  const paired = [];
  for (const [i, j] of all.sort((a, b) => b[2] - a[2])) {
    if (is.has(i) && js.has(j)) {
      paired.push([i, j]);
      is.delete(i);
      js.delete(j);
    }
  }
  return [...paired, ...[...is].map((i) => [i, undefined]), ...[...js].map((j) => [undefined, j])];
}
