// The shelf: the versions of every document in the browser's database, and notes of what was not there yet when a page went away.
//
// A version is a text under the key [document, revision, saved, title, named, binned, page], so that the keys alone list everything. It is
// never changed: the next one is put beside it, in a transaction that all tabs take turns at. The database outlives a browser that is
// killed, but answers later; a note is written at once, and outlives a page that is closed.

const NOTE = "faircopy.note.";
const SHOWN = "faircopy.document";
const SAVED = "faircopy.saved";
const LANGUAGE = "faircopy.language";
/// Before the id of a document: when it was last taken away as a file.
const FILE = "faircopy.file.";
/// The document that every tab starts with where none is stored, so that they know of each other.
const FIRST = "1";
/// Milliseconds after which a database that does not open is given up.
const PATIENCE = 900;
/// As many of the last versions are kept; of the older ones as many again and two, with ten minutes between them.
const LAST = 3;
const OLDER = 5;
const APART = 600_000;

const fresh = () => Math.random().toString(36).slice(2);
/// The name of this page, and of its note.
const here = NOTE + fresh();
/// A document: its id, the keys of its versions, the last of which the next one is to follow, and what a person calls it; nothing where
/// it is called by what it says.
const about = (id, keys, name) => ({ id, keys, name });
/// The document that this page shows, and the one that was chosen to be read and shown next.
let shown = about(FIRST, []);
let chosen = shown;
/// How many versions of the chosen one were looked at, from the last on.
let looked = 0;
/// The key of what was saved last.
let latest;
let base;

function answer(request) {
  return new Promise((good, bad) => {
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
}

function open() {
  return (base ??= new Promise((good, bad) => {
    setTimeout(bad, PATIENCE, new DOMException("The database does not answer.", "TimeoutError"));
    const request = indexedDB.open("faircopy", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("versions");
    request.onerror = () => bad(request.error);
    request.onsuccess = () => {
      const opened = request.result;
      opened.onclose = opened.onversionchange = () => {
        opened.close();
        base = undefined;
      };
      good(opened);
    };
  }).catch((error) => {
    base = undefined;
    throw error;
  }));
}

async function transact(mode, act) {
  const transaction = (await open()).transaction("versions", mode, { durability: "strict" });
  const ended = new Promise((good, bad) => {
    transaction.oncomplete = good;
    transaction.onabort = () => bad(transaction.error ?? new DOMException("The database gave up.", "AbortError"));
  });
  return (await Promise.all([act(transaction.objectStore("versions")), ended]))[0];
}

const all = (range) => transact("readonly", (store) => answer(store.getAllKeys(range)));
const of = (id) => IDBKeyRange.bound([id], [id, []]);

/// The keys of versions that need not be kept, of all of a document in order.
export function unneeded(keys) {
  const kept = [];
  const drop = keys.slice(0, -LAST).filter((key) => {
    const close = kept.length > 0 && key[2] < kept.at(-1)[2] + APART;
    if (!close) kept.push(key);
    return close;
  });
  return [...drop, ...kept.slice(0, -OLDER)];
}

/// Puts a version on the shelf as the next of its document, reads it back, and only then takes off what is not needed any more. Gives its
/// key; or, where another page has put the next one there before, nothing. One that says the same as the one before it is no other: it was
/// put there for its name, which is kept, or to throw the document away, which what is typed into it takes back. So what the other page
/// has put there stays, as that page's, under the name of one that says the same as the one before.
async function put([id, revision, at, title, named, binned, page], value) {
  const [key, known, drop] = await transact("readwrite", async (store) => {
    const keys = await answer(store.getAllKeys(of(id)));
    const last = keys.at(-1);
    let called = [title, named];
    if (last?.[1] >= revision) {
      const there = await answer(store.get(last));
      if (there === value && last[3] === title && last[5] === binned) return [last, true];
      if (last.at(-1) !== page) {
        const before = keys.find((key) => key[1] === revision - 1);
        const was = before && (await answer(store.get(before)));
        if (there !== was) {
          if (value !== was || binned !== last[5]) return [];
          value = there;
          page = last.at(-1);
        }
        if (last[4] && (!named || before[3] === title)) called = [last[3], 1];
      }
    }
    const key = [id, Math.max(revision, (last?.[1] ?? 0) + 1), at, ...called, binned, page];
    await answer(store.put(value, key));
    return [key, false, unneeded([...keys, key])];
  });
  if (key && !known) {
    await transact("readwrite", async (store) => {
      if ((await answer(store.get(key))) !== value) throw new DOMException("Something else came back.", "DataError");
      for (const old of drop) store.delete(old);
    });
  }
  return key;
}

/// Takes up what a page that is gone has noted: as the next version, or, where another page has put that there, as a document of its own.
async function take(name) {
  const noted = localStorage.getItem(name);
  if (noted === null) return;
  const [key, value] = JSON.parse(noted);
  const [, , saved, title, , , page] = key;
  if (!(await put(key, value))) await put([fresh(), 1, saved, `${title} (2)`, 1, 0, page], value);
  localStorage.removeItem(name);
}

/// Takes up what was noted, and chooses the document that this tab has shown before, or else the one that was saved last.
export async function boot() {
  const locks = navigator.locks;
  for (const name of Object.keys(localStorage).filter((name) => name.startsWith(NOTE))) {
    // A page holds the lock of its note for as long as it lives.
    const taken = locks ? locks.request(name, { signal: AbortSignal.timeout(300) }, () => take(name)) : take(name);
    await taken.catch((error) => {
      if (error.name !== "TimeoutError") throw error;
    });
  }
  // Where there is none to be had, another page takes up what this one has noted sooner, as it would where there are no locks.
  locks?.request(here, () => new Promise(() => {})).catch(() => {});
  const keys = await lasts();
  const there = kept(keys);
  const before = sessionStorage.getItem(SHOWN);
  const open = there.find((key) => key[0] === before) ?? there[0];
  if (open) await choose(open[0]);
  else begin(undefined, keys.length > 0 ? fresh() : FIRST);
}

/// The last key of each document.
async function lasts() {
  return (await all()).filter((key, at, keys) => key[0] !== keys[at + 1]?.[0]);
}

/// Those of them that were not thrown away, the one saved last first.
const kept = (keys) => keys.filter((key) => !key[5]).sort((a, b) => b[2] - a[2]);

/// Chooses a document to be read.
export async function choose(id) {
  const keys = await all(of(id));
  const last = keys.at(-1);
  chosen = about(id, keys, last?.[4] ? last[3] : undefined);
  looked = 0;
}

/// Chooses a new document, which is stored when it is saved, by a name of its own if one is given.
export function begin(name, id = fresh()) {
  chosen = about(id, [], name);
  looked = 0;
}

/// Shows the document that was chosen from here on.
export function show() {
  shown = chosen;
  sessionStorage.setItem(SHOWN, shown.id);
}

const text = (key) => transact("readonly", (store) => answer(store.get(key)));

/// The text of the last version of the chosen document, and with every further call that of the one before; at the end nothing.
export async function older() {
  looked += 1;
  return looked > chosen.keys.length ? undefined : text(chosen.keys.at(-looked));
}

/// When the version that was looked at last was saved.
export const savedAt = () => chosen.keys.at(-looked)?.[2] ?? 0;

/// The document that is shown, and what a person calls it.
export const current = () => shown.id;
export const called = () => shown.name;

/// Calls the document by another name from its next version on; by what it says if that is empty.
export function call(name) {
  shown.name = name || undefined;
}

const revision = (of) => of.keys.at(-1)?.[1] ?? 0;
const next = (title) => [shown.id, revision(shown) + 1, Date.now(), shown.name ?? title, shown.name === undefined ? 0 : 1, 0, here];

/// Saves the next version of the document. Gives when, or nothing where another tab has saved since.
export async function save(record, title) {
  const saved = shown;
  const { name } = shown;
  const key = await put(next(title), record);
  if (key) {
    latest = key;
    // What another tab has typed is still to be read.
    if (key.at(-1) === here) saved.keys.push(key);
    // Another tab may have given it a name, and somebody here since.
    if (key[4] && saved.name === name) saved.name = key[3];
  }
  return key?.[2];
}

/// Tells every tab of what was saved last. It fails where a note would.
export function tell() {
  const newValue = JSON.stringify(latest);
  localStorage.setItem(SAVED, newValue);
  dispatchEvent(new StorageEvent("storage", { key: SAVED, newValue }));
}

const isLater = (key) => key[0] === shown.id && !key[5] && key[1] > revision(shown);

/// Whether what another tab has told is a later version of the document.
export function heard({ key, newValue }) {
  return key === SAVED && newValue !== null && isLater(JSON.parse(newValue));
}

/// Whether there is a later version of the document.
export async function late() {
  return (await all(of(shown.id))).some(isLater);
}

/// Notes a version at once, in place of what this page noted before.
export function note(record, title) {
  localStorage.setItem(here, JSON.stringify([next(title), record]));
}

/// Takes back what this page noted.
export function forget() {
  localStorage.removeItem(here);
}

/// Hours and minutes of a time, whatever the language.
export const clock = (at) => new Date(at).toTimeString().slice(0, 5);

/// Keeps the language that was chosen by hand.
export function keepLanguage(tag) {
  localStorage.setItem(LANGUAGE, tag);
}

/// The language that was chosen by hand, or else that of the browser.
export function language() {
  try {
    return localStorage.getItem(LANGUAGE) ?? navigator.language;
  } catch {
    return navigator.language;
  }
}

/// Keeps that the document was taken away as a file now.
export function filed() {
  localStorage.setItem(FILE + shown.id, Date.now());
}

/// How many minutes ago that was; less than none where it never was.
export function fileAge() {
  const at = localStorage.getItem(FILE + shown.id);
  return at ? Math.floor((Date.now() - at) / 60_000) : -1;
}

/// The documents beside the one that is shown, the one saved last first: in a line each its id, its title with when it was saved, and
/// whether it was thrown away, with tabs between.
async function list() {
  const when = new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const line = ([id, , saved, title, , binned]) => [id, [title.replaceAll("\t", " "), when.format(saved)].filter(Boolean).join(" · "), binned].join("\t");
  return (await lasts()).filter((key) => key[0] !== shown.id).sort((a, b) => b[2] - a[2]).map(line).join("\n");
}

/// The name of a document, and the text of its last version.
async function read(id) {
  const last = (await all(of(id))).at(-1);
  return `${last[3]}\n${await text(last)}`;
}

/// Throws a document away, or brings it back.
async function bin(id, binned) {
  const last = (await all(of(id))).at(-1);
  if (last) await put([id, last[1] + 1, Date.now(), last[3], last[4], binned, here], await text(last));
}

/// Throws a document away, and gives the id of the one that was saved last of the others.
async function remove(id) {
  await bin(id, 1);
  return kept(await lasts())[0]?.[0];
}

/// Brings a document back.
async function bringBack(id) {
  await bin(id, 0);
  return id;
}

/// Takes a document that was thrown away off the shelf for good, or all of them; what another tab has brought back meanwhile stays.
async function lose(id) {
  for (const [lost, , , , , binned] of await lasts()) {
    if (!binned || (id && id !== lost)) continue;
    await transact("readwrite", async (store) => {
      if ((await answer(store.getAllKeys(of(lost)))).at(-1)?.[5]) store.delete(of(lost));
    });
    localStorage.removeItem(FILE + lost);
  }
  // The other tabs were told the name of the one that was saved last.
  localStorage.removeItem(SAVED);
}

/// The last version of each document that was not thrown away, in one text.
async function backup() {
  const keys = kept(await lasts());
  return JSON.stringify({ faircopy: 1, versions: await Promise.all(keys.map(async (key) => [key, await text(key)])) });
}

/// Puts what such a text holds back on the shelf: what is not there as it was, as documents of their own. Gives the ids of these.
async function restore(backup) {
  const there = await lasts();
  const texts = await Promise.all(there.map(text));
  const added = [];
  for (const [id, versions] of Map.groupBy(JSON.parse(backup).versions, ([key]) => key[0])) {
    versions.sort(([a], [b]) => a[1] - b[1] || a[2] - b[2]);
    const [last, record] = versions.at(-1);
    const same = there[texts.indexOf(record)];
    if (same && same[5] <= last[5]) continue;
    added.push(same?.[0] ?? (there.some((key) => key[0] === id) ? fresh() : id));
    if (same) await bin(same[0], 0);
    else for (const [[, , ...rest], record] of versions) await put([added.at(-1), 1, ...rest.slice(0, 4), here], record);
  }
  return added.join(" ");
}

/// What can be done with documents, by number: with one of an id, or with a backup. Gives a text.
const DEEDS = [list, read, remove, bringBack, lose, backup, restore];
export const act = async (deed, on) => DEEDS[deed](on);
